"""Suggestions: the known word that an unknown one is near, or a sentence that would be read."""

import dataclasses
import difflib
import re

from effleurage.reading._lexicon import lexicon
from effleurage.reading._rewrite_clause import ways_to_say
from effleurage.routine import Direction, Stroke, Technique

_WORD = re.compile(r"[A-Za-z]{4,}")
_NEAR = 0.75
_WAYS = frozenset({Direction.UP, Direction.DOWN, Direction.OUT, Direction.IN, Direction.ACROSS})


def did_you_mean(words: str) -> str | None:
    """A hint that names the known word nearest to the first unknown one, or None.

    Args:
        words: A sentence or clause of the article.
    """
    known = lexicon().words
    for word in _WORD.findall(words):
        low = word.lower()
        if low in known:
            continue
        near = difflib.get_close_matches(low, known, n=5, cutoff=_NEAR)
        if near:
            best = min(near, key=lambda other: abs(len(other) - len(low)))
            return f'Did you mean "{best}" by "{word}"?'
    return None


def reworded(stroke: Stroke) -> str:
    """A hint with a sentence that names a technique and all else that is known of a stroke."""
    travels = stroke.end is not None or bool(_WAYS & set(stroke.direction))
    usual = Technique.EFFLEURAGE if travels else Technique.PETRISSAGE
    said = next(ways_to_say(dataclasses.replace(stroke, technique=usual, verb=""), placing=False))
    return f'This would be read: "{said[0].upper()}{said[1:]}."'
