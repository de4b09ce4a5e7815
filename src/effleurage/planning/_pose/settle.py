"""Settling: how a tool leans and is raised so that it lies on the skin around its contact centre.

The contact's own frame is fixed by one point and the smoothed normal there. A forearm is longer and
a palm wider than that, so they lean to where most of their skin touches, within a few degrees.
A hand that stands on fingertips, thumb, knuckles or a grip leans as far as the rest of it needs to
stay out of the skin. What lies over a hollow is raised a little, as flesh that is pressed flat would
bridge it.
"""

from functools import cache

import numpy as np
from jaxtyping import Bool, Float, Int

from effleurage.anatomy import hands
from effleurage.planning._pose.field import Field
from effleurage.planning._pose.points import points
from effleurage.spatial import length

_LYING = ("palm", "heel", "forearm", "edge")
LYING = np.array([tool in _LYING for tool in hands.TOOLS])
_MOST = {"palm": 6.2, "heel": 6.2, "forearm": 5.5, "edge": 12.0}
"""Largest lean of what lies on the skin, in [deg]; the smoothed normal is exported within these."""

_MOST_STANDING = 28.0
_HOOKING = np.array([tool in ("fingertips", "thumb", "grip") for tool in hands.TOOLS])
_HOOKED, _MOST_HOOKED = 10.0, 65.0
"""Fingertips that would point up a flank steeper than this stand on it instead, the wrist kept up [deg]."""

_STIFF = (0.013, 0.0064)
"""What a lean of 1 rad costs what lies and what stands, as squared height of all points together, in [m²]."""

_ALLOWED, _UNDER = -0.003, 0.0025
"""Depth that is left alone when standing; what is under a lying hand besides its tool may be as deep [m]."""

HEIGHT, _SUNK = 0.015, -0.004
_PRESSED = np.array(
    [{"forearm": -0.0042, "elbow": -0.0042, "grip": -0.0030}.get(t, -0.0056) for t in hands.TOOLS]
)
_HIGHEST, _SHARE = 0.0092, 0.67
"""A tool is raised until none of it is pressed in deeper, while this share of it stays within reach; one of
which less is within reach is pressed in as far, in [m]."""


def settled(
    field: Field,
    side: Int[np.ndarray, " k"],
    *,
    R: Float[np.ndarray, "k 3 3"],
    p: Float[np.ndarray, "k 3"],
    tool: Int[np.ndarray, " k"],
) -> Float[np.ndarray, "k 2"]:
    """Lean of the contact frame about its own x and y axes, in [rad].

    Args:
        field: Distance to the receiver's skin.
        side: Which hand each is.
        R: Contact frames.
        p: Contact centres, in [m].
        tool: The tool in use.
    """
    lying = LYING[tool]
    lean = np.zeros((len(tool), 2))
    for rows, rounds in ((np.flatnonzero(lying), 2), (np.flatnonzero(~lying), 4)):
        if len(rows):
            lean[rows] = _leans(field[rows], side[rows], R[rows], p[rows], tool[rows], rounds=rounds)
    return lean


def _leans(
    field: Field,
    side: Int[np.ndarray, " k"],
    R: Float[np.ndarray, "k 3 3"],
    p: Float[np.ndarray, "k 3"],
    tool: Int[np.ndarray, " k"],
    *,
    rounds: int,
) -> Float[np.ndarray, "k 2"]:
    """Leans of rows that all lie, or all stand, by least squares."""
    lying = bool(LYING[tool[0]])
    soles = points().soles[side, tool]
    hook = _hooked(R, tool)
    R, lean, rows = leant(R, hook), np.zeros((len(tool), 2)), np.arange(len(tool))
    for _ in range(rounds):
        height = field[rows].of(leant(R[rows], lean[rows]), p[rows], soles[rows])
        if lying:
            lean = _eased(lean, height, soles, tool)
            continue
        # What stands clear of the skin stays as it is.
        low = np.any(height < _ALLOWED, axis=1)
        rows, height = rows[low], height[low]
        lean[rows] = _cleared(lean[rows], height, soles[rows], tool[rows])
    return lean + hook


