"""Subordinate clauses that end without a comma: where the main clause behind them begins."""

from effleurage.reading._words.mark import Mark

_AHEAD = ("when", "if", "after")
_PERCEIVED = (
    *("see", "watch", "hear", "feel", "notice", "observe", "spot", "let", "make", "help", "have", "sense"),
    *("find", "want", "need", "like", "ask", "tell"),
)
_NOUNS = ("place", "tool", "tissue", "motion", "word", "topic", "person", "pron", "unit", "times", "part")
_MANNER = ("adv", "tempo", "press", "gradual", "filler", "num", "det")


def begins_main(sub: str | None, before: Mark, between: list[Mark], head: Mark) -> bool:
    """As in "When you get to the neck go round it": a bare command behind a clause that has its own verb.

    Args:
        sub: What opens the clause.
        before: The verb of the subordinate clause.
        between: What stands between it and the next verb.
        head: The next verb.
    """
    if sub not in _AHEAD or head.form != "base" or head.cats["verb"].get("act") in ("state", "mind"):
        return False
    if before.cats["verb"].lemma in _PERCEIVED:
        return False
    return not any(m.cat in ("modal", "conj", "neg", "subj") for m in between)


def begins_at_once(opening: Mark, before: list[Mark], head: Mark) -> bool:
    """As in "After three breaths push up": what opens has no verb, and the command stands behind its noun."""
    if opening.low not in ("after", "once") or head.form != "base" or head.base == "have":
        return False
    if any(m.cat in ("subj", "modal", "person", "pron", "theirs", "mine") for m in before):
        return False
    return bool(before) and any(m.cat in _NOUNS or m.cat == "num" for m in before)


def goes_on(marks: list[Mark], opening: Mark, before: list[Mark], head: Mark) -> bool:
    """As in "up to the shoulders, where they pass outward": what the hands do from there on.

    Args:
        marks: All marks of the sentence up to this clause.
        opening: What opens the clause.
        before: What stands before its verb.
        head: Its verb.
    """
    if opening.low not in _THERE or head.cats["verb"].get("act") not in ("move", "go", "free", "put"):
        return False
    told = [m for m in before if m.cat not in (*_MANNER, "modal") and m.low not in ("is", "are", *_ENDING)]
    if told and all(m.low in ("arm", "forearm") for m in told):
        return head.cats["verb"].get("act") == "free"
    if all(m.cat == "motion" for m in told) and any(m.low in _ENDING for m in before):
        return True
    if not told or not all(m.cat in ("subj", "tool", "mine") or m.low in ("they", "both") for m in told):
        return False
    if opening.low != "where" or any(m.cat == "subj" or m.cat == "tool" for m in told):
        return True
    k = len(marks) - 1
    while k >= 0 and marks[k].cat in ("comma", "filler"):
        k -= 1
    while k >= 0 and (marks[k].cat not in ("prep", "verb") or marks[k].value == "of"):
        k -= 1
    return k >= 0 and marks[k].cat == "prep" and marks[k].value == "to"


_ENDING = ("last", "final", "very last")
"""As in "up to the neck, where the last one goes across the shoulder"."""
_THERE = frozenset(["where", "whereupon", "at which point", "upon which", "after which"])


def is_last_one(sub: str | None, before: list[Mark]) -> bool:
    """As in "until you reach the neck and the last pull crosses the shoulder": one more thing is done."""
    if sub not in ("until", "why") or not any(m.low in _ENDING for m in before):
        return False
    return any(m.cat == "motion" or m.low == "one" for m in before)
