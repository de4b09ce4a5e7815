"""The sheet: what both hands do at every sample, while it is filled in, and the shapes of the hands."""

from dataclasses import dataclass, field
from functools import cache

import numpy as np
from jaxtyping import Float

from effleurage.anatomy import hands
from effleurage.performance import Phase
from effleurage.planning._rhythm import smooth

CHARTS = ("back", "head")
TO_WRIST, TOP, OVER = 0.12, 0.86, 0.22
"""Where a clasping hand waits to take hold: this far on in `along`, at most there, this high [m]."""

_GATHERED, _OPENING = 0.85, 1.2
"""How far splayed fingers are gathered while a hand lands and leaves, and in what time they open, in [s]."""


@dataclass
class Sheet:
    """The arrays while they are filled."""

    n: int
    chart: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        n = self.n
        self.chart = np.zeros((n, 2), int)
        self.along, self.across = np.zeros((n, 2)), np.zeros((n, 2))
        self.lift, self.heading, self.force = np.zeros((n, 2)), np.zeros((n, 2)), np.zeros((n, 2))
        self.most = np.zeros((n, 2))
        self.tool = np.zeros((n, 2), int)
        self.fingers = np.zeros((n, 2, len(hands.BASES)))
        self.contact = np.zeros((n, 2), bool)
        self.unknown = np.zeros((n, 2), bool)
        self.phase = np.full((n, 2), int(Phase.AIR))
        self.upper = np.full(n, -1)
        self.clasps = np.zeros((n, 2), bool)


@cache
def shaped(name: str) -> Float[np.ndarray, " b"]:
    """Weights of a hand that has one shape."""
    return np.eye(len(hands.BASES))[hands.BASES.index(name)]


@cache
def landing_shape(name: str) -> Float[np.ndarray, " b"]:
    """Shape of a hand that lands and leaves: splayed fingers are gathered, so that hands pass each other."""
    return shaped(name) if name != "splayed" else _GATHERED * shaped("flat") + (1 - _GATHERED) * shaped(name)


def opened(name: str, count: int, rate: float) -> Float[np.ndarray, "#n b"]:
    """Shapes of a hand on the skin, from where it lands to where it leaves; one row if it stays the same."""
    landing, shape = landing_shape(name), shaped(name)
    if landing is shape:
        return shape[None]
    step = np.arange(count) / rate
    share = smooth(np.minimum(step, step[::-1]) / _OPENING)[:, None]
    return (1.0 - share) * landing + share * shape
