"""The receiver, as somebody knows them who has `Body`, `Surface` and the atlas."""

import functools
from dataclasses import dataclass

import numpy as np

from effleurage.anatomy import Body, atlas

from .rows import Rows
from .skin import bare_faces, mesh_normals

S2, L4, T12, T7, T3, C7 = 0.20, 0.31, 0.505, 0.66, 0.79, 0.88
L3 = L4 + (T12 - L4) / 4


@functools.lru_cache(maxsize=8)
def _faces(body: Body, posture: str):
    return bare_faces(body.surface(posture))


@dataclass(frozen=True)
class Receiver:
    """A body, and where things are on it."""

    body: Body

    def surface(self, posture: str):
        """The skin in a posture."""
        return self.body.surface(posture)

    def lateral(self, rows: Rows) -> np.ndarray:
        """Signed distance from the midline of every row on the back, in [m]; NaN elsewhere."""
        out = np.full(rows.along.shape, np.nan)
        for posture, mask in self._by_posture(rows, "back"):
            out[mask] = self.surface(posture).lateral(rows.along[mask], rows.across[mask])
        return out

    def points(self, rows: Rows) -> np.ndarray:
        """The chart's point of every row with a chart."""
        return self._mapped(rows, lambda surface, u, v, chart: surface.point(u, v, chart=chart), 3)

    def normals(self, rows: Rows) -> np.ndarray:
        """The surface's smoothed normal under every row with a chart."""
        return self._mapped(rows, lambda surface, u, v, chart: surface.smoothed_normal(u, v, chart=chart), 3)

    def ahead(self, rows: Rows) -> tuple[np.ndarray, np.ndarray]:
        """Unit directions on the skin under every row of the back: to the head, and to the left.

        The second is square to the first and to the smoothed normal.
        """
        up = self._mapped(rows, lambda surface, u, v, chart: surface.tangents(u, v, chart=chart)[0], 3)
        normal = self.normals(rows)
        up = up - np.sum(up * normal, -1, keepdims=True) * normal
        up /= np.linalg.norm(up, axis=-1, keepdims=True)
        return up, np.cross(normal, up)

    @functools.cached_property
    def _spine(self) -> tuple[np.ndarray, np.ndarray]:
        along = np.linspace(0, 1, 501)
        p = self.surface("prone").point(along, np.zeros_like(along))
        return along, np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])

    def up_the_spine(self, along: np.ndarray | float) -> np.ndarray:
        """Length of the spine from its base to a level, in [m]."""
        return np.interp(along, *self._spine)

    @functools.cache  # noqa: B019 - a receiver lives as long as its measurement
    def place(self, name: str):
        """A place of the atlas."""
        return atlas().place(name)

    @functools.cache  # noqa: B019
    def middle(self, name: str, posture: str) -> np.ndarray:
        """Centre of a paired place on the receiver's left and right (2, 3), in [m]."""
        place = self.place(name)
        along, across = np.mean(place.along), np.mean(place.across)
        surface = self.surface(posture)
        return np.stack([surface.point(along, side * across, chart=place.chart) for side in (1, -1)])

    def landmark(self, name: str, posture: str, side: int) -> np.ndarray:
        """A paired landmark on one side (1 left, −1 right), in [m]."""
        found = atlas().landmark(name)
        return self.surface(posture).point(found.along, side * found.across, chart=found.chart)

    def armpit_distance(self, rows: Rows) -> np.ndarray:
        """Distance of every row to the nearer posterior axillary fold, in [m]."""
        out = np.full(rows.along.shape, np.nan)
        for posture in np.unique(rows.posture):
            mask = rows.posture == posture
            p = rows.position[mask]
            folds = self.middle("armpit", str(posture))
            out[mask] = np.min(np.linalg.norm(p[:, None] - folds[None], axis=-1), axis=1)
        return out

    def mesh_normals(self, posture: str, p_body: np.ndarray) -> np.ndarray:
        """Smoothed normals of the mesh itself at points (n, 3)."""
        return mesh_normals(_faces(self.body, posture), p_body)

    def _by_posture(self, rows: Rows, chart: str):
        known = np.isfinite(rows.along) & np.isfinite(rows.across) & (rows.chart == chart)
        for posture in np.unique(rows.posture[known]):
            yield str(posture), known & (rows.posture == posture)

    def _mapped(self, rows: Rows, function, width: int) -> np.ndarray:
        out = np.full((*rows.along.shape, width), np.nan)
        for chart in np.unique(rows.chart):
            if chart:
                for posture, mask in self._by_posture(rows, str(chart)):
                    surface = self.surface(posture)
                    out[mask] = function(surface, rows.along[mask], rows.across[mask], str(chart))
        return out
