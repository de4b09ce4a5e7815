"""Forms: pages that tell each movement in fields, and what the labels say of the words behind them."""

import pytest

from effleurage.reading import read
from effleurage.routine import Hands, Kind, Technique, Tool
from reading.slots import last_step, steps, strokes

CARDS = """\
Six minutes for a tired back

Title: The warm-up
Giver: sitting on the left
Hands: both on the lower back
Work: Glide up the sides of the spine to the shoulders

Title: The kneading
Giver: as before
Hands: one on the shoulder
Work: Knead the shoulder with that hand. Stay gentle.

Title: Goodbye
Giver: the same
Hands: both on the sacrum
Work: Glide up to the neck
"""


def test_each_field_is_a_sentence_and_the_first_one_a_heading():
    """No field ends in a full stop, and none goes on in the line below it."""
    routine, _ = read(CARDS)
    assert [m.title for m in routine.movements] == ["The warm-up", "The kneading", "Goodbye"]
    assert [len(m.steps) for m in routine.movements] == [3, 4, 3]
    assert routine.words(routine.movements[0].steps[1].span) == "Hands: both on the lower back"
    assert [s.technique for s in routine.movements[2].steps[-1].strokes] == [Technique.EFFLEURAGE]


def test_fields_in_bold_are_fields():
    """As in "**Hands:** both …", a line each."""
    told = CARDS
    for label in ("Title", "Giver", "Hands", "Work"):
        told = told.replace(f"{label}:", f"**{label}:**")
    routine, _ = read(told)
    assert [len(m.steps) for m in routine.movements] == [3, 4, 3]


def test_two_who_talk_in_turn_fill_in_no_form():
    """What they say is no field, however often each of them speaks."""
    talk = "Ann: Glide up the back\nBen: Like this\n\n" * 4
    routine, _ = read("A lesson\n\n" + talk)
    assert not any(m.title for m in routine.movements)


@pytest.mark.parametrize(
    ("text", "hands", "tool"),
    [
        ("Hands: one on the sacrum, fingers spread.", Hands.ONE, Tool.PALM),
        ("Hands: both on the lower back.", Hands.BOTH, Tool.PALM),
        ("Thumbs: both on the shoulders.", Hands.BOTH, Tool.THUMB),
    ],
)
def test_a_label_names_the_hands(text, hands, tool):
    """What is counted behind it is what it names."""
    stroke = last_step(text).strokes[0]
    assert (stroke.technique, stroke.hands, stroke.tool) == (Technique.HOLD, hands, tool)


def test_one_hand_rests_and_the_other_works():
    """Both are told behind one label."""
    told = strokes("Hands: one on the back of the head, the other at the base of the neck. Knead it.")
    assert [(s.technique, s.hands) for s in told[:2]] == [(Technique.HOLD, Hands.ONE)] * 2


@pytest.mark.parametrize("text", ["Partner: as before.", "You: as before.", "Receiver: same as before."])
def test_who_lies_as_before_does_nothing_again(text):
    """How somebody lies or sits is no stroke that is repeated."""
    told = steps("Glide both palms up the back. " + text)[-1]
    assert (told.kind, told.strokes) == (Kind.NOTE, ())


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Once, then twice more.", 2),
        ("Once, then two repeats.", 2),
        ("How often: once, then three further times.", 3),
        ("Once, and then once again.", 1),
    ],
)
def test_once_is_what_has_been_told(text, more):
    """The one time has been performed already; what comes on top is counted."""
    told = strokes("Slide one forearm up beside the spine. " + text)
    assert [s.repeats for s in told] == [1, more]
