"""Where the giver is and how the receiver lies, from what the text says about it."""

from dataclasses import replace

from effleurage.performance import Station
from effleurage.routine import (
    Arrangement,
    Direction,
    Facing,
    GiverPlace,
    Posture,
    Stance,
    Stroke,
    Technique,
)

START = Station(where="side_left", stance="kneeling", facing="head", side="left")
LYING = frozenset({Posture.PRONE, Posture.HEAD_LEFT, Posture.HEAD_RIGHT, Posture.FOREHEAD_ON_HANDS})
"""Postures whose skin the body knows; the others keep the one before them."""


def opposite(side: str) -> str:
    """The other side."""
    return {"left": "right", "right": "left"}.get(side, "middle")


def beside(station: Station, side: str) -> Station:
    """The same station on a side of the receiver."""
    where = f"side_{side}" if station.where.startswith("side") else station.where
    return Station(where=where, stance=station.stance, facing=station.facing, side=side)


def at_hips(station: Station) -> Station:
    """Kneeling beside the hips, turned to the head: where long strokes of both hands are done from."""
    side = station.side if station.side != "middle" else "left"
    return Station(where="hips", stance="kneeling", facing="head", side=side)


def moved(station: Station, said: Arrangement) -> Station:
    """The station after a sentence."""
    side = station.side if station.side != "middle" or said.giver is None else "left"
    where, facing = station.where, station.facing
    match said.giver:
        case GiverPlace.SIDE:
            where = f"side_{side}"
        case GiverPlace.SIDE_LEFT | GiverPlace.SIDE_RIGHT:
            side = said.giver.value.removeprefix("side_")
            where = said.giver.value
        case GiverPlace.OTHER_SIDE | GiverPlace.OPPOSITE:
            side = opposite(side)
            where = f"side_{side}"
        case GiverPlace.HIPS:
            where = "hips"
        case GiverPlace.HEAD:
            where, side, facing = "head", "middle", "feet"
        case GiverPlace.FEET | GiverPlace.BEHIND:
            where = "hips"
    if said.facing is not None:
        facing = {Facing.HEAD: "head", Facing.FEET: "feet", Facing.ACROSS: "across"}[said.facing]
    elif said.giver is not None and where.startswith("side"):
        facing = "head"
    stances = {Stance.SITTING: "sitting", Stance.KNEELING: "kneeling", Stance.STANDING: "standing"}
    stance = station.stance if said.stance is None else stances[said.stance]
    return Station(where=where, stance=stance, facing=facing, side=side)


def seen_from(station: Station, stroke: Stroke) -> Stroke:
    """A stroke toward or away from a giver at the head goes up or down; what is pulled in place, nowhere."""
    if station.where != "head" or not {Direction.TOWARD_GIVER, Direction.AWAY_FROM_GIVER} & set(
        stroke.direction
    ):
        return stroke
    glides = stroke.technique is Technique.EFFLEURAGE
    ways = {
        Direction.TOWARD_GIVER: Direction.UP if glides else None,
        Direction.AWAY_FROM_GIVER: Direction.DOWN if glides else None,
    }
    turned = (ways.get(way, way) for way in stroke.direction)
    return replace(stroke, direction=tuple(way for way in turned if way is not None))


def beyond(said: Posture | None, before: bool) -> bool:
    """Whether the receiver lies or sits as no body here can, after a sentence."""
    if said is None or said in (Posture.HEAD_AWAY, Posture.HEAD_TOWARD):
        return before
    return said not in LYING


def turned_over(said: Posture | None) -> Posture | None:
    """The posture for the other side: a head that was turned to the left is turned to the right."""
    turned = {Posture.HEAD_LEFT: Posture.HEAD_RIGHT, Posture.HEAD_RIGHT: Posture.HEAD_LEFT}
    return said if said is None else turned.get(said, said)


def lying(posture: str, said: Posture | None, side: str) -> str:
    """The posture after a sentence, with the giver on `side`."""
    if said is Posture.HEAD_AWAY:
        return f"head_{opposite(side)}" if side in ("left", "right") else posture
    if said is Posture.HEAD_TOWARD:
        return f"head_{side}" if side in ("left", "right") else posture
    return said.value if said in LYING and said is not None else posture
