"""Charts of many bodies at once: one matrix product for all of them.

With a posture's fixed rotations the skin is linear in the shape (only forearms and hands follow
the size in another way, and no chart reaches them). What is left over is the height of the table,
the least of a few linear functions.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float, Float32, Int

from effleurage.anatomy._body import Body, origin_node
from effleurage.anatomy._chart import chart
from effleurage.anatomy._model import MIRROR, model
from effleurage.anatomy._population import SEXES
from effleurage.anatomy._pose import trunk
from effleurage.anatomy._posture import posed_joints, posture_rotations, require_posture
from effleurage.anatomy._solve import coefficients_at, solutions

TOLERANCE = 1e-4
"""Largest error of a grid point on any tabled body, in [m], of the shortened basis."""

LOWEST = 0.02
"""How far over the table a vertex may lie on a tabled body and still be looked at, in [m]."""

CHECKED = 4
"""Every so many tabled bodies the error is looked at."""


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Linear:
    """Points of the skin as a linear function of the shape, but for the table's height.

    Attributes:
        into: From coefficients, after a 1, to those of the shortened basis.
        basis: The shortened basis of the points, as rows, and a last row that lifts them all.
        low: Heights of the trunk's lowest vertices, from the coefficients after a 1.
        shape: Shape of the points' array.
    """

    into: Float[np.ndarray, "k1 r"]
    basis: Float[np.ndarray, "r1 p"]
    low: Float[np.ndarray, "k1 m"]
    shape: tuple[int, ...]


def _posed_basis(posture: str, vertices: Int[np.ndarray, " m"]) -> Float[np.ndarray, "k1 m 3"]:
    """Posed mean and basis of some vertices, in [m], the root of the skeleton where it is at rest."""
    body = model()
    rotations = posture_rotations(body, posture)
    joints = np.concatenate([body.joint_mean[None], body.joint_basis])
    shift = posed_joints(body, rotations, joints) - np.einsum("jab,kjb->kja", rotations, joints)
    half = len(body.mean)
    left = np.where(vertices < half, vertices, body.mirror[vertices])
    rest = np.concatenate([body.mean[None, left], body.basis[:, left]])
    rest = np.where((vertices < half)[:, None], rest, rest * MIRROR)
    weights = body.skin[vertices]
    matrix = (weights @ rotations.reshape(-1, 9)).reshape(-1, 3, 3)
    moved = np.stack([weights @ row for row in shift])
    return np.einsum("mab,kmb->kma", matrix, rest, optimize=True) + moved


def _grid_basis(posture: str, name: str) -> Float[np.ndarray, "k1 u v 3"]:
    """Posed mean and basis of a chart's grid points, in [m]."""
    import scipy.sparse

    patch = chart(name)
    used, place = np.unique(patch.corners, return_inverse=True)
    ends = np.arange(0, patch.corners.size + 1, 3)
    size = (patch.faces.size, len(used))
    mixing = scipy.sparse.csr_array((patch.weights.ravel(), place.ravel(), ends), shape=size)
    posed = np.moveaxis(_posed_basis(posture, used), 0, 1)
    grid = (mixing @ posed.reshape(len(used), -1)).reshape(*patch.faces.shape, -1, 3)
    return np.ascontiguousarray(np.moveaxis(grid, 2, 0))


