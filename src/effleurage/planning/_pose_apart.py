"""Apart: both hands and forearms as balls, and how they keep out of each other's way.

Where two balls come too near, their forearms swing about their wrists, and a hand in the air moves
away as far as it is free to. A few rounds over all rows at once; the worst pairs count most.
"""

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
def _balls() -> tuple[Float[np.ndarray, "2 b 3"], Float[np.ndarray, " b"]]:
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
    balls, radii = _balls()
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
        on_hand = own[:, :, None] + balls @ np.swapaxes(turn, -1, -2)
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
