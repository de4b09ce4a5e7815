"""Cubic splines over a uniform grid: values, tangents and curvature at many points at once.

A tensor product of uniform cubic B-splines interpolates the grid (not-a-knot at the ends). Every
channel shares the weights of a point, so they are one sparse matrix and one product.
"""

import functools
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float, Int

FEW, MANY = 100, 4000
"""Up to so many points are gathered; for more of them a sparse product is faster, and for very many a sum
that never holds all weights at once."""


@functools.cache
def _coefficients(count: int) -> Float[np.ndarray, "m n"]:
    """Matrix from values at the nodes to B-spline coefficients."""
    rows = np.zeros((count + 2, count + 2))
    for node in range(count):
        rows[node + 1, node : node + 3] = np.array([1.0, 4.0, 1.0]) / 6.0
    rows[0, :5] = rows[-1, -5:] = [1.0, -4.0, 6.0, -4.0, 1.0]
    return np.linalg.inv(rows)[:, 1:-1]


def _basis(t: Float[np.ndarray, " n"], order: int) -> Float[np.ndarray, "4 n"]:
    """The four B-splines over a cell at the local coordinate, or their derivatives."""
    basis = np.empty((4, len(t)), t.dtype)
    s = 1.0 - t
    if order == 0:
        for row, middle, at in ((0, 2, s), (3, 1, t)):
            square = at * at
            np.multiply(square, at, out=basis[row])
            # t² (t / 2 − 1) + 2 / 3, and t³ / 6
            np.multiply(basis[row], 0.5, out=basis[middle])
            basis[middle] -= square
            basis[middle] += 2.0 / 3.0
            basis[row] *= 1.0 / 6.0
    elif order == 1:
        basis[0] = -0.5 * s * s
        basis[1] = t * (1.5 * t - 2.0)
        basis[2] = -s * (1.5 * s - 2.0)
        basis[3] = 0.5 * t * t
    else:
        basis[0], basis[1], basis[2], basis[3] = s, 3.0 * t - 2.0, 3.0 * s - 2.0, t
    return basis


def _one(value: float, low: float, high: float, count: int) -> tuple[tuple[float, ...], int]:
    """The four B-splines over a value's cell, and the cell's number."""
    place = (min(max(value, low), high) - low) * (count - 1) / (high - low)
    cell = min(int(place), count - 2)
    t = place - cell
    s = 1.0 - t
    middle = t * t * (0.5 * t - 1.0) + 2.0 / 3.0, s * s * (0.5 * s - 1.0) + 2.0 / 3.0
    return (s * s * s / 6.0, *middle, t * t * t / 6.0), cell


@functools.cache
def refinement(count: int, parts: int) -> Float[np.ndarray, "m n"]:
    """Matrix from values at `count` nodes to the spline's values, each cell cut into `parts`."""
    place = np.arange((count - 1) * parts + 1) / parts
    cell = np.minimum(place.astype(int), count - 2)
    rows = np.zeros((len(place), count + 2))
    np.put_along_axis(rows, cell[:, None] + np.arange(4), _basis(place - cell, 0).T, axis=1)
    return rows @ _coefficients(count)


