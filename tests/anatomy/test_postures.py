"""The receiver lies on the table, in every posture, with room beside the hips."""

import numpy as np
import pytest

from anatomy.population import extremes, population
from effleurage.anatomy import Body, atlas, posture_names
from effleurage.anatomy._model import model
from effleurage.anatomy._pose import trunk
from effleurage.errors import UnknownNameError

EVERYBODY = population(16) + extremes()


def test_the_postures_are_those_of_the_design() -> None:
    """Prone comes first: it is the default."""
    assert posture_names() == ("prone", "head_left", "head_right", "forehead_on_hands")
    assert Body().surface().posture == "prone"


@pytest.mark.parametrize("posture", posture_names())
def test_the_trunk_lies_on_the_table(posture: str) -> None:
    """The trunk's lowest point touches the table, and the origin is below the sacrum."""
    for body in EVERYBODY:
        surface = body.surface(posture)
        assert surface.vertices[trunk(model()), 2].min() == pytest.approx(0.0, abs=1e-6)
        sacrum = surface.point(*atlas().landmark("S2")[1:])
        np.testing.assert_allclose(sacrum[:2], 0.0, atol=1e-6)
        assert 0.15 < sacrum[2] < 0.45


@pytest.mark.parametrize("level", [0.06, 0.20, 0.31, 0.38, 0.42])
def test_a_hand_fits_between_arm_and_trunk(level: float) -> None:
    """Arms at the sides leave 9 cm at the hip, the iliac crest and the waist, on every body."""
    for body in EVERYBODY:
        surface = body.surface()
        near = np.abs(surface.vertices[:, 0] - surface.point(level, 0.0)[0]) < 0.012
        left = near & (surface.vertices[:, 1] > 0)
        arm = surface.vertices[left & surface.arms, 1]
        rest = surface.vertices[left & ~surface.arms, 1]
        if len(arm):
            assert arm.min() - rest.max() >= 0.09


def test_arms_at_the_sides_rest_on_the_table() -> None:
    """The hand lies on the table beside a lean and a heavy body alike."""
    for body in EVERYBODY:
        surface = body.surface()
        lowest = surface.vertices[surface.arms, 2].min()
        assert -0.005 < lowest < 0.03


def test_the_face_turns_to_the_side_that_the_posture_names() -> None:
    """Turned to the left, the nose points to +y, and the other way round."""
    for posture, sign in (("head_left", 1.0), ("head_right", -1.0)):
        for body in EVERYBODY[:4]:
            surface = body.surface(posture)
            head = surface.vertices[surface.vertices[:, 0] > surface.point(1.0, 0.0)[0]]
            centre = surface.joints[model().joint("head")]
            nose = head[np.argmax(np.abs(head[:, 1] - centre[1]))]
            assert np.sign(nose[1] - centre[1]) == sign


def test_prone_is_symmetric_and_turned_heads_mirror_each_other() -> None:
    """Postures keep the symmetry of the body."""
    mirror = model().mirror
    for body in EVERYBODY[:4]:
        prone = body.surface("prone").vertices
        np.testing.assert_allclose(prone[mirror] * [1, -1, 1], prone, atol=1e-4)
        left, right = body.surface("head_left").vertices, body.surface("head_right").vertices
        np.testing.assert_allclose(left[mirror] * [1, -1, 1], right, atol=1e-4)


def test_hands_are_below_the_forehead() -> None:
    """With the forehead on the hands both wrists lie between the table and the head's height."""
    for body in EVERYBODY:
        surface = body.surface("forehead_on_hands")
        head = surface.joints[model().joint("head")]
        for side in (".L", ".R"):
            wrist = surface.joints[model().joint("wrist" + side)]
            assert np.linalg.norm(wrist[:2] - head[:2]) < 0.25
            assert 0.02 < wrist[2] < head[2]


def test_an_unknown_posture_lists_the_known_ones() -> None:
    """The error guesses what was meant."""
    with pytest.raises(UnknownNameError, match="Did you mean 'prone'"):
        Body().surface("pron")
