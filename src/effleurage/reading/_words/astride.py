"""Astride: "up to the neck, with the spine between them", a way of saying that one hand is on each side."""

from effleurage.reading._words.lexicon import Lexicon
from effleurage.reading._words.mark import Mark

_TWO = frozenset({"them", "your hands", "hands", "your palms", "palms", "two", "two hands", "both"})
_LYING = frozenset({"run", "lie", "be", "stay", "keep", "remain", "pass", "rest"})
_LED = ("det", "mine", "filler", "adv", "side", "num")


def astride(marks: list[Mark], lexicon: Lexicon) -> None:
    """Give hands that have the spine between them its two sides.

    Args:
        marks: A tagged sentence; its marks may be changed.
        lexicon: The words, for what the sides of the spine are.
    """
    for n, spine in enumerate(marks):
        if spine.low != "spine":
            continue
        first = n - 1 - (n > 1 and marks[n - 1].cat == "det")
        at = n + 1 + (n + 1 < len(marks) and marks[n + 1].base in _LYING)
        if first < 0 or marks[first].low not in ("with", "keeping") or at + 1 >= len(marks):
            continue
        last = at + 1
        while last + 1 < len(marks) and marks[last].cat in _LED and marks[last].low not in _TWO:
            last += 1
        if marks[at].low != "between" or marks[last].low not in _TWO:
            continue
        entry = lexicon.tree["on"]["either"]["side"]["of"]["spine"][""]["place"]
        for other in (*marks[first:n], *marks[n + 1 : last + 1]):
            other.mute()
        spine.low = "on either side of the spine"
        spine.become(entry)
        return
