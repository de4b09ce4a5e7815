"""Fingers: how a hand bends so that it lies on curved skin.

A finger that is too high is bent round the skin (`cupped`), one that would go in is bent back
(`reaching`); the thumb likewise; a palm or forearm over a hollow is held off a little (`raised`), as
flesh that is pressed flat would bridge it.
"""

from dataclasses import dataclass
from functools import cache
from typing import final

import numpy as np
from jaxtyping import Float, Int

from effleurage.anatomy import hands
from effleurage.anatomy.hands import matrix as _matrices
from effleurage.performance import FINGER_SHAPES
from effleurage.planning._pose_field import Field

_STEPS = np.linspace(-1.0, 1.0, 9)
_PAIRS = (("reaching", "cupped"), ("thumb_out", "thumb_in"))
"""What bends fingers and thumb back, and round the skin."""


def _levels(kind: int) -> Float[np.ndarray, " l"]:
    """Levels of bending: minus the weight of what bends back, or the weight of what bends round."""
    back, round_ = (hands.largest_share(name) for name in _PAIRS[kind])
    return np.where(_STEPS < 0, back, round_) * _STEPS


_BASE = 8
"""The first shapes are what a stroke asks for; the rest are mixed in here."""

_TOUCH = 0.000
_DEEPEST = -0.0046
_BENT_ROUND = 0.03
_POINTED = 0.006
"""What stands on the skin is held this much higher: its points are between those that are looked at."""

_CLEAR = 0.012
"""Pads come to the skin; no part of the palm is pressed in deeper."""


_SAMPLES = 16
_HIGHEST, _SHARE = 0.009, 0.64
"""This share of a tool's patch stays within this height of the skin."""


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Reach:
    """Where points of the hand are, in the hand's frame, as it bends.

    Attributes:
        bend: Points of the four fingers for what carries the tool (hand, forearm), every level of
            bending, base shape and point, in rest coordinates of the carrier, in [m].
        thumb: Points of the thumb, likewise.
        patch: Points of each tool's patch, in the same coordinates.
        under: Points that a raised tool keeps out of the skin: its patch, or all of the forearm.
    """

    bend: Float[np.ndarray, "c l s p 3"]
    thumb: Float[np.ndarray, "c l s q 3"]
    patch: Float[np.ndarray, "k r 3"]
    under: Float[np.ndarray, "k r 3"]


