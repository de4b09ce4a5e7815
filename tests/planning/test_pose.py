"""The pose pass, on a back known in closed form."""

import numpy as np
import pytest

from anatomy.analytic import AnalyticSurface
from effleurage.anatomy import hands
from effleurage.performance import FINGER_BENDS, LEFT, RIGHT, TOOLS, Station
from effleurage.planning._pose.arms import along
from effleurage.planning._pose.balls import Swing
from effleurage.planning._pose.field import Field, Grid
from effleurage.planning._pose.giver import giver_shoulders
from effleurage.planning._pose.points import points
from effleurage.planning._pose.pose import pose
from effleurage.planning._pose.settle import further
from effleurage.planning._track import Track

SURFACE = AnalyticSurface()
HIPS = Station(where="hips", stance="kneeling", facing="head", side="left")
MODEL = hands.model()


def track(
    *, along, across, heading=0.0, lift=0.0, tool="palm", shape=None, rate=50.0, seconds=3.0, clasps=False
) -> Track:
    """A track of the left hand; the right one waits over the other side, or clasps the left."""
    n = round(seconds * rate)
    at = np.linspace(0.0, 1.0, n)

    def pair(left, right):
        left = left(at) if callable(left) else np.full(n, left)
        return np.stack([left, np.full(n, right)], axis=1)

    fingers = np.zeros((n, 2, len(hands.BASES)))
    fingers[:, LEFT, hands.BASES.index(shape or hands.tool_shape(tool))] = 1.0
    fingers[:, RIGHT, hands.BASES.index("relaxed")] = 1.0
    height = pair(lift, 0.2)
    return Track(
        time=np.arange(n) / rate,
        posture=np.ones((n, 1)),
        chart=np.zeros((n, 2), int),
        along=pair(along, 0.25),
        across=pair(across, -0.7),
        lift=height,
        heading=pair(heading, 0.0),
        tool=pair(TOOLS.index(tool), 0).astype(int),
        fingers=fingers,
        force=np.zeros((n, 2)),
        contact=height == 0.0,
        phase=np.full((n, 2), 2),
        segment=np.zeros((n, 2), int),
        shoulders=np.tile(giver_shoulders(HIPS), (n, 1, 1)),
        upper=np.full(n, -1),
        clasps=np.stack([np.zeros(n, bool), np.full(n, clasps)], axis=1),
        charts=("back",),
    )


def meshes(asked: Track, posed, side: int, *, every: int = 10) -> np.ndarray:
    """The hand's vertices at some of the samples."""
    rows = slice(None, None, every)
    return MODEL.vertices(
        side,
        MODEL.pose(
            side,
            posed.position[rows, side],
            posed.orientation[rows, side],
            posed.elbow[rows, side],
            posed.fingers[rows, side],
            asked.tool[rows, side],
        ),
    )


UP_THE_BACK = {"along": lambda s: 0.25 + 0.45 * s, "across": 0.4}
OVER_THE_FLANK = {"along": 0.45, "across": lambda s: 0.2 + 0.6 * s, "heading": 1.2}


def test_contacts_are_on_the_skin_exactly():
    """In contact the position is the chart's point, at every sample."""
    asked = track(**UP_THE_BACK)
    posed = pose([SURFACE], asked)
    truth = SURFACE.point(asked.along[:, LEFT], asked.across[:, LEFT])
    assert np.allclose(posed.position[:, LEFT], truth, atol=1e-12)


@pytest.mark.parametrize("way", [UP_THE_BACK, OVER_THE_FLANK])
def test_a_palm_stands_on_the_normal_and_heads_where_it_is_told(way):
    """The axis z is within the tolerances of the skin's normal; x has the heading in the tangent plane."""
    asked = track(**way)
    posed = pose([SURFACE], asked)
    R = hands.matrix(posed.orientation[:, LEFT])
    normal = SURFACE.normal(asked.along[:, LEFT], asked.across[:, LEFT])
    off = np.degrees(np.arccos(np.clip(np.sum(R[..., 2] * normal, axis=-1), -1, 1)))
    assert off.mean() < 4.8
    assert np.percentile(off, 99) < 7.3
    ahead = SURFACE.tangents(asked.along[:, LEFT], asked.across[:, LEFT])[0]
    ahead /= np.linalg.norm(ahead, axis=-1, keepdims=True)
    left = np.cross(normal, ahead)
    heading = np.arctan2(np.sum(R[..., 0] * left, axis=-1), np.sum(R[..., 0] * ahead, axis=-1))
    assert np.abs(heading - asked.heading[:, LEFT]).max() < np.radians(6)


