"""Rotations: matrices and unit quaternions (wxyz)."""

import math

import numpy as np
from jaxtyping import Float

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
