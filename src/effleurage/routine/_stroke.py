"""A stroke: one clause of motion, and all that the text says about it.

The first ten fields are the slots of the reading contract. Those after `span` hold what the
contract has no slot for and a performer needs: exact spots, the shape of the hand, hands that
cross, strokes that creep along a line, time.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import final

from effleurage.routine._words import Direction, Hands, Place, Pressure, Side, Technique, Tool

Span = tuple[int, int]
"""Start and end (exclusive) in the article's text, in code points."""


class Relation(StrEnum):
    """Where a spot lies relative to the place that names it."""

    AT = "at"
    ABOVE = "above"
    BELOW = "below"
    BESIDE = "beside"
    BETWEEN = "between"
    TOP = "top"
    BOTTOM = "bottom"
    MIDDLE = "middle"
    INNER = "inner"
    OUTER = "outer"
    UNDER = "under"
    OVER = "over"


class Fingers(StrEnum):
    """The shape of the hand, where the text states it."""

    FLAT = "flat"
    SPLAYED = "splayed"
    TOGETHER = "together"
    CUPPED = "cupped"
    LOOSE = "loose"
    RAISED = "raised"
    """Palms raised: only the fingertips touch."""


class Pointing(StrEnum):
    """Where the fingers point."""

    HEAD = "head"
    FEET = "feet"
    SPINE = "spine"
    OUT = "out"


class Tempo(StrEnum):
    """How fast, in the text's words."""

    SLOW = "slow"
    MEDIUM = "medium"
    QUICK = "quick"


class Change(StrEnum):
    """How the pressure changes while the stroke goes on or from pass to pass."""

    GROWING = "growing"
    EASING = "easing"


@final
@dataclass(frozen=True, kw_only=True)
class Spot:
    """A place made exact: "just below the base of the neck", "the bottom of the shoulder blade".

    Attributes:
        place: The place that the words name (for "just above the base of the spine", the sacrum,
            also when the contract's slot holds the wider region).
        relation: Where the spot lies relative to the place.
        line: The line that it lies on, when one is named beside the level ("alongside the spine
            just above the buttocks": place buttock, relation above, line spine_sides).
    """

    place: Place
    relation: Relation = Relation.AT
    line: Place | None = None


@final
@dataclass(frozen=True, kw_only=True)
class Duration:
    """A length of time as the text gives it.

    Attributes:
        low: Lower end.
        high: Upper end; equal to `low` unless a range is given.
        unit: ``second``, ``minute`` or ``breath``.
    """

    low: float
    high: float
    unit: str = "second"


@final
@dataclass(frozen=True, kw_only=True)
class Stroke:
    """One clause of motion.

    Attributes:
        technique: What the hands do; None when neither sentence nor context settles it.
        hands: The giver's hands.
        tool: The part that touches.
        start: Where the stroke begins.
        end: Where it ends.
        over: Regions or lines that it runs along or works on, in order.
        direction: Ways that it goes, in order.
        side: The receiver's side.
        pressure: How hard.
        repeats: How often in all; None where it is left open.
        stated: The slots that the sentence itself names.
        span: The clause in the article's text. A copy made by a repeat keeps the original's.
        verb: The verb's lemma ("fan", "brush", "pull"), or "" in a verbless line.
        start_spot: `start` made exact, when the words are more exact than the place.
        end_spot: `end` made exact.
        over_spots: `over` made exact: one per entry of `over`, or empty when none is more exact.
        fingers: Shape of the hand.
        pointing: Where the fingers point.
        index_along_spine: The index finger lies along the spine.
        together: The two hands are side by side and move as one.
        other_hand: It is the hand that did not do the stroke before ("the other hand follows").
        follows: It begins as the stroke before it ends, overlapping it.
        passes: The hands pass each other here, and go on to the other side.
        upper_hand: Which of the giver's arms goes over the other where they cross.
        crossed: The arms are still crossed while it is done.
        progress: It is one of a row: done again and again, each a little further along
            `over` in `direction` to `end` ("work all the way up the side of the spine").
        simultaneous: It is done at the same time as the clause before it.
        returning: It goes back to where the hands began the sequence.
        duration: How long.
        tempo: How fast.
        change: How pressure changes.
        gradual: It is done little by little ("gradually release").
        copied: A repeat caused it; it is not in the text at its own place.
        in_all: The repeat's count tells how often it is done with what was done before ("three passes").
        besides: Its count tells how often it is done once more ("slide up, and do that twice more").
        headline: It heads its item in bold, and the item's other sentences tell in detail what it says:
            it is done with them, and not besides.
    """

    technique: Technique | None
    hands: Hands | None = None
    tool: Tool | None = None
    start: Place | None = None
    end: Place | None = None
    over: tuple[Place, ...] = ()
    direction: tuple[Direction, ...] = ()
    side: Side | None = None
    pressure: Pressure | None = None
    repeats: int | None = 1
    stated: frozenset[str] = frozenset()
    span: Span = (0, 0)
    verb: str = ""
    start_spot: Spot | None = None
    end_spot: Spot | None = None
    over_spots: tuple[Spot, ...] = ()
    fingers: Fingers | None = None
    pointing: Pointing | None = None
    index_along_spine: bool = False
    together: bool = False
    other_hand: bool = False
    follows: bool = False
    passes: bool = False
    upper_hand: Hands | None = None
    crossed: bool = False
    progress: bool = False
    simultaneous: bool = False
    returning: bool = False
    duration: Duration | None = None
    tempo: Tempo | None = None
    change: Change | None = None
    gradual: bool = False
    copied: bool = False
    in_all: bool = False
    besides: bool = False
    headline: bool = False
