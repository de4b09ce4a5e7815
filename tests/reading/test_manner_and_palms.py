"""Short sentences that do nothing new: how it is done, which way it went, palms lifted beforehand."""

import pytest

from effleurage.routine import Fingers, Kind
from reading.slots import last_step, steps

FAN = "Put one hand on the sacrum, fingers splayed. Turn your hand up and out, like a fan that opens. "


@pytest.mark.parametrize(
    "text",
    [
        "Do it slowly and gently.",
        "Do this softly.",
        "Do this very slowly.",
        "It moves away from the spine.",
        "It goes up and out.",
    ],
)
def test_what_was_told_is_not_done_again(text):
    """How it is done, or which way it went, forbids nothing either."""
    step = last_step(FAN + text)
    assert step.kind is Kind.NOTE
    assert not step.strokes


@pytest.mark.parametrize(
    "text", ["Do it once more, smoothly.", "Do it twice more.", "Do this again, slowly."]
)
def test_what_is_counted_is_done_again(text):
    """A word of how beside it changes nothing."""
    assert last_step(FAN + text).kind is Kind.REPEAT


@pytest.mark.parametrize(
    "text",
    [
        "Put your hands side by side. Lift the palms a little. ",
        "Hold your hands together. Lift your palms. ",
        "Your palms are lifted. ",
    ],
)
def test_palms_are_lifted_of_hands_that_lie_nowhere_yet(text):
    """They leave nobody, and it is the fingertips that touch then."""
    *ready, laid = steps(
        "# Pulling\n\nSit beside your partner. " + text + "Put your fingertips beside the spine."
    )
    assert all(step.kind is Kind.SETUP and not step.strokes for step in ready)
    assert laid.strokes[0].fingers is Fingers.RAISED
