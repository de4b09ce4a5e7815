"""A word by itself: what it may be when no phrase goes on behind it."""

from dataclasses import dataclass
from typing import Any, final

from effleurage.reading._words.lexicon import Entry, Lexicon
from effleurage.reading._words.settle import PRIORITY

_RANK = {cat: rank for rank, cat in enumerate(PRIORITY)}


@final
@dataclass(frozen=True, slots=True)
class Lone:
    """A word by itself.

    Attributes:
        cats: What it may be.
        cat: What it is at first.
        entry: Its row of the lexicon as that, or None.
        starts: Where the phrases stand that begin with it, as written and in its base form.
        leads: What may be the next word of one of these.
    """

    cats: dict[str, Entry]
    cat: str
    entry: Entry | None
    starts: tuple[dict[str, Any], ...]
    leads: frozenset[str]


def lone_of(low: str, norm: str, form: str, lexicon: Lexicon) -> Lone:
    """What a word is by itself, in the form that it has: "rested" is no noun."""
    nodes = [lexicon.tree[word] for word in dict.fromkeys((low, norm)) if word in lexicon.tree]
    cats: dict[str, Entry] = {}
    for node in reversed(nodes):
        cats |= node.get("", {})
    if form in ("ed", "ing") and "" not in lexicon.tree.get(low, {}):
        cats = {cat: entry for cat, entry in cats.items() if cat in ("verb", "topic")}
    cat = first_of(cats)
    starts = tuple([node for node in nodes if node.keys() - {""}])
    return Lone(cats, cat, cats.get(cat), starts, frozenset().union(*starts) - {""})


def first_of(cats: dict[str, Entry]) -> str:
    """What is looked at first of all that a word may be."""
    return min(cats, key=_RANK.__getitem__, default="word")
