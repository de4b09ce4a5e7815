"""Charts are smooth, unfolded and symmetric on every body, and lie on the skin."""

import numpy as np
import pytest

from anatomy.population import extremes, population
from effleurage.anatomy import Body, Surface, chart_names, posture_names, surface_grids, surface_meshes
from effleurage.anatomy._chart import chart
from effleurage.anatomy._skin import face_vectors

EVERYBODY = population(50) + extremes()


def _cell_areas(surface: Surface, name: str) -> np.ndarray:
    """Signed areas [m²] of the corner triangles of every cell, seen from outside the skin."""
    grid = surface.patch(name).grid
    normals = face_vectors(surface.vertices, surface.faces)[chart(name).faces]
    normals /= np.linalg.norm(normals, axis=-1, keepdims=True)
    outward = normals[1:, 1:] + normals[:-1, :-1] + normals[1:, :-1] + normals[:-1, 1:]
    outward /= np.linalg.norm(outward, axis=-1, keepdims=True)
    areas = []
    for row in (slice(None, -1), slice(1, None)):
        for column in (slice(None, -1), slice(1, None)):
            along = np.diff(grid, axis=0)[:, column]
            across = np.diff(grid, axis=1)[row]
            areas.append(np.einsum("uva,uva->uv", np.cross(along, across), outward) / 2)
    return np.array(areas)


@pytest.mark.parametrize("posture", posture_names())
def test_no_cell_folds(posture: str) -> None:
    """Every cell has a positive area, in all its corners, on every body and in every posture."""
    for body in EVERYBODY:
        for name in chart_names():
            assert _cell_areas(body.surface(posture), name).min() > 0.0


@pytest.mark.parametrize("posture", ["prone", "forehead_on_hands"])
@pytest.mark.parametrize("name", chart_names())
def test_charts_are_mirror_symmetric(name: str, posture: str) -> None:
    """The same point on the other side is the mirror image, to a millimetre."""
    for body in EVERYBODY[:8]:
        grid = body.surface(posture).patch(name).grid
        assert np.abs(grid - grid[:, ::-1] * [1, -1, 1]).max() < 0.001


def test_charts_have_no_jump() -> None:
    """Neighbouring grid points stay neighbours on the skin."""
    for body in EVERYBODY[::6]:
        grid = body.surface().patch("back").grid
        for axis in (0, 1):
            steps = np.linalg.norm(np.diff(grid, axis=axis), axis=-1)
            assert steps.max() < 0.03


@pytest.mark.parametrize("posture", posture_names())
def test_points_between_the_nodes_lie_on_the_skin(posture: str) -> None:
    """The spline is within 3 mm of the true skin everywhere, and far closer for the most part."""
    rng = np.random.default_rng(3)
    along, across = rng.uniform(0, 1, 500), rng.uniform(-1, 1, 500)
    for body in EVERYBODY[::6]:
        surface = body.surface(posture)
        error = np.abs(surface.distance(surface.point(along, across)))
        assert error.max() < 0.003
        assert np.percentile(error, 99) < 0.001


def test_along_is_the_transverse_plane() -> None:
    """On an ordinary body, points beside the spine are at the height of the spine's point."""
    along = np.linspace(0.02, 0.98, 49)[:, None]
    for body in (Body(), Body(height=1.78, weight=76, sex="male")):
        surface = body.surface()
        beside = surface.point(along, np.linspace(-0.9, 0.9, 13))
        spine = surface.point(along, 0.0)
        assert np.abs(beside[..., 0] - spine[..., 0]).max() < 0.03


def test_many_bodies_at_once_are_the_same_bodies() -> None:
    """The batch of grids equals the surfaces one by one."""
    bodies = EVERYBODY[:6] + extremes()
    for posture in ("prone", "forehead_on_hands"):
        for name in chart_names():
            grids = surface_grids(bodies, posture, chart=name)
            single = np.stack([body.surface(posture).patch(name).grid for body in bodies])
            assert np.abs(grids - single).max() < 0.0005


def test_half_a_grid_and_its_mirror_image_are_the_grid() -> None:
    """Bodies are mirror images of themselves; the half has the columns from the middle to the left."""
    bodies = EVERYBODY[:6] + extremes()
    whole, half = surface_grids(bodies), surface_grids(bodies, half=True)
    middle = whole.shape[2] // 2
    assert np.abs(whole[:, :, middle:] - half).max() < 1e-6
    assert np.abs(whole[:, :, middle::-1] - half * [1.0, -1.0, 1.0]).max() < 1e-6


def test_distances_are_exact_up_to_where_they_are_asked_for() -> None:
    """Nearer points have their distance, and points inside too; all others the bound."""
    surface = Body().surface()
    low, high = surface.vertices.min(axis=0) - 0.1, surface.vertices.max(axis=0) + 0.1
    points = np.random.default_rng(3).uniform(low, high, (4000, 3))
    exact = surface.distance(points)
    for within in (0.0, 0.02, 0.1):
        assert np.array_equal(surface.distance(points, within=within), np.minimum(exact, within))
    assert (exact < 0.0).sum() > 100


def test_many_whole_skins_are_the_same_but_for_the_forearms() -> None:
    """The batch of meshes equals the surfaces one by one, except where the arms follow the size."""
    bodies = EVERYBODY[:3]
    for mesh, body in zip(surface_meshes(bodies), bodies, strict=True):
        surface = body.surface()
        assert np.abs(mesh - surface.vertices)[~surface.arms].max() < 0.0005
