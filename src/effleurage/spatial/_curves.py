"""Many piecewise cubic curves at once: one banded system for all of them, one call to evaluate them.

A routine has some hundred short curves. Solved one by one, the calls cost far more than the sums.
"""

from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float, Int


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Curves:
    """Cubic Hermite curves, one after the other.

    Attributes:
        knots: Parameters of all curves' knots; each curve's begin at 0 and rise.
        values: Values there.
        slopes: Derivatives there.
        ends: Index of each curve's first knot, and after all the number of knots.
    """

    knots: Float[np.ndarray, " k"]
    values: Float[np.ndarray, "k c"]
    slopes: Float[np.ndarray, "k c"]
    ends: Int[np.ndarray, " m1"]

    @staticmethod
    def natural(
        knots: Float[np.ndarray, " k"], values: Float[np.ndarray, "k c"], ends: Int[np.ndarray, " m1"]
    ) -> "Curves":
        """Twice continuously differentiable, without curvature at the curves' ends."""
        return Curves(knots=knots, values=values, slopes=_natural(knots, values, ends), ends=ends)

    @staticmethod
    def monotone(
        knots: Float[np.ndarray, " k"], values: Float[np.ndarray, "k c"], ends: Int[np.ndarray, " m1"]
    ) -> "Curves":
        """Never beyond the values of the two knots around; once continuously differentiable [Fritsch1984]."""
        return Curves(knots=knots, values=values, slopes=_monotone(knots, values, ends), ends=ends)

    def spans(self, curve: Int[np.ndarray, " n"], t: Float[np.ndarray, " n"]) -> Int[np.ndarray, " n"]:
        """Index of the knot before each parameter `t` of each curve."""
        length = self.knots[self.ends[1:] - 1]
        base = np.concatenate([[0.0], np.cumsum(length + 1.0)])
        keys = self.knots + np.repeat(base[:-1], np.diff(self.ends))
        goal = np.clip(t, 0.0, length.take(curve)) + base.take(curve)
        found = np.searchsorted(keys, goal, side="right") - 1
        return np.minimum(found, self.ends[1:].take(curve) - 2)

    def at(self, curve: Int[np.ndarray, " n"], t: Float[np.ndarray, " n"]) -> Float[np.ndarray, "n c"]:
        """Values at parameters `t`, each on its curve."""
        i = self.spans(curve, t)
        width = np.diff(self.knots).take(i)
        s = (t - self.knots.take(i)) / width
        r = 1.0 - s
        out = (r * r * (1.0 + 2.0 * s))[:, None] * self.values.take(i, axis=0)
        out += (s * r * r * width)[:, None] * self.slopes.take(i, axis=0)
        i += 1
        out += (s * s * (3.0 - 2.0 * s))[:, None] * self.values.take(i, axis=0)
        out -= (s * s * r * width)[:, None] * self.slopes.take(i, axis=0)
        return out


def _rises(
    knots: Float[np.ndarray, " k"], values: Float[np.ndarray, "k c"], ends: Int[np.ndarray, " m1"]
) -> tuple[np.ndarray, np.ndarray]:
    """Widths and slopes of the stretches between knots; those from one curve to the next are 1 and 0."""
    width, rise = np.diff(knots), np.diff(values, axis=0)
    between = ends[1:-1] - 1
    width[between], rise[between] = 1.0, 0.0
    return width, rise / width[:, None]


def _natural(
    knots: Float[np.ndarray, " k"], values: Float[np.ndarray, "k c"], ends: Int[np.ndarray, " m1"]
) -> Float[np.ndarray, "k c"]:
    import scipy.linalg

    width, slope = _rises(knots, values, ends)
    first, last = ends[:-1], ends[1:] - 1
    upper, middle, lower = np.ones(len(knots)), np.full(len(knots), 2.0), np.ones(len(knots))
    right = np.empty(values.shape)
    upper[1:-1], lower[1:-1] = width[:-1], width[1:]
    middle[1:-1] = 2.0 * (width[:-1] + width[1:])
    right[1:-1] = 3.0 * (width[1:, None] * slope[:-1] + width[:-1, None] * slope[1:])
    upper[first], middle[first], lower[first] = 1.0, 2.0, 0.0
    upper[last], middle[last], lower[last] = 0.0, 2.0, 1.0
    right[first], right[last] = 3.0 * slope[first], 3.0 * slope[last - 1]
    bands = np.stack([np.roll(upper, 1), middle, np.roll(lower, -1)])
    return scipy.linalg.solve_banded((1, 1), bands, right, check_finite=False)


def _monotone(
    knots: Float[np.ndarray, " k"], values: Float[np.ndarray, "k c"], ends: Int[np.ndarray, " m1"]
) -> Float[np.ndarray, "k c"]:
    width, slope = _rises(knots, values, ends)
    first, last = ends[:-1], ends[1:] - 1
    out = np.zeros(values.shape)
    before, after = slope[:-1], slope[1:]
    w1 = (2.0 * width[1:] + width[:-1])[:, None]
    w2 = (width[1:] + 2.0 * width[:-1])[:, None]
    same = before * after > 0.0
    safe_before, safe_after = np.where(same, before, 1.0), np.where(same, after, 1.0)
    out[1:-1] = np.where(same, (w1 + w2) / (w1 / safe_before + w2 / safe_after), 0.0)
    longer = last - first > 1
    for end, stretch, beyond in ((first, 0, 1), (last, -1, -2)):
        h0, d0 = width[end + stretch][:, None], slope[end + stretch]
        far = np.where(longer, end + beyond, end + stretch)
        h1, d1 = width[far][:, None], slope[far]
        edge = ((2.0 * h0 + h1) * d0 - h0 * d1) / (h0 + h1)
        edge = np.where(np.sign(edge) != np.sign(d0), 0.0, edge)
        steep = (np.sign(d0) != np.sign(d1)) & (np.abs(edge) > 3.0 * np.abs(d0))
        out[end] = np.where(longer[:, None], np.where(steep, 3.0 * d0, edge), d0)
    return out
