"""How near a step that was read comes to the step that was meant."""

from effleurage.routine import Step, Stroke

SLOTS = (
    "technique", "hands", "tool", "start", "end", "over", "direction", "side", "pressure", "repeats",
)  # fmt: skip
_MORE = (
    "start_spot", "end_spot", "over_spots", "fingers", "pointing", "index_along_spine", "together",
    "other_hand", "follows", "passes", "upper_hand", "crossed", "progress", "simultaneous", "returning",
    "duration", "tempo", "gradual",
)  # fmt: skip

Nearness = tuple[float, float]
"""Share of the contract's values that agree, and share of the performer's further ones."""

SAME: Nearness = (1.0, 1.0)


def nearness(meant: Step, read: Step | None, *, strokes: int | None = None) -> Nearness:
    """Compare two steps.

    Args:
        meant: What the text should say.
        read: What it was read as; None when there is no such step.
        strokes: Compare only so many of the first strokes, all when None.
    """
    if read is None:
        return (0.0, 0.0)
    wanted = meant.strokes[:strokes]
    got = read.strokes
    pairs = list(zip(wanted, got, strict=False))
    many = max(len(wanted), len(got))
    slots = sum(_share(a, b, SLOTS) for a, b in pairs) / many if many else 1.0
    more = sum(_share(a, b, _MORE) for a, b in pairs) / many if many else float(_arranged(meant, read))
    kind = meant.kind is read.kind if strokes is None else True
    return ((slots + kind) / 2 if len(wanted) == len(got) or not kind else (slots + kind) / 2 - 0.01, more)


def _share(meant: Stroke, read: Stroke, names: tuple[str, ...]) -> float:
    return sum(getattr(meant, name) == getattr(read, name) for name in names) / len(names)


def _arranged(meant: Step, read: Step) -> bool:
    return meant.arrangement == read.arrangement and meant.topic == read.topic
