"""A word by itself: what it may be when no phrase goes on behind it."""

from dataclasses import dataclass
from typing import Any, final

from effleurage.reading._words.lexicon import SKIPPED, Entry, Lexicon
from effleurage.reading._words.settle import PRIORITY, is_settled

_RANK = {cat: rank for rank, cat in enumerate(PRIORITY)}
_CLOSERS = {
    ",": "comma",
    ";": "semi",
    ":": "colon",
    "–": "dash",
    "—": "dash",
    "-": "dash",
    "(": "open",
    ")": "close",
}


@final
@dataclass(frozen=True, slots=True, eq=False)
class Lone:
    """A word by itself, found out once and shared by all the places where it stands.

    Attributes:
        low: The word in lower case.
        norm: Its base form.
        form: Its form as a verb: "base", "s", "ing" or "ed".
        plural: It may be a plural noun.
        sign: The part that it plays as a sign, "" if none, or None where it is a word.
        cats: What it may be.
        cat: What it is at first.
        entry: Its row of the lexicon as that, or None.
        played: The fields of its mark before those of where it stands, as what it is at first.
        known: The fields of its mark behind them.
        starts: Where the phrases stand that begin with it, as written and in its base form.
        leads: What may be the next word of one of these.
        skipped: It may stand between the words of a phrase.
        settled: Nothing around it makes it something else.
    """

    low: str
    norm: str
    form: str
    plural: bool
    sign: str | None
    cats: dict[str, Entry]
    cat: str
    entry: Entry | None
    played: tuple[str, Any, Entry | None, str, str]
    known: tuple[bool, tuple[str, ...], dict[str, Entry], str]
    starts: tuple[dict[str, Any], ...]
    leads: frozenset[str]
    skipped: bool
    settled: bool


def lone_of(low: str, norm: str, form: str, lexicon: Lexicon, *, plural: bool) -> Lone:
    """What a word is by itself, in the form that it has: "rested" is no noun."""
    nodes = [lexicon.tree[word] for word in dict.fromkeys((low, norm)) if word in lexicon.tree]
    cats: dict[str, Entry] = {}
    for node in reversed(nodes):
        cats |= node.get("", {})
    if form in ("ed", "ing") and "" not in lexicon.tree.get(low, {}):
        cats = {cat: entry for cat, entry in cats.items() if cat in ("verb", "topic")}
    cat = first_of(cats)
    entry = cats.get(cat)
    starts = tuple([node for node in nodes if node.keys() - {""}])
    leads = frozenset().union(*starts) - {""}
    worded = low not in _CLOSERS and (low[0].isalnum() or low[0] in "'&×½¼¾")
    return Lone(
        low=low,
        norm=norm,
        form=form,
        plural=plural,
        sign=None if worded else _CLOSERS.get(low, ""),
        cats=cats,
        cat=cat,
        entry=entry,
        played=(cat, None if entry is None else entry.value, entry, low, form),
        known=(plural, (), cats, norm),
        starts=starts,
        leads=leads,
        skipped=low in SKIPPED,
        settled=bool(cats) and low not in lexicon.slips and is_settled(low, cat, cats),
    )


def first_of(cats: dict[str, Entry]) -> str:
    """What is looked at first of all that a word may be."""
    return min(cats, key=_RANK.__getitem__, default="word")
