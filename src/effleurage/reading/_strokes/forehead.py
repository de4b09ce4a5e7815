"""Forehead: whether the receiver's forehead lies on the receiver's own hands, however that is told."""

from collections.abc import Sequence

from effleurage.reading._words.mark import Mark

BROWS = frozenset({"forehead", "brow"})
_HANDS = frozenset({"hand", "hands", "fist", "fists", "knuckles", "arms", "forearms"})
_UPON = frozenset({"on", "upon", "onto", "over", "against", "across", "by"})
_UNDER = frozenset({"under", "beneath", "underneath", "below"})
_OF_OTHERS = ("person", "theirs", "poss")


def forehead_on_hands(marks: Sequence[Mark]) -> bool:
    """As in "the client's forehead is supported on both hands", "have her put her hands under the forehead".

    Args:
        marks: The words of a sentence or a clause.
    """
    brow = _first(marks, BROWS)
    hands = _first(marks, _HANDS)
    if brow is None or hands is None:
        return False
    first, last = sorted((brow, hands))
    between = marks[first + 1 : last]
    linked = any(_words(m) & (_UPON if brow < hands else _UNDER) for m in between)
    others = any(m.cat in _OF_OTHERS or "own" in _words(m) for m in marks[:last])
    givers = any(m.cat == "mine" for m in marks[max(0, hands - 2) : hands]) and not _is_owned(marks, hands)
    return linked and others and not givers


def _first(marks: Sequence[Mark], words: frozenset[str]) -> int | None:
    return next((n for n, m in enumerate(marks) if not words.isdisjoint(_words(m))), None)


def _words(mark: Mark) -> set[str]:
    return set(mark.low.split())


def _is_owned(marks: Sequence[Mark], at: int) -> bool:
    """As in "your partner's hands": another's."""
    return any(m.cat == "poss" for m in marks[max(0, at - 3) : at])
