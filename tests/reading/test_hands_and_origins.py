"""The giver's other hand by its side alone, where a way began, what a hand's own words lead to."""

import pytest

from reading.slots import parts


@pytest.mark.parametrize(
    ("text", "hands"),
    [
        (
            "Rest your left hand on the hip and, with the right one, knead the shoulder.",
            ["left", "right"],
        ),
        (
            "Keep the right hand on the neck, and with your left stroke down the back.",
            ["right", "left"],
        ),
    ],
)
def test_the_other_hand_by_its_side_alone(text: str, hands: list[str]) -> None:
    """It is no side of the receiver."""
    assert [h for (h,) in parts(text, "hands")] == hands


@pytest.mark.parametrize(
    ("sentence", "over"),
    [
        ("Up the sides of the spine the hands now glide.", ["spine_sides"]),
        ("Over the shoulders the palms slide.", ["shoulder"]),
        ("Down the arms both hands slowly slide.", ["arm"]),
    ],
)
def test_the_hands_behind_their_way_are_the_givers(sentence: str, over: list[str]) -> None:
    """A way may stand first; who goes it comes next, and is no part of the way."""
    assert parts(sentence, "hands", "over") == [("both", over)]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Knead with both hands from the hip up to the armpit. Then knead down to where you began.", "hip"),
        ("Rest both palms on the waist. Slide up to the neck, and come down to where I set out.", "waist"),
        (
            "Rest both palms on the hips. Slide up to the neck. Hold for a breath. Go back to the start.",
            "hip",
        ),
        (
            "Lay your hands on the loins. Glide up to the neck. Pause. Slide back to where you began.",
            "lower_back",
        ),
    ],
)
def test_where_it_began(text: str, end: str) -> None:
    """The last stroke ends where its technique, or the hold before it, began."""
    assert parts(text, "end")[-1] == (end,)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Stroke with one palm from the neck to the waist down one side of the spine.",
            ("waist", ["spine_sides"], ["down"], "one"),
        ),
        ("Slide your knuckles along the thigh, three seconds each.", (None, ["leg"], [], "one")),
    ],
)
def test_ones_and_eaches(text: str, read: tuple[object, ...]) -> None:
    """A side behind "down one" is a side; "each" behind a time is none."""
    assert parts(text, "end", "over", "direction", "side") == [read]


@pytest.mark.parametrize(
    ("text", "techniques"),
    [
        ("Hands on the lower back, fingers pointing up to the head.", ["hold"]),
        ("Rest both palms on the back. Keep them there while she takes a breath.", ["hold", "hold"]),
        ("Lift the calf muscle between fingers and thumbs and shake it.", ["petrissage", "vibration"]),
        ("Press the knot with one thumb. Same thumb, rub across it.", ["compression", "friction"]),
        ("The left hip comes next: I knead it with both fists.", ["petrissage"]),
    ],
)
def test_hands_that_are_told(text: str, techniques: list[str]) -> None:
    """Holds that are kept, flesh that is lifted, a tool that stays, a line of introduction."""
    assert [t for (t,) in parts(text, "technique")] == techniques


def test_fingers_curled_into_fists_work_as_fists() -> None:
    """The last shape of a hand is its tool."""
    assert parts("Curl your fingers into fists and drum on the thighs.", "tool")[-1] == ("fist",)


def test_the_way_goes_on_behind_its_end() -> None:
    """The hands are where the way last led."""
    text = "Slide both palms up to the neck, then round the shoulders, and come down the ribs."
    assert parts(text, "start")[-1] == ("shoulder",)
