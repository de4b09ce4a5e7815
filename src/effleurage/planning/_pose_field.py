"""Distance to the receiver's skin, quickly: a grid of exact distances, filled where it is asked."""

from typing import final

import numpy as np
from jaxtyping import Float, Int
from scipy.spatial import KDTree

_STEP = 0.025
_MARGIN = 0.45


@final
class Field:
    """Signed distance to the whole skin of one surface, positive outside, in [m].

    A query is answered by linear interpolation between grid points `step` apart; a grid point's own
    distance is found when it is first needed. Beyond a margin around the trunk the nearest edge of
    the grid answers.
    """

    def __init__(
        self,
        skin: Float[np.ndarray, "n 3"],
        faces: Int[np.ndarray, "m 3"],
        *,
        step: float = _STEP,
    ) -> None:
        a, b, c = np.moveaxis(skin[faces], 1, 0)
        normals = np.cross(b - a, c - a)
        low, high = skin.min(axis=0), skin.max(axis=0)
        # Below the hips there is nothing that hands at work on the back come near.
        low[0] = max(low[0], -_MARGIN)
        size = np.linalg.norm(normals, axis=1)
        kept = ((a[:, 0] > low[0] - 0.1) & (size > 0)).nonzero()[0]
        self._centres = (a + b + c)[kept] / 3
        self._normals = normals[kept] / size[kept, None]
        self._tree = KDTree(self._centres, balanced_tree=False, compact_nodes=False)
        self._step = step
        self._low = low - np.array([0.05, 0.2, 0.05])
        self._shape = np.ceil((high + 0.2 - self._low) / self._step).astype(int) + 1
        self._values = np.full(int(np.prod(self._shape)), np.nan)
        self._strides = np.array([self._shape[1] * self._shape[2], self._shape[2], 1])

    def __call__(self, points: Float[np.ndarray, "*b 3"]) -> Float[np.ndarray, "*b"]:
        """Distance from points to the skin."""
        cells = (points.reshape(-1, 3) - self._low) / self._step
        cells = np.clip(cells, 0.0, self._shape - 1.001)
        base = cells.astype(int)
        share = cells - base
        first = base @ self._strides
        corners = [first + offset @ self._strides for offset in _CORNERS]
        self._fill(corners)
        x, y, z = share.T
        low = self._values[corners[0]] * (1 - z) + self._values[corners[1]] * z
        high = self._values[corners[2]] * (1 - z) + self._values[corners[3]] * z
        near = low * (1 - y) + high * y
        low = self._values[corners[4]] * (1 - z) + self._values[corners[5]] * z
        high = self._values[corners[6]] * (1 - z) + self._values[corners[7]] * z
        far = low * (1 - y) + high * y
        return (near * (1 - x) + far * x).reshape(points.shape[:-1])

    def _fill(self, corners: list[np.ndarray]) -> None:
        asked = np.zeros(len(self._values), dtype=bool)
        for corner in corners:
            asked[corner] = True
        missing = np.flatnonzero(asked & np.isnan(self._values))
        if len(missing) == 0:
            return
        places = np.stack(np.unravel_index(missing, self._shape), axis=1) * self._step + self._low
        away, nearest = self._tree.query(places)
        plane = np.sum((places - self._centres[nearest]) * self._normals[nearest], axis=1)
        # Near the skin the nearest triangle's plane is exact, far away its centre's distance is.
        share = np.clip((away - 0.02) / 0.03, 0.0, 1.0)
        self._values[missing] = (1 - share) * plane + share * np.sign(plane) * away


_CORNERS = np.array([[i, j, k] for i in (0, 1) for j in (0, 1) for k in (0, 1)])
