"""Sentences that open a paragraph with the name of the stroke that it tells."""

import pytest

from effleurage.reading import read
from effleurage.routine import Kind

BEFORE = "Lay both palms on the loins. Glide up to the neck and back.\n\n"
BEHIND = " Lay one hand at the base of the spine, fingers spread. Sweep it up and out."


def _opening(text: str) -> Kind:
    """The kind of the sentence behind the first paragraph."""
    steps = [step for movement in read(BEFORE + text)[0].movements for step in movement.steps]
    return steps[2].kind


@pytest.mark.parametrize(
    "text",
    [
        "Now you'll stroke up the spine, soothing the nerves beside it and easing tension.",
        "I would like to go on with some fanning up the back, which relieves stress.",
        "Moving on to the hips, with a fan that loosens them.",
        "We end at the hips with a slow sweep that calms everybody.",
        "Next try brushing the hips, which are a sensitive place.",
        "The same thing can be brought to the hips.",
        "Move on to the loin fans.",
        "Follow that with a sweeping movement.",
        "Follow this up with a long stroke of the forearm.",
        "Follow on with the arm glide.",
        "Lastly, come to the hips.",
        "End with a gentle brushing of the hips.",
        "Begin with the hip roll, a stroke that warms the skin and helps to relax the legs.",
        "Follow it with the hips.",
        "Carry on with the hips.",
    ],
)
def test_what_is_only_named_is_not_done_yet(text):
    """Hands are laid down for it next, and what is done is told then."""
    assert _opening(text + BEHIND) is Kind.NOTE


@pytest.mark.parametrize(
    "text",
    [
        "Brush up the spine, which soothes the nerves." + BEHIND,
        "Now you'll stroke up the spine with your palms, soothing the nerves." + BEHIND,
        "Moving on to the hips, with a fan that loosens them. Knead the shoulders.",
        "Moving on to the hips, with a fan that loosens them.\n\n" + BEHIND,
        "Repeat on the other side." + BEHIND,
        "Follow it with the other hand." + BEHIND,
        "Follow with light strokes from the neck to the hips." + BEHIND,
        "Finish with three slow strokes up the back." + BEHIND,
    ],
)
def test_what_is_told_to_be_done_is_done(text):
    """A command, a tool, a stroke behind it or another paragraph: it is no mere name."""
    assert _opening(text) in (Kind.STROKE, Kind.REPEAT)


NAMED = "1. Moving on to the hips, with a fan that loosens them."
LAID = "\n2. Lay one hand on the hip.\n3. Fan it out."


@pytest.mark.parametrize(("more", "announces"), [(" It is lovely.", True), ("", False)])
def test_the_first_item_of_a_list_may_announce_what_the_list_tells(more, announces):
    """Where there is more in it than the name."""
    assert (read(NAMED + more + LAID)[0].movements[0].steps[0].kind is Kind.NOTE) is announces


def test_a_line_alone_announces_what_the_list_below_it_tells():
    """Also where the list's first item only tells where the giver is."""
    text = (
        BEFORE
        + "Follow this with a forearm sweep.\n\n1. Kneel beside them.\n2. Lay your forearm on the hips."
    )
    steps = [step for movement in read(text + "\n3. Slide it up.")[0].movements for step in movement.steps]
    assert [step.kind for step in steps[2:]] == [Kind.NOTE, Kind.SETUP, Kind.SETUP, Kind.STROKE]


def test_what_is_turned_to_next_is_not_beside_it():
    """Hands come to a place, and nobody is placed next to it."""
    text = BEFORE + "Turn next to the hips." + BEHIND
    steps = [step for movement in read(text)[0].movements for step in movement.steps]
    assert not steps[2].strokes
