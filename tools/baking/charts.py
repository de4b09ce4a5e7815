"""Cut the charts from the average body, as triangles and barycentric coordinates."""

import tomllib
from importlib import resources

import numpy as np
from jaxtyping import Float, Int
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import gaussian_filter1d

from effleurage.anatomy._model import Model, from_arrays
from effleurage.anatomy._population import SEXES, age_label
from effleurage.anatomy._pose import lie
from effleurage.anatomy._solve import coefficients_at

AVERAGE = {"age": age_label(40.0), "bmi": 24.0, "weight": 0.55, "height": 0.3}

SMOOTHING = 0.02
"""Width of the filter along the lateral-most line, in `along`."""


def average_body(model: Model) -> tuple[Float[np.ndarray, "n 3"], Float[np.ndarray, "j 3"]]:
    """Vertices and joints of the mean of an ordinary man and woman, lying prone."""
    shapes = [coefficients_at(model, sex=sex, **AVERAGE) for sex in SEXES]
    return lie(model, np.mean(shapes, axis=0), "prone")


class Cut:
    """One plane's cut through the skin, walked from the midline to the left.

    Attributes:
        corners: Vertices of each polyline point's mesh edge.
        share: Share of the first of them.
        length: Skin length from the midline, in [m].
        points: The points, in [m].
    """

    def __init__(
        self, model: Model, vertices: Float[np.ndarray, "n 3"], height: Float[np.ndarray, " n"], outward
    ):
        faces = model.faces
        above = height[faces] > 0
        numbers = np.flatnonzero(above.any(axis=1) & ~above.all(axis=1))
        crossing = faces[numbers]
        edges: dict[tuple[int, int], list[int]] = {}
        for number, face in enumerate(crossing):
            for a, b in zip(face, np.roll(face, -1), strict=True):
                if (height[a] > 0) != (height[b] > 0):
                    edges.setdefault((min(a, b), max(a, b)), []).append(number)
        start = self._start(model, vertices, height, edges, outward)
        walk, face, self.walked, self.faces = [start], None, [], faces
        while True:
            options = [f for f in edges[walk[-1]] if f != face and self._is_left(model, crossing[f])]
            if not options:
                break
            face = options[0]
            onward = [edge for edge, users in edges.items() if face in users and edge != walk[-1]]
            if onward[0] in walk:
                break
            walk.append(onward[0])
            self.walked.append(int(numbers[face]))
        self.corners = np.array(walk)
        a, b = height[self.corners].T
        self.share = b / (b - a)
        self.points = (
            vertices[self.corners[:, 0]] * self.share[:, None]
            + vertices[self.corners[:, 1]] * (1 - self.share)[:, None]
        )
        steps = np.linalg.norm(np.diff(self.points, axis=0), axis=1)
        self.length = np.concatenate([[0.0], np.cumsum(steps)])

    @staticmethod
    def _start(model, vertices, height, edges, outward) -> tuple[int, int]:
        middle = [edge for edge in edges if max(edge) < model.middle]
        return max(middle, key=lambda edge: float((vertices[edge[0]] + vertices[edge[1]]) @ outward))

    @staticmethod
    def _is_left(model: Model, face: Int[np.ndarray, " 3"]) -> bool:
        return bool(np.all(face < len(model.mean)))

    def lateral(self) -> float:
        """Skin length to the first lateral-most point, in [m]."""
        y = self.points[:, 1]
        return float(self.length[np.argmax(y)])

    def at(self, length: float) -> tuple[int, Float[np.ndarray, " 3"]]:
        """Face and barycentric coordinates of the point at a skin length from the midline."""
        i = int(np.clip(np.searchsorted(self.length, length) - 1, 0, len(self.length) - 2))
        t = (length - self.length[i]) / (self.length[i + 1] - self.length[i])
        assert 0 <= t <= 1.0 + 1e-6, "the edge lies beyond the end of the cut"
        a, b = self.share[i], self.share[i + 1]
        weights = np.array([(1 - t) * a, (1 - t) * (1 - a), t * b, t * (1 - b)])
        vertices = np.concatenate([self.corners[i], self.corners[i + 1]])
        return self.walked[i], (vertices[:, None] == self.faces[self.walked[i]]).T @ weights


def edge_lengths(rows: list[list[float]], along: np.ndarray, cuts: list[Cut]) -> Float[np.ndarray, " r"]:
    """Skin length from the midline to the edge at every row, smooth."""
    sides = gaussian_filter1d([cut.lateral() for cut in cuts], SMOOTHING * len(cuts), mode="nearest")
    at = [row[0] for row in rows]
    length = [row[1] if len(row) > 1 else np.interp(row[0], along, sides) for row in rows]
    return PchipInterpolator(at, length)(along)


def sample(cuts: list[Cut], edge: Float[np.ndarray, " r"], columns: int) -> tuple[np.ndarray, np.ndarray]:
    """Faces and barycentric coordinates of the left half of a chart's grid."""
    across = np.linspace(0.0, 1.0, columns // 2 + 1)
    points = [[cut.at(share * end) for share in across] for cut, end in zip(cuts, edge, strict=True)]
    faces = np.array([[point[0] for point in row] for row in points])
    return faces, np.array([[point[1] for point in row] for row in points])


def cut_back(
    model: Model, vertices: np.ndarray, root: np.ndarray, rows: dict
) -> tuple[np.ndarray, np.ndarray]:
    """The chart of the back: parallel planes."""
    along = np.linspace(0.0, 1.0, rows["rows"])
    planes = root[0] + rows["bottom"] + along * (rows["top"] - rows["bottom"])
    up = np.array([0.0, 0.0, 1.0])
    cuts = [Cut(model, vertices, vertices[:, 0] - plane + 1e-7, up) for plane in planes]
    return sample(cuts, edge_lengths(rows["edge"], along, cuts), rows["columns"])


def cut_head(
    model: Model, vertices: np.ndarray, root: np.ndarray, rows: dict
) -> tuple[np.ndarray, np.ndarray]:
    """The chart of the back of the head: planes through a left-right axis inside it."""
    along = np.linspace(0.0, 1.0, rows["rows"])
    centre = np.array([root[0] + rows["axis"][0], 0.0, rows["axis"][1]])
    ends = [
        np.arctan2(rows[name][1] - rows["axis"][1], rows[name][0] - rows["axis"][0])
        for name in ("start", "end")
    ]
    cuts = []
    for angle in ends[0] + along * (ends[1] - ends[0]):
        outward = np.array([np.cos(angle), 0.0, np.sin(angle)])
        normal = np.array([-np.sin(angle), 0.0, np.cos(angle)])
        cuts.append(Cut(model, vertices, (vertices - centre) @ normal + 1e-7, outward))
    return sample(cuts, edge_lengths(rows["edge"], along, cuts), rows["columns"])


def bake_charts(arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Faces and barycentric coordinates of the left half of every chart."""
    text = (resources.files("effleurage.anatomy") / "data" / "charts.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    model = from_arrays(arrays)
    vertices, joints = average_body(model)
    baked = {}
    for name, cut in (("back", cut_back), ("head", cut_head)):
        faces, weights = cut(model, vertices, joints[model.joint("root")], data[name])
        baked[f"{name}_faces"] = faces.astype(np.uint16)
        baked[f"{name}_weights"] = weights.astype(np.float32)
        print(f"chart {name}: {faces.shape[0]} rows of {faces.shape[1]} points from the midline")
    return baked
