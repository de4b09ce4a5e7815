"""Flesh that is taken hold of and pulled up, and an arm that is laid in two sentences and steadied."""

import pytest

from effleurage.routine import Place, Relation, Technique, Tool
from reading.slots import last_step, strokes

WAIST = (
    "Place both hands on the lower back. Slide both hands up the spine to the neck. "
    "Reach down and around the waist. "
)


@pytest.mark.parametrize(
    "text",
    [
        "Get hold of the flesh there and draw it up firmly.",
        "Grip the flesh in both hands and pull it up firmly.",
        "Gather up the flesh here and draw it firmly upwards.",
        "Grasp the flesh here, then lift it firmly upward.",
        "Take the flesh in your hands and ease it upward, firmly.",
        "Pull up the sides of the waist firmly.",
        "Firmly draw the sides of the waist upward.",
        "Take hold of the sides of the waist and pull them up firmly.",
    ],
)
def test_what_is_taken_hold_of_is_pulled_up(text):
    """It is lifted off the bone, and no hand glides."""
    (pull,) = last_step(WAIST + text).strokes
    assert pull.technique is Technique.PETRISSAGE
    assert pull.over == (Place.WAIST,)
    assert pull.pressure == "firm"


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("Slide up the sides of the waist.", (Place.WAIST,)),
        ("Draw your palms up the sides of the waist.", (Place.WAIST,)),
    ],
)
def test_hands_go_up_the_waist(text, over):
    """What is drawn are hands."""
    (glide,) = last_step(WAIST + text).strokes
    assert (glide.technique, glide.over) == (Technique.EFFLEURAGE, over)


LAID = (
    "Lay your forearm on the back, beside the spine. ",
    "Put the forearm on the back, close to the spine. ",
)


@pytest.mark.parametrize("laid", LAID)
@pytest.mark.parametrize(
    "text",
    ["The elbow should be just above the buttocks. ", "Have the elbow just above the hip. "],
)
def test_where_the_elbow_is_the_forearm_lies(laid, text):
    """A line on the back, and how high on it in a sentence of its own."""
    hold, glide = strokes(laid + text + "Slide it up to the shoulder.")
    assert hold.start in (Place.BUTTOCK, Place.HIP)
    assert hold.start is glide.start
    assert hold.start_spot is not None
    assert (hold.start_spot.relation, hold.start_spot.line) == (Relation.ABOVE, Place.SPINE_SIDES)


def test_an_arm_that_is_steadied_is_the_givers():
    """What the other hand is there for names no place to work on."""
    text = (
        "Set your forearm down beside the spine, the elbow just above the buttocks. "
        "Your free hand takes hold of the working one, which steadies the arm. "
        "Let it slide up to the shoulder."
    )
    glide = strokes(text)[-1]
    assert (glide.tool, glide.start) == (Tool.FOREARM, Place.BUTTOCK)


@pytest.mark.parametrize(
    "text",
    [
        "Then let go slowly. As you let go, slide your palms to the middle of the lower back.",
        "Release the flesh bit by bit. While releasing it, glide the palms to the lower back.",
        "Gradually let go. As the sides are released, slide your palms to the lower back.",
        "As you let go, slide your palms to the lower back.",
    ],
)
def test_hands_let_go_once(text):
    """While they do, they glide on."""
    *_, free, glide = strokes(WAIST + "Pull the flesh up firmly. " + text)
    assert (free.technique, glide.technique) == (Technique.RELEASE, Technique.EFFLEURAGE)
    assert len(strokes(WAIST + "Pull the flesh up firmly. " + text)) == len(strokes(WAIST)) + 3
