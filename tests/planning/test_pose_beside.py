"""Hands beside each other: they turn out of each other's way, and forearms keep their order."""

from types import SimpleNamespace

import numpy as np
import pytest

from effleurage.anatomy import hands
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose.apart import parted
from effleurage.planning._pose.balls import Swing, balls, on_both, reaches, rows_last, squared
from effleurage.planning._pose.beside import turned_apart
from effleurage.planning._pose.frames import _abreast
from effleurage.planning._pose.settle import aside
from effleurage.planning._pose.spells import in_time
from effleurage.planning._trace.route import Route, _in_room

PALM = np.zeros((1, 2), int)
WRIST = 0.07
"""The wrist is this far behind a palm's contact, in [m]."""


def laid(turn: float, *, apart: float) -> tuple[np.ndarray, np.ndarray]:
    """Frames and places of two palms on a plane, fingers to the head, each turned inward by an angle."""
    position = np.array([[[0.0, 0.5 * apart, 0.0], [0.0, -0.5 * apart, 0.0]]])
    return aside(np.tile(np.eye(3), (1, 2, 1, 1)), np.array([[-turn, turn]])), position


def innermost(R: np.ndarray, position: np.ndarray) -> tuple[float, float]:
    """How far the hands reach toward the other side: least y of the left one, largest of the right one."""
    found = []
    shape = np.eye(len(hands.SHAPES))[hands.SHAPES.index("flat")]
    for side in (LEFT, RIGHT):
        q = hands.quaternion(R[0, side])
        elbow = position[0, side] + R[0, side] @ np.array([-0.3, 0.0, 0.15])
        joints = hands.model().pose(side, position[0, side], q, elbow, shape, np.array(0))
        places = (hands.model().vertices(side, joints) - position[0, side]) @ R[0, side]
        hand = places[:, 0] > -WRIST
        found.append((position[0, side] + places[hand] @ R[0, side].T)[:, 1])
    return float(found[LEFT].min()), float(found[RIGHT].max())


@pytest.mark.parametrize(("inward", "apart"), [(20.0, 0.10), (45.0, 0.16), (60.0, 0.19), (-30.0, 0.10)])
def test_hands_that_would_be_in_each_other_lie_side_by_side(inward, apart):
    """Fingers that converge or are between each other, and wrists that converge, are parted by turning."""
    R, position = laid(np.radians(inward), apart=apart)
    left, right = innermost(R, position)
    assert left < right
    turn = turned_apart(R, position, tool=PALM, lying=np.array([True]))
    left, right = innermost(aside(R, turn), position)
    assert left > right - 0.002
    assert np.isclose(turn[0, LEFT], -turn[0, RIGHT], atol=0.04)


def test_hands_turn_only_where_they_would_meet():
    """Neither those that are clear of each other, nor one that another flies over."""
    R, position = laid(0.0, apart=0.14)
    assert not turned_apart(R, position, tool=PALM, lying=np.array([True])).any()
    R, position = laid(np.radians(45.0), apart=0.16)
    assert not turned_apart(R, position, tool=PALM, lying=np.array([False])).any()


@pytest.mark.parametrize("upper", [-1, LEFT, RIGHT])
def test_forearms_keep_their_order_from_row_to_row(upper):
    """Whether they are a little past each other or not yet, they give way to the same sides."""
    rows = 8
    inward = -0.27 + 0.06 * (-1.0) ** np.arange(rows)
    wrists = np.tile([[0.0, 0.06, 0.0], [0.0, -0.06, 0.0]], (rows, 1, 1))
    swing, _ = parted(
        Swing(rise=np.full((rows, 2), 0.5), aside=np.stack([inward, inward], axis=1)),
        R=np.tile(np.eye(3), (rows, 2, 1, 1)),
        wrists=wrists,
        free=np.zeros((rows, 2)),
        fixed=np.zeros((rows, 2), bool),
        upper=np.full(rows, upper),
    )
    elbow = wrists + hands.model().forearm_length * swing.ways()
    between = elbow[:, LEFT] - elbow[:, RIGHT]
    order = between[:, 1] if upper < 0 else between[:, 2] * (1.0 if upper == LEFT else -1.0)
    assert np.all(order > 0.0)


