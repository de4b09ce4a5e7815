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
from effleurage.spatial import unit

SIGMA = 0.015
REACH = 0.06
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
        corners: Vertices of the faces that are near any node.
        face: Index among them of each pair's face.
        counts: How many pairs each node has.
        ends: Where each node's pairs begin, and after all the end.
        own: Index of the face on which each node lies.
    """

    corners: Int[np.ndarray, "3 f"]
    face: Int[np.ndarray, " p"]
    counts: Int[np.ndarray, " m"]
    ends: Int[np.ndarray, " m1"]
    own: Int[np.ndarray, " m"]


@functools.cache
def neighbours(name: str, posture: str) -> Neighbours:
    """Faces around each coarse node of a chart in a posture, arms left out; the same for every body."""
    import scipy.spatial

    vertices, _ = lie(model(), np.zeros(len(model().basis)), posture)
    nodes = chart(name).grid(vertices, STRIDE).reshape(-1, 3)
    faces = np.flatnonzero(~arm_vertices()[model().faces].any(axis=1))
    tree = scipy.spatial.KDTree(vertices[model().faces[faces]].mean(axis=1))
    pairs = scipy.spatial.KDTree(nodes).sparse_distance_matrix(tree, REACH, output_type="ndarray")
    node, near = (np.ascontiguousarray(pairs[which]) for which in "ij")
    face = faces[near.take(np.argsort(node, kind="stable"))]
    own = chart(name).faces[::STRIDE, ::STRIDE].ravel()
    mask = np.zeros(len(model().faces), bool)
    mask[face] = mask[own] = True
    index = np.cumsum(mask) - 1
    counts = np.bincount(node, minlength=len(nodes))
    return Neighbours(
        corners=np.ascontiguousarray(model().faces[mask].T, np.intp),
        face=index.take(face).astype(np.intp),
        counts=counts,
        ends=np.concatenate([[0], np.cumsum(counts)]),
        own=index[own],
    )


def smoothed_normals(
    name: str, posture: str, vertices: Float[np.ndarray, "n 3"]
) -> Float[np.ndarray, "u v 3"]:
    """Smoothed normals at every `STRIDE`-th row and column of a chart's grid.

    Lengths are taken in units of √2 σ and axes kept apart, so that every step runs through memory in order.
    """
    import scipy.sparse

    near = neighbours(name, posture)
    nodes = chart(name).grid(vertices, STRIDE)
    places = np.ascontiguousarray(vertices.T, np.float32)
    a, b, c = (places.take(corner, axis=1) for corner in near.corners)
    (ax, ay, az), (bx, by, bz) = b - a, c - a
    vectors = ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx
    scale = np.float32(np.sqrt(0.5) / SIGMA)
    centres = (a + b + c) * (scale / 3)
    flat = np.ascontiguousarray((nodes.reshape(-1, 3) * scale).T.astype(np.float32))
    weight = np.zeros(len(near.face), dtype=np.float32)
    facing = np.zeros(len(near.face), dtype=np.float32)
    for axis, normals in enumerate(vectors):
        away = centres[axis].take(near.face)
        away -= np.repeat(flat[axis], near.counts)
        away *= away
        weight -= away
        along = normals.take(near.face)
        along *= np.repeat(normals[near.own], near.counts)
        facing += along
    np.exp(weight, out=weight)
    weight *= facing > 0
    shape = (len(near.own), len(vectors[0]))
    sums = scipy.sparse.csr_array((weight, near.face, near.ends), shape=shape)
    # Vector by vector, which is twice as fast as with three columns at once.
    return unit(np.stack([sums @ normals for normals in vectors], axis=1)).reshape(nodes.shape).astype(float)
