"""Numbers about people that turn a size into shape labels; their sources are in the data file."""

import functools
import math
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any, final

import numpy as np

SEXES = ("male", "female")


@final
@dataclass(frozen=True, kw_only=True)
class Arms:
    """How the receiver's forearms and hands lie.

    Attributes:
        wrist_height: Height of the wrist's joint over the table, arm beside the body, in [m].
        wrist_clearance: Distance of the wrist's joint from the hip, in [m].
        forearm_yaw: How little and how far the forearms may point away from the body, in [rad].
        hand_yaw: How far the hands point away from the body, in [rad].
        lower_hand: Height of the lower hand's wrist below the forehead, in [m].
        hand_step: How much higher the other hand lies on it, in [m].
    """

    wrist_height: float
    wrist_clearance: float
    forearm_yaw: tuple[float, float]
    hand_yaw: float
    lower_hand: float
    hand_step: float


@functools.cache
def population() -> dict[str, Any]:
    """The data file."""
    path = resources.files("effleurage.anatomy") / "data" / "population.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def density() -> float:
    """Mass per volume of a body with air in its lungs, in [kg/m³]."""
    return population()["density"]["value"]


def age_range() -> tuple[float, float]:
    """Youngest and oldest age, in [years]."""
    years = population()["age"]["years"]
    return years[0], years[-1]


def height_range() -> tuple[float, float]:
    """Least and greatest standing height, in [m]."""
    low, high = population()["height"]["range"]
    return low, high


def age_label(years: float) -> float:
    """Shape label of an age in [years]."""
    table = population()["age"]
    return float(np.interp(years, table["years"], table["label"]))


def muscle_label(sex: str, bmi: float) -> float:
    """Shape label of the usual muscle at a body mass index in [kg/m²]."""
    row = population()["muscle"][sex]
    return row["base"] + row["rise"] * math.exp(-(((bmi - row["bmi"]) / row["spread"]) ** 2))


def proportions_label() -> float:
    """Shape label of usual proportions."""
    return population()["proportions"]["label"]


def usual_weight(height: float) -> float:
    """Mass in [kg] of a person of a height in [m] who does not tell it."""
    return round(population()["weight"]["usual_bmi"] * height**2, 1)


@functools.cache
def arms() -> Arms:
    """How the receiver's forearms and hands lie."""
    row = population()["arms"]
    low, high = row["forearm_yaw"]
    return Arms(
        wrist_height=row["wrist_height"],
        wrist_clearance=row["wrist_clearance"],
        forearm_yaw=(math.radians(low), math.radians(high)),
        hand_yaw=math.radians(row["hand_yaw"]),
        lower_hand=row["lower_hand"],
        hand_step=row["hand_step"],
    )
