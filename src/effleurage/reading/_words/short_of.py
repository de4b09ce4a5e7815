"""Short of: hands stop just before the place that they go nearly to, well away from one, or at their aim."""

from effleurage.reading._words.lexicon import Lexicon
from effleurage.reading._words.mark import Mark

_NEARLY = frozenset({"nearly", "almost", "not quite"})
_AIMS = frozenset({"target", "goal", "aim", "destination"})
NEARLY = _NEARLY | _AIMS
"""Words of which one is said where a way ends nearly at a place, or at its aim."""
_BETWEEN = ("filler", "adv", "dir")
_BEFORE = {"up": "below", "down": "above"}


def short_of(marks: list[Mark], lexicon: Lexicon) -> None:
    """As in "slide up nearly to the base of the neck": to just below it; going down, to just above.

    Args:
        marks: A tagged sentence; the word that tells on which side of the place they stop is put in.
        lexicon: The words.
    """
    _aimed_at(marks, lexicon)
    for n in range(len(marks) - 2, -1, -1):
        if marks[n].low not in _NEARLY:
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


WELL_AWAY = frozenset({"well away from", "well clear of"})
_ARRIVING = frozenset({"until", "till", "so", "so that", "such that"})
_BEING = frozenset({"is", "are", "'s", "'re", "be"})
_COMING = frozenset({"go", "move", "come", "travel", "end", "end up", "finish", "arrive", "stop", "get"})


def ends_away(marks: list[Mark], lexicon: Lexicon) -> None:
    """As in "until it has moved well away from the spine": which way it goes, and nothing to be kept off.

    Args:
        marks: A tagged sentence; the words that forbid become those of a way.
        lexicon: The words.
    """
    for n in range(len(marks) - 2, 0, -1):
        well, verb = marks[n], marks[n - 1]
        spine = n + 2 if marks[n + 1].cat == "det" else n + 1
        if well.low not in WELL_AWAY or spine >= len(marks) or marks[spine].value != "spine":
            continue
        arrives = verb.low in _BEING and any(m.low in _ARRIVING for m in marks[:n])
        if arrives or verb.base in _COMING:
            well.become(lexicon.tree["outward"][""]["dir"])
            well.low = well.base = "outward"
            well.j, well.end = marks[spine].j, marks[spine].end
            del marks[n + 1 : spine + 1]


def _aimed_at(marks: list[Mark], lexicon: Lexicon) -> None:
    """As in "out over the shoulder, with the armpit as your target": where the way ends."""
    for n, mark in enumerate(marks[4:], 4):
        if mark.low not in _AIMS or marks[n - 2].low != "as" or marks[n - 3].cat != "place":
            continue
        lead = next((k for k in (n - 4, n - 5) if k >= 0 and marks[k].low == "with"), None)
        if lead is not None:
            marks[lead].become(lexicon.tree["to"][""]["prep"])
            marks[lead].low = marks[lead].base = "to"
            for other in marks[n - 2 : n + 1]:
                other.mute()
