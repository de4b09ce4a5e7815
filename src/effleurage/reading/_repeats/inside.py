"""Inside: a sentence that both moves and repeats, "knead the left hip, then do the same on the right"."""

from effleurage.reading._kinds.sending import is_before
from effleurage.reading._repeats.changes import changed, last_working
from effleurage.reading._repeats.repeat import repeated
from effleurage.reading._slots.counting import counts_all
from effleurage.reading._slots.state import Record, State
from effleurage.reading._slots.written import Clause
from effleurage.reading._strokes.anew import anew
from effleurage.reading._words.mark import Mark
from effleurage.routine import Stroke, Technique


def with_repeat(
    strokes: list[Stroke], clause: Clause, marks: list[Mark], state: State, here: Record
) -> list[Stroke]:
    """The strokes of a sentence that moves and repeats, in the order of performance.

    Args:
        strokes: What its own motions mean.
        clause: The clause that repeats.
        marks: All words of the sentence.
        state: The context, with the sentences read so far.
        here: The record of this sentence.
    """
    at = clause.span[0]
    if is_before(clause):
        return [*strokes, *repeated(clause, clause.marks, state, strokes, here)]
    later = next((m.start for m in marks if m.cat == "sub" and m.value == "when" and m.start > at), None)
    if later is None and strokes and all(s.technique is Technique.RELEASE for s in strokes):
        # As in "Repeat twice more, taking the arm off with care".
        first = _start(strokes[0])
        later = next((m.start for m in marks if m.form == "ing" and at < first == m.start), None)
    if strokes and later is not None and all(_start(s) >= later for s in strokes):
        # As in "Repeat twice more after lifting the arm off": that is done first.
        return [*strokes, *repeated(clause, [m for m in marks if m.start < later], state, strokes, here)]
    before = [s for s in strokes if _start(s) < at]
    after = strokes[len(before) :]
    end = _start(after[0]) if after else marks[-1].end
    words = [m for m in marks if at <= m.start < end]
    if before:
        copies = repeated(clause, words, state, before, here)
        if copies:
            return [*before, *copies, *after]
        own = _recounted(before, clause, words)
        return [*own, *_from_there(after, own[-1], before[-1])]
    copies = repeated(clause, words, state, [], here) if _sends_back(clause, words) else []
    return [*copies, *after] if copies else _recounted(after, clause, words)


def _start(stroke: Stroke) -> int:
    return stroke.span[0] if stroke.span is not None else 0


def _sends_back(clause: Clause, words: list[Mark]) -> bool:
    """As in "do this three times, then knead" and "three times, then knead", and not "do this: knead"."""
    if not words or words[-1].cat == "colon":
        return False
    then = any(m.cat == "conj" and "then" in m.low.split() for m in words[1:])
    return clause.head is not None or clause.again or then


def _recounted(strokes: list[Stroke], clause: Clause, words: list[Mark]) -> list[Stroke]:
    """A count about the sentence's own clauses only sets how often they are done, a way how far they go."""
    if not clause.counted:
        return _carried(strokes, clause)
    more = not counts_all(words)
    return [anew(s, repeats=clause.count, stated=s.stated | {"repeats"}, besides=more) for s in strokes]


def _from_there(after: list[Stroke], last: Stroke, told: Stroke) -> list[Stroke]:
    """As in "…, up to the neck, so that the last pull crosses the shoulder": from where the row has ended."""
    first = after[0] if after else None
    if first is None or last.end is None or last.end is told.end or "start" in first.stated:
        return after
    return [anew(first, start=last.end, start_spot=last.end_spot), *after[1:]]


def _carried(strokes: list[Stroke], clause: Clause) -> list[Stroke]:
    """As in "draw them toward you, and do this again and again, all the way up the spine": on and on."""
    last = last_working(strokes)
    ways = [way for way in clause.directions if way in ("up", "down")]
    works = strokes[last].technique not in (Technique.HOLD, Technique.RELEASE)
    turns = strokes[last].other_hand and clause.hands == "alternate"
    if not (clause.act == "again" or turns) or not ways or not works or any(p.side for p in clause.places):
        return strokes
    going = changed(strokes[last], clause, None, None, swap=False, last=True)
    if turns:
        # As in "the other hand follows, and go on like this, hand after hand, up the back": so both go on.
        return [*strokes, anew(going, other_hand=False, follows=True, progress=True, repeats=None)]
    going = anew(going, copied=False, stated=strokes[last].stated | going.stated)
    return [*strokes[:last], going, *strokes[last + 1 :]]
