"""Hands that meet: fingers go over the other hand, forearms go out of the way between key rows too."""

import numpy as np
import pytest

from effleurage.anatomy import Skin, hands
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose.balls import Swing, balls, on_both, reaches, rows_last, squared
from effleurage.planning._pose.eased import Between, eased
from effleurage.planning._pose.keys import Keys, widened
from effleurage.planning._pose.moments import carried_by
from effleurage.planning._pose.over import over
from effleurage.planning._pose.points import weights
from effleurage.planning._pose.settle import aside

ROWS = 13
FLAT = np.eye(len(hands.BASES))[hands.BASES.index("flat")]
PALM = np.zeros((ROWS, 2), int)


def pointing_at_the_other() -> tuple[np.ndarray, np.ndarray]:
    """Two flat palms on a plane: the left one's fingers end in the side of the right one, across its way."""
    turn = np.tile([0.0, 0.5 * np.pi], (ROWS, 1))
    position = np.tile([[0.0, 0.0, 0.0], [0.15, -0.05, 0.0]], (ROWS, 1, 1))
    return aside(np.tile(np.eye(3), (ROWS, 2, 1, 1)), turn), position


def bent_over(R: np.ndarray, position: np.ndarray) -> np.ndarray:
    """Levels of all digits, by key rows, once those that are in the other hand are bent back."""
    axes, wrists = carried_by(position, R, np.tile(FLAT, (ROWS, 2, 1)), np.zeros((ROWS, 2)), PALM)
    return over(
        np.zeros((5, 2, 5)),
        Keys(3, ROWS),
        R=axes,
        wrists=wrists,
        shape=np.full((ROWS, 2), hands.BASES.index("flat")),
        loose=np.ones((ROWS, 2, 5), bool),
    )


def gap(R: np.ndarray, position: np.ndarray, level: np.ndarray) -> float:
    """How far the meshes of both hands are apart, negative for in each other, in [m]."""
    model, found = hands.model(), []
    for side in (LEFT, RIGHT):
        shape = np.zeros(len(hands.SHAPES))
        shape[: len(hands.BASES)] = FLAT
        shape[len(hands.BASES) :] = weights(np.append(level[side], 0.0))
        elbow = position[side] + R[side] @ np.array([-0.3, 0.0, 0.2])
        joints = model.pose(side, position[side], hands.quaternion(R[side]), elbow, shape, np.array(0))
        found.append(model.vertices(side, joints).astype(float))
    faces = [skin.faces for skin in model.skins]
    return min(
        float(Skin(found[1 - side], faces[1 - side]).distance(found[side]).min()) for side in (LEFT, RIGHT)
    )


def test_fingers_that_are_in_the_other_hand_are_bent_back_onto_it():
    """No finger is deeper in the other hand than 3 mm, and only one hand's fingers are bent for it."""
    R, position = pointing_at_the_other()
    bent = bent_over(R, position)
    assert gap(R[0], position[0], np.zeros((2, 5))) < -0.005
    assert all(gap(R[row], position[row], Keys(3, ROWS).between(bent)[row]) > -0.003 for row in (0, 4, 6))
    assert (bent[:, LEFT] < 0.0).any()
    assert not bent[:, RIGHT].any()


@pytest.mark.parametrize("right", [(0.13, 0.04, 0.008), (0.13, 0.05, 0.03)])
def test_hands_that_mirror_others_bend_as_their_mirror_image(right):
    """The right hand's fingers bend at the left palm as the left one's do at the right palm."""
    R, position = pointing_at_the_other()
    position[:, RIGHT], flip = right, np.array([1.0, -1.0, 1.0])
    mirrored = bent_over(flip[:, None] * R[:, ::-1] * flip, position[:, ::-1] * flip)
    np.testing.assert_allclose(mirrored[:, ::-1], bent_over(R, position), atol=1e-4)


def test_what_a_row_asks_for_is_done_there_and_less_before_and_after():
    """The row has all of it, its neighbours less and less, and beyond the reach nothing changes."""
    asked = np.zeros((21, 1))
    asked[10] = -0.4
    done = widened(asked, 4)[:, 0]
    assert done[10] == -0.4
    assert np.all(np.diff(done[:11]) <= 0.0)
    np.testing.assert_allclose(done[11:], done[9::-1])
    assert not done[:6].any()


def test_forearms_that_meet_only_between_key_rows_are_parted():
    """A hand that passes in the time from one key row to the next has its forearm out of the other's way."""
    R = np.tile(np.eye(3), (25, 2, 1, 1))
    wrists = np.zeros((25, 2, 3))
    wrists[:, RIGHT] = [-0.12, -0.3, 0.045]
    wrists[13:15, RIGHT, 1] = -0.02
    hand = Between(keys=Keys(3, 25), R=R, wrists=wrists)
    straight = Swing(rise=np.zeros((9, 2)), aside=np.zeros((9, 2)))
    fixed, upper = np.zeros((9, 2), bool), np.full(25, RIGHT)

    def deepest(swing: Swing) -> float:
        centres, radii = balls()
        ways = hand.swing(swing, np.arange(25)).ways()
        at = on_both(rows_last(R), rows_last(wrists), rows_last(ways), centres)
        return float((reaches(radii, 0.0)[..., None] - np.sqrt(squared(at[LEFT], at[RIGHT]))).max())

    parted = eased(straight, hand, fixed=fixed, upper=upper, lifted=lambda swing, held: swing)
    assert deepest(straight) > 0.01
    assert deepest(parted) < 0.5 * deepest(straight)
