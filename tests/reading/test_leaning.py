"""What kind of sentence its words make likely."""

import numpy as np
import pytest

from effleurage.reading import read
from effleurage.reading._kinds.leaning import KINDS, features, leaning
from effleurage.routine import Kind


def test_the_odds_are_those_of_a_distribution():
    """Whatever the words, the probabilities of the kinds sum to one."""
    for sentence in ("", "?!", "Knead the calf.", "Frobnicate the wug, grandmother used to say."):
        assert np.isclose(np.exp(leaning(sentence, 0.5).logs).sum(), 1)


def test_parts_of_words_are_seen_but_not_of_short_ones():
    """A word that the model has not met is known by its parts."""
    names = {name for name, _ in features("Go kneading", None)}
    assert {"w go", "w knead", "p go knead", "l <knea", "l ding>"} <= names
    assert not any("go>" in name for name in names if name.startswith("l "))
    assert not any(name.startswith("tenth") for name in names)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (Kind.NOTE, "My aunt swore by this after every harvest, and she lived to be ninety."),
        (Kind.PREPARATION, "Spread a clean sheet over the sofa and dim the lamps."),
        (Kind.LIMIT, "Never press on the kneecap or on anything bruised."),
        (Kind.REPEAT, "Do all of that again for the other leg."),
        (Kind.STROKE, "Glide both palms from the ankle to the knee."),
    ],
)
def test_the_kind_of_a_plain_sentence_is_likely(kind, sentence):
    """Sentences of no article, in words that many articles share."""
    lean = leaning(sentence, 0.5)
    assert max(KINDS, key=lean.of) is kind
    assert lean.settled(kind, firm=False) is kind


@pytest.mark.parametrize("sentence", ["Knead the calf.", "It feels lovely.", "Never press there."])
def test_how_often_is_for_the_grammar_to_say(sentence):
    """A plain motion never becomes a repeat by its words, nor a plain repeat a motion."""
    lean = leaning(sentence, None)
    assert lean.settled(Kind.STROKE, firm=True) is not Kind.REPEAT
    assert lean.settled(Kind.REPEAT, firm=True) is not Kind.STROKE


def test_an_unknown_order_is_not_taken_for_talk():
    """Even where its words would be likelier in talk."""
    lean = leaning("Zwoop it.", None)
    assert max(KINDS, key=lean.of) is Kind.NOTE
    assert lean.settled(Kind.UNREAD, firm=True) is Kind.UNREAD


def test_a_verb_that_nobody_knows_is_read_by_its_frame():
    """A sentence that moves hands, by all its other words, is a stroke."""
    routine, _ = read(
        "Slide both palms up the back. Then zwoop the palms from the hips to the shoulders again."
    )
    step = routine.movements[0].steps[1]
    assert step.kind in (Kind.STROKE, Kind.REPEAT)
    assert step.strokes
