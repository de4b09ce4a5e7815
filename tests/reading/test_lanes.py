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


CLIMB = "Glide both palms up from the loins to the shoulders. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Float lightly back down and set off again a little further out, until the back is covered.",
        "Return with no weight and begin the next glide beside the last until the whole back has been done.",
    ],
)
def test_a_lane_behind_its_way_back_is_the_stroke_before(sentence):
    """The hands come back lightly, and it is the glide that is done again beside the last."""
    step = last_step(CLIMB + sentence)
    assert [str(s.direction[0]) for s in step.strokes if not s.returning] == ["up"]
    assert step.strokes[-1].copied
    assert step.strokes[-1].end is Place.SHOULDER


@pytest.mark.parametrize(
    "sentence",
    [
        "The glides are laid next to one another until the whole of the back has been covered.",
        "Let the strokes overlap until you have oiled the whole back.",
        "Each return is made lightly. Lay one stroke beside the other until the whole back is covered.",
    ],
)
def test_lanes_side_by_side_cover_what_they_are_over(sentence):
    """They are laid over the whole back, and end where the first one did."""
    step = last_step(CLIMB + sentence)
    assert step.kind is Kind.REPEAT
    [stroke] = step.strokes
    assert (stroke.over, stroke.end, stroke.repeats) == ((Place.BACK,), Place.SHOULDER, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "The oil is spread with flat hands in long strokes that climb from the loins to the shoulders.",
        "Spread it with both palms in smooth strokes which rise from the loins to the shoulders.",
    ],
)
def test_strokes_that_go_somewhere_tell_where_oil_is_spread(sentence):
    """The way of the strokes is the way of what is done in them."""
    [stroke] = last_step("Warm the oil between your hands. " + sentence).strokes
    assert (stroke.start, stroke.end) == (Place.LOWER_BACK, Place.SHOULDER)


def test_a_hand_is_carried_on_until_a_side_is_done():
    """What is passed over and where it ends are told by a passive of something done."""
    step = last_step(UP + "Carry on like this until the whole flank has been treated, up to the armpit.")
    assert (step.strokes[0].end, step.strokes[0].repeats) == (Place.ARMPIT, None)


def test_what_comes_of_it_is_no_end():
    """Shoulders that drop are no place where the hands arrive."""
    step = last_step(UP + "Do this until her shoulders drop.")
    assert (step.strokes[0].end, step.strokes[0].repeats) == (Place.NECK, None)
