"""Meshes: triangles with a normal at every vertex."""

from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float, Int


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Mesh:
    """Triangles in the body frame.

    Attributes:
        vertices: In [m].
        normals: Unit, outward, one per vertex.
        faces: Indices of vertices, counter-clockwise seen from outside.
    """

    vertices: Float[np.ndarray, "n 3"]
    normals: Float[np.ndarray, "n 3"]
    faces: Int[np.ndarray, "m 3"]


def make_mesh(vertices: Float[np.ndarray, "n 3"], faces: Int[np.ndarray, "m 3"]) -> Mesh:
    """A mesh whose normals are the mean of the faces around, weighted by area."""
    return Mesh(vertices=vertices, normals=vertex_normals(vertices, faces), faces=faces)


def vertex_normals(
    vertices: Float[np.ndarray, "n 3"], faces: Int[np.ndarray, "m 3"]
) -> Float[np.ndarray, "n 3"]:
    """Unit normals at vertices, weighted by the area of the faces around.

    A vertex without any area around it points up.
    """
    a, b, c = np.moveaxis(vertices[faces], 1, 0)
    weighted = np.cross(b - a, c - a)
    corners = faces.T.ravel()
    total = np.stack(
        [np.bincount(corners, np.tile(weighted[:, k], 3), len(vertices)) for k in range(3)], axis=-1
    )
    length = np.linalg.norm(total, axis=-1, keepdims=True)
    up = np.array([0.0, 0.0, 1.0])
    return np.where(length > 0, total / np.where(length > 0, length, 1.0), up)
