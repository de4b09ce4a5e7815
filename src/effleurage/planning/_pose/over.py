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
from effleurage.planning._pose.points import LEVELS, Rings, rings, spread
from effleurage.spatial import length

_NEAR = 0.42
"""Hands whose wrists are further apart than this do not meet, in [m]."""

_APART = 0.003
"""What is left between balls, in [m]."""

_PALM = 4
"""So many parts of the palm are looked at first, each in one larger ball."""

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
    for _ in range(_ROUNDS):
        if len(rows) == 0:
            break
        now = keys.between(level)[rows]
        met = np.flatnonzero(_close(*(hand.parts(now[:, hand.side]) for hand in both)))
        met = met[_meet(*(hand.at(met).balls(now[met, hand.side]) for hand in both))]
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

    def parts(self, level: Float[np.ndarray, "n 5"]) -> Float[np.ndarray, "n g 3"]:
        """Middles of the digits bent to levels, and of parts of the palm."""
        own = _parts(self.side)
        return self._placed(np.concatenate([self._bent(own.digits, level), self._all(own.palm)], axis=1))

    def digits(self, level: Float[np.ndarray, "n 5"]) -> Float[np.ndarray, "n d 3"]:
        """Balls of the digits bent to levels, digit by digit."""
        bent = self._bent(rings(self.side).digits, level)
        return self._placed(bent.reshape(len(level), bent.shape[1] * bent.shape[2], 3))

    def balls(self, level: Float[np.ndarray, "n 5"]) -> Float[np.ndarray, "n a 3"]:
        """All its balls, those of the digits first."""
        return np.concatenate([self.digits(level), self._placed(self._all(rings(self.side).palm))], axis=1)

    def _bent(
        self, table: Float[np.ndarray, "s l 5 ..."], level: Float[np.ndarray, "n 5"]
    ) -> Float[np.ndarray, "n 5 ..."]:
        """What a table of every shape and level has for digits bent to levels."""
        digit, row = np.arange(level.shape[1]), self.shape[:, None]
        place = (np.clip(level, -1.0, 1.0) + 1.0) * _MIDDLE
        below = np.minimum(place.astype(int), len(LEVELS) - 2)
        share = (place - below).astype(np.float32).reshape(*level.shape, *[1] * (table.ndim - 3))
        low, high = table[row, below, digit], table[row, below + 1, digit]
        return low + share * (high - low)

    def _all(self, local: Float[np.ndarray, "p 3"]) -> Float[np.ndarray, "n p 3"]:
        return np.broadcast_to(local, (len(self.R), *local.shape))

    def _placed(self, local: Float[np.ndarray, "n a 3"]) -> Float[np.ndarray, "n a 3"]:
        return local @ np.swapaxes(self.R, -1, -2) + self.wrist[:, None]


def _bent(
    mine: _Hand, other: _Hand, level: Float[np.ndarray, "n 2 5"], loose: Bool[np.ndarray, "n 5"]
) -> tuple[Float[np.ndarray, "n 5"], Float[np.ndarray, " n"]]:
    """Levels of one hand's digits at which they are out of the other one, and what that costs."""
    told, theirs = level[:, mine.side], other.balls(level[:, other.side])
    digit_radii, radii = rings(mine.side).digit_radii.ravel(), rings(other.side).radii

    def deep(rows: Int[np.ndarray, " m"], levels: Float[np.ndarray, "m 5"]) -> Float[np.ndarray, "m 5"]:
        found = _deep(mine.at(rows).digits(levels), theirs[rows], digit_radii, radii).max(axis=2)
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


def _close(left: Float[np.ndarray, "n g 3"], right: Float[np.ndarray, "n g 3"]) -> Bool[np.ndarray, " n"]:
    """Rows in which anything of both hands may meet, from their parts."""
    return _deep(left, right, _parts(LEFT).radii, _parts(RIGHT).radii).max(axis=(1, 2)) > -_APART


def _meet(left: Float[np.ndarray, "n a 3"], right: Float[np.ndarray, "n a 3"]) -> Bool[np.ndarray, " n"]:
    return _deep(left, right, rings(LEFT).radii, rings(RIGHT).radii).max(axis=(1, 2)) > -_APART


def _deep(
    a: Float[np.ndarray, "n a 3"],
    b: Float[np.ndarray, "n b 3"],
    first: Float[np.ndarray, " a"],
    second: Float[np.ndarray, " b"],
) -> Float[np.ndarray, "n a b"]:
    """How deep balls are in others, nearly, in [m], from the squares of distances."""
    reach = first[:, None] + second
    # r² − d² is 2 r₁r₂ + 2 p₁·p₂ + (r₁² − |p₁|²) + (r₂² − |p₂|²), one product in all.
    deep = _factors(a, first, 0) @ np.swapaxes(_factors(b, second, 1), -1, -2)
    deep *= 1.0 / reach
    return deep


def _factors(
    at: Float[np.ndarray, "n a 3"], radii: Float[np.ndarray, " a"], place: int
) -> Float[np.ndarray, "n a 6"]:
    factors = np.empty((*at.shape[:2], 6), np.float32)
    factors[..., :3], factors[..., 3] = at, radii
    factors[..., 4 + place] = 0.5 * (radii * radii - (at * at).sum(axis=-1))
    factors[..., 5 - place] = 1.0
    return factors


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class _Parts:
    """One hand as some larger balls that hold all of the small ones; s shapes, l levels.

    Attributes:
        digits: Middles of thumb and fingers, for every shape and level of bending, in [m].
        palm: Middles of parts of the palm, in [m].
        radii: Radii of those of the digits, and of the palm, in [m].
    """

    digits: Float[np.ndarray, "s l 5 3"]
    palm: Float[np.ndarray, "g 3"]
    radii: Float[np.ndarray, " p"]


@cache
def _parts(side: int) -> _Parts:
    own: Rings = rings(side)
    digits = own.digits.mean(axis=3)
    around = np.linalg.norm(own.digits - digits[:, :, :, None], axis=-1) + own.digit_radii
    seed = spread(own.palm, _PALM)
    part = np.linalg.norm(own.palm[:, None] - own.palm[seed], axis=-1).argmin(axis=1)
    palm = np.array([own.palm[part == number].mean(axis=0) for number in range(_PALM)])
    out = np.linalg.norm(own.palm - palm[part], axis=-1) + own.palm_radii
    sizes = [out[part == number].max() for number in range(_PALM)]
    return _Parts(
        digits=digits.astype(np.float32),
        palm=palm.astype(np.float32),
        radii=np.append(around.max(axis=(0, 1, 3)), sizes).astype(np.float32),
    )
