"""Runs: where a mask holds, one row after the other."""

import numpy as np
from jaxtyping import Bool


def runs(mask: Bool[np.ndarray, " n"]) -> list[tuple[int, int]]:
    """Where a mask holds: from which row, and up to which one.

    Args:
        mask: What holds at every row.
    """
    padded = np.zeros(len(mask) + 2, bool)
    padded[1:-1] = mask
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
