"""Where the giver is, for the page: the station's words, the eyes that look on, the shoulders."""

import functools
import tomllib
from importlib import resources

import numpy as np
from jaxtyping import Float

from effleurage.performance import Station
from effleurage.players.guide._schema import StationInfo


def station_info(station: Station) -> StationInfo:
    """A station as the page shows it; one that the data does not name is drawn at a side."""
    rows = _rows()
    at_side = station.where.startswith("side")
    along, out = rows["place"].get("side" if at_side else station.where, rows["place"]["side"])
    side = -1.0 if (station.where.removeprefix("side_") if at_side else station.side) == "right" else 1.0
    height = rows["height"].get(station.stance, rows["height"]["kneeling"])
    middle = np.array([along, side * out, height])
    ahead = _ahead(station.facing, side if out else 0.0)
    half = 0.5 * rows["breadth"] * np.array([-ahead[1], ahead[0], 0.0])
    eyes = middle - rows["behind"] * ahead + [0.0, 0.0, rows["above"]]
    return StationInfo(
        where=station.where,
        stance=station.stance,
        facing=station.facing,
        side=station.side,
        eyes=_plain(eyes),
        shoulders=(_plain(middle + half), _plain(middle - half)),
    )


def _ahead(facing: str, side: float) -> Float[np.ndarray, "3"]:
    """Where the chest points: halfway between where the giver faces and the receiver beside them."""
    across = -side * np.pi / 2
    angle = {"head": 0.5 * across, "feet": np.pi - 0.5 * across}.get(facing, across)
    return np.array([np.cos(angle), np.sin(angle), 0.0])


def _plain(point: Float[np.ndarray, "3"]) -> tuple[float, float, float]:
    x, y, z = (float(value) for value in point.round(3))
    return x, y, z


@functools.cache
def _rows() -> dict:
    path = resources.files("effleurage.players.guide") / "data" / "giver.toml"
    return tomllib.loads(path.read_text("utf-8"))
