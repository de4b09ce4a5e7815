"""Lanes: a surface is covered by the same stroke beside, below or further out."""

import pytest

from effleurage.routine import Kind, Place, Tool

from .slots import last_step

UP = "Slide both thumbs up beside the spine to the neck. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Next lane: a thumb's width further out.",
        "Each pass an inch further out.",
        "Begin the next line two fingers' width out.",
        "Another track lies half an inch further out.",
        "A little further out each time, until you have done the whole side.",
        "On every pass move a little further from the spine.",
    ],
)
def test_the_next_lane_gets_the_same_further_out(sentence):
    """It repeats the stroke, keeps its way and its end, and goes further out."""
    step = last_step(UP + sentence)
    assert step.kind is Kind.REPEAT
    [stroke] = step.strokes
    assert (stroke.tool, stroke.end, stroke.over) == (Tool.THUMB, Place.NECK, (Place.SPINE_SIDES,))
    assert [str(way) for way in stroke.direction] == ["up", "out"]
    assert stroke.side is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "Take the next strip, just below.",
        "Then the one below that.",
        "Move down a hand's width and do another.",
    ],
)
def test_one_more_is_one_more(sentence):
    """What lies below, and another of them, is the same stroke again."""
    step = last_step("Push your palm from the spine out to the ribs. " + sentence)
    assert step.kind is Kind.REPEAT
    assert [str(s.technique) for s in step.strokes] == ["effleurage"]


def test_lanes_end_where_it_is_said():
    """Until a place is reached, and not until a surface is covered."""
    assert (
        last_step(UP + "Each line a little further out till you reach the ribs.").strokes[0].end
        is Place.FLANK
    )


def test_a_place_is_covered_like_this():
    """What was done is done all over it."""
    step = last_step("Comb down the scalp with your fingers. Cover the whole head like this.")
    assert step.kind is Kind.REPEAT
    assert step.strokes[0].over == (Place.HEAD,)


@pytest.mark.parametrize(
    "text",
    [
        "The next line of the poem is the best.",
        "Rest both hands on the sacrum. Take the next step slowly.",
        "Knead the shoulders. The next strip of plaster can wait.",
    ],
)
def test_where_nothing_works_beside_there_is_no_lane(text):
    """A line of talk and a hold send nothing back."""
    assert last_step(text).kind is not Kind.REPEAT
