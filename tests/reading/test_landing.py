"""Hands that come to lie somewhere, and which hand goes on working."""

import pytest

from reading.slots import parts


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The therapist applies both palms to the waist.", "waist"),
        ("Drop your hands onto the tops of her shoulders.", "shoulder_top"),
        ("They should place both palms on your lower back.", "lower_back"),
        ("The left forearm lies down on the buttock.", "buttock"),
    ],
)
def test_hands_are_put_where_they_land(text: str, start: str):
    """Applying, dropping and lying down are ways of putting hands somewhere."""
    assert parts(text, "technique", "start") == [("hold", start)]


def test_pressure_is_not_put_anywhere():
    """What is applied may also be pressure."""
    assert parts("Apply pressure to the waist with both palms.", "technique") == [("compression",)]


def test_the_hand_at_work_goes_on():
    """A thumb that is named again is the one at work; "a fist" is a new one."""
    text = "Glide your right thumb up the back. Make small circles with the same thumb. Press with a fist."
    assert parts(text, "hands") == [("right",), ("right",), ("one",)]


def test_warmed_palms_are_what_is_laid():
    """What was made ready is meant by "them"."""
    text = "Warm some oil in your palms. Lay them on the thighs."
    assert parts(text, "hands", "tool") == [("both", "palm")]


def test_an_elbow_that_sinks_presses():
    """Letting a tool sink is pressing with it."""
    assert parts("Set your elbow on the buttock. Let the elbow sink.", "technique") == [
        ("hold",),
        ("compression",),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hold the heel with your palm and ease the foot towards the shin.",
        "Hold the ankle and give the leg a long pull.",
        "Hold the wrist with your palm and pull the fingers, one at a time.",
    ],
)
def test_a_limb_is_pulled_and_bent(text: str):
    """What is done to a whole limb is a stretch."""
    assert parts(text, "technique")[-1] == ("stretch",)
