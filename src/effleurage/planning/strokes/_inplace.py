"""Friction, tapotement, vibration, compression, stretch: work in cycles at one spot after another."""

from typing import final

from effleurage.limits import tempo
from effleurage.planning._data import rows
from effleurage.planning._score import Rhythm
from effleurage.planning.strokes._spotwise import InPlace
from effleurage.planning.strokes._technique import Task


def _rate(task: Task, technique: str) -> float:
    word = task.stroke.tempo
    return tempo(technique, None if word is None else word.value).cycle


@final
class Friction(InPlace):
    """Small deep circles."""

    def rhythm(self, task: Task, cycles: float) -> Rhythm:
        """See :meth:`InPlace.rhythm`."""
        return Rhythm(
            shape="circle", amplitude=rows()["circle"]["small"], cycles=cycles, rate=_rate(task, "friction")
        )


@final
class Tapotement(InPlace):
    """Light drumming: the touch swells and fades without leaving the skin."""

    def rhythm(self, task: Task, cycles: float) -> Rhythm:
        """See :meth:`InPlace.rhythm`."""
        return Rhythm(shape="press", amplitude=0.0, cycles=cycles, rate=_rate(task, "tapotement"), swell=0.6)


@final
class Vibration(InPlace):
    """Trembling in place."""

    def rhythm(self, task: Task, cycles: float) -> Rhythm:
        """See :meth:`InPlace.rhythm`."""
        return Rhythm(
            shape="shake",
            amplitude=rows()["shake"]["amplitude"],
            cycles=cycles,
            rate=_rate(task, "vibration"),
        )


@final
class Compression(InPlace):
    """Pressing in, staying, easing out."""

    def rhythm(self, task: Task, cycles: float) -> Rhythm:
        """See :meth:`InPlace.rhythm`."""
        return Rhythm(
            shape="press", amplitude=0.0, cycles=cycles, rate=_rate(task, "compression"), swell=0.85
        )


@final
class Stretch(InPlace):
    """A slow lengthening pull."""

    def rhythm(self, task: Task, cycles: float) -> Rhythm:
        """See :meth:`InPlace.rhythm`."""
        return Rhythm(shape="press", amplitude=0.0, cycles=cycles, rate=_rate(task, "stretch"), swell=0.7)
