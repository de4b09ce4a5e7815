"""Room: palms turn aside where their fingers, or the forearm behind them, would run into the receiver.

Beside the receiver's arm, or below the head, there is a way to lie and ways not to. Fingers that are through
an arm see no way out, so turns to both sides are tried, and that which leaves least in the way is taken.
"""

from dataclasses import dataclass
from functools import cache
from typing import final

import numpy as np
from jaxtyping import Float, Int
from scipy.ndimage import maximum_filter1d

from effleurage.anatomy import hands
from effleurage.planning._pose.balls import ARM_RADII, ARM_SHARES
from effleurage.planning._pose.field import Field
from effleurage.planning._pose.points import LEVELS, points
from effleurage.planning._pose.settle import aside, fanning

_PALM = hands.TOOLS.index("palm")

_BENT_BACK = int(np.searchsorted(LEVELS, -0.5))
"""The level of bending at which fingers must have room: they are not in the way as long as bending helps."""

_RISES = np.radians([20.0, 40.0, 60.0])
"""Ways up that a forearm may take."""

_IN_THE_WAY, _ROOM, _STIFF = -0.006, -0.004, 0.0003
"""What is deeper than the first turns a palm aside until it is not deeper than the second, in [m]; what
turning by 1 rad costs, in [m²]."""

_WAYS = np.radians(np.arange(-60.0, 61.0, 10.0))
"""Turns that are tried."""


def turned_aside(
    field: Field,
    side: Int[np.ndarray, " k"],
    *,
    order: Int[np.ndarray, " k"],
    R: Float[np.ndarray, "k 3 3"],
    p: Float[np.ndarray, "k 3"],
    fingers: Float[np.ndarray, "k w"],
    tool: Int[np.ndarray, " k"],
) -> Float[np.ndarray, " k"]:
    """How far palms turn about their own normal, in [rad].

    Args:
        field: Distance to the receiver's skin.
        side: Which hand each is.
        order: Numbers of the rows, hand by hand; those that follow on each other are one way.
        R: Contact frames.
        p: Contact centres, in [m].
        fingers: Weights of the shapes asked for.
        tool: The tool in use.
    """
    turn = np.zeros(len(tool))
    rows = np.flatnonzero((tool == _PALM) & ~fanning(fingers))
    if len(rows) == 0:
        return turn
    hand = _Hands(
        field[rows], side[rows], R[rows], p[rows], np.argmax(fingers[rows, : len(hands.BASES)], axis=1)
    )
    # What is in the way at one row is nearly so beside it: turning aside is one way in all.
    blocked = np.flatnonzero(maximum_filter1d(hand.depth(0.0).max(axis=1) > -_IN_THE_WAY, 3))
    rows, hand = rows[blocked], hand.at(blocked)
    if len(rows) == 0:
        return turn
    cost = np.stack([hand.cost(way) for way in _WAYS]) + _STIFF * _WAYS[:, None] ** 2
    spell = np.cumsum(np.diff(order[rows], prepend=order[rows[:1]]) > 1)
    sides = [np.flatnonzero(sign * _WAYS >= 0.0) for sign in (1.0, -1.0)]
    best = np.stack([np.bincount(spell, cost[ways].min(axis=0)) for ways in sides]).argmin(axis=0)[spell]
    for number, ways in enumerate(sides):
        mine = best == number
        turn[rows[mine]] = _WAYS[ways[cost[ways][:, mine].argmin(axis=0)]]
    return turn


@final
@dataclass(frozen=True, eq=False)
class _Hands:
    """Palms at k rows.

    Attributes:
        field: Distance to the receiver's skin.
        side: Which hand each is.
        R: Contact frames.
        p: Contact centres, in [m].
        shape: Which of the shapes the hand has.
    """

    field: Field
    side: Int[np.ndarray, " k"]
    R: Float[np.ndarray, "k 3 3"]
    p: Float[np.ndarray, "k 3"]
    shape: Int[np.ndarray, " k"]

    def at(self, rows: Int[np.ndarray, " m"]) -> "_Hands":
        """Some of the rows."""
        return _Hands(self.field[rows], self.side[rows], self.R[rows], self.p[rows], self.shape[rows])

    def depth(self, turn: float) -> Float[np.ndarray, "k q"]:
        """How deep fingers are, and the forearm where it is most free, if palms turn so far, in [m]."""
        fingers, arm = _looked_at()
        R = aside(self.R, np.full(len(self.p), turn))
        away = self.field.of(R, self.p, arm[self.side]).reshape(len(self.p), len(_RISES), -1)
        arms = (away - ARM_RADII.astype(np.float32)[_BALLS]).min(axis=2).max(axis=1)
        return np.concatenate(
            [-self.field.of(R, self.p, fingers[self.side, self.shape]), -arms[:, None]], axis=1
        )

    def cost(self, turn: float) -> Float[np.ndarray, " k"]:
        """How much is in the way if palms turn so far, in [m²]."""
        miss = np.maximum(self.depth(turn) + np.float32(_ROOM), np.float32(0.0))
        return (miss * miss).sum(axis=1)


_BALLS = slice(1, None)
"""Balls of the forearm that are looked at: the wrist's lies on the skin as the palm does."""


@cache
def _looked_at() -> tuple[Float[np.ndarray, "2 s 3 q"], Float[np.ndarray, "2 3 a"]]:
    """Points of fingers that are bent back, for every shape, and of the forearm, in the palm's frame."""
    frames = [side[_PALM] for side in hands.model().frames]
    axes = np.stack([frame.R_hand_contact.T for frame in frames])
    origins = np.stack([frame.origins[hands.SHAPES.index("flat")] for frame in frames])[..., None]
    digits = points().digits[:, :, _BENT_BACK].swapaxes(2, 3).reshape(2, len(hands.BASES), 3, -1)
    ways = np.stack([-np.cos(_RISES), np.zeros(len(_RISES)), np.sin(_RISES)])
    arm = (hands.model().forearm_length * ways[..., None] * ARM_SHARES[_BALLS]).reshape(3, -1)
    fingers, arms = axes[:, None] @ (digits - origins[:, None]), axes @ (arm - origins)
    return fingers.astype(np.float32), arms.astype(np.float32)
