"""Skins per second: our chart grids in batches, our whole posed skins, anny's forward pass."""

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from effleurage.anatomy import Body, surface_grids

BATCH = 256


def measure(bodies: list[Body], *, peers: Path | None) -> dict[str, float]:
    """Skins per second.

    Args:
        bodies: Shapes; they are repeated to fill a batch.
        peers: A Python that has anny, or None to leave it out.
    """
    shapes = np.stack([body.coefficients for body in bodies])
    batch = np.resize(shapes, (BATCH, shapes.shape[1]))
    rate = BATCH / best(lambda: surface_grids(batch))
    grid = surface_grids(shapes[:1]).shape
    found = {
        "chart grids [1/s]": rate,
        "points of a grid": float(grid[1] * grid[2]),
        "whole posed skins, one by one [1/s]": _skins(bodies),
        "grid against the body's own surface, worst [mm]": 1000 * _difference(bodies[:5]),
    }
    if peers is not None:
        peer = forward(peers)
        found["anny, forward pass of 64 [1/s]"] = peer["bodies_per_s"]
        found["chart grids over anny"] = rate / peer["bodies_per_s"]
    return found


def best(make: Callable[[], object], *, seconds: float = 3.0) -> float:
    """Least wall time of a call, in [s], over some seconds of calls after a first one."""
    make()
    least, spent = np.inf, 0.0
    while spent < seconds:
        start = time.perf_counter()
        make()
        took = time.perf_counter() - start
        least, spent = min(least, took), spent + took
    return least


def _skins(bodies: list[Body]) -> float:
    """Posed skins per second of bodies that were not asked for before, without charts."""
    new = [Body(height=b.height + 1e-4, weight=b.weight, sex=b.sex, age=b.age) for b in bodies]
    bodies[0].surface("head_left")
    for body in new:
        assert len(body.coefficients)
    start = time.perf_counter()
    for body in new:
        body.surface("head_left")
    return len(new) / (time.perf_counter() - start)


def _difference(bodies: list[Body]) -> float:
    """Largest distance of a batched grid's point from the chart of the body's surface, in [m]."""
    worst = 0.0
    for body, grid in zip(bodies, surface_grids(bodies), strict=True):
        along, across = np.linspace(0, 1, grid.shape[0]), np.linspace(-1, 1, grid.shape[1])
        own = body.surface("prone").point(*np.meshgrid(along, across, indexing="ij"))
        worst = max(worst, float(np.max(np.linalg.norm(grid - own, axis=-1))))
    return worst


def forward(peers: Path) -> dict[str, float]:
    """What anny does in a second, on the same processors.

    Args:
        peers: A Python that has it.
    """
    script = Path(__file__).parent / "peers" / "forward.py"
    command = [str(peers), str(script), "64", "5"]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(out.strip().splitlines()[-1])
