"""Notes and asides: what is applied to a place, counts behind a comma, sides that are no sides."""

import pytest

from reading.slots import parts

LAID = "Lay both palms on the lower back. "


@pytest.mark.parametrize(
    ("text", "technique", "over"),
    [
        ("Petrissage to the calves, x 5.", "petrissage", ["leg"]),
        ("Effleurage to the whole back.", "effleurage", ["back"]),
        ("Deep friction to the erectors with the thumbs.", "friction", ["spine_sides"]),
        ("Kneading to both buttocks.", "petrissage", ["buttock"]),
        ("Apply tapotement to the shoulders.", "tapotement", ["shoulder"]),
    ],
)
def test_what_is_applied_is_done_there(text, technique, over):
    """It goes nowhere."""
    assert parts(text, "technique", "start", "end", "over") == [(technique, None, None, over)]


def test_what_is_named_may_still_travel():
    """A way says so."""
    text = LAID + "Friction up to the neck with the thumbs."
    assert parts(text, "end", "direction")[-1] == ("neck", ["up"])


@pytest.mark.parametrize(
    "text",
    [
        "Sweep both palms down the back, three long whooshes.",
        "Sweep both palms down the back, three for each side.",
    ],
)
def test_a_count_behind_a_comma_counts_what_is_told(text):
    """It is no motion of its own."""
    assert parts(text, "technique", "repeats") == [("effleurage", 3)]


def test_about_right_is_no_side():
    """Nor is a side with which something is compared."""
    assert parts("Knead both hips. Four times is about right.", "side")[-1] == ("both",)
    assert parts("Knead the left hip. Right as left.", "side") == [("left",), ("right",)]


def test_how_much_is_picked_up_is_no_hold():
    """Hands that only measure hold nothing."""
    text = "Pick up as much of the shoulder as your hands will hold, and let go."
    assert parts(text, "technique") == [("petrissage",), ("release",)]


def test_what_is_left_out_is_not_worked_on():
    """Nor is it the way."""
    text = "Chop down the back with the edges of your hands, skipping the kidneys."
    assert parts(text, "over") == [(["back"],)]


def test_a_level_before_the_verb_is_where_it_begins():
    """As "from the neck"."""
    text = LAID + "They slide up to the neck. At the neck they pass outward across the shoulders."
    assert parts(text, "start", "over")[-1] == ("neck", ["shoulder"])
    assert parts("At the waist, scoop the flesh up.", "start", "over") == [(None, ["waist"])]


def test_a_side_stands_for_a_hand():
    """Behind "of"."""
    text = "Curl the fingertips of your right under the left shoulder blade."
    assert parts(text, "hands", "tool", "side") == [("right", "fingertips", "left")]


@pytest.mark.parametrize(
    "text", ["Glide up the back, firmer and firmer.", "Glide up the back, with increasing pressure."]
)
def test_pressure_that_only_grows_is_none(text):
    """It has no first value."""
    assert parts(text, "pressure") == [(None,)]


def test_hands_off_is_a_step_of_a_list():
    """Nothing is forbidden."""
    text = "1. Both palms on the sacrum, one minute\n2. Hands off\n"
    assert parts(text, "technique")[-1] == ("release",)
