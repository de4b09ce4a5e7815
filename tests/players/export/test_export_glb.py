"""glTF: valid for Khronos, and the same motion as the samples."""

from dataclasses import replace

import numpy as np
import pytest
from glb_reader import GlbReader, body_frame
from hypothesis import given, settings
from hypothesis import strategies as st

from effleurage.anatomy import Body, hands
from effleurage.performance import HANDS
from effleurage.players import export
from effleurage.players.export._keys import keyframes, lerp, slerp
from effleurage.scene import build, one_sign
from performance import synthetic


@pytest.fixture(scope="module")
def performance():
    """Two postures, a stretch without pose."""
    return synthetic.performance(seconds=3.0)


@pytest.fixture(scope="module")
def path(performance, tmp_path_factory):
    """The performance as .glb."""
    path = tmp_path_factory.mktemp("glb") / "p.glb"
    export.write(performance, path)
    return path


@pytest.fixture(scope="module")
def reader(path):
    """The file, read."""
    return GlbReader(path.read_bytes())


def test_khronos_finds_nothing_to_say(path, gltf_report):
    """No error and no warning, nor a hint."""
    issues = gltf_report(path)["issues"]
    assert issues["messages"] == []


def test_the_shortest_performance_is_valid(tmp_path, gltf_report):
    """Two samples a block, and a beginning after zero."""
    base = synthetic.performance(seconds=0.04)
    samples = replace(base.samples, time=base.samples.time + 5.0)
    export.write(replace(base, samples=samples), tmp_path / "p.glb")
    assert gltf_report(tmp_path / "p.glb")["issues"]["messages"] == []


def test_one_posture_and_no_motion_are_valid_too(tmp_path, performance, gltf_report):
    """A file without morph targets, and one whose hands are never known."""
    blocks = tuple(replace(block, posture="prone") for block in performance.blocks)
    samples = performance.samples
    lost = {
        name: np.full_like(getattr(samples, name), np.nan) for name in ("position", "orientation", "elbow")
    }
    nowhere = replace(samples, contact=samples.contact & False, force=0 * samples.force, **lost)
    for number, changed in enumerate((samples, nowhere)):
        path = tmp_path / f"{number}.glb"
        export.write(replace(performance, blocks=blocks, samples=changed), path)
        assert gltf_report(path)["issues"]["messages"] == []


@pytest.mark.parametrize("hand", [0, 1])
def test_hands_move_as_the_samples_say(reader, performance, hand):
    """At samples and between them, every vertex is within a millimetre of the model's."""
    samples, model = performance.samples, hands.model()
    known = np.flatnonzero(np.isfinite(samples.position[:, hand, 0]))
    rng = np.random.default_rng(7)
    for row in rng.choice(known[:-1], 25, replace=False):
        pose = [getattr(samples, name)[row, hand] for name in ("position", "orientation", "elbow", "fingers")]
        truth = model.vertices(hand, model.pose(hand, *pose, samples.tool[row, hand]))
        found = body_frame(reader.vertices(f"{HANDS[hand]}_hand", samples.time[row]))
        assert np.linalg.norm(found - truth, axis=-1).max() < 1e-3


@pytest.mark.parametrize("hand", [0, 1])
def test_the_contact_frame_is_a_node(reader, performance, hand):
    """Its place and turn are the samples' own."""
    samples = performance.samples
    for row in range(0, 300, 17):
        T = reader.world(reader.node(f"{HANDS[hand]}_tool"), samples.time[row])
        assert np.linalg.norm(body_frame(T[:3, 3]) - samples.position[row, hand]) < 2e-4


def test_an_unknown_pose_is_not_shown(reader, performance):
    """On a part without a chart the arms have no size; elsewhere they have their own."""
    last = performance.samples.time[-10]
    for name in ("left_hand", "right_hand"):
        hidden = body_frame(reader.vertices(name, last))
        assert np.ptp(hidden, axis=0).max() < 1e-6
        assert (hidden[:, 2] > 0.5).all()
        assert np.ptp(reader.vertices(name, 1.0), axis=0).max() > 0.2


