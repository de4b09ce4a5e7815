"""Petrissage: kneading, rolling, and pulling up flesh."""

from dataclasses import replace
from typing import final

from effleurage.limits import tempo
from effleurage.performance import Phase
from effleurage.planning._data import rows
from effleurage.planning._score import Rhythm
from effleurage.planning.strokes._spotwise import InPlace
from effleurage.planning.strokes._technique import Task, far
from effleurage.routine import Place, Pressure, Tool

_NECK = frozenset({Place.NECK, Place.NECK_BASE, Place.NECK_SIDES})
_SIDES = frozenset({Place.WAIST, Place.FLANK, Place.HIP})


@final
class Petrissage(InPlace):
    """Kneading in place; or, with flat hands that already lie round a side, pulling the flesh up."""

    def perform(self, task: Task) -> None:
        """See :meth:`Technique.perform`."""
        opened = task.composer.open
        if task.tool == "palm" and len(task.hands) == 1 and not _NECK.isdisjoint(task.stroke.over):
            # One whole hand kneads a neck between its thumb and fingers, whether or not that is told.
            task = replace(task, stroke=replace(task.stroke, tool=Tool.GRIP))
        side = [place for place in (*task.stroke.over, task.stroke.start) if place in _SIDES]
        lie = opened is not None and (opened.run.hands, opened.run.signs) == (task.hands, task.signs)
        if side and lie and task.tool == "palm" and task.stroke.end is None:
            _pull_up(task, side[0])
        else:
            super().perform(task)

    def rhythm(self, task: Task, cycles: float) -> Rhythm:
        """See :meth:`InPlace.rhythm`."""
        rate = tempo("petrissage", task.stroke.tempo and task.stroke.tempo.value).cycle
        return Rhythm(shape="roll", amplitude=rows()["knead"]["roll"], cycles=cycles, rate=rate, swell=0.75)


def _pull_up(task: Task, place: Place) -> None:
    """Pull the flesh of the side inward and up, most firmly at its outermost."""
    composer, where, pull = task.composer, task.composer.where, rows()["waist"]
    opened = composer.open
    assert opened is not None
    side = -1.0 if opened.at[1] < 0.0 else 1.0
    x = where.level(place)
    if far(task, (x, side * where.at_share(x, pull["wrap"])), 0.06):
        composer.go(
            [(x, side * where.at_share(x, pull["wrap"]))],
            cue=task.cue,
            force=composer.force(task.stroke, task.tool) * 0.5,
            speed=composer.speed(task.stroke),
        )
    firm = task.stroke.pressure is Pressure.FIRM
    peak = pull["peak"] if firm else composer.force(task.stroke, task.tool)
    inner, wide = where.at_share(x, pull["pulled"]), where.at_share(x, pull["wrap"])
    composer.go(
        [(x + 0.012, side * (0.55 * inner + 0.45 * wide)), (x + 0.018, side * inner)],
        cue=task.cue,
        force=((0.0, peak), (0.6, peak), (1.0, 0.5 * peak)),
        speed=tempo("petrissage").speed_range[0] * 1.4,
        phase=Phase.STROKE,
    )
