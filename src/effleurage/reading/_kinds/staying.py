"""Hands that stay: whether a clause holds, and whether the hold is meant."""

from effleurage.reading._slots.limits import keeps_clear
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause

_PROPS = frozenset(
    {"steady", "cradle", "stabilise", "stabilize", "support", "brace", "anchor", "prop", "bolster"}
)
"""A limb or head that is only propped is made ready for work."""


_SLEEPING = ("fall asleep", "sleep", "drop off", "nod off", "doze", "doze off", "drift off", "snooze")


def sleeps(clause: Clause) -> bool:
    """As in "if he falls asleep, stay a little": company, and no hold."""
    return clause.sub == "if" and (clause.lemma in _SLEEPING or clause.has("asleep"))


def lies_on_pillow(clause: Clause) -> bool:
    """As in "rest the forearm on the pillow": a limb is laid ready, whosever it is."""
    laid = clause.tool_role == "object" and clause.tool in ("forearm", "elbow", "heel", "palm")
    return laid and "cushion" in clause.topics and not clause.places


def stays(clause: Clause, state: State, *, asleep: bool) -> bool:
    if clause.lemma in ("keep", "stay", "hold") and clause.places and keeps_clear(clause):
        return False
    if lies_on_pillow(clause) or (not clause.places and any("shape" in m.low for m in clause.marks)):
        return False
    if clause.lemma in ("keep", "leave", "lie"):
        there = clause.pronoun and clause.has("there", "still")
        aimless = not (clause.places or clause.duration or there)
        lasting = clause.duration or clause.moment or clause.open_ended
        if clause.lemma in ("keep", "lie") and clause.has("still") and lasting:
            return state.tool is not None and clause.subject in ("imp", "you")
        if clause.lemma == "keep" and (clause.caution or aimless):
            return False
        return bool(
            clause.tool
            and (clause.places or clause.moment or clause.duration or clause.has("there", "still", "steady"))
        ) or (
            clause.pronoun
            and clause.has("there", "still", "them")
            and (clause.has("there", "still") or bool(clause.duration or clause.moment))
        )
    if clause.lemma == "rest" and len(clause.marks) == 1 and clause.link == "":
        return state.resting and state.tool is not None
    if clause.lemma in ("pause", "linger") and len(clause.marks) == 1 and clause.link == "":
        return state.at_work and state.place is not None
    if clause.lemma in ("wait", "stay") and state.tool and not clause.topics:
        return not asleep
    if clause.lemma in ("rest", "wait", "pause", "stay", "remain", "linger", "settle"):
        return bool(clause.tool or clause.has("there", "here") or clause.duration or clause.moment)
    if clause.topics.keys() & {"draping", "cushion", "oil"}:
        return False
    if not clause.places and not clause.pronoun and sum(m.cat == "tool" for m in clause.marks) > 1:
        return False
    if (
        clause.lemma in ("hold", "pause")
        and len(clause.marks) == 1
        and state.at_work
        and state.place is not None
    ):
        return clause.subject == "imp"
    return bool(
        clause.tool or clause.places or clause.pronoun or clause.duration or clause.moment or state.tool
    )


def lies_in_hands(clause: Clause) -> bool:
    """As in "With the calf lying in both hands, squeeze": how what is worked on is held meanwhile."""
    first = clause.marks[0]
    return clause.form == "ing" and first.low == "with" and clause.tool_role == "at" and bool(clause.places)


def is_meant(clause: Clause) -> bool:
    """A hold that is meant as such, not only hands on their way."""
    if (
        clause.duration
        or clause.moment
        or clause.open_ended
        or (clause.motion_noun and clause.technique == "hold")
    ):
        return True
    if clause.lemma in _PROPS:
        return False
    if clause.act == "stay":
        return (
            clause.lemma != "rest"
            or clause.has("there", "just", "still")
            or (clause.lemma == "rest" and not clause.tool)
        )
    return (
        (clause.act in ("begin", "none") and clause.technique == "hold")
        or clause.has("resting")
        or _is_still(clause)
    )


def _is_still(clause: Clause) -> bool:
    """As in "hold them still", and not "still on the left"."""
    for n, mark in enumerate(clause.marks):
        if mark.low == "still":
            return n + 1 == len(clause.marks) or clause.marks[n + 1].cat not in (
                "prep",
                "side",
                "dir",
                "place",
            )
    return False
