"""Beside: hands that lie near each other on the skin turn out of each other's way.

Each keeps its place and turns about its own normal by as little as it takes for a straight line on the
skin to lie between them: so fingers that converge, and wrists that do, lie side by side. A line knows the
way out where fingers of both hands are between each other, which pushing finger from finger does not.
"""

from functools import cache

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy.spatial import ConvexHull

from effleurage.anatomy import hands
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose.points import spread
from effleurage.planning._pose.settle import aside

_NEAR = 0.25
"""Hands whose contacts are further apart than this do not meet, in [m]."""

_LINES = np.radians(np.arange(-60.0, 61.0, 15.0))
"""Lines that are tried, turned from the one square to the way between both contacts."""

_AWAY = np.array([[1.0], [-1.0]])

_THUMB, _POINTS = 0.15, 24
"""How far a thumb is up, as a weight of its bend; so many points of an outline are looked at."""

_MARGIN = 0.004
_ROUNDS, _MOST, _STIFF = 4, np.radians(35.0), 0.0003
"""Room on both sides of the line, in [m]; largest turn of a hand, and what 1 rad costs, in [m²]."""


def turned_apart(
    R: Float[np.ndarray, "k 2 3 3"],
    position: Float[np.ndarray, "k 2 3"],
    *,
    tool: Int[np.ndarray, "k 2"],
    lying: Bool[np.ndarray, " k"],
) -> Float[np.ndarray, "k 2"]:
    """How far hands turn about their own normals, in [rad].

    Args:
        R: Contact frames.
        position: Contact centres, in [m].
        tool: The tools in use.
        lying: Both hands lie on the skin, or are just over it, and may turn.
    """
    turn = np.zeros(tool.shape)
    between = position[:, LEFT] - position[:, RIGHT]
    rows = np.flatnonzero(lying & (np.linalg.norm(between, axis=1) < _NEAR))
    up = hands.unit(R[rows].sum(axis=1)[..., 2])
    way = hands.unit(between[rows] - up * np.sum(between[rows] * up, axis=-1, keepdims=True) + 1e-6)
    local = np.stack([_outlines(hand)[tool[rows, hand]] for hand in (LEFT, RIGHT)], axis=1)
    centre = 0.5 * np.stack([between[rows], -between[rows]], axis=1)
    # Most hands lie on both sides of the line square to the way between them.
    arm = local @ np.swapaxes(R[rows], -1, -2)
    busy = np.flatnonzero(_own(way[:, None], arm, centre).min(axis=-1).sum(axis=-1)[:, 0] < 0.0)
    rows, up, way, local, centre = rows[busy], up[busy], way[busy], local[busy], centre[busy]
    lines = np.cos(_LINES)[:, None] * way[:, None] + np.sin(_LINES)[:, None] * np.cross(up, way)[:, None]
    for _ in range(_ROUNDS):
        arm = local @ np.swapaxes(aside(R[rows], turn[rows]), -1, -2)
        own = _own(lines, arm, centre)
        edge = own.min(axis=-1)
        best = edge.sum(axis=-1).argmax(axis=1)
        busy = np.flatnonzero(edge.sum(axis=-1).max(axis=1) < 0.0)
        if len(busy) == 0:
            break
        rows, local, centre, arm, best = rows[busy], local[busy], centre[busy], arm[busy], best[busy]
        line, lines, edge, own = lines[busy, best], lines[busy], edge[busy, best], own[busy, best]
        # The line goes midway between both hands.
        middle = 0.5 * np.diff(edge, axis=-1)
        need = np.maximum(-(own + np.concatenate([middle, -middle], axis=-1)[..., None]), 0.0)
        turning = np.cross(R[rows][..., None, :, 2], arm)
        slope = np.einsum("ki,khbi->khb", line, turning) * _AWAY * (need > 0.0)
        pull = (need * slope).sum(axis=-1) - _STIFF * turn[rows]
        step = pull / ((slope * slope).sum(axis=-1) + _STIFF)
        turn[rows] = np.clip(turn[rows] + step, -_MOST, _MOST)
    return turn


def _own(
    lines: Float[np.ndarray, "k l 3"], arm: Float[np.ndarray, "k 2 b 3"], centre: Float[np.ndarray, "k 2 3"]
) -> Float[np.ndarray, "k l 2 b"]:
    """How far the outline of each hand is on its own side of every line, in [m].

    Args:
        lines: Square to each line, toward the left hand's side.
        arm: Outlines from the contacts.
        centre: The contacts from the middle between them.
    """
    at = (arm + centre[:, :, None]).reshape(len(arm), 2 * arm.shape[2], 3)
    own = (lines @ np.swapaxes(at, -1, -2)).reshape(len(arm), lines.shape[1], *arm.shape[1:3])
    return own * _AWAY - _MARGIN


@cache
def _outlines(side: int) -> Float[np.ndarray, "k b 3"]:
    """The outline of a hand in every tool's shape, its thumb a little up, in the contact frame."""
    model, found = hands.model(), []
    skin = model.skins[side]
    identity, away = np.array([1.0, 0.0, 0.0, 0.0]), np.array([-1.0, 0.0, 0.3])
    hand = np.where(skin.weight_joints >= skin.joints.index("hand"), skin.weights, 0.0).sum(axis=1) > 0.5
    for number, tool in enumerate(hands.TOOLS):
        shape = np.zeros(len(hands.SHAPES))
        shape[hands.SHAPES.index(hands.tool_shape(tool))] = 1.0
        shape[hands.SHAPES.index("thumb_back")] = _THUMB
        joints = model.pose(side, np.zeros(3), identity, away, shape, np.array(number))
        points = model.vertices(side, joints)[hand]
        outline = points[ConvexHull(points[:, :2]).vertices]
        found.append(outline[np.resize(spread(outline, min(_POINTS, len(outline))), _POINTS)])
    return np.stack(found)
