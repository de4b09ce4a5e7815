"""Suggestions: the known word that an unknown one is near, or a sentence that would be read."""

import dataclasses
import difflib
import itertools
import re
from functools import cache, lru_cache

from effleurage.reading._phrasing.clause import ways_to_say
from effleurage.reading._words.lexicon import lexicon
from effleurage.routine import Direction, Stroke, Technique

_WORD = re.compile(r"[A-Za-z]{4,}")
_NEAR = 0.75
_WAYS = frozenset({Direction.UP, Direction.DOWN, Direction.OUT, Direction.IN, Direction.ACROSS})


def did_you_mean(words: str) -> str | None:
    """A hint that names the known verb nearest to the first unknown word, or None.

    Args:
        words: A sentence or clause of the article whose verb was not understood.
    """
    for word in _WORD.findall(words):
        meant = _meant(word.lower())
        if meant is not None:
            return f'Did you mean "{meant}" by "{word}"?'
    return None


@lru_cache(maxsize=4096)
def _meant(low: str) -> str | None:
    """The known verb that an unknown word is nearest to, or None."""
    if low in lexicon().words:
        return None
    like = [v for v in _verbs().get(low[:1], ()) if abs(len(v) - len(low)) < 4]
    near = difflib.get_close_matches(low, like, n=5, cutoff=_NEAR)
    return max(near, key=lambda other: _likeness(low, other)) if near else None


def slipped(words: str) -> str | None:
    """The clause's first word, where it is unknown and near a known verb; else None."""
    first = _WORD.match(words)
    return first[0] if first and did_you_mean(first[0]) else None


@cache
def _verbs() -> dict[str, tuple[str, ...]]:
    """Every form of every verb that hands can do, by its first letter."""
    table = lexicon()
    plain = {
        word
        for word, node in table.tree.items()
        if "verb" in (kinds := node.get("", {})) and kinds["verb"].value
    }
    every = sorted(plain | {form for form, base in table.base.items() if base in plain})
    return {letter: tuple(group) for letter, group in itertools.groupby(every, key=lambda word: word[:1])}


def _likeness(word: str, other: str) -> float:
    """Shared letters in order, less a little for each letter too many or too few."""
    return difflib.SequenceMatcher(None, word, other).ratio() - 0.03 * abs(len(word) - len(other))


def reworded(stroke: Stroke) -> str:
    """A hint with a sentence that names a technique and all else that is known of a stroke."""
    travels = stroke.end is not None or bool(_WAYS & set(stroke.direction))
    usual = Technique.EFFLEURAGE if travels else Technique.PETRISSAGE
    said = next(ways_to_say(dataclasses.replace(stroke, technique=usual, verb=""), placing=False))
    return f'This would be read: "{said[0].upper()}{said[1:]}."'
