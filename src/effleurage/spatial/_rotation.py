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
