"""The lexicon: words as data, made into one table that finds the longest phrase at a word."""

import functools
import re
import tomllib
from dataclasses import dataclass, field
from importlib import resources
from typing import Any, final

SKIPPED = frozenset(
    [
        "the",
        "a",
        "an",
        "your",
        "my",
        "our",
        "their",
        "her",
        "his",
        "its",
        "this",
        "that",
        "these",
        "those",
        "both",
        "each",
        "either",
        "left",
        "right",
        "other",
        "near",
        "far",
        "'s",
        "partner",
        "client",
        "receiver",
        "person",
        "one",
        "two",
        "same",
        "first",
        "whole",
        "second",
        "opposite",
        "baby",
        "entire",
        "own",
    ]
)
"""Words that may stand between the words of a phrase ("the base of your partner's neck")."""

_HANDED = (
    "hand",
    "palm",
    "thumb",
    "fist",
    "forearm",
    "finger",
    "fingertip",
    "knuckle",
    "elbow",
    "heel",
    "arm",
)
"""What stands for `{hand}` in a phrase of the tables ("one {hand} following other")."""
_DOUBLES = re.compile(r"(?:[^aeiou]|qu)*[aeiou][^aeiouwxy]")
"""One syllable with a short vowel, whose last letter doubles: tap, tapped, tapping."""

_NOUNS = frozenset(
    {"place", "tool", "part", "tissue", "motion", "unit", "times", "person", "distance", "moment", "topic"}
)


@final
@dataclass(frozen=True)
class Entry:
    """What a word or phrase may be.

    Attributes:
        cat: The part it plays: place, tool, verb, dir, …
        value: The place, tool, technique, direction … that it stands for, or None.
        lemma: The words themselves.
        data: Everything else that its row says.
    """

    cat: str
    value: Any
    lemma: str
    data: dict[str, Any] = field(hash=False, compare=False)

    def get(self, key: str, default: Any = None) -> Any:
        """What the row says about `key`."""
        return self.data.get(key, default)


@final
@dataclass(frozen=True, eq=False)
class Lexicon:
    """All that the reader knows about words; each is itself only, so that what it says can be kept.

    Attributes:
        tree: Phrases as nested tables by word; the key "" holds what the phrase may be.
        base: Inflected word to its base.
        form: Inflected word to its verb form: "s", "ing" or "ed".
        typos: Common misspellings, to what was meant.
        slips: Words written for others, where only the other fits ("form the hips up").
        words: Every word of every phrase.
    """

    tree: dict[str, Any]
    base: dict[str, str]
    form: dict[str, str]
    typos: dict[str, str]
    slips: dict[str, str]
    words: frozenset[str]


def plural(word: str) -> str:
    """The regular plural, which is the verb's third person as well."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


_CHOICE = re.compile(r"\{([^{}]*)\}")


def spelled(phrase: str) -> list[str]:
    """All that a phrase of the tables may stand for.

    `{hand}` stands for every part of the hand and arm, the same throughout the phrase; `{a|b|c}` for
    any of these.
    """
    if "{" not in phrase:
        return [phrase]
    if "{hand}" in phrase:
        return [one for part in _HANDED for one in spelled(phrase.replace("{hand}", part))]
    choice = _CHOICE.search(phrase)
    if choice is None:
        return [phrase]
    before, behind = phrase[: choice.start()], phrase[choice.end() :]
    return [one for word in choice[1].split("|") for one in spelled(f"{before}{word}{behind}")]


def _inflected(verb: str) -> dict[str, str]:
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    past = stem + "ed"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        past = verb[:-1] + "ied"
    if _DOUBLES.fullmatch(verb):
        stem, past = verb + verb[-1], verb + verb[-1] + "ed"
    return {plural(verb): "s", stem + "ing": "ing", past: "ed"}


def _rows(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("effleurage.reading") / "data" / name).read_text("utf-8"))


@functools.cache
def lexicon() -> Lexicon:
    """The reader's own lexicon, from the tables beside this module."""
    tree: dict[str, Any] = {}
    base: dict[str, str] = {}
    form: dict[str, str] = {}
    verbs = _rows("verbs.toml")
    words = _rows("words.toml")
    entries: list[tuple[str, Entry]] = []
    for row in _rows("places.toml")["row"]:
        names = [w for text in row["words"] for w in spelled(text)]
        entries += [(w, Entry("place", row["place"], w, row)) for w in names]
        entries += [
            (f"{both} {w}", Entry("place", row["place"], w, row))
            for w in names
            if w.startswith("side of ")
            for both in (
                "each",
                "either",
                "both",
                "two",
                "on each",
                "on either",
                "on both",
                "left",
                "right",
                "near",
                "far",
                "one",
                "other",
            )
        ]
    for row in _rows("tools.toml")["row"]:
        entries += [(w, Entry("tool", row["tool"], w, row)) for text in row["words"] for w in spelled(text)]
    for row in verbs["row"]:
        entries += [
            (w, Entry("verb", row.get("technique"), w, row)) for text in row["words"] for w in spelled(text)
        ]
    for row in words["row"]:
        entries += [
            (w, Entry(row["cat"], row.get("value"), w, row)) for text in row["words"] for w in spelled(text)
        ]
    for row in _rows("topics.toml")["row"]:
        entries += [(w, Entry("topic", row["topic"], w, row)) for text in row["words"] for w in spelled(text)]
    parted = [(phrase.split(), entry) for phrase, entry in entries]
    own = {word for parts, _ in parted for word in parts}
    alone = {phrase for phrase, _ in entries if " " not in phrase}
    for word in dict.fromkeys([w for parts, entry in parted if entry.cat in _NOUNS for w in parts]):
        if len(word) > 2 and plural(word) not in alone:
            base.setdefault(plural(word), word)
    for verb in dict.fromkeys([parts[0] for parts, entry in parted if entry.cat == "verb"]):
        for other, which in _inflected(verb).items() if len(verb) > 2 else ():
            if other not in verbs["forms"].get(verb, ()):
                form.setdefault(other, which)
                base.setdefault(other, verb)
    for verb, others in verbs["forms"].items():
        for other in others:
            which = (
                "ing" if other.endswith("ing") else "s" if other in ("has", "does", "is", "goes") else "ed"
            )
            form[other] = which
            base[other] = verb
    for parts, entry in parted:
        node = tree
        for word in parts:
            node = node.setdefault(word, {})
        node.setdefault("", {}).setdefault(entry.cat, entry)
    slips = _rows("typos.toml")
    return Lexicon(
        tree=tree,
        base=base,
        form=form,
        typos=slips["typos"],
        slips=slips["slips"],
        words=frozenset(own) | frozenset(base),
    )
