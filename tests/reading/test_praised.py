"""What strokes are praised for, and where the giver sits: neither moves a hand."""

import pytest

from effleurage.reading import read
from effleurage.routine import GiverPlace, Kind, Posture, Stance
from reading.slots import last_step, steps

LAID = " Place both hands on the lower back. Slide them up to the neck."


@pytest.mark.parametrize(
    "text",
    [
        "A generous sweep that frees the back, boosts the blood and draws off fluid.",
        "A continuous stroke which loosens the back and eases away tightness.",
        "We open with the most extensive stroke of all, one that takes in the back from hips to neck.",
        "You begin with the most generous sweep of the series, one which warms the back.",
        "The fan stroke helps to shift it and has a soothing influence on the nerves beside the spine.",
        "These muscles are tender, and soft kneading both eases them and helps to break up fatty deposits.",
        "Light kneading draws the tension out and breaks down fat.",
        "In this stroke both palms trace a wide loop all over the back.",
        "First comes a long, sweeping stroke to loosen the back and draw out tension.",
    ],
)
def test_what_a_stroke_is_good_for_moves_no_hand(text):
    """A stroke that is named and praised is told below."""
    routine, _ = read(f"# One\n\nSit by your partner.\n\n# Two\n\n{text}{LAID}")
    praise, *rest = routine.movements[-1].steps
    assert praise.kind is Kind.NOTE
    assert not praise.strokes
    assert all(step.strokes for step in rest)


@pytest.mark.parametrize(
    "text",
    [
        "Seated at the client's side, rub some oil into your hands.",
        "**Position of giver:** seated at the client's side.",
        "Seated next to your partner.",
        "Sit beside your partner.",
        "Now sit down beside your friend once more for the last part, which is a gentle one.",
        "Begin by sitting at your partner's side.",
    ],
)
def test_who_sits_beside_somebody_is_the_giver(text):
    """It is no posture of the one who lies."""
    said = last_step(text).arrangement
    assert said is not None
    assert (said.posture, said.giver, said.stance) == (None, GiverPlace.SIDE, Stance.SITTING)


@pytest.mark.parametrize(
    "text", ["Client seated, leaning on a pillow.", "Your partner is seated on a stool."]
)
def test_who_is_seated_may_be_the_receiver(text):
    """Where nobody is said to be beside them."""
    said = last_step(text).arrangement
    assert said is not None
    assert said.posture is Posture.SEATED


def test_a_giver_who_faces_the_head_is_not_at_it():
    """Where somebody looks is not where they are."""
    said = steps("Kneel beside the client, facing the head.")[0].arrangement
    assert said is not None
    assert said.giver is GiverPlace.SIDE


@pytest.mark.parametrize(
    "praise",
    [
        "This one sends lymph to the glands in the armpits.",
        "That one moves the fluid up to the armpit.",
        "It eases the shoulder and carries blood back to the armpit.",
        "Lovely for tired shoulders, and drains lymph to the armpit.",
    ],
)
def test_what_flows_is_no_stroke(praise):
    """A stroke does that, and the hands have not begun."""
    assert last_step("Sit at the side." + LAID + " " + praise).kind is Kind.NOTE


@pytest.mark.parametrize(
    "order", ["Drain the lymph to the armpits with your palms.", "Both hands drain it up."]
)
def test_hands_that_drain_are_at_work(order):
    """They are named, or told to."""
    assert last_step("Sit at the side." + LAID + " " + order).kind is Kind.STROKE
