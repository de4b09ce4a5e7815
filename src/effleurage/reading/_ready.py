"""Preparation: room, oil, clothes, hair; and what a sentence without motion is about."""

from effleurage.reading._state import State
from effleurage.reading._written import Clause
from effleurage.routine import Kind

_TOPICS = (
    "contraindication",
    "feedback",
    "breathing",
    "oil",
    "washing",
    "hair",
    "draping",
    "cushion",
    "room",
    "rest",
    "media",
    "reason",
)


def topic_of(parts: list[Clause], kind: Kind) -> str | None:
    said = {t for c in parts for t in c.topics}
    return next((t for t in _TOPICS if t in said), "chat" if kind is Kind.NOTE else None)


def prepares(parts: list[Clause], state: State) -> bool:
    """Whether a sentence prepares room, oil, clothes or hair."""
    if parts and parts[0].lemma in ("feel", "see", "notice", "find") and parts[0].subject == "you":
        return False
    topics = {t for c in parts if c.neg is None for t in c.topics}
    things = topics & {"oil", "washing", "draping", "room", "cushion", "hair"}
    if (any(c.sub == "if" for c in parts) and "contraindication" in topics) or (
        "contraindication" in topics and not things
    ):
        return False
    for clause in parts:
        if clause.sub in ("if", "why", "as_if", "than", "purpose") or clause.neg is not None:
            continue
        commanded = clause.subject in ("imp", "you") or clause.passive
        if clause.head is None and any(m.cat == "modal" for c in parts for m in c.marks):
            continue
        if (
            clause.act == "ready"
            and commanded
            and clause.head is not None
            and (clause.form == "base" or clause.topics or clause.person or clause.passive)
        ):
            return True
        if clause.topics and set(clause.topics) & {"oil", "washing", "draping", "room", "hair", "cushion"}:
            if (
                clause.act in ("move", "put", "make", "free", "go", "work", "stay", "manner")
                and commanded
                and (clause.form in ("base", "ing") or clause.passive)
            ):
                return True
            if (
                clause.act == "mind"
                and clause.lemma in ("want", "need", "use", "choose")
                and (commanded or len(topics) > 1)
            ):
                return True
            if (
                clause.lemma == "take"
                and clause.subject == "pron"
                and set(clause.topics) & {"oil", "draping"}
            ):
                return True
            if (
                clause.act == "none"
                and clause.head is None
                and not any(c.head is not None and c.subject in ("thing", "pron", "receiver") for c in parts)
            ):
                return True
            if (
                clause.act == "state"
                and clause.subject in ("thing",)
                and set(clause.topics) & {"oil", "washing", "draping"}
            ):
                return True
    return False
