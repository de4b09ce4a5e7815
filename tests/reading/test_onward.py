"""How work goes on: progress, weight that comes and goes, long ways with their parts and returns."""

import pytest

from effleurage.reading import read
from effleurage.routine import Kind
from reading.slots import parts


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Thumbs on the hips. Sink in, come off, and creep your way up to the waist.",
            [("hold", None, []), ("compression", "waist", ["into", "up"]), ("release", None, ["off"])],
        ),
        (
            "Both fists on the calf. Let up, hop an inch nearer the knee, and press again.",
            [("hold", None, []), ("release", None, []), ("compression", "leg", ["up"])],
        ),
        (
            "Drum on the ribs and travel down to the hips.",
            [("tapotement", "hip", ["down"])],
        ),
        (
            "Press beside the spine with both thumbs; lift; go down a rib; go on like that to the waist.",
            [("compression", "waist", ["down"]), ("release", None, [])],
        ),
        (
            "The masseuse squeezes the arm with one hand and moves a little lower until she meets the wrist.",
            [("petrissage", "arm", ["down"])],
        ),
    ],
)
def test_progress(text: str, read: list[tuple[str, str | None, list[str]]]) -> None:
    """It goes to the clause that it carries along."""
    assert parts(text, "technique", "end", "direction") == read


def test_a_step_onward_by_itself() -> None:
    """The hands move on, with nothing else beside it."""
    text = "Both palms on the waist. Press. Up a hand's width."
    assert parts(text, "technique", "direction")[-1] == ("effleurage", ["up"])


def test_weight_that_comes_and_goes() -> None:
    """A body that tips forward presses with the hands that lie there, and lets go as it comes back."""
    text = "Lay your forearms over the loins and rock forward. Rock back."
    assert parts(text, "technique") == [("hold",), ("compression",), ("release",)]


def test_a_body_that_bows_alone() -> None:
    """Nothing lies there that could press."""
    (step,) = read("Lean forward and breathe out.")[0].movements[0].steps
    assert step.kind is not Kind.STROKE


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Up the spine with both palms, out over the shoulders, down the flanks to the waist.",
            [(None, "waist", ["shoulder", "flank"])],
        ),
        (
            "Both thumbs glide up from the elbow to the armpit.",
            [("arm", "armpit", [])],
        ),
        (
            "Beginning between the shoulder blades, sweep both hands out to the armpits.",
            [("upper_back", "armpit", [])],
        ),
        (
            "A fist sets off from the hip and crosses the back to the armpit.",
            [("hip", "armpit", ["back"])],
        ),
    ],
)
def test_ways(text: str, read: list[tuple[str | None, str, list[str]]]) -> None:
    """Where they begin, end and lead."""
    found = [(start, end, over[-2:]) for start, end, over in parts(text, "start", "end", "over")]
    assert found == read


def test_hands_that_part() -> None:
    """They go outward, before they go on."""
    text = "Both palms lie on the waist. They glide up to the neck, divide over the shoulders, and sink home."
    assert parts(text, "direction")[2] == (["out"],)


def test_hands_that_part_by_a_command() -> None:
    """So do hands that are told to, and those that travel somewhere first."""
    text = "Both palms on the hips. Glide up to the neck, separate at the shoulders, and come home."
    assert parts(text, "direction")[2] == (["out"],)
    text = "Both palms rest on the hips. They travel to the neck, part over the shoulders and come home."
    assert parts(text, "end", "direction")[1:3] == [("neck", ["up"]), (None, ["out"])]


def test_a_table_by_the_way() -> None:
    """Hands that stay close to it do not go to it."""
    text = "Slide both palms down the sides, close to the table, to the hips."
    assert parts(text, "direction") == [(["down"],)]
