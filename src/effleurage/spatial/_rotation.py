"""Rotations: matrices and unit quaternions (wxyz)."""

import math

import numpy as np
from jaxtyping import Float

from effleurage.spatial._vectors import dot

AXES = "xyz"


def rotation_about(axis: str, angle: float) -> Float[np.ndarray, "3 3"]:
    """Rotation matrix about the axis ``x``, ``y`` or ``z`` by an angle in [rad], right-handed."""
    i = AXES.index(axis)
    j, k = (i + 1) % 3, (i + 2) % 3
    matrix = np.eye(3)
    matrix[j, j] = matrix[k, k] = math.cos(angle)
    matrix[j, k] = -math.sin(angle)
    matrix[k, j] = math.sin(angle)
    return matrix


def rotation_vector(vector: Float[np.ndarray, " 3"]) -> Float[np.ndarray, "3 3"]:
    """Rotation matrix about a vector's direction by its length in [rad]."""
    angle = float(np.linalg.norm(vector))
    if angle == 0.0:
        return np.eye(3)
    x, y, z = vector / angle
    cross = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    return np.eye(3) + math.sin(angle) * cross + (1.0 - math.cos(angle)) * cross @ cross


def one_sign(quaternions: Float[np.ndarray, "t *b 4"]) -> Float[np.ndarray, "t *b 4"]:
    """The same rotations over time, each on its predecessor's side, so that players turn the short way."""
    flips = dot(quaternions[1:], quaternions[:-1]) < 0
    if not flips.any():
        return quaternions
    sign = np.where(np.cumsum(flips, axis=0) % 2, -1.0, 1.0)
    return np.concatenate([quaternions[:1], quaternions[1:] * sign[..., None]])
