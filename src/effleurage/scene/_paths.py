"""The path ahead: where each hand goes on the skin within a block, and how hard."""

from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float, Int

from effleurage.performance import Performance
from effleurage.spatial import runs

SPACING = 0.005
"""Least distance of drawn points, in [m]."""


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Path:
    """One hand's way on the skin, from where it comes down to where it leaves.

    Attributes:
        hand: `LEFT` or `RIGHT`.
        samples: Indices of the samples that are its points.
        points: In the body frame, in [m].
        force: Normal force at the points, in [N].
    """

    hand: int
    samples: Int[np.ndarray, " n"]
    points: Float[np.ndarray, "n 3"]
    force: Float[np.ndarray, " n"]


def paths(performance: Performance, block: int) -> tuple[Path, ...]:
    """The ways of both hands on the skin within a block, by their beginning.

    A hand that rests has a path of a single point.

    Args:
        performance: Whose samples hold the ways.
        block: Index of the block.
    """
    part = performance.blocks[block]
    rows = np.arange(part.start, part.stop)
    found = []
    for hand in range(2):
        touches = performance.samples.contact[rows, hand]
        found += [_thinned(performance, hand, rows[start:stop]) for start, stop in runs(touches)]
    return tuple(sorted(found, key=lambda path: int(path.samples[0])))


def _thinned(performance: Performance, hand: int, run: Int[np.ndarray, " r"]) -> Path:
    """A path through one point per `SPACING` of way."""
    points = performance.samples.position[run, hand]
    steps = np.linalg.norm(np.diff(points, axis=0), axis=-1)
    way = np.concatenate([[0.0], np.cumsum(steps)])
    _, first = np.unique(np.floor(way / SPACING), return_index=True)
    # The end belongs to the way, or the arrow would point short of it.
    kept = np.unique([*first, len(run) - 1]) if way[-1] >= SPACING else first
    chosen = run[kept]
    samples = performance.samples
    return Path(
        hand=hand, samples=chosen, points=samples.position[chosen, hand], force=samples.force[chosen, hand]
    )
