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
from effleurage.planning._pose.points import BONES, LEVELS, Rings, rings, spread
from effleurage.spatial import length

_NEAR = 0.42
"""Hands whose wrists are further apart than this do not meet, in [m]."""

_APART = 0.003
"""What is left between balls, in [m]."""

_PALM = 8
"""So many parts of the palm are looked at first, and every bone of a digit, each in one larger ball."""

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
        balls = [hand.at(met).balls(now[met, hand.side]) for hand in both]
        deep = _deep(*balls, _apart(LEFT))
        meet = deep.max(axis=(1, 2)) > -_APART
        met, deep, balls = met[meet], deep[meet], [each[meet] for each in balls]
        if len(met) == 0:
            break
        pair = [hand.at(met) for hand in both]
        change = np.zeros((len(R), 2, level.shape[2]))
        change[rows[met]] = _changes(rows[met], pair, balls, now[met], loose[rows[met]], deep)
        level = level + widened(change, keys.step)[keys.rows]
        # What is bent for one row is bent at those beside it too; where nothing helps, nothing will.
        bent = maximum_filter1d(np.abs(change).max(axis=(1, 2)) > 0.0, 4 * keys.step + 1)
        again = np.flatnonzero(bent[rows])
        rows, both = rows[again], [hand.at(again) for hand in both]
    return level


def _changes(
    rows: Int[np.ndarray, " n"],
    both: list["_Hand"],
    balls: list[Float[np.ndarray, "n 6 a"]],
    level: Float[np.ndarray, "n 2 5"],
    loose: Bool[np.ndarray, "n 2 5"],
    deep: Float[np.ndarray, "n a a"],
) -> Float[np.ndarray, "n 2 5"]:
    """How much less digits bend round at rows at which hands meet, their balls so `deep`."""
    now = level.copy()
    alone = [
        _bent(hand, theirs, told, may, _of_digits(deep.max(axis=2 - hand.side)))
        for hand, theirs, told, may in zip(
            both, balls[::-1], level.swapaxes(0, 1), loose.swapaxes(0, 1), strict=True
        )
    ]
    # One of them gives way as long as they meet, and the other what is left then.
    spell = np.cumsum(np.diff(rows, prepend=rows[:1]) > 1)
    first = np.stack([np.bincount(spell, cost) for _, cost in alone]).argmin(axis=0)[spell]
    for side in (LEFT, RIGHT):
        now[first == side, side] = alone[side][0][first == side]
    for side in (LEFT, RIGHT):
        left = np.flatnonzero(first != side)
        if len(left):
            mine, told = both[side].at(left), now[left, side]
            theirs = both[1 - side].at(left).balls(now[left, 1 - side])
            now[left, side] = _bent(mine, theirs, told, loose[left, side], mine.into(theirs, told))[0]
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

    def parts(self, level: Float[np.ndarray, "n 5"]) -> Float[np.ndarray, "n 6 g"]:
        """Parts of it as larger balls: the digits' bones, bent to levels, and the palm's."""
        own = _parts(self.side)
        return self._whole(own.digits, own.palm, own.radii, level)

    def balls(self, level: Float[np.ndarray, "n 5"]) -> Float[np.ndarray, "n 6 a"]:
        """All its balls, those of the digits bent to levels first, digit by digit."""
        own = rings(self.side)
        return self._whole(own.digits, own.palm, own.radii, level)

    def into(
        self, theirs: Float[np.ndarray, "n 6 a"], level: Float[np.ndarray, "n 5"]
    ) -> Float[np.ndarray, "n 5"]:
        """How deep digits bent to levels are in the other hand's balls, with what is left between, in [m]."""
        own = rings(self.side)
        digits = self._placed(self._bent(own.digits, level), own.digit_radii.ravel())
        # The other way round, as the largest along the middle axis is found in half the time.
        return _of_digits(_deep(theirs, digits, _apart(1 - self.side)[:, : digits.shape[2]]).max(axis=1))

    def _whole(
        self,
        digits: Float[np.ndarray, "s l 5 3 b"],
        palm: Float[np.ndarray, "3 p"],
        radii: Float[np.ndarray, " a"],
        level: Float[np.ndarray, "n 5"],
    ) -> Float[np.ndarray, "n 6 a"]:
        every = np.broadcast_to(palm, (len(level), *palm.shape))
        return self._placed(np.concatenate([self._bent(digits, level), every], axis=2), radii)

    def _bent(
        self, table: Float[np.ndarray, "s l 5 3 b"], level: Float[np.ndarray, "n 5"]
    ) -> Float[np.ndarray, "n 3 d"]:
        """What a table of every shape and level has for digits bent to levels, digit by digit."""
        flat, count = table.reshape(-1, *table.shape[3:]), table.shape[2]
        place = (np.clip(level, -1.0, 1.0) + 1.0) * _MIDDLE
        below = np.minimum(place.astype(int), len(LEVELS) - 2)
        share = (place - below).astype(np.float32)[..., None, None]
        at = (self.shape[:, None] * table.shape[1] + below) * count + np.arange(count)
        low, high = flat.take(at, axis=0), flat.take(at + count, axis=0)
        bent = (low + share * (high - low)).swapaxes(1, 2)
        return bent.reshape(len(level), 3, count * table.shape[4])

    def _placed(
        self, local: Float[np.ndarray, "n 3 a"], radii: Float[np.ndarray, " a"]
    ) -> Float[np.ndarray, "n 6 a"]:
        """Balls as factors of how deep they are in the other hand's; see `_deep`."""
        factors = np.empty((len(local), 6, len(radii)), np.float32)
        at = np.matmul(self.R, local, out=factors[:, :3])
        at += self.wrist[:, :, None]
        factors[:, 3], factors[:, 5 - self.side] = radii, 1.0
        factors[:, 4 + self.side] = 0.5 * (radii * radii - np.einsum("nda,nda->na", at, at))
        return factors


