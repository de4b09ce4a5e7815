"""How the receiver lies over time: one posture, but for the moments of a change.

A change goes through a few in-between skins (see `between`), and straight from each to the next,
so that a renderer needs no more than morph targets.
"""

import itertools
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float

from effleurage.performance import Block, Performance

NEUTRAL = "prone"
TURNED = frozenset({"head_left", "head_right"})
"""Between these the head goes through `NEUTRAL`, face down, as on a table."""

STEPS = 3
"""Straight pieces in which one posture goes over to the next."""


@final
@dataclass(frozen=True)
class Lying:
    """A skin that the receiver has at a moment: a posture, or a share of the way to another.

    Attributes:
        posture: The posture that it is, or comes from.
        toward: The posture that it goes to; "" for a posture itself.
        step: How many of `STEPS` it has gone.
    """

    posture: str
    toward: str = ""
    step: int = 0

    @property
    def name(self) -> str:
        """A name for people and for other programs."""
        return f"{self.posture} to {self.toward} {self.step}/{STEPS}" if self.toward else self.posture


def posture_names(performance: Performance) -> tuple[str, ...]:
    """The postures used, in order of their first use, and `NEUTRAL` if a change goes through it."""
    names = dict.fromkeys(block.posture for block in performance.blocks)
    if names.keys() >= TURNED:
        names.setdefault(NEUTRAL)
    return tuple(names)


def lyings(performance: Performance) -> tuple[Lying, ...]:
    """Every skin that is needed: the postures first, then those between them."""
    found = dict.fromkeys(Lying(name) for name in posture_names(performance))
    for _, way in _ways(performance):
        found.update(dict.fromkeys(way))
    return tuple(found)


def lying_weights(performance: Performance) -> Float[np.ndarray, "t k"]:
    """Share of each skin at every sample.

    It is 1 for the block's own posture, except in the block where a new posture is taken: there
    the receiver goes over smoothly from the last one, over the middle half of the block.

    Args:
        performance: Whose blocks name the postures.

    Returns:
        Weights of `lyings`, summing to 1, never more than two of them above 0.
    """
    number = {lying: k for k, lying in enumerate(lyings(performance))}
    weights = np.zeros((len(performance.samples), len(number)))
    for block, way in _ways(performance):
        share = np.linspace(-0.5, 1.5, block.stop - block.start).clip(0.0, 1.0)
        place = share * share * (3.0 - 2.0 * share) * (len(way) - 1)
        for k, lying in enumerate(way):
            weights[block.start : block.stop, number[lying]] = np.maximum(0.0, 1.0 - np.abs(place - k))
    return weights


def _ways(performance: Performance) -> list[tuple[Block, list[Lying]]]:
    """Of every block, the skins that it goes through: one, if nothing changes in it."""
    names = posture_names(performance)
    before, found = performance.blocks[0].posture, []
    for block in performance.blocks:
        is_change = block.kind == "arrange" and block.posture != before
        stops = (
            [before, NEUTRAL, block.posture] if {before, block.posture} == TURNED else [before, block.posture]
        )
        way = [Lying(block.posture)]
        if is_change:
            hops = [_hop(names, start, end) for start, end in itertools.pairwise(stops)]
            way = [Lying(before), *(lying for hop in hops for lying in hop)]
        found.append((block, way))
        before = block.posture
    return found


def _hop(names: tuple[str, ...], start: str, end: str) -> list[Lying]:
    """The skins after `start` up to `end`; the way back goes through the same ones."""
    steps = range(1, STEPS)
    if names.index(start) < names.index(end):
        return [*(Lying(start, end, step) for step in steps), Lying(end)]
    return [*(Lying(end, start, step) for step in reversed(steps)), Lying(end)]
