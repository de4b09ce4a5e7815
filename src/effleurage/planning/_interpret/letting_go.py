"""Letting go: a clasped arm is lifted off, and the hand lets go of it, before it is put down again."""

from collections.abc import Sequence
from dataclasses import replace

from effleurage.planning._interpret.items import Item
from effleurage.routine import Direction, Pressure, Stroke, Technique, Tool

_ARMS = (Tool.FOREARM, Tool.ELBOW)


def let_go(entries: Sequence[Item]) -> tuple[Item, ...]:
    """The entries, in which a clasped arm that is put down again is lifted off before, though nobody says so.

    As in "Clasp the working hand. Slide up. Repeat twice from the beginning.".
    """
    if not any(entry.arrangement is not None and entry.arrangement.clasped for entry in entries):
        return tuple(entries)
    out: list[Item] = []
    for n, entry in enumerate(entries):
        out.append(entry)
        after = next((later.stroke for later in entries[n + 1 :] if later.stroke is not None), None)
        if entry.stroke is not None and _glides(entry.stroke) and _begins_anew(after):
            out.append(replace(entry, stroke=_lifted(entry.stroke)))
    return tuple(out)


def _glides(stroke: Stroke) -> bool:
    there = stroke.technique is Technique.EFFLEURAGE and not stroke.returning and stroke.end is not None
    return there and stroke.tool in _ARMS


def _begins_anew(after: Stroke | None) -> bool:
    """What follows starts elsewhere: it is laid down again, or does again what was done."""
    return after is None or after.technique is Technique.HOLD or (after.copied and not _is_off(after))


def _is_off(stroke: Stroke) -> bool:
    return stroke.technique is Technique.RELEASE or stroke.returning


def _lifted(stroke: Stroke) -> Stroke:
    return replace(
        stroke,
        technique=Technique.RELEASE,
        direction=(Direction.OFF,),
        start=stroke.end,
        start_spot=stroke.end_spot,
        end=None,
        end_spot=None,
        over=(),
        over_spots=(),
        pressure=Pressure.LIGHT,
        stated=frozenset(),
    )
