"""Skins per second: our chart grids in batches, our whole posed skins, anny's forward pass."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from effleurage.anatomy import Body, surface_grids


def measure(bodies: list[Body], *, peers: Path | None) -> dict[str, float]:
    """Skins per second of processor time, each on one thread.

    Args:
        bodies: Some bodies.
        peers: A Python that has anny, or None to leave it out.
    """
    ours = answer(sys.executable, "-m", "benchmarks.batches")
    grid = surface_grids(bodies[:1]).shape
    found = {
        "chart grids [1/s]": ours["grids"],
        "left halves of chart grids [1/s]": ours["halves"],
        "points of a grid": float(grid[1] * grid[2]),
        "whole skins in a batch [1/s]": ours["meshes"],
        "whole posed skins, one by one, arms laid [1/s]": _skins(bodies),
        "grid against the body's own surface, worst [mm]": 1000 * _difference(bodies[:5]),
    }
    if peers is not None:
        script = str(Path(__file__).parent / "peers" / "forward.py")
        theirs = answer(str(peers), script, "3", "1", "8", "64")
        anny = max(theirs.values())
        found["anny, forward pass, one at a time [1/s]"] = theirs["1"]
        found["anny, forward pass, the best of 1, 8 and 64 at once [1/s]"] = anny
        found["chart grids over anny at its best"] = ours["grids"] / anny
        found["chart grids over anny one at a time"] = ours["grids"] / theirs["1"]
        found["left halves of chart grids over anny one at a time"] = ours["halves"] / theirs["1"]
        found["whole skins in a batch over anny at its best"] = ours["meshes"] / anny
    return found


def answer(*command: str) -> dict[str, float]:
    """What a command prints last, as JSON, run on one thread."""
    one = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    out = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ | one).stdout
    return json.loads(out.strip().splitlines()[-1])


def _skins(bodies: list[Body]) -> float:
    """Posed skins per second of processor time, of bodies that were not asked for before, without charts."""
    new = [Body(height=b.height + 1e-4, weight=b.weight, sex=b.sex, age=b.age) for b in bodies]
    bodies[0].surface("head_left")
    for body in new:
        assert len(body.coefficients)
    start = time.process_time()
    for body in new:
        body.surface("head_left")
    return len(new) / (time.process_time() - start)


def _difference(bodies: list[Body]) -> float:
    """Largest distance of a batched grid's point from the chart of the body's surface, in [m]."""
    worst = 0.0
    for body, grid in zip(bodies, surface_grids(bodies), strict=True):
        along, across = np.linspace(0, 1, grid.shape[0]), np.linspace(-1, 1, grid.shape[1])
        own = body.surface("prone").point(*np.meshgrid(along, across, indexing="ij"))
        worst = max(worst, float(np.max(np.linalg.norm(grid - own, axis=-1))))
    return worst
