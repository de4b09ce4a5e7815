"""Time laws: gentle starts and stops, and work in cycles."""

import numpy as np
from jaxtyping import Float

from effleurage.planning._data import rows
from effleurage.planning._score import Rhythm

STEEPEST = 1.875
"""How much faster than even `smooth` is halfway."""


def eased(
    share: Float[np.ndarray, " n"],
    length: Float[np.ndarray, " n"] | float,
    ramp: Float[np.ndarray, " n"] | float,
) -> Float[np.ndarray, " n"]:
    """Nominal time at shares of the real one, which starts and stops over `ramp` [s] each."""
    total = length + ramp
    t = share * total
    up, down = np.clip(t / ramp, 0.0, 1.0), np.clip((total - t) / ramp, 0.0, 1.0)
    grown = ramp * (up * up * up * (1.0 - 0.5 * up))
    left = ramp * (down * down * down * (1.0 - 0.5 * down))
    middle = np.clip(t - ramp, 0.0, total - 2.0 * ramp)
    return grown + middle + (0.5 * ramp - left)


def offsets(
    rhythm: Rhythm | None, t: Float[np.ndarray, " n"], time: float
) -> tuple[Float[np.ndarray, " n"], Float[np.ndarray, " n"], Float[np.ndarray, " n"]]:
    """How work in place moves the hand (x, o) and swells its force, at times `t` [s]."""
    zero = np.zeros_like(t)
    if rhythm is None:
        return zero, zero, zero + 1.0
    angle = 2.0 * np.pi * rhythm.rate * t
    edge = min(0.5 / rhythm.rate + 0.2, 0.4 * time)
    grow = smooth(t / edge) * smooth((time - t) / edge)
    most = rows()["curve"]["cycling"] / (2.0 * np.pi * rhythm.rate) ** 2
    r = min(rhythm.amplitude, most) * grow
    swell = 1.0 - rhythm.swell * (0.5 + 0.5 * np.cos(angle))
    if rhythm.shape == "circle":
        return r * np.sin(angle), r * np.cos(angle), swell
    if rhythm.shape == "roll":
        return 0.6 * r * np.sin(angle), 0.5 * r * np.cos(angle), swell
    if rhythm.shape == "shake":
        return zero, r * np.sin(angle), swell
    return zero, zero, swell


def smooth(s: Float[np.ndarray, "*n"]) -> Float[np.ndarray, "*n"]:
    """From 0 to 1 with rest at both ends."""
    s = np.clip(s, 0.0, 1.0)
    return s * s * s * (10.0 + s * (6.0 * s - 15.0))