@final
@dataclass(frozen=True, kw_only=True)
class Points:
    """Points of a grid's rectangle, prepared so that several splines can be evaluated there.

    Attributes:
        shape: Shape of the points' array.
        cell: Number of the cell along each axis.
        local: Coordinate inside the cell, 0 to 1.
        counts: Nodes of the grid along each axis.
        spacing: Distance of the nodes along each axis.
    """

    shape: tuple[int, ...]
    cell: tuple[np.ndarray, np.ndarray]
    local: tuple[np.ndarray, np.ndarray]
    counts: tuple[int, int]
    spacing: tuple[float, float]

    @functools.cached_property
    def index(self) -> Int[np.ndarray, "n 16"]:
        """Rows of the coefficients that act at each point."""
        width = self.counts[1] + 2
        reach = (np.arange(4, dtype=np.int32)[:, None] * width + np.arange(4, dtype=np.int32)).ravel()
        return (self.cell[0] * width + self.cell[1])[:, None] + reach

    @functools.cached_property
    def _kept(self) -> dict[tuple[int, int], Float[np.ndarray, "n 16"]]:
        return {}

    def weights(self, du: int = 0, dv: int = 0) -> Float[np.ndarray, "n 16"]:
        """Their weights in the spline's value, or in its derivative; worked out once."""
        if (du, dv) not in self._kept:
            self._kept[du, dv] = self._weights(du, dv)
        return self._kept[du, dv]

    def bases(
        self, du: int, dv: int, kind: np.dtype | type = float
    ) -> tuple[Float[np.ndarray, "4 n"], Float[np.ndarray, "4 n"]]:
        """Weights along each axis, in some precision."""
        first, second = (
            _basis(local.astype(kind, copy=False), order)
            for local, order in zip(self.local, (du, dv), strict=True)
        )
        for basis, spacing, order in ((first, self.spacing[0], du), (second, self.spacing[1], dv)):
            if order:
                basis /= spacing**order
        return first, second

    def _weights(self, du: int, dv: int) -> Float[np.ndarray, "n 16"]:
        first, second = self.bases(du, dv)
        return np.ascontiguousarray((first[:, None] * second).reshape(16, -1).T)


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class GridSpline:
    """An interpolating bicubic spline over a uniform grid.

    Attributes:
        coefficients: B-spline coefficients, one row per node of the padded grid.
        counts: Nodes along each axis.
        low: Coordinates of the first node.
        high: Coordinates of the last node.
    """

    coefficients: Float[np.ndarray, "m c"]
    counts: tuple[int, int]
    low: tuple[float, float]
    high: tuple[float, float]

    @staticmethod
    def through(
        values: Float[np.ndarray, "u v c"], *, low: tuple[float, float], high: tuple[float, float]
    ) -> "GridSpline":
        """The spline through values at the nodes of a uniform grid."""
        counts = (values.shape[0], values.shape[1])
        # Channels come before the second axis, so that each step is one product.
        inner = _coefficients(counts[0]) @ values.swapaxes(1, 2).reshape(counts[0], -1)
        both = (inner.reshape(-1, counts[1]) @ _coefficients(counts[1]).T).reshape(
            len(inner), values.shape[2], -1
        )
        coefficients = np.ascontiguousarray(both.swapaxes(1, 2)).reshape(-1, values.shape[2])
        return GridSpline(coefficients=coefficients, counts=counts, low=low, high=high)

    def points(self, u: Float[np.ndarray, "*#s"] | float, v: Float[np.ndarray, "*#s"] | float) -> Points:
        """Prepare points; outside the grid its nearest edge holds."""
        u, v = np.broadcast_arrays(np.asarray(u, dtype=float), np.asarray(v, dtype=float))
        cell, local, spacing = [], [], []
        for axis, values in enumerate((u, v)):
            step = (self.high[axis] - self.low[axis]) / (self.counts[axis] - 1)
            place = (np.clip(values.ravel(), self.low[axis], self.high[axis]) - self.low[axis]) / step
            number = np.minimum(place.astype(np.int32), self.counts[axis] - 2)
            cell.append(number)
            local.append(place - number)
            spacing.append(step)
        return Points(
            shape=u.shape,
            cell=(cell[0], cell[1]),
            local=(local[0], local[1]),
            counts=self.counts,
            spacing=(spacing[0], spacing[1]),
        )

    def one(self, u: float, v: float) -> Float[np.ndarray, " c"]:
        """Value at one point, some ten times as fast as preparing it."""
        first, row = _one(u, self.low[0], self.high[0], self.counts[0])
        second, column = _one(v, self.low[1], self.high[1], self.counts[1])
        width = self.counts[1] + 2
        near = self.coefficients.reshape(-1, width, self.coefficients.shape[1])
        block = near[row : row + 4, column : column + 4]
        return np.tensordot(np.outer(first, second), block, 2)

    def at(self, points: Points, du: int = 0, dv: int = 0) -> Float[np.ndarray, "*s c"]:
        """Value at prepared points, or its `du`-th and `dv`-th derivative."""
        count = len(points.cell[0])
        if count > MANY:
            return self._summed(points, du, dv).reshape(*points.shape, -1)
        index, weights = points.index, points.weights(du, dv)
        if count <= FEW:
            values = np.einsum("nk,nkc->nc", weights, self.coefficients[index])
        else:
            import scipy.sparse

            ends = np.arange(0, index.size + 1, 16, dtype=np.int32)
            size = (len(index), len(self.coefficients))
            values = (
                scipy.sparse.csr_array((weights.ravel(), index.ravel(), ends), shape=size) @ self.coefficients
            )
        return values.reshape(*points.shape, -1)

    @functools.cached_property
    def single(self) -> "GridSpline":
        """The same in single precision: values of metres are right to a ten-thousandth of a millimetre."""
        coefficients = self.coefficients.astype(np.float32)
        return GridSpline(coefficients=coefficients, counts=self.counts, low=self.low, high=self.high)

    @functools.cached_property
    def _channels(self) -> Float[np.ndarray, "c m"]:
        return np.ascontiguousarray(self.coefficients.T)

    def _summed(self, points: Points, du: int, dv: int) -> Float[np.ndarray, "n c"]:
        """Value or derivative, term by term over the sixteen splines that act at a point."""
        kind = self.coefficients.dtype
        first, second = points.bases(du, dv, kind)
        width, channels = self.counts[1] + 2, self._channels
        corner = (points.cell[0] * width + points.cell[1]).astype(np.intp)
        out, row, term = np.zeros((len(channels), len(corner)), kind), *np.empty((2, len(corner)), kind)
        for i in range(4):
            for total, channel in zip(out, channels, strict=True):
                row.fill(0.0)
                for j in range(4):
                    # Tables that begin further on save sums for every point; no place is out of them.
                    channel[i * width + j :].take(corner, out=term, mode="clip")
                    term *= second[j]
                    row += term
                row *= first[i]
                total += row
        return out.T
