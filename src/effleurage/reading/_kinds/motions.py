"""The motion clauses of a sentence, in order."""

from effleurage.reading._clauses.elsewhere import carries_off
from effleurage.reading._clauses.merging import WORKING, both_go_on, keeps_flat
from effleurage.reading._clauses.oiling import spread_oil
from effleurage.reading._clauses.onward import (
    aims,
    carries_on,
    opens_out,
    share_paths,
    share_ways,
    speaks_of_it,
    tells_of_stroke,
    turns_back,
    works_shaped,
    wraps_round,
)
from effleurage.reading._clauses.sharing import (
    carry,
    share_count,
    share_meeting,
    share_objects,
    share_parting,
    share_passing,
)
from effleurage.reading._clauses.supply import antecedent, supply, tells_where
from effleurage.reading._clauses.taking import share_flesh
from effleurage.reading._clauses.verbless import brings_together, lies_there, was_habit
from effleurage.reading._kinds.acting import left_for_later, says_which
from effleurage.reading._kinds.elliptic import is_elliptic
from effleurage.reading._kinds.joining import joins_last, technique_told
from effleurage.reading._kinds.lent import lends_words
from effleurage.reading._kinds.moves import is_announced, moves
from effleurage.reading._kinds.poised import lifts_palms, poised, shapes_hand
from effleurage.reading._kinds.put_right import begin_lying, done_so, last_is_from, lift_before, touch_so
from effleurage.reading._kinds.scene import spot_told
from effleurage.reading._kinds.walk import Motion, Walk
from effleurage.reading._slots.clause_subject import is_asked
from effleurage.reading._slots.resting import lies
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause
from effleurage.routine import Technique


def motions_of(parts: list[Clause], state: State, again: Clause | None) -> list[Motion]:
    """The clauses in which hands move, press or hold, each with its technique; manner is merged."""
    lift_before(parts, state, again)
    share_objects(parts)
    share_flesh(parts)
    share_paths(parts)
    share_ways(parts)
    opens_out(parts)
    share_meeting(parts)
    share_passing(parts)
    share_parting(parts)
    spread_oil(parts)
    spot_told(parts)
    touch_so(parts)
    done_so(parts)
    begin_lying(parts)
    last_is_from(parts)
    walk = Walk(parts, state, state.without_records())
    for n, clause in enumerate(parts):
        if not n and _lets_go_still(clause, state):
            continue
        if clause is again:
            if walk.found and carries_on(clause):
                carry(walk.found, clause)
        elif not _is_left_out(walk, clause, again):
            _take(walk, n)
    for clause in walk.carried:
        carry(walk.found, clause)
    share_count(walk.found)
    _let_go_first(walk.found)
    return walk.found


def _says_when(clause: Clause, parts: list[Clause]) -> bool:
    """As in "pull them toward you, and keep them together as you pull": while that is done."""
    bare = not (clause.tool or clause.places or clause.directions or clause.counted or clause.flesh)
    during = clause.sub == "while" and clause.subject == "you" and clause.technique is not None
    if not (during and bare):
        return False
    before = parts[: parts.index(clause)]
    return any(c.lemma == clause.lemma and c.sub is None for c in before)


def _let_go_first(found: list[Motion]) -> None:
    """As in "As your palms slide in, you slowly let go of the sides": while they let go, they slide."""
    if len(found) < 2 or found[0][0].sub != "while" or found[0][1] != "effleurage":
        return
    if found[1][1] == "release" and found[1][0].sub is None and "off" not in found[1][0].directions:
        found[0], found[1] = found[1], found[0]


def _lets_go_still(clause: Clause, state: State) -> bool:
    """As in "Let go slowly. As you let go, slide your palms in.": hands let go once, and that takes time."""
    if clause.sub != "while" or clause.technique != "release" or not state.at_work:
        return False
    last = state.records[-1].strokes[-1:]
    return bool(last) and last[0].technique is Technique.RELEASE


def _is_left_out(walk: Walk, clause: Clause, again: Clause | None) -> bool:
    """What is to stay as it is, or only tells how a repeat is done."""
    if keeps_flat(clause) or _says_when(clause, walk.parts):
        return True
    if clause.participle and again is not None and not walk.found and not clause.leading:
        if clause.act not in ("go", "work", "end"):
            clause.places, clause.directions = [], []
        return True
    return False


