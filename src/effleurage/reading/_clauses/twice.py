"""Twice: "first the left, then the right", what is done on one side and then on the other."""

import dataclasses

from effleurage.reading._slots.written import Clause
from effleurage.reading._words.mark import Mark

_OPPOSITE = {"left": "right", "right": "left", "one": "other", "other": "one"}
_COUNTING = ("num", "unit", "times", "moment", "det", "prep", "filler", "side", "part", "freq", "conj")


def is_second_turn(marks: list[Mark], before: list[Mark]) -> bool:
    """As in "ten circles on the left, ten on the right": a count on the other side, and no more."""
    if marks[0].cat not in ("num", "moment") or any(m.cat not in _COUNTING for m in marks):
        return False
    second = next((m.value for m in marks if m.cat == "side"), None)
    return second in _OPPOSITE and any(m.cat == "side" and m.value == _OPPOSITE[second] for m in before)


def told_again(clause: Clause, found: list[tuple[Clause, str | None]]) -> bool:
    """Whether a clause without a verb only names the other side of what was just told."""
    if clause.head is not None or not found or clause.technique or clause.directions:
        return False
    if clause.sub == "when" or clause.neg is not None or clause.has("same side"):
        # As in "after each one", "not the other side", "on the same side": no further side.
        return False
    if clause.tool and clause.tool_role != "with":
        return False
    if not clause.places and is_other_hand(clause, found[-1][0]):
        return False
    if not clause.places:
        return clause.side_stated
    last = found[-1][0]
    sides = {p.side for p in clause.places}
    named = len(sides) == 1 and clause.link == "strong" and not last.places and last.side_stated
    return named and _OPPOSITE.get(last.side or "") in sides


def is_other_hand(clause: Clause, last: Clause) -> bool:
    """As in "scoop it up with one hand, then the other": behind a hand the other one is a hand too."""
    words = [m.low for m in clause.marks if m.cat not in ("det", "filler", "conj", "prep")]
    moved = last.tool_role == "object" or last.marks[-1].cat == "tool"
    handed = last.hands == "one" and last.hands_stated and moved
    return handed and words in (["other"], ["the other"], ["other one"])


def turns(clause: Clause, found: list[tuple[Clause, str | None]]) -> list[tuple[Clause, str | None]]:
    """What is done once more on the other side: the last clause, and what it only lets go.

    Args:
        clause: It names the other side.
        found: The motions so far; what the turns share is told to them.
    """
    last = found[-1][0]
    if clause.places:
        last.places = [dataclasses.replace(p, side=None, role="object") for p in clause.places]
        clause.side = clause.places[0].side
    if clause.tool and (last.tool is None or last.tool_wide):
        last.tool, last.tool_wide, last.tool_role = clause.tool, clause.tool_wide, "with"
        last.hands, last.hands_stated = clause.hands, clause.hands_stated
    last.pressure = last.pressure or clause.pressure
    if clause.counted and not last.counted:
        last.count, last.counted = clause.count, True
    low = len(found) - 1
    while low > 0 and found[low][1] == "release" and found[low - 1][1] not in ("hold", None):
        low -= 1
    round_ = found[low:]
    if last.side in _OPPOSITE and last.side_stated:
        for each, _ in round_:
            if not each.side_stated and not any(p.side for p in each.places):
                each.side, each.side_stated = last.side, True
    return [(_mirrored(each, clause, len(round_)), technique) for each, technique in round_]


def _mirrored(clause: Clause, side: Clause, turns_back: int) -> Clause:
    """The same clause on another side; "the left palm, then the right" changes the hand."""
    new = dataclasses.replace(
        clause,
        side=side.side,
        side_stated=True,
        mirrored=turns_back,
        marks=side.marks,
        link="strong",
        places=list(clause.places),
    )
    handed = clause.hands_stated and clause.hands in ("left", "right") and not clause.side_stated
    if handed and side.side == _OPPOSITE[clause.hands or ""] and not any(p.side for p in clause.places):
        new.hands, new.side, new.side_stated = side.side, clause.side, False
    return new
