"""Hands that meet, pass and part, the arm that is above, and parts of a place that was named before."""

import pytest

from effleurage.reading import read
from effleurage.routine import GiverPlace, Hands, Place, Relation, Side

from .slots import last_step, parts, strokes

ROUND = "Lay both palms on the loins. Reach down around the waist. "


@pytest.mark.parametrize(
    ("sentence", "upper"),
    [
        (
            "Slide in to the middle of the lower back and past each other, the left arm above once more.",
            "left",
        ),
        ("The palms glide to the sacrum and pass each other, your right arm still on top.", "right"),
        (
            "Draw the palms in to the sacrum, where they pass each other with the right arm uppermost.",
            "right",
        ),
    ],
)
def test_the_arm_that_is_above_is_the_givers(sentence, upper):
    """It is no place of the receiver's, and says which hand is ahead where they pass."""
    step = last_step(ROUND + sentence)
    assert step.strokes[-1].upper_hand == Hands(upper)
    assert all(Place.ARM not in (s.start, s.end, *s.over) for s in step.strokes)


def test_hands_that_come_back_toward_each_other_do_not_return():
    """They come together again, on a way of their own."""
    step = last_step(ROUND + "There they part, and come back towards each other over the upper back.")
    assert not step.strokes[-1].returning


@pytest.mark.parametrize("verb", ["ease", "slacken", "loosen"])
def test_a_hold_that_is_eased_lets_go(verb):
    """The flesh is released, by and by."""
    text = ROUND + f"Lift the flesh firmly, then {verb} your hold little by little."
    assert strokes(text)[-1].gradual
    assert parts(text, "technique")[-1] == ("release",)


@pytest.mark.parametrize(
    ("sentence", "place", "relation"),
    [
        ("Set both palms beside the spine, just above its base.", Place.SACRUM, Relation.ABOVE),
        ("Put one hand by the shoulder blade, at its lower tip.", Place.SHOULDER_BLADE, Relation.BOTTOM),
        ("Set a palm where the shoulder blade has its lower tip.", Place.SHOULDER_BLADE, Relation.BOTTOM),
        ("Lay both hands just above where the spine has its base.", Place.SACRUM, Relation.ABOVE),
    ],
)
def test_its_part_is_that_of_the_place_before(sentence, place, relation):
    """The base of the spine is where hands are that lie above its base."""
    [stroke] = last_step(sentence).strokes
    assert stroke.start_spot is not None
    assert (stroke.start_spot.place, stroke.start_spot.relation) == (place, relation)


def test_where_the_giver_sits_is_not_where_a_finger_points():
    """The head is that to which the fingertip looks, and no seat."""
    text = (
        "Sit at the side and lay one hand on the sacrum, the index finger along the spine, tip to the head."
    )
    step = read(text)[0].movements[-1].steps[-1]
    assert step.arrangement is not None
    assert step.arrangement.giver is GiverPlace.SIDE
    assert step.strokes[0].index_along_spine


@pytest.mark.parametrize("line", ["trapezius", "top of the shoulder"])
def test_hands_that_come_in_from_both_sides_stay_on_both(line):
    """One word for the muscle of either side is no side."""
    up = "Slide both hands up on each side of the spine. Take them out around the shoulders. "
    assert last_step(up + f"Bring them in toward each other across the {line}.").strokes[-1].side is Side.BOTH
    alone = "Slide both hands up the back. "
    assert last_step(alone + f"Knead the {line} with both hands.").strokes[-1].side is Side.ONE


@pytest.mark.parametrize(
    ("sentence", "technique"),
    [
        ("Give the waist a good firm pull upwards.", "petrissage"),
        ("Give the sides of the waist a tug up.", "petrissage"),
        ("Give the leg a gentle pull.", "stretch"),
    ],
)
def test_what_is_given_a_pull_is_pulled(sentence, technique):
    """Flesh is drawn up, and a limb is stretched."""
    assert parts(ROUND + sentence, "technique")[-1] == (technique,)
