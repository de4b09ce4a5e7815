"""Palms beside the receiver's arm turn out of its way, and fingers that would be in the skin give way."""

import numpy as np
import pytest

from effleurage.anatomy import Body, hands
from effleurage.performance import LEFT, TOOLS
from effleurage.planning import plan
from effleurage.planning._pose.field import Field, Grid
from effleurage.planning._pose.fingers import withdrawn
from effleurage.planning._pose.points import points, spread
from effleurage.planning._pose.pose import pose
from effleurage.reading import library, read

from .test_pose import meshes, track

HEAVY = Body(height=1.55, weight=73.3, sex="female", age=70)
"""Her arms lie close to her trunk."""

PALM, FLAT = TOOLS.index("palm"), hands.BASES.index("flat")


@pytest.mark.parametrize(("along", "across"), [(0.43, 0.82), (0.43, 0.86), (0.46, 0.82), (0.46, 0.86)])
def test_a_palm_on_the_flank_turns_out_of_the_arms_way(along, across):
    """Told to point to the head, its fingers would be 3 cm in the arm; no vertex is deeper than 8 mm."""
    skin = HEAVY.surface("prone")
    asked = track(along=along, across=across)
    posed = pose([skin], asked)
    assert min(skin.distance(vertices).min() for vertices in meshes(asked, posed, LEFT)) > -0.008


def test_a_palm_with_room_heads_where_it_is_told():
    """In the middle of the same back nothing is in the way."""
    skin = HEAVY.surface("prone")
    ahead = hands.matrix(pose([skin], track(along=0.5, across=0.4)).orientation[:, LEFT])[..., 0]
    assert np.degrees(np.arccos(ahead[:, 0])).max() < 15.0


def test_lanes_stay_off_where_there_is_no_room_beside_the_arm():
    """Oil is spread as far out at the ribs as a hand has room, which is less far on a heavy body."""
    routine, _ = read(library.built_in())

    def widest(body: Body) -> float:
        samples = plan(routine, body, rate=10.0).samples
        level = samples.contact & (samples.tool == PALM) & (np.abs(samples.along - 0.53) < 0.02)
        return float(np.abs(samples.across[level]).max())

    assert widest(HEAVY) < widest(Body()) - 0.02


@pytest.mark.parametrize("deep", [0.008, 0.012])
def test_fingers_that_are_in_the_skin_are_bent_back_out_of_it(deep):
    """Over level ground fingers that reach into it bend back until that helps no more, never round."""
    size = np.linspace(-0.4, 0.4, 81)
    x, y = (grid.ravel() for grid in np.meshgrid(size, size, indexing="ij"))
    corner = np.arange(81 * 80).reshape(80, 81)[:, :-1].ravel()
    faces = np.concatenate(
        [np.stack([corner, corner + 81, corner + 1], 1), np.stack([corner + 81, corner + 82, corner + 1], 1)]
    )
    ground = Field([Grid.around(np.stack([x, y, 0.0 * x], axis=1), faces)])
    lowest = points().digits[LEFT, FLAT, 4, :4].min(axis=(0, 2))[2]

    def again(level: np.ndarray) -> np.ndarray:
        return withdrawn(
            ground,
            np.array([LEFT]),
            R=np.eye(3)[None],
            p=np.array([[0.0, 0.0, -lowest - deep]]),
            level=level,
            shape=np.array([FLAT]),
            tool=np.array([PALM]),
        )

    change = again(np.zeros((1, 5)))
    assert (change <= 0.0).all()
    assert change[0, :4].min() < -0.1
    assert np.abs(again(change)[0, :4]).max() < 0.1


def test_points_that_are_wanted_are_among_those_that_are_spread():
    """Some are chosen at any rate, the others are far from them."""
    line = np.stack([np.linspace(0.0, 1.0, 11), np.zeros(11)], axis=1)
    assert set(spread(line, 4, first=np.array([5, 6]))) == {5, 6, 0, 10}
