"""Crossing: hands that pass each other, and which of two arms lies over the other one."""

import re
from dataclasses import dataclass
from typing import Any, final

from effleurage.reading._slots.scan_manner import crosses_place
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause, words_of
from effleurage.reading._words.mark import Mark
from effleurage.routine import Direction, Hands, Stroke, Technique


def crossing_stroke(parts: list[Clause], strokes: list[Stroke]) -> int:
    """Index of the glide in which hands pass each other: the one that their words stand in or before."""
    # Arms that are crossed already are no place at which they cross.
    words = [m for c in parts for m in c.marks if m.cat != "filler" and m.low != "crossed"]
    told = [m for m in words if m.base in _PASS or m.low in _PASS]
    at = told[0].start if told else None
    glides = [n for n, s in enumerate(strokes) if s.technique is Technique.EFFLEURAGE and s.span != (0, 0)]
    if at is None or not glides:
        return len(strokes) - 1
    begun = [n for n in glides if strokes[n].span[0] <= at]
    return begun[-1] if begun else glides[0]


_PASS = ("pass", "cross", "each other", "one another", "past each other", "past one another")


_PASSING = re.compile(r"\b(?:pass(?:es|ed|ing)?|cross(?:es|ing)?|(?:past|by) (?:each other|one another))\b")
_LIMB = r"(?:arm|forearm|wrist|hand)s?"
_OVER = r"(?:over|above|(?:over the|on) top of|across(?: the top of)?)"
_UNDER = r"(?:under|underneath|beneath|below)"
_ITS_FELLOW = r"(?:the |your |my )?(left|right)\b"
_ALONE = (
    r"(?! (?:shoulder|blade|scapula|side|half|flank|waist|hip|buttock|cheek|glute|rib|kidney|leg|thigh|knee"
    r"|calf|foot|ear))"
)
"""Behind "the left" that is a hand, and no side of something."""
_UPON = re.compile(
    rf"(?:\b(left|right) {_LIMB}\b[^,;.]{{0,24}}(?:, )?|\b(?:arms|forearms|wrists|hands)(?: ,)? (?:the )?"
    rf"(left|right)(?: one)? )\b{_OVER} {_ITS_FELLOW}"
)
"""One arm lies over the other."""
_BESTRIDES = re.compile(rf"\b(left|right)(?: one)?(?: \w+)? {_OVER} {_ITS_FELLOW}{_ALONE}")
"""As in "left goes above right"."""
_UNDERNEATH = re.compile(
    rf"\b(left|right)(?: one)?(?: {_LIMB})?(?: \w+)?(?: \w+)? {_UNDER} {_ITS_FELLOW}{_ALONE}"
)
"""As in "the right arm slips under the left"."""
_OWN_ARM = re.compile(r"\b(?:arm|forearm|wrist)s?\b")
_UPPERMOST = re.compile(
    r"\b(left|right) (?:arm|forearm|wrist|hand|one)s?\b[^,;.]{0,16}"
    r"\b(?:above|over|on top|uppermost|in front|ahead)\b|\b(left|right) (?:on top|uppermost|in front|ahead)\b"
)
"""One arm lies over another that is not named."""
_COMING = r"now|then|will|'ll|can|should|must|(?:'re|are) (?:about|going)? ?to|have to|need to"
"""What may stand between hands and what they are said to do next."""
_THEY_CROSS = re.compile(
    rf"\b(?:hands|palms|arms|wrists|they)(?: (?:{_COMING}))* cross(?: over)?"
    r"(?! (?:over )?(?:the|it|to)\b)"
    rf"|\b(?:hands|palms|arms|wrists|they|them|two)(?: (?:{_COMING}))* (?:cross|pass)(?: over)?"
    r"(?= *$| [,;:.]| and\b| again\b| once\b)"
)
"""Hands that cross, and not what they cross."""
_PASS_AGAIN = re.compile(
    r"\b(?:hands|palms|arms|they)\b[^;.]{0,60}\b(?:pass|cross) (?:again|once more|once again)\b"
)
"""Hands that pass once more, as they did above."""
_ONE_PASSES = re.compile(
    r"\b(?:each|one)(?: (?:hand|palm|one|of them))?"
    r"(?: pass(?:es|ing)?| past| (?:go|glid|slid|mov|slipp?)(?:ing|e?s) (?:past|by))"
    r" (?:the )?other\b|\b(?:paths cross|cross(?:ing)? paths)\b"
)
"""Of two hands each passes the other one."""


def _pass_at_last(parts: list[Clause]) -> bool:
    """As in "the palms glide to the middle and pass": nothing is said that they would pass but each other."""
    tools = any(c.tool for c in parts)
    return tools and any(c.head is not None and c.head.base in ("pass", "cross") and _bare(c) for c in parts)


