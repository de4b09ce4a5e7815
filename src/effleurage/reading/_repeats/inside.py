"""Inside: a sentence that both moves and repeats, "knead the left hip, then do the same on the right"."""

from effleurage.reading._repeats.repeat import repeated
from effleurage.reading._slots.counting import counts_all
from effleurage.reading._slots.state import Record, State
from effleurage.reading._slots.written import Clause
from effleurage.reading._strokes.anew import anew
from effleurage.reading._words.mark import Mark
from effleurage.routine import Stroke


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
    before = [s for s in strokes if _start(s) < at]
    after = strokes[len(before) :]
    end = _start(after[0]) if after else marks[-1].end
    words = [m for m in marks if at <= m.start < end]
    if before:
        copies = repeated(clause, words, state, before, here)
        if copies:
            return [*before, *copies, *after]
        return [*_recounted(before, clause, words), *after]
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
    """A count about the sentence's own clauses only sets how often they are done."""
    if not clause.counted:
        return strokes
    more = not counts_all(words)
    return [anew(s, repeats=clause.count, stated=s.stated | {"repeats"}, besides=more) for s in strokes]
