"""The skin as a closed mesh: normals, and the signed distance of points from it."""

import functools
from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Float, Int

from effleurage.spatial import closest_in_triangles

if TYPE_CHECKING:
    import scipy.spatial

NEAREST = 8

_LOOSE = 0.5
"""How much farther than the nearest face one may be that tells only that a point is far away."""


def face_vectors(
    vertices: Float[np.ndarray, "n 3"], faces: Int[np.ndarray, "f 3"]
) -> Float[np.ndarray, "f 3"]:
    """Outward normal of each face, as long as twice its area in [m²]."""
    a, b, c = (vertices[faces[:, i]] for i in range(3))
    return np.cross(b - a, c - a)


def vertex_normals(
    vertices: Float[np.ndarray, "n 3"], faces: Int[np.ndarray, "f 3"]
) -> Float[np.ndarray, "n 3"]:
    """Area-weighted unit normal at each vertex."""
    vectors = face_vectors(vertices, faces)
    flat = faces.ravel()
    each = np.repeat(vectors, 3, axis=0)
    summed = np.stack([np.bincount(flat, each[:, i], minlength=len(vertices)) for i in range(3)], axis=-1)
    return summed / np.maximum(np.linalg.norm(summed, axis=1, keepdims=True), 1e-30)


class Skin:
    """A closed mesh that answers how far points are from it."""

    def __init__(self, vertices: Float[np.ndarray, "n 3"], faces: Int[np.ndarray, "f 3"]) -> None:
        self.vertices = vertices
        self.faces = faces

    @functools.cached_property
    def normals(self) -> Float[np.ndarray, "n 3"]:
        """Unit normal at each vertex."""
        return vertex_normals(self.vertices, self.faces)

    @functools.cached_property
    def _tree(self) -> "scipy.spatial.KDTree":
        import scipy.spatial

        return scipy.spatial.KDTree(self.vertices[self.faces].mean(axis=1))

    @functools.cached_property
    def _reach(self) -> float:
        """Greatest distance of a face's corner from its middle, in [m]."""
        corners = self.vertices[self.faces]
        return float(np.linalg.norm(corners - corners.mean(axis=1, keepdims=True), axis=-1).max())

    def nearest(
        self, points: Float[np.ndarray, "p 3"]
    ) -> tuple[Float[np.ndarray, " p"], Int[np.ndarray, " p"], Float[np.ndarray, "p 3"]]:
        """Signed distance [m], face and barycentric coordinates of the nearest point of the skin."""
        _, candidates = self._tree.query(points, k=NEAREST)
        triangles = self.vertices[self.faces[candidates]]
        weights = closest_in_triangles(np.repeat(points[:, None], NEAREST, axis=1), triangles)
        offset = points[:, None] - np.einsum("pkc,pkca->pka", weights, triangles)
        best = np.argmin(np.einsum("pka,pka->pk", offset, offset), axis=1)
        row = np.arange(len(points))
        face, weight, offset = candidates[row, best], weights[row, best], offset[row, best]
        outward = np.einsum("pc,pca->pa", weight, self.normals[self.faces[face]])
        sign = np.where(np.einsum("pa,pa->p", offset, outward) < 0, -1.0, 1.0)
        return sign * np.linalg.norm(offset, axis=1), face, weight

    def distance(
        self, points: Float[np.ndarray, "*p 3"], *, within: float = np.inf
    ) -> Float[np.ndarray, "*p"]:
        """Signed distance of points from the skin, positive outside, in [m].

        Args:
            points: The points.
            within: Only nearer points are told exactly, in [m]; for one that is farther outside,
                this is the answer. Most points of a hand are far from the skin, and cost little so.
        """
        points = np.asarray(points, dtype=float)
        flat = points.reshape(-1, 3)
        if np.isinf(within):
            return self.nearest(flat)[0].reshape(points.shape[:-1])
        away, face = self._tree.query(flat, eps=_LOOSE)
        outward = face_vectors(self.vertices, self.faces[face])
        outside = np.einsum("pa,pa->p", flat - self.vertices[self.faces[face, 0]], outward) > 0
        near = ~outside | (away / (1 + _LOOSE) - self._reach < within)
        found = np.full(len(flat), within)
        found[near] = np.minimum(self.nearest(flat[near])[0], within)
        return found.reshape(points.shape[:-1])