def _bent(
    mine: _Hand,
    theirs: Float[np.ndarray, "n 6 a"],
    told: Float[np.ndarray, "n 5"],
    loose: Bool[np.ndarray, "n 5"],
    last: Float[np.ndarray, "n 5"],
) -> tuple[Float[np.ndarray, "n 5"], Float[np.ndarray, " n"]]:
    """Levels of one hand's digits at which they are out of the other one, and what that costs.

    Args:
        mine: The hand.
        theirs: The other one's balls.
        told: Levels to which digits are bent.
        loose: Digits that may be bent.
        last: How deep they are in the other hand.
    """
    out, inside = told.copy(), last > 0.0
    going = inside & loose
    rows = np.flatnonzero(going.any(axis=1))
    at, last = told[rows], last[rows]
    for step in _BACK:
        if len(rows) == 0:
            break
        now_at = np.where(going[rows], np.minimum(step, told[rows]), out[rows])
        now = mine.at(rows).into(theirs[rows], now_at)
        clear = going[rows] & (now <= 0.0)
        share = np.clip(last / np.maximum(last - now, 1e-9), 0.0, 1.0)
        out[rows] = np.where(clear, at + share * (now_at - at), out[rows])
        going[rows] &= ~clear
        left = going[rows].any(axis=1)
        rows, last, at = rows[left], now[left], now_at[left]
    return out, (told - out).sum(axis=1) + _UNSOLVED * (inside & (going | ~loose)).sum(axis=1)


def _close(left: Float[np.ndarray, "n 6 g"], right: Float[np.ndarray, "n 6 g"]) -> Bool[np.ndarray, " n"]:
    """Rows in which anything of both hands may meet, from their parts."""
    apart = 1.0 / (_parts(LEFT).radii[:, None] + _parts(RIGHT).radii)
    return _deep(left, right, apart).max(axis=(1, 2)) > -_APART


def _deep(
    mine: Float[np.ndarray, "n 6 a"], theirs: Float[np.ndarray, "n 6 b"], apart: Float[np.ndarray, "a b"]
) -> Float[np.ndarray, "n a b"]:
    """How deep balls of one hand are in those of the other, nearly, in [m], from the squares of distances.

    r² − d² is 2 r₁r₂ + 2 p₁·p₂ + (r₁² − |p₁|²) + (r₂² − |p₂|²), one product in all.

    Args:
        mine: Balls of a hand, as factors.
        theirs: Balls of the other one.
        apart: 1 by the sums of their radii, in [1/m].
    """
    deep = mine.swapaxes(1, 2) @ theirs
    deep *= apart
    return deep


def _of_digits(deep: Float[np.ndarray, "n a"]) -> Float[np.ndarray, "n 5"]:
    """How deep every digit is, with what is left between, from all balls of a hand or of its digits."""
    digits, balls = rings(LEFT).digit_radii.shape
    return deep[:, : digits * balls].reshape(len(deep), digits, balls).max(axis=2) + _APART


@cache
def _apart(side: int) -> Float[np.ndarray, "a a"]:
    """1 by the sums of radii of all balls of one hand and the other, in [1/m]."""
    return 1.0 / (rings(side).radii[:, None] + rings(1 - side).radii)


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class _Parts:
    """One hand as some larger balls that hold all of the small ones; s shapes, l levels.

    Attributes:
        digits: Middles of the bones of thumb and fingers, for every shape and level of bending, in [m].
        palm: Middles of parts of the palm, in [m].
        radii: Radii of those of the digits, and of the palm, in [m].
    """

    digits: Float[np.ndarray, "s l 5 3 b"]
    palm: Float[np.ndarray, "3 g"]
    radii: Float[np.ndarray, " p"]


@cache
def _parts(side: int) -> _Parts:
    own: Rings = rings(side)
    bones = own.digits.reshape(*own.digits.shape[:4], BONES, -1)
    digits = bones.mean(axis=5)
    out = np.linalg.norm(bones - digits[..., None], axis=3) + own.digit_radii.reshape(
        bones.shape[2], BONES, -1
    )
    seed = spread(own.palm.T, _PALM)
    part = np.linalg.norm(own.palm[:, :, None] - own.palm[:, None, seed], axis=0).argmin(axis=1)
    palm = np.stack([own.palm[:, part == number].mean(axis=1) for number in range(_PALM)], axis=1)
    around = np.linalg.norm(own.palm - palm[:, part], axis=0) + own.palm_radii
    sizes = [around[part == number].max() for number in range(_PALM)]
    return _Parts(
        digits=digits.astype(np.float32),
        palm=palm.astype(np.float32),
        radii=np.append(out.max(axis=(0, 1, 4)), sizes).astype(np.float32),
    )
