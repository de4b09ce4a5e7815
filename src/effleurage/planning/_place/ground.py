"""Ground: a chart rolled out in metres, in which strokes are drawn.

`x` is the length along the spine from the chart's lower edge, `y` the distance from the midline
along the skin at constant `along`, positive to the receiver's left. Strokes are drawn here and
taken back to the chart at the end, so that a lane keeps its distance on every body.
"""

import bisect
from typing import final

import numpy as np
from jaxtyping import Float
from scipy.interpolate import CubicSpline

from effleurage.anatomy import Surface
from effleurage.spatial import length

_EDGE, _NECK_EDGE = 0.985, 0.95
_SOFT, _SOFT_EDGE = 0.012, 0.02
_NECK = (0.80, 0.88)
"""How far round hands go: less at the neck, whose front is not touched; between these levels it narrows;
ways bend off over about `_SOFT` metres along and `_SOFT_EDGE` across where the chart ends."""


@final
class _Way:
    """A cubic spline that is quick at one point, too."""

    def __init__(self, at: Float[np.ndarray, " n"], values: Float[np.ndarray, " n"]) -> None:
        self.many = CubicSpline(at, values)
        self._at, self._rows = at.tolist(), self.many.c.T.tolist()

    def one(self, at: float) -> float:
        """The value at one point."""
        i = min(max(bisect.bisect_right(self._at, at) - 1, 0), len(self._rows) - 1)
        a, b, c, d = self._rows[i]
        s = at - self._at[i]
        return ((a * s + b) * s + c) * s + d


@final
class Ground:
    """The rolled-out chart of one surface.

    Attributes:
        surface: The skin.
        chart: Name of the chart.
    """

    def __init__(self, surface: Surface, chart: str = "back") -> None:
        self.surface = surface
        self.chart = chart
        along = np.linspace(0.0, 1.0, 61)
        spine = surface.point(along, np.zeros_like(along), chart=chart)
        gone = np.concatenate([[0.0], np.cumsum(length(np.diff(spine, axis=0)))])
        self._x_of_along = _Way(along, gone)
        self._along_of_x = _Way(gone, along)
        self.length = float(gone[-1])
        # A routine asks for the same few places again and again, and so does every further draft of it.
        self._laterals: dict[tuple[float, float], float] = {}
        self._arrivals: dict[tuple[float, float, tuple[float, ...]], float] = {}

    def x(self, along: float) -> float:
        """Length along the spine at a level, in [m]."""
        return self._x_of_along.one(along)

    def along(self, x: Float[np.ndarray, "*n"] | float) -> np.ndarray:
        """Level at a length along the spine; ways that lead over the chart's end turn there gently."""
        over = self.length - _SOFT * np.logaddexp(0.0, (self.length - np.asarray(x)) / _SOFT)
        return np.clip(self._along_of_x.many(np.maximum(over, 0.0)), 0.0, 1.0)

    def level_at(self, x: float) -> float:
        """Level at one length along the spine, as `along` finds it for many."""
        over = self.length - _SOFT * float(np.logaddexp(0.0, (self.length - x) / _SOFT))
        return min(max(self._along_of_x.one(max(over, 0.0)), 0.0), 1.0)

    def lateral(self, x: float, across: float) -> float:
        """Distance from the midline along the skin at one length along the spine, in [m]."""
        key = (x, across)
        if key not in self._laterals:
            lateral = self.surface.patch(self.chart).lateral
            self._laterals[key] = float(lateral.one(self.level_at(x), across)[0])
        return self._laterals[key]

    def arrival(self, x: float, y: float, shift: tuple[float, ...]) -> float:
        """Where the middle of two hands side by side stops, so that the nearer one arrives at (x, y).

        Args:
            x: Length along the spine, in [m].
            y: Distance from the midline, in [m].
            shift: Further x of each hand, in [m].
        """
        key = (x, y, shift)
        if key not in self._arrivals:
            middle = x + np.linspace(0.0, 1.4 * max(shift), 15)
            along, across = self.chart_of(middle, np.full(len(middle), y))
            pairs = np.repeat(along[:, None], 2, 1), np.repeat(across[:, None], 2, 1)
            along = self.beside(*pairs, np.broadcast_to(shift, (len(middle), 2)), pair=True)
            goal = self.surface.point(*self.chart_of(np.array(x), np.array(y)), chart=self.chart)
            away = length(self.surface.point(along, pairs[1], chart=self.chart) - goal)
            self._arrivals[key] = float(middle[np.argmin(away.min(axis=1))])
        return self._arrivals[key]

    def y(
        self, along: Float[np.ndarray, "*n"] | float, across: Float[np.ndarray, "*n"] | float
    ) -> np.ndarray:
        """Distance from the midline along the skin, in [m]."""
        return np.asarray(self.surface.lateral(along, across, chart=self.chart))

    def plane(self, along: float, across: float) -> tuple[float, float]:
        """A chart point in metres."""
        return self.x(along), float(self.surface.patch(self.chart).lateral.one(along, across)[0])

    def chart_of(
        self, x: Float[np.ndarray, "*n"], y: Float[np.ndarray, "*n"]
    ) -> tuple[Float[np.ndarray, "*n"], Float[np.ndarray, "*n"]]:
        """Points in metres as chart coordinates, held inside the chart."""
        along = self.along(x)
        across = np.asarray(self.surface.at(along, y, chart=self.chart))
        edge = np.interp(along, _NECK, (_EDGE, _NECK_EDGE))
        inner = edge - _SOFT_EDGE * np.logaddexp(0.0, (edge - np.abs(across)) / _SOFT_EDGE)
        return along, np.copysign(np.maximum(inner, 0.0), across)

    def beside(
        self,
        along: Float[np.ndarray, "n h"],
        across: Float[np.ndarray, "n h"],
        shift: Float[np.ndarray, "n h"],
        *,
        pair: bool,
    ) -> Float[np.ndarray, "n h"]:
        """Levels that lie `shift` metres further along the skin at the same `across`.

        Args:
            along: Where the hands would be without it.
            across: Their other coordinate.
            shift: How far on, in [m].
            pair: Two hands go side by side: the straight way between them counts.
        """
        spline, here = self.surface.patch(self.chart).position, self.surface.points(along, across, self.chart)
        step = shift / length(spline.at(here, 1, 0))
        near = spline.at(here)
        for _ in range(3):
            far = spline.at(spline.points(along + step, across))
            if pair:
                reached = length(far[:, :1] - far[:, 1:])
                goal = np.abs(shift[:, :1] - shift[:, 1:])
            else:
                reached, goal = length(far - near), np.abs(shift)
            step = step * np.where(reached > 1e-4, goal / np.maximum(reached, 1e-4), 1.0)
        return np.clip(along + step, 0.0, 1.0)
