"""Frames: the phrases by which a sentence sends back to what was done before."""

import functools
import re
import tomllib
from importlib import resources

from effleurage.reading._words.mark import Spoken

AGAIN = frozenset({"again", "once again", "once more", "over again", "one more time", "anew", "afresh"})
WHOLE_WAY = (
    *("all the way", "all the way up", "right the way up", "the whole way", "whole way", "entire way"),
    *("whole distance", "entire distance", "full distance"),
)
"""How far a stroke goes, and no way that is made."""


@functools.cache
def _table() -> dict[str, dict[str, tuple[str, ...]]]:
    rows = (resources.files("effleurage.reading") / "data" / "repeats.toml").read_text("utf-8")
    return {
        group: {name: tuple(words) for name, words in table.items() if isinstance(words, list)}
        for group, table in tomllib.loads(rows).items()
    }


@functools.cache
def phrases(name: str) -> frozenset[str]:
    """The phrases of one frame."""
    return frozenset(_table()["phrases"][name])


@functools.cache
def verbs(name: str) -> frozenset[str]:
    """The base forms of one frame's verbs."""
    return frozenset(_table()["verbs"][name])


def says(said: Spoken, name: str) -> bool:
    """Whether spoken words hold one of a frame's phrases."""
    words, pattern = _frame(name)
    return not words.isdisjoint(said.words) and pattern.search(said.text) is not None


def telling(name: str) -> frozenset[str]:
    """Words of which one is said wherever one of a frame's phrases is."""
    return _frame(name)[0]


@functools.cache
def _frame(name: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """A frame's telling words, and the pattern of all its phrases.

    The longest word of a phrase is seldom said by chance, and without it the phrase is not said: most
    sentences have none of a frame's, and need not be searched.
    """
    known = sorted(phrases(name))
    words = frozenset([max(phrase.split(), key=len) for phrase in known])
    return words, re.compile(f" (?:{'|'.join(map(re.escape, known))}) ")
