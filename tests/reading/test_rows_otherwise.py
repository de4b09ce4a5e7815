"""Rows that go on, and how they end, told in other words than the founding article's."""

import pytest

from effleurage.routine import Direction, Hands, Kind, Place, Technique

from .slots import last_step

PULL = (
    "Set the fingertips of both hands beside the spine just above the tailbone. "
    "Draw them toward you down the side of the back. "
)
FAN = "Lay one hand on the sacrum, fingers spread. Fan it up and out. The other hand follows. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Shift up a little and pull again, and keep on in this fashion along the full length of the spine"
        " until you arrive at the base of the neck.",
        "Inch your way up the spine, doing another pull at each level, until you reach the base of the neck.",
        "Climb the spine a hand's width at a time with a fresh pull at each step until you are at the base"
        " of the neck.",
        "Work up the spine, pulling once more at every level, as far as the base of the neck.",
        "Creep a little higher for each pull until you get to the base of the neck.",
        "Edge upward, one pull after another, to the base of the neck.",
    ],
)
def test_a_pull_is_taken_on_along_the_spine(sentence):
    """The same pull, each a little higher, up to the neck; nothing glides along the spine itself."""
    step = last_step(PULL + sentence)
    assert step.kind is Kind.REPEAT
    [stroke] = step.strokes
    assert (stroke.copied, stroke.progress, stroke.repeats) == (True, True, None)
    assert (stroke.end, stroke.direction[-1]) == (Place.NECK_BASE, Direction.UP)
    assert stroke.direction[0] is Direction.TOWARD_GIVER


def test_a_pull_that_is_told_anew_is_no_row():
    """Without the spine or the neck, and with a way of its own, it is one more stroke."""
    step = last_step(PULL + "Pull up the side of the body to the armpit.")
    assert [s.copied for s in step.strokes] == [False]


@pytest.mark.parametrize(
    "sentence",
    [
        "For the closing pull, come across the shoulder and aim at the armpit, where the glands are.",
        "I make my last pull from there go across the shoulder towards the armpit.",
        "Have the closing pull run across the shoulder and head for the armpit.",
        "Let the concluding pull travel across the shoulder to the armpit.",
        "Steer the last pull across the shoulder to the armpit.",
    ],
)
def test_the_last_one_ends_at_the_armpit(sentence):
    """It is one glide, over the shoulder."""
    step = last_step(PULL + "Repeat all the way up the spine to the base of the neck. " + sentence)
    [stroke] = step.strokes
    assert stroke.technique is Technique.EFFLEURAGE
    assert (stroke.over, stroke.end) == ((Place.SHOULDER,), Place.ARMPIT)


@pytest.mark.parametrize(
    "sentence",
    [
        "Let the hands go on alternating, each a little higher than the one before, up to the neck.",
        "Let them go on taking turns, a little higher each time, all the way up to the neck.",
    ],
)
def test_hands_that_are_let_go_on_are_not_let_go(sentence):
    """They alternate, further and further up."""
    [stroke] = last_step(FAN + sentence).strokes
    assert (stroke.technique, stroke.hands, stroke.progress) == (Technique.EFFLEURAGE, Hands.ALTERNATE, True)
    assert Direction.UP in stroke.direction


@pytest.mark.parametrize(
    "tail",
    [
        "so that the last pull crosses the shoulder toward the armpit",
        "so that the final stroke goes over the shoulder to the armpit",
        "so the final one goes over the shoulder to the armpit",
    ],
)
def test_the_last_one_is_sent_another_way(tail):
    """How the row ends is done."""
    step = last_step(PULL + f"Repeat all the way up the spine to the base of the neck, {tail}.")
    assert step.kind is Kind.REPEAT
    assert (step.strokes[-1].over, step.strokes[-1].end) == ((Place.SHOULDER,), Place.ARMPIT)


def test_what_a_row_is_good_for_is_not_done():
    """Tension that leaves is no stroke."""
    step = last_step(PULL + "Repeat all the way up the spine, so that the last of the tension goes.")
    assert all(stroke.copied for stroke in step.strokes)


@pytest.mark.parametrize(
    "sentence",
    [
        "One more, a little higher. Another. Up the spine you go until you reach the base of the neck.",
        "Next pull, a bit higher. And the next one. Climb the spine until you are at the base of the neck.",
        "Another pull, slightly higher. Go up the spine till you get to the base of the neck.",
    ],
)
def test_a_row_that_was_begun_goes_on(sentence):
    """Whatever is said between, the pulls climb, and nothing glides up along the spine."""
    step = last_step(PULL + sentence)
    assert step.kind is Kind.REPEAT
    assert step.strokes[0].end is Place.NECK_BASE
    assert {Direction.TOWARD_GIVER, Direction.UP} <= set(step.strokes[0].direction)


@pytest.mark.parametrize(
    "sentence",
    [
        "On you go up the spine until you arrive at the base of the neck, and there the final pull crosses"
        " the shoulder toward the armpit.",
        "Go up the spine to the base of the neck, where the last one crosses the shoulder to the armpit.",
    ],
)
def test_what_ends_with_a_last_pull_is_a_row(sentence):
    """A last one tells that there were others, though none was told of before."""
    step = last_step(PULL + sentence)
    row, last = step.strokes
    assert (step.kind, row.copied, row.end) == (Kind.REPEAT, True, Place.NECK_BASE)
    assert (last.over, last.end) == ((Place.SHOULDER,), Place.ARMPIT)


def test_a_glide_behind_a_pull_is_a_glide():
    """No row was begun."""
    assert last_step(PULL + "Then slide up the spine to the neck.").kind is Kind.STROKE
