"""Tagging: the longest phrases of a sentence, each with the part that it plays."""

import itertools
from typing import Any

from effleurage.reading._words.fuse import fused
from effleurage.reading._words.labelled import labelled
from effleurage.reading._words.lexicon import Entry, Lexicon
from effleurage.reading._words.lone import Lone, first_of
from effleurage.reading._words.mark import Mark
from effleurage.reading._words.settle import settle
from effleurage.reading._words.tokens import Token
from effleurage.reading._words.voice import Voice, voiced
from effleurage.routine import Span

_PLAIN = Voice()

_OWNERS = ("side", "mine", "det", "theirs")
"""Before "hands off" they say that hands are lifted off, and nothing is forbidden."""

_ONWARD = frozenset([",", ";", "and", "toward", "towards", "down", "up", "over", "out", "across", "to", "in"])
"""Before these, hands that go "as one" go together; before a verb the words say what it is like."""

_ONE = ("hand", "palm", "arm", "forearm", "thumb")
_SKIPS = 4
"""So many words may be skipped inside a phrase."""
_SIDED = frozenset(
    ["both", "each", "either", "left", "right", "other", "near", "far", "opposite", "one", "two", "second"]
)


def tag(words: list[Token], lexicon: Lexicon, voice: Voice = _PLAIN) -> list[Mark]:
    """The sentence's words and phrases, longest phrases first, each with its part."""
    return tagged([words], lexicon, voice)[0]


def tagged(said: list[list[Token]], lexicon: Lexicon, voice: Voice = _PLAIN) -> list[list[Mark]]:
    """The words and phrases of several sentences, which go through each step together."""
    marked = [_marked(words, lexicon) for words in said]
    for marks, unsettled in marked:
        voiced(marks, voice)
        for at in range(len(marks)) if voice.changes else unsettled:
            if marks[at].low in lexicon.slips:
                _slip(marks, at, lexicon)
            settle(marks, at, past=voice.past)
    return [fused(labelled(marks), lexicon) for marks, _ in marked]


def _marked(words: list[Token], lexicon: Lexicon) -> tuple[list[Mark], list[int]]:
    """A sentence's words and phrases as they are by themselves, and which of them may be something else."""
    marks: list[Mark] = []
    unsettled: list[int] = []
    lones = [lone for lone, _, _, _ in words]
    skipped = _skipped(lones)
    behind = 0
    for i, (lone, proper, start, end) in enumerate(words):
        if i < behind:
            continue
        if lone.sign is not None:
            if lone.sign:
                marks.append(Mark(lone.sign, None, None, lone.low, "", i, i + 1, start, end))
            continue
        longer = (
            _longest(lones, i, lexicon.tree, skipped)
            if lone.leads and _goes_on(lones, i + 1, lone.leads, skipped)
            else None
        )
        if longer is not None and "neg" in longer[1] and _owned_hands(lones, i, longer[0], marks):
            longer = None
        if longer is not None and lone.low == "as" and longer[0] == i + 2 and longer[0] < len(lones):
            # As in "As one hand rests there, the other kneads": no "as one".
            longer = None if lones[i + 1].low == "one" and lones[longer[0]].low in _ONE else longer
        acts = lone.form == "s" and bool(marks) and marks[-1].cat == "tool"
        if longer is not None and acts and _readies(longer[1]):
            # As in "the hand turns up and out": it turns, and nothing is turned up.
            longer = None
        if not lone.settled or longer is not None:
            unsettled.append(len(marks))
        if longer is not None:
            behind, cats, inner = longer
            mark = _phrase(lones, i, behind, (start, words[behind - 1][3]), cats, inner)
        elif lone.entry is not None:
            mark = Mark(*lone.played, i, i + 1, start, end, *lone.known)
        else:
            cat = _unlisted(lones, i, proper=proper)
            mark = Mark(cat, None, None, lone.low, lone.form, i, i + 1, start, end, base=lone.norm)
        marks.append(mark)
    return marks, unsettled


def _readies(cats: dict[str, Entry]) -> bool:
    """As in "turn up the heat" and "wipe down the table": the room is made ready."""
    return "verb" in cats and cats["verb"].get("act") == "ready"


def _owned_hands(words: list[Lone], i: int, j: int, marks: list[Mark]) -> bool:
    """As in "lift both hands off" and "Hands off.": hands that are lifted, and nothing is forbidden."""
    lone = words[i]
    owned = lone.plural and bool(marks) and marks[-1].cat in _OWNERS
    return owned or (j == len(words) == 2 and lone.norm == "hand")


def _unlisted(words: list[Lone], i: int, *, proper: bool) -> str:
    """The part that a word plays that no table has."""
    low = words[i].low
    if proper and _is_name(words, i):
        return "person"
    if low[0].isdigit():
        return "num"
    if low.endswith("ly") and len(low) > 4:
        return "adv"
    if low[0] == "'":
        return "state" if low != "'s" else "poss"
    return words[i].cat


def _phrase(
    words: list[Lone], i: int, j: int, span: Span, cats: dict[str, Entry], inner: tuple[str, ...]
) -> Mark:
    """The mark of several words together."""
    start, end = span
    own = words[i:j]
    last = own[-1]
    low = " ".join([lone.low for lone in own])
    if low == "as one" and (j == len(words) or words[j].low in _ONWARD):
        return Mark("filler", None, None, low, own[0].form, i, j, start, end, False, inner, {}, last.norm)
    cat = first_of(cats)
    entry = cats[cat]
    # As in "where the blade ends": that is a verb, and no more than one of them.
    ends = own[0].low == "where" and entry.get("relation") == "bottom"
    plural = last.plural and not ends
    if not (plural or ends) and not ("place" in cats and cats["place"].get("limb")):
        plural = True in [lone.plural for lone in own]
    return Mark(cat, entry.value, entry, low, own[0].form, i, j, start, end, plural, inner, cats, last.norm)


