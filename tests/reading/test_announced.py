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
        "The next thing you do is brush the hips.",
        "What comes next is sweeping up the spine.",
        "Your next job is to stroke the flanks.",
        "Now it is time to sweep up the spine.",
        "All that remains is to brush the shoulders.",
        "When the skin is warm, try some fanning.",
        "Now that the oil is spread, move on to the fan.",
        "Then sweep the stress out of the back.",
        "Now stroke the worries away.",
        "Begin with a slow fan to soothe the nerves.",
        "The next movement is a wide one, and your palms trace a ring as they go.",
        "The second stroke is the longest, in which both hands glide along the back.",
        "Use a long sweep to ease the lower back.",
        "Next, sweep your way up the spine.",
        "Fan your way round the shoulder blade.",
        "Third, stroke your way along the spine.",
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
        "The next thing to do is sweep up the spine with both palms." + BEHIND,
        "The next thing to do is glide back down to the hips." + BEHIND,
        "Do the same for the neck." + BEHIND,
        "Sweep the stress out with your palms." + BEHIND,
        "Sweep the stress out of the shoulders." + BEHIND,
        "Begin with your palms to soothe the nerves: glide up the back." + BEHIND,
        "Stroke your way up to the neck." + BEHIND,
        "Sweep your way up the spine with both palms." + BEHIND,
    ],
)
def test_what_is_told_to_be_done_is_done(text):
    """A command, a tool, a stroke behind it or another paragraph: it is no mere name."""
    assert _opening(text) in (Kind.STROKE, Kind.REPEAT)


@pytest.mark.parametrize(
    "text",
    ["Treat the hip in much the same way.", "Do the same for the hip.", "Much the same is done on the hip."],
)
def test_what_is_likened_is_told_where_hands_are_laid_there(text):
    """Not what was done is done there again, but what the sentences behind it tell."""
    assert _opening(text + " Lay one hand on the hip. Sweep it up and out.") is Kind.NOTE


NAMED = "1. Moving on to the hips, with a fan that loosens them."
LAID = "\n2. Lay one hand on the hip.\n3. Fan it out."


@pytest.mark.parametrize(("more", "announces"), [(" It is lovely.", True), ("", False)])
def test_the_first_item_of_a_list_may_announce_what_the_list_tells(more, announces):
    """Where there is more in it than the name."""
    assert (read(NAMED + more + LAID)[0].movements[0].steps[0].kind is Kind.NOTE) is announces


FORWARD = "1. Stand at the hip.\n2. Lay your forearm beside the spine.\n3. Glide up to the shoulder."


@pytest.mark.parametrize(
    "order",
    [
        "Follow that up with some forearm gliding.",
        "Now give a long forearm glide.",
        "Then do the forearm stroke.",
        "Carry on with the forearm slide.",
        "Follow the kneading with a forearm glide.",
        "Finish with a forearm stroke.",
        "Now we glide over the hips.",
    ],
)
@pytest.mark.parametrize("gap", ["\n\n", " "])
def test_a_command_that_only_names_a_stroke_announces_it(order, gap):
    """In a paragraph of its own before a list, or at the head of one."""
    below = FORWARD if gap == "\n\n" else "Lay your forearm beside the spine. Glide up to the shoulder."
    assert _opening(order + gap + below) is Kind.NOTE


@pytest.mark.parametrize("order", ["Then do three long strokes.", "Now give a slow sweep up the back."])
def test_a_command_that_says_how_often_or_which_way_is_done(order):
    """It tells more than a name."""
    assert _opening(order + " Lay your forearm beside the spine. Glide up.") is Kind.STROKE


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
