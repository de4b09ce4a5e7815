"""Work that travels and keeps its technique, two hands that do different things, tools told apart."""

import pytest

from reading.slots import parts


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Knead the hip with both hands. Drift up to the armpit and come back down.",
            [("petrissage", None), ("petrissage", "armpit"), ("petrissage", None)],
        ),
        (
            "Wring the calf with both palms, then I wander back out.",
            [("petrissage", None), ("petrissage", None)],
        ),
        (
            "Squeeze and let go, squeeze and let go, all the way down the thigh with both hands.",
            [("petrissage", None), ("release", None)],
        ),
        (
            "Knead the thigh with one fist as though it were dough, starting low and ending at the hip.",
            [("petrissage", "hip")],
        ),
        ("Squeeze the hand, then the wrist, and so on up to the shoulder.", [("petrissage", "shoulder")]),
    ],
)
def test_work_that_travels(text: str, read: list[tuple[str, str | None]]) -> None:
    """It stays what it was."""
    assert parts(text, "technique", "end") == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Both palms on the waist. Slide one up to the neck and the other down to the hip.",
            [("both", "waist", None), ("one", "waist", "neck"), ("one", "waist", "hip")],
        ),
        (
            "Keep one hand on the hip and with the other hand glide down to the knee.",
            [("one", "hip", None), ("one", "hip", "leg")],
        ),
    ],
)
def test_two_hands(text: str, read: list[tuple[str, str | None, str | None]]) -> None:
    """Each does what is its own."""
    assert parts(text, "hands", "start", "end") == read


def test_one_hand_then_the_other() -> None:
    """They take turns."""
    assert parts("Scoop up the calf with one hand, then the other.", "hands") == [("alternate",)]


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("Spread your fingers and rake them down the ribs.", ["fingertips"]),
        ("Swap your fists for your knuckles and slide up to the neck.", ["knuckles"]),
        ("Tool: elbow. Press beside the sacrum.", ["elbow"]),
        ("For this bit we use the fists. Press into the hips.", ["fist"]),
        ("Glide up the ribs with both palms, then with the fingertips.", ["palm", "fingertips"]),
        ("Roll your hand into a fist and run it up the ribs.", ["fist"]),
        ("The heels of your hands do the work: push them up the thigh.", ["heel"]),
        ("With the left hand still, run the right knuckles up the calf.", ["knuckles"]),
    ],
)
def test_tools(text: str, tools: list[str]) -> None:
    """Told beforehand, in passing or in the end."""
    assert [tool for (tool,) in parts(text, "tool")][-len(tools) :] == tools


@pytest.mark.parametrize(
    ("text", "technique"),
    [
        ("Make a fist and grind it in slow circles into the buttock.", "friction"),
        ("Massage the jaw with circular strokes of the middle fingers.", "friction"),
        ("Press beside the sacrum with both thumbs and rotate.", "friction"),
        ("Take the heel of the hand and push it along the outside of the hip.", "effleurage"),
    ],
)
def test_circles_and_pushes(text: str, technique: str) -> None:
    """What they are depends on the tool and on where it goes."""
    assert parts(text, "technique")[-1] == (technique,)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Press with both fists on the hips, then on the waist, and finally on the shoulders.",
            [("compression", ["hip"]), ("compression", ["waist"]), ("compression", ["shoulder"])],
        ),
        ("Use your fist to apply slow, deep pressure to the hip.", [("compression", ["hip"])]),
        ("Knead the shoulder with your palm, then switch to the thumb for the neck.", None),
        (
            "Circle on the hip with the thumbs before sliding down to the knee.",
            [("friction", ["hip"]), ("effleurage", [])],
        ),
        ("Lift the flesh of the waist and squeeze, going up to the ribs.", [("petrissage", ["waist"])]),
    ],
)
def test_what_comes_next(text: str, read: list[tuple[str, list[str]]] | None) -> None:
    """Another spot, another tool, another stroke: each is told by itself."""
    told = read or [("petrissage", ["shoulder"]), ("petrissage", ["neck"])]
    assert parts(text, "technique", "over") == told


def test_each_of_two_hands_has_its_way() -> None:
    """Both begin where they lay."""
    text = "Lay both forearms on the waist and slide them apart, one toward the neck and one toward the hips."
    assert parts(text, "start", "end")[1:] == [("waist", "neck"), ("waist", "hip")]


def test_there_and_the_same() -> None:
    """The hands go to another place, and work there."""
    text = "Knead the hips with both fists. Then move to the shoulders and do the same."
    assert parts(text, "technique", "over")[-1] == ("petrissage", ["shoulder"])


def test_from_one_end_of_a_part_to_the_other() -> None:
    """Its words say which way."""
    text = "Run one thumb along the shoulder blade, from the bottom corner to the top."
    assert parts(text, "direction") == [(["up"],)]
