"""Apart: both hands and forearms as balls, and how they keep out of each other's way.

Where two balls come too near, their forearms swing about their wrists, and a hand in the air moves
away as far as it is free to. A few rounds over all rows at once; the worst pairs count most.
"""

import itertools
from dataclasses import dataclass
from functools import cache
from typing import final

import numpy as np
from jaxtyping import Bool, Float, Int

from effleurage.anatomy import hands
from effleurage.performance import LEFT, RIGHT

ARM_SHARES = np.array([0.1, 0.32, 0.55, 0.78, 1.0])
"""Places along the forearm, from wrist to elbow, of its balls."""

ARM_RADII = np.array([0.030, 0.036, 0.043, 0.047, 0.046])
_RADII = {"0": 0.016, "1": 0.016, "2": 0.012, "3": 0.011}
_LOOKED_AT = {"thumb": "12", "index": "012", "middle": "2", "ring": "2", "little": "012"}
"""Joints of every digit that get a ball, besides its tip."""

_TIP, _WRIST = 0.009, 0.027
_MARGIN, _NEAR = 0.006, 0.60
_ROUNDS = 5
_MOST = 0.30
"""Largest swing of a forearm in one round, in [rad]."""

_OVER = 0.35
"""How much a hand that gives way rather goes up."""


@final
@dataclass(frozen=True, kw_only=True)
class Swing:
    """Directions of forearms as angles of the wrist.

    Attributes:
        rise: Extension, in [rad].
        aside: Toward the little finger, in [rad].
    """

    rise: Float[np.ndarray, "k 2"]
    aside: Float[np.ndarray, "k 2"]

    def ways(self) -> Float[np.ndarray, "k 2 3"]:
        """Unit vectors from wrist to elbow, in the hands' frames."""
        level, little = np.cos(self.aside), np.array([1.0, -1.0])
        return np.stack(
            [-level * np.cos(self.rise), little * np.sin(self.aside), level * np.sin(self.rise)], axis=-1
        )

    def slopes(self) -> tuple[Float[np.ndarray, "k 2 3"], Float[np.ndarray, "k 2 3"]]:
        """Derivatives of `ways` by both angles."""
        ca, sa, cr, sr = np.cos(self.aside), np.sin(self.aside), np.cos(self.rise), np.sin(self.rise)
        by_rise = np.stack([ca * sr, 0.0 * ca, ca * cr], axis=-1)
        by_aside = np.stack([sa * cr, np.array([1.0, -1.0]) * ca, -sa * sr], axis=-1)
        return by_rise, by_aside


@cache
def balls() -> tuple[Float[np.ndarray, "2 b 3"], Float[np.ndarray, " b"]]:
    """Centres of a flat hand's balls in the hand's frame, left and right, and their radii, in [m]."""
    model = hands.model()
    skin = model.skins[LEFT]
    turn = model.rotations[LEFT][hands.SHAPES.index("flat")].copy()
    turn[skin.joints.index("hand")] = [1.0, 0.0, 0.0, 0.0]
    joints = skin.hand_joints(np.eye(4), turn)
    centres, radii = [np.zeros(3)], [_WRIST]
    for number, digit in enumerate(("thumb", "index", "middle", "ring", "little")):
        for joint in ("0", "1", "2", "3"):
            if f"{digit}_{joint}" not in skin.joints or joint not in _LOOKED_AT[digit]:
                continue
            place = skin.joints.index(f"{digit}_{joint}")
            if joint == "0":
                after = joints[skin.joints.index(f"{digit}_1"), :3, 3]
                centres.append(0.5 * after)
            else:
                centres.append(joints[place, :3, 3])
            radii.append(_RADII[joint])
        last = skin.joints.index(f"{digit}_3")
        centres.append(joints[last, :3, 3] + joints[last, :3, :3] @ (skin.tips[number] - skin.heads[last]))
        radii.append(_TIP)
    left = np.array(centres)
    return np.stack([left, left * [1.0, -1.0, 1.0]]), np.array(radii)


