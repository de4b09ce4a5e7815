"""Done again: commands that send back by what they tell to do: "do that six times", "run it through"."""

import functools
import itertools

from effleurage.reading._clauses.hand_turns import bare_hand
from effleurage.reading._slots.counting import count_in
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause
from effleurage.reading._words.frames import AGAIN, Spoken, phrases, says, verbs
from effleurage.reading._words.mark import Mark
from effleurage.routine import Kind

_SIDED = ("left", "right", "other")


def names_side(clause: Clause, before: Mark | None) -> bool:
    """Whether one of a pair is named, before a mark if one is given."""
    if not clause.holds("side", "place") and phrases("fellow").isdisjoint(clause.lows):
        return False
    return any(
        (m.cat == "side" and (m.value in _SIDED or m.low.startswith("near")) and m.low != "rights")
        or m.low in phrases("fellow")
        or (m.cat == "place" and any(w in _SIDED for w in (*m.inner, *m.low.split())))
        for m in clause.marks
        if before is None or m.i < before.i
    )


def does_again(clause: Clause, said: Spoken, parts: list[Clause]) -> bool:
    """As in "do that six times", "go through this section again", "treat the other side"."""
    bare = clause.tool and not (clause.places or clause.technique or clause.directions)
    if not (bare or clause.act in _DOING or clause.lemma in redoing()):
        return False
    again = clause.again or not AGAIN.isdisjoint(clause.lows)
    again = again or (clause.counted and clause.has("another") and clause.lemma == "do")
    if clause.motion_noun and clause.lemma in _MAKING and not clause.tool and _is_known(clause):
        counted = clause.counted and not (clause.places or clause.directions)
        return again or counted or clause.open_ended
    # As in "the sweep is performed three times in all": the one that was told.
    known = clause.counted and clause.marks[0].low in ("the", "this", "that", "each", "every")
    if (
        clause.motion_noun
        and (again or known)
        and clause.lemma in verbs("do")
        and not (clause.tool or clause.places)
    ):
        return True
    rounds = clause.lemma == "go" and clause.counted and clause.has("round", "around", "through")
    if rounds and not (clause.tool or clause.places or set(clause.directions) - {"around"}):
        return True
    if clause.lemma in verbs("count") and not (clause.tool or clause.places or clause.technique):
        it = clause.marks[-1].cat == "num" and clause.has("it")
        if it or count_in(clause.marks, later=False) is not None:
            return not clause.topics
    if bare and says(said, "this_time"):
        clause.tool_role = "with"
        return True
    if clause.lemma == "give" and names_side(clause, None) and says(said, "gift"):
        return not clause.tool
    if _runs_through(clause) or (
        by_turns(clause) and clause.lemma in verbs("by_turns") and clause.form == "base"
    ):
        return True
    if clause.lemma == "spend" and clause.duration and clause.has("this", "that", "it", "these"):
        return not (clause.tool or clause.places)
    if clause.act in ("go", "end", "begin", "work", "make") and not clause.tool and _numbered(clause):
        return not (clause.technique and clause.act == "make")
    if clause.act in ("go", "work", "make", "begin") and not clause.tool and says(said, "whole"):
        done = clause.lemma in verbs("do") and not clause.passive
        return again or done or names_side(clause, None) or clause.counted
    if clause.act == "go" and clause.lemma == "go" and clause.has("last") and not clause.places:
        return clause.counted or count_in(clause.marks, later=False) is not None
    if " it right " in said.text:
        return False
    if clause.motion_noun and clause.counted and clause.has("there") and not (clause.tool or clause.places):
        # As in "go to the other side and make three slides there".
        return any(names_side(part, None) for part in parts)
    if clause.motion_noun and clause.technique and not _numbered(clause):
        return False
    if clause.lemma in verbs("do") and clause.has("another", "another one", "one more"):
        return not (clause.tool or clause.technique)
    if clause.lemma in verbs("do"):
        if clause.places and clause.has("each", "every", "all"):
            return not clause.tool
        told = clause.side_stated or clause.counted or _numbered(clause) or names_side(clause, None)
        return told or again or (clause.pronoun and _bounded(clause, parts))
    if clause.lemma in verbs("treat") and not clause.tool:
        turned = clause.lemma == "treat" or any(c.lemma in verbs("swap") for c in parts)
        spots = [p for p in clause.places if p.side not in _SIDED]
        return turned and names_side(clause, None) and not spots
    return False


_MAKING = frozenset({"do", "perform", "make", "execute", "carry out", "practise", "practice"})
"""With a stroke that was told: "perform the pull again and again", "do the stroke twice more"."""


def _is_known(clause: Clause) -> bool:
    """As in "the pull", "this stroke", "that same sweep", "the whole glide": one that was told."""
    at = next((n for n, m in enumerate(clause.marks) if m.cat == "motion"), 0)
    lead = [m.low for m in clause.marks[max(0, at - 2) : at]]
    return bool(lead) and (lead[-1] in _DEFINITE or (lead[-1] in _ALL_OF_IT and lead[0] in _DEFINITE))