@functools.lru_cache(maxsize=16)
def linear(posture: str, name: str | None, half: bool = False) -> Linear:
    """A chart, its left half, or the whole skin, in a posture as a linear function of the shape."""
    every = np.arange(len(model().mirror))
    points = _posed_basis(posture, every) if name is None else _grid_basis(posture, name)
    if half:
        points = points[:, :, points.shape[2] // 2 :].copy()
    back, row, column = origin_node()
    corners = _posed_basis(posture, back.corners[row, column])
    sacrum = np.einsum("c,kca->ka", back.weights[row, column], corners)[:, 0]
    points[..., 0] -= sacrum.reshape(-1, *[1] * (points.ndim - 2))
    table = _tabled()
    into, basis = _shortened(table, points.reshape(len(points), -1))
    heights = _posed_basis(posture, np.flatnonzero(trunk(model())))[:, :, 2]
    found = table @ heights
    close = (found - found.min(axis=1, keepdims=True) < LOWEST).any(axis=0)
    up = np.broadcast_to([0.0, 0.0, 1.0], points.shape[1:]).reshape(1, -1)
    return Linear(
        into=into.astype(np.float32),
        basis=np.concatenate([basis, up]).astype(np.float32),
        low=heights[:, close].astype(np.float32),
        shape=points.shape[1:-1],
    )


@functools.cache
def _tabled() -> Float[np.ndarray, "s k1"]:
    """Coefficients, after a 1, of the solved bodies in the baked table."""
    table = solutions()
    rows = []
    for sex, age, height, share in np.ndindex(table.labels.shape[:-1]):
        low, high = table.reach[sex, age, height]
        weight, tall = table.labels[sex, age, height, share]
        bmi = low + table.shares[share] * (high - low)
        where = {"sex": SEXES[sex], "age": table.ages[age], "bmi": bmi}
        rows.append(coefficients_at(model(), weight=weight, height=tall, **where))
    return np.concatenate([np.ones((len(rows), 1)), rows], axis=1)


def _shortened(
    table: Float[np.ndarray, "s k1"], rows: Float[np.ndarray, "k1 p"]
) -> tuple[Float[np.ndarray, "k1 r"], Float[np.ndarray, "r p"]]:
    """Factors of `rows` with as few in between as the tabled bodies allow within `TOLERANCE`."""
    _, sizes, right = np.linalg.svd(table, full_matrices=False)
    mixed = (sizes[:, None] * right) @ rows
    _, vectors = np.linalg.eigh(mixed @ mixed.T)
    basis = vectors[:, ::-1].T @ mixed
    basis /= np.maximum(np.linalg.norm(basis, axis=1, keepdims=True), 1e-12)
    grids = table[::CHECKED] @ rows
    shares = grids @ basis.T
    low, high = 4, len(basis)
    while low < high:
        rank = (low + high) // 2
        worst = np.abs(grids - shares[:, :rank] @ basis[:rank]).max()
        low, high = (low, rank) if worst < TOLERANCE else (rank + 1, high)
    return rows @ basis[:low].T, basis[:low]


def surface_grids(
    bodies: Sequence[Body] | Float[np.ndarray, "b k"],
    posture: str = "prone",
    *,
    chart: str = "back",
    half: bool = False,
    out: Float32[np.ndarray, "b u v 3"] | None = None,
) -> Float32[np.ndarray, "b u v 3"]:
    """Grid points of a chart on many bodies, in the body frame, in [m].

    Args:
        bodies: Bodies, or their shape coefficients.
        posture: How they lie.
        chart: The chart's name.
        half: Whether only the columns from the middle (across = 0) on are asked for. Bodies are
            mirror images of themselves, and so are charts in postures that are: the other half
            of the back is this one with the other sign of y.
        out: Where to write them; filled again and again it saves the time that new memory costs.
    """
    return _evaluated(linear(require_posture(posture), chart, half), bodies, out)


def surface_meshes(
    bodies: Sequence[Body] | Float[np.ndarray, "b k"],
    posture: str = "prone",
    *,
    out: Float32[np.ndarray, "b n 3"] | None = None,
) -> Float32[np.ndarray, "b n 3"]:
    """The whole skin of many bodies, in the body frame, in [m].

    Forearms and hands are as the posture's fixed turns leave them: they are not laid on the table.

    Args:
        bodies: Bodies, or their shape coefficients.
        posture: How they lie.
        out: Where to write them.
    """
    return _evaluated(linear(require_posture(posture), None), bodies, out)


def _evaluated(
    table: Linear,
    bodies: Sequence[Body] | Float[np.ndarray, "b k"],
    out: Float32[np.ndarray, "b *s 3"] | None,
) -> Float32[np.ndarray, "b *s 3"]:
    if not isinstance(bodies, np.ndarray):
        bodies = np.stack([body.coefficients for body in bodies])
    ones = np.ones((len(bodies), 1), dtype=np.float32)
    coefficients = np.concatenate([ones, bodies.astype(np.float32)], axis=1)
    lift = -(coefficients @ table.low).min(axis=1, keepdims=True)
    mixed = np.concatenate([coefficients @ table.into, lift], axis=1)
    flat = None if out is None else out.reshape(len(bodies), -1)
    return np.matmul(mixed, table.basis, out=flat).reshape(len(bodies), *table.shape, 3)
