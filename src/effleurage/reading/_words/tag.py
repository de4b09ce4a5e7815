"""Tagging: the longest phrases of a sentence, each with the part that it plays."""

from typing import Any

from effleurage.reading._words.fuse import fused
from effleurage.reading._words.lexicon import SKIPPED, Entry, Lexicon
from effleurage.reading._words.lone import first_of
from effleurage.reading._words.mark import Mark
from effleurage.reading._words.settle import settle
from effleurage.reading._words.tokens import Token
from effleurage.reading._words.voice import Voice, voiced

_PLAIN = Voice()

_OWNERS = ("side", "mine", "det", "theirs")
"""Before "hands off" they say that hands are lifted off, and nothing is forbidden."""

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

_SKIPS = 4
"""So many words may be skipped inside a phrase."""
_SIDED = frozenset(
    ["both", "each", "either", "left", "right", "other", "near", "far", "opposite", "one", "two"]
)


def tag(words: list[Token], lexicon: Lexicon, voice: Voice = _PLAIN) -> list[Mark]:
    """The sentence's words and phrases, longest phrases first, each with its part."""
    marks: list[Mark] = []
    i = 0
    while i < len(words):
        word = words[i]
        if word.low in _CLOSERS:
            marks.append(Mark(_CLOSERS[word.low], None, None, word.low, "", i, i + 1, word.start, word.end))
            i += 1
            continue
        if not (word.low[0].isalnum() or word.low[0] in "'&×½¼¾"):
            i += 1
            continue
        lone = word.lone
        leads = lone.leads and _goes_on(words, i, lone.leads)
        longer = _longest(words, i, lone.starts, lexicon.tree) if leads else None
        if longer is not None and "neg" in longer[1] and word.plural and marks and marks[-1].cat in _OWNERS:
            longer = None
        if longer is not None and "neg" in longer[1] and longer[0] == len(words) == 2 and word.norm == "hand":
            longer = None
        mark = _single(words, i) if longer is None else _phrase(words, i, *longer)
        marks.append(mark)
        i = mark.j
    voiced(marks, voice)
    for at, mark in enumerate(marks):
        if mark.low in lexicon.slips:
            _slip(marks, at, lexicon)
        settle(marks, at, past=voice.past)
    return fused(marks, lexicon)


def _single(words: list[Token], i: int) -> Mark:
    """The mark of a word that begins no phrase here."""
    word = words[i]
    lone = word.lone
    value = None if lone.entry is None else lone.entry.value
    mark = Mark(lone.cat, value, lone.entry, word.low, word.form, i, i + 1, word.start, word.end)
    mark.base = word.norm
    if lone.cats:
        mark.cats, mark.plural = lone.cats, word.plural
    elif word.proper and _is_name(words, i):
        mark.cat = "person"
    elif word.low[0].isdigit():
        mark.cat = "num"
    elif word.low.endswith("ly") and len(word.low) > 4:
        mark.cat = "adv"
    elif word.low[0] == "'":
        mark.cat = "state" if word.low != "'s" else "poss"
    return mark


def _phrase(words: list[Token], i: int, j: int, cats: dict[str, Entry], inner: tuple[str, ...]) -> Mark:
    """The mark of several words together."""
    own, last = words[i:j], words[j - 1]
    low = " ".join([word.low for word in own])
    mark = Mark("word", None, None, low, own[0].form, i, j, own[0].start, last.end, inner=inner, cats=cats)
    mark.base = last.norm
    mark.take(first_of(cats))
    limb = "place" in cats and cats["place"].get("limb")
    mark.plural = last.plural or (not limb and any(word.plural for word in own))
    return mark


