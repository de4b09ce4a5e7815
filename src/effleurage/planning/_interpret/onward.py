"""Onward: a sentence that only says how far the glide before it goes, and is no second glide."""

from collections.abc import Sequence
from dataclasses import replace

from effleurage.planning._interpret.items import Item, single
from effleurage.routine import Direction, Hands, Span, Stroke, Technique

_LENGTHWISE = ((Direction.UP,), (Direction.DOWN,))


def gone_on(entries: Sequence[Item]) -> tuple[Item, ...]:
    """The entries, in which a glide that left its end open and the one that tells it are one.

    As in "Slide up beside the spine. Keep going until you reach the shoulder." and "Glide up. Go as far
    as the neck."
    """
    out: list[Item] = []
    one: set[tuple[Span, Span]] = set()
    last = -1
    for entry in entries:
        if entry.stroke is None:
            out.append(entry)
            continue
        before = out[last].stroke if last >= 0 else None
        # What was one glide is one when it is done again.
        again = before is not None and before.copied and (before.span, entry.stroke.span) in one
        if before is not None and (again or _tells_end(before, entry.stroke)):
            one.add((before.span, entry.stroke.span))
            over = entry.stroke.over or before.over
            told = replace(before, end=entry.stroke.end, end_spot=entry.stroke.end_spot, over=over)
            out[last] = replace(out[last], stroke=told)
            continue
        if before is not None and _leads_on(before, entry.stroke):
            told = replace(
                before,
                over=(*before.over, *entry.stroke.over),
                direction=tuple(dict.fromkeys((*before.direction, *entry.stroke.direction))),
                end=entry.stroke.end,
                end_spot=entry.stroke.end_spot,
            )
            out[last] = replace(out[last], stroke=told)
            continue
        last = len(out)
        out.append(entry)
    return tuple(out)


def _tells_end(before: Stroke, stroke: Stroke) -> bool:
    """Whether a stroke is the one before it, from the same start the same way, with its end."""
    if before.end is not None or stroke.end is None or stroke.direction not in _LENGTHWISE:
        return False
    if before.copied or before.returning or stroke.returning or before.hands is Hands.ALTERNATE:
        return False
    if (before.repeats or 1) > 1 or stroke.repeats not in (None, 1) or not _only_goes_on(before, stroke):
        return False
    aside = "side" in stroke.stated and stroke.side is not before.side
    return not aside and _way(before) == _way(stroke) and before.technique is Technique.EFFLEURAGE


def _leads_on(before: Stroke, stroke: Stroke) -> bool:
    """As in "Travel round the shoulder blade. Then go out over the shoulder. Head for the armpit."."""
    round_it = Direction.AROUND in before.direction and before.end is None and single(before)
    both = before.technique is stroke.technique is Technique.EFFLEURAGE and not (
        before.copied or stroke.copied
    )
    return round_it and both and _only_on(stroke) and stroke.hands is before.hands


def _only_on(stroke: Stroke) -> bool:
    bare = stroke.stated <= {"over", "direction", "end"} and not (stroke.returning or stroke.follows)
    return bare and stroke.verb in _GOING and bool(stroke.over or stroke.end) and stroke.repeats == 1


_GOING = ("go", "head", "travel", "move", "come", "pass", "carry", "continue")


def _only_goes_on(before: Stroke, stroke: Stroke) -> bool:
    """It says no more than where to, or it is the same stroke's own words over again."""
    if stroke.copied:
        return stroke.span == before.span and stroke.progress
    return stroke.stated <= {"end", "direction"} and "start" not in stroke.stated and not stroke.follows


def _way(stroke: Stroke) -> tuple[object, ...]:
    return (
        stroke.technique,
        stroke.hands,
        stroke.tool,
        stroke.start,
        stroke.start_spot,
        stroke.direction,
    )
