"""Between two postures: every vertex turns with the skin around it, so that nothing shrinks.

The straight way from one posture to another leads a turning head through itself. Here a vertex
moves on an arc: its neighbourhood's turn from the one posture to the other is found by a fit, and
half the turn is half the way. For a rigid part this is exact.
"""

import numpy as np
import scipy.sparse
from jaxtyping import Float, Int
from scipy.spatial.transform import Rotation

from effleurage.scene._mesh import vertex_normals

STRAIGHT = (2.2, 2.8)
"""Turns, in [rad], from which an arc gives way to the straight line: by half a turn its side is a guess."""

STILL = 1e-3
"""Vertices that go no further, in [m], take the straight line: nobody sees the difference."""

ROUNDS = 6
"""How many edges away a vertex still counts to another's neighbourhood."""


def between(
    a: Float[np.ndarray, "n 3"], b: Float[np.ndarray, "n 3"], faces: Int[np.ndarray, "m 3"], *, share: float
) -> Float[np.ndarray, "n 3"]:
    r"""Vertices a share of the way from `a` to `b`.

    With the turn by :math:`\theta` about the axis :math:`n` that fits the neighbourhood, and the
    way :math:`d = b - a` split along and across the axis, the vertex is at

    .. math:: a + s d_\parallel + \frac{\sin(s\theta/2)}{\sin(\theta/2)} R_n((s-1)\theta/2)\, d_\perp .

    Args:
        a: Vertices in the one posture, in [m].
        b: The same vertices in the other, in [m].
        faces: Triangles of both.
        share: From 0 at `a` to 1 at `b`.
    """
    turn = neighbourhood_turns(a, b, faces)
    angle = np.linalg.norm(turn, axis=1, keepdims=True)
    axis = turn / np.where(angle > 0, angle, 1.0)
    way = b - a
    along = axis * np.sum(axis * way, axis=1, keepdims=True)
    is_turning = angle > 1e-6
    half = np.where(is_turning, angle / 2, 1.0)
    ratio = np.where(is_turning, np.sin(share * half) / np.sin(half), share)
    arc = share * along + ratio * Rotation.from_rotvec((share - 1) / 2 * turn).apply(way - along)
    low, high = STRAIGHT
    trust = np.clip((high - angle) / (high - low), 0.0, 1.0)
    return a + trust * arc + (1.0 - trust) * share * way


def neighbourhood_turns(
    a: Float[np.ndarray, "n 3"], b: Float[np.ndarray, "n 3"], faces: Int[np.ndarray, "m 3"]
) -> Float[np.ndarray, "n 3"]:
    """Rotation vectors that best turn each vertex's neighbourhood in `a` to that in `b`; 0 where still."""
    count = len(a)
    start, end = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]).T
    links = scipy.sparse.coo_array((np.ones(len(start)), (start, end)), shape=(count, count)).tocsr()
    edges = np.einsum("ei,ej->eij", b[end] - b[start], a[end] - a[start]).reshape(-1, 9)
    moments = scipy.sparse.coo_array((np.ones(len(start)), (start, np.arange(len(start))))).tocsr() @ edges
    # A flat neighbourhood says nothing about its third direction but by its normal.
    size = np.einsum("eii->e", np.einsum("ei,ej->eij", a[end] - a[start], a[end] - a[start]))
    weight = np.bincount(start, size, count) / 2
    normals = np.einsum("ni,nj->nij", vertex_normals(b, faces), vertex_normals(a, faces)).reshape(-1, 9)
    moments = moments + weight[:, None] * normals
    for _ in range(ROUNDS):
        moments = moments + links @ moments
    moves = np.linalg.norm(b - a, axis=1) > STILL
    u, _, vt = np.linalg.svd(moments[moves].reshape(-1, 3, 3))
    u[:, :, 2] *= np.sign(np.linalg.det(u @ vt))[:, None]
    turns = np.zeros((count, 3))
    turns[moves] = Rotation.from_matrix(u @ vt).as_rotvec()
    return turns
