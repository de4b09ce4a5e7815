"""Applying: what is given to a place is done there, and does not go to it."""

from effleurage.reading._slots.work import TRAVEL, WORKED_ON
from effleurage.reading._slots.written import Clause

_GIVEN = ("apply", "give", "administer", "deliver", "perform", "use", "add", "do", "make", "provide")
_NAMES = frozenset(
    [
        *("effleurage", "effleurages", "petrissage", "friction", "frictions", "tapotement", "percussion"),
        *("compression", "compressions", "vibration", "vibrations", "massage", "work"),
    ]
)


def apply_to(clause: Clause) -> None:
    """As in "petrissage to the calves", "apply deep friction to the erectors": where it is done."""
    if not clause.places:
        return
    first = clause.places[0]
    if first.role == "to" and len(clause.places) > 1 and _opens(clause):
        first.role = "at" if clause.technique in WORKED_ON else "path"
        return
    if clause.has("from"):
        return
    ends = [p for p in clause.places if p.role == "to"]
    if len(ends) != 1 or any(p.role == "from" for p in clause.places) or TRAVEL & set(clause.directions):
        return
    if not clause.has("to") or clause.back or not _is_named(clause):
        return
    ends[0].role = "at" if clause.technique in WORKED_ON else "path"


def _opens(clause: Clause) -> bool:
    """As in "Petrissage to the calves, ankle to knee": the name of a technique, and what it is given to."""
    return clause.marks[0].low in _NAMES and len(clause.marks) > 1 and clause.marks[1].low == "to"


def _is_named(clause: Clause) -> bool:
    """Whether a noun says what is done: a technique's name, or with "apply" and "give" any work, or oil."""
    named = any(not _NAMES.isdisjoint(m.low.split()) for m in clause.marks)
    first = clause.head is not None and clause.marks.index(clause.head) == 0
    if clause.head is None or (first and clause.head.low in _NAMES):
        return named or (clause.motion_noun and clause.technique in WORKED_ON)
    if clause.lemma in _GIVEN and any("pressure" in m.low.split() for m in clause.marks):
        return True
    if clause.technique == "compression" and clause.lemma.split()[0] in _GIVEN and " " in clause.lemma:
        return True
    if clause.lemma in _GIVEN and "oil" in clause.topics and clause.tool is None:
        return True
    if clause.lemma in _GIVEN:
        return named or (clause.motion_noun and clause.technique in WORKED_ON)
    return clause.form == "ing" and first and not clause.link and clause.technique in WORKED_ON
