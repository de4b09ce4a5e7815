"""The giver: where the shoulders are at a station."""

import tomllib
from functools import cache
from importlib import resources

import numpy as np
from jaxtyping import Float

from effleurage.performance import Station


@cache
def giver_data() -> dict[str, dict[str, dict]]:
    """Numbers about the giver; each row has a value and its source."""
    path = resources.files("effleurage.planning") / "data" / "giver.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def arm(name: str) -> float:
    """One number about the giver's arms, in [m]."""
    return giver_data()["arm"][name]["value"]


def giver_shoulders(station: Station) -> Float[np.ndarray, "2 3"]:
    """The giver's left and right shoulder joint at rest at a station, in the body frame, in [m].

    At a side the giver's shoulders are turned halfway between where they face and the receiver,
    as people do who work on somebody beside them.
    """
    places = giver_data()["place"]
    where = "side" if station.where.startswith("side") else station.where
    row = places.get(where, places["side"])
    named = station.where.removeprefix("side_") if where == "side" else station.side
    side = {"left": 1.0, "right": -1.0}.get(named, 0.0)
    height = giver_data()["height"].get(station.stance, giver_data()["height"]["kneeling"])["value"]
    middle = np.array([row["along"]["value"], side * row["out"]["value"], height])

    facing = {"head": 0.0, "feet": np.pi}.get(station.facing)
    across = -side * np.pi / 2
    if facing is None:
        angle = across if side else 0.0
    else:
        angle = 0.5 * across if facing == 0.0 else np.pi - 0.5 * across
    to_left = np.array([-np.sin(angle), np.cos(angle), 0.0])
    half = 0.5 * arm("shoulder_breadth")
    return np.stack([middle + half * to_left, middle - half * to_left])
