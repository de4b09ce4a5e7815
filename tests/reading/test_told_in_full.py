"""Told in full: what hands are led to meet over, whole strokes, strokes that are named ahead of their steps."""

import pytest

from effleurage.routine import Direction, Place, Technique
from reading.slots import strokes

PALMS = "Place both palms on the lower back. Glide up to the neck. "
FOREARM = "Lay your forearm beside the spine. Slide it up to the shoulder. "


@pytest.mark.parametrize(
    "text",
    [
        "Lead them round the shoulders and bring them back in so that they approach each other over the mid back.",
        "Take them out round the shoulders and bring them back in so that they meet across the mid back.",
    ],
)
def test_hands_brought_back_in(text):
    """They come in from the sides, over what the aim names, and go back to no beginning."""
    glide = strokes(PALMS + text)[-1]
    assert (glide.over, glide.returning) == ((Place.MID_BACK,), False)
    assert Direction.IN in glide.direction


@pytest.mark.parametrize(
    "text", ["Do the whole slide twice more.", "Lift off, then make the full glide two more times."]
)
def test_the_whole_stroke_again(text):
    """It is the one that was told."""
    again = [s for s in strokes(FOREARM + text) if s.copied and s.technique is Technique.EFFLEURAGE]
    assert [(s.end, s.repeats) for s in again] == [(Place.SHOULDER, 2)]


def test_a_whole_stroke_is_a_new_one():
    """Without an article that points back it is done as told."""
    (made,) = strokes(FOREARM + "Make a full glide down the back.")[2:]
    assert (made.copied, made.over) == (False, (Place.BACK,))
