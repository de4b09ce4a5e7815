"""Keyframes: the fewest samples between which straight interpolation stays close to all others."""

from collections.abc import Callable

import numpy as np
from jaxtyping import Float, Int

Interpolate = Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray]
"""(values at the left keys, values at the right keys, share of the way) → values between."""


LONG = 512
"""Most samples between keys."""

SHORT = 32
"""Samples between keys up to which the worst one is looked for."""


def keyframes(
    values: Float[np.ndarray, "t d"],
    time: Float[np.ndarray, " t"],
    *,
    tolerance: float,
    between: Interpolate,
) -> Int[np.ndarray, " k"]:
    """Choose keys by splitting intervals until each is true to its samples.

    A long interval is split in the middle, which takes few rounds, and a short one at its worst
    sample, which leaves few keys (Douglas and Peucker).

    Args:
        values: The channel.
        time: Strictly increasing.
        tolerance: Largest Euclidean distance of any sample from what the keys give.
        between: How a player interpolates.

    Returns:
        Indices of the samples to keep, increasing; the first and the last are always kept.
    """
    last = len(time) - 1
    is_key = np.zeros(len(time), bool)
    is_key[[*range(0, last, LONG), last]] = True
    pending = np.arange(len(time))
    while True:
        keys = np.flatnonzero(is_key)
        pending = pending[~is_key[pending]]
        if not len(pending):
            return keys
        interval = np.searchsorted(keys, pending) - 1
        left, right = keys[interval], keys[interval + 1]
        share = ((time[pending] - time[left]) / (time[right] - time[left]))[:, None]
        error = np.linalg.norm(between(values[left], values[right], share) - values[pending], axis=-1)
        starts = np.flatnonzero(np.diff(interval, prepend=-1))
        worst = np.repeat(np.maximum.reduceat(error, starts), np.diff(starts, append=len(pending)))
        is_far = worst > tolerance
        middle = pending == (left + right) // 2
        is_key[pending[is_far & np.where(right - left > SHORT, middle, error == worst)]] = True
        pending = pending[is_far]


def lerp(
    a: Float[np.ndarray, "n d"], b: Float[np.ndarray, "n d"], share: Float[np.ndarray, "n 1"]
) -> np.ndarray:
    """The straight way, as players move translations."""
    return a + share * (b - a)


def slerp(
    a: Float[np.ndarray, "n 4"], b: Float[np.ndarray, "n 4"], share: Float[np.ndarray, "n 1"]
) -> np.ndarray:
    """The shortest turn at even speed, as players move rotations; the quaternions are of one sign."""
    angle = np.arccos(np.clip(np.sum(a * b, axis=-1, keepdims=True), -1.0, 1.0))
    sine = np.sin(angle)
    is_small = sine < 1e-6
    safe = np.where(is_small, 1.0, sine)
    weight_a = np.where(is_small, 1.0 - share, np.sin((1.0 - share) * angle) / safe)
    weight_b = np.where(is_small, share, np.sin(share * angle) / safe)
    return weight_a * a + weight_b * b
