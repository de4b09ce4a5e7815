"""Lanes: a surface is covered by doing the same beside, below or further out, line by line."""

import dataclasses

from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause, PlaceRef
from effleurage.reading._words.frames import phrases, says, verbs
from effleurage.reading._words.mark import Mark, Words
from effleurage.routine import Technique

_STILL = (Technique.HOLD, Technique.RELEASE)
_ONE = ("one", "ones")
_DONE = ("cover", "do", "have", "treat", "finish", "be", "work", "go over")
"""Until this is so, as in "until you have covered the whole back": which is no place where it ends."""
_SPREADING = ("distance", "further")


def next_lane(parts: list[Clause], marks: Words, state: State) -> Clause | None:
    """The clause that takes what was done to the next lane, or None.

    As in "Next lane: an inch further out", "Take the strip below" and "A little further over each time".

    Args:
        parts: The sentence's clauses; the one that is returned is changed.
        marks: All its words.
        state: The context, in which something works that may be done beside.
    """
    last = state.records[-1].strokes[-1:] if state.at_work and state.records else ()
    if not last or last[0].technique in _STILL or not parts:
        return None
    first = parts[0]
    told = first.head is None or (first.lemma in verbs("lane") and first.act != "move")
    if not told or first.sub is not None or first.neg is not None or first.caution is not None:
        return None
    spoken_of = first.subject == "receiver" or (first.subject == "pron" and first.head is not None)
    if spoken_of or first.person or first.motion_noun or first.topics:
        return None
    if any(c.head is not None and c.sub is None and c.lemma not in verbs("lane") for c in parts[1:]):
        return None
    main = [m for c in parts if c.sub is None for m in c.marks]
    spread = any(m.cat in _SPREADING or m.value in ("below", "above") for m in main)
    each = spread and says(marks.spoken, "each_lane")
    if not (each or _names_lane(main, spread=spread)):
        return None
    first.places, ways = _ways(first.places, main)
    first.directions += [way for way in ways if way not in first.directions]
    first.side, first.side_stated, first.lane = None, False, True
    for clause in parts:
        if clause.sub == "until" and clause.lemma in _DONE:
            clause.places = []
    if each:
        first.open_ended, first.counted = True, False
    return first


def _names_lane(marks: list[Mark], *, spread: bool) -> bool:
    """As in "the next strip", "a third track": one more of them, and not the one that was told."""
    for n, mark in enumerate(marks):
        lane = mark.base in phrases("lanes") or (spread and mark.low in _ONE)
        if lane and any(m.low in phrases("next_one") for m in marks[max(0, n - 2) : n]):
            return True
    below = len(marks) > 1 and marks[0].cat == "det" and marks[1].low == "one"
    return below and any(m.value in ("below", "above") for m in marks[2:])


def _ways(places: list[PlaceRef], marks: list[Mark]) -> tuple[list[PlaceRef], list[str]]:
    """As in "further from the spine" and "closer to the spine": a way, and neither start nor end."""
    ways = {"from": "out", "to": "in"}
    told = [
        ways[p.role]
        for p in places
        if p.role in ways
        and p.place == "spine"
        and any(m.cat == "further" or m.low in ("closer", "nearer") for m in marks)
    ]
    kept = [p for p in places if not (told and p.place == "spine")]
    return [dataclasses.replace(p, role="path") if p.role in ("at", "topic") else p for p in kept], told
