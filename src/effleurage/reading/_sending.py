"""Sending back: whether a clause repeats earlier steps."""

from effleurage.reading._written import Clause


def mainly_repeats(again: Clause, motions: list[tuple[Clause, str | None]]) -> bool:
    """The sentence repeats, and what moves besides is only the repeat's outcome."""
    motions = [
        (c, t)
        for c, t in motions
        if not (t == "hold" and (c.back or c.has("where they started", "where you started")))
    ]
    first = all(c.span[0] > again.span[0] for c, _ in motions)
    return first and all(is_outcome(c) for c, _ in motions)


def is_outcome(clause: Clause) -> bool:
    """What a repeat comes to: "so the final movement pulls", "let the last pull run"."""
    return clause.subject == "thing" or clause.has("last", "final")


def repeats(clause: Clause, parts: list[Clause]) -> bool:
    """Whether a clause sends back to earlier steps."""
    if clause.neg is not None or clause.sub in ("why", "as_if", "if", "until", "than"):
        return False
    if (
        clause.subject == "thing"
        and clause.again
        and clause.lemma in ("get", "receive", "need", "deserve", "have")
    ):
        return clause.side_stated or any(p.side for p in clause.places)
    if (clause.subject in ("thing", "receiver") and not clause.passive) or (
        clause.back and clause.act == "go"
    ):
        return False
    if clause.act == "again":
        if clause.lemma in ("swap", "switch"):
            limbs = any(p.mark.low in ("legs", "feet", "arms", "hands") for p in clause.places) or clause.has(
                "legs", "feet", "arms", "sides"
            )
            if limbs:
                clause.side, clause.side_stated, clause.places = "other", True, []
            return clause.side_stated and not clause.has("we")
        return clause.subject in ("imp", "you") or clause.passive
    if (
        clause.again
        and not (clause.technique and clause.tool)
        and clause.act in ("none", "work", "make", "on", "state", "put", "move", "end", "go", "stay", "begin")
    ):
        return clause.head is None or clause.subject in ("imp", "you")
    if (
        clause.act == "work"
        and clause.lemma == "do"
        and not clause.motion_noun
        and (
            clause.pronoun
            or clause.side_stated
            or clause.counted
            or any(p.side in ("left", "right", "other") for p in clause.places)
        )
    ):
        return clause.subject in ("imp", "you")
    return (
        clause.act == "on" and clause.subject in ("imp", "you") and not clause.places and not clause.technique
    )


def refers(parts: list[Clause]) -> Clause | None:
    """As in "As 1, deeper" and "As (e), left hand": the step that is meant is named by its number."""
    first = parts[0] if parts else None
    if first is None or not first.marks or first.head is not None:
        return None
    if first.marks[0].low in ("again", "once again") and (first.places or first.directions or first.counted):
        return first
    named = first.marks[0].low in ("step", "steps") and len(first.marks) > 1 and first.marks[1].cat == "num"
    return first if named or first.marks[0].low == "as" else None


def bare_side(parts: list[Clause]) -> Clause | None:
    """As in "Other side." or "Then the right flank.": a side and nothing else sends back."""
    if any(
        c.head is not None or c.technique or c.directions or c.counted or c.topics or c.neg is not None
        for c in parts
    ):
        return None
    if any(c.tool and not c.hands_stated for c in parts):
        return None
    sided = [
        c
        for c in parts
        if (c.side_stated and c.side in ("left", "right", "other"))
        or any(p.side in ("left", "right", "other") for p in c.places)
    ]
    extra = [p for c in parts for p in c.places if not p.side]
    return sided[0] if sided and not extra and len(parts) <= 2 else None


def count_led(parts: list[Clause]) -> Clause | None:
    """As in "Three times, moving out each time": a count that only participles follow."""
    if (
        not parts
        or not counts(parts[0])
        or not all(c.participle or c.sub or c.subject in ("thing", "receiver") for c in parts[1:])
    ):
        return _sides_only(parts)
    return parts[0]


def _sides_only(parts: list[Clause]) -> Clause | None:
    """As in "Right shoulder first, and then left": both sides in turn, and nothing else."""
    sides = [p.side for c in parts for p in c.places if p.side] + [c.side for c in parts if c.side_stated]
    bare = all(
        c.head is None and not c.tool and not c.technique and not c.directions and c.neg is None
        for c in parts
    )
    return parts[0] if bare and {"left", "right"} <= set(sides) else None


def counts(clause: Clause) -> bool:
    """A bare count: "three times", "four or five times is plenty"."""
    if (
        clause.technique
        or (clause.tool and clause.places)
        or any(p.role in ("from", "to") for p in clause.places)
    ):
        return False
    if (
        clause.neg is not None
        or clause.sub is not None
        or not clause.counted
        or (clause.topics and clause.act != "ready")
    ):
        return False
    return clause.act == "none" or (
        clause.act in ("state", "ready", "mind", "go")
        and clause.marks[0].cat in ("num", "freq", "adv", "filler")
    )
