"""Over: fingers that would be in the other hand are bent back until they are on it.

Both hands are many small balls inside their skins, as they are bent. Of two hands the one gives way
whose fingers have to bend less, as long as they meet.
"""

from dataclasses import dataclass
from functools import cache
from typing import final

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy.ndimage import maximum_filter1d

from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose.keys import Keys, widened
from effleurage.planning._pose.points import LEVELS, Rings, rings
from effleurage.spatial import length

_NEAR = 0.42
"""Hands whose wrists are further apart than this do not meet, in [m]."""

_APART = 0.003
"""What is left between balls, in [m]."""

_MIDDLE = len(LEVELS) // 2
_BACK = LEVELS[:_MIDDLE][::-1]
"""Levels that are tried, where digits are not bent back further already."""

_ROUNDS = 3
_UNSOLVED = 2.0
"""What a digit costs that stays in the other hand, as a level."""


def over(
    level: Float[np.ndarray, "k 2 5"],
    keys: Keys,
    *,
    R: Float[np.ndarray, "f 2 3 3"],
    wrists: Float[np.ndarray, "f 2 3"],
    shape: Int[np.ndarray, "f 2"],
    loose: Bool[np.ndarray, "f 2 5"],
) -> Float[np.ndarray, "k 2 5"]:
    """Levels of bending at which digits are out of the other hand, between the keys too.

    Args:
        level: Levels to which they are bent.
        keys: The rows of these among all at which hands are known.
        R: Axes of the hands.
        wrists: The wrists, in [m].
        shape: Which of the shapes hands have.
        loose: Digits that may be bent.
    """
    near = (
        loose[:, LEFT].max(axis=1)
        & loose[:, RIGHT].max(axis=1)
        & (length(wrists[:, LEFT] - wrists[:, RIGHT]) < _NEAR)
    )
    rows = np.flatnonzero(near)
    both = [_Hand.of(side, R[rows], wrists[rows], shape[rows]) for side in (LEFT, RIGHT)]
    close = np.flatnonzero(_close(*both))
    rows, both = rows[close], [hand.at(close) for hand in both]
    for _ in range(_ROUNDS):
        if len(rows) == 0:
            break
        now = keys.between(level)[rows]
        met = np.flatnonzero(_meet(*(hand.balls(now[:, hand.side]) for hand in both)))
        if len(met) == 0:
            break
        change = np.zeros((len(R), 2, level.shape[2]))
        change[rows[met]] = _changes(rows[met], [hand.at(met) for hand in both], now[met], loose[rows[met]])
        level = level + widened(change, keys.step)[keys.rows]
        # What is bent for one row is bent at those beside it too; where nothing helps, nothing will.
        bent = maximum_filter1d(np.abs(change).max(axis=(1, 2)) > 0.0, 4 * keys.step + 1)
        again = np.flatnonzero(bent[rows])
        rows, both = rows[again], [hand.at(again) for hand in both]
    return level


def _changes(
    rows: Int[np.ndarray, " n"],
    both: list["_Hand"],
    level: Float[np.ndarray, "n 2 5"],
    loose: Bool[np.ndarray, "n 2 5"],
) -> Float[np.ndarray, "n 2 5"]:
    """How much less digits bend round at rows at which hands meet."""
    now = level.copy()
    alone = [_bent(both[side], both[1 - side], level, loose[:, side]) for side in (LEFT, RIGHT)]
    # One of them gives way as long as they meet, and the other what is left then.
    spell = np.cumsum(np.diff(rows, prepend=rows[:1]) > 1)
    first = np.stack([np.bincount(spell, cost) for _, cost in alone]).argmin(axis=0)[spell]
    for side in (LEFT, RIGHT):
        now[first == side, side] = alone[side][0][first == side]
    for side in (LEFT, RIGHT):
        left = np.flatnonzero(first != side)
        if len(left):
            pair = both[side].at(left), both[1 - side].at(left)
            now[left, side] = _bent(*pair, now[left], loose[left, side])[0]
    return now - level


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class _Hand:
    """One hand at n rows.

    Attributes:
        side: Which hand.
        R: Its axes.
        wrist: Its wrist, seen from between both, in [m].
        shape: Its shape.
    """

    side: int
    R: Float[np.ndarray, "n 3 3"]
    wrist: Float[np.ndarray, "n 3"]
    shape: Int[np.ndarray, " n"]

    @staticmethod
    def of(
        side: int,
        R: Float[np.ndarray, "n 2 3 3"],
        wrists: Float[np.ndarray, "n 2 3"],
        shape: Int[np.ndarray, "n 2"],
    ) -> "_Hand":
        """One of both hands, in single precision."""
        own = wrists[:, side] - wrists.mean(axis=1)
        return _Hand(
            side=side, R=R[:, side].astype(np.float32), wrist=own.astype(np.float32), shape=shape[:, side]
        )

    def at(self, rows: Int[np.ndarray, " m"]) -> "_Hand":
        """Some of its rows."""
        return _Hand(side=self.side, R=self.R[rows], wrist=self.wrist[rows], shape=self.shape[rows])

    def parts(self) -> Float[np.ndarray, "n g 3"]:
        """Middles of the palm and of digits that are not bent."""
        return self._placed(_parts(self.side)[0][self.shape])

    def digits(self, level: Float[np.ndarray, "n 5"]) -> Float[np.ndarray, "n d 3"]:
        """Balls of the digits bent to levels, digit by digit."""
        table, digit, row = rings(self.side).digits, np.arange(level.shape[1]), self.shape[:, None]
        place = (np.clip(level, -1.0, 1.0) + 1.0) * _MIDDLE
        below = np.minimum(place.astype(int), len(LEVELS) - 2)
        share = (place - below).astype(np.float32)[..., None, None]
        low, high = table[row, below, digit], table[row, below + 1, digit]
        return self._placed((low + share * (high - low)).reshape(len(level), -1, 3))

    def balls(self, level: Float[np.ndarray, "n 5"]) -> Float[np.ndarray, "n a 3"]:
        """All its balls, those of the digits first."""
        palm = rings(self.side).palm
        return np.concatenate(
            [self.digits(level), self._placed(np.broadcast_to(palm, (len(level), *palm.shape)))], axis=1
        )

    def _placed(self, local: Float[np.ndarray, "n a 3"]) -> Float[np.ndarray, "n a 3"]:
        return local @ np.swapaxes(self.R, -1, -2) + self.wrist[:, None]


