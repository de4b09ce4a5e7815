"""Strokes against the true surface: ours, a cubic curve per stroke, a straight line, on the same lines.

The cubic curve is what Yuguchi (2024, arXiv 2405.06588) fits to the profile of the back: it follows
the slope along the stroke and has no roll about it. The true surface is the mesh: its nearest
point, and the normal there, of the face and at the scale of a palm (the area-weighted Gaussian mean
of face normals, σ 15 mm, that the design defines).
"""

from collections.abc import Iterable

import numpy as np
from tests.holds.skin import Faces, bare_faces, mesh_normals

from effleurage.anatomy import Body, Surface

LINES = (-0.07, -0.05, -0.03, 0.03, 0.05, 0.07)
"""Distances of the lines from the spine, in [m]."""
FROM, TO = 0.22, 0.86
COUNT = 200
EVERY = 5
METHODS = ("surface strokes (ours)", "cubic curve per stroke", "straight line")


def ours(surface: Surface, p: np.ndarray, along: np.ndarray, across: np.ndarray):
    """Points and normals of the splined chart."""
    return p, surface.smoothed_normal(along, across)


def cubic(surface: Surface, p: np.ndarray, along: np.ndarray, across: np.ndarray):
    """Heights by a cubic in the distance along the stroke; the normal has its slope and no roll."""
    x = p[:, 0]
    curve = np.polynomial.Polynomial.fit(x, p[:, 2], 3)
    return _flat(p, curve(x), curve.deriv()(x))


def straight(surface: Surface, p: np.ndarray, along: np.ndarray, across: np.ndarray):
    """From the first point to the last."""
    share = (p[:, 0] - p[0, 0]) / (p[-1, 0] - p[0, 0])
    slope = (p[-1, 2] - p[0, 2]) / (p[-1, 0] - p[0, 0])
    return _flat(p, p[0, 2] + share * (p[-1, 2] - p[0, 2]), np.full(len(p), slope))


def _flat(p: np.ndarray, height: np.ndarray, slope: np.ndarray):
    normal = np.stack([-slope, np.zeros_like(slope), np.ones_like(slope)], axis=1)
    return np.column_stack([p[:, :2], height]), normal / np.linalg.norm(normal, axis=1, keepdims=True)


def errors(surface: Surface, faces: Faces, points: np.ndarray, normals: np.ndarray) -> tuple[np.ndarray, ...]:
    """Distance [m], error of the slope, of the face's and of the palm's normal [°] against the mesh."""
    distance, face, weight = surface.skin.nearest(points)
    corners = surface.vertices[surface.faces[face]]
    below = np.einsum("nc,nca->na", weight, corners)
    true = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    true /= np.linalg.norm(true, axis=1, keepdims=True)
    slope = _slope(normals) - _slope(true)
    palm = mesh_normals(faces, below[::EVERY])
    return (
        np.abs(distance),
        np.abs(np.degrees(slope)),
        _angle(true, normals),
        _angle(palm, normals[::EVERY]),
    )


def _angle(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return np.degrees(np.arccos(np.clip(np.sum(a * b, axis=1), -1, 1)))


def _slope(normals: np.ndarray) -> np.ndarray:
    return np.arctan2(-normals[:, 0], normals[:, 2])


def measure(bodies: Iterable[Body]) -> dict[str, dict[str, float]]:
    """Errors of the three methods over all lines of all bodies.

    Args:
        bodies: The receivers.

    Returns:
        By method: RMS position [mm], and mean and 99th percentile of slope and normals [°].
    """
    found: dict[str, list[tuple[np.ndarray, ...]]] = {name: [] for name in METHODS}
    for body in bodies:
        surface = body.surface("prone")
        faces = bare_faces(surface)
        for lateral in LINES:
            along = np.linspace(FROM, TO, COUNT)
            across = surface.at(along, lateral)
            p = surface.point(along, across)
            for name, method in zip(METHODS, (ours, cubic, straight), strict=True):
                found[name].append(errors(surface, faces, *method(surface, p, along, across)))
    table = {}
    for name, each in found.items():
        distance, slope, full, palm = (np.concatenate(parts) for parts in zip(*each, strict=True))
        table[name] = {
            "position RMS [mm]": 1000 * float(np.sqrt(np.mean(distance**2))),
            "slope mean [°]": float(np.mean(slope)),
            "slope 99 % [°]": float(np.percentile(slope, 99)),
            "face normal mean [°]": float(np.mean(full)),
            "face normal 99 % [°]": float(np.percentile(full, 99)),
            "palm normal mean [°]": float(np.mean(palm)),
            "palm normal 99 % [°]": float(np.percentile(palm, 99)),
        }
    return table
