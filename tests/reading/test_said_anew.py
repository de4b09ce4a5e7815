"""Verbs that hold for more than their own clause, and hands that were told of before."""

import pytest

from reading.slots import parts

LAID = "Lay both palms on the lower back. "


@pytest.mark.parametrize(
    ("text", "hands"),
    [
        ("Press the sacrum with your right thumb, then with your left thumb.", ["right", "left"]),
        ("Rub the sacrum with one hand, then with both hands.", ["one", "both"]),
    ],
)
def test_a_verb_is_done_again_with_the_other_hand(text, hands):
    """A tool behind "then" is no end of the first."""
    assert [h for (h,) in parts(text, "hands")] == hands


@pytest.mark.parametrize(
    "text",
    [
        "Knead the left hip, then the right hip.",
        "Knead the left hip, and subsequently the right hip.",
        "The hip is kneaded, first on the left and afterwards on the right.",
    ],
)
def test_a_verb_is_done_again_on_the_other_of_a_pair(text):
    """Both sides are worked on, one after the other."""
    assert parts(text, "technique", "side") == [("petrissage", "left"), ("petrissage", "right")]


def test_hands_on_two_sides_are_two():
    """They are on one region, and not on one spot."""
    text = "Put one hand on the left hip and the other hand on the right hip."
    assert parts(text, "hands", "side") == [("one", "left"), ("one", "right")]


def test_a_hand_that_is_only_called_left_is_on_no_side():
    """The side is the hand's."""
    text = "Put your right hand on the sacrum, the left between the shoulder blades."
    assert parts(text, "hands", "side") == [("right", None), ("left", None)]


@pytest.mark.parametrize("rest", ["Rest there for a minute.", "Stay there for three breaths."])
def test_two_hands_rest_where_they_were_laid(rest):
    """Each of them on its place."""
    text = f"Put one hand on the sacrum and the other on the neck. {rest}"
    assert parts(text, "hands", "start")[2:] == [("one", "sacrum"), ("one", "neck")]


@pytest.mark.parametrize(
    "text",
    [
        "Make loose fists and roll them over both buttocks.",
        "Close your hands into fists and roll them over the buttocks.",
        "Make both hands into soft fists. Roll them over each buttock.",
    ],
)
def test_fists_roll_over_what_stands_behind(text):
    """Nobody is turned over."""
    assert parts(text, "technique", "tool", "over") == [("petrissage", "fist", ["buttock"])]


def test_circles_that_climb_go_along():
    """A relative clause of what is made is its way."""
    text = LAID + "Make small circles with your thumbs that climb to the neck."
    assert parts(text, "technique", "end", "direction")[1:] == [("friction", "neck", ["circle", "up"])]


@pytest.mark.parametrize(
    "text",
    [
        "Lift the waist between thumb and fingers. Travel up to the armpit and back down.",
        "Still kneading, travel up to the armpit and back down.",
        "Travel up to the armpit and back down, wringing all the way.",
    ],
)
def test_what_goes_on_on_the_way(text):
    """Flesh in the fingers is not let go of, and a participle says what is done there and back."""
    strokes = parts("Knead the waist with both hands. " + text, "technique", "direction")[-2:]
    assert strokes == [("petrissage", ["up"]), ("petrissage", ["down"])]


def test_a_limb_is_held_by_a_part_of_it():
    """The elbow is the receiver's."""
    text = "Hold the arm out by the elbow with one hand."
    assert parts(text, "tool", "start", "hands") == [("palm", "arm", "one")]


def test_what_the_receiver_does_meanwhile_is_theirs():
    """A second verb has the receiver for its subject as well."""
    text = "Put one fist on the calf and lean in while your friend points and pulls up the toes."
    assert parts(text, "technique") == [("hold",), ("compression",)]


@pytest.mark.parametrize(
    ("text", "pressure"),
    [
        ("Slide up the calf with both palms, firm enough to move the skin.", "firm"),
        ("Slide up the calf with both palms, lightly enough not to tickle.", "light"),
        ("Lay a forearm on the buttock and lean your weight on it.", "firm"),
    ],
)
def test_pressure_by_what_it_does(text, pressure):
    """How firm it is stands before "enough"."""
    assert parts(text, "pressure")[-1] == (pressure,)


def test_a_hand_is_lifted_off():
    """Kneading before does not make it flesh that is lifted."""
    text = "Knead the shoulder. Lay your elbow on the left shoulder, wait, then lift it off."
    assert parts(text, "technique", "direction")[-1] == ("release", ["off"])


def test_a_way_back_is_settled_by_its_ends():
    """Out and back is in, but from the hips to the armpits it is up."""
    text = "Slide both palms down the back to the hips, sweep out over the hips and return to the armpits."
    assert parts(text, "direction")[-1] == (["up"],)


def test_one_who_massages_is_told_of():
    """Her hands work, and his back is worked on."""
    text = (
        "She laid her hands on his lower back. Slowly she slid her palms up to his shoulders, swept them "
        "out and let them run down his ribs. Last she kneaded his buttocks with her fists."
    )
    told = parts(text, "technique", "tool")
    assert told == [("hold", "palm"), *[("effleurage", "palm")] * 3, ("petrissage", "fist")]


def test_what_is_done_when_one_side_is_done():
    """Only the other one is worked on then."""
    text = "Knead the left shoulder. When one side feels softer, do the other."
    assert parts(text, "side") == [("left",), ("right",)]
