"""Fingers: how far every digit bends so that it lies on curved skin.

A digit that is too high is bent round the skin, one that would go in is bent back: as far as its
deepest point just touches, found in steps over a table of its points. Digits bend independently.
The hand of a working forearm hangs in front of it and bends back only, as one.
"""

import numpy as np
from jaxtyping import Bool, Float, Int

from effleurage.anatomy import hands
from effleurage.planning._pose.field import Field
from effleurage.planning._pose.points import LEVELS, PARTS, points

_TOUCH, _OFF = -0.002, 0.002
"""Digits that touch the receiver are this deep, those that only keep out of the way this far off, in [m]."""

_BENT_ROUND = 0.03
"""Over this height above the skin a hand does not bend round it, in [m]."""

_MIDDLE = len(LEVELS) // 2
_RESTING = np.array([tool in ("palm", "heel") for tool in hands.TOOLS])
_STANDS_ON = {"fingertips": ("index", "middle", "ring")}
_TOUCHES = np.array(
    [
        [_RESTING[k] or digit in _STANDS_ON.get(tool, ()) for digit in hands.DIGITS]
        for k, tool in enumerate(hands.TOOLS)
    ]
)
"""Which digits of every tool come to the skin."""

_BESIDE = np.array([0.45 if tool in _STANDS_ON else 0.2 for tool in hands.TOOLS])
"""A finger is bent round at most this much further than the one beside it; more where each must touch."""

_PRESSED = np.array([0.002 if tool in _STANDS_ON else 0.0 for tool in hands.TOOLS])
"""Digits that carry the whole tool are pressed in deeper, so that more than their ends touch, in [m]."""


def stands(tool: Int[np.ndarray, "*k"]) -> Bool[np.ndarray, "*k"]:
    """Which tools are digits that must touch, each by itself."""
    return (_PRESSED > 0.0)[tool]


def conform(
    field: Field,
    side: Int[np.ndarray, " k"],
    *,
    R: Float[np.ndarray, "k 3 3"],
    p: Float[np.ndarray, "k 3"],
    lift: Float[np.ndarray, " k"],
    fingers: Float[np.ndarray, "k w"],
    tool: Int[np.ndarray, " k"],
    touch: float = _TOUCH,
) -> Float[np.ndarray, "k 6"]:
    """Levels from −1 to 1 to which the digits, and the hand of a working forearm, bend.

    Args:
        field: Distance to the receiver's skin.
        side: Which hand each is.
        R: Axes of the hand (or of the forearm, where it carries the tool) in the body frame.
        p: The wrist, in [m].
        lift: Height of the contact centre over the skin, in [m]; a hand in the air bends back only.
        fingers: Weights of the shapes asked for.
        tool: The tool in use.
        touch: How far digits that touch are off the skin, negative for in it, in [m].
    """
    table = points()
    shape = np.argmax(fingers[:, : len(hands.BASES)], axis=1)
    on_arm = np.array([frame.on_forearm for frame in hands.model().frames[0]])[tool]
    level = np.zeros((len(tool), len(PARTS)))
    touches = _TOUCHES[tool]
    near = np.clip(1.0 - lift / _BENT_ROUND, 0.0, 1.0)[:, None] * touches
    target = np.where(touches, touch - _PRESSED[tool, None], _OFF)
    rows = np.flatnonzero(~on_arm)
    if len(rows):
        found = _levels(field[rows], table.digits, side[rows], shape[rows], R[rows], p[rows], target[rows])
        found = np.where(table.free[tool[rows]], found, 0.0)
        found = np.where(found > 0, near[rows] * found, found)
        found[:, :4] = _together(found[:, :4], _BESIDE[tool[rows], None])
        level[rows, :5] = found
    rows = np.flatnonzero(on_arm)
    if len(rows):
        which = side[rows], shape[rows]
        found = _levels(field[rows], table.hand, *which, R[rows], p[rows], target[rows, :1])
        level[rows, 5] = np.minimum(found[:, 0], 0.0)
    return level


def _together(found: Float[np.ndarray, "k 4"], more: Float[np.ndarray, "k 1"]) -> Float[np.ndarray, "k 4"]:
    """Levels of the four fingers, none bent round so much further than the one beside it."""
    beside = np.minimum(
        np.concatenate([found[:, 1:], found[:, 2:3]], axis=1),
        np.concatenate([found[:, 1:2], found[:, :-1]], axis=1),
    )
    return np.minimum(found, np.maximum(beside, 0.0) + more)


