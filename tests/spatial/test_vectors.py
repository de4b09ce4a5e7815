"""Vectors against NumPy's own functions."""

import numpy as np

from effleurage.spatial import cross, dot, length, unit

RNG = np.random.default_rng(3)
A, B = RNG.normal(size=(2, 5, 4, 3))


def test_products_and_lengths():
    """They are what their names say, in the last axis, and broadcast."""
    assert np.allclose(dot(A, B), np.sum(A * B, axis=-1))
    assert np.allclose(dot(A, B[0]), np.sum(A * B[0], axis=-1))
    assert np.allclose(length(A), np.linalg.norm(A, axis=-1))
    assert np.allclose(unit(A), A / np.linalg.norm(A, axis=-1, keepdims=True))
    assert np.allclose(cross(A, B[0, 0]), np.cross(A, B[0, 0]))


def test_single_precision_stays():
    """What comes in single precision goes so."""
    a = A.astype(np.float32)
    assert {value.dtype for value in (dot(a, a), length(a), unit(a), cross(a, a))} == {np.dtype(np.float32)}
