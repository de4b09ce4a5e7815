"""Hands that are only named when their turn comes."""

import pytest

from effleurage.routine import Hands, Kind, Side

from .slots import last_step, steps

FANNED = "Rest one hand on the sacrum. Brush that hand up and out. "
FOLLOWED = FANNED + "The second hand follows on the same side. "


@pytest.mark.parametrize(
    ("said", "turns"),
    [
        ("Then the first one again.", 1),
        ("And now your first hand again, then the second.", 2),
        ("The other hand once more.", 1),
        ("And again: first hand, second hand.", 2),
        ("Then back to the first.", 1),
        ("And then the first hand goes again.", 1),
        ("First hand, second hand, first hand.", 3),
        ("Next it's the first hand's turn again.", 1),
    ],
)
def test_a_hand_that_is_named_does_again_what_it_did(said, turns):
    """Once for each that is named, on the same side."""
    step = last_step(FOLLOWED + said)
    assert step.kind is Kind.REPEAT
    assert [(s.hands, s.side, s.copied) for s in step.strokes] == [(Hands.ONE, Side.ONE, True)] * turns


@pytest.mark.parametrize("other", ["And the other.", "Then the second.", "Now the other one."])
def test_the_other_behind_the_first_is_a_hand(other):
    """And not the other side."""
    told = steps(FOLLOWED + "Then the first hand again. " + other)
    assert [s.side for s in told[-1].strokes] == [Side.ONE]


@pytest.mark.parametrize(
    "said", ["Then the other hand.", "And now your second hand too.", "Other hand next."]
)
def test_the_other_hand_follows_by_its_name_alone(said):
    """As it has not worked yet."""
    step = last_step(FANNED + said)
    assert step.kind is Kind.STROKE
    assert [(s.hands, s.other_hand, s.follows) for s in step.strokes] == [(Hands.ONE, True, True)]


@pytest.mark.parametrize("said", ["And the other side.", "The other one is for later.", "Hands off."])
def test_what_is_no_hands_turn(said):
    """A side, talk, hands that leave."""
    assert not [s for s in last_step(FOLLOWED + said).strokes if s.stated == {"hands"}]


@pytest.mark.parametrize(
    "said",
    [
        "Slide, both hands together, one each side of the spine, up to the neck.",
        "Hands together, glide up, one on either side of the spine.",
    ],
)
def test_hands_on_both_sides_of_the_spine_move_at_once_and_lie_apart(said):
    """Such hands are not held together."""
    (stroke,) = last_step("Lay both palms on the lower back. " + said).strokes
    assert (stroke.together, stroke.side) == (False, Side.BOTH)


@pytest.mark.parametrize(
    "said",
    [
        "Your other hand is waiting on the same side.",
        "The second hand waits nearby, ready to follow.",
        "The other hand is poised on that side.",
        "Your second hand stands by, ready to come in behind it.",
    ],
)
def test_a_hand_that_waits_is_made_ready(said):
    """It lies nowhere yet."""
    step = last_step("Rest one hand under the left shoulder blade. " + said)
    assert (step.kind, step.strokes) == (Kind.SETUP, ())
