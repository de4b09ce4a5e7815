"""Calm: hands turn no faster than hands may, whatever asks them to.

What a hand does, the skin that it comes to and the other hand all turn it, and now and then several of
them, or one that changes from one moment to the next, would turn it at once. It goes through the same
orientations then, but begins earlier and ends later.
"""

import numpy as np
from jaxtyping import Float
from scipy.ndimage import convolve1d, maximum_filter1d

from effleurage.limits import motion_limits
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose.flights import turned
from effleurage.spatial import dot, unit

_CALM = 0.75
"""Hands turn with at most this share of the speed that they may have: some is for the rows between."""

_EASED, _SAME = 0.4, 1e-6
"""Time over which such a turn begins and ends, in [s]; angles that are the same, in [rad]."""


def calm(turn: Float[np.ndarray, "k 2 4"], time: Float[np.ndarray, " k"]) -> Float[np.ndarray, "k 2 4"]:
    """Orientations, those that come too quickly spread over more time.

    Args:
        turn: Quaternions, each on its predecessor's side.
        time: When, in [s].
    """
    if len(time) < 2:
        return turn
    unit_turn = unit(turn)
    angle = 2.0 * np.arccos(np.clip(np.abs(dot(unit_turn[1:], unit_turn[:-1])), 0.0, 1.0))
    steps, most = np.diff(time), _CALM * motion_limits().turning_speed
    for side in (LEFT, RIGHT):
        if (angle[:, side] > most * steps).any():
            turn = turn.copy()
            turn[:, side] = _slower(unit_turn[:, side], angle[:, side], time, most)
    return turn


def _slower(
    turn: Float[np.ndarray, "k 4"], angle: Float[np.ndarray, " s"], time: Float[np.ndarray, " k"], most: float
) -> Float[np.ndarray, "k 4"]:
    """One hand's orientations, gone through at no more than a speed in [rad/s]."""
    gone = np.append(0.0, np.cumsum(angle))
    # Midway between the latest and the earliest way at that speed a turn is as much early as it is late.
    over = gone - most * time
    late, early = np.minimum.accumulate(over), np.maximum.accumulate(over[::-1])[::-1]
    even = 0.5 * (late + early) + most * time
    reach = max(1, round(0.5 * _EASED / (time[1] - time[0])))
    kernel = np.hanning(2 * reach + 3)[1:-1]
    kernel /= kernel.sum()
    off = maximum_filter1d(np.abs(even - gone) > _SAME, 2 * reach + 1).astype(float)
    share = convolve1d(maximum_filter1d(off, 2 * reach + 1), kernel, mode="nearest")
    even = gone + share * (convolve1d(even, kernel, mode="nearest") - gone)
    rows = np.flatnonzero(share > 0.0)
    cell = np.clip(np.searchsorted(gone, even[rows], side="right") - 1, 0, len(angle) - 1)
    part = np.clip((even[rows] - gone[cell]) / np.maximum(angle[cell], 1e-9), 0.0, 1.0)
    turn = turn.copy()
    turn[rows] = turned(turn[cell], turn[cell + 1], part)
    return turn
