"""Settling: a tool leans a little, so that it lies on the skin around its contact centre.

The contact's own frame is fixed by one point and the smoothed normal there. A forearm is longer and
a palm wider than that, so they lean to where most of their skin touches, within a few degrees.
A hand that stands on fingertips, thumb, knuckles or a grip leans as far as the rest of it needs to
stay out of the skin.
"""

from functools import cache

import numpy as np
from jaxtyping import Bool, Float, Int

from effleurage.anatomy import hands
from effleurage.performance import FINGER_SHAPES
from effleurage.planning._pose_field import Field

_LYING = ("palm", "heel", "forearm", "edge")
_MOST = {"palm": 4.0, "heel": 6.0, "forearm": 5.5, "edge": 12.0}
"""Largest lean of what lies on the skin, in [deg]; the smoothed normal is exported within these."""

_MOST_STANDING = 28.0
_HOOKING = ("fingertips", "thumb", "grip")
_HOOKED, _MOST_HOOKED = 10.0, 65.0
"""Fingertips that would point up a flank steeper than this stand on it instead, the wrist kept up [deg]."""

_STIFF = {"lying": 0.0004, "standing": 0.0002}
"""What a lean of 1 rad costs, as squared height in [m²] a point."""

_WRIST = 0.06
_ALLOWED = -0.003
_POINTS = 32


@cache
def _soles(side: int) -> tuple[Float[np.ndarray, "k q 3"], Bool[np.ndarray, "k q"]]:
    """For every tool points of its underside in its contact frame, in [m], and which are to touch.

    What lies on the skin has its own patch touch; a forearm's elbow and wrist, and the whole hand
    of a tool that stands on the skin, only keep out of it.
    """
    soles, touches = [], []
    for name, footprint in zip(hands.TOOLS, hands.model().footprints, strict=True):
        patch = footprint.points * np.array([1.0, 1.0 if side == 0 else -1.0, 1.0])
        share = {"forearm": 0.5}.get(name, 1.0 if name in _LYING else 0.0)
        own = round(share * _POINTS)
        parts = []
        if own:
            parts.append(patch[_spread(patch, own)])
        if own < _POINTS:
            rest = _underside(side, name)
            parts.append(rest[_spread(rest, _POINTS - own)])
        soles.append(np.concatenate(parts))
        touches.append(np.arange(_POINTS) < own)
    return np.stack(soles), np.stack(touches)


def _underside(side: int, tool: str) -> Float[np.ndarray, "q 3"]:
    """The skin of the forearm or of the hand that faces the receiver's, in the tool's contact frame."""
    model = hands.model()
    skin = model.skins[side]
    shape = np.eye(len(FINGER_SHAPES))[FINGER_SHAPES.index(hands.tool_shape(tool))]
    identity, away = np.array([1.0, 0.0, 0.0, 0.0]), np.array([-1.0, 0.0, 1.0])
    joints = model.pose(side, np.zeros(3), identity, away, shape, np.array(hands.TOOLS.index(tool)))
    vertices = model.vertices(side, joints)
    hand = np.where(skin.weight_joints >= skin.joints.index("hand"), skin.weights, 0.0).sum(axis=1)
    # A wrist that stands behind its fingertips comes near the skin first.
    part = hand < 0.3 if tool == "forearm" else skin.vertices[:, 0] > -_WRIST
    return vertices[part & (skin.normals(vertices)[:, 2] < -0.2)]


def _spread(points: Float[np.ndarray, "n 3"], count: int) -> Int[np.ndarray, " k"]:
    chosen = [int(np.argmax(np.linalg.norm(points - points.mean(axis=0), axis=1)))]
    away = np.full(len(points), np.inf)
    while len(chosen) < count:
        away = np.minimum(away, np.linalg.norm(points - points[chosen[-1]], axis=1))
        chosen.append(int(np.argmax(away)))
    return np.array(chosen)


def settled(
    field: Field,
    side: int,
    *,
    R: Float[np.ndarray, "k 3 3"],
    p: Float[np.ndarray, "k 3"],
    tool: Int[np.ndarray, " k"],
) -> Float[np.ndarray, "k 2"]:
    """Lean of the contact frame about its own x and y axes, in [rad].

    Args:
        field: Distance to the receiver's skin.
        side: Which hand.
        R: Contact frames.
        p: Contact centres, in [m].
        tool: The tool in use.
    """
    soles, touches = (table[tool] for table in _soles(side))
    lying = np.isin(tool, [hands.TOOLS.index(name) for name in _LYING])
    stiff = np.where(lying, _STIFF["lying"], _STIFF["standing"])
    most = np.radians([_MOST.get(name, _MOST_STANDING) for name in hands.TOOLS])[tool]
    lean = np.zeros((len(tool), 2))
    rise = np.arcsin(np.clip(R[:, 2, 0], -1.0, 1.0))
    hooked = np.clip(rise - np.radians(_HOOKED), 0.0, np.radians(_MOST_HOOKED))
    hooked = np.where(np.isin(tool, [hands.TOOLS.index(name) for name in _HOOKING]), hooked, 0.0)
    R = leant(R, np.stack([np.zeros_like(hooked), hooked], axis=-1))
    for _ in range(2 if lying.all() else 4):
        at = p[:, None] + np.einsum("kij,kqj->kqi", leant(R, lean), soles)
        height = field(at)
        rest = np.maximum(soles[..., 2], 0.0)
        miss = np.where(touches, rest - height, np.maximum(_ALLOWED - height, 0.0))
        # Leaning about x lifts what is at +y, leaning about y lowers what is at +x.
        arms = np.stack([soles[..., 1], -soles[..., 0]], axis=-1)
        touched = touches | (miss > 0)
        arms = arms * touched[..., None]
        square = np.einsum("kqi,kqj->kij", arms, arms) + (stiff * _POINTS)[:, None, None] * np.eye(2)
        pull = np.einsum("kqi,kq->ki", arms, miss) - np.where(
            lying[:, None], (stiff * _POINTS)[:, None] * lean, 0.0
        )
        lean = lean + np.linalg.solve(square, pull[..., None])[..., 0]
        size = np.linalg.norm(lean, axis=1)
        lean *= np.minimum(1.0, most / np.maximum(size, 1e-9))[:, None]
    return lean + np.stack([np.zeros_like(hooked), hooked], axis=-1)


def leant(R: Float[np.ndarray, "*b 3 3"], lean: Float[np.ndarray, "*b 2"]) -> Float[np.ndarray, "*b 3 3"]:
    """Frames turned about their own x and y axes together."""
    angle = np.linalg.norm(lean, axis=-1)
    safe = np.maximum(angle, 1e-12)[..., None]
    axis = np.concatenate([lean / safe, np.zeros_like(angle)[..., None]], axis=-1)
    return R @ hands.matrix(hands.about(axis, angle))
