"""Effleurage: gliding along the skin."""

import math
from dataclasses import replace
from typing import final

from effleurage.limits import upward_force_most
from effleurage.performance import LEFT, Phase
from effleurage.planning._data import rows
from effleurage.planning._score import Rhythm
from effleurage.planning._trace.route import Way, route
from effleurage.planning.strokes._cover import cover
from effleurage.planning.strokes._technique import BOTH, Task, Technique, far
from effleurage.planning.strokes._unseen import unknown
from effleurage.routine import Direction, Hands, Place, Pressure, Stroke


@final
class Effleurage(Technique):
    """Gliding: along lines, round places, over whole regions."""

    def perform(self, task: Task) -> None:
        """See :meth:`Technique.perform`."""
        stroke = task.stroke
        if task.chart() != "back":
            unknown(task)
        elif Direction.CIRCLE in stroke.direction and not _rounds(stroke):
            _circles(task)
        elif _covers(task):
            cover(task)
        elif _comes_back(stroke):
            _glide(task, phase=Phase.RETURN)
        elif stroke.hands is Hands.ALTERNATE:
            for _ in range(2 * task.count):
                _alternate(task)
        else:
            for i in range(task.count):
                if i:
                    _back(task)
                _glide(task)


def _covers(task: Task) -> bool:
    """It is for the whole back, and does not carry on what other strokes have begun.

    What goes on and on is for the whole back too if each stroke has its own end: strip beside strip; and
    what is done again "until the whole back is covered" carries on nothing but itself.
    """
    opened = task.composer.open
    fresh = opened is None or opened.run.cue.stroke == task.cue.stroke or task.stroke.copied
    stroke = task.stroke
    stripes = not stroke.progress or stroke.end is not None
    # "Cover the back with oil. Stroke upward.": what was named before is what it goes over.
    named = stroke.start is Place.BACK and "start" not in stroke.stated and stroke.end is None
    return (Place.BACK in (*stroke.over, stroke.end) or named) and fresh and stripes


def _rounds(stroke: Stroke) -> bool:
    """As in "circle out around the shoulders": a way round something, and no circle in its place."""
    return {Direction.AROUND, Direction.OUT} <= set(stroke.direction) and bool(stroke.over)


def _comes_back(stroke: Stroke) -> bool:
    """As in "glide up, and come back lightly": the light way back, which is gone once."""
    return stroke.returning and stroke.pressure is Pressure.LIGHT


def _glide(task: Task, *, phase: Phase | None = None) -> None:
    composer, stroke = task.composer, task.stroke
    crosses = stroke.start is not None and stroke.start is stroke.end
    exact = "start" in stroke.stated and (stroke.start_spot is not None or crosses)
    if not composer.holds(task.hands, task.tool) or (
        exact and far(task, task.start(), 0.05 if crosses else 0.12)
    ):
        task.land()
    opened = composer.open
    assert opened is not None
    way = Way(
        at=opened.at,
        turn=opened.turn,
        tool=task.tool,
        home=task.home,
        both=task.hands == BOTH and not task.parallel,
        passes=task.passes,
        toward=composer.side * task.sign,
        over=task.signs[0] == -opened.run.signs[0],
        shift=opened.shift if task.parallel else (),
    )
    path = route(stroke, way, composer.where)
    if not path.points:
        composer.stay(cue=task.cue, force=composer.force(stroke, task.tool), dwell=1.0)
        return
    upward = path.points[-1][0] > opened.at[0]
    force = min(composer.force(stroke, task.tool, upward=upward), upward_force_most() if upward else math.inf)
    composer.go(
        path.points,
        cue=task.cue,
        force=force,
        speed=composer.speed(stroke),
        turn=path.turns,
        phase=Phase.STROKE if phase is None else phase,
        shift=[
            _shift(task, ahead, opened.shift if ahead == 0.0 and task.parallel else None)
            for ahead in path.ahead
        ],
    )


def _shift(task: Task, ahead: float, carried: tuple[float, ...] | None) -> tuple[float, ...]:
    """How far each hand is ahead where hands pass: the upper one on the head side."""
    if carried is not None:
        return carried
    half = 0.5 * rows()["pass"]["apart"] * ahead
    return (
        tuple(half if hand == task.upper else -half for hand in task.hands)
        if ahead
        else tuple(0.0 for _ in task.hands)
    )


def _back(task: Task) -> None:
    """Return lightly to where the stroke begins."""
    opened = task.composer.open
    assert opened is not None
    begin = task.start()
    task.composer.go(
        [begin],
        cue=task.cue,
        force=rows()["return"]["force"],
        speed=rows()["return"]["speed"],
        turn=[task.turn],
        phase=Phase.RETURN,
    )


def _alternate(task: Task) -> None:
    """One stroke of one hand, on its own side where no other is told; the next lands before it leaves."""
    hand = task.composer.outer_hand(task.sign) if task.composer.last_hand < 0 else 1 - task.composer.last_hand
    said = Hands.LEFT if hand == LEFT else Hands.RIGHT
    both_sides = task.stroke.side is None and not task.one_sided
    sign = task.composer.own(hand) if both_sides else task.sign
    one = replace(task, stroke=replace(task.stroke, hands=said), swapped=False, sign=sign)
    one.land(timing="overlap")
    _glide(one)


def _circles(task: Task) -> None:
    composer, stroke = task.composer, task.stroke
    at = task.centre()
    if not composer.holds(task.hands, task.tool) or far(task, at):
        task.land(at)
    rhythm = Rhythm(shape="circle", amplitude=rows()["circle"]["large"], cycles=max(2, task.count), rate=0.3)
    composer.stay(cue=task.cue, force=composer.force(stroke, task.tool), rhythm=rhythm, phase=Phase.STROKE)
