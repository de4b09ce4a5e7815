"""Hands and tools: one mechanism a case, in our own words."""

import pytest

from reading.slots import parts, strokes


@pytest.mark.parametrize(
    ("text", "hands", "tool"),
    [
        # a grip told by its two jaws
        ("Lift the tops of the shoulders, thumbs behind and fingers in front.", "both", "grip"),
        ("Squeeze the neck with your thumb on one side and your fingers on the other.", "one", "grip"),
        ("Knead the calf between thumb & fingers.", "one", "grip"),
        # which way fingers or palms look is no tool
        ("Lay both hands on the sacrum, thumbs toward the spine.", "both", "palm"),
        ("Lay your forearms on the upper back, palms down.", "both", "forearm"),
        # hands that take turns, whatever part of them works
        ("Stroke down the back, one forearm after the other.", "alternate", "forearm"),
        ("Stroke down the back, first with one palm and then with the other.", "alternate", "palm"),
        ("Brush down the back, right hand, left hand, right hand.", "alternate", "palm"),
        ("Pull up the flank, left thumb then right.", "alternate", "thumb"),
        ("Walk your thumbs up the back, left, right, left, right.", "alternate", "thumb"),
        ("Wring the waist, one palm past the other.", "alternate", "palm"),
        # hands that lie on each other work as one
        ("With your left palm laid over your right, circle the sacrum.", "both", "palm"),
        ("Push the heel of the right hand up the back, with the left hand on top.", "both", "heel"),
        ("Lay one hand on top of the other and rub the sacrum with your fingertips.", "both", "fingertips"),
        # number: one fingertip is one, fingertips say nothing
        ("Press the sacrum with a fingertip.", "one", "fingertips"),
        ("Press the neck with the thumb of the left.", "left", "thumb"),
        ("Press the sacrum with the fingertips.", None, "fingertips"),
        ("Rest a thumb on each side of the sacrum.", "both", "thumb"),
        ("Rub the sacrum with the outer borders of your hands.", "both", "edge"),
        ("Stroke the back with light fingertip strokes.", None, "fingertips"),
    ],
)
def test_hands_and_tool_of_a_clause(text, hands, tool):
    """Which hands and what part of them the words settle."""
    assert parts(text, "hands", "tool")[-1] == (hands, tool)


def test_a_side_of_the_body_is_no_hand():
    """As in "the left-hand groove", which is on the left."""
    assert parts("Press your thumbs into the left-hand groove of the spine.", "hands", "tool", "side") == [
        ("both", "thumb", "left")
    ]


def test_a_fist_that_was_made_is_the_tool():
    """The sentence that only forms it carries no stroke, and the next one works with it."""
    assert parts("Make a loose fist. Push it slowly up the back.", "hands", "tool") == [("one", "fist")]


def test_the_hand_at_work_goes_on_behind_the_other_that_rests():
    """What "it" means is the forearm, not the hand that steadied the hip meanwhile."""
    found = parts(
        "Lay one forearm on the lower back. Glide it to the shoulders while your other hand "
        "steadies the hip, then bring it back.",
        "technique",
        "tool",
    )
    assert found[1:] == [("effleurage", "forearm"), ("hold", "palm"), ("effleurage", "forearm")]


def test_after_two_hands_are_put_down_both_work():
    """One on each of two places; what follows is done with both."""
    found = parts(
        "Lay one palm on the sacrum and the other on the neck. Rock the hips.", "technique", "hands"
    )
    assert found == [("hold", "one"), ("hold", "one"), ("vibration", "both")]


def test_hands_are_read_before_a_verb_that_follows_its_tool():
    """As in "and with your right thumb press …", which has a verb."""
    found = parts(
        "Hold the shoulder with your left hand, and with your right thumb press into the blade.",
        "technique",
        "hands",
        "tool",
    )
    assert found == [("hold", "left", "palm"), ("compression", "right", "thumb")]


@pytest.mark.parametrize("lead", ["Second, ", "First, ", "Third, "])
def test_what_is_counted_off_is_done_by_no_other_hand(lead):
    """A number that only says which movement it is, is neither a side nor a hand."""
    told = strokes(f"Knead the hips. {lead}sweep one palm up the back.")[-1]
    assert (told.other_hand, told.side) == (False, None)


def test_one_hand_that_is_laid_after_both_is_not_on_both_sides():
    """Where both were on both sides, the single one is on none that is told."""
    told = parts(
        "Glide both hands around the hips and back to the lower back. "
        "Rest one hand on the lower back at the base of the spine. Sweep the hand up and outward.",
        "hands",
        "side",
    )
    assert told[-2:] == [("one", None), ("one", None)]
