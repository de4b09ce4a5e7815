"""The places that can be tapped, as outlines on one receiver's skin seen from above."""

import tomllib
from functools import cache
from importlib import resources

import numpy as np
from jaxtyping import Float

from effleurage.anatomy import Body, Region, Surface, atlas
from effleurage.players.guide._schema import PersonInfo
from effleurage.routine import Place, Side, Zone

_GRAIN = 7
"""Points along each edge of a place."""


@cache
def _rows() -> dict:
    text = (resources.files("effleurage.players.guide") / "data" / "tapped.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def zones_of(person: PersonInfo) -> dict[str, object]:
    """Outlines of the places, in [m] in the body frame, and the parts that have none.

    Raises:
        BodyError: If the person is outside what the body model reaches.
    """
    body = Body(height=person.height, weight=person.weight, sex=person.sex, age=person.age)
    surface = body.surface("prone")
    zones = [
        {"zone": zone.name, "outline": np.round(_outline(surface, region, zone.side), 3).tolist()}
        for name in _rows()["order"]
        for region in (atlas().place(name),)
        for zone in _named(region)
    ]
    return {"zones": zones, "parts": [Zone(place=Place(name)).name for name in _rows()["parts"]["order"]]}


def _named(region: Region) -> tuple[Zone, ...]:
    """A paired place is tapped on one side or the other."""
    sides = (Side.LEFT, Side.RIGHT) if region.paired else (None,)
    return tuple(Zone(place=Place(region.name), side=side) for side in sides)


def _outline(surface: Surface, region: Region, side: Side | None) -> Float[np.ndarray, "n 2"]:
    """The edge of a place, seen from above."""
    assert region.chart is not None
    assert region.along is not None
    assert region.across is not None
    (low, high), (inner, outer) = region.along, region.across
    up, out = np.linspace(low, high, _GRAIN), np.linspace(inner, outer, _GRAIN)
    along = np.concatenate([up, np.full(_GRAIN, high), up[::-1], np.full(_GRAIN, low)])
    across = np.concatenate([np.full(_GRAIN, inner), out, np.full(_GRAIN, outer), out[::-1]])
    sign = -1.0 if side is Side.RIGHT else 1.0
    return surface.point(along, sign * across, chart=region.chart)[:, :2]
