"""``python -m benchmarks.batches``: our skins per second of processor time, on one thread, as JSON.

A process of its own, since the number of threads is settled when NumPy is loaded.
"""

import functools
import json
import time

import numpy as np
from tests.holds.people import drawn

from effleurage.anatomy import surface_grids, surface_meshes

BATCH, ROUNDS = 64, 40


def main() -> None:
    """Time both kinds of skins, in batches that are written to the same memory again and again."""
    shapes = np.stack([body.coefficients for body in drawn(20, seed=20)])
    batch = np.resize(shapes, (BATCH, shapes.shape[1]))
    halves = functools.partial(surface_grids, half=True)
    kinds = {"grids": surface_grids, "halves": halves, "meshes": surface_meshes}
    print(json.dumps({name: rate(skins, batch) for name, skins in kinds.items()}))


def rate(skins, batch: np.ndarray) -> float:
    """Skins per second of processor time, the best of some rounds."""
    out = skins(batch)
    least = np.inf
    for _ in range(ROUNDS):
        start = time.process_time()
        skins(batch, out=out)
        least = min(least, time.process_time() - start)
    return len(batch) / least


if __name__ == "__main__":
    main()