_SIDEWAYS, _HIGHER = (1.0, 0.3, -0.4), (0.0, 0.4)
"""How forearms that are in each other are tried anew: aside by these shares, and higher by these [rad]."""

_TANGLED, _CHANGE = 0.012, 0.02
"""Balls that are too near by this much are a tangle, in [m]; what a change of 1 rad costs, in [m]."""


def untangled(
    swing: Swing,
    *,
    R: Float[np.ndarray, "k 2 3 3"],
    wrists: Float[np.ndarray, "k 2 3"],
    fixed: Bool[np.ndarray, "k 2"],
) -> Swing:
    """Forearms that are far in the other arm or hand, swung as the best of some few ways to be clear of it.

    Balls that are past each other push apart to the wrong side: what is tangled has to be laid anew first.

    Args:
        swing: How the forearms would be without the other hand.
        R: Axes of the hands.
        wrists: The wrists, in [m].
        fixed: Forearms that do not swing.
    """
    rows = np.flatnonzero(np.linalg.norm(wrists[:, LEFT] - wrists[:, RIGHT], axis=1) < _NEAR)
    deep = _deepest(swing.rise[rows], swing.aside[rows], R[rows], wrists[rows])
    rows, best = rows[deep > _TANGLED], deep[deep > _TANGLED]
    rise, aside = swing.rise.copy(), swing.aside.copy()
    extension = hands.model().wrist_limits[0]
    for shares in itertools.product(_SIDEWAYS, _SIDEWAYS):
        for higher in itertools.product(_HIGHER, _HIGHER):
            tried_rise = np.minimum(swing.rise[rows] + higher, extension)
            tried_aside = swing.aside[rows] * shares
            tried_rise = np.where(fixed[rows], swing.rise[rows], tried_rise)
            tried_aside = np.where(fixed[rows], swing.aside[rows], tried_aside)
            change = np.abs(tried_rise - swing.rise[rows]) + np.abs(tried_aside - swing.aside[rows])
            deep = _deepest(tried_rise, tried_aside, R[rows], wrists[rows]) + _CHANGE * change.sum(axis=1)
            better = deep < best
            best = np.where(better, deep, best)
            rise[rows[better]], aside[rows[better]] = tried_rise[better], tried_aside[better]
    return Swing(rise=rise, aside=aside)


def _deepest(
    rise: np.ndarray, aside: np.ndarray, R: np.ndarray, wrists: np.ndarray
) -> Float[np.ndarray, " k"]:
    """By how much the two balls that are most in each other's way are too near, in [m]."""
    centres, radii = balls()
    sizes = np.concatenate([ARM_RADII, radii])
    ways = _turned(R, Swing(rise=rise, aside=aside).ways())
    levers = hands.model().forearm_length * ARM_SHARES
    on_arm = wrists[:, :, None] + levers[:, None] * ways[:, :, None]
    on_hand = wrists[:, :, None] + centres @ np.swapaxes(R, -1, -2)
    at = np.concatenate([on_arm, on_hand], axis=2).astype(np.float32)
    away = np.sqrt(sum((at[:, LEFT, :, None, d] - at[:, RIGHT, None, :, d]) ** 2 for d in range(3)))
    need = (sizes[:, None] + sizes + _MARGIN).astype(np.float32) - away
    # What hands do to each other no swing of the forearms changes.
    arms = len(ARM_SHARES)
    need[:, arms:, arms:] = -1.0
    return np.maximum(need.max(axis=(1, 2)), 0.0)


