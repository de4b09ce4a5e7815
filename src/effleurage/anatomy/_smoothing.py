r"""The smoothed normal of a chart's points.

At a point :math:`p` it is the direction of
:math:`\sum_f A_f\, e^{-|p - c_f|^2 / 2\sigma^2}\, n_f` over the faces whose normal lies within 90°
of the nearest face's, with areas :math:`A_f`, centroids :math:`c_f` and σ = 15 mm; arms left out.
"""

import functools
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Bool, Float, Int

from effleurage.anatomy._chart import chart
from effleurage.anatomy._model import model
from effleurage.anatomy._pose import ARM, lie, part
from effleurage.anatomy._skin import face_vectors

SIGMA = 0.015
REACH = 0.08
"""Radius in [m] on the mean shape within which a face is considered; beyond 4σ on every body."""

STRIDE = 2
"""Every so many rows and columns of the chart's grid; the field is smoother than the grid."""


@functools.cache
def arm_vertices() -> Bool[np.ndarray, " n"]:
    """Vertices of the receiver's arms and hands, but for the shoulder's part of the back's chart."""
    arms = part(model(), ARM)
    arms[chart("back").corners.ravel()] = False
    return arms


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Neighbours:
    """Faces around the nodes of a coarse grid, as flat pairs sorted by node.

    Attributes:
        node: Node of each pair.
        face: Face of each pair.
        start: First pair of each node.
        own: The face on which each node lies.
    """

    node: Int[np.ndarray, " p"]
    face: Int[np.ndarray, " p"]
    start: Int[np.ndarray, " m"]
    own: Int[np.ndarray, " m"]


@functools.cache
def neighbours(name: str) -> Neighbours:
    """Faces around each coarse node of a chart, arms left out; the same for every body."""
    import scipy.spatial

    vertices, _ = lie(model(), np.zeros(len(model().basis)), "prone")
    nodes = chart(name).grid(vertices)[::STRIDE, ::STRIDE].reshape(-1, 3)
    faces = np.flatnonzero(~arm_vertices()[model().faces].any(axis=1))
    tree = scipy.spatial.cKDTree(vertices[model().faces[faces]].mean(axis=1))
    found = tree.query_ball_point(nodes, REACH)
    counts = np.array([len(row) for row in found])
    return Neighbours(
        node=np.repeat(np.arange(len(nodes)), counts),
        face=faces[np.concatenate(found).astype(int)],
        start=np.concatenate([[0], np.cumsum(counts)[:-1]]),
        own=chart(name).faces[::STRIDE, ::STRIDE].ravel(),
    )


def smoothed_normals(name: str, vertices: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "u v 3"]:
    """Smoothed normals at every `STRIDE`-th row and column of a chart's grid."""
    near = neighbours(name)
    faces = model().faces
    vectors = face_vectors(vertices, faces).astype(np.float32)
    centroids = vertices[faces].mean(axis=1).astype(np.float32)
    nodes = chart(name).grid(vertices)[::STRIDE, ::STRIDE]
    offset = centroids[near.face] - nodes.reshape(-1, 3).astype(np.float32)[near.node]
    weight = np.exp(np.einsum("pa,pa->p", offset, offset) * np.float32(-0.5 / SIGMA**2))
    found = vectors[near.face]
    weight *= np.einsum("pa,pa->p", found, vectors[near.own][near.node]) > 0
    summed = np.add.reduceat(found * weight[:, None], near.start, axis=0)
    return (summed / np.linalg.norm(summed, axis=1, keepdims=True)).reshape(nodes.shape).astype(float)
