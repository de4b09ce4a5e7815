"""Hands that lie still: what is said of them, and what else the same words would mean."""

import pytest

from effleurage.routine import Hands, Kind, Place, Side, Technique, Tool

from .slots import last_step

LAID = "Lay both palms on the waist. "
HOLD, PRESS, RELEASE = Technique.HOLD, Technique.COMPRESSION, Technique.RELEASE


@pytest.mark.parametrize(
    ("sentence", "techniques"),
    [
        ("Three long breaths.", [HOLD]),
        ("They remain for three breaths.", [HOLD]),
        ("Keep still for three breaths.", [HOLD]),
        ("Linger.", [HOLD]),
        ("Stay a moment before you move.", [HOLD]),
        ("Then let them land.", [HOLD]),
        ("Then slip your hands out.", [RELEASE]),
        ("Slide your hands out from underneath.", [RELEASE]),
        ("Then slowly out.", [RELEASE]),
        ("Lift both at the same moment.", [RELEASE]),
        ("As he breathes in, lighten them.", [RELEASE]),
        ("Float your hands off.", [RELEASE]),
        ("Lean your weight in gently, hold, and come up again.", [PRESS, RELEASE]),
        ("Give them your weight for a moment, then take it back.", [PRESS, RELEASE]),
        ("Lean your weight forward through straight arms, count to five, lean back.", [PRESS, RELEASE]),
        ("As he breathes out, let your hands grow heavy on the waist.", [PRESS]),
        ("With each out-breath let the heels of your hands sink into the waist.", [PRESS]),
        ("Press for a breath, then lift.", [PRESS, RELEASE]),
    ],
)
def test_hands_that_lie_somewhere(sentence, techniques):
    """They stay, grow heavy, come up, slip out."""
    assert [s.technique for s in last_step(LAID + sentence).strokes] == techniques


@pytest.mark.parametrize(
    ("sentence", "tool", "hands", "place", "side"),
    [
        ("Right palm on left shoulder.", Tool.PALM, Hands.RIGHT, Place.SHOULDER, Side.LEFT),
        ("Both my palms just come and lie on the ribs.", Tool.PALM, Hands.BOTH, Place.FLANK, Side.BOTH),
        (
            "Elbow on the right buttock, forearm pointing up.",
            Tool.ELBOW,
            Hands.ONE,
            Place.BUTTOCK,
            Side.RIGHT,
        ),
        ("Hands on shoulders, fingers toward the front.", Tool.PALM, Hands.BOTH, Place.SHOULDER, Side.BOTH),
        ("Lower your elbow into the buttock.", Tool.ELBOW, Hands.ONE, Place.BUTTOCK, Side.ONE),
        ("Fold your hands over the shoulder.", Tool.PALM, Hands.BOTH, Place.SHOULDER, Side.ONE),
        ("Place the thumbs, tip to tip, on the neck.", Tool.THUMB, Hands.BOTH, Place.NECK, None),
    ],
)
def test_hands_are_put_somewhere(sentence, tool, hands, place, side):
    """With what, which hand, where, and on which side."""
    strokes = last_step(sentence).strokes
    assert [(s.technique, s.tool, s.hands, s.start, s.side) for s in strokes] == [
        (HOLD, tool, hands, place, side)
    ]


def test_a_body_that_leans_away_pulls_the_limb_that_is_held():
    """As in "hold the heel and lean back": a stretch, where hands that pressed would let go."""
    step = last_step("Take hold of both heels and lean back.")
    assert [(s.technique, s.over) for s in step.strokes][-1] == (Technique.STRETCH, (Place.LEG,))


def test_a_command_to_glide_is_no_position():
    """As in "run the edge of your hand down the groove": its words alone would place the hand."""
    step = last_step("Run the edge of your hand down the groove on the left of the spine.")
    assert step.kind is Kind.STROKE
    assert [s.technique for s in step.strokes] == [Technique.EFFLEURAGE]


def test_flesh_that_is_lifted_is_not_let_go():
    """Behind squeezing, "lift it" picks up; behind pressing it is the hand that is lifted."""
    step = last_step("Press the calf with your thumbs. Squeeze the calf and lift it off the bone.")
    assert Technique.RELEASE not in {s.technique for s in step.strokes}


def test_the_edge_of_his_hand_is_the_givers_when_he_sets_it_down():
    """As in "he sets down the edge of his hand": what is set down is no place."""
    text = "He sets down the edge of his hand in the groove beside the spine, waits and sinks in."
    assert {s.tool for s in last_step(text).strokes} == {Tool.EDGE}


@pytest.mark.parametrize(
    ("sentence", "techniques"),
    [
        ("Let them stay until the brow goes smooth.", [HOLD]),
        ("Hold it there for twenty seconds, then take the weight off.", [HOLD, RELEASE]),
        ("When she inhales, let them float up.", [RELEASE]),
    ],
)
def test_hands_that_stay_and_rise(sentence, techniques):
    """Hands that are let stay hold; hands that float up, and weight that is taken off, let go."""
    assert [s.technique for s in last_step(LAID + sentence).strokes] == techniques


def test_a_second_palm_on_top_is_no_side():
    """As in "palm on the sacrum, other palm on top": both hands, and nobody's other side."""
    strokes = last_step("Palm on the sacrum, other palm on top.").strokes
    assert [(s.hands, s.start, s.side) for s in strokes] == [(Hands.BOTH, Place.SACRUM, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "One hand has a soft rest on the back of the head.",
        "One hand takes its place on the back of the head.",
        "One of your hands has its home on the back of the head.",
        "One hand finds its spot on the head.",
    ],
)
def test_a_hand_has_its_place(sentence):
    """It lies there."""
    [hold] = last_step(sentence).strokes
    assert (hold.technique, hold.hands, hold.start) == (HOLD, Hands.ONE, Place.HEAD)


def test_a_hand_that_has_a_rest_lies_nowhere():
    """No place is told."""
    assert last_step("Your left hand has a rest.").strokes == ()
