"""Numbers about people that turn a size into shape labels; their sources are in the data file."""

import functools
import math
import tomllib
from importlib import resources
from typing import Any

import numpy as np

SEXES = ("male", "female")


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
