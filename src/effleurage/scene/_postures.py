"""How the receiver lies over time: one posture, but for the moments of a change."""

import numpy as np
from jaxtyping import Float

from effleurage.performance import Performance


def posture_names(performance: Performance) -> tuple[str, ...]:
    """The postures used, in order of their first use."""
    return tuple(dict.fromkeys(block.posture for block in performance.blocks))


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
    before = None
    for block in performance.blocks:
        own = names.index(block.posture)
        rows = slice(block.start, block.stop)
        if before is None or before == own or block.kind != "arrange":
            weights[rows, own] = 1.0
        else:
            share = np.linspace(-0.5, 1.5, block.stop - block.start).clip(0.0, 1.0)
            weights[rows, own] = share * share * (3.0 - 2.0 * share)
            weights[rows, before] = 1.0 - weights[rows, own]
        before = own
    return weights
