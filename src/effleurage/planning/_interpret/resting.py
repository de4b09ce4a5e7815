"""Resting: a hand that rests while the other one works is laid there first."""

from collections.abc import Sequence
from dataclasses import replace

from effleurage.planning._interpret.items import Item
from effleurage.routine import Hands, Technique


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