def _longest(
    words: list[Lone], i: int, tree: dict[str, Any], skipped: list[bool]
) -> tuple[int, dict[str, Entry], tuple[str, ...]] | None:
    """The longest phrase of several words at a word; articles and the like may stand between them."""
    best: tuple[int, dict[str, Entry], tuple[str, ...]] | None = None
    fronts: list[tuple[dict[str, Any], tuple[str, ...]]] = [(node, ()) for node in words[i].starts]
    j = i + 1
    while fronts and j < len(words) and j - i < 14:
        word = words[j]
        between = skipped[j]
        ends: list[tuple[dict[str, Entry], tuple[str, ...]]] = []
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
        fronts = []
        for front in ahead:
            node, inner = front
            cats = node.get("")
            if cats is not None:
                ends.append((cats, inner))
            if cats is None or len(node) > 1:
                fronts.append(front)
        if not ends or (word.norm == "shoulder" and j < len(words) and words[j].low.startswith("blade")):
            continue
        merged: dict[str, Entry] = {}
        for cats, inner in ends:
            if between and inner and inner[-1] == word.low:
                continue
            if inner and word.low == "way" and not _WHOLE.isdisjoint(inner):
                continue
            sided = not _SIDED.isdisjoint(inner)
            for cat, entry in cats.items():
                if cat == "back" and inner:
                    continue
                if cat == "verb" and not _one_verb(words[i:j], inner, tree):
                    continue
                if cat == "verb" and _rolls_along(words, i, j, tree):
                    continue
                if cat == "tool" and inner and _opens(words[i:]):
                    continue
                if _is_told_of(cat, words[i], inner) or (
                    inner and (cat == "modal" or _parts(cat, entry, inner))
                ):
                    continue
                if cat == "place" and "that" in inner and _relates(words[i:j]):
                    continue
                if sided and cat not in ("place", "tool", "part", "origin", "hands"):
                    continue
                merged.setdefault(cat, entry)
        if merged:
            best = (j, merged, ends[0][1] if len(ends) == 1 else min([inner for _, inner in ends], key=len))
    return best


def _opens(words: list[Lone]) -> bool:
    """As in "open the hand like a fan" and "open your hand up and out": it opens, and is no open hand."""
    return len(words) > _FAN and words[0].low == "open" and words[_FAN].low in _AS_FANS


_FAN = 3
_AS_FANS = frozenset({"like", "as", "up", "upward", "upwards", "out", "outward", "outwards", "into", "wide"})


def _relates(words: list[Lone]) -> bool:
    """As in "over the shoulder that heads for the armpit": what is told of a place, and no head of it."""
    return any("place" in a.cats and b.low == "that" for a, b in itertools.pairwise(words))


def _is_told_of(cat: str, first: Lone, inner: tuple[str, ...]) -> bool:
    """As in "kneading is a gentle way to begin" and "it is gentle": what it is like, and no "be gentle"."""
    return cat == "caution" and first.norm == "be" and (bool(inner) or first.low in ("is", "was", "are"))


def _parts(cat: str, entry: Entry, inner: tuple[str, ...]) -> bool:
    """As in "as that one finishes" and "so that the very last": words that only look like one phrase."""
    if cat == "filler":
        return "that" in inner
    likened = cat == "sub" and entry.value == "as_if"
    return likened and (entry.lemma == "as one" or not _ARTICLES.issuperset(inner))


_ARTICLES = frozenset({"the", "a", "an", "same"})


def _goes_on(words: list[Lone], i: int, leads: frozenset[str], skipped: list[bool]) -> bool:
    """Whether a phrase that may be led on by some words goes on here, past articles and the like."""
    for at, lone in enumerate(words[i : i + 1 + _SKIPS], i):
        if lone.low in leads or lone.norm in leads:
            return True
        if not skipped[at]:
            break
    return False


def _skipped(words: list[Lone]) -> list[bool]:
    """Which words may stand between those of a phrase: articles and the like, and whose something is.

    As in "the side of Sam's spine", "the base of Mrs Lee's neck", which are as "your partner's".
    """
    skipped = [lone.skipped for lone in words]
    for n in [n for n, lone in enumerate(words) if lone.low == "'s"]:
        k = n - 1
        while k >= 0 and (not words[k].cats or "person" in words[k].cats):
            skipped[k] = True
            k -= 1
    return skipped


def _one_verb(words: list[Lone], inner: tuple[str, ...], tree: dict[str, Any]) -> bool:
    """Whether words make one verb: not "roll the back", nor "thumbs walk", which has a subject."""
    first, last = words[0], words[-1]
    if inner and last.low == "back":
        return False
    return not (first.plural and "tool" in tree.get(first.norm, {}).get("", {}))


_WHOLE = frozenset({"whole", "entire"})
"""As in "work the whole way round": how far, and no way that is made."""


def _rolls_along(words: list[Lone], i: int, j: int, tree: dict[str, Any]) -> bool:
    """As in "roll them over the calves": fists, and nobody, for behind "over" stands a place."""
    if words[i].norm != "roll" or words[j - 1].low != "over" or j >= len(words):
        return False
    nxt = words[j]
    owned = nxt.low in _SIDED or nxt.low in ("the", "your", "their", "his", "her", "my", "each")
    return owned or "place" in tree.get(nxt.norm, {}).get("", {})


def _is_name(words: list[Lone], i: int) -> bool:
    """An unknown word with a capital inside a sentence is somebody; at its start, where somebody acts."""
    low = words[i].low
    if not low.isalpha() or len(low) < 3:
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
