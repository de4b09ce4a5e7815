"""Vectors in the last axis: sums over a few numbers, which NumPy's own functions are slow at."""

import numpy as np
from jaxtyping import Float


def dot(a: Float[np.ndarray, "*#b d"], b: Float[np.ndarray, "*#b d"]) -> Float[np.ndarray, "*b"]:
    """Scalar products."""
    return np.einsum("...i,...i->...", a, b)


def length(vectors: Float[np.ndarray, "*b d"]) -> Float[np.ndarray, "*b"]:
    """Lengths."""
    return np.sqrt(dot(vectors, vectors))


def unit(vectors: Float[np.ndarray, "*b d"]) -> Float[np.ndarray, "*b d"]:
    """Directions: vectors of length 1."""
    return vectors / length(vectors)[..., None]


def cross(a: Float[np.ndarray, "*#b 3"], b: Float[np.ndarray, "*#b 3"]) -> Float[np.ndarray, "*b 3"]:
    """Cross products."""
    out = np.empty(np.broadcast_shapes(a.shape, b.shape), np.result_type(a, b))
    for i, (j, k) in enumerate(((1, 2), (2, 0), (0, 1))):
        out[..., i] = a[..., j] * b[..., k] - a[..., k] * b[..., j]
    return out
