"""A movement that is told in very short sentences, one for each thing that is done or said."""

import pytest

from effleurage.routine import Hands, Place, Technique, Tool

from .slots import last_step, steps

RESTED = "Rest one hand on the back of the head. "


@pytest.mark.parametrize(
    "said",
    [
        "Work with the other.",
        "The other does the work.",
        "The working hand is the other one.",
        "Your other hand is the one that works.",
        "The other hand goes to work.",
    ],
)
def test_which_hand_works_is_told_first(said):
    """A sentence that only says which hand works holds for the one behind it."""
    (stroke,) = last_step(f"{RESTED}{said} Lift the muscles at the base of the neck.").strokes
    assert (stroke.technique, stroke.hands, stroke.other_hand) == (Technique.PETRISSAGE, Hands.ONE, True)


def test_the_hand_of_two_verbs_is_the_other_one():
    """Of "pick up and knead … with your other hand" both are done by the other hand."""
    said = "Pick up and knead the muscles at the base of the neck with your other hand."
    (stroke,) = last_step(RESTED + said).strokes
    assert (stroke.hands, stroke.other_hand, stroke.over) == (Hands.ONE, True, (Place.NECK_BASE,))


@pytest.mark.parametrize("rest", ["the rest of your fingers", "the remaining fingers", "all the fingers"])
def test_a_thumb_and_the_rest_of_the_fingers_grip(rest):
    """Flesh that is rolled between a thumb and the fingers, all of them or the rest, is gripped."""
    stroke = steps(f"Knead the shoulder. Roll it between your thumb and {rest}.")[-1].strokes[-1]
    assert stroke.tool is Tool.GRIP
