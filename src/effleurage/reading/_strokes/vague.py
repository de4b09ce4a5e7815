"""Vague verbs: what hands do that only go on, come back or rise."""

from effleurage.reading._slots.state import State
from effleurage.reading._slots.work import ON_THE_SPOT
from effleurage.reading._slots.written import Clause

_GOING = frozenset(
    {
        "go",
        "travel",
        "come",
        "return",
        "progress",
        "journey",
        "move along",
        "carry on",
        "proceed",
        "head",
        "move",
        "drift",
        "wander",
        "climb",
        "descend",
        "advance",
        "meander",
        "shift",
        "migrate",
    }
)


def goes_on(clause: Clause, state: State) -> bool:
    """As in "Go from the neck out to the shoulder and come back.", said of kneading: it goes along."""
    if clause.has("movement", "motion", "movements") and clause.act == "go" and clause.motion_noun:
        return state.technique in ON_THE_SPOT and not clause.tool
    if clause.distance and state.technique == "compression" and clause.lemma in _GOING and not clause.tool:
        return "at a time" in " ".join([m.low for m in clause.marks])
    if clause.lemma not in _GOING or clause.act not in ("go", "move") or state.technique not in ON_THE_SPOT:
        return False
    if "around" in clause.directions or clause.motion_noun or clause.passive:
        return False
    return not clause.tool and (clause.back or bool(clause.directions) or bool(clause.places))


def rises(clause: Clause) -> bool:
    """As in "lean in as they breathe out, and come back as they breathe in": the weight is taken off."""
    return (
        clause.lemma in {"come", "rock", "sit", "go", "sway"}
        and clause.marks[-1].cat == "back"
        and not (clause.places or clause.tool or clause.directions or clause.pronoun)
    )
