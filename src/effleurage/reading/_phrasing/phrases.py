"""Phrases for the vocabulary's values: nouns for places and tools, adverbs, counts, times."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from effleurage.routine import Duration, Hands, Place, Relation, Side, Spot, Stroke

_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_PARTS = {
    Relation.TOP: "the top of ",
    Relation.BOTTOM: "the bottom of ",
    Relation.MIDDLE: "the middle of ",
    Relation.INNER: "the inner edge of ",
    Relation.OUTER: "the outer edge of ",
}
_BESIDE = {Relation.ABOVE: "just above ", Relation.BELOW: "just below ", Relation.BESIDE: "beside "}


@cache
def phrases() -> dict[str, Any]:
    """The table of phrases."""
    table = resources.files("effleurage.reading").joinpath("data", "phrases.toml")
    return tomllib.loads(table.read_text("utf-8"))


def number(count: float) -> str:
    """A count in words up to twelve, in digits above."""
    return _NUMBERS[int(count)] if float(count).is_integer() and 0 <= count <= 12 else f"{count:g}"


def times(count: int | None) -> str:
    """How often: "", "twice", "three times"; "until it feels warm" where it is open."""
    if count is None:
        return "until it feels warm"
    return "" if count == 1 else "twice" if count == 2 else f"{number(count)} times"


def lasting(duration: Duration | None) -> str:
    """How long: "for three breaths"."""
    if duration is None:
        return ""
    low, high, unit = duration.low, duration.high, duration.unit
    span = number(low) if low == high else f"{number(low)} to {number(high)}"
    return f"for {span} {unit}{'' if high == 1 else 's'}"


def noun(place: Place, side: Side | None, *, spot: Spot | None = None) -> str:
    """A place with its article and side: "the left hip", "both shoulder blades"."""
    if spot is not None:
        return _spot(spot, side)
    row = phrases()["places"][place]
    if "many" not in row:
        return f"the {row['one']}"
    if side in (Side.LEFT, Side.RIGHT, Side.OTHER):
        return f"the {side} {row['one']}"
    if side in (Side.BOTH, None):
        return f"the {row['many']}"
    return f"the {row['one']}"


def _spot(spot: Spot, side: Side | None) -> str:
    level = noun(spot.place, side)
    if spot.line is not None:
        return f"{noun(spot.line, side)}, {_BESIDE.get(spot.relation, 'at ')}{level}"
    if spot.relation in _PARTS:
        return _PARTS[spot.relation] + level
    return _BESIDE.get(spot.relation, "") + level


def tool(stroke: Stroke) -> str:
    """The giver's hands and what of them touches: "both palms", "the heel of your left hand"."""
    if stroke.tool is None:
        return ""
    row = phrases()["tools"][stroke.tool]
    hands = stroke.hands
    if hands is None:
        return f"your {row['many']}" if row.get("of_hand") else f"the {row['one']}"
    many = row["many"] if hands in (Hands.BOTH, Hands.ALTERNATE) else row["one"]
    which = {
        Hands.BOTH: "both",
        Hands.ALTERNATE: "alternate",
        Hands.LEFT: "your left",
        Hands.RIGHT: "your right",
        Hands.ONE: "the other" if stroke.other_hand else "one",
    }[hands]
    if row.get("of_hand"):
        return f"the {many} of {which} hand{'s' if hands in (Hands.BOTH, Hands.ALTERNATE) else ''}"
    return f"{which} {many}"
