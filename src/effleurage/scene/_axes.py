"""The one bridge to the axes of three.js and glTF: +Y up, quaternions xyzw."""

import numpy as np
from jaxtyping import Float

Y_UP = np.array([np.sqrt(0.5), -np.sqrt(0.5), 0.0, 0.0])
"""Rotation (wxyz) that takes the body frame, whose +Z is up, to theirs; given once, to a root node."""


def xyzw(quaternions: Float[np.ndarray, "*b 4"]) -> Float[np.ndarray, "*b 4"]:
    """Quaternions as three.js and glTF write them.

    Args:
        quaternions: Ours, wxyz.
    """
    return np.roll(quaternions, -1, axis=-1)
