"""Rows of strokes: each a little further on, the last one another way."""

import pytest

from effleurage.routine import Direction, Hands, Kind, Place, Side

from .slots import last_step, parts, steps

PULL = (
    "Sit at the side. Hold your hands together, palms raised, and rest the fingertips beside the spine just "
    "above the coccyx. Pull them toward you, down the side of the back. "
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Begin every pull a bit higher than the last until you come to the base of the neck.",
        "Each pull starts a little higher than the one before, up to the base of the neck.",
        "Let each new pull begin slightly higher, until you reach the base of the neck.",
        "Make every one an inch higher than the last, until you arrive at the base of the neck.",
        "Make the same pull again and again up the spine to the base of the neck.",
    ],
)
def test_each_of_a_row_begins_further_on(sentence):
    """It repeats the pull, climbs, and ends where the words say."""
    step = last_step(PULL + sentence)
    assert step.kind is Kind.REPEAT
    [stroke] = step.strokes
    assert (stroke.end, stroke.progress, stroke.repeats) == (Place.NECK_BASE, True, None)
    assert [str(way) for way in stroke.direction] == ["toward_giver", "out", "up"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Let the very last pull cross the shoulder and end near the armpit.",
        "Do this up the spine to the base of the neck; the final one runs across the shoulder to the armpit.",
        "Do this up the spine to the neck base, and let the last one run across the shoulder to the armpit.",
    ],
)
def test_the_last_of_a_row_goes_another_way(sentence):
    """It is a stroke of its own, with its own end."""
    stroke = last_step(PULL + sentence).strokes[-1]
    assert (stroke.end, stroke.over, stroke.copied) == (Place.ARMPIT, (Place.SHOULDER,), False)


def test_where_a_row_begins_once_more_is_no_end():
    """Back to the spine, a little higher, is where the next pull begins."""
    step = last_step(PULL + "Return to the spine, a little higher up, and pull again.")
    assert (step.kind, step.strokes[-1].end) == (Kind.REPEAT, None)
    assert Direction.UP in step.strokes[-1].direction


def test_a_pull_told_in_two_sentences_goes_out_in_both():
    """Down the side of the back is out for hands that are pulled toward the giver."""
    text = PULL.split("Pull")[0] + "Pull them toward you. Run them down the side of the back."
    assert parts(text, "direction")[-2:] == [(["toward_giver"],), (["out"],)]


def test_fingers_that_stay_together_are_no_hold():
    """How the hands are held is no stroke."""
    assert steps(PULL + "The fingers stay together.")[-1].strokes == ()


@pytest.mark.parametrize("words", ["Keep your hands together", "With your hands held together"])
def test_hands_held_together_lie_on_one_side(words):
    """Both of them, whatever worked alone before."""
    text = f"Sweep up with one fingertip. {words} and the palms raised, lay the fingertips beside the spine."
    stroke = last_step(text).strokes[-1]
    assert (stroke.hands, stroke.side) == (Hands.BOTH, Side.ONE)


def test_fingertips_that_touch_down_are_laid_there():
    """They are let down, and glide nowhere."""
    step = last_step("Raise the palms, and let your fingertips touch down beside the spine.")
    assert [str(s.technique) for s in step.strokes] == ["hold"]


def test_a_hand_is_laid_there_where_it_was_sent():
    """There is where the words before it lead."""
    step = last_step("Move down to the base of the spine and lay one hand there.")
    assert step.strokes[-1].start is Place.SACRUM


def test_fingers_that_are_spread_are_a_setup():
    """A finger that points along the spine lies there, and does not go there."""
    step = last_step(
        "Lay one hand on the sacrum. Spread the fingers, the index finger pointing along the spine."
    )
    assert (step.kind, step.strokes) == (Kind.SETUP, ())


def test_what_likes_this_one_is_explained():
    """The nerves like it, and nothing is done like it."""
    text = PULL + "The nerves beside the spine like this one."
    assert last_step(text).strokes == ()


def test_an_aim_is_no_place_of_the_hand():
    """What it is for tells where it does good, and not where the hand is put, whatever its verb."""
    step = last_step("To free the shoulder, place one hand at the bottom of the shoulder blade.")
    assert step.strokes[-1].start is Place.SHOULDER_BLADE
