"""Work in place: cycles at one spot after another."""

import abc
import itertools
import math
from dataclasses import replace

from effleurage.limits import open_count, tempo
from effleurage.performance import LEFT, Phase
from effleurage.planning._composer import Point
from effleurage.planning._data import rows
from effleurage.planning._place.where import LEVELS, LINES, MIDDLE
from effleurage.planning._score import Rhythm
from effleurage.planning.strokes._technique import Task, Technique, far
from effleurage.planning.strokes._unseen import unknown
from effleurage.routine import Direction, Hands, Place, Side

_OUT_OR_IN = frozenset({Direction.OUT, Direction.IN})
_TRAVEL = frozenset({Direction.UP, Direction.DOWN, Direction.OUT, Direction.IN, Direction.ACROSS})


_THERE = 0.03
"""Hands that are nearer to a spot than so, in [m], are there."""


class InPlace(Technique):
    """A technique that works in cycles at one spot after another."""

    @abc.abstractmethod
    def rhythm(self, task: Task, cycles: float) -> Rhythm:
        """The cycles at one spot."""

    def perform(self, task: Task) -> None:
        """See :meth:`Technique.perform`."""
        if task.stroke.hands is Hands.ALTERNATE:
            task = replace(task, stroke=replace(task.stroke, hands=Hands.BOTH))
        parts = _by_chart(task)
        if len(parts) > 1:
            for part in parts:
                self.perform(part)
            return
        if not task.chart():
            unknown(task)
            return
        spots = work_spots(task)
        if task.stroke.progress and _worked(task, spots[0]):
            spots = spots[1:] or spots
        cycles = max(2.0, self.cycles(task) / len(spots))
        if len(task.hands) == 1:
            task = _with_one(task)
        for sign in _sides(task):
            self.visit(replace(task, sign=sign), spots, cycles)

    def cycles(self, task: Task) -> float:
        """How many cycles the text asks for, at all spots together."""
        if task.stroke.duration is not None:
            return max(1.0, task.length("hold") * self.rhythm(task, 1.0).rate)
        said = task.stroke.repeats if "repeats" in task.stroke.stated else None
        return float(said or open_count(task.cue.technique))

    def visit(self, task: Task, spots: list[Point], cycles: float) -> None:
        """Work at some spots of one side, or of both at once."""
        composer = task.composer
        if not composer.holds(task.hands, task.tool) or far(task, spots[0]) or not _on_side(task):
            task.land(spots[0])
        force = composer.force(task.stroke, task.tool)
        for i, spot in enumerate(spots):
            if i or far(task, spot, _THERE):
                composer.go([spot], cue=task.cue, force=0.6 * force, speed=tempo(task.cue.technique).speed)
            composer.stay(cue=task.cue, force=force, rhythm=self.rhythm(task, cycles), phase=Phase.STROKE)


def _with_one(task: Task) -> Task:
    """The stroke with the hand that does it named: the same one works on the other side too."""
    said = Hands.LEFT if task.hands[0] == LEFT else Hands.RIGHT
    return replace(task, stroke=replace(task.stroke, hands=said, other_hand=False), swapped=False)


def _by_chart(task: Task) -> list[Task]:
    """The stroke, in parts where it works on places of several charts, or of none."""
    works = [place for place in task.stroke.over if place not in LINES]
    charts = [task.composer.where.chart(place) for place in works]
    parts = [[works[i] for i in group] for group in _runs(charts)]
    if len(parts) < 2:
        return [task]
    lines = tuple(place for place in task.stroke.over if place in LINES)
    return [
        replace(
            task,
            stroke=replace(
                task.stroke,
                over=(*(lines if task.composer.where.chart(part[0]) == "back" else ()), *part),
                over_spots=(),
                start=None,
                start_spot=None,
            ),
        )
        for part in parts
    ]


def _runs(names: list[str]) -> list[list[int]]:
    """Indices of equal names that follow each other."""
    found = itertools.groupby(range(len(names)), key=lambda i: names[i])
    return [list(group) for _, group in found]


def _on_side(task: Task) -> bool:
    opened = task.composer.open
    return opened is not None and opened.run.signs == task.signs


def _sides(task: Task) -> tuple[float, ...]:
    """One hand works on muscles that lie on both sides of the midline: on one side, then on the other."""
    place = task.place()
    in_turn = len(task.hands) == 1 and not task.one_sided and task.stroke.side in (None, Side.BOTH)
    midline = place in MIDDLE or task.stroke.side is Side.BOTH
    return (task.sign, -task.sign) if in_turn and midline else (task.sign,)


