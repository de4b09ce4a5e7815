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

SIGMA = 0.015
REACH = 0.07
"""Radius in [m] on the mean shape within which a face is considered; beyond 3σ on every body."""

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
        face: Face of each pair.
        counts: Number of pairs of each node.
        ends: Where each node's pairs begin, and after all the end.
        own: The face on which each node lies.
    """

    face: Int[np.ndarray, " p"]
    counts: Int[np.ndarray, " m"]
    ends: Int[np.ndarray, " m1"]
    own: Int[np.ndarray, " m"]


@functools.cache
def neighbours(name: str) -> Neighbours:
    """Faces around each coarse node of a chart, arms left out; the same for every body."""
    import scipy.spatial

    vertices, _ = lie(model(), np.zeros(len(model().basis)), "prone")
    nodes = chart(name).grid(vertices)[::STRIDE, ::STRIDE].reshape(-1, 3)
    faces = np.flatnonzero(~arm_vertices()[model().faces].any(axis=1))
    tree = scipy.spatial.KDTree(vertices[model().faces[faces]].mean(axis=1))
    pairs = scipy.spatial.KDTree(nodes).sparse_distance_matrix(tree, REACH, output_type="ndarray")
    order = np.argsort(pairs["i"], kind="stable")
    counts = np.bincount(pairs["i"], minlength=len(nodes))
    return Neighbours(
        face=faces[pairs["j"][order]],
        counts=counts,
        ends=np.concatenate([[0], np.cumsum(counts)]),
        own=chart(name).faces[::STRIDE, ::STRIDE].ravel(),
    )


def smoothed_normals(name: str, vertices: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "u v 3"]:
    """Smoothed normals at every `STRIDE`-th row and column of a chart's grid."""
    import scipy.sparse

    near = neighbours(name)
    corners = vertices.astype(np.float32)[model().faces]
    centroids = corners.mean(axis=1)
    vectors = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    nodes = chart(name).grid(vertices)[::STRIDE, ::STRIDE]
    weight = np.zeros(len(near.face), dtype=np.float32)
    facing = np.zeros(len(near.face), dtype=np.float32)
    own = vectors[near.own]
    flat = nodes.reshape(-1, 3).astype(np.float32)
    for axis in range(3):
        weight += (centroids[near.face, axis] - np.repeat(flat[:, axis], near.counts)) ** 2
        facing += vectors[near.face, axis] * np.repeat(own[:, axis], near.counts)
    weight = np.exp(weight * np.float32(-0.5 / SIGMA**2)) * (facing > 0)
    shape = (len(near.own), len(vectors))
    summed = scipy.sparse.csr_array((weight, near.face, near.ends), shape=shape) @ vectors
    return (summed / np.linalg.norm(summed, axis=1, keepdims=True)).reshape(nodes.shape).astype(float)
