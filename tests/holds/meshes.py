"""What needs the hands' meshes: where a tool's skin is, depth in the receiver, clearance."""

import functools
from dataclasses import dataclass

import numpy as np
from scipy.spatial import Delaunay

from effleurage.anatomy import Skin, hands
from effleurage.performance import TOOLS, Performance

from .measure import Measure, at_least, at_most
from .receiver import Receiver

DEEPEST = 0.008
CLEAR = 0.003
NEAR = 0.010


@dataclass(frozen=True, eq=False)
class Print:
    """Points of a tool's skin in its contact frame (x along the tool, z out of the receiver)."""

    points: np.ndarray
    hull: Delaunay

    def placed(self, position: np.ndarray, orientation: np.ndarray) -> np.ndarray:
        """The points in the body frame, for every pose (t, k, 3)."""
        return position[:, None] + np.einsum("tij,kj->tki", axes(orientation), self.points)

    def covers(self, offset: np.ndarray, orientation: np.ndarray) -> np.ndarray:
        """Which points of the receiver, given from the contact's centre, lie under it."""
        out = np.zeros(offset.shape[:-1], bool)
        reach = float(np.max(np.linalg.norm(self.points, axis=1))) + 0.05
        near = np.sum(offset**2, axis=-1) < reach**2
        local = offset[near] @ axes(orientation[None])[0]
        out[near] = (self.hull.find_simplex(local[:, :2]) >= 0) & (np.abs(local[:, 2]) < 0.05)
        return out


@functools.cache
def footprint(tool: str, hand: int) -> Print:
    """The skin of a tool of the left (0) or right (1) hand."""
    points = hands.model().footprint(tool).points * np.array([1.0, -1.0 if hand else 1.0, 1.0])
    return Print(points, Delaunay(points[:, :2]))


def axes(q: np.ndarray) -> np.ndarray:
    """Rotation matrices (t, 3, 3) of quaternions wxyz; the columns are the tool's axes."""
    w, x, y, z = np.moveaxis(q, -1, 0)
    rows = (
        (1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)),
        (2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)),
        (2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)),
    )
    return np.stack([np.stack(row, axis=-1) for row in rows], axis=-2)


@dataclass(frozen=True, eq=False)
class Seen:
    """What the meshes say at some moments (t), for both hands.

    Attributes:
        rows: The moments, as rows of the samples.
        depth: How deep the deepest vertex of hand and forearm is in the receiver, in [m].
        share: How much of the tool's skin is near the receiver's; NaN in the air.
        overlap: How deep either hand is in the other, in [m].
    """

    rows: np.ndarray
    depth: np.ndarray
    share: np.ndarray
    overlap: np.ndarray


def seen(performance: Performance, receiver: Receiver, *, every: float = 0.5) -> Seen:
    """Looks at every moment, `every` so many seconds."""
    samples = performance.samples
    step = max(1, round(every * performance.rate))
    chosen = np.arange(0, len(samples), step)
    chosen = chosen[np.all(np.isfinite(samples.position[chosen]), axis=(1, 2))]
    postures = np.array([performance.blocks[int(b)].posture for b in performance.block_of()[chosen]])
    posed = [_vertices(performance, hand, chosen) for hand in (0, 1)]
    depth, share = np.full((len(chosen), 2), np.nan), np.full((len(chosen), 2), np.nan)
    for posture in np.unique(postures):
        surface = receiver.surface(str(posture))
        for k in np.flatnonzero(postures == posture):
            for hand in (0, 1):
                away = surface.distance(posed[hand][k], within=2 * NEAR)
                depth[k, hand] = -np.min(away)
                if samples.contact[chosen[k], hand]:
                    print_ = hands.model().footprint(TOOLS[samples.tool[chosen[k], hand]])
                    near = np.abs(away[print_.vertices]) <= NEAR
                    share[k, hand] = np.sum(print_.shares[near]) / np.sum(print_.shares)
    overlap = np.array([_overlap(posed[0][k], posed[1][k]) for k in range(len(chosen))])
    return Seen(chosen, depth, share, overlap)


def meshes(performance: Performance, receiver: Receiver, *, every: float = 0.5) -> list[Measure]:
    """Depth of hands and forearms in the skin, footprints on it, and hands in each other.

    Args:
        performance: What was exported.
        receiver: The body.
        every: Time between the moments that are looked at, in [s].
    """
    return measured(performance, seen(performance, receiver, every=every))


def measured(performance: Performance, looked: Seen) -> list[Measure]:
    """The measures of what was seen."""
    samples, rows = performance.samples, looked.rows
    clasped = np.any(samples.tool[rows] == TOOLS.index("forearm"), axis=1)
    time = samples.time[rows]
    when, who = np.repeat(time, 2), np.tile(np.arange(2), len(rows))
    return [
        *_by_tool("depth in the receiver", looked.depth, samples.tool[rows], samples.contact[rows], time),
        at_least("footprint near the skin, share", looked.share.ravel(), 0.6, when=when, hand=who),
        at_most("hands in each other", looked.overlap[~clasped], CLEAR, when=time[~clasped], unit="m"),
    ]


def _by_tool(hold: str, depth, tool, contact, time) -> list[Measure]:
    """The deepest vertex per tool on the skin, and in the air."""
    groups = {"in the air": ~contact}
    groups |= {f"with {TOOLS[k]}": contact & (tool == k) for k in np.unique(tool[contact])}
    measures = []
    for name, mask in groups.items():
        t, hand = np.nonzero(mask)
        measures.append(
            at_most(f"{hold}, {name}", depth[t, hand], DEEPEST, when=time[t], hand=hand, unit="m")
        )
    return measures


def _vertices(performance: Performance, hand: int, chosen: np.ndarray) -> np.ndarray:
    samples, model = performance.samples, hands.model()
    joints = model.pose(
        hand,
        samples.position[chosen, hand],
        samples.orientation[chosen, hand],
        samples.elbow[chosen, hand],
        samples.fingers[chosen, hand],
        samples.tool[chosen, hand],
    )
    return model.vertices(hand, joints)


def _overlap(left: np.ndarray, right: np.ndarray) -> float:
    """How deep the deepest vertex of one mesh is in the other, in [m]; 0 when they are apart."""
    deepest = 0.0
    for hand, (mine, other) in enumerate(((left, right), (right, left))):
        near = mine[np.all((mine > other.min(axis=0)) & (mine < other.max(axis=0)), axis=1)]
        if len(near):
            away = Skin(other, hands.model().skins[1 - hand].faces).distance(near, within=CLEAR)
            deepest = max(deepest, -float(away.min()))
    return deepest
