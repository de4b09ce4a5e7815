"""Refining: the last correction of fingers, thumb and palm, on the bent hand's own skin.

What goes before looks at a few points of a hand whose shapes are bent one at a time. Mixed together
they come out a little otherwise, so points all over the skinned hand are looked at here, and the
bends are moved by least squares until none of them is deep in the receiver's skin.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np
from jaxtyping import Bool, Float, Int

from effleurage.anatomy import hands
from effleurage.performance import FINGER_SHAPES
from effleurage.planning._pose_field import Field
from effleurage.planning._pose_fingers import mixed

_ALLOWED, _PRESSED = 0.003, 0.006
"""Depth of the hand's skin in the receiver's that is left alone, and of a flat tool's own skin, in [m]."""

_FLAT = [hands.TOOLS.index(name) for name in ("palm", "heel", "forearm", "edge")]

_OFF = 0.0075
_OFF_WEIGHT = 0.35
"""A tool's own skin that is further than this from the receiver's is drawn nearer, with this weight."""

_KEPT = np.array([0.004, 0.004, 0.012])
"""What a change of a bend by 1 costs, as a depth of one point in [m]."""

_LOW, _HIGH = np.array([-0.60, -0.50, 0.0]), np.array([0.70, 0.50, 0.075])
_STEP = np.array([0.03, 0.03, 0.01])
_RAISED = 2
_MOST = 0.25
_ENOUGH = 0.002
_ROUNDS = 3
_DAMPED, _FIRM = 6.0, np.diag([4e-4, 4e-4, 4e-3])
"""A step that made it worse is tried again, shorter."""
_POINTS, _ARM_POINTS, _OWN = 72, 12, 10


@cache
def _samples(side: int) -> tuple[hands.Skin, Bool[np.ndarray, "tool n"]]:
    """Points all over one hand and forearm, and which of them are each tool's own skin."""
    model = hands.model()
    skin = model.skins[side]
    of_arm = np.where(skin.weight_joints < skin.joints.index("hand"), skin.weights, 0.0).sum(axis=1) > 0.5
    chosen = [*_spread(skin.vertices, np.flatnonzero(~of_arm), _POINTS)]
    chosen += _spread(skin.vertices, np.flatnonzero(of_arm), _ARM_POINTS)
    chosen += [_tip(skin, f"{finger}_3") for finger in ("thumb", "index", "middle", "ring", "little")]
    own = [_spread(skin.vertices, footprint.vertices, _OWN) for footprint in model.footprints]
    kept = np.unique(np.concatenate([chosen, *own]))
    mine = np.stack([np.isin(kept, vertices) for vertices in own])
    part = replace(
        skin,
        vertices=skin.vertices[kept],
        faces=skin.faces[:0],
        weight_joints=skin.weight_joints[kept],
        weights=skin.weights[kept],
    )
    return part, mine


def _spread(points: Float[np.ndarray, "n 3"], among: Int[np.ndarray, " m"], count: int) -> list[int]:
    """Indices of points far from each other."""
    chosen = [int(among[0])]
    away = np.full(len(among), np.inf)
    while len(chosen) < min(count, len(among)):
        away = np.minimum(away, np.linalg.norm(points[among] - points[chosen[-1]], axis=1))
        chosen.append(int(among[np.argmax(away)]))
    return chosen


def _tip(skin: hands.Skin, joint: str) -> int:
    number = skin.joints.index(joint)
    share = np.where(skin.weight_joints == number, skin.weights, 0.0).sum(axis=1)
    away = np.linalg.norm(skin.vertices - skin.heads[number], axis=1)
    return int(np.argmax(np.where(share > 0.6, away, 0.0)))


