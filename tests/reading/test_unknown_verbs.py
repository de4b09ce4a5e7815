"""Verbs that nobody knows: read by their frame where it settles something, and honestly unread where not."""

import pytest

from effleurage.reading import read
from effleurage.routine import Kind

BEFORE = "Place both palms on the lower back. Slide them up to the neck. "


@pytest.mark.parametrize(
    ("text", "technique"),
    [
        ("Smoosh both palms up the back.", "effleurage"),
        ("Frobnicate your thumbs down the sides of the spine.", "effleurage"),
        ("Frobnicate the shoulders with your knuckles.", "other"),
        ("Then vorp the buttocks with both fists.", "other"),
    ],
)
def test_an_unknown_verb_with_tool_or_place_takes_what_its_frame_says(text, technique):
    """With a path it glides, in place it is something else; the report says that it was guessed."""
    routine, report = read(BEFORE + text)
    step = routine.movements[-1].steps[-1]
    assert step.kind is Kind.STROKE
    assert step.strokes[-1].technique == technique
    if technique == "other":
        assert "R202" in {finding.code for finding in report.findings}


def test_an_order_of_which_nothing_is_known_is_unread():
    """The reader believes that it is motion, and says that it could not read it, and where."""
    text = BEFORE + "Frobnicate it."
    routine, report = read(text)
    assert routine.movements[-1].steps[-1].kind is Kind.UNREAD
    (finding,) = [f for f in report.findings if f.code == "R201"]
    assert finding.span is not None
    assert routine.words(finding.span) == "Frobnicate it."


@pytest.mark.parametrize(
    "text", ["Google the clinic.", "Nobody rushes here.", "Whatever the weather, it helps."]
)
def test_what_is_no_motion_is_not_guessed_at(text):
    """Unknown words elsewhere, and orders about other things, stay notes."""
    routine, _ = read(BEFORE + text)
    assert routine.movements[-1].steps[-1].strokes == ()


def test_kneading_that_travels_is_still_kneading():
    """To go somewhere is no stroke of its own while a technique goes on."""
    routine, _ = read("Knead the right thigh with both hands. Go from the hip down to the knee and back up.")
    assert {str(s.technique) for s in routine.movements[0].steps[1].strokes} == {"petrissage"}
