"""From a person's size to shape coefficients: height and mass as asked, the rest as usual.

Two labels are solved, `height` and `weight`; muscle follows the body mass index, age and sex are
given. At fixed muscle below one half both height and mass rise with their label, so the solution
is unique and moves smoothly with what was asked. A table of solved bodies gives the start.
"""

import functools
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float

from effleurage.anatomy._labels import corner_weights
from effleurage.anatomy._model import Model, baked, model
from effleurage.anatomy._population import SEXES, density, muscle_label, proportions_label
from effleurage.spatial import cross

HEIGHT_TOLERANCE = 2e-4
MASS_TOLERANCE = 0.02
STEP = 0.02


def measure(model: Model, coefficients: Float[np.ndarray, " k"]) -> tuple[float, float]:
    """Standing height in [m] and volume in [m³] of a shape; of the left half, which is one half."""
    vertices = model.rest_half(coefficients)
    a, b, c = (vertices.take(corner, axis=0) for corner in model.left_faces.T)
    volume = np.einsum("ij,ij->", cross(a, b), c, dtype=float) / 3.0
    return float(np.ptp(vertices[:, 0])), float(volume)


def coefficients_at(
    model: Model, *, sex: str, age: float, bmi: float, weight: float, height: float
) -> Float[np.ndarray, " k"]:
    """Coefficients of a shape: `age`, `weight` and `height` are labels, `bmi` is in [kg/m²]."""
    labels = [SEXES.index(sex), age, muscle_label(sex, bmi), weight, height, proportions_label()]
    return corner_weights(np.array(labels)) @ model.corner_coefficients


def refine(
    model: Model, start: tuple[float, float], *, sex: str, age: float, height: float, mass: float
) -> tuple[float, float]:
    """Labels `weight` and `height` that meet a standing height in [m] and a mass in [kg].

    Newton's method from `start`, with differences toward the inside of the labels' range.
    """
    bmi = mass / height**2
    guess = np.array(start)

    def errors(labels: np.ndarray) -> np.ndarray:
        weight, tall = labels
        shape = coefficients_at(model, sex=sex, age=age, bmi=bmi, weight=weight, height=tall)
        got_height, got_volume = measure(model, shape)
        return np.array([got_volume * density() - mass, got_height - height])

    tolerance = np.array([MASS_TOLERANCE, HEIGHT_TOLERANCE])
    for _ in range(12):
        error = errors(guess)
        if np.all(np.abs(error) < tolerance):
            break
        slopes = []
        for column in range(2):
            step = np.zeros(2)
            step[column] = STEP if guess[column] < 0.5 else -STEP
            slopes.append((errors(guess + step) - error) / step[column])
        guess = np.clip(guess - np.linalg.solve(np.array(slopes).T, error), 0.0, 1.0)
    return float(guess[0]), float(guess[1])


@final
@dataclass(frozen=True, kw_only=True)
class Solutions:
    """A table of solved bodies over sex, age label, standing height [m] and body mass index.

    Attributes:
        ages: Nodes of the age label.
        heights: Nodes of the height, in [m].
        shares: Nodes of the index as a share of the range that is reached there.
        reach: Least and greatest body mass index that is reached, in [kg/m²].
        labels: Labels `weight` and `height`.
    """

    ages: Float[np.ndarray, " a"]
    heights: Float[np.ndarray, " h"]
    shares: Float[np.ndarray, " s"]
    reach: Float[np.ndarray, "2 a h 2"]
    labels: Float[np.ndarray, "2 a h s 2"]

    def bmi_range(self, sex: str, age: float, height: float) -> tuple[float, float]:
        """Least and greatest body mass index of this sex, age label and height."""
        nodes = self._between(self.reach[SEXES.index(sex)], age, height)
        return float(nodes[0]), float(nodes[1])

    def start(self, sex: str, age: float, height: float, bmi: float) -> tuple[float, float]:
        """Labels `weight` and `height` near the solution."""
        low, high = self.bmi_range(sex, age, height)
        rows = self._between(self.labels[SEXES.index(sex)], age, height)
        share = (bmi - low) / (high - low)
        return float(np.interp(share, self.shares, rows[:, 0])), float(
            np.interp(share, self.shares, rows[:, 1])
        )

    def _between(self, table: np.ndarray, age: float, height: float) -> np.ndarray:
        row = np.interp(age, self.ages, np.arange(len(self.ages)))
        column = np.interp(height, self.heights, np.arange(len(self.heights)))
        i, j = min(int(row), len(self.ages) - 2), min(int(column), len(self.heights) - 2)
        a, h = row - i, column - j
        low = table[i, j] * (1 - h) + table[i, j + 1] * h
        high = table[i + 1, j] * (1 - h) + table[i + 1, j + 1] * h
        return low * (1 - a) + high * a


@functools.cache
def solutions() -> Solutions:
    """The baked table."""
    names = ("ages", "heights", "shares", "reach", "labels")
    return Solutions(**{name: baked()[f"solved_{name}"] for name in names})


def solve(*, sex: str, age: float, height: float, mass: float) -> Float[np.ndarray, " k"]:
    """Coefficients of the person of this sex, age label, standing height [m] and mass [kg]."""
    bmi = mass / height**2
    start = solutions().start(sex, age, height, bmi)
    weight, tall = refine(model(), start, sex=sex, age=age, height=height, mass=mass)
    return coefficients_at(model(), sex=sex, age=age, bmi=bmi, weight=weight, height=tall)