def refined(
    field: Field,
    side: int,
    *,
    bends: Float[np.ndarray, "k 3"],
    position: Float[np.ndarray, "k 3"],
    orientation: Float[np.ndarray, "k 4"],
    elbow: Float[np.ndarray, "k 3"],
    fingers: Float[np.ndarray, "k s"],
    tool: Int[np.ndarray, " k"],
    touching: Bool[np.ndarray, " k"],
) -> Float[np.ndarray, "k 3"]:
    """Bends of fingers and thumb and the palm's rise, as in `conform`, moved off the receiver's skin.

    Args:
        field: Distance to the receiver's skin.
        side: Which hand.
        bends: Where to begin.
        position: Contact centres, in [m].
        orientation: Contact frames, quaternions wxyz.
        elbow: The elbows, in [m].
        fingers: Weights of the shapes asked for.
        tool: The tool in use.
        touching: Rows at which the hand is on the skin, and its tool is to stay there.
    """
    part, own = _samples(side)

    def heights(rows: Int[np.ndarray, " r"], x: Float[np.ndarray, "r 3"]) -> Float[np.ndarray, "r n"]:
        joints = hands.model().pose(
            side,
            position[rows],
            orientation[rows],
            elbow[rows],
            mixed(fingers[rows], x),
            tool[rows],
        )
        return field(part.posed(joints))

    x, tried = bends.copy(), bends.copy()
    height, cost = np.empty((len(x), len(part.vertices))), np.full(len(x), np.inf)
    damping = np.ones(len(x))
    rows, mine = np.arange(len(x)), own[tool] & touching[:, None]
    allowed = np.where(mine & np.isin(tool, _FLAT)[:, None], _PRESSED, _ALLOWED)
    for turn in range(_ROUNDS + 1):
        here = heights(rows, tried[rows])
        change = _KEPT * (tried[rows] - bends[rows])
        now = np.sum(_misses(here, mine[rows], allowed[rows]) ** 2, axis=1) + np.sum(change**2, axis=1)
        better = now < cost[rows]
        good = rows[better]
        x[good], cost[good], height[good] = tried[good], now[better], here[better]
        damping[rows[~better]] *= _DAMPED
        rows = rows[np.abs(_misses(height[rows], mine[rows], allowed[rows])).max(axis=1) > _ENOUGH]
        if turn == _ROUNDS or len(rows) == 0:
            break
        step = _step(
            heights, rows, x[rows], bends[rows], height[rows], mine[rows], allowed[rows], damping[rows]
        )
        tried[rows] = np.clip(x[rows] + step, np.minimum(_LOW, bends[rows]), np.maximum(_HIGH, bends[rows]))
    return x


def _misses(
    here: Float[np.ndarray, "r n"], own: Bool[np.ndarray, "r n"], allowed: Float[np.ndarray, "r n"]
) -> Float[np.ndarray, "r n"]:
    """How much further out points should be, weighted, in [m]."""
    lacks = np.clip(-allowed - here, 0.0, None)
    return lacks - _OFF_WEIGHT * np.where(own, np.clip(here - _OFF, 0.0, None), 0.0)


@cache
def _rise() -> float:
    """How far a palm is off its contact when raised fully, in [m]."""
    origins = hands.model().frames[0][hands.TOOLS.index("palm")].origins
    return float(
        np.linalg.norm(origins[FINGER_SHAPES.index("raised")] - origins[FINGER_SHAPES.index("flat")])
    )


def _step(
    heights: Callable[[np.ndarray, np.ndarray], np.ndarray],
    rows: Int[np.ndarray, " r"],
    x: Float[np.ndarray, "r 3"],
    start: Float[np.ndarray, "r 3"],
    here: Float[np.ndarray, "r n"],
    own: Bool[np.ndarray, "r n"],
    allowed: Float[np.ndarray, "r n"],
    damping: Float[np.ndarray, " r"],
) -> Float[np.ndarray, "r 3"]:
    """One step of least squares."""
    slopes = []
    for k, step in enumerate(_STEP):
        if k == _RAISED:
            # Rising is along the skin's normal, near enough.
            slopes.append(np.full(here.shape, _rise()))
            continue
        tried = x.copy()
        ahead = np.where(tried[:, k] + step > _HIGH[k], -step, step)
        tried[:, k] += ahead
        slopes.append((heights(rows, tried) - here) / ahead[:, None])
    slope = np.stack(slopes, axis=-1)
    miss = _misses(here, own, allowed)
    slope = slope * np.where(miss > 0, 1.0, np.where(miss < 0, _OFF_WEIGHT, 0.0))[..., None]
    kept = _KEPT**2
    square = np.swapaxes(slope, 1, 2) @ slope
    square = square + np.diag(kept) + (damping - 1.0)[:, None, None] * _FIRM
    pull = (np.swapaxes(slope, 1, 2) @ miss[..., None])[..., 0] - kept * (x - start)
    step = np.linalg.solve(square, pull[..., None])[..., 0]
    return np.clip(step, -_MOST, _MOST)
