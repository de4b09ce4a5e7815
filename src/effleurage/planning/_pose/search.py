"""Search: the way that costs least, though few ways are looked at at every moment.

What all ways leave in the way is known at some moments, which tells what each costs at least. The one
that seems cheapest is looked at wholly, and where most is in its way all the others are looked at too.
"""

from collections.abc import Callable
from typing import final

import numpy as np
from jaxtyping import Float, Int

_AT_FIRST, _THEN = 8, 4
"""All ways are looked at at so many moments to begin with, and at so many more each time."""


@final
class Search:
    """What ways cost at least, and the cheapest one that was found."""

    def __init__(
        self,
        *,
        every: Callable[[Int[np.ndarray, " s"]], Float[np.ndarray, "s w"]],
        one: Callable[[int], Float[np.ndarray, " m"]],
        more: Float[np.ndarray, " w"],
        told: Float[np.ndarray, " m"],
        least: Float[np.ndarray, " m"],
    ) -> None:
        """Begin with the first way, which costs nothing besides.

        Args:
            every: What all ways leave in the way at some moments, in [m].
            one: What one way leaves in the way at all of them.
            more: What ways cost besides.
            told: What the first way leaves in the way.
            least: What every way does at least.
        """
        self._every, self._one, self._more = every, one, more.copy()
        self._unknown, self._least = np.ones(len(told), bool), least
        self._most = np.full(len(more), least.max())
        self._squares = np.full(len(more), least @ least)
        self._best = self._cost(told), 0, told
        self._look(np.arange(0, len(told), -(-len(told) // _AT_FIRST)))
        self._more[0] = np.inf

    def best(self, ways: Int[np.ndarray, " n"]) -> tuple[int, Float[np.ndarray, " m"]]:
        """The cheapest of some ways, and of those looked at before, and what it leaves in the way."""
        while True:
            least = self._more[ways] + self._most[ways]
            least += 0.5 * np.sqrt(self._squares[ways] / len(self._least))
            first = int(np.argmin(least))
            if least[first] >= self._best[0]:
                return self._best[1:]
            way = int(ways[first])
            deep = self._one(way)
            cost = self._cost(deep) + self._more[way]
            if cost < self._best[0]:
                self._best = cost, way, deep
            self._more[way] = np.inf
            self._look(np.argsort(np.where(self._unknown, self._least - deep, 1.0))[:_THEN])

    def _look(self, moments: Int[np.ndarray, " s"]) -> None:
        """Look at all ways at some more moments."""
        moments = moments[self._unknown[moments]]
        if len(moments) == 0:
            return
        deep, least = self._every(moments), self._least[moments]
        self._unknown[moments] = False
        np.maximum(self._most, deep.max(axis=0), out=self._most)
        self._squares += np.einsum("mw,mw->w", deep, deep) - least @ least

    def _cost(self, deep: Float[np.ndarray, " m"]) -> float:
        """What it costs that balls are so near each other at moments, in [m]."""
        return float(deep.max() + 0.5 * np.sqrt(deep @ deep / len(deep)))