def _levels(
    field: Field,
    table: Float[np.ndarray, "2 s l d 3 p"],
    side: Int[np.ndarray, " k"],
    shape: Int[np.ndarray, " k"],
    R: Float[np.ndarray, "k 3 3"],
    p: Float[np.ndarray, "k 3"],
    target: Float[np.ndarray, "k d"],
) -> Float[np.ndarray, "k d"]:
    """The level nearest to 0 at which the deepest point of every digit just touches."""
    shapes, levels, count = table.shape[1:4]
    rows, flat = np.arange(len(p)), table.reshape(-1, *table.shape[4:])
    first = ((side * shapes + shape)[:, None] * levels) * count + np.arange(count)

    def clearance(level: np.ndarray) -> np.ndarray:
        local = flat.take(first[rows] + level * count, axis=0).swapaxes(1, 2)
        away = field[rows].of(R[rows], p[rows], local.reshape(len(rows), 3, -1))
        return away.reshape(len(rows), count, -1).min(axis=-1) - target[rows]

    number = np.full((len(p), count), _MIDDLE)
    found, before = LEVELS[number], clearance(number)
    ways = np.where(before > 0, 1, -1)
    going, best = np.ones(found.shape, bool), before.copy()
    for step in range(1, _MIDDLE + 1):
        now = clearance(_MIDDLE + step * ways[rows])
        way, last = ways[rows], before[rows]
        met = going[rows] & (way * now <= 0)
        share = np.clip(last / np.where(met, last - now, 1.0), 0.0, 1.0)
        reached = LEVELS[_MIDDLE + (step - 1) * way] + way * share * (LEVELS[1] - LEVELS[0])
        # What touches nowhere stays where it is nearest; what is clear nowhere, where it is least deep.
        better = going[rows] & (np.abs(now) < np.abs(best[rows]))
        found[rows] = np.where(met, reached, np.where(better, LEVELS[_MIDDLE + step * way], found[rows]))
        best[rows] = np.where(better, now, best[rows])
        going[rows] &= ~met
        before[rows] = now
        rows = rows[going[rows].any(axis=1)]
        if len(rows) == 0:
            break
    return found


_DEEPEST = np.array([-0.0050 if tool in _STANDS_ON else -0.0035 for tool in hands.TOOLS])
"""Digits that are deeper than this are bent back, in [m]."""


def withdrawn(
    field: Field,
    side: Int[np.ndarray, " k"],
    *,
    R: Float[np.ndarray, "k 3 3"],
    p: Float[np.ndarray, "k 3"],
    level: Float[np.ndarray, "k 5"],
    shape: Int[np.ndarray, " k"],
    tool: Int[np.ndarray, " k"],
) -> Float[np.ndarray, "k 5"]:
    """By how much the levels of digits change so that they are not deep in the skin; never more bent round.

    Args:
        field: Distance to the receiver's skin.
        side: Which hand each is.
        R: Axes of the hand in the body frame.
        p: The wrist, in [m].
        level: Levels to which the digits are bent.
        shape: Which of the shapes the hand has.
        tool: The tool in use.
    """
    table = points().digits
    shapes, levels, count = table.shape[1:4]
    flat = table.reshape(-1, *table.shape[4:])
    first = ((side * shapes + shape)[:, None] * levels) * count + np.arange(count)
    free, floor = points().free[tool], _DEEPEST[tool, None]

    def lack(rows: Int[np.ndarray, " n"], levels: Float[np.ndarray, "n 5"]) -> Float[np.ndarray, "n 5"]:
        place = (np.clip(levels, -1.0, 1.0) + 1.0) * _MIDDLE
        below = np.minimum(place.astype(int), len(LEVELS) - 2)
        share = (place - below).astype(np.float32)[..., None, None]
        at = first[rows] + below * count
        low, high = flat.take(at, axis=0), flat.take(at + count, axis=0)
        local = (low + share * (high - low)).swapaxes(1, 2).reshape(len(rows), 3, -1)
        away = field[rows].of(R[rows], p[rows], local)
        return floor[rows] - away.reshape(len(rows), count, -1).min(axis=-1)

    out, rows = level.copy(), np.arange(len(p))
    last, at = lack(rows, level), level
    going = (last > 0.0) & free & (level > -1.0)
    least = last.copy()
    for _ in range(2 * _MIDDLE):
        busy = going.any(axis=1)
        rows, last, at, going = rows[busy], last[busy], at[busy], going[busy]
        if len(rows) == 0:
            break
        lower = np.where(going, np.maximum(at - (LEVELS[1] - LEVELS[0]), -1.0), at)
        now = lack(rows, lower)
        clear = going & (now <= 0.0)
        share = np.clip(last / np.maximum(last - now, 1e-9), 0.0, 1.0)
        # A digit that is under an arm comes no nearer to clear: it stays where it is least deep.
        better = going & (now < least[rows])
        reached = np.where(clear, at + share * (lower - at), lower)
        out[rows] = np.where(better, reached, out[rows])
        least[rows] = np.minimum(least[rows], now)
        going = going & ~clear & (lower > -1.0)
        last, at = now, lower
    return out - level


_CLEAR = 0.012
"""No part of a hand in the air comes nearer to the skin, in [m]."""


def cleared(
    field: Field,
    side: Int[np.ndarray, " k"],
    *,
    R: Float[np.ndarray, "k 3 3"],
    p: Float[np.ndarray, "k 3"],
    fingers: Float[np.ndarray, "k w"],
) -> Float[np.ndarray, " k"]:
    """How far a hand in the air has to rise so that all of it is clear of the skin, in [m].

    Args:
        field: Distance to the receiver's skin.
        side: Which hand each is.
        R: Axes of the hand in the body frame.
        p: The wrist, in [m].
        fingers: Weights of the shapes asked for.
    """
    shape = np.argmax(fingers[:, : len(hands.BASES)], axis=1)
    digits = points().digits[:, :, _MIDDLE].swapaxes(2, 3).reshape(2, len(hands.BASES), 3, -1)
    local = np.pad(digits, [(0, 0)] * 3 + [(0, 1)])[side, shape]
    rise, rows = np.zeros(len(p)), np.arange(len(p))
    for _ in range(4):
        up = p[rows] + np.array([0.0, 0.0, 1.0]) * rise[rows, None]
        lack = _CLEAR - field[rows].of(R[rows], up, local[rows]).min(axis=1)
        low = lack > 0.0
        rows = rows[low]
        if len(rows) == 0:
            break
        rise[rows] += np.minimum(1.1 * lack[low], 0.06)
    return rise
