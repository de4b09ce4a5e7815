"""Spells: arms in whose way the other one comes go out of it in time, and smoothly.

Pushing row by row shows each row another way out, and a hand that comes down beside a forearm would make
it jump over at the last moment. So every spell in which arms would meet is solved as a whole: hands in
the air are off their way, and forearms higher or further to a side, over all of it and beginning well
before. Some few ways are tried, and what leaves least in the way is taken.
"""

from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from operator import itemgetter
from typing import final

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy.ndimage import maximum_filter1d

from effleurage.anatomy import hands
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose.apart import near
from effleurage.planning._pose.balls import (
    ARM,
    Swing,
    balls,
    on_arms,
    on_both,
    on_hands,
    reaches,
    rows_last,
    where,
)
from effleurage.planning._pose.points import spread
from effleurage.planning._rhythm import smooth
from effleurage.spatial import runs

_MARGIN, _MET = 0.010, 0.010
"""Balls keep this far apart; those that are nearer than that by the second make a spell, in [m]."""

_SOONER, _CLEAR = 0.004, 0.007
"""A hand in the air, whose fingers may be bent, makes a spell so much sooner; what is left by less than the
second keeps clear, in [m]."""

_BALLS, _FOR_OTHERS = 10, 0.001
"""So many of a hand's balls are looked at; their radii make up for the others, in [m]."""

_AHEAD, _JOINED = 1.0, 1
"""Arms begin to give way so long before, and come back as long after, in [s]; spells that are so few rows
from each other are one."""

_SWINGS = np.array(list(product((0.0, 0.35, 0.8, -0.35), (0.0, 0.4, -0.4))))
"""How forearms are tried: by so much higher, and further toward the little finger, in [rad]."""

_LEVEL = [
    (0.0, 0.0),
    *(way for far in (0.08, 0.15) for way in ((far, 0.0), (-far, 0.0), (0.0, far), (0.0, -far))),
]
_SHIFTS = np.array([(*level, up) for level, up in product(_LEVEL, (0.0, 0.06, 0.14))], np.float32)
"""How far hands in the air are tried off their way, in [m]."""

_SWING_COST, _SHIFT_COST = 0.004, 0.03
"""What a swing of 1 rad, and a shift of 1 m, cost, in metres that balls are too near each other."""

_FREE, _SWEEPS = 0.3, 2
"""A hand that is so free may be off its way; hands and forearms are tried so often in turn."""


def in_time(
    swing: Swing,
    *,
    R: Float[np.ndarray, "k 2 3 3"],
    wrists: Float[np.ndarray, "k 2 3"],
    free: Float[np.ndarray, "k 2"],
    fixed: Bool[np.ndarray, "k 2"],
    step: float,
) -> tuple[Swing, Float[np.ndarray, "k 2 3"]]:
    """Forearms swung, and hands in the air moved, out of the other arm's way over whole spells.

    Args:
        swing: How the forearms would be without the other hand.
        R: Axes of the hands.
        wrists: The wrists, in [m].
        free: How free a hand is to move: 0 on the skin, 1 well over it.
        fixed: Forearms that do not swing.
        step: Time from row to row, in [s].

    Returns:
        The swings, and how far each hand moves before it is made free as `free` says, in [m].
    """
    shift = np.zeros_like(wrists)
    rows = near(swing, R=R, wrists=wrists)
    if len(rows) == 0:
        return swing, shift
    ahead, count = max(1, round(_AHEAD / step)), len(wrists)
    angles = np.stack([swing.rise, swing.aside], axis=-1)
    turn, place = rows_last(R), rows_last(wrists)
    for start, stop in _met(on_both(turn, place, rows_last(swing.ways()), _few()[0]), rows, free):
        first, last = max(start - ahead, 0), min(stop + ahead, count)
        part, bump = slice(first, last), _bump(start - first, stop - start, last - stop)
        tried = [_tried(angles[part, side], bump * ~fixed[part, side]) for side in (LEFT, RIGHT)]
        best, moves = _solved(_Spell.of(tried, turn[..., part], place[..., part], bump[:, None] * free[part]))
        angles[part] = np.stack([tried[side][:, best[side]] for side in (LEFT, RIGHT)], axis=1)
        moved = bump[:, None, None] * moves
        shift[part] += moved
        place[..., part] += rows_last(free[part, :, None] * moved)
    return Swing(rise=angles[..., 0], aside=angles[..., 1]), shift


