"""Hands beside each other: they turn out of each other's way, and forearms keep their order."""

import numpy as np
import pytest

from effleurage.anatomy import hands
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose.apart import parted
from effleurage.planning._pose.balls import Swing
from effleurage.planning._pose.beside import turned_apart
from effleurage.planning._pose.over import WAITS, _ways
from effleurage.planning._pose.settle import aside
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


def test_a_hand_that_waits_in_the_air_gets_an_arch_for_every_flight():
    """A short way is one arch, a long one is a flight there and a flight back."""
    moves, step = np.zeros(60, bool), WAITS / 20
    moves[2:12] = moves[20:50] = True
    assert list(_ways(moves, [[2, 6], [7, 12], [20, 28], [36, 50]], step)) == [(2, 12), (20, 28), (36, 50)]
