"""Where to look from: the eyes of a giver at the station, on what the hands do."""

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import final

import numpy as np
from jaxtyping import Float

from effleurage.performance import Performance, Station


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Camera:
    """A point of view in the body frame.

    Attributes:
        eye: In [m].
        target: What is in the middle of the picture, in [m].
        up: What is up in the picture.
    """

    eye: Float[np.ndarray, "3"]
    target: Float[np.ndarray, "3"]
    up: Float[np.ndarray, "3"]


def camera(performance: Performance, block: int) -> Camera:
    """The view for a block: from where the giver is, on the middle of the contact.

    A station without a row in the data is seen from above.

    Args:
        performance: Whose block it is.
        block: Its index.
    """
    part = performance.blocks[block]
    rows = slice(part.start, part.stop)
    points = performance.samples.position[rows][performance.samples.contact[rows]]
    height = performance.person.height
    rest = np.array(_rows()["rest"]["target"]) * height
    target = points.mean(axis=0) if len(points) else rest
    # Half way to the whole back: the picture follows the hands without swinging.
    return Camera(eye=_eye(part.station, height), target=0.5 * (target + rest), up=np.array([0.0, 0.0, 1.0]))


def _eye(station: Station, height: float) -> Float[np.ndarray, "3"]:
    along, aside, above = _rows().get(station.where, _rows()["above"])["eye"]
    if station.where == "hips" and station.side == "right":
        aside = -aside
    return np.array([along * height, aside, above])


@functools.cache
def _rows() -> dict[str, dict[str, list[float]]]:
    path = resources.files("effleurage.scene") / "data" / "cameras.toml"
    return tomllib.loads(path.read_text("utf-8"))