def _met(
    at: Float[np.ndarray, "2 3 b k"], rows: Int[np.ndarray, " n"], free: Float[np.ndarray, "k 2"]
) -> list[tuple[int, int]]:
    """Spells, as rows from where to where, in which something would meet that can give way."""
    count = at.shape[-1]
    moments = np.unique(np.concatenate([2 * rows - 1, 2 * rows, 2 * rows + 1]).clip(0, 2 * count - 2))
    at = _dense(at)[..., moments]
    deep = _depth(at[LEFT][:, :, None], at[RIGHT][:, None], _reach()[..., None])
    # A wrist stays where it is however the forearm swings, and so does a hand on the skin.
    swings = np.maximum(deep[1:ARM].max(axis=(0, 1)), deep[:, 1:ARM].max(axis=(0, 1)))
    loose = free.max(axis=1)[moments // 2] > _FREE
    met = np.zeros(count, bool)
    met[moments[np.where(loose, deep.max(axis=(0, 1)) + _SOONER, swings) > _MET] // 2] = True
    return list(runs(maximum_filter1d(met, 2 * _JOINED + 1)))


def _bump(before: int, inside: int, after: int) -> Float[np.ndarray, " r"]:
    """From nothing to 1 inside a spell and back."""
    up, down = (smooth((np.arange(count) + 1.0) / (count + 1.0)) for count in (before, after))
    return np.concatenate([up, np.ones(inside), down[::-1]])


def _tried(angles: Float[np.ndarray, "r 2"], bump: Float[np.ndarray, " r"]) -> Float[np.ndarray, "r c 2"]:
    """Rise and aside of one forearm for every way that it is tried."""
    extension, flexion, ulnar, radial = hands.model().wrist_limits
    return np.clip(angles[:, None] + bump[:, None, None] * _SWINGS, [-flexion, -radial], [extension, ulnar])


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class _Spell:
    """A spell at its rows and midway between them: m moments.

    Attributes:
        arm: The forearms' balls for every way that they are tried.
        hand: The hands' balls.
        change: How far each way turns a forearm, in [rad].
        share: How much of a move there is.
    """

    arm: Float[np.ndarray, "2 3 a c m"]
    hand: Float[np.ndarray, "2 3 b m"]
    change: Float[np.ndarray, "2 c"]
    share: Float[np.ndarray, "2 m"]

    @staticmethod
    def of(
        tried: list[Float[np.ndarray, "r c 2"]],
        turn: Float[np.ndarray, "2 3 3 r"],
        place: Float[np.ndarray, "2 3 r"],
        share: Float[np.ndarray, "r 2"],
    ) -> "_Spell":
        """From angles of the forearms, axes and wrists of the hands, and the share of a move."""
        angles, ways = np.stack(tried, axis=2), len(_SWINGS)
        swing = Swing(rise=angles[..., 0].reshape(-1, 2), aside=angles[..., 1].reshape(-1, 2))
        arm = on_arms(
            np.repeat(turn, ways, axis=-1), np.repeat(place, ways, axis=-1), rows_last(swing.ways())
        )
        arm = np.ascontiguousarray(arm.reshape(*arm.shape[:3], len(share), ways).swapaxes(-1, -2))
        return _Spell(
            arm=_dense(arm),
            hand=_dense(on_hands(turn, place, _few()[0])),
            change=np.stack([np.abs(now - now[:, :1]).max(axis=0).sum(axis=-1) for now in tried]),
            share=_dense(rows_last(share)),
        )

    def balls(self, side: int, way: int) -> Float[np.ndarray, "3 n m"]:
        """All balls of one side, its forearm as it is tried one way."""
        return np.concatenate([self.arm[side][:, :, way], self.hand[side]], axis=1)

    def moved(self, moves: Float[np.ndarray, "2 3"]) -> "_Spell":
        """With hands off their way."""
        way = (moves[..., None] * self.share[:, None]).astype(np.float32)
        return replace(self, arm=self.arm + way[:, :, None, None], hand=self.hand + way[:, :, None])


def _solved(spell: _Spell) -> tuple[tuple[int, int], Float[np.ndarray, "2 3"]]:
    """Ways of both forearms, and moves of the hands, that leave least in the way."""
    best, deep = _swung(spell)
    if not (deep[spell.share.max(axis=0) > _FREE] >= _CLEAR).any():
        return best, np.zeros((2, 3))
    # Hands are moved first with the forearms as they were, then with them as they are best.
    found = _in_turn(spell, (0, 0))
    if found[2] >= _CLEAR and best != (0, 0):
        found = min(found, _in_turn(spell, best), key=itemgetter(2))
    return found[:2]


def _in_turn(spell: _Spell, best: tuple[int, int]) -> tuple[tuple[int, int], Float[np.ndarray, "2 3"], float]:
    """Hands moved and forearms swung in turn, from ways of the forearms; and what is left, in [m]."""
    moves, left = np.zeros((2, 3)), np.inf
    for _ in range(_SWEEPS):
        for side in (LEFT, RIGHT):
            if spell.share[side].max() > _FREE:
                now = spell.moved(moves)
                other = now.balls(1 - side, best[1 - side])
                moves[side] += _shifted(now.balls(side, best[side]), other, spell.share[side])
        best, deep = _swung(spell.moved(moves))
        left = float(deep.max())
        if left < _CLEAR:
            break
    return best, moves, left


def _swung(spell: _Spell) -> tuple[tuple[int, int], Float[np.ndarray, " m"]]:
    """The ways of both forearms that leave least in the way, and how much that is, in [m].

    Mostly it is enough that one of them gives way, and nothing helps where hands or wrists are too near.
    """
    every, told = slice(None), slice(1)
    tried = [_tried_out(spell, every, told), _tried_out(spell, told, every)]
    _, best, deep = min(tried, key=itemgetter(0))
    left, right = (
        np.concatenate([spell.arm[side][:, :1, 0], spell.hand[side]], axis=1) for side in (LEFT, RIGHT)
    )
    reach = np.delete(np.delete(_reach(), range(1, ARM), axis=0), range(1, ARM), axis=1)[..., None]
    fixed = _depth(left[:, :, None], right[:, None], reach).max(axis=(0, 1))
    if ((deep >= _CLEAR) & (deep > fixed + 1e-4)).any():
        _, best, deep = _tried_out(spell, every, every)
    return best, deep


def _tried_out(
    spell: _Spell, first: slice, second: slice
) -> tuple[float, tuple[int, int], Float[np.ndarray, " m"]]:
    """What the best of some ways of both forearms cost, which they are, and what they leave in the way."""
    arm, hand = (spell.arm[LEFT][:, :, first], spell.arm[RIGHT][:, :, second]), spell.hand
    reach = _reach()[..., None]
    both = _depth(arm[LEFT][:, :, None, :, None], arm[RIGHT][:, None, :, None], reach[:ARM, :ARM, None, None])
    ahead = [(arm[side][:, :, None], hand[1 - side][:, None, :, None]) for side in (LEFT, RIGHT)]
    left, right = (_depth(*pair, reach[:ARM, ARM:, None]).max(axis=(0, 1)) for pair in ahead)
    touch = _depth(hand[LEFT][:, :, None], hand[RIGHT][:, None], reach[ARM:, ARM:]).max(axis=(0, 1))
    deep = np.maximum(both.max(axis=(0, 1)), np.maximum(np.maximum(left, touch)[:, None], right))
    cost = _cost(deep) + _SWING_COST * (spell.change[LEFT][first, None] + spell.change[RIGHT][second])
    best = divmod(int(np.argmin(cost)), cost.shape[1])
    return float(cost[best]), best, deep[best]


def _shifted(
    mine: Float[np.ndarray, "3 n m"], other: Float[np.ndarray, "3 n m"], share: Float[np.ndarray, " m"]
) -> Float[np.ndarray, " 3"]:
    """The move of a hand and its forearm that leaves least in the way, in [m]."""
    apart = mine[:, :, None] - other[:, None]
    away, reach = (apart * apart).sum(axis=0), _reach()[..., None]
    size = np.sqrt((_SHIFTS * _SHIFTS).sum(axis=1))
    if not (away < reach * reach).any():
        return _SHIFTS[0]
    moment, first, second = where((away < (reach + size.max()) ** 2).transpose(2, 0, 1))
    reach, part = reach[first, second, 0], share[moment]
    # |a + s b|² = |a|² + s (2 a·b + s |b|²), so that a move costs little for a pair of balls.
    now = _SHIFTS @ apart[:, first, second, moment]
    now *= 2.0
    now += part * (size * size)[:, None]
    now *= part
    now += away[first, second, moment] - reach * reach
    now *= -0.5 / reach
    deep = np.maximum.reduceat(now, np.flatnonzero(np.diff(moment, prepend=-1)), axis=1).clip(0.0)
    return _SHIFTS[int(np.argmin(_cost(deep) + _SHIFT_COST * size))]


def _cost(deep: Float[np.ndarray, "*c m"]) -> Float[np.ndarray, "*c"]:
    """What it costs that balls are so near each other at moments, in [m]."""
    return deep.max(axis=-1) + 0.5 * np.sqrt((deep * deep).mean(axis=-1))


def _depth(
    a: Float[np.ndarray, "3 ..."], b: Float[np.ndarray, "3 ..."], reach: Float[np.ndarray, "..."]
) -> Float[np.ndarray, "..."]:
    """By how much balls are nearer than they may come, nearly, in [m]."""
    x, y, z = (a[d] - b[d] for d in range(3))
    x *= x
    y *= y
    z *= z
    x += y
    x += z
    np.subtract(reach * reach, x, out=x)
    x *= 0.5 / reach
    return np.maximum(x, 0.0, out=x)


def _dense(values: Float[np.ndarray, "*b k"]) -> Float[np.ndarray, "*b m"]:
    """Values at rows and smoothly midway between them."""
    ends = np.concatenate([values[..., :1], values, values[..., -1:]], axis=-1)
    out = np.empty((*values.shape[:-1], 2 * values.shape[-1] - 1), values.dtype)
    out[..., ::2] = values
    out[..., 1::2] = 0.5625 * (ends[..., 1:-2] + ends[..., 2:-1]) - 0.0625 * (ends[..., :-3] + ends[..., 3:])
    return out


@cache
def _few() -> tuple[Float[np.ndarray, "2 b 3"], Float[np.ndarray, " b"]]:
    """Some of a hand's balls, far from each other: centres as of `balls`, and radii, in [m]."""
    centres, radii = balls()
    chosen = spread(centres[LEFT], _BALLS, first=int(np.argmax(radii)))
    return centres[:, chosen], radii[chosen] + _FOR_OTHERS


@cache
def _reach() -> Float[np.ndarray, "b b"]:
    return reaches(_few()[1], _MARGIN)
