"""Questions, and what only asks or gives a reason."""

import re

from effleurage.reading._clauses.verbless import EASING
from effleurage.reading._words.mark import Mark, Words
from effleurage.reading._words.settle import LIQUIDS

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


def praises(marks: Words) -> bool:
    """As in "Relaxes the neck and drains it." and "Fans like these calm the nerves.": what it does good."""
    at = next((n for n, m in enumerate(marks) if m.cat not in _AHEAD), len(marks))
    if at + 1 >= len(marks) or marks.holds(*_COMMANDING) or marks.has(*LIQUIDS):
        return False
    if any(m.cat == "num" and m.low != "one" for m in marks):
        return False
    lead = marks[at]
    if lead.form == "s" and _does_good(lead, marks[at + 1 : at + _NEAR]):
        return lead.cat != "sub"
    named = lead.cat == "motion" or (lead.form == "ing" and "verb" in lead.cats)
    if not named or at:
        return False
    verb = next((n for n, m in enumerate(marks) if n and not _belongs(m, marks[n - 1])), 0)
    if not verb or verb + 1 >= len(marks):
        return False
    many = lead.form == "s" or lead.low.endswith("strokes")
    does = marks[verb].form == ("base" if many else "s")
    return does and (marks[verb].base in ("work", "act") or _does_good(marks[verb], marks[verb + 1 :]))


def _belongs(mark: Mark, before: Mark) -> bool:
    """Words between a stroke's name and what it does: "kneading the neck", "fans like these"."""
    if mark.low.split()[0] in ("like", "such", "as") or before.low in ("like", "such", "of this", "of"):
        return True
    return mark.cat in _OF_NAME or mark.low in ("one", "in this way", "in that way")


_AHEAD = frozenset({"press", "tempo", "adv", "filler", "gradual"})
_OF_NAME = frozenset({"det", "theirs", "place", "tissue", "of", "pron"})
_COMMANDING = ("tool", "semi", "colon", "dash", "subj", "mine", "freq", "modal")
"""What is done has a tool, comes as often as is told, or is told behind a break."""
_NEAR = 4


def _does_good(verb: Mark, behind: list[Mark]) -> bool:
    """As in "relaxes the neck", "helps to", "drains lymph": what does good, and to what."""
    if "verb" not in verb.cats and verb.cat not in ("topic", "motion", "word"):
        return False
    lemma = verb.cats["verb"].lemma if "verb" in verb.cats else verb.base
    done_to = behind[0].cat in ("det", "theirs", "tissue", "topic", "word", "place", "conj", "verb", "motion")
    good, _, what = lemma.partition(" ")
    if good in _GOOD or verb.value == "reason":
        return done_to or (bool(what) and what not in ("off", "up", "away", "go", "in"))
    return any(m.base in _DRAINED for m in behind[: _NEAR - 1])


_GOOD = EASING | {"help", "melt", "affect", "benefit", "disperse"}
_DRAINED = frozenset(
    ["lymph", "fluid", "tension", "strain", "stress", "blood", "stiffness", "tightness", "toxin", "waste"]
)


def answers_where(marks: Words) -> bool:
    """As in "Where are your fingers looking? At the head, yes.": an answer, and no place that hands take."""
    first = marks[0]
    plain = not marks.holds("verb", "tool", "dir", "colon", "semi")
    return first.cat == "prep" and plain and any(m.low in ("yes", "right", "exactly", "yeah") for m in marks)
