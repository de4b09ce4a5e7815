"""Wishes in words: "no neck, more shoulders", and the places that are meant."""

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any, final

from effleurage.reading._words.lexicon import lexicon
from effleurage.routine import Place, Side, Wishes, Zone

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[,;.!?]")
_LONGEST = 5


@final
@dataclass(frozen=True, kw_only=True)
class Wished:
    """Wishes, as far as they were understood.

    Attributes:
        wishes: What was understood.
        unknown: Words that were not.
    """

    wishes: Wishes
    unknown: tuple[str, ...] = ()


@functools.cache
def _rows() -> dict[str, Any]:
    text = (resources.files("effleurage.reading") / "data" / "wishes.toml").read_text("utf-8")
    return tomllib.loads(text)


@functools.cache
def _phrases() -> dict[tuple[str, ...], tuple[str, str]]:
    """What a row of words means: (kind, value)."""
    rows = _rows()
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    for kind in ("more", "avoid", "left", "right"):
        found |= {tuple(phrase.split()): (kind, kind) for phrase in rows[kind]}
    for place, phrases in rows["german"].items():
        if place != "source":
            found |= {tuple(phrase.split()): ("place", place) for phrase in phrases}
    return found


def wishes(text: str, *, first: str = "more") -> Wished:
    """The wishes that a text says.

    Args:
        text: ``no neck, more shoulders``; a place without a word before it goes with the one before.
        first: What a place means before any word says so: ``more`` or ``avoid``.
    """
    words = [word.lower().replace("’", "'").replace("don't", "dont") for word in _WORD.findall(text)]
    zones: dict[str, list[Zone]] = {"more": [], "avoid": []}
    kind, side, unknown, at = first, None, [], 0
    while at < len(words):
        count, (found, value) = _longest(words, at)
        at += count
        if found in ("more", "avoid"):
            kind = _turned(kind, found, words, at - count)
        elif found in ("left", "right"):
            side = Side(found)
        elif found == "place":
            zones[kind].append(Zone(place=Place(value), side=side))
            side = None
        elif value not in _rows()["little"] and value[0].isalnum():
            unknown.append(value)
    more, avoid = (tuple(dict.fromkeys(zones[name])) for name in ("more", "avoid"))
    return Wished(
        wishes=Wishes(more=tuple(zone for zone in more if zone not in avoid), avoid=avoid),
        unknown=tuple(unknown),
    )


def _turned(kind: str, found: str, words: list[str], at: int) -> str:
    """What a word makes of the kind: "no more shoulders" wants none."""
    before = words[at - 1] if at else ""
    return kind if found == "more" and before in ("no", "not", "nicht", "kein", "keine") else found


def _longest(words: list[str], at: int) -> tuple[int, tuple[str, str]]:
    """The longest phrase that begins here: how many words, and what it means."""
    own = _phrases()
    for count in range(min(_LONGEST, len(words) - at), 0, -1):
        phrase = tuple(words[at : at + count])
        if phrase in own:
            return count, own[phrase]
        if (place := _english(phrase)) is not None:
            return count, ("place", place)
    return 1, ("", words[at])


def _english(phrase: tuple[str, ...]) -> str | None:
    """The place of the reader's lexicon that a phrase names, or None."""
    base = lexicon().base
    for form in (phrase, tuple(base.get(word, word) for word in phrase)):
        node = lexicon().tree
        for word in (word for word in form if word not in ("the", "my", "your", "their")):
            node = node.get(word)
            if node is None:
                break
        else:
            entry = node.get("", {}).get("place")
            if entry is not None:
                return str(entry.value)
    return None
