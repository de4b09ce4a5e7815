"""Questions, and what only asks or gives a reason."""

import re

from effleurage.reading._words.mark import Mark, Words

_ASKING = frozenset(
    [
        "how",
        "what",
        "why",
        "who",
        "where",
        "when",
        "which",
        "do",
        "does",
        "did",
        "is",
        "are",
        "can",
        "could",
        "should",
        "would",
        "will",
        "may",
        "feel",
        "feels",
        "ready",
        "any",
        "need",
        "want",
        "have",
        "has",
        "was",
        "got",
    ]
)


_QUESTION = re.compile(
    r"(?<!, okay)(?<!, ok)(?<!, right)(?<!, yes)(?<!, yeah)(?<!, alright)(?<!, see)(?<!, all right)(?<!, eh)"
    r"\?[\"”')*]*$",
    re.IGNORECASE,
)
"""How a question ends; "three of those, okay?" is none."""


def asks(words: str, marks: list[Mark]) -> bool:
    """A question; a statement that only rises at its end is none."""
    return (
        "?" in words
        and _QUESTION.search(words) is not None
        and (len(marks) < 8 or marks[0].low.split()[0] in _ASKING or not any(m.cat == "verb" for m in marks))
    )


def answers(question: str | None, marks: Words) -> bool:
    """As in "Everywhere!" and "Fingers, mostly." under a heading that asks: said without a verb."""
    return question is not None and _QUESTION.search(question) is not None and not marks.holds("verb")


_WHY = frozenset(
    {"purpose", "benefit", "effect", "effects", "aim", "rationale", "objective", "why", "indication", "goal"}
)


_TOLD = 3
"""What says something has so many words and marks."""


def gives_purpose(marks: Words) -> bool:
    """As in "Purpose: drains lymph to the armpit." and "(drains to the armpit)": what it is for."""
    if len(marks) < _TOLD:
        return False
    lead, first = marks[:2]
    if lead.cat == "open" and "verb" in first.cats:
        return first.form == "s" and not first.cats["verb"].get("noun")
    if lead.base not in _WHY and first.base in _WHY and lead.cat != "verb":
        # As in "Stated aims: …", "Its purpose: …".
        lead, first = marks[1:3]
    return first.cat == "colon" and lead.base in _WHY


def answers_where(marks: Words) -> bool:
    """As in "Where are your fingers looking? At the head, yes.": an answer, and no place that hands take."""
    first = marks[0]
    plain = not marks.holds("verb", "tool", "dir", "colon", "semi")
    return first.cat == "prep" and plain and any(m.low in ("yes", "right", "exactly", "yeah") for m in marks)
