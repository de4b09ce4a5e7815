"""Counts, sides and paces that are told apart from the verb."""

import pytest

from effleurage.routine import Kind, Side, Technique

from .slots import last_step

CALF = "Rub the left calf with both hands. "


@pytest.mark.parametrize(
    ("sentence", "repeats", "side"),
    [
        ("Five for each leg.", 5, Side.BOTH),
        ("Three rubs for either leg.", 3, Side.BOTH),
        ("Twenty rubs or so.", 20, Side.LEFT),
        ("Once on each side.", 1, Side.BOTH),
        ("One rub is enough.", 1, Side.LEFT),
        ("Six clockwise.", 6, Side.LEFT),
        ("Then the same on the right, twice as slowly.", 1, Side.RIGHT),
        ("A minute or two.", None, Side.LEFT),
    ],
)
def test_how_often_and_on_which_side(sentence, repeats, side):
    """The last step is done so often, there; "twice as slowly" is no count."""
    step = last_step(CALF + sentence)
    assert step.kind is Kind.REPEAT
    assert [(s.repeats, s.side) for s in step.strokes] == [(repeats, side)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Slide both palms up the left calf, once for every breath.",
        "Push along the left calf with a soft fist.",
    ],
)
def test_a_glide_with_nothing_counted(sentence):
    """As in "once for every breath", and a push that goes along."""
    assert [(s.technique, s.side) for s in last_step(sentence).strokes] == [(Technique.EFFLEURAGE, Side.LEFT)]
