"""A row of like strokes, each beginning a little further on: fans up the back, pulls along the spine."""

import math
from dataclasses import dataclass, replace
from typing import final

import numpy as np

from effleurage.limits import upward_force_most, working_force
from effleurage.performance import Phase
from effleurage.planning._composer import Point
from effleurage.planning._data import rows
from effleurage.planning._place.where import LINES, MIDDLE
from effleurage.planning._trace.route import Way, route
from effleurage.planning.strokes._technique import Task
from effleurage.routine import Direction, Fingers, Hands, Place, Pointing

_LIGHT = frozenset({"brush", "feather", "skim", "whisk"})


@final
@dataclass(frozen=True, kw_only=True)
class Row:
    """What belongs to a row.

    Attributes:
        units: The strokes that show how one goes, in order.
        progress: The stroke that says how far the row goes on.
        finale: The stroke that ends it from where the row arrives, or None.
    """

    units: tuple[Task, ...]
    progress: Task
    finale: Task | None = None

    @property
    def shape(self) -> Task:
        """The stroke that shows how one goes."""
        return self.units[0] if self.units else self.progress

    @property
    def alternates(self) -> bool:
        """One hand after the other."""
        said = {task.stroke.hands for task in (*self.units, self.progress)}
        follows = any(task.stroke.other_hand or task.stroke.follows for task in (*self.units, self.progress))
        return Hands.BOTH not in said and (Hands.ALTERNATE in said or follows)

    def perform(self) -> None:
        """Do all strokes of the row."""
        starts = _starts(self)
        owners = [*self.units, *([self.progress] * max(1, len(starts) - len(self.units)))]
        for i, (task, start) in enumerate(zip(owners, starts, strict=False)):
            share = i / max(1, len(starts) - 1)
            before = None if i == 0 else self.shape.composer.open
            _one(
                self,
                task,
                start,
                share,
                first=i == 0,
                room=0.0 if before is None else before.at[0] - start[0],
            )
        if self.finale is not None:
            _one(self, self.finale, (_top(self), 0.85 * starts[-1][1]), 1.0, first=False, room=0.0)


def _rounds(row: Row) -> Place | None:
    """The place that the row goes round, or None when it goes along the spine."""
    stroke = row.progress.stroke
    sides = [place for place in stroke.over if place not in LINES | MIDDLE]
    if sides and {Direction.AROUND, Direction.CIRCLE} & set(stroke.direction):
        return sides[0]
    return None


def _top(row: Row) -> float:
    """Level at which the row arrives, in [m]; of hands side by side, the one that is ahead arrives there."""
    stroke, where = row.progress.stroke, row.progress.composer.where
    named = stroke.end is not None and stroke.end in MIDDLE
    return where.level(stroke.end if named else Place.NECK_BASE) - max(row.shape.shift, default=0.0)


def _starts(row: Row) -> list[Point]:
    task = row.shape
    composer, where = task.composer, task.composer.where
    begin = composer.open.at if composer.open is not None else task.start()
    around = _rounds(row)
    step = rows()["pull" if not row.alternates else "fan"]["step"]
    if around is not None:
        return _edge(row, around, begin, 0.85 * step)
    lane = where.lane(task.tool)
    down = (
        Direction.DOWN in row.progress.stroke.direction and Direction.UP not in row.progress.stroke.direction
    )
    last = where.level(Place.SACRUM) if down else _top(row)
    if row.finale is None and not down:
        last = min(last, where.ground.x(where.atlas.landmark("C7").along) - rows()["fan"]["short"])
    n = max(len(row.units) + 1, math.ceil(abs(last - begin[0]) / step) + 1)
    starts = [(begin[0] + (last - begin[0]) * i / (n - 1), lane) for i in range(n)]
    return starts if row.finale is None else starts[:-1]


def _edge(row: Row, place: Place, begin: Point, step: float) -> list[Point]:
    """Starts round a place's edge: from where the hands are, up its inner edge and out along its top."""
    where = row.shape.composer.where
    low, high = where.ends(place)
    high -= rows()["gap"]["just"]
    inner, outer = where.box(place)[1]
    corner = high - 0.1 * (high - low)
    path = [
        begin,
        (low + 0.35 * (high - low), where.at_share(low + 0.35 * (high - low), inner)),
        (corner, where.at_share(corner, inner)),
        (high, where.at_share(high, inner + rows()["round"]["top"] * (outer - inner))),
    ]
    nodes = np.array(path)
    length = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(nodes, axis=0), axis=1))])
    n = max(len(row.units) + 2, math.ceil(length[-1] / step) + 1)
    at = np.linspace(0.0, length[-1], n)
    return [(float(np.interp(s, length, nodes[:, 0])), float(np.interp(s, length, nodes[:, 1]))) for s in at]


