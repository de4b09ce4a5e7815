"""What is done twice, and the way back: sides told in turn, returns without a verb, what is spared."""

import pytest

from reading.slots import parts


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Knead the buttocks with your fists. Then the thighs, left then right.", ["left", "right"]),
        ("Squeeze the calves, first the left and then the right, with both hands.", ["left", "right"]),
        ("Rolling and wringing, right, then left hip.", ["right", "left"]),
        ("Ten circles beside the spine on the left, ten on the right.", ["left", "right"]),
    ],
)
def test_sides_in_turn_are_two_clauses(text: str, sides: list[str]):
    """Behind a paired place "left then right" names sides, each with its own clause."""
    assert [s for (s,) in parts("# Warm-up\n\n" + text, "side")][-2:] == sides


def test_what_is_let_go_belongs_to_the_turn():
    """The whole round is done again on the other side."""
    text = "Pinch the hip and let go, first on the right side and then on the left."
    assert parts(text, "technique", "side") == [
        ("petrissage", "right"),
        ("release", "right"),
        ("petrissage", "left"),
        ("release", "left"),
    ]


def test_hands_in_turn_stay_hands():
    """Behind a tool, "left then right" says which hand; a hand's turn swaps the hand."""
    assert parts("Push your palms up the back, left then right.", "hands", "side")[0][0] == "alternate"
    assert parts("Press the left fist in, then the right.", "hands") == [("left",), ("right",)]


@pytest.mark.parametrize(
    "tail",
    [
        *("light on the way back", "light on the return", "lightly back", "firm up and light down"),
        *("firm up, light down", "firmly on the way up and lightly on the way down"),
    ],
)
def test_a_lighter_way_back_is_a_clause(tail: str):
    """How the way back presses tells that there is one."""
    found = parts(f"Glide your palms up from the sacrum to the shoulders, {tail}.", "direction", "pressure")
    assert [way for way, _ in found] == [["up"], ["down"]]
    assert found[-1][1] == "light"


@pytest.mark.parametrize("tail", ["back down the ribs", "home by the ribs", "back along the ribs"])
def test_a_way_back_behind_a_comma_is_a_clause(tail: str):
    """No verb and no "and" are needed."""
    found = parts(f"Draw your fists from the waist to the armpits, {tail}.", "over", "direction")
    assert found[-1] == (["flank"], ["down"])
    assert len(found) == 2


def test_a_straight_back_is_no_way_back():
    """The giver's bearing is none."""
    assert len(parts("Draw your fists from the waist to the armpits, back straight.", "technique")) == 1


def test_back_behind_a_way_round():
    """Going round the shoulders has no way back of its own."""
    text = "Push up the back, curl round the shoulders and drift back along the ribs."
    assert [way for (way,) in parts(text, "direction")] == [["up"], ["around"], ["down"]]


@pytest.mark.parametrize(
    "text",
    [
        "Chop up the whole back, easy over the kidneys.",
        "Fist drumming, whole back, kidneys skipped.",
        "Drum over the back, skipping the kidneys.",
    ],
)
def test_what_is_spared_is_not_worked(text: str):
    """A place set off to be spared is no part of the way."""
    assert parts(text, "over") == [(["back"],)]


def test_both_sides_of_one_limb_are_on_one_side():
    """Either side of a thigh is that thigh's side."""
    text = "We do the right leg first. Set your hands either side of the thigh and wring it."
    assert parts(text, "side") == [("right",), ("right",)]
    assert parts("Sandwich her left foot between both of your palms.", "hands", "side") == [("both", "left")]


def test_a_limb_laid_ready_tells_the_side():
    """The receiver's position says which arm is worked on."""
    text = "The client is seated with the left arm on a cushion. Knead the elbow with your thumbs."
    assert parts(text, "side") == [("left",)]


def test_round_the_rim_of_a_part():
    """Circles go round a part also where its rim is named."""
    assert parts("Thumb circles round the margin of the shoulder blade.", "direction") == [
        (["circle", "around"],)
    ]