def test_the_body_lies_as_the_block_says(reader, performance):
    """The skin is the surface's, to a hundredth of a millimetre, in every working block."""
    person = performance.person
    body = Body(height=person.height, weight=person.weight, sex=person.sex, age=person.age)
    for block in performance.blocks:
        if block.kind == "work":
            time = performance.samples.time[(block.start + block.stop) // 2]
            found = body_frame(reader.vertices("body", time))
            truth = body.surface(block.posture).vertices
            np.testing.assert_allclose(found, truth, atol=1e-5)


def test_the_body_goes_over_smoothly(reader, performance):
    """In a change of posture nothing jumps."""
    block = performance.blocks[1]
    times = performance.samples.time[block.start : block.stop]
    positions = np.stack([reader.vertices("body", time)[::50] for time in times])
    whole = np.abs(positions[-1] - positions[0]).max()
    assert whole > 0.01
    assert np.abs(np.diff(positions, axis=0)).max() < 0.05 * whole


def test_triangles_face_outward(reader):
    """Signed volumes of body and hands are positive."""
    for name in ("body", "left_hand", "right_hand"):
        a, b, c = np.moveaxis(reader.vertices(name, 0.0)[reader.faces(name)], 1, 0)
        assert np.einsum("ij,ij->", a, np.cross(b, c)) > 0


def test_the_camera_is_where_the_giver_is_and_looks_at_the_back(reader, performance):
    """Its −Z axis goes through what the scene says it looks at, and its +Y axis is up."""
    for number, block in enumerate(performance.blocks):
        view, time = build(performance).camera(number), performance.samples.time[block.stop - 1]
        T = reader.world(reader.node("giver_view"), time)
        eye, ahead, up = (body_frame(column) for column in (T[:3, 3], -T[:3, 2], T[:3, 1]))
        np.testing.assert_allclose(eye, view.eye, atol=1e-5)
        way = (view.target - view.eye) / np.linalg.norm(view.target - view.eye)
        np.testing.assert_allclose(ahead, way, atol=1e-5)
        assert up[2] > 0


def test_extras_tell_what_gltf_cannot(reader, performance):
    """Movements with their times, blocks with captions, forces as curves."""
    extras = reader.nodes[reader.node("effleurage")]["extras"]
    assert [row["title"] for row in extras["movements"]] == list(performance.movements)
    assert [row["caption"] for row in extras["blocks"]] == [block.caption for block in performance.blocks]
    curve = reader.nodes[reader.node("left_tool")]["extras"]
    found = np.interp(performance.samples.time, curve["time_s"], curve["force_n"])
    assert np.abs(found - performance.samples.force[:, 0]).max() < 0.12


channels = st.integers(2, 120).flatmap(
    lambda n: st.tuples(
        st.lists(st.floats(0.01, 1.0), min_size=n, max_size=n),
        st.lists(st.tuples(*[st.floats(-1, 1)] * 4), min_size=n, max_size=n),
    )
)


@settings(max_examples=100)
@given(channel=channels, tolerance=st.floats(1e-3, 0.5))
def test_keyframes_keep_every_sample_within_tolerance(channel, tolerance):
    """Whatever the channel, what the keys give is near every sample."""
    steps, values = channel
    time, values = np.cumsum(steps), np.array(values)
    keys = keyframes(values, time, tolerance=tolerance, between=lerp)
    assert keys[0] == 0
    assert keys[-1] == len(time) - 1
    found = np.stack([np.interp(time, time[keys], column[keys]) for column in values.T], axis=1)
    assert np.linalg.norm(found - values, axis=1).max() <= tolerance + 1e-9


def test_keyframes_of_a_straight_way_are_its_ends():
    """Nothing is kept that interpolation gives anyway."""
    time = np.linspace(0, 5, 200)
    assert list(keyframes(time[:, None] * [1.0, 2.0, 0.0], time, tolerance=1e-6, between=lerp)) == [0, 199]


@given(data=st.data())
def test_slerp_turns_evenly(data):
    """The share of the angle is the share of the way."""
    angle, share = data.draw(st.floats(1e-9, 3.0)), data.draw(st.floats(0, 1))
    a = np.array([[1.0, 0, 0, 0]])
    b = np.array([[np.cos(angle / 2), np.sin(angle / 2), 0, 0]])
    found = slerp(a, b, np.array([[share]]))[0]
    expected = [np.cos(share * angle / 2), np.sin(share * angle / 2), 0, 0]
    np.testing.assert_allclose(found, expected, atol=1e-9)


def test_one_sign_keeps_the_rotations():
    """Only signs change, and neighbours lie on one side."""
    rng = np.random.default_rng(3)
    turns = rng.normal(size=(50, 3, 4))
    turns /= np.linalg.norm(turns, axis=-1, keepdims=True)
    found = one_sign(turns)
    assert (np.sum(found[1:] * found[:-1], axis=-1) >= 0).all()
    np.testing.assert_allclose(np.abs(found), np.abs(turns))


def test_the_scene_of_a_performance_is_lazy(performance):
    """Building it computes nothing yet."""
    assert set(vars(build(performance))) == {"performance"}
