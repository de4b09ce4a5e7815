"""Key rows: what changes slowly is found at few rows, and lies smoothly between them."""

from typing import final

import numpy as np
from jaxtyping import Float
from scipy.ndimage import maximum_filter1d

from effleurage.planning._rhythm import smooth


@final
class Keys:
    """Every so many rows of many, and the smooth curves through values at them.

    Between two keys a value follows the cubic that leaves each key in the direction of its two
    neighbours, so that it is continuous with its derivative.

    Attributes:
        rows: The key rows, the first and the last row among them.
        count: How many rows there are.
        step: Rows from one key to the next.
    """

    def __init__(self, step: int, count: int) -> None:
        self.rows, self.count, self.step = np.append(np.arange(0, count - 1, step), count - 1), count, step

    def __len__(self) -> int:
        return len(self.rows)

    def between(self, values: Float[np.ndarray, "k ..."]) -> Float[np.ndarray, "t ..."]:
        """Values at all rows from those at the keys."""
        if len(self) == 1:
            return np.repeat(values, self.count, axis=0)
        flat = values.reshape(len(values), -1)
        cells = np.concatenate([flat[:1], flat, flat[-1:]])
        # One product for all cells but the last one, which may be shorter.
        taps = np.stack([cells[tap : tap + len(flat) - 1] for tap in range(4)])
        shares = _shares(np.arange(self.step) / self.step)
        inside = (shares @ taps.reshape(4, -1)).reshape(self.step, len(flat) - 1, -1)
        out = np.ascontiguousarray(inside.swapaxes(0, 1)).reshape(-1, flat.shape[1])
        begin, stop = self.rows[-2], self.rows[-1]
        last = _shares(np.arange(stop - begin + 1) / (stop - begin)) @ taps[:, -1]
        return np.concatenate([out[:begin], last]).reshape(self.count, *values.shape[1:])


def widened(change: Float[np.ndarray, "k ..."], reach: int) -> Float[np.ndarray, "k ..."]:
    """What rows ask for, each with a smooth rise before it and a fall after; the largest counts.

    Args:
        change: What every row asks for.
        reach: So many rows before and after the first and last ones change as well.
    """
    asked = np.any(change != 0.0, axis=tuple(range(1, change.ndim)))
    # Only rows near those that ask for something; what others are left out between asks for nothing.
    rows = np.flatnonzero(maximum_filter1d(asked, 2 * reach + 1))
    near, out = change[rows], np.zeros_like(change[rows])
    ways = np.arange(-reach, reach + 1)
    shares = smooth(1.0 - np.abs(ways) / (reach + 1))
    for off, share in zip(ways.tolist(), shares.tolist(), strict=True):
        to, of = (slice(max(way, 0), max(len(out) + min(way, 0), 0)) for way in (off, -off))
        part = share * near[of]
        np.copyto(out[to], part, where=np.abs(part) > np.abs(out[to]))
    whole = np.zeros_like(change)
    whole[rows] = out
    return whole


def _shares(s: Float[np.ndarray, " n"]) -> Float[np.ndarray, "n 4"]:
    """What the key before, both keys of a cell and the one after count at places from 0 to 1 in it."""
    return 0.5 * np.stack(
        [
            s * (-1.0 + s * (2.0 - s)),
            2.0 + s * s * (3.0 * s - 5.0),
            s * (1.0 + s * (4.0 - 3.0 * s)),
            s * s * (s - 1.0),
        ],
        axis=1,
    )
