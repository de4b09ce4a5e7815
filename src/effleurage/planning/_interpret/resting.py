"""Resting: a hand that rests while the other one works is laid there first."""

from collections.abc import Sequence
from dataclasses import replace

from effleurage.planning._interpret.items import Item
from effleurage.routine import Hands, Stroke, Technique


def rested(entries: Sequence[Item]) -> tuple[Item, ...]:
    """The entries, in which a hand that rests while the other one kneads is laid there before.

    "Knead the base of the neck with one hand, while the other rests on the head." tells it afterwards, and
    so does "Knead … with one hand. Your other hand rests on the head.", when nothing but kneading follows.
    """
    out = list(entries)
    for n in range(1, len(out)):
        works, rests = out[n - 1].stroke, out[n].stroke
        if not _kneads(works) or rests is None or not _holds(rests):
            continue
        last = all(_kneads(entry.stroke) for entry in out[n + 1 :] if entry.stroke is not None)
        if not (last or (rests.simultaneous and out[n - 1].step == out[n].step)):
            continue
        first = n - 1
        while last and first and _kneads(out[first - 1].stroke):
            first -= 1
        laid = replace(out[n], stroke=replace(rests, other_hand=False, simultaneous=False))
        out[first : n + 1] = [laid, *map(_by_the_other, out[first:n])]
        if last:
            out[n + 1 :] = map(_by_the_other, out[n + 1 :])
    return tuple(out)


def _kneads(stroke: Stroke | None) -> bool:
    return stroke is not None and stroke.technique is Technique.PETRISSAGE and stroke.hands is Hands.ONE


def _by_the_other(entry: Item) -> Item:
    return entry if entry.stroke is None else replace(entry, stroke=replace(entry.stroke, other_hand=True))


def _holds(stroke: Stroke) -> bool:
    return stroke.technique is Technique.HOLD and stroke.other_hand and stroke.duration is None
