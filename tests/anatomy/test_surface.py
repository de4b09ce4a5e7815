"""What a surface answers: derivatives, lanes, normals, curvature, distances."""

import numpy as np
import pytest
from scipy.spatial import KDTree

from effleurage.anatomy import Body, Surface
from effleurage.errors import UnknownNameError

SIGMA = 0.015


@pytest.fixture(scope="module", params=[Body(), Body(height=1.6, weight=82, sex="male", age=60)])
def surface(request: pytest.FixtureRequest) -> Surface:
    """An ordinary and a heavy body."""
    return request.param.surface()


@pytest.fixture
def places() -> tuple[np.ndarray, np.ndarray]:
    """Chart points over the middle of the back."""
    rng = np.random.default_rng(4)
    return rng.uniform(0.15, 0.95, 200), rng.uniform(-0.7, 0.7, 200)


def test_tangents_are_the_derivatives(surface: Surface, places: tuple[np.ndarray, np.ndarray]) -> None:
    """Both tangents agree with finite differences."""
    along, across = places
    step = 1e-6
    up, left = surface.tangents(along, across)
    by_along = (surface.point(along + step, across) - surface.point(along - step, across)) / (2 * step)
    by_across = (surface.point(along, across + step) - surface.point(along, across - step)) / (2 * step)
    np.testing.assert_allclose(up, by_along, atol=1e-5)
    np.testing.assert_allclose(left, by_across, atol=1e-5)


def test_normals_point_away_from_the_table(surface: Surface) -> None:
    """On the back both normals are unit vectors that point up."""
    for normal in (surface.normal(0.5, 0.1), surface.smoothed_normal(0.5, 0.1)):
        assert np.linalg.norm(normal) == pytest.approx(1.0)
        assert normal[2] > 0.9


def test_the_smoothed_normal_is_the_designs(surface: Surface, places: tuple[np.ndarray, np.ndarray]) -> None:
    """It equals the definition summed over the whole mesh, within a fraction of a degree."""
    points = surface.point(*places)
    faces = surface.faces[~surface.arms[surface.faces].any(axis=1)]
    a, b, c = (surface.vertices[faces[:, i]] for i in range(3))
    vectors = np.cross(b - a, c - a)
    centroids = (a + b + c) / 3
    nearest = surface.skin.nearest(points)[1]
    own = np.cross(
        *(
            surface.vertices[surface.faces[nearest, i]] - surface.vertices[surface.faces[nearest, 0]]
            for i in (1, 2)
        )
    )
    expected = np.empty_like(points)
    for i, near in enumerate(KDTree(centroids).query_ball_point(points, 0.1)):
        weight = np.exp(-np.sum((centroids[near] - points[i]) ** 2, axis=1) / (2 * SIGMA**2))
        weight *= vectors[near] @ own[i] > 0
        expected[i] = weight @ vectors[near]
    expected /= np.linalg.norm(expected, axis=1, keepdims=True)
    cosine = np.einsum("pa,pa->p", expected, surface.smoothed_normal(*places))
    angle = np.degrees(np.arccos(np.clip(cosine, -1, 1)))
    assert angle.mean() < 0.3
    assert np.percentile(angle, 99) < 2.0


def test_a_lane_keeps_its_distance_from_the_spine(surface: Surface) -> None:
    """`at` and `lateral` are inverse, and measure the skin's length at constant `along`."""
    along = np.linspace(0.2, 0.9, 60)
    for lateral in (-0.06, -0.025, 0.0, 0.04, 0.06):
        across = surface.at(along, lateral)
        np.testing.assert_allclose(surface.lateral(along, across), lateral, atol=0.0005)
    fine = surface.point(0.5, np.linspace(0.0, surface.at(0.5, 0.1), 400))
    assert np.linalg.norm(np.diff(fine, axis=0), axis=1).sum() == pytest.approx(0.1, abs=0.0005)


def test_a_lane_ends_at_the_edge(surface: Surface) -> None:
    """A distance beyond the edge is clipped to it, on either side."""
    assert surface.at(0.5, 1.0) == pytest.approx(1.0)
    assert surface.at(0.5, -1.0) == pytest.approx(-1.0)


def test_curvature_tells_how_the_smoothed_normal_turns(surface: Surface) -> None:
    """Along a short way in the skin the normal turns by curvature times length."""
    along, across, step = 0.55, 0.35, 1e-4
    frame, bend = surface.frame(along, across), surface.curvature(along, across)
    for du, dv in ((step, 0.0), (0.0, step)):
        moved = surface.point(along + du, across + dv) - surface.point(along, across)
        turned = surface.smoothed_normal(along + du, across + dv) - surface.smoothed_normal(along, across)
        flat = frame[:, :2].T @ moved
        assert flat @ (frame[:, :2].T @ turned) == pytest.approx(flat @ bend @ flat, rel=0.02, abs=1e-10)


def test_curvature_is_positive_where_the_skin_is_convex(surface: Surface) -> None:
    """Across the flank the skin bends away; the hollow of the back is concave along the spine."""
    assert surface.curvature(0.4, 0.75)[1, 1] > 2.0
    assert surface.curvature(0.36, 0.2)[0, 0] < 0.0


def test_locate_finds_the_point_again(surface: Surface, places: tuple[np.ndarray, np.ndarray]) -> None:
    """A point a centimetre above the skin is located at its foot."""
    along, across = places
    lifted = surface.point(along, across) + 0.01 * surface.normal(along, across)
    found_along, found_across, distance = surface.locate(lifted)
    assert np.median(np.abs(found_along - along)) < 1e-4
    assert np.median(np.abs(found_across - across)) < 1e-3
    assert distance.max() <= 0.0102


def test_distance_is_signed_and_metric(surface: Surface, places: tuple[np.ndarray, np.ndarray]) -> None:
    """Above the skin it grows with the height, inside it is negative."""
    points, normals = surface.point(*places), surface.normal(*places)
    for height in (-0.02, -0.005, 0.005, 0.02, 0.05):
        distance = surface.distance(points + height * normals)
        assert np.median(np.abs(distance - height)) < 0.001
        assert np.all(np.sign(distance) == np.sign(height))
    assert surface.distance(points[0]).shape == ()


def test_coordinates_broadcast_and_clip(surface: Surface) -> None:
    """Numbers and arrays may be mixed; outside the chart its edge holds."""
    grid = surface.point(np.linspace(0, 1, 4)[:, None], np.linspace(-1, 1, 3))
    assert grid.shape == (4, 3, 3)
    np.testing.assert_array_equal(surface.point(2.0, -7.0), surface.point(1.0, -1.0))


def test_an_unknown_chart_is_named(surface: Surface) -> None:
    """The error lists the charts."""
    with pytest.raises(UnknownNameError, match=r"no chart 'arm'\. There are: back, head"):
        surface.point(0.5, 0.0, chart="arm")
