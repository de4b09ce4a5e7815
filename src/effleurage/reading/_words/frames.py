"""Frames: the phrases by which a sentence sends back to what was done before."""

import functools
import re
import tomllib
from collections.abc import Iterable
from importlib import resources

from effleurage.reading._words.mark import Mark

AGAIN = frozenset({"again", "once again", "once more", "over again", "one more time", "anew", "afresh"})
_ARTICLES = frozenset({"the", "a", "an"})


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


def spoken(marks: Iterable[Mark]) -> str:
    """The words of marks in lower case, without articles, with a blank at either end."""
    text = f" {' '.join([m.low for m in marks if m.low not in _ARTICLES])} "
    if " the " in text or " a " in text or " an " in text:
        text = f" {' '.join([word for word in text.split() if word not in _ARTICLES])} "
    return text


def says(text: str, name: str) -> bool:
    """Whether spoken words hold one of a frame's phrases."""
    return _pattern(name).search(text) is not None


@functools.cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(f" (?:{'|'.join(re.escape(p) for p in sorted(phrases(name)))}) ")
