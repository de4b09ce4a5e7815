"""The closest point of a triangle [Ericson2005]."""

import numpy as np
from jaxtyping import Float


def closest_in_triangles(
    points: Float[np.ndarray, "*n 3"], triangles: Float[np.ndarray, "*n 3 3"]
) -> Float[np.ndarray, "*n 3"]:
    """Barycentric coordinates of the point of each triangle that is closest to a point.

    Args:
        points: One point for each triangle.
        triangles: Corners of each triangle.

    References:
        [Ericson2005] Real-Time Collision Detection, section 5.1.5.
    """
    a, b, c = triangles[..., 0, :], triangles[..., 1, :], triangles[..., 2, :]
    ab, ac = b - a, c - a

    def dot(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        return np.einsum("...i,...i->...", x, y)

    ap, bp, cp = points - a, points - b, points - c
    d1, d2, d3, d4, d5, d6 = dot(ab, ap), dot(ac, ap), dot(ab, bp), dot(ac, bp), dot(ab, cp), dot(ac, cp)
    va, vb, vc = d3 * d6 - d5 * d4, d5 * d2 - d1 * d6, d1 * d4 - d3 * d2
    tiny = 1e-30
    one, zero = np.ones_like(d1), np.zeros_like(d1)
    along_ab = d1 / np.maximum(d1 - d3, tiny)
    along_ac = d2 / np.maximum(d2 - d6, tiny)
    along_bc = (d4 - d3) / np.maximum((d4 - d3) + (d5 - d6), tiny)
    total = np.maximum(va + vb + vc, tiny)
    cases = [
        ((d1 <= 0) & (d2 <= 0), (one, zero, zero)),
        ((d3 >= 0) & (d4 <= d3), (zero, one, zero)),
        ((d6 >= 0) & (d5 <= d6), (zero, zero, one)),
        ((vc <= 0) & (d1 >= 0) & (d3 <= 0), (1 - along_ab, along_ab, zero)),
        ((vb <= 0) & (d2 >= 0) & (d6 <= 0), (1 - along_ac, zero, along_ac)),
        ((va <= 0) & (d4 >= d3) & (d5 >= d6), (zero, 1 - along_bc, along_bc)),
    ]
    inside = (va / total, vb / total, vc / total)
    conditions = [case[0] for case in cases]
    return np.stack(
        [np.select(conditions, [case[1][i] for case in cases], default=inside[i]) for i in range(3)], axis=-1
    )
