"""Strokes of motion clauses, each filled in the context that the one before leaves."""

import dataclasses
import itertools

from effleurage.reading._clauses.merging import WORKING, follows
from effleurage.reading._slots.state import State
from effleurage.reading._slots.work import WORKED_ON
from effleurage.reading._slots.written import Clause
from effleurage.reading._strokes.advance import advance
from effleurage.reading._strokes.anew import anew
from effleurage.reading._strokes.fill import fill
from effleurage.routine import Hands, Stroke, Technique


def strokes_of(motions: list[tuple[Clause, str | None]], state: State) -> list[Stroke]:
    """The strokes of motion clauses, each filled in the context that the one before leaves."""
    out: list[Stroke] = []
    previous: Clause | None = None
    two = _two_laid(motions, state)
    for n, (clause, technique) in enumerate(motions):
        nxt = motions[n + 1][0] if n + 1 < len(motions) else None
        for single in _by_hand(clause, technique):
            stroke = fill(single, state, technique)
            if follows(single, technique):
                stroke = after(single, stroke, state, out)
            if clause.further and technique != "hold" and not _rounds_on(single, stroke):
                stroke = anew(stroke, progress=True)
            works = out[-1] if out else _last_stroke(state)
            lies_by = works is not None and _lies_by(clause, technique, works)
            if out and (clause.sub == "while" or lies_by):
                stroke = anew(stroke, simultaneous=True)
            if single.mirrored and len(out) >= single.mirrored:
                first = out[-single.mirrored]
                handed = not single.side_stated
                stroke = anew(
                    first,
                    hands=stroke.hands if handed else first.hands,
                    side=first.side if handed else stroke.side,
                    stated=frozenset({"hands"} if handed else {"side"}),
                    span=stroke.span,
                    copied=True,
                )
            if _both_now(out, stroke):
                state.hands = "both"
                words, before = _spot_words(single), _spot_words(previous)
                same = (stroke.start, stroke.over, stroke.side) == (out[-1].start, out[-1].over, out[-1].side)
                apart = words and before and words != before and stroke.hands is not Hands.ONE
                if same and not apart:
                    out[-1] = anew(out[-1], hands=Hands.BOTH)
                    continue
                out.append(stroke)
                previous = single
                advance(state, single, anew(stroke, hands=Hands.BOTH))
                continue
            previous = single
            if two is not None:
                out += [_rested(hold, stroke) for hold in two]
                continue
            out.append(stroke)
            if stroke.simultaneous and technique == "hold" and single.hands_stated:
                continue
            if technique == "hold" and single.other_hand and (lies_by or _works_on(state, stroke)):
                # Where the hand at work is, it is told on: "Roll the muscle between thumb and fingers."
                continue
            if nxt is not None and nxt.other_hand and nxt.head is None and technique == "effleurage":
                continue
            onward = single.further and nxt is not None and not nxt.back and stroke.end is not None
            onward = onward or (single.distance and single.has("toward", "towards"))
            advance(state, single, anew(stroke, end=None) if onward else stroke)
    state.hands_subject = any(c.tool is not None for c, _ in motions) or state.hands_subject
    return out


def _last_stroke(state: State) -> Stroke | None:
    """The stroke that the sentence before ended with."""
    before = state.records[-1].strokes if state.records else ()
    return before[-1] if before else None


def _lies_by(clause: Clause, technique: str | None, works: Stroke) -> bool:
    """As in "one hand kneads the neck; the other hand rests on the head": meanwhile, though not said so.

    So is "knead the neck with one hand, and let the other rest on the head".
    """
    rests = technique == "hold" and clause.other_hand and clause.hands_stated and works.hands is Hands.ONE
    if not rests or clause.head is None:
        return False
    told = clause.subject == "hands" and clause.form == "s"
    works_there = works.technique is not None and works.technique.value in WORKED_ON
    still = clause.head.base in ("rest", "lie", "stay", "remain")
    kept = clause.lemma in _KEEPING or clause.head.low in _KEEPING
    return (still and (told or works_there)) or (kept and works_there)


_KEEPING = frozenset({"keep", "leave", "hold", "let", "have", "lay", "place", "put"})