@cache
def reach(side: int) -> Reach:
    """The table of one hand."""
    model = hands.model()
    skin = model.skins[side]
    flat = FINGER_SHAPES.index("flat")
    weights = np.zeros((2, len(_STEPS), _BASE, len(FINGER_SHAPES)))
    for kind, (back, round_) in enumerate(_PAIRS):
        for k, level in enumerate(_levels(kind)):
            for base in range(_BASE):
                weights[kind, k, base, base] += 1 - abs(level)
                weights[kind, k, base, FINGER_SHAPES.index(round_ if level > 0 else back)] += abs(level)
    local = np.einsum("...s,sjk->...jk", weights, model.rotations[side])
    local /= np.linalg.norm(local, axis=-1, keepdims=True)
    hand = skin.joints.index("hand")
    T_carrier_hand = np.tile(np.eye(4), (2, *local.shape[:-2], 1, 1))
    T_carrier_hand[1, ..., :3, :3] = _matrices(local[..., hand, :])
    T = skin.hand_joints(T_carrier_hand, np.broadcast_to(local, (2, *local.shape)))
    for joint in range(hand):
        T[..., joint, :, :] = np.eye(4)
        T[..., joint, :3, 3] = skin.heads[joint]
    straight = T[0, 0, len(_STEPS) // 2, flat]
    posed = model.vertices(side, straight)
    normals = skin.normals(posed)
    fingers = [
        _pad(skin, posed, normals, f"{f}_{k}") for f in ("index", "middle", "ring", "little") for k in (3, 2)
    ]
    fingers += [_tip(skin, posed, f"{f}_3") for f in ("index", "middle", "ring", "little")]
    thumb = [*_thumb_points(skin, posed, normals), _tip(skin, posed, "thumb_3")]
    shown = model.vertices(side, T)
    palm = model.footprint("palm").vertices
    palm = palm[skin.vertices[palm, 0] > 0.04]
    whole = fingers + thumb + [int(palm[k]) for k in _spread(skin.vertices[palm, :2], 8)]
    under = (skin.normals(skin.vertices)[:, 2] < -0.3) & (skin.vertices[:, 0] < 0.03)
    arm = np.flatnonzero(under)[_spread(skin.vertices[under], _SAMPLES)]
    patches, unders = [], []
    for tool in hands.TOOLS:
        footprint = model.footprint(tool)
        own = footprint.vertices[_spread(footprint.points[:, :2], _SAMPLES)]
        at = shown[0, 0, len(_STEPS) // 2, FINGER_SHAPES.index(hands.tool_shape(tool))]
        patches.append(at[own])
        ends = fingers[8:] + thumb[-1:]
        unders.append(at[arm] if tool == "forearm" else at[own] if tool in _FLAT else at[[*own[:-5], *ends]])
    fingers += [fingers[0]] * (len(whole) - len(fingers))
    bend = np.stack([shown[0, 0][..., fingers, :], shown[1, 0][..., whole, :]])
    return Reach(bend=bend, thumb=shown[:, 1][..., thumb, :], patch=np.stack(patches), under=np.stack(unders))


def _thumb_points(skin: hands.Skin, posed: np.ndarray, normals: np.ndarray) -> list[int]:
    """Vertices of the thumb's underside."""
    joints = [skin.joints.index(f"thumb_{k}") for k in (2, 3)]
    share = np.where(np.isin(skin.weight_joints, joints), skin.weights, 0.0).sum(axis=1)
    under = np.flatnonzero((share > 0.6) & (normals[:, 2] < -0.3))
    return [int(under[k]) for k in _spread(posed[under], 8)]


def _pad(skin: hands.Skin, posed: np.ndarray, normals: np.ndarray, joint: str) -> int:
    share = np.where(skin.weight_joints == skin.joints.index(joint), skin.weights, 0.0).sum(axis=1)
    return int(np.argmin(np.where(share > 0.6, normals[:, 2], 2.0)))


def _tip(skin: hands.Skin, posed: np.ndarray, joint: str) -> int:
    share = np.where(skin.weight_joints == skin.joints.index(joint), skin.weights, 0.0).sum(axis=1)
    head = skin.heads[skin.joints.index(joint)]
    return int(np.argmax(np.where(share > 0.6, np.linalg.norm(posed - head, axis=1), 0.0)))


def _spread(points: Float[np.ndarray, "n 2"], count: int) -> Int[np.ndarray, " k"]:
    chosen = [int(np.argmax(np.linalg.norm(points - points.mean(axis=0), axis=1)))]
    while len(chosen) < count:
        away = np.linalg.norm(points[:, None] - points[chosen], axis=-1).min(axis=1)
        chosen.append(int(np.argmax(away)))
    return np.array(chosen)


def conform(
    field: Field,
    side: int,
    *,
    R: Float[np.ndarray, "k 3 3"],
    p: Float[np.ndarray, "k 3"],
    up: Float[np.ndarray, "k 3"],
    lift: Float[np.ndarray, " k"],
    fingers: Float[np.ndarray, "k s"],
    tool: Int[np.ndarray, " k"],
) -> Float[np.ndarray, "k 3"]:
    """How far fingers and thumb bend (negative: back) and how far the palm is raised, each within ±1.

    Args:
        field: Distance to the receiver's skin.
        side: Which hand.
        R: Axes of the hand (or of the forearm, where it carries the tool) in the body frame.
        p: Its origin, in [m].
        up: Out of the skin.
        lift: Height of the contact centre over the skin, in [m]; a hand in the air bends back only.
        fingers: Weights of the shapes asked for.
        tool: The tool in use.
    """
    table = reach(side)
    rise = hands.model().frames[side][0].origins[FINGER_SHAPES.index("raised")]
    flat = hands.model().frames[side][0].origins[FINGER_SHAPES.index("flat")]
    height = float(np.linalg.norm(rise - flat))
    under = p[:, None] + np.einsum("kij,krj->kri", R, table.under[tool])
    patch = p[:, None] + np.einsum("kij,krj->kri", R, table.patch[tool])
    deepest = field(under).min(axis=1)
    # What is raised further than this touches with too little of itself.
    most = _HIGHEST - np.quantile(field(patch), _SHARE, axis=1)
    deepest = np.where(np.isin(tool, _LYING_FLAT), deepest, deepest - _POINTED)
    raised = np.clip((_DEEPEST - deepest), 0.0, np.maximum(most, 0.0)) / height
    raised = np.where(lift < _BENT_ROUND, raised, 0.0)
    bending = np.isin(tool, _LYING)
    p = p + (raised * height)[:, None] * up
    base = fingers[:, :_BASE] / np.maximum(fingers[:, :_BASE].sum(axis=1, keepdims=True), 1e-9)
    carrier = np.array([frame.on_forearm for frame in hands.model().frames[side]], dtype=int)[tool]
    bends = []
    # The thumb of a hand that follows its forearm is bent with the wrist, not by itself.
    ables = ((table.bend, bending), (table.thumb, bending & (carrier == 0)))
    for kind, (points, able) in enumerate(ables):
        placed = np.einsum("ks,lskpj->lkpj", base, points[carrier].transpose(1, 2, 0, 3, 4))
        level = np.where(able, _level(field, _levels(kind), placed, R, p), 0.0)
        near = np.clip(1.0 - lift / _BENT_ROUND, 0.0, 1.0)
        # The hand of a working forearm hangs in front of it: it need not touch.
        near = np.where(carrier == 1, 0.0, near)
        bends.append(np.where(level > 0, near * level, level))
    return np.stack([*bends, raised], axis=1)


_FLAT = ("palm", "heel", "forearm", "edge")
_LYING_FLAT = [hands.TOOLS.index(name) for name in _FLAT]
_FOREARM = hands.TOOLS.index("forearm")
_LYING = [hands.TOOLS.index(name) for name in ("palm", "heel", "forearm")]


def cleared(
    field: Field,
    side: int,
    *,
    R: Float[np.ndarray, "k 3 3"],
    p: Float[np.ndarray, "k 3"],
    fingers: Float[np.ndarray, "k s"],
    tool: Int[np.ndarray, " k"],
) -> Float[np.ndarray, " k"]:
    """How far a hand in the air has to rise so that all of it is clear of the skin, in [m]."""
    table, middle = reach(side), len(_STEPS) // 2
    carrier = np.array([frame.on_forearm for frame in hands.model().frames[side]], dtype=int)[tool]
    base = fingers[:, :_BASE] / np.maximum(fingers[:, :_BASE].sum(axis=1, keepdims=True), 1e-9)
    shapes = np.concatenate([table.bend[:, middle], table.thumb[:, middle]], axis=2)[carrier]
    points = np.concatenate([np.einsum("ks,kspj->kpj", base, shapes), table.under[tool]], axis=1)
    rise = np.zeros(len(tool))
    for _ in range(5):
        at = p[:, None] + np.einsum("kij,kpj->kpi", R, points)
        at[..., 2] += rise[:, None]
        rise += np.clip(_CLEAR - field(at).min(axis=1), 0.0, 0.06) * 1.1
    return rise


def _level(
    field: Field,
    levels: Float[np.ndarray, " l"],
    points: Float[np.ndarray, "l k p 3"],
    R: Float[np.ndarray, "k 3 3"],
    p: Float[np.ndarray, "k 3"],
) -> Float[np.ndarray, " k"]:
    """The level of bending at which the deepest of the points just touches."""
    rows = np.arange(points.shape[1])

    def clearance(level: Int[np.ndarray, " k"]) -> Float[np.ndarray, " k"]:
        at = p[:, None] + np.einsum("kij,kpj->kpi", R, points[level, rows])
        return field(at).min(axis=1) - _TOUCH

    low, high = np.zeros(len(rows), int), np.full(len(rows), len(_STEPS) - 1)
    open_, shut = clearance(low), clearance(high)
    for _ in range(3):
        middle = (low + high) // 2
        value = clearance(middle)
        free = value > 0
        low, open_ = np.where(free, middle, low), np.where(free, value, open_)
        high, shut = np.where(free, high, middle), np.where(free, shut, value)
    share = np.clip(open_ / np.maximum(open_ - shut, 1e-6), 0.0, 1.0)
    share = np.where(shut > 0, 1.0, np.where(open_ < 0, 0.0, share))
    return levels[low] + share * (levels[high] - levels[low])


def mixed(fingers: Float[np.ndarray, "k s"], bends: Float[np.ndarray, "k 3"]) -> Float[np.ndarray, "k s"]:
    """Shapes asked for, with the bends mixed in; weights sum to 1."""
    parts = np.zeros_like(fingers)
    for column, (back, round_) in enumerate(_PAIRS):
        parts[:, FINGER_SHAPES.index(round_)] = np.maximum(bends[:, column], 0.0)
        parts[:, FINGER_SHAPES.index(back)] = np.maximum(-bends[:, column], 0.0)
    parts[:, FINGER_SHAPES.index("raised")] = bends[:, 2]
    total = parts.sum(axis=1, keepdims=True)
    parts /= np.maximum(total, 1.0)
    return parts + fingers * (1.0 - parts.sum(axis=1, keepdims=True))
