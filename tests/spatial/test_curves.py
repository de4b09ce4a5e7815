"""Many curves at once are the curves one by one."""

import numpy as np
import pytest
from scipy.interpolate import CubicSpline, PchipInterpolator

from effleurage.spatial import Curves

COUNTS = (2, 3, 5, 40, 2, 7)


@pytest.fixture
def knots() -> list[np.ndarray]:
    """Uneven knots of curves of several lengths."""
    rng = np.random.default_rng(1)
    return [np.concatenate([[0.0], np.cumsum(rng.uniform(0.1, 1.0, n - 1))]) for n in COUNTS]


@pytest.mark.parametrize(
    ("kind", "alone"),
    [
        (Curves.natural, lambda t, y: CubicSpline(t, y, bc_type="natural")),
        (Curves.monotone, PchipInterpolator),
    ],
)
def test_curves_together_are_scipys_one_by_one(knots: list[np.ndarray], kind, alone) -> None:
    """The banded system of all curves does not mix them, whatever their lengths."""
    rng = np.random.default_rng(2)
    values = [np.cumsum(rng.normal(size=(len(t), 3)), axis=0) for t in knots]
    together = kind(np.concatenate(knots), np.concatenate(values), np.cumsum([0, *COUNTS]))
    for curve, (t, y) in enumerate(zip(knots, values, strict=True)):
        at = np.linspace(0.0, t[-1], 57)
        found = together.at(np.full(len(at), curve), at)
        np.testing.assert_allclose(found, alone(t, y)(at), atol=1e-9)
