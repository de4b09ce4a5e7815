"""Rotations and closest points against truth known by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from effleurage.spatial import closest_in_triangles, rotation_about, rotation_vector

vectors = arrays(float, 3, elements=st.floats(-3, 3, allow_subnormal=False))


@pytest.mark.parametrize(
    ("axis", "start", "end"),
    [("x", [0, 1, 0], [0, 0, 1]), ("y", [0, 0, 1], [1, 0, 0]), ("z", [1, 0, 0], [0, 1, 0])],
)
def test_a_quarter_turn_is_right_handed(axis: str, start: list[int], end: list[int]) -> None:
    """About each axis the next one turns into the one after it."""
    np.testing.assert_allclose(rotation_about(axis, np.pi / 2) @ start, end, atol=1e-12)


@given(vector=vectors)
def test_rotation_vectors_are_rotations_about_their_axis(vector: np.ndarray) -> None:
    """The matrix is orthogonal and keeps its own axis."""
    matrix = rotation_vector(vector)
    np.testing.assert_allclose(matrix @ matrix.T, np.eye(3), atol=1e-9)
    np.testing.assert_allclose(matrix @ vector, vector, atol=1e-9)
    assert np.linalg.det(matrix) == pytest.approx(1.0)


@given(point=vectors, seed=st.integers(0, 1000))
def test_no_sampled_point_of_the_triangle_is_closer(point: np.ndarray, seed: int) -> None:
    """The closest point beats every other barycentric combination."""
    rng = np.random.default_rng(seed)
    triangle = rng.normal(size=(3, 3))
    weights = closest_in_triangles(point[None], triangle[None])[0]
    assert weights.sum() == pytest.approx(1.0)
    assert weights.min() >= -1e-9
    others = rng.dirichlet([0.5, 0.5, 0.5], 200) @ triangle
    best = np.linalg.norm(weights @ triangle - point)
    assert best <= np.linalg.norm(others - point, axis=1).min() + 1e-9
