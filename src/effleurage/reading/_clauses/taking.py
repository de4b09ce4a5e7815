"""Taking: flesh that one verb takes hold of, and the next one works on."""

import itertools

from effleurage.reading._slots.written import Clause

TAKING = frozenset(
    {"take", "pick", "pick up", "grab", "gather", "lift", "grasp", "grip", "catch", "scoop", "bunch", "pinch"}
)
"""Verbs that take hold of what the next verb works on."""
_HOLDING = frozenset({"hold", "clasp", "grasp", "grip", "catch", "take", "gather"})
_FLESH = frozenset({"muscle", "muscles", "flesh", "skin", "belly", "bulk", "meat", "traps", "hamstrings"})
_SIDES = frozenset({"waist", "flank"})
"""Where there is nothing but flesh to take hold of, or to pull up."""


def takes_flesh(clause: Clause) -> bool:
    """As in "take the calf muscle in both hands": what is taken is muscle, and not the limb."""
    if clause.lemma not in TAKING and not _holds(clause):
        return False
    words = {w for p in clause.places if p.role == "object" for w in p.mark.low.split()}
    told = any(m.cat == "tissue" and m.low in _FLESH for m in clause.marks)
    return told or not words.isdisjoint(_FLESH) or _takes_sides(clause)


def _holds(clause: Clause) -> bool:
    """As in "hold", "take hold of", "get a firm grip on"."""
    held = {"hold", "grip"}.intersection(clause.lemma.split()[1:-1])
    return clause.lemma in _HOLDING or bool(held)


def _takes_sides(clause: Clause) -> bool:
    """As in "take hold of the sides of the waist"."""
    held = clause.places and _holds(clause)
    return bool(held) and all(p.place in _SIDES and p.role in ("object", "at") for p in clause.places)


def share_flesh(parts: list[Clause]) -> None:
    """As in "take hold of the flesh and draw it up": it is flesh that is drawn, and no hand that glides."""
    for clause, after in itertools.pairwise(parts):
        if after.pronoun and after.neg is None and not (after.tool or after.places or after.flesh):
            after.flesh = after.has("it", "them") and set(after.directions) <= _LIFTED and takes_flesh(clause)
        if after.pressure is not None:
            continue
        lifts = after.flesh or (_holds(clause) and "up" in after.directions and takes_flesh(clause))
        gripped = clause.pressure == "firm" and lifts
        if gripped or (_holds(clause) and "firm" in clause.lemma.split()):
            # As in "take a firm hold of the flesh and pull it up", "grip firmly and pull the flesh up".
            after.pressure = "firm"


_LIFTED = frozenset({"up", "in", "toward_giver"})


def pulls_sides(clause: Clause) -> bool:
    """As in "pull up the sides of the waist": what is pulled is the flesh there, and no way along it."""
    pulled = clause.lemma in ("pull", "draw", "lift", "raise", "ease", "hoist") and clause.subject == "imp"
    bare = not (clause.tool or clause.back or clause.neg) and clause.hands != "alternate"
    waist = bool(clause.places) and all(p.place == "waist" and p.role in _ON for p in clause.places)
    return pulled and bare and waist and "up" in clause.directions and set(clause.directions) <= _LIFTED


_ON = ("object", "path", "at")
