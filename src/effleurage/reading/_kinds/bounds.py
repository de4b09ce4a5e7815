"""Bounds: whether a sentence does no more than bound pressure or contact."""

from effleurage.reading._slots.clause_subject import SHY
from effleurage.reading._slots.limits import excused, must_not_hurt
from effleurage.reading._slots.restraint import conditioned, restrains
from effleurage.reading._slots.written import Clause


def plainly_bounds(parts: list[Clause]) -> bool:
    """An idiom of bounding, or a verb of touching that is forbidden at a place: no odds speak against it."""
    return any(
        restrains(c)
        or must_not_hurt(c)
        or (c.neg is not None and c.act in ("move", "put", "go") and bool(c.places) and not excused(c))
        for c in parts
    )


def takes_fear(parts: list[Clause]) -> bool:
    """As in "Don't be afraid to lean.": forbidden is only the shyness."""
    return any(c.neg is not None and c.has(*SHY) for c in parts)


def only_bounds(parts: list[Clause]) -> bool:
    """As in "Featherweight, please." and "Everything here is done gently.": how hard, and nothing else."""
    for part in parts:
        if part.lemma in _MEASURED and (_is_enough(part) or _is_measured(part)):
            return True
    if conditioned(parts):
        return True
    if len(parts) != 1:
        return False
    clause = parts[0]
    if _resists(clause):
        return True
    whole = (clause.head is None and not clause.holds("pron", "person", "subj")) or (
        clause.passive
        and clause.lemma in ("do", "perform", "keep")
        and clause.has(*_ALL)
        and not clause.again
    )
    bare = not (clause.places or clause.tool or clause.technique or clause.counted or clause.directions)
    return bool(clause.pressure) and whole and bare and not clause.again and not clause.motion_noun


def _resists(clause: Clause) -> bool:
    """As in "Resist the urge to press hard.": how hard at most; and not "Resist the urge to talk."."""
    if clause.neg is None or clause.neg.low not in ("resist", "resisting") or clause.places:
        return False
    return bool(clause.pressure) or clause.technique == "compression" or clause.lemma.split()[0] == "dig"


_MEASURED = frozenset({"be", "feel", "stay", "remain", "match", "touch", "weigh", "rest", "graze"})
"""Verbs that tell how hard hands are, or are to be."""


def _is_enough(clause: Clause) -> bool:
    """As in "a light touch is plenty": how hard at most."""
    if clause.lemma != "be" or clause.subject != "thing" or not clause.has(*_PLENTY):
        return False
    if not (clause.pressure or clause.has("pressure", "weight")):
        return False
    return any(
        w in m.low.split() for m in clause.marks for w in ("touch", "pressure", "weight", "contact", "hand")
    )


def _is_measured(clause: Clause) -> bool:
    """As in "Your pressure should be about that of a kitten" and "the hands should barely touch the skin"."""
    if not clause.holds("modal", "caution"):
        return False
    if clause.lemma in ("be", "feel", "stay", "remain", "match"):
        subject = next((m for m in clause.marks if m.cat not in ("mine", "det", "filler", "adv")), None)
        if subject is None or subject.low.split()[0] not in ("pressure", "touch", "contact"):
            return False
    elif not clause.pressure or clause.places:
        return False
    return any(m.cat in ("modal", "caution") and "to" not in m.low.split() for m in clause.marks)


_PLENTY = ("plenty", "enough", "sufficient", "fine", "best", "ample", "adequate", "all", "needed", "required")


_ALL = ("everything", "all", "it", "this", "nothing", "all of it", "each")
