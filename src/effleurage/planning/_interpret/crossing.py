"""Crossing: both hands that go on to the other side pass each other."""

from collections.abc import Sequence
from dataclasses import replace

from effleurage.planning._interpret.items import Item
from effleurage.routine import Hands, Side, Stroke


def passed(entries: Sequence[Item]) -> tuple[Item, ...]:
    """The entries, in which hands that cross say so once, and then keep to the side where they are.

    "… until they pass each other. Each hand continues to the other side." is one crossing, and both hands at
    "the other waist" behind it are each where it came to. A movement in which no hands pass is left as told.
    """
    strokes = [entry.stroke for entry in entries if entry.stroke is not None]
    if not any(_crosses(stroke) for stroke in strokes):
        return tuple(entries)
    out: list[Item] = []
    before: Stroke | None = None
    for entry in entries:
        stroke = entry.stroke
        if stroke is None:
            out.append(entry)
            continue
        if stroke.hands is Hands.BOTH and stroke.side is Side.OTHER:
            goes = "side" in stroke.stated and not stroke.copied
            passes = stroke.passes or (goes and not (before is not None and before.passes))
            stroke = replace(stroke, side=None, passes=passes)
        before = stroke
        out.append(replace(entry, stroke=stroke))
    return tuple(out)


def _crosses(stroke: Stroke) -> bool:
    return stroke.hands is Hands.BOTH and (stroke.passes or stroke.crossed or stroke.upper_hand is not None)