def _rounds_on(clause: Clause, stroke: Stroke) -> bool:
    """As in "slide both palms farther, out around the hips": the same glide goes on, and no row."""
    glides = stroke.technique is Technique.EFFLEURAGE and stroke.hands is Hands.BOTH
    return glides and "around" in clause.directions and bool(clause.places) and not clause.distance


def _two_laid(motions: list[tuple[Clause, str | None]], state: State) -> tuple[Stroke, Stroke] | None:
    """Behind "one hand on the sacrum, the other on the neck", "rest there" is said of both."""
    clause, technique = motions[0] if len(motions) == 1 else (None, None)
    if clause is None or technique != "hold" or clause.act != "stay" or clause.lemma == "hold":
        return None
    last = next((r for r in reversed(state.records) if r.strokes), None)
    named = clause.tool or clause.hands or [p for p in clause.places if p.place != "there"]
    if named or last is None or len(last.strokes) < 2:
        return None
    first, second = last.strokes[-2:]
    apart = first.start != second.start or first.side != second.side
    laid = all(s.technique is Technique.HOLD and s.hands in _SINGLE for s in (first, second))
    return (first, second) if apart and laid else None


def _rested(hold: Stroke, rest: Stroke) -> Stroke:
    """What one of two hands does while both rest where they are."""
    kept = {"repeats": rest.repeats, "duration": rest.duration, "pressure": rest.pressure}
    return anew(hold, stated=rest.stated - {"start"}, span=rest.span, verb=rest.verb, **kept)


def _spot_words(clause: Clause | None) -> str:
    """What a clause calls the place of its hand: an elbow and a hand are two places of one arm."""
    return clause.places[0].mark.low if clause is not None and clause.places else ""


def _works_on(state: State, stroke: Stroke) -> bool:
    """As in "my other hand goes round it" behind an elbow: the narrower tool is at work, and stays so."""
    broad = (None, "palm", stroke.tool.value if stroke.tool else None)
    return state.tool not in broad and state.hands in ("one", "left", "right")


_SINGLE = (Hands.ONE, Hands.LEFT, Hands.RIGHT)


def _both_now(out: list[Stroke], stroke: Stroke) -> bool:
    """Whether this is the second of two hands that are put somewhere: from now on both are there."""
    if stroke.technique is not Technique.HOLD or stroke.hands not in _SINGLE or not out:
        return False
    first = out[-1]
    if first.technique is not Technique.HOLD or first.hands not in _SINGLE:
        return False
    return (
        "hands" in first.stated
        and "hands" in stroke.stated
        and (first.hands is Hands.ONE or first.hands is not stroke.hands)
    )


def after(clause: Clause, stroke: Stroke, state: State, out: list[Stroke]) -> Stroke:
    past = itertools.chain(reversed(out), (s for r in reversed(state.records) for s in reversed(r.strokes)))
    last = next((s for s in past if s.technique is not None and s.technique.value in WORKING), None)
    if last is None:
        return stroke
    begun = "start" in stroke.stated
    return anew(
        stroke,
        technique=last.technique,
        start=stroke.start if begun else last.start,
        start_spot=stroke.start_spot if begun else last.start_spot,
        end=last.end,
        over=last.over,
        direction=stroke.direction or last.direction,
        follows=True,
        verb=last.verb,
    )


_IN_HAND = ("in", "with", "by", "under", "on")


def _by_hand(clause: Clause, technique: str | None) -> list[Clause]:
    """As in "hold the wrist in one hand and the elbow in the other": two hands on two places are two."""
    if technique != "hold" or len(clause.places) != 2 or clause.tool_role not in ("at", "with"):
        return [clause]
    first, second = clause.places
    lows = [m.low for m in clause.marks if m.low not in ("the", "your", "my")]
    told = any(a in _IN_HAND and b == "one" for a, b in itertools.pairwise(lows))
    other = lows[-1] == "other" or lows[-2:] == ["other", "hand"]
    if not (told and other) or first.mark.low == second.mark.low:
        return [clause]
    return [
        dataclasses.replace(clause, places=[ref], hands="one", hands_stated=True) for ref in (first, second)
    ]
