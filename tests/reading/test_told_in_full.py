"""Told in full: what hands are led to meet over, whole strokes, strokes that are named ahead of their steps."""

import pytest

from effleurage.routine import Direction, Place
from reading.slots import strokes

PALMS = "Place both palms on the lower back. Glide up to the neck. "


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