def work_spots(task: Task) -> list[Point]:
    """Spots that work in place visits, in order."""
    stroke, where, tool = task.stroke, task.composer.where, task.tool
    if _stays(task):
        assert task.composer.open is not None
        return [task.composer.open.at]
    back = _way_back(task)
    first = task.start() if back is None or task.composer.open is None else task.composer.open.at
    travels = {Direction.UP, Direction.DOWN} & set(stroke.direction)
    nowhere = Place.BACK if travels else Place.LOWER_BACK
    works = [place for place in stroke.over if place not in LINES] or [task.place() or nowhere]
    step = rows()["knead"]["spacing"]
    on_line = any(place in LINES for place in stroke.over)
    if on_line or travels or back or stroke.end is not None:
        x1 = where.level(stroke.end) if stroke.end else back[0] if back else _far_end(task, works[0])
        n = max(2, min(12, math.ceil(abs(x1 - first[0]) / max(step, 0.05))))
        o1 = back[1] if back else first[1]
        if stroke.end in MIDDLE and not on_line:
            o1 = min(o1, where.at_share(x1, 0.5))
        elif stroke.end is not None and stroke.end not in (LEVELS if on_line else MIDDLE | LINES):
            o1 = where.out(stroke.end, tool, x=x1)
        return [
            (first[0] + (x1 - first[0]) * i / (n - 1), first[1] + (o1 - first[1]) * i / (n - 1))
            for i in range(n)
        ]
    if _OUT_OR_IN & set(stroke.direction) and Direction.CIRCLE not in stroke.direction and stroke.over:
        return _sideways(task, first, works[-1])
    spots: list[Point] = []
    for place in works:
        region = where.region(place)
        if region.chart != "back":
            return [where.head_spot(place, apart=len(task.hands) == 2 and not task.parallel)]
        low, high = where.ends(place)
        n = max(1, min(4, int((high - low) / step)))
        for i in range(n):
            x = low + (high - low) * (i + 0.5) / n if n > 1 else low + 0.65 * (high - low)
            spots.append((x, where.out(place, tool, x=x)))
    return spots


def _way_back(task: Task) -> Point | None:
    """Where "and back again" leads: to where the hands were when the stroke before began."""
    stroke = task.stroke
    if task.before is None or stroke.end is not None or stroke.over or not stroke.direction:
        return None
    before, begin = task.before
    leaves = before.end is not None and before.end is stroke.start and before.technique is stroke.technique
    return begin if leaves and before.end is not before.start else None


def _worked(task: Task, spot: Point) -> bool:
    """The hands have just worked at a spot: "move an inch and press again" begins at the next."""
    opened = task.composer.open
    worked = opened is not None and bool(opened.legs) and opened.legs[-1].rhythm is not None
    return worked and not far(task, spot, _THERE)


def _sideways(task: Task, first: Point, place: Place) -> list[Point]:
    """Spots over a place from its inner edge to its outer one, or back; from where the words begin."""
    where, out = task.composer.where, Direction.OUT in task.stroke.direction
    x = where.level(place)
    edges = [
        (x, where.out(place, task.tool, x=x, share=share)) for share in ((0.1, 0.9) if out else (0.9, 0.1))
    ]
    begin = first if task.stroke.start is not None and task.stroke.start is not place else edges[0]
    count = max(2, math.ceil(math.dist(begin, edges[1]) / rows()["knead"]["spacing"]))
    return [
        (
            begin[0] + (edges[1][0] - begin[0]) * i / (count - 1),
            begin[1] + (edges[1][1] - begin[1]) * i / (count - 1),
        )
        for i in range(count)
    ]


def _stays(task: Task) -> bool:
    """The hands have just been put down where they are to work, and the words name no other place."""
    stroke, opened = task.stroke, task.composer.open
    named = {"over", "start", "end"} & stroke.stated
    goes = stroke.end is not None or stroke.progress or _TRAVEL & set(stroke.direction)
    if opened is None or named or goes or not task.composer.holds(task.hands, task.tool):
        return False
    return bool(opened.legs) and opened.run.chart == "back" and not any(leg.travels for leg in opened.legs)


def _far_end(task: Task, place: Place) -> float:
    where, down = task.composer.where, Direction.DOWN in task.stroke.direction
    if place in LINES:
        place = Place.BACK
    low, high = (
        where.ends(Place.SACRUM if down else Place.NECK_BASE) if place is Place.BACK else where.ends(place)
    )
    return low if down else (low if place is Place.BACK else high)
