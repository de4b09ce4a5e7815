"""Apart: how both hands and forearms keep out of each other's way.

Where two balls come too near, their forearms swing about their wrists, and a hand in the air moves
away as far as it is free to. A few rounds over all rows at once; the worst pairs count most.
"""

from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Bool, Float, Int

from effleurage.anatomy import hands
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose.balls import (
    ARM,
    ARM_SHARES,
    Swing,
    balls,
    groups,
    on_both,
    reaches,
    rows_last,
    squared,
    turned,
    where,
)
from effleurage.spatial import length

_MARGIN, _NEAR = 0.006, 0.60
"""Balls keep this far apart; hands whose wrists are further apart than the second never meet, in [m]."""

_ROUNDS = 5
_MOST, _DEEPEST = 0.30, 0.05
"""Largest swing of a forearm in one round, in [rad]; balls push as if at most so deep in each other [m]."""

_SETTLED = (0.002, 0.0002)
"""What a round changes by less than this is done, in [rad] and in [m]."""

_RATHER = 0.03
"""How much forearms keep to their order, as if they were so much further apart that way, in [m]."""

_OVER = 0.35
"""How much a hand that gives way rather goes up."""

_TOGETHER = 256
"""So many rows are looked at together, that all pairs of their balls stay near the processor."""


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
    rows = near(swing, R=R, wrists=wrists)
    part = free / np.maximum(free.sum(axis=1, keepdims=True), 1e-6)
    part = np.where(free.max(axis=1, keepdims=True) > 0, part * np.minimum(1.0, 2.0 * free), 0.0)
    gives = np.where(fixed, 0.0, giving(upper))
    extension, flexion, ulnar, radial = hands.model().wrist_limits
    for _ in range(_ROUNDS):
        now = Swing(rise=rise[rows], aside=aside[rows])
        turn = rows_last(R[rows])
        place = wrists[rows] + shift[rows]
        busy, met = meeting(turn, rows_last(place), rows_last(now.ways()), ordered(place, upper[rows]))
        if len(busy) == 0:
            break
        rows, turn = rows[busy], turn[..., busy]
        by_rise, by_aside = (turned(turn, rows_last(slope[busy])) for slope in now.slopes())
        before = np.concatenate([rise[rows], aside[rows]], axis=1), shift[rows]
        for side in (LEFT, RIGHT):
            shift[rows, side] += part[rows, side, None] * met.moves(side)
            for values, slope in ((rise, by_rise), (aside, by_aside)):
                change = gives[rows, side] * met.swings(side, slope[side])
                values[rows, side] += np.clip(change, -_MOST, _MOST)
        rise[rows] = np.clip(rise[rows], -flexion, extension)
        aside[rows] = np.clip(aside[rows], -radial, ulnar)
        swung = np.abs(np.concatenate([rise[rows], aside[rows]], axis=1) - before[0]).max(axis=1)
        moved = np.abs(shift[rows] - before[1]).max(axis=(1, 2))
        rows = rows[(swung > _SETTLED[0]) | (moved > _SETTLED[1])]
    return Swing(rise=rise, aside=aside), shift


def giving(upper: Int[np.ndarray, " k"]) -> Float[np.ndarray, "k 2"]:
    """Which forearm gives way, and how far, as a share of what it would have to alone."""
    over = upper[:, None]
    return np.where(over < 0, 0.6, np.where(over == [LEFT, RIGHT], 1.0, 0.25))


def near(
    swing: Swing, *, R: Float[np.ndarray, "k 2 3 3"], wrists: Float[np.ndarray, "k 2 3"]
) -> Int[np.ndarray, " n"]:
    """Rows in which hands or forearms may be in each other's way; in the others they are not."""
    rows = np.flatnonzero(length(wrists[:, LEFT] - wrists[:, RIGHT]) < _NEAR)
    centres, radii = groups()
    reach = reaches(radii, _MARGIN)[..., None]
    now = Swing(rise=swing.rise[rows], aside=swing.aside[rows])
    turn, wrist, ways = rows_last(R[rows]), rows_last(wrists[rows]), rows_last(now.ways())
    at, most = on_both(turn, wrist, ways, centres), reach * reach
    close = [
        (squared(at[LEFT][..., part], at[RIGHT][..., part]) < most).any(axis=(0, 1))
        for part in _together(len(rows))
    ]
    return rows[np.concatenate(close)] if close else rows


