"""Routine, Movement, Step, Limit: the article, understood."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import final

from effleurage.routine._arrangement import Arrangement
from effleurage.routine._stroke import Span as Span
from effleurage.routine._stroke import Stroke
from effleurage.routine._words import Place, Pressure

_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|&nbsp;", re.IGNORECASE)
"""A tag that was left in a text, which nobody wants to read."""


class Kind(StrEnum):
    """What a sentence does."""

    STROKE = "stroke"
    SETUP = "setup"
    LIMIT = "limit"
    PREPARATION = "preparation"
    REPEAT = "repeat"
    NOTE = "note"
    UNREAD = "unread"


class Topic(StrEnum):
    """What a sentence that is not motion is about, so that it is said at its time."""

    OIL = "oil"
    WASHING = "washing"
    HAIR = "hair"
    ROOM = "room"
    DRAPING = "draping"
    CUSHION = "cushion"
    CONTRAINDICATION = "contraindication"
    FEEDBACK = "feedback"
    BREATHING = "breathing"
    REASON = "reason"
    REST = "rest"
    MEDIA = "media"
    CHAT = "chat"


@final
@dataclass(frozen=True, kw_only=True)
class Step:
    """One sentence, list item or verbless line.

    Attributes:
        span: Where it stands in the article's text.
        kind: What it does.
        strokes: Its motion clauses, in the order of performance.
        arrangement: What it says about positions.
        topic: What it is about, when it is not motion.
        beforehand: It is for before the massage begins, wherever it stands.
    """

    span: Span
    kind: Kind
    strokes: tuple[Stroke, ...] = ()
    arrangement: Arrangement | None = None
    topic: Topic | None = None
    beforehand: bool = False


@final
@dataclass(frozen=True, kw_only=True)
class Limit:
    """Something that the text forbids or bounds.

    Attributes:
        span: The forbidding words.
        avoid: The place to keep off, or None when it bounds something else.
        ceiling: The most pressure that the text allows, or None.
    """

    span: Span
    avoid: Place | None = None
    ceiling: Pressure | None = None


@final
@dataclass(frozen=True, kw_only=True)
class Movement:
    """A named part of the routine.

    Attributes:
        title: Its heading, or None.
        steps: Its sentences, in order.
        limits: What it forbids.
        both_sides: It is told for one side and performed on both, one after the other.
    """

    title: str | None
    steps: tuple[Step, ...] = ()
    limits: tuple[Limit, ...] = ()
    both_sides: bool = False


@final
@dataclass(frozen=True, kw_only=True)
class Routine:
    """An article, understood.

    Attributes:
        title: Its title, or None.
        movements: Its parts, in order.
        text: The article's whole text, which all spans index.
    """

    title: str | None
    movements: tuple[Movement, ...]
    text: str = ""

    def words(self, span: Span) -> str:
        """The text under `span`, without tags of HTML, with line breaks and runs of blanks folded."""
        said = self.text[span[0] : span[1]]
        return " ".join((_TAG.sub(" ", said) if "<" in said or "&" in said else said).split())
