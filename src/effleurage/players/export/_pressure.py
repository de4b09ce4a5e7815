"""Pressure: the normal force over the area of a tool's footprint."""

import functools
import tomllib
from importlib import resources

import numpy as np
from jaxtyping import Float, Int

from effleurage.performance import TOOLS


@functools.cache
def _areas() -> tuple[float, ...]:
    rows = tomllib.loads(
        (resources.files("effleurage.players.export") / "data" / "footprints.toml").read_text("utf-8")
    )
    return tuple(rows[tool]["area"] for tool in TOOLS)


def pressure(force: Float[np.ndarray, "*t"], tool: Int[np.ndarray, "*t"]) -> Float[np.ndarray, "*t"]:
    """Mean pressure under a tool.

    Args:
        force: Normal force, in [N].
        tool: Index into `TOOLS`; −1 for none.

    Returns:
        Pressure in [kPa]; 0 without a tool.
    """
    areas = np.array([*_areas(), np.inf])
    return force / areas[tool] / 1000.0
