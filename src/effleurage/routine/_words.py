"""The closed words of a stroke's slots; their meaning is fixed by the reading contract."""

from enum import StrEnum


class Technique(StrEnum):
    """What the hands do, in the field's terms."""

    EFFLEURAGE = "effleurage"
    PETRISSAGE = "petrissage"
    FRICTION = "friction"
    TAPOTEMENT = "tapotement"
    VIBRATION = "vibration"
    COMPRESSION = "compression"
    HOLD = "hold"
    STRETCH = "stretch"
    RELEASE = "release"
    OTHER = "other"


class Hands(StrEnum):
    """The giver's hands: which of them work."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    ALTERNATE = "alternate"
    ONE = "one"


class Tool(StrEnum):
    """The part of the giver's hand or arm that touches."""

    PALM = "palm"
    HEEL = "heel"
    FINGERTIPS = "fingertips"
    THUMB = "thumb"
    GRIP = "grip"
    KNUCKLES = "knuckles"
    FIST = "fist"
    FOREARM = "forearm"
    ELBOW = "elbow"
    EDGE = "edge"


class Place(StrEnum):
    """A part of the receiver's body, in anatomy's or plain words."""

    SACRUM = "sacrum"
    LOWER_BACK = "lower_back"
    MID_BACK = "mid_back"
    UPPER_BACK = "upper_back"
    BACK = "back"
    SPINE = "spine"
    SPINE_SIDES = "spine_sides"
    SHOULDER_BLADE = "shoulder_blade"
    SHOULDER = "shoulder"
    SHOULDER_TOP = "shoulder_top"
    NECK_BASE = "neck_base"
    NECK = "neck"
    NECK_SIDES = "neck_sides"
    SKULL_BASE = "skull_base"
    HEAD = "head"
    WAIST = "waist"
    FLANK = "flank"
    HIP = "hip"
    BUTTOCK = "buttock"
    ARMPIT = "armpit"
    ARM = "arm"
    LEG = "leg"
    FRONT = "front"


class Direction(StrEnum):
    """Where a stroke goes; `up` is to the head, `out` away from the spine."""

    UP = "up"
    DOWN = "down"
    OUT = "out"
    IN = "in"
    ACROSS = "across"
    AROUND = "around"
    CIRCLE = "circle"
    TOWARD_GIVER = "toward_giver"
    AWAY_FROM_GIVER = "away_from_giver"
    INTO = "into"
    OFF = "off"


class Side(StrEnum):
    """The receiver's sides."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    ONE = "one"
    OTHER = "other"
    MIDDLE = "middle"


class Pressure(StrEnum):
    """How hard, in the text's words."""

    LIGHT = "light"
    MEDIUM = "medium"
    FIRM = "firm"
