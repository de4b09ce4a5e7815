"""Laid: hands and forearms that are laid somewhere, in words that would be taken for another doing."""

import itertools

from effleurage.reading._words.fuse_hands import BORDERS
from effleurage.reading._words.lexicon import Lexicon
from effleurage.reading._words.mark import Mark

_HELD = frozenset(
    [
        *("det", "mine", "side", "tool", "adv", "filler", "theirs", "hands", "tempo", "press"),
        *("dir", "num", "dash", "prep", "unit", "gradual", "comma"),
    ]
)
"""What may stand between "leave" and the hand that is left somewhere."""
_SPREADING = frozenset({"spread", "splay", "open", "fan"})
_LYING = frozenset({"lying", "resting", "sitting"})
_LEAVING = ("leave", "keep", "have")
_OTHER = frozenset({"other", "other one", "second", "second one"})
_BEGINNING = ("begin", "start")


def laid(marks: list[Mark], lows: set[str], lexicon: Lexicon) -> None:
    """Find hands that are laid somewhere.

    Args:
        marks: A tagged sentence that names a tool; its marks may be changed.
        lows: Its words.
        lexicon: The words, for what is meant.
    """
    if marks[0].low == "with":
        _spread_first(marks, lexicon)
    if "line" in lows:
        _lined_up(marks, lexicon)
    if "first place" in lows:
        _first_placed(marks, lexicon)
    if not lows.isdisjoint(_LYING):
        _left_lying(marks)
    if "along" in lows and "forearm" in lows:
        _lies_along(marks, lexicon)


def _mean(mark: Mark, word: str, cat: str, lexicon: Lexicon) -> None:
    """Let a mark be meant as another word."""
    mark.cats, mark.base = lexicon.tree[word][""], word
    mark.take(cat)


def _spread_first(marks: list[Mark], lexicon: Lexicon) -> None:
    """As in "With the fingers of one hand spread out, set it there": how the hand is that is set there."""
    comma = next((n for n, m in enumerate(marks[:8]) if m.cat == "comma"), None)
    if comma is None or comma + 2 >= len(marks):
        return
    said, put, it = marks[1:comma], marks[comma + 1], marks[comma + 2]
    fingers = any(m.cat == "tool" and m.low.startswith("finger") for m in said)
    spread = [m for m in said if m.base in _SPREADING and m.cat in ("verb", "word")]
    placed = put.cat == "verb" and put.cats["verb"].get("act") == "put" and it.low in ("it", "that", "the")
    if not (fingers and spread and placed) or any(m.cat == "place" for m in said):
        return
    for mark in marks[: comma + 1]:
        mark.mute()
    if it.low == "it":
        it.low = "hand"
        _mean(it, "hand", "tool", lexicon)
    spread[0].cat, spread[0].value = "fingers", "splayed"


def _lined_up(marks: list[Mark], lexicon: Lexicon) -> None:
    """As in "Line your forearm up beside the spine": it is laid there, and goes nowhere."""
    told = [m for m in marks if m.cat not in ("det", "mine", "side", "filler")]
    if len(told) < 4 or told[0].low != "line" or told[1].cat != "tool" or told[2].low != "up":
        return
    told[0].form = "base"
    _mean(told[0], "lay", "verb", lexicon)
    told[2].mute()


def _first_placed(marks: list[Mark], lexicon: Lexicon) -> None:
    """As in "to begin, first place both hands there": they are placed, and in no first place."""
    for n, (mark, behind) in enumerate(itertools.pairwise(marks)):
        opens = mark.low == "first place" and (not n or marks[n - 1].cat in (*BORDERS, "conj", "filler"))
        if opens and behind.cat in ("det", "mine", "side", "num", "tool"):
            mark.form = "base"
            _mean(mark, "place", "verb", lexicon)


def _left_lying(marks: list[Mark]) -> None:
    """As in "leave one hand lying there", "keep the other resting", "with both lying there": one deed."""
    for n, lies in enumerate(marks):
        named = n > 1 and ("tool" in marks[n - 1].cats or marks[n - 1].low in _OTHER)
        if lies.low not in _LYING or not named:
            continue
        verb = next((m for m in reversed(marks[: n - 1]) if m.cat not in _HELD), None)
        left = verb is not None and verb.cat == "verb" and verb.base in _LEAVING
        if left or (verb is not None and verb.base in _BEGINNING and "with" in [m.low for m in marks[:n]]):
            lies.mute()


def _lies_along(marks: list[Mark], lexicon: Lexicon) -> None:
    """As in "Forearm along the spine; elbow above the buttock": it lies beside it, and nothing moves."""
    told = [m for m in marks if m.cat not in ("det", "mine", "filler")]
    if len(told) < 3 or (told[0].low, told[1].low) != ("forearm", "along") or told[2].value != "spine":
        return
    if len(told) == 3 or told[3].cat in BORDERS:
        told[1].mute()
        told[2].cats = lexicon.tree["alongside"]["spine"][""]
        told[2].take("place")
