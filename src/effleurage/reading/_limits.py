"""What a sentence forbids or bounds."""

from effleurage.reading._written import Clause
from effleurage.routine import Limit, Place


def keeps_clear(clause: Clause) -> bool:
    """As in "keep off the ribs" and "stay below the neck": staying where the place is not."""
    lows = {m.low for m in clause.marks}
    bounded = clause.lemma == "stay" and clause.tool is None and clause.duration is None
    return bool({"off", "away"} & lows) or (bounded and bool({"below", "above", "clear", "outside"} & lows))


def limits_of(clause: Clause) -> list[Limit]:
    """What a clause forbids: one entry for each place."""
    if clause.neg is None and clause.lemma in ("keep", "stay") and clause.places and keeps_clear(clause):
        span = (clause.head.start if clause.head else clause.span[0], clause.span[1])
        return [Limit(span=span, avoid=Place(p.place)) for p in clause.places]
    if clause.neg is None or clause.sub in ("if", "why", "as_if", "than"):
        return []
    neg = clause.neg
    if (
        clause.subject == "thing"
        and clause.head is not None
        and not clause.passive
        and neg.low in ("don't", "doesn't", "isn't", "do not", "does not", "never", "won't", "aren't", "not")
    ):
        return []
    if (
        clause.subject in ("thing", "pron", "receiver")
        and not clause.places
        and not neg.low.startswith(("no", "leave", "keep", "avoid", "stay"))
    ):
        return []
    if neg.low == "no" and not clause.places and clause.topics:
        return []
    if neg.low in ("instead of", "rather than") and not clause.places and not clause.tool:
        return []
    if neg.low == "without" and not clause.places and clause.head is None:
        return []
    if (
        clause.head is not None
        and clause.act in ("mind", "state", "ready", "on", "end")
        and not clause.places
        and not clause.tool
    ):
        return []
    span = (neg.start, clause.span[1])
    names = list(
        dict.fromkeys(
            p.place
            for p in clause.places
            if p.mark.i > neg.i or neg.low in ("avoided", "off limits", "out of bounds", "must be avoided")
        )
    )
    if neg.low in ("avoided", "off limits", "out of bounds", "must be avoided"):
        span = clause.span
    if not names and clause.has("bone", "bones"):
        return [Limit(span=span, avoid=Place.SPINE)]
    if not names:
        return [Limit(span=span, avoid=None)]
    return [Limit(span=span, avoid=Place(name)) for name in names]


def contraindicates(parts: list[Clause]) -> bool:
    """Who must not be massaged at all: advice about people, not about hands."""
    if not any("contraindication" in c.topics for c in parts):
        return False
    banned = next((c for c in parts if c.neg is not None and c.head is not None), None)
    return (
        banned is not None
        and not banned.places
        and banned.lemma
        in ("massage", "treat", "use", "give", "do", "work", "try", "apply", "perform", "practise")
    )


def stops(parts: list[Clause]) -> bool:
    """As in "Stop if it hurts": a bound."""
    first = parts[0] if parts else None
    return (
        first is not None
        and first.lemma == "stop"
        and first.subject == "imp"
        and any(c.sub in ("if", "when") for c in parts)
    )


def is_rule(parts: list[Clause]) -> bool:
    """As in "Always push towards the heart and never drag": how it is to be done, not that it be done."""
    always = parts and any(m.low == "always" for m in parts[0].marks[:2]) and not parts[0].tool
    return bool(always) and any(c.neg is not None for c in parts) and not any(c.places for c in parts)