def _bent(
    mine: _Hand, other: _Hand, level: Float[np.ndarray, "n 2 5"], loose: Bool[np.ndarray, "n 5"]
) -> tuple[Float[np.ndarray, "n 5"], Float[np.ndarray, " n"]]:
    """Levels of one hand's digits at which they are out of the other one, and what that costs."""
    told, theirs, own = level[:, mine.side], other.balls(level[:, other.side]), rings(mine.side)

    def deep(rows: Int[np.ndarray, " m"], levels: Float[np.ndarray, "m 5"]) -> Float[np.ndarray, "m 5"]:
        found = _deep(mine.at(rows).digits(levels), theirs[rows], own.digit_radii.ravel(), own.radii).max(
            axis=2
        )
        return found.reshape(len(levels), levels.shape[1], -1).max(axis=-1) + _APART

    last, out = deep(np.arange(len(told)), told), told.copy()
    inside = last > 0.0
    going = inside & loose
    rows = np.flatnonzero(going.any(axis=1))
    at, last = told[rows], last[rows]
    for step in _BACK:
        if len(rows) == 0:
            break
        now_at = np.where(going[rows], np.minimum(step, told[rows]), out[rows])
        now = deep(rows, now_at)
        clear = going[rows] & (now <= 0.0)
        share = np.clip(last / np.maximum(last - now, 1e-9), 0.0, 1.0)
        out[rows] = np.where(clear, at + share * (now_at - at), out[rows])
        going[rows] &= ~clear
        left = going[rows].any(axis=1)
        rows, last, at = rows[left], now[left], now_at[left]
    return out, (told - out).sum(axis=1) + _UNSOLVED * (inside & (going | ~loose)).sum(axis=1)


def _close(left: _Hand, right: _Hand) -> Bool[np.ndarray, " n"]:
    """Rows in which anything of both hands may meet."""
    radii = _parts(LEFT)[1]
    return _deep(left.parts(), right.parts(), radii, radii).max(axis=(1, 2)) > -_APART


def _meet(left: Float[np.ndarray, "n a 3"], right: Float[np.ndarray, "n a 3"]) -> Bool[np.ndarray, " n"]:
    radii = rings(LEFT).radii
    return _deep(left, right, radii, radii).max(axis=(1, 2)) > -_APART


def _deep(
    a: Float[np.ndarray, "n a 3"],
    b: Float[np.ndarray, "n b 3"],
    first: Float[np.ndarray, " a"],
    second: Float[np.ndarray, " b"],
) -> Float[np.ndarray, "n a b"]:
    """How deep balls are in others, nearly, in [m], from the squares of distances."""
    reach = first[:, None] + second
    apart = a @ np.swapaxes(b, -1, -2)
    apart *= -2.0
    apart += (a * a).sum(axis=-1)[:, :, None]
    apart += (b * b).sum(axis=-1)[:, None]
    np.subtract(reach * reach, apart, out=apart)
    apart *= 0.5 / reach
    return apart


@cache
def _parts(side: int) -> tuple[Float[np.ndarray, "s g 3"], Float[np.ndarray, " g"]]:
    """Balls around the palm and every digit, for every shape: middles, and radii that are enough for all."""
    own: Rings = rings(side)
    digits = own.digits[:, _MIDDLE]
    middles = digits.mean(axis=2)
    around = (np.linalg.norm(own.digits - middles[:, None, :, None], axis=-1) + own.digit_radii).max(
        axis=(0, 1, 3)
    )
    middle = own.palm.mean(axis=0)
    palm = (np.linalg.norm(own.palm - middle, axis=-1) + own.palm_radii).max()
    whole = np.concatenate([middles, np.broadcast_to(middle, (len(middles), 1, 3))], axis=1)
    return whole.astype(np.float32), np.append(around, palm).astype(np.float32)
