"""Old books: what is completed by doing it, hands in readiness, a working hand clasped by the other."""

import pytest

from effleurage.routine import Direction, Hands, Kind, Place, Pointing, Side, Technique, Tool
from reading.slots import last_step, strokes


@pytest.mark.parametrize(
    "text",
    [
        "The movement is completed by carrying the palms outwards round the hips and back home.",
        "The round is finished by sweeping the palms outwards round the hips and bringing them home again.",
    ],
)
def test_what_is_completed_by_doing_it(text):
    """By what a movement is completed is what the hands do."""
    out, home = strokes("Place both palms on the lower back. Glide up. " + text)[-2:]
    assert (out.over, out.direction) == ((Place.HIP,), (Direction.OUT, Direction.AROUND))
    assert home.returning


@pytest.mark.parametrize("text", ["Number five, pulling.", "Part two, the neck.", "Move three: kneading."])
def test_what_is_counted_off_is_a_name(text):
    """A line that counts off what comes next performs nothing."""
    assert not last_step("Slide your forearm up beside the spine. " + text).strokes


@pytest.mark.parametrize(
    "text",
    [
        "One hand is placed on the shoulder blade, the other being held in readiness upon the same side.",
        "One hand is placed on the shoulder blade, the other waiting in readiness beside it.",
    ],
)
def test_a_hand_in_readiness(text):
    """A hand that is held in readiness lies nowhere yet."""
    (hold,) = strokes(text)
    assert (hold.technique, hold.hands) == (Technique.HOLD, Hands.ONE)


def test_a_working_hand_is_clasped_by_the_other():
    """The other hand that clasps is no side, and nobody is held."""
    text = "The forearm is laid beside the spine, and the working hand is clasped by the other for support."
    step = last_step(text)
    (hold,) = step.strokes
    assert (hold.tool, hold.side) == (Tool.FOREARM, Side.ONE)
    assert step.arrangement is not None
    assert step.arrangement.clasped


@pytest.mark.parametrize("verb", ["lifted", "raised"])
def test_a_forearm_that_is_lifted_leaves_the_skin(verb):
    """An arm that is only lifted gently is off."""
    release = strokes(f"Slide your forearm up beside the spine. The arm is {verb} gently.")[-1]
    assert (release.technique, release.direction) == (Technique.RELEASE, (Direction.OFF,))


@pytest.mark.parametrize("word", ["being directed towards", "being aimed at", "pointing to"])
def test_fingers_that_are_being_directed(word):
    """Where fingers are being directed is no place of the hands."""
    (hold,) = strokes(f"Both hands are placed upon the lower back, the fingers {word} the head.")
    assert (hold.tool, hold.start, hold.pointing) == (Tool.PALM, Place.LOWER_BACK, Pointing.HEAD)
    assert last_step("Both hands are placed upon the lower back.").kind is Kind.SETUP