def _take(walk: Walk, n: int) -> None:
    """Take a clause in: as a motion, as a part of another, or as what says more of one."""
    clause, found, scratch = walk.parts[n], walk.found, walk.scratch
    if clause.subject == "hands" or (clause.tool and clause.passive):
        scratch.hands_subject = True
    if is_elliptic(walk, n) or lends_words(walk, n) or _is_told_by_last(walk, n):
        return
    if both_go_on(clause, found):
        clause.participle = False
        found.append((clause, "effleurage"))
        return
    if is_asked(walk.parts, n) or not moves(clause, scratch, walk.parts, n):
        supply(clause, found, walk.carried, walk.parts, n)
        walk.spoken = antecedent(clause) or walk.spoken
        ready = clause.tool and clause.tool_role == "object" and clause.neg is None
        walk.warmed = clause if ready else walk.warmed
        return
    if found and clause.in_turn and _by_turns(clause, found[-1][0]):
        found[-1][0].hands = "alternate"
        return
    technique = technique_told(walk, n)
    if joins_last(walk, n, technique):
        return
    found.append((clause, technique))
    if technique in WORKING:
        scratch.technique = technique
    if technique in {"hold", "stretch", "petrissage"} and clause.places:
        scratch.place = clause.places[0].place
    scratch.tool, scratch.hands = clause.tool or scratch.tool, clause.hands or scratch.hands
    scratch.resting = lies(clause, technique)


def _is_told_by_last(walk: Walk, n: int) -> bool:
    """Whether a clause is the last motion's aim or way back; a hand that lies or is shaped is made out."""
    parts, found = walk.parts, walk.found
    clause = parts[n]
    shaped = next((c for c in reversed(parts[:n]) if c.sub != "as_if"), None) if walk.warmed else None
    if shaped is not None and shaped is walk.warmed and works_shaped(clause, shaped):
        stacked = shaped.lemma in ("reinforce", "stack")
        clause.tool, clause.tool_wide, clause.tool_role = shaped.tool, shaped.tool_wide, "object"
        clause.hands = "both" if stacked else shaped.hands
    if aims(clause, found) or wraps_round(clause, found) or (not found and speaks_of_it(clause, parts, n)):
        return True
    if found and turns_back(clause, *found[-1]):
        clause.participle, clause.back = False, True
        found.append((clause, "effleurage"))
        return True
    if lies_there(clause) and not (found and tells_where(clause)):
        clause.act, clause.technique = "put", "hold"
    return False


def _by_turns(clause: Clause, last: Clause) -> bool:
    """As in "pull one hand to the spine, and let the other follow": both at it in turn."""
    let = any(m.cat == "verb" and m.base == "let" for m in clause.marks)
    return let and last.hands == "one" and last.hands_stated


def _only_likens(clause: Clause) -> bool:
    """As in "let your hands make generous, flowing movements": what strokes should be like.

    And as in "For the shoulder there is a similar stroke", "The shoulder gets one of the same kind".
    """
    if is_announced(clause) or (clause.lemma == "be" and clause.subject == "thing" and not clause.places):
        # As in "…, and the aim is never to break contact".
        return True
    bare = clause.motion_noun and clause.lemma in ("let", "make")
    return bare and not (clause.places or clause.directions or clause.technique)


def by_frame(parts: list[Clause], state: State) -> list[tuple[Clause, str | None]]:
    """The clause that would be a motion if its verb were known: it names a tool, a place or a way.

    For sentences that seem to move hands and in which no clause is known to; only the first one is
    taken, since the frame tells that something is done, not how often.
    """
    good = False
    for n, clause in enumerate(parts):
        # As in "It relieves tension and helps to break up the deposits": what is done is good, and no work.
        good = clause.subject == "thing" and (good or "reason" in clause.topics)
        told = clause.neg is None and clause.sub in (None, "while", "until") and clause.head is not None
        told = told and not (good and clause.form in ("s", "base") and not clause.tool)
        if not told or was_habit(clause) or brings_together(clause, parts[:n]):
            continue
        if (
            poised(clause)
            or lifts_palms(clause, parts, state)
            or tells_of_stroke(clause)
            or speaks_of_it(clause, parts, n)
            or left_for_later(clause, parts[n + 1 :])
            or _only_likens(clause)
            or says_which(clause, state)
            or carries_off(clause, parts[:n])
        ):
            continue
        if shapes_hand(clause):
            nxt = parts[n + 1] if n + 1 < len(parts) else None
            if nxt is not None and nxt.tool is None:
                # As in "bend your fingers and let the tips sink in": with what it is done.
                nxt.tool, nxt.tool_wide = clause.tool, clause.tool_wide
            continue
        if clause.tool or clause.places or clause.directions:
            oiled = "effleurage" if clause.act == "ready" and "oil" in clause.topics else None
            return [(clause, clause.technique or oiled or state.technique)]
    return []