def _eased(
    lean: Float[np.ndarray, "k 2"],
    height: Float[np.ndarray, "k q"],
    soles: Float[np.ndarray, "k 3 q"],
    tool: Int[np.ndarray, " k"],
) -> Float[np.ndarray, "k 2"]:
    """Leans of what lies, after one step from where its skin, and what is under it besides, is so high."""
    touches = np.arange(soles.shape[2]) < points().own
    miss = np.maximum(np.float32(-_UNDER) - height, np.float32(0.0))
    miss = np.where(touches, np.maximum(soles[:, 2], np.float32(0.0)) - height, miss)
    return _stepped(lean, miss, touches | (miss > 0.0), soles, tool, cost=_STIFF[0], kept=_STIFF[0])


def _cleared(
    lean: Float[np.ndarray, "k 2"],
    height: Float[np.ndarray, "k q"],
    soles: Float[np.ndarray, "k 3 q"],
    tool: Int[np.ndarray, " k"],
) -> Float[np.ndarray, "k 2"]:
    """Leans of what stands, after one step from where it is so high over the skin."""
    miss = np.maximum(np.float32(_ALLOWED) - height, np.float32(0.0))
    return _stepped(lean, miss, miss > 0.0, soles, tool, cost=_STIFF[1])


def _stepped(
    lean: Float[np.ndarray, "k 2"],
    miss: Float[np.ndarray, "k q"],
    counts: Bool[np.ndarray, "k q"],
    soles: Float[np.ndarray, "k 3 q"],
    tool: Int[np.ndarray, " k"],
    *,
    cost: float,
    kept: float = 0.0,
) -> Float[np.ndarray, "k 2"]:
    """Leans after one step of least squares.

    Args:
        lean: Leans before, in [rad].
        miss: By how much every point is too low, in [m].
        counts: Which points count.
        soles: Where they are in the contact frame, in [m].
        tool: The tool in use.
        cost: What a change of 1 rad costs, as squared height of all points together, in [m²].
        kept: What a lean of 1 rad costs besides, in [m²].
    """
    # Leaning about x lifts what is at +y, leaning about y lowers what is at +x.
    arms = np.stack([soles[:, 1] * counts, soles[:, 0] * -counts.astype(np.float32)], axis=1)
    xx, xy, yy = (np.einsum("kq,kq->k", arms[:, i], arms[:, j]) for i, j in ((0, 0), (0, 1), (1, 1)))
    pull = (arms @ miss[..., None])[..., 0] - np.float32(kept) * lean
    xx, yy = xx + np.float32(cost), yy + np.float32(cost)
    change = np.stack([yy * pull[:, 0] - xy * pull[:, 1], xx * pull[:, 1] - xy * pull[:, 0]], axis=1)
    now = lean + change / (xx * yy - xy * xy)[:, None]
    return now * np.minimum(1.0, _most_lean()[tool] / np.maximum(length(now), 1e-9))[:, None]


@cache
def _most_lean() -> Float[np.ndarray, " t"]:
    """The largest lean of every tool, in [rad]."""
    return np.radians([_MOST.get(name, _MOST_STANDING) + 1e-6 for name in hands.TOOLS])


def _hooked(R: Float[np.ndarray, "k 3 3"], tool: Int[np.ndarray, " k"]) -> Float[np.ndarray, "k 2"]:
    rise = np.arcsin(np.clip(R[:, 2, 0], -1.0, 1.0))
    hooked = np.clip(rise - np.radians(_HOOKED), 0.0, np.radians(_MOST_HOOKED))
    return np.stack([np.zeros_like(hooked), np.where(_HOOKING[tool], hooked, 0.0)], axis=-1)


