"""Limbs that are moved, and times that stand alone."""

import pytest

from effleurage.routine import Hands, Kind, Place, Side, Technique, Tool

from .slots import last_step


@pytest.mark.parametrize(
    "text",
    [
        "Bend the knee, and carry it in a slow circle.",
        "Turn the foot at the ankle, first one way and then the other.",
        "Press the knee gently to the chest, keeping the other leg flat.",
    ],
)
def test_a_joint_is_moved(text):
    """Carried round, turned to and fro, pressed to the chest: one stretch of the leg."""
    strokes = last_step(text).strokes
    assert {s.technique for s in strokes} == {Technique.STRETCH}
    assert {s.over for s in strokes} == {(Place.LEG,)}
    assert {s.side for s in strokes} == {Side.ONE}


@pytest.mark.parametrize("time", ["Half a minute.", "Ten seconds, no more.", "About two minutes."])
def test_a_time_alone_repeats_what_works(time):
    """Behind work it is how long that goes on; behind hands that lie somewhere, how long they lie."""
    step = last_step("Drum your fingers on the crown. " + time)
    assert step.kind is Kind.REPEAT
    assert [s.technique for s in step.strokes] == [Technique.TAPOTEMENT]


def test_the_palm_that_thumbs_open_is_the_receivers():
    """As in "open the palm with both thumbs, sliding them outward"."""
    stroke = last_step("Open the palm with both thumbs, sliding them from the middle outward.").strokes[0]
    assert (stroke.tool, stroke.hands, stroke.over) == (Tool.THUMB, Hands.BOTH, (Place.ARM,))


def test_a_stretch_that_is_held_is_a_hold():
    """As in "this is held for fifteen seconds"."""
    step = last_step("Raise the arm over the head. This is held for fifteen seconds.")
    assert [s.technique for s in step.strokes] == [Technique.HOLD]
