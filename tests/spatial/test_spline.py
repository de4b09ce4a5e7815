"""Grid splines: they interpolate, reproduce cubics, and differentiate themselves."""

import numpy as np
import pytest

from effleurage.spatial import GridSpline, refinement

U, V = np.linspace(0.0, 1.0, 11), np.linspace(-1.0, 1.0, 9)


def _cubic(u: np.ndarray, v: np.ndarray) -> np.ndarray:
    return np.stack([u**3 - 2 * u * v**2 + v, 1 + u * v**3, v**3 * u**3], axis=-1)


@pytest.fixture
def spline() -> GridSpline:
    """Through a bicubic polynomial."""
    return GridSpline.through(_cubic(*np.meshgrid(U, V, indexing="ij")), low=(0.0, -1.0), high=(1.0, 1.0))


def test_cubics_are_reproduced(spline: GridSpline) -> None:
    """A polynomial of third degree in each coordinate is its own spline, up to the edges."""
    rng = np.random.default_rng(0)
    u, v = rng.uniform(0, 1, 300), rng.uniform(-1, 1, 300)
    np.testing.assert_allclose(spline.at(spline.points(u, v)), _cubic(u, v), atol=1e-12)


@pytest.mark.parametrize(("du", "dv"), [(1, 0), (0, 1), (1, 1), (2, 0), (0, 2)])
def test_derivatives_are_finite_differences(spline: GridSpline, du: int, dv: int) -> None:
    """Every derivative is the difference quotient of the one below it."""
    u, v, step = np.array([0.13, 0.5, 0.87]), np.array([-0.71, 0.02, 0.6]), 1e-6
    lower = (du - 1, dv) if du else (du, dv - 1)
    shift = (step, 0.0) if du else (0.0, step)
    above = spline.at(spline.points(u + shift[0], v + shift[1]), *lower)
    below = spline.at(spline.points(u - shift[0], v - shift[1]), *lower)
    np.testing.assert_allclose(
        spline.at(spline.points(u, v), du, dv), (above - below) / (2 * step), atol=1e-5
    )


def test_refinement_is_the_same_spline() -> None:
    """The matrix for evenly cut cells gives the spline's own values."""
    values = np.sin(3 * V)
    spline = GridSpline.through(np.tile(values, (6, 1))[:, :, None], low=(0.0, -1.0), high=(1.0, 1.0))
    fine = np.linspace(-1.0, 1.0, 4 * 8 + 1)
    expected = spline.at(spline.points(0.5, fine))[:, 0]
    np.testing.assert_allclose(refinement(9, 4) @ values, expected, atol=1e-12)


def test_shapes_broadcast(spline: GridSpline) -> None:
    """A column of u and a row of v make a grid of values."""
    assert spline.at(spline.points(U[:, None], V)).shape == (11, 9, 3)
    assert spline.at(spline.points(0.5, 0.5)).shape == (3,)


@pytest.mark.parametrize(("du", "dv"), [(0, 0), (1, 0), (0, 2)])
def test_few_and_many_points_agree(spline: GridSpline, du: int, dv: int) -> None:
    """One point, some, and very many go three ways through memory and come out the same."""
    rng = np.random.default_rng(3)
    u, v = rng.uniform(0, 1, 5000), rng.uniform(-1, 1, 5000)
    many = spline.at(spline.points(u, v), du, dv)
    np.testing.assert_allclose(spline.at(spline.points(u[:500], v[:500]), du, dv), many[:500], atol=1e-10)
    np.testing.assert_allclose(spline.at(spline.points(u[:7], v[:7]), du, dv), many[:7], atol=1e-10)
    if (du, dv) == (0, 0):
        np.testing.assert_allclose(spline.one(u[3], v[3]), many[3], atol=1e-12)


@pytest.mark.parametrize(("du", "dv"), [(0, 0), (1, 0), (0, 2)])
def test_single_precision_is_near(spline: GridSpline, du: int, dv: int) -> None:
    """Many points in single precision are those in double precision to seven digits."""
    rng = np.random.default_rng(2)
    points = spline.points(rng.uniform(0, 1, 5000), rng.uniform(-1, 1, 5000))
    near = spline.single.at(points, du, dv)
    assert near.dtype == np.float32
    np.testing.assert_allclose(near, spline.at(points, du, dv), atol=2e-6 * 100 ** (du + dv))
