"""The smoothed normal straight from the mesh, by the words of its definition."""

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

SIGMA = 0.015
REACH = 4 * SIGMA


@dataclass(frozen=True, eq=False)
class Faces:
    """Centres, unit normals and areas of the faces of a skin, the receiver's arms left out."""

    centres: np.ndarray
    normals: np.ndarray
    areas: np.ndarray
    tree: cKDTree


def bare_faces(surface) -> Faces:
    """The faces of a surface without those of the receiver's arms."""
    bare = ~np.any(surface.arms[surface.faces], axis=1)
    corners = surface.vertices[surface.faces[bare]].astype(float)
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    double_area = np.linalg.norm(cross, axis=1)
    keep = double_area > 1e-12
    centres = corners.mean(axis=1)[keep]
    return Faces(centres, cross[keep] / double_area[keep, None], 0.5 * double_area[keep], cKDTree(centres))


def mesh_normals(faces: Faces, p_body: np.ndarray) -> np.ndarray:
    """Area-weighted Gaussian mean (σ 15 mm) of the normals of the faces around each point.

    Only faces within 90° of the nearest face's count.

    Args:
        faces: The skin.
        p_body: Points (n, 3) on it, in [m].

    Returns:
        Unit vectors (n, 3); NaN for a point without skin within reach.
    """
    nearest = faces.tree.query(p_body)[1]
    out = np.full(p_body.shape, np.nan)
    for i, around in enumerate(faces.tree.query_ball_point(p_body, REACH)):
        near = np.array(around, int)
        near = near[faces.normals[near] @ faces.normals[nearest[i]] > 0]
        d2 = np.sum((faces.centres[near] - p_body[i]) ** 2, axis=1)
        mean = (faces.areas[near] * np.exp(-0.5 * d2 / SIGMA**2)) @ faces.normals[near]
        out[i] = mean / max(np.linalg.norm(mean), 1e-12) if len(near) else np.nan
    return out
