"""Distance to a skin, quickly: a grid of signed distances, interpolated linearly.

Every grid point takes the triangle that a distance transform finds nearest to it, and measures to
that triangle's plane when near, to its centre when far. Between grid points the distance is linear.
"""

from typing import final

import numpy as np
from jaxtyping import Float, Int
from scipy.ndimage import distance_transform_edt, map_coordinates

STEP = 0.02
_PLANE, _CENTRE = 0.02, 0.05
"""Nearer than the first a triangle's plane tells the distance, beyond the second its centre, in [m]."""


@final
class Field:
    """Signed distance to a skin inside a box, positive outside, in [m]; its edge answers beyond."""

    def __init__(
        self,
        vertices: Float[np.ndarray, "n 3"],
        faces: Int[np.ndarray, "m 3"],
        *,
        low: Float[np.ndarray, " 3"] | None = None,
        high: Float[np.ndarray, " 3"] | None = None,
        step: float = STEP,
    ) -> None:
        skin = vertices.astype(np.float32)
        low = skin.min(axis=0) - 0.1 if low is None else np.asarray(low, np.float32)
        high = skin.max(axis=0) + 0.1 if high is None else np.asarray(high, np.float32)
        self._low, self._step = low - 0.5 * step, np.float32(step)
        shape = np.ceil((high - self._low) / step).astype(int)
        corners = skin[faces]
        cells = (corners.mean(axis=1) - self._low) / self._step
        inside = np.flatnonzero(np.all((cells >= 0) & (cells < shape), axis=1))
        a, b, c = np.moveaxis(corners[inside], 1, 0)
        normals = np.cross(b - a, c - a)
        normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
        centres = (a + b + c) / 3
        owner = np.full(shape, -1, np.int32)
        owner[tuple(cells[inside].astype(np.int32).T)] = np.arange(len(inside))
        i, j, k = distance_transform_edt(owner < 0, return_distances=False, return_indices=True)
        nearest = owner[i, j, k]
        axes = [self._low[d] + self._step * (np.arange(shape[d], dtype=np.float32) + 0.5) for d in range(3)]
        plane, away = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
        for d, axis in enumerate(axes):
            off = axis.reshape([-1 if d == e else 1 for e in range(3)]) - centres[:, d][nearest]
            plane += off * normals[:, d][nearest]
            away += off * off
        away = np.sqrt(away)
        share = np.clip((away - _PLANE) / (_CENTRE - _PLANE), 0.0, 1.0)
        self._values = plane + share * (np.copysign(away, plane) - plane)

    def __call__(self, points: Float[np.ndarray, "*b 3"]) -> Float[np.ndarray, "*b"]:
        """Distance from points to the skin."""
        cells = (points.reshape(-1, 3) - self._low) / self._step - 0.5
        found = map_coordinates(self._values, cells.T, order=1, mode="nearest", prefilter=False)
        return found.reshape(points.shape[:-1])
