"""The giver's second hand that takes hold of the working one."""

import pytest

from effleurage.reading import read
from effleurage.routine import Kind, Tool
from reading.slots import last_step, parts, steps

LAID = "Kneel at the side. Place your forearm beside the spine with the elbow just above the buttock. "


@pytest.mark.parametrize(
    "text",
    [
        "Hold its wrist with the other hand.",
        "Grip the wrist with your free hand to keep it from rolling.",
        "Your other hand holds the wrist and only steers.",
        "Steady it at the wrist with the other hand.",
        "Take hold of your own wrist with the spare hand.",
        "Wrap the free hand round that wrist.",
        "Let the second hand hold the wrist.",
        "The free hand clasps the working wrist.",
        "With the free hand, hold on to the working arm.",
        "The wrist is held by the other hand.",
        "Brace the wrist by holding it with your free hand.",
        "Steady and guide the hand of that arm by gripping it in the other hand.",
        "For support, grip the arm that is gliding with your free hand.",
        "Hold the hand of that arm with the other, so that it stays firm and steady.",
        "Grip the working hand with the other for stability.",
        "Take the sliding hand in the other and keep it steady.",
        "Support the working hand with the other.",
        "Wrap the other around the working hand.",
    ],
)
def test_a_wrist_that_is_held_beside_a_forearm_is_the_givers(text):
    """Hands are arranged, nobody is held, and the forearm goes on working."""
    told = steps(LAID + text + " Slide up to the shoulder.")
    assert told[2].kind is Kind.SETUP
    assert told[2].strokes == ()
    assert told[2].arrangement is not None
    assert told[2].arrangement.clasped
    assert parts(LAID + text + " Slide up to the shoulder.", "tool", "start")[-1] == ("forearm", "buttock")


def test_the_wrist_of_the_named_hand_is_the_givers():
    """As its side says."""
    text = "Put your right forearm beside the spine, just above the hip. "
    text += "Grasp the right wrist with your left hand."
    step = last_step(text)
    assert (step.kind, step.strokes) == (Kind.SETUP, ())


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Hold their wrist with the other hand.", "arm"),
        ("Rest the other hand on the sacrum.", "sacrum"),
        ("Lay your other hand on the shoulder.", "shoulder"),
        ("Support the head by holding it in your other hand.", "head"),
    ],
)
def test_what_else_the_other_hand_holds_is_the_receivers(text, start):
    """It is laid there, and no arm is clasped."""
    routine, _ = read(LAID + text)
    step = routine.movements[0].steps[-1]
    assert [str(s.start) for s in step.strokes] == [start]


@pytest.mark.parametrize(
    "clasp",
    [
        "Clasp the working hand with the other hand to steady it.",
        "Clasp the hand of that arm with the other hand to steady it.",
        "Hold its wrist with your free hand.",
        "Rest a forearm beside the spine, and take hold of that arm's hand with your free one.",
        "Set your forearm down next to the spine, the elbow over the hip, and grip its wrist with the other.",
        "Put your forearm on the lower back and let your other hand hold the hand of that arm.",
    ],
)
def test_a_title_with_an_arm_in_it_makes_no_working_hand_the_receivers(clasp):
    """As in "The long arm", where the working hand is clasped by its name, also as the arm is laid down."""
    text = f"## The long arm\n\n{LAID if 'spine' not in clasp else ''}{clasp}"
    arrangement = last_step(text).arrangement
    assert arrangement is not None
    assert arrangement.clasped


@pytest.mark.parametrize(
    "text",
    [
        "Forearm along the spine, elbow above the hip, other hand clasping the working one.",
        "Forearm beside the spine, the free hand holding its wrist.",
        "Lay your forearm beside the spine and let the free hand clasp the working one.",
    ],
)
def test_what_clasps_the_working_hand_is_not_what_is_laid(text):
    """The forearm lies there, and the other hand steadies it."""
    step = steps(text)[-1]
    assert step.arrangement is not None
    assert step.arrangement.clasped
    assert [(s.tool, s.other_hand) for s in step.strokes] == [(Tool.FOREARM, False)]