def parted(
    swing: Swing,
    *,
    R: Float[np.ndarray, "k 2 3 3"],
    wrists: Float[np.ndarray, "k 2 3"],
    free: Float[np.ndarray, "k 2"],
    fixed: Bool[np.ndarray, "k 2"],
    upper: Int[np.ndarray, " k"],
) -> tuple[Swing, Float[np.ndarray, "k 2 3"]]:
    """Forearms swung, and hands moved, out of each other's way.

    Args:
        swing: How the forearms would be without the other hand.
        R: Axes of the hands.
        wrists: The wrists, in [m].
        free: How free a hand is to move: 0 on the skin, 1 well over it.
        fixed: The forearm carries the tool, or is clasped, and does not swing.
        upper: Hand whose forearm goes over the other's; −1 where no matter.

    Returns:
        The swings, and how far each hand moves, in [m].
    """
    rise, aside, shift = swing.rise.copy(), swing.aside.copy(), np.zeros_like(wrists)
    rows = np.flatnonzero(np.linalg.norm(wrists[:, LEFT] - wrists[:, RIGHT], axis=1) < _NEAR)
    centres, radii = balls()
    arm = np.arange(len(ARM_SHARES))
    sizes = np.concatenate([ARM_RADII, radii])
    reach = (sizes[:, None] + sizes + _MARGIN).astype(np.float32)
    length = hands.model().forearm_length
    levers = length * ARM_SHARES
    part = free / np.maximum(free.sum(axis=1, keepdims=True), 1e-6)
    part = np.where(free.max(axis=1, keepdims=True) > 0, part * np.minimum(1.0, 2.0 * free), 0.0)
    extension, flexion, ulnar, radial = hands.model().wrist_limits
    for _ in range(_ROUNDS):
        if len(rows) == 0:
            break
        now = Swing(rise=rise[rows], aside=aside[rows])
        turn = R[rows]
        ways = _turned(turn, now.ways())
        own = wrists[rows] + shift[rows]
        on_hand = own[:, :, None] + centres @ np.swapaxes(turn, -1, -2)
        on_arm = own[:, :, None] + levers[:, None] * ways[:, :, None]
        at = np.concatenate([on_arm, on_hand], axis=2).astype(np.float32)
        apart = [at[:, LEFT, :, None, d] - at[:, RIGHT, None, :, d] for d in range(3)]
        away = np.sqrt(apart[0] * apart[0] + apart[1] * apart[1] + apart[2] * apart[2]) + np.float32(1e-6)
        need = np.clip(reach - away, 0.0, 0.05)
        busy = need.max(axis=(1, 2)) > 0.0
        if not busy.any():
            break
        rows, need, turn = rows[busy], need[busy], turn[busy]
        share = need / away[busy]
        push = np.stack([share * part_apart[busy] for part_apart in apart], axis=-1)
        most = need.max(axis=(1, 2))
        total = np.maximum(need.sum(axis=(1, 2)), 1e-6)
        now = Swing(rise=rise[rows], aside=aside[rows])
        for side, sign, axis in ((LEFT, 1.0, 2), (RIGHT, -1.0, 1)):
            on = sign * push.sum(axis=axis)
            whole = on.sum(axis=1)
            whole[:, 2] += _OVER * np.linalg.norm(whole, axis=1)
            shift[rows, side] += (1.1 * part[rows, side] * most / total)[:, None] * whole
            slopes = [_turned(turn[:, side], slope[:, side]) for slope in now.slopes()]
            force, weight = on[:, arm], need.sum(axis=axis)[:, arm]
            grip = np.maximum((weight * levers**2).sum(axis=1), 1e-9)
            mine = np.where(upper[rows] < 0, 0.6, np.where(upper[rows] == side, 1.0, 0.25))
            mine = np.where(fixed[rows, side], 0.0, mine)
            for values, slope in ((rise, slopes[0]), (aside, slopes[1])):
                change = np.einsum("kbi,ki,b->k", force, slope, levers) / grip
                values[rows, side] += np.clip(mine * change, -_MOST, _MOST)
        rise[rows] = np.clip(rise[rows], -flexion, extension)
        aside[rows] = np.clip(aside[rows], -radial, ulnar)
    return Swing(rise=rise, aside=aside), shift


def _turned(R: Float[np.ndarray, "*b 3 3"], vectors: Float[np.ndarray, "*b 3"]) -> Float[np.ndarray, "*b 3"]:
    return (R @ vectors[..., None])[..., 0]
