"""Where the giver is and how the receiver lies, as the text says it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import final


class Posture(StrEnum):
    """How the receiver lies or sits; a value may be relative to the giver."""

    PRONE = "prone"
    HEAD_LEFT = "head_left"
    HEAD_RIGHT = "head_right"
    HEAD_AWAY = "head_away"
    """Head turned away from the giver; the planner makes it left or right."""
    HEAD_TOWARD = "head_toward"
    FOREHEAD_ON_HANDS = "forehead_on_hands"
    SUPINE = "supine"
    SIDE_LYING = "side_lying"
    SEATED = "seated"


class GiverPlace(StrEnum):
    """Where the giver is."""

    SIDE = "side"
    """At the side: the one where they are, or the nearer one."""
    SIDE_LEFT = "side_left"
    SIDE_RIGHT = "side_right"
    OTHER_SIDE = "other_side"
    HEAD = "head"
    HIPS = "hips"
    FEET = "feet"
    BEHIND = "behind"
    OPPOSITE = "opposite"


class Stance(StrEnum):
    """How the giver holds themselves."""

    SITTING = "sitting"
    KNEELING = "kneeling"
    STANDING = "standing"


class Facing(StrEnum):
    """Where the giver looks."""

    HEAD = "head"
    FEET = "feet"
    ACROSS = "across"


@final
@dataclass(frozen=True, kw_only=True)
class Arrangement:
    """What a sentence says about positions; None where it is silent.

    Attributes:
        posture: How the receiver lies.
        giver: Where the giver is.
        stance: Sitting, kneeling, standing.
        facing: Where the giver looks.
        clasped: The other hand clasps the working one and goes with it.
    """

    posture: Posture | None = None
    giver: GiverPlace | None = None
    stance: Stance | None = None
    facing: Facing | None = None
    clasped: bool = False
