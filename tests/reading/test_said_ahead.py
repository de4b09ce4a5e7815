"""What a sentence says ahead of itself, "Now I lift: I pull …", and of the hand laid before it."""

import pytest

from effleurage.routine import Pressure, Technique

from .slots import last_step, steps


@pytest.mark.parametrize(
    "sentence",
    [
        "Now I lift: I pull the flesh at the waist up, quite firmly.",
        "Now lift: pull up the flesh of the waist firmly.",
        "Knead: squeeze the flesh of the waist firmly.",
    ],
)
def test_behind_the_colon_stands_what_is_meant(sentence):
    """One stroke, and as firm as it is told."""
    [stroke] = last_step("I reach down around the waist with both palms. " + sentence).strokes
    assert (stroke.technique, stroke.pressure) == (Technique.PETRISSAGE, Pressure.FIRM)


@pytest.mark.parametrize(
    "sentence",
    [
        "Spread your fingers wide and have the pointing finger aimed at the edge of the backbone.",
        "The pointing finger lies along the side of the spine.",
        "The index finger lies along the side of the spine.",
        "Have your pointer finger directed at the side of the spine.",
    ],
)
def test_the_pointing_finger_is_the_index_finger(sentence):
    """It tells how the hand lies that was laid before, and lays nothing more."""
    hand, told = steps("Set one hand at the base of the spine. " + sentence)
    assert [s.index_along_spine for s in hand.strokes] == [True]
    assert told.strokes == ()
