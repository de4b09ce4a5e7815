"""Tracing a stroke on the skin at 1 cm spacing, against geodesic paths by potpourri3d."""

import itertools
import json
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np

from effleurage.anatomy import Body, Surface
from effleurage.anatomy._chart import HIGH, LOW, chart
from effleurage.spatial import Curves, GridSpline, length

SPACING = 0.01
PATHS = 600
COARSE = 9
"""Points of a stroke at which its length is measured, to space the others evenly."""


def ends(*, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Chart coordinates (n, 2) of random starts and ends, on one side of the back, 15 cm or more apart."""
    rng = np.random.default_rng(seed)
    side = rng.choice([-1, 1], PATHS)
    start = np.column_stack([rng.uniform(0.22, 0.45, PATHS), side * rng.uniform(0.1, 0.7, PATHS)])
    stop = np.column_stack([rng.uniform(0.60, 0.85, PATHS), side * rng.uniform(0.1, 0.7, PATHS)])
    return start, stop


def trace(surface: Surface, start: np.ndarray, stop: np.ndarray) -> np.ndarray:
    """Points on the skin 1 cm apart along the chart's line from `start` to `stop`."""
    share = np.linspace(0, 1, 33)
    coarse = surface.point(*(start + share[:, None] * (stop - start)).T)
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(coarse, axis=0), axis=1))])
    even = np.interp(np.linspace(0, length[-1], max(2, round(length[-1] / SPACING) + 1)), length, share)
    return surface.point(*(start + even[:, None] * (stop - start)).T)


def trace_all(surface: Surface, start: np.ndarray, stop: np.ndarray) -> list[np.ndarray]:
    """The same for many strokes at once, as planning does it, but in single precision."""
    skin, way = surface.patch("back").position.single, stop - start
    share = np.linspace(0, 1, COARSE)
    at = start[:, None] + share[:, None] * way[:, None]
    steps = length(np.diff(skin.at(skin.points(at[..., 0], at[..., 1])), axis=1))
    gone = np.concatenate([np.zeros((len(start), 1)), np.cumsum(steps, axis=1, dtype=float)], axis=1)
    counts = np.maximum(2, np.round(gone[:, -1] / SPACING).astype(int) + 1)
    ends = np.concatenate([[0], np.cumsum(counts)])
    path = np.repeat(np.arange(len(start)), counts)
    ways = Curves.natural(
        gone.ravel(), np.tile(share, len(start))[:, None], COARSE * np.arange(len(start) + 1)
    )
    goal = (np.arange(ends[-1]) - ends.take(path)) * (gone[:, -1] / (counts - 1)).take(path)
    passed = ways.at(path, goal)[:, 0]
    along, across = (start[:, i].take(path) + passed * way[:, i].take(path) for i in (0, 1))
    points = skin.at(skin.points(along, across))
    return [points[a:b] for a, b in itertools.pairwise(ends.tolist())]


def measure(body: Body, *, peers: Path | None, seed: int = 7) -> dict[str, float]:
    """Seconds of CPU per path, ours and the peer's, and how much longer our paths are.

    Args:
        body: The receiver.
        peers: A Python that has potpourri3d, or None to leave it out.
        seed: Of the paths.
    """
    surface = body.surface("prone")
    start, stop = ends(seed=seed)
    lengths = [_length(trace(surface, a, b)) for a, b in zip(start, stop, strict=True)]
    began = time.process_time()
    for _ in range(10):
        for a, b in zip(start, stop, strict=True):
            trace(surface, a, b)
    found = {"ours, one by one [ms]": 1000 * (time.process_time() - began) / (10 * PATHS)}
    began = time.process_time()
    for _ in range(50):
        trace_all(surface, start, stop)
    found["ours, all at once [ms]"] = 1000 * (time.process_time() - began) / (50 * PATHS)
    began = time.process_time()
    for _ in range(20):
        skin = GridSpline.through(chart("back").grid(surface.vertices), low=LOW, high=HIGH)
    found["ours, once for a body [ms]"] = 1000 * (time.process_time() - began) / 20
    assert skin.counts == surface.patch("back").position.counts
    found["single precision, worst error [mm]"] = 1000 * _error(skin, start, stop)
    if peers is None:
        return found
    peer = _geodesics(surface, start, stop, peers)
    found["potpourri3d [ms]"] = 1000 * peer["path_s"]
    found["its solver, once [ms]"] = 1000 * peer["build_s"]
    found["potpourri3d over ours, one by one"] = found["potpourri3d [ms]"] / found["ours, one by one [ms]"]
    found["potpourri3d over ours, all at once"] = found["potpourri3d [ms]"] / found["ours, all at once [ms]"]
    ours = found["ours, once for a body [ms]"] + PATHS * found["ours, all at once [ms]"]
    theirs = found["its solver, once [ms]"] + PATHS * found["potpourri3d [ms]"]
    found[f"potpourri3d over ours, {PATHS} paths on a new body"] = theirs / ours
    theirs = found["its solver, once [ms]"] + found["potpourri3d [ms]"]
    ours = found["ours, once for a body [ms]"] + found["ours, one by one [ms]"]
    found["potpourri3d over ours, one path on a new body"] = theirs / ours
    found["our length over the geodesic's"] = float(
        np.median(np.array(lengths) / np.array(peer["lengths_m"]))
    )
    return found


def _error(skin: GridSpline, start: np.ndarray, stop: np.ndarray) -> float:
    """Largest distance of points in single precision from those in double precision, in [m]."""
    at = start[:, None] + np.linspace(0, 1, 40)[:, None] * (stop - start)[:, None]
    points = skin.points(at[..., 0], at[..., 1])
    return float(np.max(length(skin.single.at(points) - skin.at(points))))


def _length(points: np.ndarray) -> float:
    return float(np.sum(np.linalg.norm(np.diff(points, axis=0), axis=1)))


def _geodesics(surface: Surface, start: np.ndarray, stop: np.ndarray, peers: Path) -> dict:
    points = np.stack([surface.point(*start.T), surface.point(*stop.T)], axis=1)
    away = np.linalg.norm(surface.vertices[None, None] - points[:, :, None], axis=-1)
    script = Path(__file__).parent / "peers" / "geodesics.py"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paths.npz"
        np.savez(path, vertices=surface.vertices, faces=surface.faces, ends=np.argmin(away, axis=-1))
        out = subprocess.run([str(peers), str(script), str(path)], check=True, capture_output=True, text=True)
    return json.loads(out.stdout)
