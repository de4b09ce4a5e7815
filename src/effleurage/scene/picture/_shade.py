"""Shaded meshes in a matplotlib axes, seen along an axis of the body frame."""

from enum import Enum
from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Bool, Float, Int

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SKIN = (0.86, 0.68, 0.57)
AMBIENT = 0.38


class View(Enum):
    """From where a body is seen: rows are the picture's right, its up, and toward the eye (right-handed)."""

    TOP = ((0.0, -1.0, 0.0), (1.0, 0.0, 0.0), (0.0, 0.0, 1.0))
    LEFT = ((-1.0, 0.0, 0.0), (0.0, 0.0, 1.0), (0.0, 1.0, 0.0))
    HEAD = ((0.0, 1.0, 0.0), (0.0, 0.0, 1.0), (1.0, 0.0, 0.0))

    def project(self, points: Float[np.ndarray, "*s 3"]) -> Float[np.ndarray, "*s 3"]:
        """Right, up and depth (toward the eye) of points, in [m]."""
        return points @ np.array(self.value).T


def draw_mesh(
    axes: "Axes",
    vertices: Float[np.ndarray, "n 3"],
    faces: Int[np.ndarray, "f 3"],
    *,
    view: View,
    color: tuple[float, float, float] = SKIN,
    light: tuple[float, float, float] = (-0.35, 0.45, 0.82),
) -> None:
    """Draw the faces that look toward the eye, the nearest last, softly lit.

    Args:
        axes: Where to draw.
        vertices: Vertices in the body frame, in [m].
        faces: Triangles, outward.
        view: From where.
        color: Colour under full light.
        light: Direction to the light: right, up, toward the eye.
    """
    from matplotlib.collections import PolyCollection

    seen = view.project(vertices)
    corners = seen[faces]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    visible = normals[:, 2] > 0
    order = np.argsort(corners[visible][:, :, 2].mean(axis=1))
    corners, normals = corners[visible][order], normals[visible][order]
    smooth = _vertex_light(seen, faces, np.array(light))
    shade = AMBIENT + (1 - AMBIENT) * smooth[faces[visible][order]].mean(axis=1)
    colors = np.clip(np.array(color) * shade[:, None], 0.0, 1.0)
    axes.add_collection(
        PolyCollection(corners[:, :, :2], facecolors=colors, edgecolors=colors, linewidths=0.3)
    )
    axes.set_aspect("equal")
    axes.autoscale_view()


def _vertex_light(
    vertices: Float[np.ndarray, "n 3"], faces: Int[np.ndarray, "f 3"], light: Float[np.ndarray, " 3"]
) -> Float[np.ndarray, " n"]:
    """Share of the full light at each vertex."""
    a, b, c = (vertices[faces[:, i]] for i in range(3))
    vectors = np.cross(b - a, c - a)
    each = np.repeat(vectors, 3, axis=0)
    flat = faces.ravel()
    summed = np.stack([np.bincount(flat, each[:, i], minlength=len(vertices)) for i in range(3)], axis=-1)
    normals = summed / np.maximum(np.linalg.norm(summed, axis=1, keepdims=True), 1e-30)
    return np.clip(normals @ (light / np.linalg.norm(light)), 0.0, 1.0)


def facing(normals: Float[np.ndarray, "*s 3"], view: View, *, least: float = 0.02) -> Bool[np.ndarray, "*s"]:
    """Whether skin with these normals can be seen: their part toward the eye exceeds `least`."""
    return view.project(normals)[..., 2] > least
