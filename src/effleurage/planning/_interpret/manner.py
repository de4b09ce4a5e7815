"""Clauses that move nothing themselves: they tell how, or when, another one goes."""

from collections.abc import Sequence

from effleurage.planning._interpret.items import Item, single
from effleurage.planning._interpret.rounds import through_air
from effleurage.routine import Stroke, Technique


def motions(entries: Sequence[Item]) -> tuple[Item, ...]:
    """The entries without the clauses that only tell of another one's manner."""
    kept: list[Item] = []
    for entry in entries:
        if entry.stroke is None or not _manner(entry, kept):
            kept.append(entry)
    return tuple(kept)


def _manner(entry: Item, before: Sequence[Item]) -> bool:
    stroke = entry.stroke
    assert stroke is not None
    done = [other for other in before if other.stroke is not None]
    last = done[-1] if done else None
    if last is None or last.stroke is None:
        return False
    if through_air((last.stroke, stroke)):
        return True
    if stroke.follows and stroke.other_hand and last.stroke.technique is Technique.HOLD:
        return not stroke.copied and _waits(stroke, last.stroke)
    if stroke.technique is Technique.HOLD:
        return stroke.other_hand and _waits(stroke, last.stroke)
    same_sentence = last.step == entry.step
    return same_sentence and stroke.simultaneous and last.stroke.follows and not travels(stroke)


def _waits(stroke: Stroke, placed: Stroke) -> bool:
    """The second hand is held ready where the first one has been put, and is not on yet."""
    if placed.technique is not Technique.HOLD or not (single(stroke) and single(placed)):
        return False
    return stroke.follows or stroke.start == placed.start


def travels(stroke: Stroke) -> bool:
    """It goes from one place to another."""
    return bool(stroke.direction) or stroke.end is not None or stroke.progress
