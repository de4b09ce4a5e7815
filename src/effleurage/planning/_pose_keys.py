"""Key rows: what changes slowly is found at few rows, and lies smoothly between them."""

from functools import cached_property
from typing import final

import numpy as np
from jaxtyping import Float, Int
from scipy.sparse import csr_array


@final
class Keys:
    """Some rows of many, and the smooth curves through values at them.

    Between two keys a value follows the cubic that leaves each key in the direction of its two
    neighbours, so that it is continuous with its derivative.

    Attributes:
        rows: The key rows, the first and the last row among them.
        count: How many rows there are.
    """

    def __init__(self, rows: Int[np.ndarray, " k"], count: int) -> None:
        self.rows, self.count = rows, count

    @staticmethod
    def every(step: int, count: int) -> "Keys":
        """Every so many rows, and the last one."""
        return Keys(np.unique(np.append(np.arange(0, count, step), count - 1)), count)

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def _shares(self) -> csr_array:
        keys, rows = self.rows, np.arange(self.count)
        cell = np.clip(np.searchsorted(keys, rows, side="right") - 1, 0, max(len(keys) - 2, 0))
        after = np.minimum(cell + 1, len(keys) - 1)
        s = (rows - keys[cell]) / np.maximum(keys[after] - keys[cell], 1)
        taps = np.stack([np.maximum(cell - 1, 0), cell, after, np.minimum(after + 1, len(keys) - 1)], axis=1)
        weights = 0.5 * np.stack(
            [
                s * (-1.0 + s * (2.0 - s)),
                2.0 + s * s * (3.0 * s - 5.0),
                s * (1.0 + s * (4.0 - 3.0 * s)),
                s * s * (s - 1.0),
            ],
            axis=1,
        )
        ends = np.arange(0, taps.size + 1, 4)
        return csr_array((weights.ravel(), taps.ravel(), ends), shape=(self.count, len(keys)))

    def between(self, values: Float[np.ndarray, "k ..."]) -> Float[np.ndarray, "t ..."]:
        """Values at all rows from those at the keys."""
        flat = self._shares @ values.reshape(len(values), -1)
        return flat.reshape(self.count, *values.shape[1:])
