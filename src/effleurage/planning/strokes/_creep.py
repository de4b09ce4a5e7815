"""Work that creeps along: press, let go, slide an inch, and so on until a place is reached."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import final

from effleurage.planning._composer import Point
from effleurage.planning._data import rows
from effleurage.planning._place.where import LEVELS, LINES
from effleurage.planning.strokes._spotwise import InPlace
from effleurage.planning.strokes._technique import Task, Technique
from effleurage.routine import Direction, Place
from effleurage.routine import Technique as Name

_MOST = 12


@final
@dataclass(frozen=True, kw_only=True)
class Creep:
    """Clauses that are done in turn at one spot after another; the last of them slides on to the next.

    Attributes:
        shown: What is done at the first spot.
        unit: What is done at the others.
    """

    shown: tuple[Task, ...]
    unit: tuple[Task, ...]

    def perform(self, techniques: Mapping[Name | None, Technique]) -> None:
        """Do all of it at every spot, and slide on in between."""
        first = self.shown[0]
        composer = first.composer
        if not composer.holds(first.hands, first.tool):
            first.land()
        spots = self._spots()
        for number, spot in enumerate(spots):
            *works, slide = self.unit if number else self.shown
            for task in works:
                technique = techniques[task.stroke.technique]
                if isinstance(technique, InPlace):
                    cycles = max(1.0, technique.cycles(task)) if task.stroke.duration else 1.0
                    technique.visit(task, [spot], cycles)
                else:
                    composer.easing = task.cue
            if number + 1 < len(spots):
                composer.go(
                    [spots[number + 1]],
                    cue=slide.cue,
                    force=composer.rest_force(),
                    speed=composer.speed(slide.stroke),
                )
            composer.easing = None

    def _spots(self) -> list[Point]:
        """From where the hands are to where the words say, not further apart than an inch or two."""
        slide = self.unit[-1]
        composer, stroke = slide.composer, slide.stroke
        assert composer.open is not None
        x, o = composer.open.at
        down = Direction.DOWN in stroke.direction
        goal = stroke.end or (Place.SACRUM if down else Place.NECK_BASE)
        end = composer.where.level(goal)
        over = {place for task in self.unit for place in task.stroke.over}
        lane = bool(over & LINES) or goal in LEVELS
        out = o if lane else composer.where.out(goal, slide.tool, x=end)
        count = max(2, min(_MOST, math.ceil(abs(end - x) / rows()["creep"]["spacing"]) + 1))
        return [(x + (end - x) * i / (count - 1), o + (out - o) * i / (count - 1)) for i in range(count)]
