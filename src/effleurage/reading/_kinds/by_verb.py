"""By verb: verbs with a rule of their own for whether hands work, whatever holds of other verbs."""

from effleurage.reading._clauses.verbless import JOINING, brings_together
from effleurage.reading._kinds.poised import SHAPING, shapes_hand
from effleurage.reading._slots.handling import (
    BALLING,
    WEIGHING,
    forms_fist,
    gives_back,
    lets_weight_go,
    sinks_weight,
    takes_limb,
)
from effleurage.reading._slots.resting import GIVING, lightens, presses_passively
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause
from effleurage.reading._strokes.technique import technique_of

_TAKING = ("take", "grasp", "clasp")
_RULED = SHAPING.union(JOINING, BALLING, WEIGHING, GIVING, _TAKING, ("lighten", "give"))

_LIMP = ("hang", "rest", "lie", "relax", "soften", "flop", "dangle", "droop", "sag", "go")
"""What muscle does of itself that is only let."""


def by_verb(clause: Clause, state: State, before: list[Clause]) -> bool | None:
    """Whether hands work on the receiver by a rule of the clause's verb; None where none holds."""
    if clause.lemma not in _RULED:
        return None
    if (
        shapes_hand(clause)
        or _shapes_on(clause, before)
        or brings_together(clause, before)
        or forms_fist(clause)
    ):
        return False
    taken = clause.lemma in _TAKING and clause.tool and clause.tool_role in ("at", "with")
    if taken and any(p.role == "object" and p.place in ("arm", "leg", "head") for p in clause.places):
        return clause.subject in ("imp", "you", "hands")
    if sinks_weight(clause) and clause.subject in ("imp", "you"):
        return True
    if lightens(clause, state) or presses_passively(clause):
        return state.tool is not None or clause.tool is not None
    if gives_back(clause):
        return state.technique == "petrissage" and clause.subject in ("imp", "you", "hands")
    if lets_weight_go(clause):
        return state.tool is not None and clause.subject in ("imp", "you")
    return clause.subject in ("imp", "you") if takes_limb(clause) else None


_OPENING = ("open", "spread", "splay", "fan", "stretch")


def _shapes_on(clause: Clause, before: list[Clause]) -> bool:
    """As in "open your fingers, really spread them": the hand that is being shaped."""
    bare = not (clause.places or clause.directions or clause.tool)
    return (
        clause.lemma in _OPENING and bare and clause.has("them", "it") and any(map(shapes_hand, before[-1:]))
    )


def only_let(clause: Clause, state: State) -> bool | None:
    """Whether hands work where something is let do it; None where the words do not tell."""
    led = clause.tool or clause.pronoun
    fleshy = any(p.role == "object" for p in clause.places) or (clause.flesh and clause.has(*_LIMP))
    # As in "let the last pull cross the shoulder": a stroke of the hands' own.
    stroke = clause.motion_noun and clause.has("last", "final")
    if fleshy and not (led or stroke):
        return False
    somebody = "lie" in clause.topics or clause.person or clause.has("you", "him", "me", "us")
    if somebody and not clause.tool:
        return False
    lain = clause.has("it", "him", "her") and clause.has("lie", "rest", "sit", "hang")
    if lain and clause.tool_role == "at" and not clause.places:
        return False
    if clause.subject not in ("imp", "you"):
        return None
    if clause.has("hold", "grip", "grasp") and technique_of(clause, state) == "release":
        return state.tool is not None
    # As in "let the flesh slip free".
    loose = () if clause.topics else ("free", "loose")
    odd = any(m.cat == "word" and m.low not in loose for m in clause.marks)
    at_work = state.tool and not odd
    return technique_of(clause, state) is not None and bool(led or at_work)
