"""Outlines: lines without a verb, and what one line names for the next."""

import pytest

from effleurage.routine import Direction, Hands, Kind, Place, Side, Technique, Tool

from .slots import last_step


def test_a_line_that_only_names_sets_what_comes_next():
    """As in "Heel of hand. Left buttock. Press.": with what, where, on which side."""
    text = "Heel of hand. Left buttock. Press, hold 5 s, off."
    strokes = last_step(text).strokes
    assert [s.technique for s in strokes] == [Technique.COMPRESSION, Technique.RELEASE]
    assert (strokes[0].tool, strokes[0].over, strokes[0].side) == (Tool.HEEL, (Place.BUTTOCK,), Side.LEFT)
    copies = last_step(text + " Repeat right.").strokes
    assert [s.side for s in copies] == [Side.RIGHT, Side.RIGHT]


@pytest.mark.parametrize(
    ("line", "repeats"),
    [("Six.", 6), ("30 sec each.", None), ("Thumbs, same route.", 1)],
)
def test_a_short_line_repeats(line, repeats):
    """A number alone, a time for each, another tool on the same way."""
    step = last_step("Long strokes, both palms, from sacrum to nape. " + line)
    assert step.kind is Kind.REPEAT
    assert [s.repeats for s in step.strokes] == [repeats]


@pytest.mark.parametrize(
    ("line", "technique", "over"),
    [
        ("Fists up either side of the spine.", Technique.EFFLEURAGE, (Place.SPINE_SIDES,)),
        ("Firm pressure with the knuckles, hip crest.", Technique.COMPRESSION, (Place.HIP,)),
        ("Neck: squeeze with one hand, down from the hairline.", Technique.PETRISSAGE, (Place.NECK,)),
        ("Pétrissage of the thighs with both hands.", Technique.PETRISSAGE, (Place.LEG,)),
    ],
)
def test_what_a_line_without_a_context_does(line, technique, over):
    """A tool that has a way glides, pressure presses, a label says what is worked on."""
    assert [(s.technique, s.over) for s in last_step(line).strokes] == [(technique, over)]


def test_two_hands_without_a_preposition_are_laid():
    """As in "one hand sacrum, one hand neck": two places, two holds."""
    strokes = last_step("Finish: one hand sacrum, one hand neck.").strokes
    assert [(s.technique, s.hands, s.start) for s in strokes] == [
        (Technique.HOLD, Hands.ONE, Place.SACRUM),
        (Technique.HOLD, Hands.ONE, Place.NECK),
    ]


def test_sides_and_widths_in_short():
    """As in "per side", "then near" and "a width apart", which is no way."""
    assert last_step("Skin rolling, waist to armpit, 20 s per side.").strokes[0].side is Side.BOTH
    sides = [s.side for s in last_step("Wringing: waist to armpit, far side, then near.").strokes]
    assert sides == [Side.OTHER, Side.ONE]
    circles = last_step("Both thumbs, small circles, waist to neck, a thumb's width apart.").strokes[0]
    assert Direction.OUT not in circles.direction


@pytest.mark.parametrize(
    "sentence",
    ["Put one foot ahead of the other and bend the knee.", "Your hands should mould to the back."],
)
def test_no_hands_at_work(sentence):
    """A giver's foot, and hands that only fit."""
    assert not last_step("Glide up the back with both palms. " + sentence).strokes


@pytest.mark.parametrize(
    ("line", "technique", "hands", "side"),
    [
        ("Flank, far: pull with both hands, hip up to armpit.", Technique.EFFLEURAGE, Hands.BOTH, Side.OTHER),
        ("Calves: squeeze & lift, one hand each.", Technique.PETRISSAGE, Hands.ONE, Side.BOTH),
        ("Both forearms, from mid-back, one up, one down.", Technique.EFFLEURAGE, Hands.BOTH, None),
        ("Glides, heel of hand, knee to hip, R & L.", Technique.EFFLEURAGE, Hands.ONE, Side.BOTH),
    ],
)
def test_labels_and_letters(line, technique, hands, side):
    """A label's side is the stroke's; with what something is lifted lets nothing go."""
    assert [(s.technique, s.hands, s.side) for s in last_step(line).strokes] == [(technique, hands, side)]


def test_who_waits_with_hands_that_lie_somewhere_holds():
    """As in "wait for the sigh"."""
    strokes = last_step("Hands on lower back. Lean. Wait for the sigh.").strokes
    assert [s.technique for s in strokes] == [Technique.HOLD]


def test_a_long_way_behind_a_tool_that_was_named():
    """As in "Forearm. Right flank, hip to armpit.": it glides with what the line before named."""
    strokes = last_step("Forearm. Right flank, hip to armpit.").strokes
    assert [(s.technique, s.tool, s.side) for s in strokes] == [
        (Technique.EFFLEURAGE, Tool.FOREARM, Side.RIGHT)
    ]