def _one(row: Row, task: Task, start: Point, share: float, *, first: bool, room: float) -> None:
    """One stroke of the row, by the next hand; the last one ended `room` metres above its start."""
    composer = task.composer
    stroke = replace(row.shape.stroke, hands=_hand(row, task, first=first))
    unit = replace(task, stroke=stroke, swapped=False)
    stays = first and composer.holds(unit.hands, unit.tool)
    if not stays:
        fans = row.alternates and unit.stroke.pointing in (None, Pointing.HEAD)
        unit.land(
            start,
            timing="overlap" if row.alternates and not first else "after",
            turn=_begin(row, room) if fans and not first else None,
        )
    opened = composer.open
    assert opened is not None
    light = stroke.pressure is None and stroke.fingers is Fingers.SPLAYED and _rounds(row) is not None
    force = min(composer.force(stroke, unit.tool), upward_force_most())
    force = working_force(unit.tool, "light") if light or stroke.verb in _LIGHT else force
    points, turns = _path(row, unit, task, share)
    composer.go(
        points, cue=task.cue, force=force, speed=composer.speed(stroke) * 1.15, turn=turns, phase=Phase.STROKE
    )


def _begin(row: Row, room: float) -> float:
    """Heading at which a fan begins, in [rad].

    Its wrist is out and its fingers point in, past the wrist of the hand that leaves above; where that
    hand is beside it, the fingers point away from it.
    """
    fan = rows()["fan"]
    if _rounds(row) is not None:
        return math.radians(rows()["round"]["begin"])
    return math.radians(float(np.interp(room, fan["room"], fan["begin"])))


def _hand(row: Row, task: Task, *, first: bool) -> Hands:
    composer = task.composer
    if not row.alternates:
        return row.shape.stroke.hands or Hands.BOTH
    hand = row.shape.one_hand if first else 1 - composer.last_hand
    return Hands.LEFT if hand == 0 else Hands.RIGHT


def _path(row: Row, unit: Task, task: Task, share: float) -> tuple[list[Point], list[float]]:
    """Way points of one stroke of the row, and the headings there."""
    composer, where = task.composer, task.composer.where
    opened = composer.open
    assert opened is not None
    (x, o), turn = opened.at, opened.turn
    final = task is row.finale or (task is row.progress and share == 1.0 and task.stroke.end is Place.ARMPIT)
    if final:
        way = Way(
            at=(x, o),
            turn=turn,
            tool=unit.tool,
            home=None,
            both=False,
            passes=False,
            toward=composer.side * task.sign,
            shift=opened.shift if row.shape.parallel else (),
        )
        ending = replace(task.stroke, over=(), over_spots=(), direction=(), returning=False)
        if ending.end is not None:
            path = route(ending, way, where)
            turns = path.turns if row.shape.parallel else _fan_turns(turn, len(path.points))
            return path.points, turns
    if Direction.TOWARD_GIVER in unit.stroke.direction or row.shape.parallel:
        reach = where.at_share(x, rows()["pull"]["out"])
        return [(x, 0.5 * (o + reach)), (x, reach)], [turn, turn]
    return _fan(row, (x, o), turn)


def _fan_turns(begin: float, count: int) -> list[float]:
    full = math.radians(rows()["fan"]["turn"][0])
    return [begin + full * (i + 1) / count for i in range(count)]


def _fan(row: Row, at: Point, begin: float) -> tuple[list[Point], list[float]]:
    """Up and out, the hand turning outward as it goes."""
    where, fan = row.shape.composer.where, rows()["fan"]
    x, o = at
    around = _rounds(row)
    rise = max(0.025, min(fan["rise"], where.ground.x(fan["top"]) - x))
    out = float(np.interp(where.ground.level_at(x + rise), fan["level"], fan["out"]))
    if around is not None:
        rise = min(rise, rows()["round"]["rise"])
        out = rows()["round"]["out"]
    top = x + rise
    reach = max(where.at_share(top, out), o + 0.05)
    points = [
        (x + 0.55 * rise, o + 0.16 * (reach - o)),
        (x + 0.9 * rise, o + 0.55 * (reach - o)),
        (top, reach),
    ]
    part = fan if around is None else rows()["round"]
    # Over the shoulder the chart's lines lean in to the neck, and a hand turns further to point as far out.
    full = math.radians(float(np.interp(where.ground.level_at(top), fan["lean"], part["turn"])))
    return points, [begin + part * full for part in (0.25, 0.7, 1.0)]
