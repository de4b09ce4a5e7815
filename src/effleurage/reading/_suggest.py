"""Suggestions: the known word that an unknown one is near, or a sentence that would be read."""

import dataclasses
import difflib
import re
from functools import cache

from effleurage.reading._lexicon import lexicon
from effleurage.reading._rewrite_clause import ways_to_say
from effleurage.routine import Direction, Stroke, Technique

_WORD = re.compile(r"[A-Za-z]{4,}")
_NEAR = 0.75
_WAYS = frozenset({Direction.UP, Direction.DOWN, Direction.OUT, Direction.IN, Direction.ACROSS})


def did_you_mean(words: str) -> str | None:
    """A hint that names the known verb nearest to the first unknown word, or None.

    Args:
        words: A sentence or clause of the article whose verb was not understood.
    """
    known = lexicon().words
    for word in _WORD.findall(words):
        low = word.lower()
        if low not in known:
            like = [v for v in _verbs() if v[:1] == low[:1] and abs(len(v) - len(low)) < 4]
            near = difflib.get_close_matches(low, like, n=5, cutoff=_NEAR)
            if near:
                return f'Did you mean "{max(near, key=lambda other: _likeness(low, other))}" by "{word}"?'
    return None


def slipped(words: str) -> str | None:
    """The clause's first word, where it is unknown and near a known verb; else None."""
    first = _WORD.match(words)
    return first[0] if first and did_you_mean(first[0]) else None


@cache
def _verbs() -> tuple[str, ...]:
    """Every form of every verb that hands can do."""
    table = lexicon()
    plain = {
        word
        for word, node in table.tree.items()
        if "verb" in (kinds := node.get("", {})) and kinds["verb"].value
    }
    return tuple(sorted(plain | {form for form, base in table.base.items() if base in plain}))


def _likeness(word: str, other: str) -> float:
    """Shared letters in order, less a little for each letter too many or too few."""
    return difflib.SequenceMatcher(None, word, other).ratio() - 0.03 * abs(len(word) - len(other))


def reworded(stroke: Stroke) -> str:
    """A hint with a sentence that names a technique and all else that is known of a stroke."""
    travels = stroke.end is not None or bool(_WAYS & set(stroke.direction))
    usual = Technique.EFFLEURAGE if travels else Technique.PETRISSAGE
    said = next(ways_to_say(dataclasses.replace(stroke, technique=usual, verb=""), placing=False))
    return f'This would be read: "{said[0].upper()}{said[1:]}."'