def _longest(
    words: list[Token], i: int, starts: tuple[dict[str, Any], ...], tree: dict[str, Any]
) -> tuple[int, dict[str, Entry], tuple[str, ...]] | None:
    """The longest phrase of several words at a word; articles and the like may stand between them."""
    best: tuple[int, dict[str, Entry], tuple[str, ...]] | None = None
    fronts: list[tuple[dict[str, Any], tuple[str, ...]]] = [(node, ()) for node in starts]
    j = i + 1
    while fronts and j < len(words) and j - i < 14:
        word = words[j]
        between = word.low in SKIPPED
        ahead: list[tuple[dict[str, Any], tuple[str, ...]]] = []
        for node, inner in fronts:
            hit = node.get(word.low)
            if hit is not None:
                ahead.append((hit, inner))
            if word.norm != word.low and (stem := node.get(word.norm)) is not None:
                ahead.append((stem, inner))
            if between and len(inner) < _SKIPS:
                ahead.append((node, (*inner, word.low)))
        if not ahead:
            break
        j += 1
        fronts = [front for front in ahead if len(front[0]) > 1 or "" not in front[0]]
        if word.norm == "shoulder" and j < len(words) and words[j].low.startswith("blade"):
            continue
        ends = [(n[""], inner) for n, inner in ahead if "" in n]
        merged: dict[str, Entry] = {}
        for cats, inner in ends:
            if between and inner and inner[-1] == word.low:
                continue
            sided = not _SIDED.isdisjoint(inner)
            for cat, entry in cats.items():
                if cat == "back" and inner:
                    continue
                if cat == "verb" and not _one_verb(words[i:j], inner, tree):
                    continue
                if cat == "verb" and _rolls_along(words, i, j, tree):
                    continue
                if inner and cat == "modal":
                    continue
                if sided and cat not in ("place", "tool", "part", "origin", "hands"):
                    continue
                merged.setdefault(cat, entry)
        if merged:
            best = (j, merged, min([inner for _, inner in ends], key=len))
    return best


def _goes_on(words: list[Token], i: int, leads: frozenset[str]) -> bool:
    """Whether a phrase that begins at a word goes on behind it, past articles and the like."""
    for word in words[i + 1 : i + 2 + _SKIPS]:
        if word.low in leads or word.norm in leads:
            return True
        if word.low not in SKIPPED:
            return False
    return False


def _one_verb(words: list[Token], inner: tuple[str, ...], tree: dict[str, Any]) -> bool:
    """Whether words make one verb: not "roll the back", nor "thumbs walk", which has a subject."""
    if inner and words[-1].low == "back":
        return False
    return not (words[0].plural and "tool" in tree.get(words[0].norm, {}).get("", {}))


def _rolls_along(words: list[Token], i: int, j: int, tree: dict[str, Any]) -> bool:
    """As in "roll them over the calves": fists, and nobody, for behind "over" stands a place."""
    if words[i].norm != "roll" or words[j - 1].low != "over" or j >= len(words):
        return False
    nxt = words[j]
    owned = nxt.low in _SIDED or nxt.low in ("the", "your", "their", "his", "her", "my", "each")
    return owned or "place" in tree.get(nxt.norm, {}).get("", {})


def _is_name(words: list[Token], i: int) -> bool:
    """An unknown word with a capital inside a sentence is somebody; at its start, where somebody acts."""
    if not words[i].low.isalpha() or len(words[i].low) < 3:
        return False
    if i and words[i - 1].low not in ("so", "and", "then", "but", ":", '"', "“", "."):
        return words[i - 1].low not in ("the", "a", "an", "in", "of", "from", "to", "at")
    after = words[i + 1] if i + 1 < len(words) else None
    return after is not None and after.low in _IS


_IS = ("'s", "is", "was", "has", "lies", "sits", "sat", "lay", "will", "can", "should", "who")


def _slip(marks: list[Mark], at: int, lexicon: Lexicon) -> None:
    """A word written for another, mended where only the other fits."""
    mark = marks[at]
    meant = lexicon.slips.get(mark.low)
    if meant is None or at + 1 >= len(marks):
        return
    cats: dict[str, Entry] = lexicon.tree.get(meant, {}).get("", {})
    opens = at == 0 or marks[at - 1].cat in ("conj", "comma", "semi", "dash", "colon")
    noun_next = marks[at + 1].cat in ("det", "mine", "theirs", "place", "tool")
    if ("verb" in cats and opens and noun_next) or ("prep" in cats and not opens and noun_next):
        mark.cats, mark.low, mark.form = cats, meant, "base"
        mark.take("verb" if "verb" in cats else "prep")
