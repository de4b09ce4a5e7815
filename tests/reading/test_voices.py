"""Voices: the giver told of as he, she or by trade, the receiver as teller, and what was done in the past."""

import pytest

from effleurage.reading import read
from effleurage.routine import Kind

from .slots import strokes

GUEST = (
    "I lay down on my front. She laid both palms on the small of my back and smoothed them up to my "
    "shoulders. Then they came down again along my ribs. Her thumbs pressed into the muscles of my neck."
)


def test_a_guest_tells_what_was_done():
    """My back is the receiver's and her palms are the giver's where the massaged one tells it."""
    routine, _ = read(GUEST)
    kinds = [step.kind for movement in routine.movements for step in movement.steps]
    assert kinds == [Kind.SETUP, Kind.STROKE, Kind.STROKE, Kind.STROKE]
    told = [(s.technique, s.tool, s.direction) for s in strokes(GUEST)]
    assert told == [
        ("hold", "palm", ()),
        ("effleurage", "palm", ("up",)),
        ("effleurage", "palm", ("down",)),
        ("compression", "thumb", ("into",)),
    ]


def test_the_same_words_told_to_the_giver():
    """Where nobody tells of their own back, "my palms" are the giver's."""
    (hold, glide) = strokes("I lay my palms on her lower back. Then I glide up to the shoulders.")
    assert (hold.tool, hold.start) == ("palm", "lower_back")
    assert (glide.end, glide.direction) == ("shoulder", ("up",))


def test_the_giver_by_trade_is_he_or_she():
    """A manual's masseur is "he" in the next sentence, and his thumbs are the tool."""
    text = (
        "The masseur stands at the left side. The masseur lays his hands on the loins. "
        "With his thumbs he describes small circles along the spine."
    )
    last = strokes(text)[-1]
    assert (last.technique, last.tool, last.direction) == ("friction", "thumb", ("circle",))


def test_one_is_a_giver_where_a_text_says_so_throughout():
    """The impersonal giver of translated texts: one lays, one strokes, one kneads."""
    text = (
        "One lays both palms on the sacrum. One strokes up to the neck. One kneads the shoulders. "
        "Finally one brushes down the whole back."
    )
    assert [s.technique for s in strokes(text)] == ["hold", "effleurage", "petrissage", "effleurage"]


def test_one_now_does_what_one_did_without_a_word_between():
    """A little word between the giver and what is done parts them no more than in "you now slide"."""
    text = (
        "One lays the forearm beside the spine. With the flat of the forearm one then slides up the back. "
        "One lifts it off. Upon the palms one now strokes down the back. One rests both hands on the sacrum."
    )
    told = [(str(s.technique), s.tool and str(s.tool)) for s in strokes(text)]
    assert told[1] == ("effleurage", "forearm")
    assert told[3] == ("effleurage", "palm")


@pytest.mark.parametrize(
    ("text", "techniques"),
    [
        (
            "Her palms are on my waist. One thumb sinks in and waits, then lets go.",
            ["compression", "release"],
        ),
        (
            "A forearm is laid on the back, rolled up to the neck and lifted off.",
            ["hold", "petrissage", "release"],
        ),
        ("Both hands then squeeze, roll and release the shoulders.", ["petrissage", "release"]),
        ("Then the thumbs start. They press beside the spine.", ["compression"]),
        ("Place both palms on the hips. Up they go to the shoulders.", ["hold", "effleurage"]),
    ],
)
def test_later_verbs_have_the_first_one_s_subject(text, techniques):
    """Subjects and passives reach on to the verbs behind them; pronouns mean the hands at work."""
    assert [s.technique for s in strokes(text)][-len(techniques) :] == techniques
