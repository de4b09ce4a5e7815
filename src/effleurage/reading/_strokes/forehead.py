"""Forehead: whether the receiver's forehead lies on the receiver's own hands, however that is told."""

from collections.abc import Sequence

from effleurage.reading._slots.written import Clause
from effleurage.reading._words.mark import Mark

BROWS = frozenset({"forehead", "brow"})
_HANDS = frozenset({"hand", "hands", "fist", "fists", "knuckles", "arms", "forearms"})
_UPON = frozenset({"on", "upon", "onto", "over", "against", "across", "by"})
_UNDER = frozenset({"under", "beneath", "underneath", "below"})
_PROPS = frozenset({"cushion", "pillow", "headrest", "prop", "support"})
_HOLDING = _PROPS | {"supporting", "cushioning", "propping", "rest"}
_OF_OTHERS = ("person", "theirs", "poss")


def forehead_on_hands(clause: Clause) -> bool:
    """As in "the client's forehead is supported on both hands", "have her put her hands under it"."""
    words = clause.spoken.words
    return not (words.isdisjoint(BROWS) or words.isdisjoint(_HANDS)) and props_forehead(clause.marks)


def props_forehead(marks: Sequence[Mark]) -> bool:
    """Whether words that may be those of two clauses tell it."""
    said = [frozenset(mark.low.split()) for mark in marks]
    brow = _first(said, BROWS)
    hands = _first(said, _HANDS)
    if brow is None or hands is None:
        return False
    first, last = sorted((brow, hands))
    linked = any(words & (_UPON if brow < hands else _UNDER) for words in said[first + 1 : last])
    propped = any(words & (_PROPS if n < hands else _HOLDING) for n, words in enumerate(said[:last]))
    if not linked and hands < brow and propped:
        # As in "face down, using the hands as a support for the forehead": whose they are is told before.
        linked, last = True, first
    others = any(m.cat in _OF_OTHERS or "own" in words for m, words in zip(marks[:last], said, strict=False))
    givers = any(m.cat == "mine" for m in marks[max(0, hands - 2) : hands]) and not _is_owned(marks, hands)
    return linked and others and not givers


def _first(said: list[frozenset[str]], words: frozenset[str]) -> int | None:
    return next((n for n, own in enumerate(said) if not words.isdisjoint(own)), None)


def _is_owned(marks: Sequence[Mark], at: int) -> bool:
    """As in "your partner's hands": another's."""
    return any(m.cat == "poss" for m in marks[max(0, at - 3) : at])