def leant(R: Float[np.ndarray, "*b 3 3"], lean: Float[np.ndarray, "*b 2"]) -> Float[np.ndarray, "*b 3 3"]:
    """Frames turned about their own x and y axes together."""
    angle = length(lean)
    axis = lean / np.maximum(angle, 1e-12)[..., None]
    x, y, c, s = axis[..., 0], axis[..., 1], np.cos(angle), np.sin(angle)
    turn = np.stack(
        [
            c + x * x * (1 - c),
            x * y * (1 - c),
            y * s,
            x * y * (1 - c),
            c + y * y * (1 - c),
            -x * s,
            -y * s,
            x * s,
            c,
        ],
        axis=-1,
    )
    return R @ turn.reshape(*angle.shape, 3, 3)


def tipped(q: Float[np.ndarray, "*b 4"], lean: Float[np.ndarray, "*b 2"]) -> Float[np.ndarray, "*b 4"]:
    """Unit quaternions of frames that were `leant`."""
    angle = length(lean)
    x, y = np.moveaxis(lean, -1, 0) * (np.sin(0.5 * angle) / np.maximum(angle, 1e-12))
    w, (a, b, c, d) = np.cos(0.5 * angle), np.moveaxis(q, -1, 0)
    parts = [a * w - b * x - c * y, a * x + b * w - d * y, a * y + c * w + d * x, d * w + b * y - c * x]
    return np.stack(parts, axis=-1)


def aside(R: Float[np.ndarray, "*b 3 3"], angle: Float[np.ndarray, "*b"]) -> Float[np.ndarray, "*b 3 3"]:
    """Frames turned about their own z axis."""
    c, s = np.cos(angle)[..., None], np.sin(angle)[..., None]
    x, y, z = np.moveaxis(R, -1, 0)
    return np.stack([c * x + s * y, c * y - s * x, z], axis=-1)


def fanning(fingers: Float[np.ndarray, "*b w"]) -> Bool[np.ndarray, "*b"]:
    """Hands whose fingers are splayed: how they turn is what the text tells."""
    return fingers[..., hands.SHAPES.index("splayed")] > 0.1


def further(
    height: Float[np.ndarray, "k q"],
    soles: Float[np.ndarray, "k 3 q"],
    *,
    lean: Float[np.ndarray, "k 2"],
    tool: Int[np.ndarray, " k"],
) -> Float[np.ndarray, "k 2"]:
    """How much further what lies would lean, to lie better, in [rad]; nothing for what stands.

    Args:
        height: How high its points are over the receiver's skin, in [m].
        soles: Where they are in the contact frame, in [m].
        lean: How it leans, in [rad].
        tool: The tool in use.
    """
    # What leans more than it may still stands, or comes from standing.
    within, out = length(lean) <= _most_lean()[tool], np.zeros(lean.shape)
    lies = np.flatnonzero(LYING[tool] & within)
    told = lean[lies]
    out[lies] = _eased(told, height[lies], soles[lies], tool[lies]) - told
    return out


def raised(
    height: Float[np.ndarray, "k q"],
    soles: Float[np.ndarray, "k 3 q"],
    *,
    lean: Float[np.ndarray, "k 2"],
    tool: Int[np.ndarray, " k"],
) -> Float[np.ndarray, " k"]:
    """Weight of the bend `raised`, negative to press in, for tools that are on the skin or just over it.

    Args:
        height: How high their points are over the receiver's skin, in [m].
        soles: Where they are in the contact frame, in [m].
        lean: How much further they lean since, in [rad].
        tool: The tool in use.
    """
    table = points()
    x, y = lean.astype(np.float32).T[..., None]
    height = height + x * soles[:, 1] - y * soles[:, 0]
    deepest = np.where(table.firm[tool], height, np.inf).min(axis=1)
    # What is raised further than this touches with too little of itself.
    patch = height[:, : table.own]
    order = np.argsort(patch, axis=1)
    covered = np.cumsum(np.take_along_axis(table.area[tool], order, axis=1), axis=1)
    last = np.argmax(np.greater(covered, _SHARE), axis=1)
    every = np.arange(len(tool))
    most = _HIGHEST - patch[every, order[every, last]]
    wanted = _PRESSED[tool] - deepest
    up = np.clip(wanted, 0.0, np.clip(most, 0.0, HEIGHT))
    return np.where(most < 0.0, np.clip(np.maximum(most, wanted), _SUNK, 0.0), up) / HEIGHT
