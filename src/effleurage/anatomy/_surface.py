"""A body's skin in a posture: its mesh, and its charts as cubic splines."""

import functools
from typing import TYPE_CHECKING, final

import numpy as np
from jaxtyping import Bool, Float, Int

from effleurage.anatomy._chart import HIGH, LOW, chart
from effleurage.anatomy._model import model
from effleurage.anatomy._skin import Skin
from effleurage.anatomy._smoothing import arm_vertices, smoothed_normals
from effleurage.spatial import GridSpline, Points, cross, length, refinement, unit

if TYPE_CHECKING:
    import scipy.spatial

LANE_STEPS = 97
PARTS = 4

Coordinate = Float[np.ndarray, "*#s"] | float
"""One chart coordinate, of one point or of many."""


@final
class Patch:
    """One chart of one posed body: splines of position, smoothed normal and lanes."""

    def __init__(self, name: str, posture: str, vertices: Float[np.ndarray, "n 3"]) -> None:
        self._name = name
        self._posture = posture
        self._vertices = vertices
        self.grid = chart(name).grid(vertices)

    @functools.cached_property
    def position(self) -> GridSpline:
        """Position, in [m]."""
        return GridSpline.through(self.grid, low=LOW, high=HIGH)

    @functools.cached_property
    def smooth(self) -> GridSpline:
        """Smoothed normal (not exactly of length 1 between the nodes)."""
        normals = smoothed_normals(self._name, self._posture, self._vertices)
        return GridSpline.through(normals, low=LOW, high=HIGH)

    @functools.cached_property
    def _length(self) -> Float[np.ndarray, "u f"]:
        """Signed skin length from the spine along each row, every cell cut into `PARTS`, in [m]."""
        rows, count, _ = self.grid.shape
        points = self.grid.swapaxes(1, 2).reshape(-1, count) @ refinement(count, PARTS).T
        ways = np.diff(points).reshape(rows, 3, -1)
        steps = np.sqrt(np.einsum("uaf,uaf->uf", ways, ways))
        gone = np.concatenate([np.zeros((rows, 1)), np.cumsum(steps, axis=1)], axis=1)
        return gone - gone[:, gone.shape[1] // 2, None]

    @functools.cached_property
    def lateral(self) -> GridSpline:
        """Signed skin length from the spine at constant `along`, in [m]."""
        return GridSpline.through(self._length[:, ::PARTS, None], low=LOW, high=HIGH)

    @functools.cached_property
    def lane(self) -> GridSpline:
        """`across` by `along` and the share of the skin length from the spine to that side's edge."""
        gone = self._length
        across = np.linspace(LOW[1], HIGH[1], gone.shape[1])
        shares = np.where(gone < 0, gone / -gone[:, :1], gone / gone[:, -1:])
        nodes = np.linspace(LOW[1], HIGH[1], LANE_STEPS)
        # Row after row on one axis, each further on than all of the one before, is one table in all.
        far = 4.0 * np.arange(len(shares))[:, None]
        table = np.interp(nodes + far, (shares + far).ravel(), np.tile(across, len(shares)))
        return GridSpline.through(table[:, :, None], low=LOW, high=HIGH)

    @functools.cached_property
    def edges(self) -> tuple[Float[np.ndarray, " u"], Float[np.ndarray, " u"], Float[np.ndarray, " u"]]:
        """Skin length from the spine to the right and to the left edge, by `along`, finely; in [m]."""
        fine = refinement(self.grid.shape[0], PARTS) @ self._length[:, [0, -1]]
        return np.linspace(LOW[0], HIGH[0], len(fine)), -fine[:, 0], fine[:, 1]

    @functools.cached_property
    def tree(self) -> "scipy.spatial.KDTree":
        """The grid's points, to search."""
        import scipy.spatial

        return scipy.spatial.KDTree(self.grid.reshape(-1, 3))


@final
class Surface:
    """The posed skin of one body in the body frame, all in [m].

    Every function takes arrays of chart coordinates that broadcast against each other, and clips
    them to the chart. `along` runs from 0 (gluteal fold) to 1 (base of the skull), `across` from
    −1 (the receiver's right edge) over 0 (spine) to 1 (left edge).

    Attributes:
        posture: How the receiver lies.
        vertices: The whole skin; do not write to it.
        faces: Its triangles, outward.
        joints: The skeleton's joints.
    """

    def __init__(
        self, posture: str, vertices: Float[np.ndarray, "n 3"], joints: Float[np.ndarray, "j 3"]
    ) -> None:
        self.posture = posture
        self.vertices = vertices
        self.joints = joints
        self.faces: Int[np.ndarray, "f 3"] = model().faces
        self.skin = Skin(vertices, self.faces)
        self._patches: dict[str, Patch] = {}
        for array in (vertices, joints):
            array.setflags(write=False)

    @property
    def arms(self) -> Bool[np.ndarray, " n"]:
        """Mask of the vertices of the receiver's arms and hands (not of the shoulder's chart)."""
        return arm_vertices()

    def patch(self, name: str) -> Patch:
        """One chart on this skin."""
        if name not in self._patches:
            chart(name)
            self._patches[name] = Patch(name, self.posture, self.vertices)
        return self._patches[name]

    def points(self, along: Coordinate, across: Coordinate, chart: str = "back") -> Points:
        """Chart points prepared once for several calls that take `points`."""
        return self.patch(chart).position.points(along, across)

    def point(self, along: Coordinate, across: Coordinate, chart: str = "back") -> Float[np.ndarray, "*s 3"]:
        """Position on the skin, in [m]."""
        spline = self.patch(chart).position
        return spline.at(spline.points(along, across))

    def tangents(
        self, along: Coordinate, across: Coordinate, chart: str = "back"
    ) -> tuple[Float[np.ndarray, "*s 3"], Float[np.ndarray, "*s 3"]]:
        """Derivatives of the position by `along` and by `across`, in [m]."""
        spline = self.patch(chart).position
        points = spline.points(along, across)
        return spline.at(points, 1, 0), spline.at(points, 0, 1)

    def ahead(self, along: Coordinate, across: Coordinate, chart: str = "back") -> Float[np.ndarray, "*s 3"]:
        """Derivative of the position by `along` alone, in [m]."""
        spline = self.patch(chart).position
        return spline.at(spline.points(along, across), 1, 0)

    def normal(self, along: Coordinate, across: Coordinate, chart: str = "back") -> Float[np.ndarray, "*s 3"]:
        """Unit normal of the spline surface, outward."""
        return unit(cross(*self.tangents(along, across, chart)))

    def smoothed_normal(
        self, along: Coordinate, across: Coordinate, chart: str = "back"
    ) -> Float[np.ndarray, "*s 3"]:
        """Unit normal, smoothed with a Gaussian of 15 mm over the faces around the point."""
        spline = self.patch(chart).smooth
        return unit(spline.at(spline.points(along, across)))

    def frame(
        self, along: Coordinate, across: Coordinate, chart: str = "back"
    ) -> Float[np.ndarray, "*s 3 3"]:
        """Columns: toward the head in the skin, toward the left in the skin, out (smoothed normal)."""
        out = self.smoothed_normal(along, across, chart)
        left = unit(cross(out, self.ahead(along, across, chart)))
        return np.stack([cross(left, out), left, out], axis=-1)

    def curvature(
        self, along: Coordinate, across: Coordinate, chart: str = "back"
    ) -> Float[np.ndarray, "*s 2 2"]:
        r"""Curvature of the skin at the scale of a palm, in [1/m].

        The symmetric matrix :math:`K` of the smoothed normal's change, in the axes `frame` (toward
        the head, toward the left): the normal curvature in the direction
        :math:`d = (\cos\theta, \sin\theta)` is :math:`d^\top K d`, positive where the skin is
        convex and bends away below a flat hand.
        """
        patch = self.patch(chart)
        points = patch.smooth.points(along, across)
        value = patch.smooth.at(points)
        size = length(value)[..., None]
        change = (
            np.stack([patch.smooth.at(points, 1, 0), patch.smooth.at(points, 0, 1)], axis=-1)
            / size[..., None]
        )
        axes = self.frame(along, across, chart)[..., :2]
        tangents = np.stack(self.tangents(along, across, chart), axis=-1)
        in_axes = np.swapaxes(axes, -1, -2)
        turned, moved = in_axes @ change, in_axes @ tangents
        shape = turned @ np.linalg.inv(moved)
        return (shape + np.swapaxes(shape, -1, -2)) / 2

    def lateral(self, along: Coordinate, across: Coordinate, chart: str = "back") -> Float[np.ndarray, "*s"]:
        """Signed length of skin from the spine at constant `along`, left positive, in [m]."""
        spline = self.patch(chart).lateral
        return np.asarray(spline.at(spline.points(along, across))[..., 0])

    def at(self, along: Coordinate, lateral_m: Coordinate, chart: str = "back") -> Float[np.ndarray, "*s"]:
        """`across` of a lane: a signed length of skin from the spine in [m], clipped to the edge."""
        along, lateral_m = np.broadcast_arrays(np.asarray(along, float), np.asarray(lateral_m, float))
        levels, right, left = self.patch(chart).edges
        edge = np.where(lateral_m < 0, np.interp(along, levels, right), np.interp(along, levels, left))
        share = np.clip(lateral_m / edge, -1.0, 1.0)
        spline = self.patch(chart).lane
        return np.asarray(np.clip(spline.at(spline.points(along, share))[..., 0], LOW[1], HIGH[1]))

    def locate(
        self, points: Float[np.ndarray, "*s 3"], chart: str = "back"
    ) -> tuple[Float[np.ndarray, "*s"], Float[np.ndarray, "*s"], Float[np.ndarray, "*s"]]:
        """`along`, `across` and distance [m] of the chart's points that are nearest to given points."""
        patch = self.patch(chart)
        points = np.asarray(points, dtype=float)
        _, nearest = patch.tree.query(points)
        row, column = np.divmod(nearest, patch.grid.shape[1])
        along = row / (patch.grid.shape[0] - 1.0)
        across = LOW[1] + column * (HIGH[1] - LOW[1]) / (patch.grid.shape[1] - 1.0)
        spline = patch.position
        for _ in range(6):
            at = spline.points(along, across)
            jacobian = np.stack([spline.at(at, 1, 0), spline.at(at, 0, 1)], axis=-1)
            gap = points - spline.at(at)
            square = np.swapaxes(jacobian, -1, -2) @ jacobian
            step = np.linalg.solve(square, np.swapaxes(jacobian, -1, -2) @ gap[..., None])[..., 0]
            along = np.clip(along + np.clip(step[..., 0], -0.02, 0.02), LOW[0], HIGH[0])
            across = np.clip(across + np.clip(step[..., 1], -0.05, 0.05), LOW[1], HIGH[1])
        return along, across, length(points - spline.at(spline.points(along, across)))

    def distance(
        self, points: Float[np.ndarray, "*s 3"], *, within: float = np.inf
    ) -> Float[np.ndarray, "*s"]:
        """Signed distance to the whole skin, positive outside, in [m]; `within` where it is more."""
        return self.skin.distance(points, within=within)