def test_fingers_that_point_in_stay_on_their_own_side_but_where_hands_pass():
    """The nearer to the midline, the less; fingers that point out, and hands that pass, turn as told."""
    points = [(0.3, 0.20), (0.3, 0.09), (0.3, 0.03), (0.3, 0.09), (0.3, 0.0), (0.3, -0.09)]
    turns = [-1.2, -1.2, -1.2, 1.2, -1.2, -1.2]
    told = Route(points=points, turns=turns, ahead=[0.0, 0.0, 0.0, 0.0, 1.0, 0.0])
    turned = _in_room(told).turns
    assert turned[0] == turns[0]
    assert turns[1] < turned[1] < turned[2] < 0.0
    assert turned[3:] == turns[3:]


def landing(count: int = 24) -> dict:
    """A right hand on the skin, its forearm low, and a left one that comes down under that forearm."""
    rows = np.arange(count)[:, None]
    down = np.clip((rows - 8) / 8.0, 0.0, 1.0)
    left = np.array([-0.16, 0.20, 0.16]) + down * np.array([0.0, -0.20, -0.16])
    wrists = np.stack([left, np.tile([0.12, 0.0, 0.02], (count, 1))], axis=1)
    return {
        "R": np.tile(np.eye(3), (count, 2, 1, 1)),
        "wrists": wrists,
        "free": np.concatenate([1.0 - down, 0.0 * down], axis=1),
        "fixed": np.zeros((count, 2), bool),
    }


def met(swing: Swing, R: np.ndarray, wrists: np.ndarray) -> float:
    """By how much balls of the two sides are in each other at any row, in [m]."""
    at = on_both(rows_last(R), rows_last(wrists), rows_last(swing.ways()), balls()[0])
    apart = np.sqrt(squared(at[LEFT], at[RIGHT]))
    return float((reaches(balls()[1], 0.0)[..., None] - apart).max())


def test_a_forearm_goes_up_in_time_where_the_other_hand_lands():
    """It is out of the way when the hand comes, began well before, and never jumps."""
    asked = landing()
    low = Swing(rise=np.full((24, 2), 0.15), aside=np.zeros((24, 2)))
    assert met(low, asked["R"], asked["wrists"]) > 0.03
    swing, shift = in_time(low, step=0.24, **asked)
    assert met(swing, asked["R"], asked["wrists"] + asked["free"][..., None] * shift) < 0.0
    rise = swing.rise[:, RIGHT]
    assert rise[11:].min() > 0.4
    assert np.abs(np.diff(rise)).max() < 0.3
    assert not shift[:, RIGHT].any()


def test_arms_that_are_clear_of_each_other_go_as_they_would():
    """Neither forearms nor hands are moved."""
    asked = landing()
    asked["wrists"] = asked["wrists"] + [[0.0, 0.4, 0.0], [0.0, 0.0, 0.0]]
    low = Swing(rise=np.full((24, 2), 0.15), aside=np.zeros((24, 2)))
    swing, shift = in_time(low, step=0.24, **asked)
    assert swing.same(low).all()
    assert not shift.any()


def test_a_hand_that_flies_past_does_not_turn_the_other():
    """Hands are abreast only while both are down, though one in the air may point as the other's mirror."""
    position = np.tile([[[0.0, 0.06, 0.0], [0.0, -0.06, 0.0]]], (2, 1, 1))
    track = SimpleNamespace(heading=np.full((2, 2), [0.4, -0.4]), lift=np.array([[0.0, 0.0], [0.0, 0.08]]))
    share = _abreast(track, np.arange(2), position)[:, 0]
    assert share[0] == 1.0
    assert share[1] == 0.0
