"""Hold, release and what the table lacks."""

from typing import final

from effleurage.limits import seconds
from effleurage.performance import Phase
from effleurage.planning.strokes._effleurage import Effleurage
from effleurage.planning.strokes._technique import Task, Technique, far
from effleurage.planning.strokes._unseen import unknown
from effleurage.routine import Direction

_LIFTING = frozenset({"lift", "raise", "remove", "withdraw"})
"""What is lifted or removed has left the skin, whether or not it is said to be lifted off."""


@final
class Hold(Technique):
    """Resting, keeping, placing."""

    def perform(self, task: Task) -> None:
        """See :meth:`Technique.perform`."""
        composer, chart = task.composer, task.chart()
        if task.clasped and task.stroke.other_hand:
            return
        if not chart:
            unknown(task)
            return
        at = task.spot_on(chart)
        if task.rests and composer.resting >= 0:
            return
        opened = composer.open
        if opened is not None and opened.at[1] < 0.0 and opened.run.signs == task.signs and not task.setup:
            # As in "Hug the waist", which crossed arms have come to: they stay crossed.
            at = at[0], -at[1]
        if not composer.holds(task.hands, task.tool) or far(task, at, 0.04):
            task.land(at)
        if task.rests:
            composer.stay(cue=task.cue, force=composer.rest_force(), dwell=seconds("placing"))
            composer.lift(sustained=True)
            return
        time = seconds("placing") if task.setup and task.stroke.duration is None else task.length("hold")
        composer.stay(cue=task.cue, force=composer.rest_force(), dwell=time)


@final
class Release(Technique):
    """Lifting off, or letting the pressure go while the hands glide on."""

    def perform(self, task: Task) -> None:
        """See :meth:`Technique.perform`."""
        composer = task.composer
        if composer.open is None:
            return
        lifted = Direction.OFF in task.stroke.direction or task.stroke.verb in _LIFTING
        if lifted or task.last:
            composer.stay(cue=task.cue, force=composer.rest_force(), dwell=0.3, phase=Phase.STROKE)
            composer.lift()
        else:
            composer.easing = task.cue


@final
class Other(Technique):
    """A named motion that the table of techniques lacks: a glide if it goes anywhere, else a hold."""

    def perform(self, task: Task) -> None:
        """See :meth:`Technique.perform`."""
        goes = task.stroke.end is not None or task.stroke.direction
        (Effleurage() if goes else Hold()).perform(task)
