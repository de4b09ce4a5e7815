"""Runs: where a mask holds, one row after the other."""

import numpy as np
from jaxtyping import Bool


def runs(mask: Bool[np.ndarray, " n"]) -> list[tuple[int, int]]:
    """Where a mask holds: from which row, and up to which one.

    Args:
        mask: What holds at every row.
    """
    edges = np.flatnonzero(np.diff(mask.astype(np.int8), prepend=0, append=0))
    return [(int(start), int(stop)) for start, stop in edges.reshape(-1, 2)]
