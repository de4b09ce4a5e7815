"""Settling verbs: whether a word that could be one is one here."""

from effleurage.reading._words.mark import Mark
from effleurage.reading._words.verb_guess import before_adverbs
from effleurage.reading._words.verbs import is_verb


def counts_behind(marks: list[Mark], at: int) -> bool:
    """As in "like five times", "like four of those": about so many."""
    if at + 1 >= len(marks) or marks[at + 1].cat != "num":
        return False
    for mark in marks[at + 2 : at + 5]:
        if mark.cat in ("times", "unit", "moment") or mark.low in ("of", "x", "more"):
            return True
        if mark.cat not in ("num", "conj", "comma", "prep"):
            return False
    return False


def is_anyone(marks: list[Mark], at: int) -> bool:
    """As in "One places both palms on the hips": the giver, as old books say it."""
    after = marks[at + 1]
    opens = at == 0 or marks[at - 1].cat in ("comma", "sub", "semi", "conj")
    return opens and after.form == "s" and "verb" in after.cats and after.cats["verb"].get("act") in _ACTS


_ACTS = ("move", "go", "put", "stay", "free", "work", "make", "again", "on", "begin", "end")


def explains(marks: list[Mark], at: int) -> bool:
    """As in "Kneading suits the fleshy places": what a technique does or is good for."""
    after = marks[at + 1] if at + 1 < len(marks) else None
    named = marks[0].form == "ing" and ("motion" in marks[0].cats or "verb" in marks[0].cats)
    return named and after is not None and after.cat in ("det", "theirs", "mine", "pron", "tissue", "place")


BOUNDS = ("start", "begin", "finish", "end", "stop")


def opens_motion(marks: list[Mark], at: int) -> bool:
    """As in "Finish on long strokes": the words name what is done last, and no place."""
    if at and marks[at - 1].cat not in ("conj", "comma", "filler", "adv"):
        return False
    for mark in marks[at + 1 : at + 6]:
        if mark.cat == "place":
            return False
        if "motion" in mark.cats or ("verb" in mark.cats and mark.cats["verb"].get("noun")):
            return True
        if mark.cat in ("prep", "comma", "conj"):
            return False
    return False


def noun_after_to(marks: list[Mark], at: int) -> bool:
    mark = marks[at]
    return "place" in mark.cats or "tool" in mark.cats or "dir" in mark.cats


def settle_verb(marks: list[Mark], at: int, *, past: bool = False) -> None:
    mark = marks[at]
    noun = mark.cats.get("motion")
    if (
        noun is not None
        and noun.get("technique")
        and noun.get("technique") != mark.cats["verb"].value
        and mark.form == "ing"
    ):
        mark.take("motion")
        return
    if is_verb(marks, at, past=past):
        mark.take("verb")
        return
    for cat in (
        "tool",
        "place",
        "motion",
        "press",
        "fingers",
        "part",
        "tissue",
        "person",
        "topic",
        "hands",
        "dir",
        "adv",
        "filler",
    ):
        if cat in mark.cats:
            mark.take(cat)
            return
    if mark.cats["verb"].get("act") in ("move", "free") and mark.form in ("base", "s", "ing"):
        mark.take("verb")
        mark.cat = "motion"
    else:
        mark.cat = "word"


_WHERE = frozenset(["between", "beside", "under", "below", "next", "alongside", "behind", "where"])
"""First words of places before which "right" is no side."""


_HAVE = ("have", "has", "had", "'ve", "i've", "you've", "we've")


_LEFT_SO = frozenset({"crossed", "resting", "lying", "hanging", "open", "free", "alone", "uncovered", "bare"})
"""As in "with the arms left crossed": how something is left, and no side."""


def is_side(marks: list[Mark], at: int) -> bool:
    """Whether left or right says which, and not "right up" or "what is left"."""
    mark = marks[at]
    before = before_adverbs(marks, at)
    after = marks[at + 1] if at + 1 < len(marks) else None
    if mark.low == "left" and after is not None and after.low in _LEFT_SO:
        return False
    soon = mark.low == "right" and after is not None and after.low in ("after", "behind")
    if soon and (before is None or before.cat not in ("det", "mine")):
        # As in "the second one comes right after".
        return False
    if mark.low == "right" and at == 0 and after is not None and after.cat == "comma":
        return not any(m.cat in ("subj", "verb") for m in marks[2:])
    if after is not None and after.cat == "place" and after.low.split()[0] in _WHERE:
        gapped = at > 1 and marks[at - 2].cat in ("conj", "comma") and before is not None
        return gapped and before.cat in ("det", "mine") and any("tool" in m.cats for m in marks[:at])
    if (
        after is not None
        and after.low == "to"
        and (before is None or before.cat in ("comma", "place", "dir"))
    ):
        return any(m.low == "left" for m in marks[at + 2 : at + 4])
    if (
        after is not None
        and after.cat in ("dir", "prep", "adv")
        and (before is None or before.cat not in ("det", "mine", "theirs", "prep", "conj", "comma"))
    ):
        return False
    if (
        mark.low == "right"
        and after is not None
        and after.cat == "prep"
        and not any(m.low == "left" for m in marks)
    ):
        return before is not None and before.cat in ("det", "mine", "theirs", "prep")
    if after is not None and after.low in (
        "where",
        "when",
        "away",
        "now",
        "then",
        "into",
        "up",
        "down",
        "over",
        "across",
        "under",
        "along",
        "through",
    ):
        return before is not None and before.low in ("the", "their", "your", "on", "to")
    if (
        mark.low == "left"
        and before is not None
        and before.low in ("is", "are", "have", "has", "you", "been", "'ve")
    ):
        return False
    if mark.low == "left" and at > 1 and marks[at - 1].low == "just" and marks[at - 2].low in _HAVE:
        return False
    return not (
        mark.low == "right"
        and before is not None
        and before.low in ("'s", "is", "all", "feel", "feels", "just")
    )
