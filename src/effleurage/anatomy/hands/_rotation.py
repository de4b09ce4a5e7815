"""Rotations over arrays of any leading shape; quaternions are wxyz."""

import numpy as np
from jaxtyping import Float

from effleurage.spatial import unit


def matrix(quaternions: Float[np.ndarray, "*b 4"]) -> Float[np.ndarray, "*b 3 3"]:
    """Rotation matrices of unit quaternions."""
    w, x, y, z = np.moveaxis(quaternions, -1, 0)
    rows = [
        *(1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)),
        *(2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)),
        *(2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)),
    ]
    return np.stack(rows, axis=-1).reshape(*quaternions.shape[:-1], 3, 3)


def quaternion(matrices: Float[np.ndarray, "*b 3 3"]) -> Float[np.ndarray, "*b 4"]:
    """Unit quaternions of rotation matrices, with w ≥ 0."""
    m = np.moveaxis(matrices.reshape(*matrices.shape[:-2], 9), -1, 0)
    # Each candidate is the quaternion times four times one of its parts; the largest is the safest.
    candidates = np.stack(
        [
            np.stack([1 + m[0] + m[4] + m[8], m[7] - m[5], m[2] - m[6], m[3] - m[1]], axis=-1),
            np.stack([m[7] - m[5], 1 + m[0] - m[4] - m[8], m[1] + m[3], m[2] + m[6]], axis=-1),
            np.stack([m[2] - m[6], m[1] + m[3], 1 - m[0] + m[4] - m[8], m[5] + m[7]], axis=-1),
            np.stack([m[3] - m[1], m[2] + m[6], m[5] + m[7], 1 - m[0] - m[4] + m[8]], axis=-1),
        ],
        axis=-2,
    )
    best = np.argmax(np.diagonal(candidates, axis1=-2, axis2=-1), axis=-1)
    q = unit(np.take_along_axis(candidates, best[..., None, None], axis=-2)[..., 0, :])
    return np.where(q[..., :1] < 0, -q, q)


def about(axis: Float[np.ndarray, "*b 3"], angle: Float[np.ndarray, "*b"]) -> Float[np.ndarray, "*b 4"]:
    """Quaternions of rotations about unit axes by angles in [rad]."""
    half = 0.5 * np.asarray(angle)[..., None]
    return np.concatenate([np.cos(half), np.sin(half) * axis], axis=-1)


def swing(start: Float[np.ndarray, "*b 3"], end: Float[np.ndarray, "*b 3"]) -> Float[np.ndarray, "*b 4"]:
    """The shortest rotations that turn unit vectors `start` into `end`, which are not opposite."""
    scalar = 1.0 + np.sum(start * end, axis=-1, keepdims=True)
    return unit(np.concatenate([scalar, np.cross(start, end)], axis=-1))
