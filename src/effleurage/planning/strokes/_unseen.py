"""Strokes on parts without a chart: they have a time and words, and no pose."""

import math
from dataclasses import replace

from effleurage.anatomy import atlas
from effleurage.planning._trace.air import hover
from effleurage.planning.strokes._technique import Task
from effleurage.routine import Side, Zone


def unknown(task: Task) -> None:
    """A stroke on a part without a chart: time and words, no pose; the hands count as where they wait."""
    cue = replace(task.cue, region=_region(task))
    time = max(6.0, task.length("hold") * task.count)
    waits = [hover(task.composer.station, hand) for hand in task.hands]
    middle = sum(wait.along for wait in waits) / len(waits)
    signs = tuple(math.copysign(1.0, wait.across) for wait in waits)
    task.composer.land(
        task.hands,
        (middle, abs(waits[0].across)),
        cue=cue,
        tool=task.tool,
        signs=signs,
        turn=task.composer.seen(waits[0].heading * signs[0]),
        shift=tuple(wait.along - middle for wait in waits),
        chart="",
    )
    task.composer.stay(cue=cue, force=0.0, dwell=time)
    task.composer.lift()


def _region(task: Task) -> str:
    """The part's name, with its side where the words are about one of two.

    What a stroke goes over counts before where the hands were left: "stroke down the arm" after the chest.
    """
    stroke, where = task.stroke, task.composer.where
    named = (*stroke.over, stroke.start, stroke.end)
    place = next((name for name in named if name is not None and not where.chart(name)), None)
    if place is None:
        return ""
    told = task.one_sided or stroke.side in (Side.LEFT, Side.RIGHT, Side.ONE, Side.OTHER)
    if not (told and atlas().place(place.value).paired):
        return Zone(place=place).name
    return Zone(place=place, side=Side.LEFT if task.sign > 0 else Side.RIGHT).name
