"""Skins per second against anny's forward pass, in batches."""

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

BATCH = 256


def rate(make: Callable[[], np.ndarray], *, seconds: float = 3.0) -> float:
    """Skins per second of a function that makes a batch of them; the best of several rounds."""
    make()
    best, spent = np.inf, 0.0
    while spent < seconds:
        start = time.perf_counter()
        make()
        took = time.perf_counter() - start
        best, spent = min(best, took), spent + took
    return BATCH / best


def forward(peers: Path) -> dict[str, float]:
    """Bodies of anny's forward pass per second, on the same number of processors.

    Args:
        peers: A Python that has anny.
    """
    script = Path(__file__).parent / "peers" / "forward.py"
    out = subprocess.run(
        [str(peers), str(script), "64", "5"], check=True, capture_output=True, text=True
    ).stdout
    return json.loads(out.strip().splitlines()[-1])