@pytest.mark.parametrize(
    "asked",
    [
        track(**UP_THE_BACK),
        track(**OVER_THE_FLANK),
        track(**UP_THE_BACK, shape="splayed", heading=0.8),
        track(**UP_THE_BACK, tool="fingertips"),
        track(**OVER_THE_FLANK, tool="fingertips"),
        track(along=0.5, across=0.3, tool="grip"),
        track(along=0.5, across=0.3, tool="thumb"),
        track(along=lambda s: 0.45 + 0.2 * s, across=0.25, tool="forearm"),
    ],
    ids=["palm", "palm over the flank", "splayed", "fingertips", "pull", "grip", "thumb", "forearm"],
)
def test_nothing_is_deep_in_the_skin_and_the_tool_touches(asked):
    """No vertex of hand or forearm is deeper than 8 mm; 60 % of the footprint is within 10 mm."""
    posed = pose([SURFACE], asked)
    footprint = MODEL.footprints[asked.tool[0, LEFT]]
    for vertices in meshes(asked, posed, LEFT):
        away = SURFACE.distance(vertices)
        assert away.min() > -0.008
        touching = np.abs(away[footprint.vertices]) < 0.010
        assert footprint.shares @ touching > 0.6 * footprint.area


def test_a_hand_in_the_air_is_clear_of_the_skin():
    """A flat hand that hovers low, its fingers over rising skin, is lifted clear."""
    asked = track(along=0.5, across=lambda s: 0.9 - 0.2 * s, heading=-1.5, lift=0.1, shape="relaxed")
    posed = pose([SURFACE], asked)
    assert all(SURFACE.distance(vertices).min() > 0.0 for vertices in meshes(asked, posed, LEFT))


@pytest.mark.parametrize("tool", ["palm", "fingertips", "forearm"])
def test_fingers_stay_weights(tool):
    """Weights of shapes are shares that sum to 1, and those of bends are shares."""
    posed = pose([SURFACE], track(**UP_THE_BACK, tool=tool))
    assert posed.fingers[..., :-1].min() >= 0.0
    assert posed.fingers.max() <= 1.0
    assert np.allclose(posed.fingers[..., : -len(FINGER_BENDS)].sum(axis=-1), 1.0)


def test_the_elbow_is_a_forearm_away_and_the_mesh_ends_there():
    """The exported elbow is where the drawn forearm has its joint."""
    asked = track(**UP_THE_BACK)
    posed = pose([SURFACE], asked)
    T = MODEL.pose(
        LEFT,
        posed.position[:, LEFT],
        posed.orientation[:, LEFT],
        posed.elbow[:, LEFT],
        posed.fingers[:, LEFT],
        asked.tool[:, LEFT],
    )
    assert np.linalg.norm(T[:, 0, :3, 3] - posed.elbow[:, LEFT], axis=-1).max() < 0.01


def test_a_clasping_hand_goes_with_the_other():
    """Well inside the clasp the clasping palm keeps its place on the working arm."""
    asked = track(along=lambda s: 0.4 + 0.25 * s, across=0.3, tool="forearm", clasps=True, seconds=5.0)
    posed = pose([SURFACE], asked)
    inside = slice(60, -60)
    R = hands.matrix(posed.orientation[inside, LEFT])
    offset = posed.position[inside, RIGHT] - posed.position[inside, LEFT]
    local = np.einsum("tij,ti->tj", R, offset)
    assert np.ptp(local, axis=0).max() < 0.03
    assert np.linalg.norm(offset, axis=-1).max() < 0.25


def test_a_clasping_hand_lies_on_the_arm_and_not_in_it():
    """Palm and each finger come within 7 mm of the working arm, and none is in it by more than 3 mm."""
    asked = track(along=lambda s: 0.4 + 0.25 * s, across=0.3, tool="forearm", clasps=True, seconds=5.0)
    posed = pose([SURFACE], asked)
    skin = MODEL.skins[RIGHT]
    joint = np.array(skin.joints)[skin.weight_joints[:, 0]]
    arms, clasping = (meshes(asked, posed, side, every=30)[3:6] for side in (LEFT, RIGHT))
    for arm, hand in zip(arms, clasping, strict=True):
        away = Field([Grid.around(arm, MODEL.skins[LEFT].faces, step=0.006)])(hand)
        assert away.min() > -0.003
        assert away[np.isin(joint, ["hand", "thumb_1"])].min() < 0.007
        for digit in ("index", "middle", "ring", "little"):
            assert away[np.char.startswith(joint, digit)].min() < 0.007


