"""Rows: a pull that is done again and again, a little further on each time, by whatever verb it goes on."""

import dataclasses

from effleurage.reading._kinds.sending_lines import is_outcome
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause, PlaceRef
from effleurage.reading._words.frames import AGAIN

_PULLING = frozenset({"pull", "draw", "drag", "rake", "haul", "tug", "heave", "comb", "stroke", "one"})
_ONE_MORE = frozenset({"another", "fresh", "new", "each", "every", "more", "next", "one more"})
_AFTER = frozenset({"after", "upon", "by"})
_NECK = frozenset({"neck_base", "neck", "upper_back", "skull_base", "shoulder_top", "shoulder"})
"""Where a row of pulls up the spine ends."""
_SPINE = ("spine", "spine_sides", "back")
_CLIMBING = ("climb", "mount", "ascend", "rise")


def pulls_on(parts: list[Clause], state: State) -> Clause | None:
    """As in "inch your way up the spine, doing another pull at each level, until you reach the neck".

    Args:
        parts: The sentence's clauses; those that only say how the row goes on are told to the first.
        state: The context, in which something was pulled toward the giver.

    Returns:
        The clause that takes the pull on along the spine, or None.
    """
    if state.technique != "effleurage" or "toward_giver" not in state.direction:
        return None
    row = [c for c in parts if not is_outcome(c)]
    if not row or row[0] is not parts[0] or not all(_fits(c) for c in row):
        return None
    if _once_more(row):
        first = row[-1]
        first.directions, first.places, first.lane = ["up"], [], True
        first.technique, first.further = None, True
        for clause in row[:-1]:
            parts.remove(clause)
        return first
    refs = [p for c in row for p in c.places]
    ends = [p for p in refs if p.place in _NECK and p.role in ("to", "at", "object", "path")]
    lines = [p for p in refs if p.place in _SPINE and p.role != "from"]
    climbs = any("up" in c.directions or c.further or c.lemma in _CLIMBING for c in row)
    whole = lines and any(not _WHOLE.isdisjoint(c.spoken.words) for c in row)
    more = any(_one_more(c) or _keeps_pulling(c) or _does_so(c) for c in row)
    climbs_so = (ends and (lines or climbs)) or whole or (more and lines and climbs)
    if not climbs_so or len(ends) + len(lines) < len(refs):
        return None
    ends_so = any(c.has("last", "final") for c in parts if c not in row)
    if not (more or _row_under_way(row, state, ends=ends_so)):
        return None
    first = row[0]
    first.places = [*_as(lines[:1], "path"), *_as(ends[-1:], "to")]
    first.directions, first.lane, first.open_ended = ["up"], True, True
    first.technique, first.motion_noun, first.side, first.side_stated = None, False, None, False
    first.counted, first.tool = False, None
    for clause in row[1:]:
        parts.remove(clause)
    return first


def shifts_up(parts: list[Clause], state: State) -> bool:
    """As in "Shift a little higher.", behind a pull toward the giver: where the next one begins.

    The sentence behind it pulls again; the hands are not dragged along the skin between.
    """
    if state.technique != "effleurage" or "toward_giver" not in state.direction or len(parts) != 1:
        return False
    only = parts[0]
    moved = only.lemma in ("shift", "move", "go", "step", "come") and only.subject in ("imp", "you")
    bare = not (only.tool or only.places or only.pronoun or only.again or only.motion_noun or only.counted)
    onward = only.further and set(only.directions) <= {"up"}
    return moved and bare and bool(onward) and only.neg is None and only.sub is None


def _once_more(row: list[Clause]) -> bool:
    """As in "Back to the spine, a little higher, and pull.", "Higher, pull.": one more, further up."""
    *lead, pull = row
    bare = not (pull.places or pull.directions or pull.tool or pull.motion_noun or pull.counted or pull.flesh)
    pulled = pull.lemma in _PULLING and pull.form == "base" and pull.head is not None and bare
    if not pulled or not lead or any(c.head is not None or c.tool for c in lead):
        return False
    higher = any(c.further and (c.has("higher") or "up" in c.directions) for c in lead)
    return higher and all(p.place in _SPINE for c in lead for p in c.places)


def _row_under_way(row: list[Clause], state: State, *, ends: bool) -> bool:
    """As in "Then higher again. And the next. Up you go until you reach the neck.": the row goes on.

    So it does in "Go up the spine to the neck, and there the last pull goes across": a last one ends a row.
    """
    before = [r.strokes[-1] for r in state.records[-_NEAR:] if r.strokes]
    plain = row[0].act in ("go", "work", "on") and row[0].tool is None
    plain = plain and all(c.sub == "until" for c in row[1:])
    return plain and bool(before) and (ends or any(s.progress and s.copied for s in before))


_NEAR = 2
"""So many sentences before, the row was begun: since then one may say "and the next"."""


def _does_so(clause: Clause) -> bool:
    """As in "Go up the spine doing this", ", repeating the pull", "begin again further up"."""
    redone = clause.participle and clause.lemma in ("repeat", "do", "make", "perform")
    return (clause.act == "again" and bool(clause.further)) or redone


_WHOLE = frozenset({"all", "whole", "entire", "full", "length"})


def _keeps_pulling(clause: Clause) -> bool:
    """As in "go on pulling all the way up the spine", "with this pull", of the one that was told."""
    for n, mark in enumerate(clause.marks):
        lead = clause.marks[n - 1] if n else None
        if mark.base not in _PULLING or mark.base in ("one", "stroke"):
            continue
        if mark.form == "ing" and (
            clause.participle or (lead is not None and not _KEEPING.isdisjoint((lead.low, lead.base)))
        ):
            return True
        if lead is not None and lead.low in ("this", "these", "that", "those", "same"):
            return True
    return False


_KEEPING = frozenset({"keep", "keep on", "go on", "carry on", "continue"})


def _as(refs: list[PlaceRef], role: str) -> list[PlaceRef]:
    return [dataclasses.replace(ref, role=role) for ref in refs]


def _fits(clause: Clause) -> bool:
    """It says nothing that a row of pulls does not."""
    if clause.neg is not None or clause.person or clause.topics or clause.pressure:
        return False
    if clause.sub not in (None, "until", "while", "when") or clause.tool not in (None, "fingertips"):
        return False
    return not {"down", "in", "across", "circle", "off"} & set(clause.directions)


def _one_more(clause: Clause) -> bool:
    """As in "pull again", "a fresh pull at each step", "one pull after another"."""
    marks = clause.marks
    pulled = clause.lemma in _PULLING and clause.head is not None
    if pulled and (clause.has(*AGAIN) or any(m.low.endswith(" more") for m in marks)):
        return not {p.place for p in clause.places} - _NECK - set(_SPINE)
    for n, mark in enumerate(marks):
        if mark.base not in _PULLING or mark.cat not in ("motion", "times", "verb", "word", "filler"):
            continue
        lead = [m.low.removeprefix("with ") for m in marks[max(0, n - 2) : n]]
        if not _ONE_MORE.isdisjoint(lead) or (n + 1 < len(marks) and marks[n + 1].low in _AFTER):
            return True
        if lead[-1:] == ["one"] and n + 1 == len(marks):
            # As in "one pull after another", which is cut behind the pull.
            return True
    return False
