"""Trace: way points as smooth paths, all ways of a routine at once.

Between two rests a path is one spline through its way points, twice continuously differentiable,
so that clauses join without a corner.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float, Int

from effleurage.planning._trace.parts import Way
from effleurage.spatial import Curves

_GRAIN = 0.008
_SPAN, _CORNER = 0.075, 0.045
"""Straight stretches get further way points this far apart [m], this far from their ends [m]."""


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Paths:
    """Ways drawn finely, one after the other.

    Attributes:
        at: Length of each path point along its way's chords, in [m].
        points: (x, o) there, in [m].
        bends: Heading and further x of both hands, over the same length.
        ends: Index of each way's first path point, and after all their number.
        stops: Length at which each leg stops.
        legs: Index of each way's first leg, and after all their number.
    """

    at: Float[np.ndarray, " g"]
    points: Float[np.ndarray, "g 2"]
    bends: Curves
    ends: Int[np.ndarray, " w1"]
    stops: Float[np.ndarray, " l"]
    legs: Int[np.ndarray, " w1"]

    @property
    def way(self) -> Int[np.ndarray, " g"]:
        """Each path point's way."""
        return owners(self.ends)

    def leg_at(self, way: Int[np.ndarray, " n"], at: Float[np.ndarray, " n"]) -> Int[np.ndarray, " n"]:
        """Index of the leg that is on at lengths of ways."""
        base = 2.0 * np.cumsum(np.append(0.0, self.stops[self.legs[1:] - 1] + 1.0))
        keys = self.stops + np.repeat(base[:-1], np.diff(self.legs))
        return np.minimum(np.searchsorted(keys, at + base[way] - 1e-9), self.legs[way + 1] - 1)


def counted(counts: Sequence[int] | Int[np.ndarray, " w"]) -> Int[np.ndarray, " w1"]:
    """Where each of several lists begins when they are put one after the other, and their whole length."""
    return np.concatenate([[0], np.cumsum(counts)]).astype(int)


def owners(ends: Int[np.ndarray, " w1"]) -> Int[np.ndarray, " n"]:
    """The list that each element belongs to."""
    return np.repeat(np.arange(len(ends) - 1), np.diff(ends))


def since(values: Float[np.ndarray, " n"], ends: Int[np.ndarray, " w1"]) -> Float[np.ndarray, " n"]:
    """Values less the first one of their list."""
    return values - np.repeat(values[ends[:-1]], np.diff(ends))


def draw(ways: Sequence[Way]) -> Paths:
    """Smooth paths through the way points of all ways."""
    columns, ends, owner = _filled(ways)
    step = np.concatenate([[0.0], np.linalg.norm(np.diff(columns[:, :2], axis=0), axis=1)])
    chord = since(np.cumsum(step), ends)
    path = Curves.natural(chord, columns[:, :2], ends)
    bends = Curves.monotone(chord, columns[:, 2:], ends)
    length = chord[ends[1:] - 1]
    counts = np.clip(np.ceil(length / _GRAIN), 12, 600).astype(int)
    fine = counted(counts)
    way = owners(fine)
    share = (np.arange(fine[-1]) - fine[way]) / (counts[way] - 1)
    at = share * length[way]
    legs = counted([len(way.legs) for way in ways])
    stops = np.concatenate(
        [
            chord[begin + np.searchsorted(owner[begin + 1 : end], np.arange(len(way.legs)), side="right")]
            for way, begin, end in zip(ways, ends[:-1], ends[1:], strict=True)
        ]
    )
    return Paths(at=at, points=path.at(way, at), bends=bends, ends=fine, stops=stops, legs=legs)


def _filled(
    ways: Sequence[Way],
) -> tuple[Float[np.ndarray, "k 5"], Int[np.ndarray, " w1"], Int[np.ndarray, " k"]]:
    """Way points of all ways, more of them on long straight stretches, so that no bend reaches into those.

    Returns:
        x, o, heading and both further x of each; where each way begins; the leg that each belongs to.
    """
    columns = np.concatenate([np.column_stack([way.points, way.turn, way.shift]) for way in ways])
    ends = counted([len(way.points) for way in ways])
    owner = np.concatenate([np.append(0, way.owner) for way in ways])
    inner = np.ones(len(columns), bool)
    inner[ends[:-1]] = False
    last = np.flatnonzero(inner)
    length = np.linalg.norm(columns[last, :2] - columns[last - 1, :2], axis=1)
    free = length - 2.0 * _CORNER
    more = np.where(free > 0.02, 2 + (free / _SPAN).astype(int), 0)
    counts = np.ones(len(columns), int)
    counts[last] += more
    begins = counted(counts)
    knot = owners(begins)
    number = np.arange(begins[-1]) - begins[knot]
    between = np.zeros(len(columns), int)
    between[last] = more
    at_end = number == between[knot]
    stretch, least = np.zeros(len(columns)), np.ones(len(columns))
    stretch[last], least[last] = free, length
    steps = np.maximum(between - 1, 1)
    share = np.where(at_end, 1.0, (_CORNER + number * stretch[knot] / steps[knot]) / least[knot])[:, None]
    before = np.maximum(knot - 1, 0)
    filled = columns[before] + share * (columns[knot] - columns[before])
    filled[at_end] = columns[knot[at_end]]
    return filled, begins[ends], owner[knot]
