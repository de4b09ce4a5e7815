"""Distance to a skin, quickly: a grid of signed distances, interpolated linearly.

Every grid point takes the triangle that a distance transform finds nearest to it, and measures to
that triangle's plane when near, to its centre when far. Between grid points the distance is linear.
"""

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float, Int
from scipy.ndimage import distance_transform_edt

STEP = 0.02
_PLANE, _CENTRE = 0.02, 0.05
"""Nearer than the first a triangle's plane tells the distance, beyond the second its centre, in [m]."""

_CHUNK = 16384
"""So many points are looked up at a time, that what is found on the way stays near the processor."""


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Grid:
    """Signed distances to one skin in the middle of every cell of a box, positive outside, in [m].

    Attributes:
        values: The distances.
        first: Middle of the first cell, in [m].
        step: From cell to cell, in [m].
    """

    values: Float[np.ndarray, "x y z"]
    first: Float[np.ndarray, " 3"]
    step: np.float32

    @staticmethod
    def around(
        vertices: Float[np.ndarray, "n 3"],
        faces: Int[np.ndarray, "m 3"],
        *,
        low: Float[np.ndarray, " 3"] | None = None,
        high: Float[np.ndarray, " 3"] | None = None,
        step: float = STEP,
    ) -> "Grid":
        """Distances to a skin inside a box, by default a little larger than the skin."""
        skin, size = vertices.astype(np.float32), np.float32(step)
        low = skin.min(axis=0) - 0.1 if low is None else np.asarray(low, np.float32)
        high = skin.max(axis=0) + 0.1 if high is None else np.asarray(high, np.float32)
        low = (low - 0.5 * step).astype(np.float32)
        shape = np.ceil((high - low) / size).astype(int)
        values = _distances(skin, faces, low, size, shape)
        return Grid(values=values, first=low + np.float32(0.5) * size, step=size)