@final
@dataclass(frozen=True, kw_only=True)
class Met:
    """Pairs of balls that are too near each other, in some rows.

    Attributes:
        count: How many rows there are.
        row: Which of them each pair is in.
        ball: The pair's balls, left and right, those of the arm first.
        need: By how much they are too near, in [m].
        push: That much from the right ball to the left one.
    """

    count: int
    row: Int[np.ndarray, " p"]
    ball: Int[np.ndarray, "2 p"]
    need: Float[np.ndarray, " p"]
    push: Float[np.ndarray, "3 p"]

    def moves(self, side: int) -> Float[np.ndarray, "k 3"]:
        """How far one side's hand should move, if it alone gave way, in [m]."""
        whole = np.stack([self._summed(push) for push in _away(side) * self.push], axis=1)
        whole[:, 2] += _OVER * np.linalg.norm(whole, axis=1)
        most = np.zeros(self.count)
        np.maximum.at(most, self.row, self.need)
        return (1.1 * most / np.maximum(self._summed(self.need), 1e-6))[:, None] * whole

    def swings(self, side: int, slope: Float[np.ndarray, "3 k"]) -> Float[np.ndarray, " k"]:
        """How far one side's forearm turns, if a point 1 m from the wrist goes as `slope`, in [rad]."""
        lever = np.append(hands.model().forearm_length * ARM_SHARES, 0.0)[np.minimum(self.ball[side], ARM)]
        force = (_away(side) * self.push * slope[:, self.row]).sum(axis=0)
        grip = np.maximum(self._summed(self.need * lever * lever), 1e-9)
        return self._summed(force * lever) / grip

    def _summed(self, values: Float[np.ndarray, " p"]) -> Float[np.ndarray, " k"]:
        return np.bincount(self.row, values, minlength=self.count)


def _together(count: int) -> list[slice]:
    """Rows by so many as are looked at together."""
    return [slice(start, start + _TOGETHER) for start in range(0, count, _TOGETHER)]


def _away(side: int) -> float:
    return 1.0 if side == LEFT else -1.0


def ordered(wrists: Float[np.ndarray, "k 2 3"], upper: Int[np.ndarray, " k"]) -> Float[np.ndarray, "3 k"]:
    """Which way the left forearm rather goes than the right one, in [m].

    One over the other if that is told, else each to the side of its own wrist: without it forearms that
    are in each other would go one way at one row and the other way at the next, through each other.
    """
    between = wrists[:, LEFT] - wrists[:, RIGHT]
    over = np.where(upper == LEFT, 1.0, -1.0)[:, None] * np.array([0.8, 0.0, 0.6])
    return _RATHER * np.where(upper[:, None] < 0, hands.unit(between + 1e-9), over).T


def meeting(
    R: Float[np.ndarray, "2 3 3 k"],
    wrists: Float[np.ndarray, "2 3 k"],
    ways: Float[np.ndarray, "2 3 k"],
    order: Float[np.ndarray, "3 k"],
) -> tuple[Int[np.ndarray, " b"], Met]:
    """Rows in which hands are in each other's way, and how they are."""
    centres, radii = balls()
    reach, found, apart = reaches(radii, _MARGIN), [], []
    most = (reach * reach)[..., None]
    for part in _together(R.shape[-1]):
        at = on_both(R[..., part], wrists[..., part], ways[..., part], centres)
        left, right, row = where(squared(at[LEFT], at[RIGHT]) < most)
        found.append(np.stack([row + part.start, left, right]))
        apart.append(at[LEFT][:, left, row] - at[RIGHT][:, right, row])
    row, left, right = np.concatenate(found, axis=1) if found else np.zeros((3, 0), int)
    between = np.concatenate(apart, axis=1) if apart else np.zeros((3, 0))
    away = np.sqrt((between * between).sum(axis=0)) + 1e-6
    need = np.clip(reach[left, right] - away, 0.0, _DEEPEST)
    between = between + order[:, row] * ((left < ARM) & (right < ARM))
    between /= np.sqrt((between * between).sum(axis=0)) + 1e-6
    busy, row = np.unique(row, return_inverse=True)
    met = Met(count=len(busy), row=row, ball=np.stack([left, right]), need=need, push=between * need)
    return busy, met
