"""Put right: clauses that say in two what is done in one, before the motions among them are gathered."""

import itertools
from dataclasses import replace

from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause
from effleurage.routine import Technique


def lift_before(parts: list[Clause], state: State, again: Clause | None) -> None:
    """As in "Repeat twice after lifting the arm off", "once you have": what was not lifted is lifted then.

    And as in "After pulling the flesh up, release the sides".
    """
    before = next(reversed(state.latest()), None)
    if before is None or before.technique is Technique.RELEASE:
        return
    for clause in parts:
        done = clause.subject == "you" and clause.has("have", "'ve")
        places = [ref for ref in clause.places if ref.role != "off"]
        own = clause.tool_role == "object" and clause.tool is not None and not places
        lifted = own and ("off" in clause.directions or clause.lemma == "lift")
        pulled = clause.flesh and "up" in clause.directions and before.technique is Technique.EFFLEURAGE
        behind = clause.participle and clause.marks[0].low in _BEHIND
        after = clause.sub == "when" and (done or behind or (lifted and clause.passive))
        if lifted and again is not None and clause.participle and clause.sub is None:
            # As in "Repeat twice, taking your arm off with care".
            after, clause.act, clause.technique = True, "free", "release"
        if after and clause.neg is None and (lifted or pulled):
            clause.sub, clause.participle = None, False
            for ref in clause.places:
                ref.role = "object" if ref.role == "from" else ref.role


_BEHIND = frozenset({"after", "each time", "every time"})


def touch_so(parts: list[Clause]) -> None:
    """As in "Raise the palms, so that only the fingertips rest beside the spine": they are laid there."""
    for n, clause in enumerate(parts):
        so = clause.sub == "until" or (clause.sub == "why" and clause.marks[0].low.startswith("so"))
        lays = clause.technique == "hold" or clause.lemma == "be"
        if not (so and lays and clause.tool == "fingertips" and clause.neg is None):
            continue
        lifted = next((c for c in parts[:n] if _lifted(c)), None)
        if lifted is None or not (clause.places or lifted.places):
            continue
        # Palms are lifted "off the back"; what is told behind that is where the fingertips are.
        places = [p for p in (*clause.places, *lifted.places) if p.role != "off" or p.place != "back"]
        told = {p.place: replace(p, role="at" if p.role == "off" else p.role) for p in places}
        clause.places, lifted.places, lifted.directions = list(told.values()), [], []
        lifted.act, lifted.technique = "manner", None
        clause.sub, clause.act, clause.technique, clause.lemma = None, "put", "hold", "place"
        clause.hands = "both"


def _lifted(clause: Clause) -> bool:
    """As in "raise the palms", "with raised palms", "with the palms off the skin"."""
    off = clause.has("raised", "lifted", "off", "clear", "up") and any(m.base == "palm" for m in clause.marks)
    raised = clause.lemma in ("lift", "raise") and clause.tool == "palm"
    return raised or off or clause.fingers == "raised"


def done_so(parts: list[Clause]) -> None:
    """As in "pull it up, and do it firmly", "pull it up, putting some strength into it": how hard."""
    for before, clause in itertools.pairwise(parts):
        done = clause.lemma == "do" or (clause.lemma == "put" and clause.participle)
        bare = not (clause.tool or clause.places or clause.directions or clause.counted or clause.again)
        if done and bare and clause.pressure and before.technique and clause.has("it", "this", "that"):
            before.pressure = before.pressure or clause.pressure
            clause.pressure, clause.technique, clause.act = None, None, "manner"


def begin_lying(parts: list[Clause]) -> None:
    """As in "both hands begin low, resting just above the base of the spine": there they are laid."""
    for before, clause in itertools.pairwise(parts):
        begins = before.act == "begin" and before.subject == "hands" and before.tool and not before.places
        if begins and clause.participle and clause.lemma in ("rest", "lie", "sit") and clause.places:
            clause.tool, clause.tool_role, clause.hands = before.tool, "object", before.hands
            clause.hands_stated, clause.participle, clause.subject = before.hands_stated, False, "imp"
            clause.act, clause.technique = "put", "hold"
            before.tool, before.hands, before.directions = None, None, []


def last_is_from(parts: list[Clause]) -> None:
    """As in "the final pull is at the base of the neck and goes across the shoulder": from there."""
    for before, clause in itertools.pairwise(parts):
        last = before.lemma == "be" and before.motion_noun and before.has("last", "final", "very last")
        goes = clause.act in ("go", "move") and clause.link == "weak" and clause.places and not clause.tool
        if last and goes and before.places and not before.directions:
            clause.places = [*(replace(p, role="from") for p in before.places), *clause.places]
            before.act, before.technique, before.places = "manner", None, []
