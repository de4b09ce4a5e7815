"""Pressure: the normal force over the area of a tool's footprint."""

import numpy as np
from jaxtyping import Float, Int

from effleurage.anatomy import hands
from effleurage.performance import TOOLS


def pressure(force: Float[np.ndarray, "*t"], tool: Int[np.ndarray, "*t"]) -> Float[np.ndarray, "*t"]:
    """Mean pressure under a tool of the giver's hands.

    Args:
        force: Normal force, in [N]; for `grip` that of each of the two pads.
        tool: Index into `TOOLS`; −1 for none.

    Returns:
        Pressure in [kPa]; 0 without a tool.
    """
    model = hands.model()
    areas = [model.footprint(name).area / (2.0 if name == "grip" else 1.0) for name in TOOLS]
    return force / np.array([*areas, np.inf])[tool] / 1000.0
