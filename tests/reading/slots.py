"""What the tests of the reader share: a text's last step, and its strokes as plain words."""

from typing import Any

from effleurage.reading import read
from effleurage.routine import Step, Stroke


def last_step(text: str) -> Step:
    """The step of a text's last sentence."""
    routine, _ = read(text)
    return routine.movements[-1].steps[-1]


def steps(text: str) -> list[Step]:
    """All steps of a text, in order."""
    return [step for movement in read(text)[0].movements for step in movement.steps]


def strokes(text: str) -> list[Stroke]:
    """All strokes of a text, in order."""
    return [stroke for step in steps(text) for stroke in step.strokes]


def told(text: str) -> list[dict[str, Any]]:
    """All strokes of a text, in order, as plain values."""
    slots = ("technique", "hands", "tool", "start", "end", "over", "direction", "side", "pressure", "repeats")
    return [{slot: _plain(getattr(stroke, slot)) for slot in slots} for stroke in strokes(text)]


def parts(text: str, *slots: str) -> list[tuple[Any, ...]]:
    """Of every stroke of a text only these slots."""
    return [tuple(stroke[slot] for slot in slots) for stroke in told(text)]


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [str(v) for v in value]
    return value if value is None or isinstance(value, int) else str(value)