def _bare(clause: Clause) -> bool:
    """As in "pass", "cross in the middle"."""
    rest = clause.marks[clause.marks.index(clause.head) + 1 :] if clause.head is not None else clause.marks
    return clause.marks[0] is clause.head and all(
        m.cat in ("det", "part") or m.low in ("in", "there") for m in rest
    )


_ACROSS = frozenset(
    {
        "again",
        "once more",
        "once again",
        "other",
        "another",
        "over",
        "above",
        "across",
        "under",
        "underneath",
        "beneath",
        "below",
        "top",
        "uppermost",
        "cross",
        "cross over",
        "pass",
    }
)
"""One of these is said where hands pass each other or lie over each other."""


@final
@dataclass(frozen=True, kw_only=True)
class Crossing:
    """How a sentence says that hands cross.

    Attributes:
        passes: They pass each other.
        upper: The hand above, "left" or "right".
        arms: One arm is said to lie over the other.
    """

    passes: bool = False
    upper: str | None = None
    arms: bool = False


def crossing_told(parts: list[Clause], marks: list[Mark], *, passing: bool = False) -> dict[str, Any]:
    """What a sentence without a stroke says of how the hands before it pass each other; empty if nothing.

    Args:
        parts: The sentence's clauses.
        marks: All its words.
        passing: Hands pass each other in the stroke before, as in "Let them pass. The right arm is on top."
    """
    told = how_hands_cross(parts, marks, passing=passing)
    if not (told.passes or told.arms):
        return {"upper_hand": Hands(told.upper)} if passing and told.upper else {}
    return {"passes": True, "upper_hand": Hands(told.upper)} if told.upper else {"passes": True}


def how_hands_cross(parts: list[Clause], marks: list[Mark], *, passing: bool = False) -> Crossing:
    """What clauses say of hands that cross.

    Args:
        parts: The clauses.
        marks: Their words.
        passing: Hands pass each other in the stroke before.
    """
    if _ACROSS.isdisjoint(words_of(parts)):
        return Crossing()
    text = " ".join([m.low for m in marks])
    arms, unnamed = _UPON.search(text), _unnamed(text)
    lies = arms is not None or unnamed is not None
    told = "each other" in text or "one another" in text or "arm over" in text or lies
    told = told or _THEY_CROSS.search(text) is not None or _PASS_AGAIN.search(text) is not None
    past = _ONE_PASSES.search(text) is not None
    told = told or _pass_at_last(parts) or past
    # Hands that only meet, or cross the back toward each other, do not pass; where one arm lies over the
    # other there, they do.
    going = set() if lies else {c.head.i for c in parts if c.head is not None and crosses_place(c)}
    passing_told = _PASSING.search(" ".join([m.low for m in marks if m.i not in going])) is not None
    passes = told and (past or passing_told or (lies and "meet" in text))
    upper = _upper(text, arms) or unnamed
    if upper is None and (told or passing):
        uppermost = _UPPERMOST.search(text)
        upper = None if uppermost is None else uppermost[1] or uppermost[2]
    # Where nothing else is told, an arm over the other one is all that passing is.
    over = arms is not None and _OWN_ARM.search(arms.group()) is not None
    return Crossing(passes=passes, upper=upper, arms=over)


def _upper(text: str, arms: re.Match[str] | None) -> str | None:
    """Which of two arms is said to be above the other one."""
    if "cross" in text or "over the" in text or "arm over" in text:
        for one, other in (("right", "left"), ("left", "right")):
            if one in text and (f"over the {other}" in text or f"over {other}" in text):
                return one
    return arms[1] or arms[2] if arms is not None and (arms[1] or arms[2]) != arms[3] else None


def _unnamed(text: str) -> str | None:
    """Which hand is above, as in "left goes above right", "the right arm slips under the left"."""
    over = _BESTRIDES.search(text)
    if over is not None and over[1] != over[2]:
        return over[1]
    under = _UNDERNEATH.search(text)
    return under[2] if under is not None and under[1] != under[2] else None


def passed_before(parts: list[Clause], strokes: list[Stroke], state: State) -> dict[str, Any]:
    """How hands pass in the stroke before, as told right before they go on down; empty if they do not.

    As in "Bring them in over the upper back. As they pass, cross the right arm over the left and glide on
    down round the waist".

    Args:
        parts: The sentence's clauses.
        strokes: Its strokes.
        state: The context, which knows the stroke before.
    """
    before = state.records[-1].strokes[-1:] if state.at_work and state.records else ()
    first = strokes[0]
    leaves = first.passes and Direction.DOWN in first.direction
    if not leaves or not before or before[0].passes or Direction.IN not in before[0].direction:
        return {}
    glides = before[0].hands is Hands.BOTH and before[0].technique is Technique.EFFLEURAGE
    at = next((m.start for c in parts for m in c.marks if m.base in _PASS or m.low in _PASS), None)
    told = at is not None and first.span != (0, 0) and at < first.span[0]
    return {"passes": True, "upper_hand": first.upper_hand} if told and glides else {}
