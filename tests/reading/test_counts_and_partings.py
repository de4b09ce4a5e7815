"""Bare counts, verbs that are a way themselves, hands that part, likenesses behind an object."""

import pytest

from effleurage.reading import read
from effleurage.routine import Kind
from reading.slots import parts


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Do ten.", 10),
        ("Say eight.", 8),
        ("A dozen or so.", 12),
        ("Six will do.", 6),
        ("Eight is plenty.", 8),
    ],
)
def test_a_bare_number_says_how_often(line: str, count: int) -> None:
    """With or without a verb."""
    step = read(f"Slide both palms up the back. {line}")[0].movements[0].steps[-1]
    assert step.kind is Kind.REPEAT
    assert [s.repeats for s in step.strokes] == [count]


@pytest.mark.parametrize(
    "line", ["Count to ten.", "Six minutes are enough.", "Yes, five.", "Two of you can do it."]
)
def test_other_numbers_repeat_nothing(line: str) -> None:
    """They count breaths or people, or answer."""
    step = read(f"Rest both palms on the back. {line}")[0].movements[0].steps[-1]
    assert step.kind is not Kind.REPEAT


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Make small circles on the temples with your fingertips, about ten.", 10),
        ("Slide your knuckles down the thigh, five furrows in all.", 5),
        ("Knead the hip like dough, three times.", 3),
    ],
)
def test_a_count_behind_its_motion(text: str, count: int) -> None:
    """It belongs to the motion, whatever stands between."""
    assert parts(text, "repeats") == [(count,)]


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Both palms lie on the hips. They mount along the spine.", ["up"]),
        ("Both palms rest on the neck. Now they descend to the waist along the ribs.", ["down"]),
        ("Both palms lie on the neck. There they separate and pass over the shoulders.", ["out"]),
        ("Both palms lie on the waist. They open out over the hips.", ["out"]),
        ("Both palms lie on the neck. Let them part and circle the shoulders.", ["out", "around"]),
        (
            "Both palms lie on the neck. Let your hands divide and travel round the shoulders.",
            ["out", "around"],
        ),
        ("Stroke down the ribs with both palms.", ["down"]),
    ],
)
def test_the_way_is_said_by_the_verb(text: str, ways: list[str]) -> None:
    """It is as good as a word of the way."""
    assert parts(text, "technique", "direction")[-1] == ("effleurage", ways)


def test_it_like_bread_is_a_likeness() -> None:
    """What compares has no subject: the tool behind it is the kneading's."""
    text = "Take the flesh of the hip and knead it like bread between fingers and thumbs."
    assert parts(text, "tool") == [("grip",)]
