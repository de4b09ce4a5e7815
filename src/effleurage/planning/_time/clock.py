"""Time: how fast paths are gone, slower where they bend or the hand turns."""

import numpy as np
from jaxtyping import Float, Int

from effleurage.planning._data import rows
from effleurage.planning._trace.paths import counted, owners, since

_APART = 1e4
"""More than any squared speed on any path, in [m²/s²]: keeps running minima of paths apart."""


def clock(
    points: Float[np.ndarray, "m h 3"],
    speed: Float[np.ndarray, " m"],
    turn: Float[np.ndarray, " m"],
    frames: Float[np.ndarray, "m h c"],
    ends: Int[np.ndarray, " w1"],
) -> Float[np.ndarray, " m"]:
    """Time at path points that keeps to a speed.

    Args:
        points: The hands' points on the skin, in [m].
        speed: Most speed at each, in [m/s].
        turn: Heading at each, in [rad].
        frames: Axes of the skin there, as rows of numbers.
        ends: Where each path begins, and after all the number of points.
    """
    bound = rows()["curve"]["acceleration"]
    steps = _size(np.diff(points, axis=0)).max(axis=1)
    length = since(np.concatenate([[0.0], np.cumsum(np.maximum(steps, 1e-6))]), ends)
    slope = _Slope(length, ends)
    bend = np.maximum(_size(slope(slope(points))).max(axis=1), _corner(points, ends))
    swing = _size(slope(frames)).max(axis=1) / np.sqrt(2.0)
    spin = np.abs(slope(turn)) + 0.5 * swing
    square = np.minimum(speed**2, bound / np.maximum(bend, 1e-3))
    square = np.minimum(square, (rows()["curve"]["turning"] / np.maximum(spin, 1e-3)) ** 2)
    gain = bound * length
    path = owners(ends) * _APART
    forward = np.minimum.accumulate(square - gain - path) + gain + path
    path = path[-1] - path
    back = np.minimum.accumulate((square + gain - path)[::-1])[::-1] - gain + path
    slow = 1.0 / np.sqrt(np.minimum(forward, back))
    spent = 0.5 * np.maximum(np.diff(length), 0.0) * (slow[1:] + slow[:-1])
    return since(np.concatenate([[0.0], np.cumsum(spent)]), ends)


def _corner(points: Float[np.ndarray, "m h 3"], ends: Int[np.ndarray, " w1"]) -> Float[np.ndarray, " m"]:
    """Curvature from the angle between the steps at each point, in [1/m]: it sees the sharpest corner."""
    step = np.diff(points, axis=0)
    size = np.maximum(_size(step), 1e-6)
    ways = step / size[..., None]
    turn = _size(np.diff(ways, axis=0)) / (0.5 * (size[1:] + size[:-1]))
    out = np.zeros(len(points))
    out[1:-1] = turn.max(axis=1)
    out[ends[:-1]] = out[ends[1:] - 1] = 0.0
    return out


def _size(vectors: Float[np.ndarray, "m h c"]) -> Float[np.ndarray, "m h"]:
    return np.sqrt(np.einsum("mhc,mhc->mh", vectors, vectors))


class _Slope:
    """Derivative by the length of each path: second order inside, first order at the ends."""

    def __init__(self, length: Float[np.ndarray, " m"], ends: Int[np.ndarray, " w1"]) -> None:
        self._first, self._last = ends[:-1], ends[1:] - 1
        step = np.diff(length)
        step[self._last[:-1]] = 1.0
        self._step = step
        before, after = step[:-1], step[1:]
        self._weights = (
            -after / (before * (before + after)),
            (after - before) / (before * after),
            before / (after * (before + after)),
        )

    def __call__(self, values: np.ndarray) -> np.ndarray:
        flat = values.reshape(len(values), -1)
        out = np.empty_like(flat)
        a, b, c = (weight[:, None] for weight in self._weights)
        out[1:-1] = a * flat[:-2] + b * flat[1:-1] + c * flat[2:]
        first, last = self._first, self._last
        out[first] = (flat[first + 1] - flat[first]) / self._step[first, None]
        out[last] = (flat[last] - flat[last - 1]) / self._step[last - 1, None]
        return out.reshape(values.shape)


def samples(
    time: Float[np.ndarray, " w"], ramp: Float[np.ndarray, " w"], rate: float
) -> Int[np.ndarray, " w1"]:
    """Where each path's samples begin, when it takes `time` [s] and starts and stops over `ramp` [s]."""
    return counted(np.maximum(2, np.ceil((time + ramp) * rate)).astype(int))
