"""The scene: postures over time, paths on the skin, points of view."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

from effleurage.performance import Station
from effleurage.scene import (
    Y_UP,
    between,
    build,
    camera,
    lying_weights,
    lyings,
    make_mesh,
    paths,
    posture_names,
    xyzw,
)
from performance import synthetic

CORNERS = np.array([[1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]], float)
FACES = np.array([[0, 2, 4], [2, 1, 4], [1, 3, 4], [3, 0, 4], [2, 0, 5], [1, 2, 5], [3, 1, 5], [0, 3, 5]])


@settings(max_examples=20)
@given(performance=synthetic.performances())
def test_how_the_receiver_lies_is_a_blend(performance):
    """Shares sum to one at every sample, and working blocks have their own posture whole."""
    weights, names = lying_weights(performance), [lying.name for lying in lyings(performance)]
    np.testing.assert_allclose(weights.sum(axis=1), 1.0)
    assert (weights >= 0).all()
    assert ((weights > 0).sum(axis=1) <= 2).all()
    for block in performance.blocks:
        if block.kind == "work":
            assert (weights[block.start : block.stop, names.index(block.posture)] == 1.0).all()


def test_the_head_turns_from_side_to_side_through_the_middle():
    """Half way from the left to the right, the receiver's face is down."""
    base = synthetic.performance()
    order = ("head_left", "head_right", "head_right", "head_right")
    blocks = tuple(replace(block, posture=name) for block, name in zip(base.blocks, order, strict=True))
    performance = replace(base, blocks=blocks)
    assert posture_names(performance) == ("head_left", "head_right", "prone")
    weights, names = lying_weights(performance), [lying.name for lying in lyings(performance)]
    np.testing.assert_allclose(weights.sum(axis=1), 1.0)
    middle = (blocks[1].start + blocks[1].stop) // 2
    assert weights[middle, names.index("prone")] > 0.9
    assert (np.abs(np.diff(weights, axis=0)) < 0.2).all()


def test_the_way_back_goes_through_the_same_skins():
    """Turning the head and turning it back needs no further meshes."""
    base = synthetic.performance()
    kinds, order = ("work", "arrange", "arrange", "work"), ("prone", "head_left", "prone", "prone")
    rows = zip(base.blocks, kinds, order, strict=True)
    blocks = tuple(replace(block, kind=kind, posture=name) for block, kind, name in rows)
    names = [lying.name for lying in lyings(replace(base, blocks=blocks))]
    assert names == ["prone", "head_left", "prone to head_left 1/3", "prone to head_left 2/3"]


@settings(max_examples=30)
@given(
    turn=st.tuples(*[st.floats(-1.2, 1.2)] * 3),
    shift=st.tuples(*[st.floats(-1, 1)] * 3),
    share=st.floats(0, 1),
)
def test_a_rigid_part_turns_without_shrinking(turn, shift, share):
    """Half of a turn about an axis is the turn by half the angle about that axis."""
    start = CORNERS * [1.0, 0.7, 0.5]
    whole = Rotation.from_rotvec(turn)
    found = between(start, whole.apply(start) + shift, FACES, share=share)
    sizes = [np.linalg.norm(points[:, None] - points, axis=-1) for points in (start, found)]
    np.testing.assert_allclose(sizes[1], sizes[0], atol=1e-6)
    fitted, _ = Rotation.align_vectors(found - found.mean(axis=0), start - start.mean(axis=0))
    np.testing.assert_allclose(fitted.as_rotvec(), share * np.array(turn), atol=1e-6)


def test_the_receiver_keeps_their_size_while_turning_the_head():
    """Edges of the skin between two postures are nearly as long as in the postures."""
    base = synthetic.performance()
    skins = dict(zip([lying.name for lying in build(base).lyings], build(base).skins, strict=True))
    ends = skins["prone"], skins["head_left"]
    middle = skins["prone to head_left 1/3"]
    start, end = middle.faces[:, 0], middle.faces[:, 1]
    lengths = [np.linalg.norm(mesh.vertices[start] - mesh.vertices[end], axis=1) for mesh in (*ends, middle)]
    ratio = lengths[2] / np.maximum(0.5 * (lengths[0] + lengths[1]), 1e-4)
    assert np.quantile(ratio, 0.001) > 0.8
    assert np.quantile(ratio, 0.999) < 1.2


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


def test_a_station_of_another_kind_is_seen_from_above():
    """A foreign performance still has a picture."""
    base = synthetic.performance()
    station = replace(base.blocks[0].station, where="hammock")
    blocks = (replace(base.blocks[0], station=station), *base.blocks[1:])
    view = camera(replace(base, blocks=blocks), 0)
    assert view.eye[2] - view.target[2] > 1.0


def test_normals_of_a_sphere_point_outward():
    """They are the places themselves."""
    np.testing.assert_allclose(make_mesh(CORNERS, FACES).normals, CORNERS, atol=1e-12)


def test_quaternions_are_turned_for_other_programs():
    """The scalar goes last, and up becomes Y."""
    np.testing.assert_array_equal(xyzw(np.array([[1.0, 2.0, 3.0, 4.0]])), [[2.0, 3.0, 4.0, 1.0]])
    w, x, y, z = Y_UP
    assert (y, z) == (0.0, 0.0)
    up = np.array([0.0, -2 * w * x, w * w - x * x])
    np.testing.assert_allclose(up, [0.0, 1.0, 0.0], atol=1e-12)
