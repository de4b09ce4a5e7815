"""The scene: postures over time, paths on the skin, points of view."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from effleurage.errors import UnknownNameError
from effleurage.performance import Station
from effleurage.scene import (
    Y_UP,
    camera,
    make_mesh,
    paths,
    posture_names,
    posture_weights,
    xyzw,
)
from performance import synthetic


@settings(deadline=None, max_examples=20)
@given(performance=synthetic.performances())
def test_posture_weights_are_shares(performance):
    """They sum to one at every sample, and working blocks have their own posture whole."""
    weights, names = posture_weights(performance), posture_names(performance)
    np.testing.assert_allclose(weights.sum(axis=1), 1.0)
    assert (weights >= 0).all()
    for block in performance.blocks:
        if block.kind == "work":
            assert (weights[block.start : block.stop, names.index(block.posture)] == 1.0).all()


def test_the_head_turns_from_side_to_side_through_the_middle():
    """Half way from the left to the right, the receiver lies as neither."""
    base = synthetic.performance()
    order = ("head_left", "head_right", "head_right", "head_right")
    blocks = tuple(replace(block, posture=name) for block, name in zip(base.blocks, order, strict=True))
    performance = replace(base, blocks=blocks)
    assert posture_names(performance) == ("head_left", "head_right", "prone")
    weights = posture_weights(performance)
    np.testing.assert_allclose(weights.sum(axis=1), 1.0)
    middle = (blocks[1].start + blocks[1].stop) // 2
    np.testing.assert_allclose(weights[middle], [0.0, 0.0, 1.0], atol=0.05)
    assert (np.abs(np.diff(weights, axis=0)) < 0.06).all()


def test_paths_are_the_contacts():
    """Each hand's path begins and ends where its contact does, and forces go with it."""
    performance = synthetic.performance()
    samples = performance.samples
    first, second = paths(performance, 0)
    assert {first.hand, second.hand} == {0, 1}
    for path in (first, second):
        assert path.samples[0] == 0
        assert path.samples[-1] == performance.blocks[0].stop - 1
        np.testing.assert_array_equal(path.points, samples.position[path.samples, path.hand])
        np.testing.assert_array_equal(path.force, samples.force[path.samples, path.hand])
        assert (np.linalg.norm(np.diff(path.points, axis=0), axis=1)[:-1] > 0.001).all()
        assert len(path.points) < 200
    assert paths(performance, 1) == ()


def test_a_resting_hand_has_a_path_of_one_point():
    """Nothing to draw but where it lies."""
    base = synthetic.performance()
    position = np.repeat(base.samples.position[:1], len(base.samples), axis=0)
    performance = replace(base, samples=replace(base.samples, position=position))
    assert [len(path.points) for path in paths(performance, 0)] == [1, 1]


@pytest.mark.parametrize("where", ["side_left", "side_right", "head", "hips"])
@pytest.mark.parametrize("side", ["left", "right"])
def test_the_giver_sees_the_back_from_where_they_are(where, side):
    """The eye is on the station's side, above the skin, and looks down at the back."""
    base = synthetic.performance()
    station = Station(where=where, stance="kneeling", facing="head", side=side)
    blocks = (replace(base.blocks[0], station=station), *base.blocks[1:])
    view = camera(replace(base, blocks=blocks), 0)
    aside = {"side_left": 1, "side_right": -1, "head": 0, "hips": 1 if side == "left" else -1}[where]
    assert np.sign(view.eye[1]) == aside
    assert view.eye[2] > view.target[2] + 0.3
    assert (view.eye[0] > view.target[0]) == (where == "head")
    assert 0.5 < np.linalg.norm(view.eye - view.target) < 2.0


def test_an_unknown_station_lists_those_known():
    """The message says which there are."""
    base = synthetic.performance()
    station = replace(base.blocks[0].station, where="ceiling")
    blocks = (replace(base.blocks[0], station=station), *base.blocks[1:])
    with pytest.raises(UnknownNameError, match="head, hips, side_left, side_right"):
        camera(replace(base, blocks=blocks), 0)


def test_normals_of_a_sphere_point_outward():
    """They are the places themselves."""
    corners = np.array([[1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]], float)
    faces = np.array([[0, 2, 4], [2, 1, 4], [1, 3, 4], [3, 0, 4], [2, 0, 5], [1, 2, 5], [3, 1, 5], [0, 3, 5]])
    np.testing.assert_allclose(make_mesh(corners, faces).normals, corners, atol=1e-12)


def test_quaternions_are_turned_for_other_programs():
    """The scalar goes last, and up becomes Y."""
    np.testing.assert_array_equal(xyzw(np.array([[1.0, 2.0, 3.0, 4.0]])), [[2.0, 3.0, 4.0, 1.0]])
    w, x, y, z = Y_UP
    assert (y, z) == (0.0, 0.0)
    up = np.array([0.0, -2 * w * x, w * w - x * x])
    np.testing.assert_allclose(up, [0.0, 1.0, 0.0], atol=1e-12)
