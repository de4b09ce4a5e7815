"""Two hands: both that go on to the other side pass each other; one that rests is laid down first."""

from collections.abc import Sequence
from dataclasses import replace

from effleurage.planning._interpret.items import Item
from effleurage.routine import Hands, Side, Stroke, Technique


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


def rested(entries: Sequence[Item]) -> tuple[Item, ...]:
    """The entries, in which a hand that rests while the other one kneads is laid there before.

    "Knead the base of the neck with one hand, while the other rests on the head." tells it afterwards.
    """
    out = list(entries)
    for n in range(len(out) - 1):
        works, rests = out[n].stroke, out[n + 1].stroke
        if works is None or rests is None or out[n].step != out[n + 1].step:
            continue
        while_ = rests.technique is Technique.HOLD and rests.simultaneous and rests.other_hand
        if while_ and works.technique is Technique.PETRISSAGE and works.hands is Hands.ONE:
            first = replace(out[n + 1], stroke=replace(rests, other_hand=False, simultaneous=False))
            out[n : n + 2] = [first, replace(out[n], stroke=replace(works, other_hand=True))]
    return tuple(out)


def _crosses(stroke: Stroke) -> bool:
    return stroke.hands is Hands.BOTH and (stroke.passes or stroke.crossed or stroke.upper_hand is not None)
