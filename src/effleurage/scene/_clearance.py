"""Clearance: how deep hands are in the skin, how much of a tool touches, how far apart hands are.

Measured with the true meshes, so that it can judge any performance, planned or recorded.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float, Int

from effleurage.anatomy import Skin, Surface, hands
from effleurage.performance import LEFT, RIGHT, Performance

TOUCH = 0.010
"""Skin of a tool nearer than this touches, in [m]."""

_FAR = 0.10
"""Distances are told up to here, in [m]."""


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Clearance:
    """What the meshes say at r rows of a performance; NaN where a pose is unknown.

    Attributes:
        rows: Indices of the samples.
        hand_depth: Deepest vertex of each hand below the receiver's skin, in [m], negative when
            all of it is outside, and no less than -10 cm.
        arm_depth: The same for the forearm.
        deepest: Index of the deepest vertex.
        share: Share of the tool's footprint, by area, that is within `TOUCH` of the skin.
        apart: Smallest distance between the two meshes, in [m], negative where one is inside the
            other; infinite where they are more than 10 cm apart.
    """

    rows: Int[np.ndarray, " r"]
    hand_depth: Float[np.ndarray, "r 2"]
    arm_depth: Float[np.ndarray, "r 2"]
    deepest: Int[np.ndarray, "r 2"]
    share: Float[np.ndarray, "r 2"]
    apart: Float[np.ndarray, " r"]


def clearance(
    performance: Performance, surface: Callable[[str], Surface], *, rows: Int[np.ndarray, " r"]
) -> Clearance:
    """Measure a performance at some of its rows.

    Args:
        performance: The performance.
        surface: The receiver's skin by the name of a posture.
        rows: Indices of the samples to measure.
    """
    samples, model = performance.samples, hands.model()
    blocks = performance.block_of()[rows]
    count = len(rows)
    depth, arm = np.full((count, 2), np.nan), np.full((count, 2), np.nan)
    deepest, share = np.full((count, 2), -1), np.full((count, 2), np.nan)
    apart = np.full(count, np.inf)
    for k, (row, block) in enumerate(zip(rows, blocks, strict=True)):
        skin = surface(performance.blocks[int(block)].posture)
        meshes: list[Float[np.ndarray, "n 3"]] = []
        for side in (LEFT, RIGHT):
            if not np.isfinite(samples.elbow[row, side]).all():
                continue
            joints = model.pose(
                side,
                samples.position[row, side],
                samples.orientation[row, side],
                samples.elbow[row, side],
                samples.fingers[row, side],
                samples.tool[row, side],
            )
            vertices = model.vertices(side, joints)
            away = skin.distance(vertices, within=_FAR)
            of_arm = _forearm(model, side)
            depth[k, side], arm[k, side] = -away[~of_arm].min(), -away[of_arm].min()
            deepest[k, side] = int(np.argmin(away))
            footprint = model.footprints[max(int(samples.tool[row, side]), 0)]
            touching = np.abs(away[footprint.vertices]) < TOUCH
            share[k, side] = footprint.shares @ touching / footprint.area
            meshes.append(vertices)
        if len(meshes) == 2:
            apart[k] = min(_gap(model, meshes, LEFT), _gap(model, meshes, RIGHT))
    return Clearance(rows=rows, hand_depth=depth, arm_depth=arm, deepest=deepest, share=share, apart=apart)


def _forearm(model: hands.HandModel, side: int) -> np.ndarray:
    skin = model.skins[side]
    arm = skin.weight_joints < skin.joints.index("hand")
    return np.where(arm, skin.weights, 0.0).sum(axis=1) > 0.5


def _gap(model: hands.HandModel, meshes: list[Float[np.ndarray, "n 3"]], side: int) -> float:
    """Signed distance of one mesh's nearest or deepest vertex from the other mesh, in [m]."""
    mine, other = meshes[side], meshes[1 - side]
    reach = other.min(axis=0) - _FAR, other.max(axis=0) + _FAR
    near = mine[np.all((mine > reach[0]) & (mine < reach[1]), axis=1)]
    if len(near) == 0:
        return np.inf
    apart = float(Skin(other, model.skins[1 - side].faces).distance(near, within=_FAR).min())
    return apart if apart < _FAR else np.inf
