"""Charts: smooth maps from a rectangle to a patch of skin, the same for every body and posture."""

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import final

import numpy as np
from jaxtyping import Float, Int

from effleurage.anatomy._model import baked, model
from effleurage.errors import UnknownNameError

LOW = (0.0, -1.0)
HIGH = (1.0, 1.0)
"""Range of `along` and `across`."""


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Chart:
    """A grid of points of the skin, fixed to its triangles.

    Attributes:
        name: The chart's name.
        faces: Face of each grid point, over `along` × `across`.
        corners: Vertices of these faces.
        weights: Barycentric coordinates in them.
    """

    name: str
    faces: Int[np.ndarray, "u v"]
    corners: Int[np.ndarray, "u v 3"]
    weights: Float[np.ndarray, "u v 3"]

    @property
    def along(self) -> Float[np.ndarray, " u"]:
        """`along` of the grid's rows."""
        return np.linspace(LOW[0], HIGH[0], self.faces.shape[0])

    @property
    def across(self) -> Float[np.ndarray, " v"]:
        """`across` of the grid's columns."""
        return np.linspace(LOW[1], HIGH[1], self.faces.shape[1])

    def grid(self, vertices: Float[np.ndarray, "n 3"], stride: int = 1) -> Float[np.ndarray, "u v 3"]:
        """The grid's points on a body, in the frame and unit of its vertices.

        Args:
            vertices: The body's.
            stride: Every which row and column.
        """
        some = slice(None, None, stride)
        return np.einsum("uvc,uvca->uva", self.weights[some, some], vertices[self.corners[some, some]])


@functools.cache
def chart_names() -> tuple[str, ...]:
    """Names of the charts."""
    text = (resources.files("effleurage.anatomy") / "data" / "charts.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text))


@functools.cache
def chart(name: str) -> Chart:
    """A chart by its name.

    Raises:
        UnknownNameError: If there is none.
    """
    if name not in chart_names():
        raise UnknownNameError("chart", name, chart_names())
    faces = baked()[f"{name}_faces"].astype(np.intp)
    weights = baked()[f"{name}_weights"].astype(float)
    left = model().faces[faces]
    right = model().mirror[left]
    columns = slice(None, 0, -1)
    return Chart(
        name=name,
        faces=np.concatenate([_mirrored_faces()[faces][:, columns], faces], axis=1),
        corners=np.concatenate([right[:, columns], left], axis=1),
        weights=np.concatenate([weights[:, columns], weights], axis=1),
    )


@functools.cache
def _mirrored_faces() -> Int[np.ndarray, " f"]:
    """Index of each face's mirror image."""
    faces = np.sort(model().faces.astype(np.int64), axis=1)
    images = np.sort(model().mirror[model().faces].astype(np.int64), axis=1)
    scale = np.array([len(model().mirror) ** 2, len(model().mirror), 1])
    order = np.argsort(faces @ scale)
    return order[np.searchsorted(faces @ scale, images @ scale, sorter=order)]