def test_forearms_that_carry_a_tool_lie_as_it_does():
    """Where the mask says so the way is the given one, elsewhere it is as before."""
    way = np.stack([skin.heads[0] for skin in MODEL.skins])
    before = Swing(rise=np.full((2, 2), 0.7), aside=np.full((2, 2), 0.1))
    after = along(before, way, mask=np.array([[True, False], [False, True]]))
    straight = hands.unit(way)
    assert np.allclose(after.ways()[[0, 1], [0, 1]], straight, atol=1e-9)
    assert np.allclose(after.ways()[[0, 1], [1, 0]], before.ways()[[0, 1], [1, 0]], atol=1e-12)


def test_a_hand_without_a_chart_has_no_pose_and_the_other_has():
    """Where the chart is unknown the pose is NaN, and only that hand's."""
    asked = track(**UP_THE_BACK)
    chart = asked.chart.copy()
    chart[:, RIGHT] = -1
    values = {name: getattr(asked, name) for name in Track.__dataclass_fields__} | {"chart": chart}
    posed = pose([SURFACE], Track(**values))
    assert np.isnan(posed.position[:, RIGHT]).all()
    assert np.isnan(posed.elbow[:, RIGHT]).all()
    assert np.isfinite(posed.position[:, LEFT]).all()
    assert np.isfinite(posed.elbow[:, LEFT]).all()


def test_mirrored_tracks_give_mirrored_poses():
    """What the left hand does on the left, the right hand does on the right."""
    here = track(**OVER_THE_FLANK)
    values = {name: getattr(here, name) for name in Track.__dataclass_fields__}
    for name in ("along", "across", "lift", "heading", "tool", "fingers", "contact"):
        values[name] = values[name][:, ::-1].copy()
    values["across"], values["heading"] = -values["across"], -values["heading"]
    values["shoulders"] = values["shoulders"][:, ::-1] * [1.0, -1.0, 1.0]
    mine, other = pose([SURFACE], here), pose([SURFACE], Track(**values))
    assert np.allclose(mine.position[:, LEFT] * [1, -1, 1], other.position[:, RIGHT], atol=1e-6)
    assert np.allclose(mine.elbow[:, LEFT] * [1, -1, 1], other.elbow[:, RIGHT], atol=0.02)


def test_the_field_is_the_distance():
    """Interpolated distances agree with the closed form: mostly to 2.5 mm at the skin, to 5 mm in the air."""
    rng = np.random.default_rng(3)
    along, across = rng.uniform(0.1, 0.9, 400), rng.uniform(-0.9, 0.9, 400)
    field = Field([Grid.around(SURFACE.vertices, SURFACE.faces)])
    for low, high, usual, error in ((-0.015, 0.012, 0.0025, 0.005), (0.012, 0.06, 0.005, 0.010)):
        height = rng.uniform(low, high, 400)
        points = SURFACE.point(along, across) + height[:, None] * SURFACE.normal(along, across)
        off = np.abs(field(points) - height)
        assert np.quantile(off, 0.9) < usual
        assert off.max() < error


def test_distances_of_frames_of_points_are_those_of_the_points():
    """Points given in frames, or with their coordinates first, are as far as one by one."""
    rng = np.random.default_rng(4)
    R, p = hands.matrix(hands.unit(rng.normal(size=(30, 4)))), SURFACE.point(rng.uniform(0, 1, 30), 0.3)
    local = rng.uniform(-0.3, 0.3, (30, 3, 700)).astype(np.float32)
    field = Field([Grid.around(SURFACE.vertices, SURFACE.faces)])
    points = p[:, None] + np.swapaxes(R @ local, 1, 2)
    assert np.allclose(field.of(R, p, local), field(points), atol=1e-6)
    assert np.array_equal(field.at(np.moveaxis(points, -1, 0)), field(points))


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_giver_sits_on_the_side_that_is_told(side):
    """At a side the shoulders are there, the left one to the giver's left."""
    sign = 1.0 if side == "left" else -1.0
    station = Station(where=f"side_{side}", stance="sitting", facing="across", side=side)
    left, right = giver_shoulders(station)
    assert sign * left[1] > 0.2
    assert sign * right[1] > 0.2
    assert sign * (left[0] - right[0]) > 0.1


def test_what_comes_from_standing_does_not_turn_to_lie_at_once():
    """A hand on its fingertips leans further than a palm may; as a palm just off the skin it stays so."""
    tool = np.full(2, TOOLS.index("palm"))
    soles = points().soles[np.zeros(2, int), tool]
    height = np.tile(np.linspace(-0.01, 0.01, soles.shape[2], dtype=np.float32), (2, 1))
    more = further(height, soles, lean=np.radians([[0.0, 2.0], [0.0, 40.0]]), tool=tool)
    assert np.linalg.norm(more[0]) > 0.0
    assert np.all(more[1] == 0.0)