_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_ALL_OF_IT = frozenset({"same", "whole", "entire", "complete", "full"})


_DOING = frozenset({"go", "end", "begin", "work", "make"})


@functools.cache
def redoing() -> frozenset[str]:
    """Verbs of what is done again."""
    frames = ("do", "count", "by_turns", "treat")
    return frozenset({"give", "spend", "run", "go", "take"}).union(*map(verbs, frames))


def by_turns(clause: Clause) -> bool:
    """As in "hand over hand" and "take it in turns": what is done goes on with the hands by turns."""
    bare = not (clause.places or clause.technique or clause.directions or clause.topics)
    return clause.hands == "alternate" and clause.hands_stated and clause.tool in (None, "palm") and bare


def climbs_by_turns(parts: list[Clause]) -> bool:
    """As in "Keep swapping hands and working higher until you have covered that side": a row that goes on."""
    first, *rest = parts
    if not rest or not by_turns(first) or first.sub or (first.head is not None and first.act != "on"):
        return False
    onward = rest[0].participle and rest[0].act in ("work", "go") and bool(rest[0].directions)
    return onward and not any(c.tool or c.technique == "hold" for c in rest) and first.neg is None


def told_enough(parts: list[Clause], state: State) -> bool:
    """As in "Repeat it twice. He asks for more, but twice is what we learned.": a word about the count."""
    last = state.records[-1].strokes if state.at_work else ()
    if not any("repeats" in stroke.stated for stroke in last):
        return False
    if any(c.tool or c.places or c.side_stated or (c.subject == "imp" and c.form == "base") for c in parts):
        return False
    return any(c.lemma == "be" and c.count is not None and c.marks[0].cat in _COUNTS for c in parts)


_COUNTS = ("num", "freq", "filler")


def rehearses(parts: list[Clause], said: Spoken) -> bool:
    """As in "Tip: try it in the air a few times before your partner lies down.": nobody is massaged yet."""
    if not says(said, "rehearsed"):
        return False
    tried = [c for c in parts if c.lemma in _TRYING and c.subject in ("imp", "you") and not c.person]
    known = any(c.pronoun or c.count is not None for c in tried)
    return known and not any(c.tool or c.places for c in parts)


_TRYING = frozenset(
    {
        "try",
        "do",
        "practise",
        "practice",
        "rehearse",
        "run",
        "run through",
        "go",
        "go through",
        "walk",
        "have",
    }
)


def sums_up(parts: list[Clause], state: State) -> bool:
    """As in "In this way the eight is finished." and "Like this you can reach the neck.": what came of it."""
    first = parts[0]
    if first.marks[0].low not in phrases("manner") or first.neg is not None or not state.records:
        return False
    if len(parts) == 1 and not (first.places or first.tool or first.directions or first.side_stated):
        ended = first.lemma in _ENDED or (first.lemma == "do" and first.count == 1)
        drawn = first.form == "ed" and first.subject == "you" and first.has("have", "'ve")
        if drawn or (first.passive and ended and first.count in (None, 1)):
            return True
    laid = state.records[-1].kind is Kind.SETUP and not state.records[-1].strokes
    # Somebody who was only laid down is not worked on yet.
    return laid and any(m.low in _ABLE for c in parts for m in c.marks)


_ENDED = frozenset({"finish", "complete", "close", "end"})
_ABLE = frozenset({"can", "could", "able to", "able"})


def is_its_turn(clause: Clause) -> bool:
    """As in "Now your right.": a hand that is named by its side alone."""
    if not bare_hand(clause) or clause.places or clause.directions or clause.technique:
        return False
    clause.tool = None
    return True


def _runs_through(clause: Clause) -> bool:
    """As in "run that through five times": the particle stands behind what is done again."""
    bare = not (clause.tool or clause.places or clause.directions)
    told = clause.pronoun or (clause.motion_noun and clause.counted)
    return clause.lemma in ("run", "go", "take") and told and bare and clause.has("through")


def _bounded(clause: Clause, parts: list[Clause]) -> bool:
    """As in "do it until it is warm", "do this along the edge": how long, how far, where."""
    if clause.open_ended or clause.duration or clause.moment or clause.distance or clause.directions:
        return True
    if clause.places or clause.tool_role == "with" or count_in(clause.marks, later=False) is not None:
        return True
    until = any(c.sub == "until" or c.counted or says(c.spoken, "manner") for c in parts)
    return until or clause.passive or says(clause.spoken, "turned")


def _numbered(clause: Clause) -> bool:
    """Whether earlier steps are called by number: "step 5", "those last two"."""
    return any(
        mark.base in {"step", "no", "number", "stage", "item", "last", "previous"}
        and after.cat == "num"
        and not (mark.base in ("last", "previous") and after.low == "one")
        for mark, after in itertools.pairwise(clause.marks)
    )