@final
class Field:
    """Signed distances to skins, each row of points to its own; the edge of a box answers beyond it."""

    def __init__(self, grids: Sequence[Grid], skin: Int[np.ndarray, " k"] | None = None) -> None:
        """Distances by grids of one step; `skin` says which of them is each row's, if there are several."""
        self._skin = np.zeros(1, int) if skin is None or len(grids) == 1 else skin
        self._step, self._first = grids[0].step, np.stack([grid.first for grid in grids])
        shape = np.max([grid.values.shape for grid in grids], axis=0)
        values = np.stack(
            [np.pad(grid.values, [(0, n) for n in shape - grid.values.shape], mode="edge") for grid in grids]
        )
        self._last = (shape - 1.001).astype(np.float32)[:, None]
        # A cell's number is a sum of whole numbers that single precision holds.
        self._strides = np.array([shape[1] * shape[2], shape[2], 1], np.float32)
        self._size = int(shape.prod())
        # A cell's distance is a sum of 1, z, y, yz, x, xz, xy and xyz; these are their factors.
        factors = [values]
        for axis in (3, 2, 1):
            factors += [_ahead(factor, axis) for factor in factors]
        self._factors = np.stack(factors, axis=-1).reshape(-1, 8)

    def __getitem__(self, rows: Int[np.ndarray, " m"]) -> "Field":
        """The same at some of the rows."""
        some = copy.copy(self)
        some._skin = self._skin if len(self._first) == 1 else self._skin[rows]
        return some

    def __call__(self, points: Float[np.ndarray, "*b k 3"]) -> Float[np.ndarray, "*b k"]:
        """Distance from points to the skin."""
        return self.at(np.moveaxis(points, -1, 0))

    def at(self, points: Float[np.ndarray, "3 ... k"]) -> Float[np.ndarray, "... k"]:
        """Distance from points to the skin, their coordinates in the first axis."""
        first = self._first[self._skin].T.reshape(3, *[1] * (points.ndim - 2), -1)
        flat = ((points.astype(np.float32) - first) * (1.0 / self._step)).reshape(3, -1)
        begin = np.broadcast_to(self._skin * self._size, points.shape[1:]).ravel()
        found = np.empty(flat.shape[1], np.float32)
        for start in range(0, len(found), _CHUNK):
            part = slice(start, start + _CHUNK)
            found[part] = self._looked_up(np.ascontiguousarray(flat[:, part]), begin[part])
        return found.reshape(points.shape[1:])

    def of(
        self,
        R: Float[np.ndarray, "k 3 3"],
        p: Float[np.ndarray, "k 3"],
        local: Float[np.ndarray, "k 3 q"],
    ) -> Float[np.ndarray, "k q"]:
        """Distance from points that are given in frames to the skin, more quickly than one by one.

        Args:
            R: Axes of each frame.
            p: Its origin, in [m].
            local: Points in each frame, in single precision, in [m].
        """
        # Frames in units of the grid, so that nothing is left to do for every point.
        turn = (R * (1.0 / self._step)).astype(np.float32)
        place = ((p - self._first[self._skin]) * (1.0 / self._step)).astype(np.float32)[:, :, None]
        count = local.shape[-1]
        begin = np.repeat(np.broadcast_to(self._skin * self._size, len(p)), count)
        found = np.empty((len(p), count), np.float32)
        size = max(1, _CHUNK // count)
        for start in range(0, len(p), size):
            part = slice(start, start + size)
            places = np.matmul(turn[part], local[part])
            places += place[part]
            planes = np.ascontiguousarray(places.transpose(1, 0, 2)).reshape(3, -1)
            begins = begin[start * count : (start + size) * count]
            found[part] = self._looked_up(planes, begins).reshape(-1, count)
        return found

    def _looked_up(
        self, at: Float[np.ndarray, "3 n"], begin: Int[np.ndarray, " n"]
    ) -> Float[np.ndarray, " n"]:
        """Distances at places in units of the grid, which are written over; each grid begins at a number."""
        np.clip(at, np.float32(0.0), self._last, out=at)
        cell = np.floor(at)
        at -= cell
        number = (self._strides @ cell).astype(np.intp)
        number += begin
        factors = np.ascontiguousarray(self._factors.take(number, axis=0).T)
        for along, count in zip(at, (4, 2, 1), strict=True):
            factors[count : 2 * count] *= along
            factors[:count] += factors[count : 2 * count]
        return factors[0]


def _distances(
    skin: Float[np.ndarray, "n 3"],
    faces: Int[np.ndarray, "m 3"],
    low: Float[np.ndarray, " 3"],
    step: np.float32,
    shape: Int[np.ndarray, " 3"],
) -> Float[np.ndarray, "x y z"]:
    """Signed distances in the middle of every cell of a grid, in [m]."""
    flat = np.ascontiguousarray(skin.T)
    a, b, c = (flat.take(corner, axis=1) for corner in faces.T)
    cells = ((a + b + c) / 3 - low[:, None]) / step
    inside = np.flatnonzero(((cells >= 0) & (cells < shape[:, None])).all(axis=0))
    a, b, c = (corner.take(inside, axis=1) for corner in (a, b, c))
    centres, ab, ac = (a + b + c) / 3, b - a, c - a
    normals = np.stack(
        [
            ab[1] * ac[2] - ab[2] * ac[1],
            ab[2] * ac[0] - ab[0] * ac[2],
            ab[0] * ac[1] - ab[1] * ac[0],
        ]
    )
    normals /= np.maximum(np.sqrt((normals * normals).sum(axis=0)), 1e-12)
    owner = np.full(shape.prod(), -1, np.int32)
    owner[_number(cells.take(inside, axis=1).astype(np.intp), shape)] = np.arange(len(inside))
    empty = (owner < 0).reshape(shape)
    nearest = owner.take(
        _number(distance_transform_edt(empty, return_distances=False, return_indices=True), shape)
    )
    plane, away = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    for d in range(3):
        axis = low[d] + step * (np.arange(shape[d], dtype=np.float32) + np.float32(0.5))
        off = axis.reshape([-1 if d == e else 1 for e in range(3)]) - centres[d].take(nearest)
        plane += off * normals[d].take(nearest)
        away += off * off
    away = np.sqrt(away)
    share = np.clip((away - _PLANE) / (_CENTRE - _PLANE), 0.0, 1.0)
    return plane + share * (np.copysign(away, plane) - plane)


def _number(cell: Int[np.ndarray, "3 ..."], shape: Int[np.ndarray, " 3"]) -> Int[np.ndarray, "..."]:
    """Numbers of cells, in the order in which they lie in memory."""
    return (cell[0] * int(shape[1]) + cell[1]) * int(shape[2]) + cell[2]


def _ahead(values: Float[np.ndarray, "s x y z"], axis: int) -> Float[np.ndarray, "s x y z"]:
    """By how much the next cell's value along an axis is larger; nothing beyond the last one."""
    more, at = np.zeros_like(values), [slice(None)] * 4
    at[axis] = slice(0, -1)
    more[tuple(at)] = np.diff(values, axis=axis)
    return more
