"""A back that is known in closed form, with the interface of `Surface`: truth for tests.

A half cylinder whose breadth and height swell and hollow along the spine like a back's; `along` is
linear in x, `across` in the angle round the trunk.
"""

import numpy as np
from scipy.spatial import cKDTree

LOW, LENGTH = -0.12, 0.72
MIDDLE = 0.09


class AnalyticSurface:
    """The closed form and its mesh; only the chart named ``back`` exists."""

    posture = "prone"

    def __init__(self, *, breadth=0.17, height=0.13, hollow=0.02, rows=97, columns=65):
        self.breadth, self.height, self.hollow = breadth, height, hollow
        u, v = np.meshgrid(np.linspace(0, 1, rows), np.linspace(-2, 2, 2 * columns - 1), indexing="ij")
        self.vertices = self._at(u, v).reshape(-1, 3)
        index = np.arange(u.size).reshape(u.shape)
        a, b, c, d = index[:-1, :-1], index[1:, :-1], index[:-1, 1:], index[1:, 1:]
        self.faces = np.concatenate(
            [np.stack([a, b, d], axis=-1).reshape(-1, 3), np.stack([a, d, c], axis=-1).reshape(-1, 3)]
        )
        self.arms = np.zeros(len(self.vertices), dtype=bool)
        self._tree = cKDTree(self.vertices)
        self._normals = self._normal_at(u, v).reshape(-1, 3)

    def _at(self, along, across):
        x = LOW + LENGTH * along
        angle = 0.5 * np.pi * across
        breadth = self.breadth * (1 + 0.15 * np.cos(2 * np.pi * (along - 0.15)) + 0.2 * (along - 0.5))
        height = self.height - self.hollow * np.exp(-(((along - 0.35) / 0.13) ** 2))
        return np.stack([x + 0 * across, breadth * np.sin(angle), MIDDLE + height * np.cos(angle)], axis=-1)

    def _tangents_at(self, along, across, step=1e-4):
        du = (self._at(along + step, across) - self._at(along - step, across)) / (2 * step)
        dv = (self._at(along, across + step) - self._at(along, across - step)) / (2 * step)
        return du, dv

    def _normal_at(self, along, across):
        du, dv = self._tangents_at(along, across)
        n = np.cross(du, dv)
        return n / np.linalg.norm(n, axis=-1, keepdims=True)

    def point(self, along, across, chart="back"):
        """Position on the skin, in [m]."""
        return self._at(*np.broadcast_arrays(np.asarray(along, float), np.asarray(across, float)))

    def tangents(self, along, across, chart="back"):
        """Derivatives of the position."""
        return self._tangents_at(*np.broadcast_arrays(np.asarray(along, float), np.asarray(across, float)))

    def ahead(self, along, across, chart="back"):
        """Derivative of the position by `along`."""
        return self.tangents(along, across, chart)[0]

    def normal(self, along, across, chart="back"):
        """Unit normal, outward."""
        return self._normal_at(*np.broadcast_arrays(np.asarray(along, float), np.asarray(across, float)))

    smoothed_normal = normal

    def _lengths(self, along):
        v = np.linspace(-1, 1, 201)
        points = self._at(np.asarray(along, float)[..., None], v)
        steps = np.linalg.norm(np.diff(points, axis=-2), axis=-1)
        arc = np.concatenate([np.zeros((*steps.shape[:-1], 1)), np.cumsum(steps, axis=-1)], axis=-1)
        return v, arc - arc[..., 100:101]

    def at(self, along, lateral_m, chart="back"):
        """`across` of a lane in metres from the spine."""
        along, lateral_m = np.broadcast_arrays(np.asarray(along, float), np.asarray(lateral_m, float))
        v, arc = self._lengths(along.ravel())
        out = [np.interp(m, row, v) for m, row in zip(lateral_m.ravel(), arc, strict=True)]
        return np.array(out).reshape(along.shape)

    def lateral(self, along, across, chart="back"):
        """Metres from the spine along the skin."""
        along, across = np.broadcast_arrays(np.asarray(along, float), np.asarray(across, float))
        v, arc = self._lengths(along.ravel())
        out = [np.interp(a, v, row) for a, row in zip(across.ravel(), arc, strict=True)]
        return np.array(out).reshape(along.shape)

    def distance(self, points):
        """Signed distance to the skin, positive outside, in [m]."""
        points = np.asarray(points, float)
        _, nearest = self._tree.query(points.reshape(-1, 3))
        away = np.sum((points.reshape(-1, 3) - self.vertices[nearest]) * self._normals[nearest], axis=-1)
        return away.reshape(points.shape[:-1])
