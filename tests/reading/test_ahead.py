"""What sentences are by themselves, found out for many at once."""

import dataclasses

from effleurage.reading._ahead import AT_ONCE, read_ahead
from effleurage.reading._kinds.leaning import leaning, leanings
from effleurage.reading._words.lexicon import lexicon
from effleurage.reading._words.voice import Voice

_SENTENCES = (
    "Glide both palms up the back.",
    "?!",
    "Never press on the spine.",
    "Then the other side, twice.",
)


def _told(sentences):
    text = " ".join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append((at, at + len(sentence)))
        at += len(sentence) + 1
    return list(read_ahead(text, spans, lexicon(), Voice()))


def _words(told):
    """A sentence's words and clauses, without where they stand."""
    moved = {"start": 0, "end": 0}
    marks = [dataclasses.replace(mark, **moved) for mark in told.marks]
    return [str(mark) for mark in marks], [[m.low for m in part.marks] for part in told.parts]


def test_each_sentence_is_what_it_is_alone():
    """Also where there are more of them than are read at once."""
    many = _told(_SENTENCES * (AT_ONCE // 2))
    alone = [_told([sentence])[0] for sentence in _SENTENCES]
    assert len(many) > AT_ONCE
    for n, told in enumerate(many):
        assert _words(told) == _words(alone[n % len(alone)])


def test_weighing_many_sentences_weighs_each():
    """To the bit: no sentence's odds depend on its neighbours."""
    placed = [(sentence, n / 9) for n, sentence in enumerate((*_SENTENCES, ""))]
    assert leanings(placed) == [leaning(sentence, place) for sentence, place in placed]
