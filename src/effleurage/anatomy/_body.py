"""A person: a size in ordinary units, and the skin that follows from it."""

import functools
import math
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float, Int

from effleurage.anatomy._chart import Chart, chart
from effleurage.anatomy._model import model
from effleurage.anatomy._population import SEXES, age_label, age_range, density, height_range
from effleurage.anatomy._pose import lie
from effleurage.anatomy._posture import require_posture
from effleurage.anatomy._solve import measure, solutions, solve
from effleurage.anatomy._surface import Surface
from effleurage.errors import BodyError

ORIGIN_ALONG = 0.20
"""`along` of the second sacral vertebra, over which the origin of the body frame lies."""


@final
@dataclass(frozen=True, kw_only=True)
class Body:
    """A person of a given size.

    Attributes:
        height: Standing height, in [m].
        weight: Mass, in [kg].
        sex: ``male`` or ``female``.
        age: Age, in [years].

    Raises:
        BodyError: If a quantity lies outside what the model reaches; the message says the range.
    """

    height: float = 1.72
    weight: float = 68.0
    sex: str = "female"
    age: float = 40.0

    def __post_init__(self) -> None:
        if self.sex not in SEXES:
            raise BodyError("sex", repr(self.sex), " or ".join(SEXES))
        _require("age", self.age, age_range(), unit="years", digits=0)
        _require("height", self.height, height_range(), unit="m", digits=2)
        low, high = solutions().bmi_range(self.sex, age_label(self.age), self.height)
        square = self.height**2
        where = f" for a {self.sex} body of {self.height:.2f} m"
        _require("weight", self.weight, (low * square, high * square), unit=f"kg{where}", digits=1)

    @property
    def coefficients(self) -> Float[np.ndarray, " k"]:
        """Shape coefficients of the baked model."""
        return _coefficients(self)

    @property
    def standing_height(self) -> float:
        """Height of the standing mesh, in [m]."""
        return measure(model(), self.coefficients)[0]

    @property
    def mass(self) -> float:
        """Volume of the standing mesh times the density of a body, in [kg]."""
        return measure(model(), self.coefficients)[1] * density()

    def standing(self) -> tuple[Float[np.ndarray, "n 3"], Int[np.ndarray, "f 3"]]:
        """Vertices [m] and faces of the body standing, in the body frame's axes (x up)."""
        return model().rest(self.coefficients), model().faces

    def surface(self, posture: str = "prone") -> Surface:
        """The posed skin; cached.

        Raises:
            UnknownNameError: If there is no such posture.
        """
        return _surface(self, require_posture(posture))


def _require(quantity: str, value: float, limits: tuple[float, float], *, unit: str, digits: int) -> None:
    low, high = limits
    if not (math.isfinite(value) and low <= value <= high):
        raise BodyError(quantity, value, f"{low:.{digits}f} to {high:.{digits}f} {unit}")


@functools.lru_cache(maxsize=256)
def _coefficients(body: Body) -> Float[np.ndarray, " k"]:
    found = solve(sex=body.sex, age=age_label(body.age), height=body.height, mass=body.weight)
    found.setflags(write=False)
    return found


@functools.lru_cache(maxsize=64)
def _surface(body: Body, posture: str) -> Surface:
    vertices, joints = lie(model(), body.coefficients, posture)
    back, row, column = origin_node()
    sacrum = back.weights[row, column] @ vertices[back.corners[row, column]]
    shift = np.array([sacrum[0], 0.0, 0.0])
    return Surface(posture, vertices - shift, joints - shift)


@functools.cache
def origin_node() -> tuple[Chart, int, int]:
    """The back's chart, and row and column of its grid point over the second sacral vertebra."""
    back = chart("back")
    rows, columns = back.faces.shape
    return back, round(ORIGIN_ALONG * (rows - 1)), columns // 2
