"""Sides: which of the receiver's sides a repeat asks for."""

import itertools

from effleurage.reading._slots.written import Clause
from effleurage.reading._words.frames import phrases, says, verbs
from effleurage.reading._words.mark import Mark, Spoken, as_spoken

_ASKED = ("left", "right", "other")
_OF_TWO = ("one direction ", "one way ", "one hand ", "first hand ")
"""Behind these "the other" is another way or hand, and no side."""
_LIMBS = ("feet", "legs", "arms", "sides")
_GIVERS = ("forearm", "fist", "knuckles", "elbow")
"""What works, and is never worked on where "hand" and "thumb" are the receiver's."""


def asked_sides(marks: list[Mark], said: Spoken, clause: Clause, *, limb: bool) -> list[str]:
    """The sides that a repeat names, in the order of its words; the next lane is on none.

    Args:
        marks: The words of the repeat.
        said: The same as they are spoken.
        clause: What was read of them.
        limb: The text is about a hand or foot, so that "the left hand" may be the receiver's.
    """
    if clause.lane:
        return []
    if says(said, "mirrored"):
        return ["other"]
    sides: list[str] = []
    before: list[str] = []
    reset = -1
    for n, mark in enumerate(marks):
        going = mark.cat == "verb" and mark.base in ("go", "walk", "move", "come", "step", "cross")
        told_when = mark.cat == "comma" and marks[0].cat == "sub" and reset < 0
        if going or told_when or (mark.cat == "verb" and mark.cats["verb"].get("act") in ("ready", "pose")):
            before, sides, reset = sides or before, [], mark.i
        side = _side(marks, n, limb=limb)
        if side is not None and side not in sides:
            sides.append(side)
    told = {m.i for m in marks if not sides or m.i > reset}
    sides = sides or before
    for ref in clause.places:
        if ref.side in _ASKED and ref.side not in sides and ref.role != "with" and ref.mark.i in told:
            sides.append(ref.side)
    if not sides and any(a.base in verbs("swap") and b.low in _LIMBS for a, b in itertools.pairwise(marks)):
        sides = ["other"]
    if not sides and clause.has("next") and clause.side_stated and clause.side == "other":
        sides = ["other"]
    swapped = clause.lemma in verbs("swap") and clause.side_stated and clause.side in _ASKED
    if not sides and swapped and clause.head is not None and clause.head.i in told:
        sides = [str(clause.side)]
    mirrors = any(m.base == "mirror" for m in marks) or _walks_round(marks)
    if not sides and (mirrors or says(said, "sides") or any(m.low in phrases("fellow") for m in marks)):
        sides = ["other"]
    if not sides and any(f" {which} " in said.text for which in ("each side", "both sides", "either side")):
        sides = ["both"]
    return sides


def _walks_round(marks: list[Mark]) -> bool:
    """As in "go round and repeat", "walk round the table and do it again": to the other side."""
    for n, verb in enumerate(marks):
        said = verb.low.split()
        at = n if len(said) == 2 else n + 1
        way = marks[at] if at < len(marks) else None
        if verb.cat != "verb" or said[0] not in _WALKING or way is None or way.low.split()[-1] not in _ROUND:
            continue
        behind = marks[at + 1] if at + 1 < len(marks) else None
        ends = behind is None or behind.cat in ("comma", "conj", "semi")
        table = next((m.low for m in marks if m.i > way.i and m.cat not in ("det", "mine", "theirs")), "")
        if ends or table in _TABLES:
            return True
    return False


_WALKING = ("go", "walk", "come", "move", "step", "shuffle", "crawl", "cross")
_ROUND = ("round", "around", "over", "across")
_TABLES = ("table", "bed", "couch", "mat", "mattress", "plinth", "futon", "client", "patient", "partner")


def _side(marks: list[Mark], n: int, *, limb: bool) -> str | None:
    mark = marks[n]
    if mark.cat != "side" or mark.low == "rights" or "way" in mark.low.split():
        return None
    ahead = marks[n - 1] if n else None
    if mark.low.startswith("second") and ahead is not None and ahead.low in ("every", "each"):
        return None
    if (
        mark.low == "first"
        and n + 1 < len(marks)
        and (marks[n + 1].form == "s" or marks[n + 1].cat == "state")
    ):
        # As in "when the first has finished": a hand, and no side.
        return None
    near = mark.low.startswith("near") or (mark.value == "one" and mark.low not in ("one", "same side"))
    if mark.value not in _ASKED and not near:
        return None
    before = as_spoken(marks[:n]).text if mark.value == "other" else ""
    if any(way in before for way in _OF_TWO):
        return None
    behind = next((m for m in marks[n + 1 : n + 4] if m.cat not in ("press", "tempo", "adv", "det")), None)
    ahead = marks[n - 1] if n else None
    if mark.low == "second" and behind is not None and behind.base in phrases("unnamed"):
        return None
    table = any(m.low in ("table", "couch", "bed") for m in marks[n + 1 : n + 4])
    if mark.value == "other" and behind is not None and behind.value == "of" and table:
        return None
    givers = behind is not None and behind.cat == "tool" and (not limb or behind.value in _GIVERS)
    if behind is not None and (givers or (behind.cat == "num" and mark.value == "other")):
        return None
    if (
        behind is not None
        and behind.low in ("way", "direction", "hand", "arm", "than")
        and mark.value == "other"
    ):
        return None
    if mark.low == "right" and behind is None and ahead is not None and ahead.low in ("about", "just"):
        return None
    if ahead is not None and ahead.low in ("as", "like", "than", "unlike"):
        return None
    if mark.low == "right" and ahead is not None and ahead.base in ("repeat", "switch", "swap"):
        return "right"
    if mark.low == "right" and ahead is not None and ahead.cat in ("pron", "verb", "word"):
        return None if behind is None else "right"
    return "one" if near else str(mark.value)
