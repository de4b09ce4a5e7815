"""Short of: hands that go nearly to a place stop just before they come to it."""

from effleurage.reading._words.lexicon import Lexicon
from effleurage.reading._words.mark import Mark

NEARLY = frozenset({"nearly", "almost", "not quite"})
_BETWEEN = ("filler", "adv", "dir")
_BEFORE = {"up": "below", "down": "above"}


def short_of(marks: list[Mark], lexicon: Lexicon) -> None:
    """As in "slide up nearly to the base of the neck": to just below it; going down, to just above.

    Args:
        marks: A tagged sentence; the word that tells on which side of the place they stop is put in.
        lexicon: The words.
    """
    for n in range(len(marks) - 2, -1, -1):
        if marks[n].low not in NEARLY:
            continue
        to = next((k for k in range(n + 1, len(marks)) if marks[k].cat not in _BETWEEN), len(marks))
        where = next((m for m in marks[to + 1 :] if m.cat not in ("det", "theirs", "mine")), None)
        if to == len(marks) or marks[to].value != "to" or where is None or where.cat != "place":
            continue
        ways = [m.value for m in marks[:to] if m.cat == "dir" and m.value in _BEFORE]
        if not ways:
            continue
        side, at = _BEFORE[str(ways[-1])], marks[to]
        entry = lexicon.tree[side][""]["prep"]
        marks.insert(to + 1, Mark("prep", side, entry, side, "base", at.j, at.j, at.end, at.end))
        marks[to + 1].cats, marks[to + 1].base = {"prep": entry}, side
