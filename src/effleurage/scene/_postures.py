"""How the receiver lies over time: one posture, but for the moments of a change."""

import numpy as np
from jaxtyping import Float

from effleurage.performance import Performance

NEUTRAL = "prone"
TURNED = frozenset({"head_left", "head_right"})
"""Between these the head goes through `NEUTRAL`: the straight way would lead through itself."""


def posture_names(performance: Performance) -> tuple[str, ...]:
    """The postures used, in order of their first use, and `NEUTRAL` if a change goes through it."""
    names = dict.fromkeys(block.posture for block in performance.blocks)
    if names.keys() >= TURNED:
        names.setdefault(NEUTRAL)
    return tuple(names)


def posture_weights(performance: Performance) -> Float[np.ndarray, "t p"]:
    """Share of each posture at every sample.

    It is 1 for the block's own posture, except in the block where a new posture is taken: there
    the receiver goes over smoothly from the last one, over the middle half of the block.

    Args:
        performance: Whose blocks name the postures.

    Returns:
        Weights of `posture_names`, summing to 1.
    """
    names = posture_names(performance)
    weights = np.zeros((len(performance.samples), len(names)))
    before = performance.blocks[0].posture
    for block in performance.blocks:
        stations = (
            (before, NEUTRAL, block.posture) if {before, block.posture} == TURNED else (before, block.posture)
        )
        share = np.linspace(-0.5, 1.5, block.stop - block.start).clip(0.0, 1.0)
        if block.kind != "arrange" or before == block.posture:
            share = np.ones_like(share)
        smooth = share * share * (3.0 - 2.0 * share) * (len(stations) - 1)
        for place, name in enumerate(stations):
            weights[block.start : block.stop, names.index(name)] += np.maximum(
                0.0, 1.0 - np.abs(smooth - place)
            )
        before = block.posture
    return weights
