"""What came of a stroke or a posture is told, and which ways have a name: nothing is done again."""

import pytest

from effleurage.routine import Facing, Kind

from .slots import last_step, parts, steps

EIGHT = "Place both palms on the lower back. Slide them out around the hips, and then back to the start. "


@pytest.mark.parametrize(
    "sentence",
    [
        "In this way the eight is finished.",
        "Like this you have drawn a whole eight.",
        "In this manner one round is done.",
        "In this way the figure has been completed.",
    ],
)
def test_what_is_finished_is_not_done_again(sentence):
    """How it was done leads in what came of it."""
    step = last_step(EIGHT + sentence)
    assert (step.kind, step.strokes) == (Kind.NOTE, ())


@pytest.mark.parametrize(
    "sentence",
    [
        "Like this you can work with your fingers into the base of the neck.",
        "In this way your thumbs can get at the nape.",
        "Like that you will be able to knead the base of the neck.",
    ],
)
def test_what_a_posture_allows_is_not_done_yet(sentence):
    """Somebody was laid down, and that is what it is good for."""
    step = last_step("Slide the palms to the armpit.\n\nShe lies with the forehead on the hands. " + sentence)
    assert (step.kind, step.strokes) == (Kind.NOTE, ())


@pytest.mark.parametrize("sentence", ["In this way you can go on up the spine.", "In this way do it twice."])
def test_what_goes_on_in_this_way_is_done_again(sentence):
    """Behind a stroke it may be told what can be done with it."""
    assert last_step("Fan one hand up and out. " + sentence).kind is Kind.REPEAT


@pytest.mark.parametrize(
    ("sentence", "ways"),
    [
        ("Bring the palms to the outside around the hips.", ["out", "around"]),
        ("Move the palm upwards and towards the outside.", ["up", "out"]),
        ("Move the palms to the inside across the upper back.", ["in", "across"]),
        ("Slide the palm to the outside of the shoulder.", []),
    ],
)
def test_the_outside_is_a_way(sentence, ways):
    """Unless it is the outside of something."""
    ((told,),) = parts(sentence, "direction")
    assert told == ways


@pytest.mark.parametrize(
    "words", ["and look across the back", "and turn so that you look across the back", "gaze across the back"]
)
def test_who_looks_across_faces_across(words):
    """As who faces it."""
    (step,) = steps(f"Sit beside your partner, {words}.")
    assert step.arrangement is not None
    assert step.arrangement.facing is Facing.ACROSS
