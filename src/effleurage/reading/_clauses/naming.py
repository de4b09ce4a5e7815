"""Naming: a sentence that says which tool works and where it is laid, and for what a hand is there."""

import itertools

from effleurage.reading._slots.written import Clause
from effleurage.reading._words.verb_guess import SAME
from effleurage.reading._words.verbs import NAMING


def lay_named(found: list[Clause]) -> None:
    """As in "Your tool is the forearm, laid along the spine": what is named is what is laid."""
    for before, clause in itertools.pairwise(found):
        head, marks = clause.head, before.marks
        if head is None or clause.marks[0] is not head or clause.link != "comma" or head.form == "ing":
            continue
        laid = head.cats["verb"].get("act") in ("put", "stay") and (head.form == "ed" or head.low in SAME)
        named = before.head is not None and before.head.base in NAMING and before.neg is None
        if not (laid and named and marks[-1].cat == "tool" and marks[-2].cat in ("mine", "det", "num")):
            continue
        clause.marks, before.marks = [*marks[-2:], *clause.marks], marks[:-2]
        clause.passive, clause.subject = True, "imp"
        clause.look_through()
        before.look_through()


_STEADYING = ("steady", "support", "guide", "brace", "stabilise", "stabilize", "anchor")


def share_purpose(found: list[Clause]) -> None:
    """As in "the free hand grips it to steady and support it": two things for which it is there."""
    for before, clause in itertools.pairwise(found):
        if before.sub != "purpose" or clause.sub is not None or before.head is None or clause.head is None:
            continue
        bare = clause.link == "weak" and clause.form == "base" and clause.marks[0] is clause.head
        alike = clause.head.cats["verb"].get("act") == before.head.cats["verb"].get("act")
        alike = alike or clause.head.cats["verb"].lemma in _STEADYING
        if bare and alike and before.subject != "imp":
            clause.sub, clause.subject = "purpose", before.subject
