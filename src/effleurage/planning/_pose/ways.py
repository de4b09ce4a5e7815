"""Ways out: how forearms swing, and hands in the air move, so that a spell leaves least in the way.

Some few ways are tried, all of them at every moment: how deep all balls of one side are in all of the
other's, for every way of both forearms, is one product of matrices, and so it is for all moves of a hand.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from operator import itemgetter
from typing import final

import numpy as np
from jaxtyping import Float

from effleurage.anatomy import hands
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose.balls import ARM, ARM_RADII, ARM_SHARES, Swing, balls
from effleurage.planning._pose.points import spread

_MARGIN, _CLEAR = 0.010, 0.007
"""Balls keep this far apart; what is left by less than the second keeps clear, in [m]."""

HAND, _FOR_OTHERS = 10, 0.001
"""So many of a hand's balls are looked at; their radii make up for the others, in [m]."""

_SWINGS = np.array(list(product((0.0, 0.35, 0.8, -0.35), (0.0, 0.4, -0.4))))
"""How forearms are tried: by so much higher, and further toward the little finger, in [rad]."""

_WAYS = len(_SWINGS)
_BOTH = np.arange(_WAYS * _WAYS)
_ALONE = np.concatenate([_BOTH[::_WAYS], _BOTH[1:_WAYS]])
"""Ways of both forearms, numbered by the left one's and then the right one's: all, and those of one alone."""

_STAYS = HAND + 1
"""So many balls, the hand's and the wrist's, stay where they are, nearly, however the forearm swings."""

_LEVEL = [
    (0.0, 0.0),
    *(way for far in (0.08, 0.15) for way in ((far, 0.0), (-far, 0.0), (0.0, far), (0.0, -far))),
]
_SHIFTS = np.array([(*level, up) for level, up in product(_LEVEL, (0.0, 0.06, 0.14))], np.float32)
"""How far hands in the air are tried off their way, in [m]."""

_SWING_COST, _SHIFT_COST = 0.004, 0.03
"""What a swing of 1 rad, and a shift of 1 m, cost, in metres that balls are too near each other."""

_SQUARES = (_SHIFTS * _SHIFTS).sum(axis=1)
_MOVES = np.column_stack([np.ones_like(_SQUARES), -_SHIFTS, -_SQUARES])
_MOVE_COSTS = _SHIFT_COST * np.sqrt(_SQUARES)
"""What a shift makes of how near balls are, as factors; and what each costs."""

FREE, _SWEEPS = 0.3, 2
"""A hand that is so free may be off its way; hands and forearms are tried so often in turn."""


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Spell:
    """A spell at its rows and midway between them: m moments.

    Attributes:
        at: Balls of both sides: the hand's, and then the forearm's, each in all ways that it is tried.
        change: How far each way turns a forearm, in [rad].
        share: How much of a move there is.
    """

    at: Float[np.ndarray, "m 2 3 n"]
    change: Float[np.ndarray, "2 c"]
    share: Float[np.ndarray, "m 2"]

    @staticmethod
    def of(
        tried: Float[np.ndarray, "r c 2 2"],
        R: Float[np.ndarray, "r 2 3 3"],
        wrists: Float[np.ndarray, "r 2 3"],
        share: Float[np.ndarray, "r 2"],
    ) -> "Spell":
        """From what is tried, axes and wrists of the hands, and the share of a move."""
        swing = Swing(rise=tried[..., 0], aside=tried[..., 1])
        along = (R @ swing.ways().transpose(0, 2, 3, 1))[..., None, :]
        arm = along * (hands.model().forearm_length * ARM_SHARES)[:, None]
        at = np.concatenate([R @ _few()[0].swapaxes(-1, -2), arm.reshape(*R.shape[:3], -1)], axis=-1)
        # Seen from between the wrists, so that single precision is enough.
        at += (wrists - wrists.mean(axis=1, keepdims=True))[..., None]
        return Spell(
            at=_dense(at.astype(np.float32)),
            # Rounded, so that it is the order that decides between ways that are as good.
            change=np.abs(tried - tried[:, :1]).max(axis=0).sum(axis=-1).T.round(6),
            share=_dense(share),
        )

    def moved(self, moves: Float[np.ndarray, "2 3"]) -> "Spell":
        """With hands off their way."""
        way = (self.share[..., None] * moves).astype(np.float32)
        return replace(self, at=self.at + way[..., None])

    def side(self, side: int, way: int, move: Float[np.ndarray, " 3"]) -> Float[np.ndarray, "m 3 b"]:
        """Balls of one side, its forearm as it is tried one way, and off their way by a move."""
        at = self.at[:, side]
        chosen = np.concatenate([at[..., :HAND], at[..., HAND + way :: _WAYS]], axis=-1)
        if move.any():
            chosen += (self.share[:, side, None] * move).astype(np.float32)[..., None]
        return chosen


def tried(angles: Float[np.ndarray, "r 2 2"], bump: Float[np.ndarray, "r 2"]) -> Float[np.ndarray, "r c 2 2"]:
    """Rise and aside of both forearms for every way that they are tried."""
    extension, flexion, ulnar, radial = hands.model().wrist_limits
    swung = angles[:, None] + bump[:, None, :, None] * _SWINGS[:, None]
    return np.clip(swung, [-flexion, -radial], [extension, ulnar])


def solved(spell: Spell) -> tuple[tuple[int, int], Float[np.ndarray, "2 3"]]:
    """Ways of both forearms, and moves of the hands, that leave least in the way."""
    best, deep = _swung(spell)
    if not (deep[spell.share.max(axis=1) > FREE] >= _CLEAR).any():
        return best, np.zeros((2, 3))
    # Hands are moved first with the forearms as they were, then with them as they are best.
    swung = cache(lambda moves: _swung(spell.moved(np.array(moves))))
    found = _in_turn(spell, (0, 0), swung)
    if found[2] >= _CLEAR and best != (0, 0):
        found = min(found, _in_turn(spell, best, swung), key=itemgetter(2))
    return found[:2]


def _in_turn(
    spell: Spell,
    best: tuple[int, int],
    swung: Callable[[tuple], tuple[tuple[int, int], Float[np.ndarray, " m"]]],
) -> tuple[tuple[int, int], Float[np.ndarray, "2 3"], float]:
    """Hands moved and forearms swung in turn, from ways of the forearms; and what is left, in [m]."""
    moves, left = np.zeros((2, 3)), np.inf
    for _ in range(_SWEEPS):
        before = best, moves.copy()
        for side in (LEFT, RIGHT):
            if spell.share[:, side].max() > FREE:
                now = [spell.side(one, best[one], moves[one]) for one in (side, 1 - side)]
                moves[side] += _shifted(*now, spell.share[:, side])
        best, deep = swung(tuple(map(tuple, moves.tolist())))
        left = float(deep.max())
        if left < _CLEAR or (best == before[0] and (moves == before[1]).all()):
            break
    return best, moves, left


def _swung(spell: Spell) -> tuple[tuple[int, int], Float[np.ndarray, " m"]]:
    """The ways of both forearms that leave least in the way, and how much that is, in [m].

    Mostly it is enough that one of them gives way, and nothing helps where hands or wrists are too near.
    """
    between = depths(spell.at, bends=_WAYS)
    deep = _of_ways(between)
    cost = _cost(deep) + _SWING_COST * (spell.change[LEFT][:, None] + spell.change[RIGHT]).ravel()
    best = int(_ALONE[cost[_ALONE].argmin()])
    left = np.flatnonzero(deep[best] >= _CLEAR)
    if len(left) and (deep[best, left] > between[left, :_STAYS, :_STAYS].max(axis=(1, 2)) + 1e-4).any():
        other = int(cost.argmin())
        best = other if cost[other] < cost[best] else best
    return divmod(best, _WAYS), deep[best]


def _of_ways(deep: Float[np.ndarray, "m n n"]) -> Float[np.ndarray, "w m"]:
    """How deep both sides are in each other for every way of both forearms, from `depths`, in [m]."""
    rows = deep[:, HAND:].reshape(len(deep), ARM, _WAYS, -1).max(axis=1)
    np.maximum(rows, deep[:, :HAND].max(axis=1, keepdims=True), out=rows)
    # Turned over in memory, so that it is quick to look for the largest of few values, too.
    columns = np.ascontiguousarray(rows.transpose(2, 1, 0))
    found = columns[HAND:].reshape(ARM, _WAYS, *columns.shape[1:]).max(axis=0)
    return np.maximum(found, np.maximum(columns[:HAND].max(axis=0), np.float32(0.0))).reshape(-1, len(deep))


def _shifted(
    mine: Float[np.ndarray, "m 3 b"], other: Float[np.ndarray, "m 3 b"], share: Float[np.ndarray, " m"]
) -> Float[np.ndarray, " 3"]:
    """The move of a hand and its forearm that leaves least in the way, in [m]."""
    apart = sizes(1)[1]
    between = (mine[:, :, None] - other[..., None]).transpose(1, 0, 2, 3)
    squared = np.square(between)
    # By a move s they come apart to |d + s|² = d² + 2 d·s + s², of which (r² − |d + s|²) / 2r is made.
    terms = np.empty((5, *squared.shape[1:]), np.float32)
    terms[0] = 0.5 / apart - (squared[0] + squared[1] + squared[2]) * (0.5 * apart)
    if terms[0].max() <= 0.0:
        return _SHIFTS[0]
    part = share.astype(np.float32)[:, None, None]
    np.multiply(between, part * apart, out=terms[1:4])
    np.multiply(part * part, 0.5 * apart, out=terms[4])
    deep = (_MOVES @ terms.reshape(5, -1)).reshape(len(_SHIFTS), len(share), -1).max(axis=2)
    return _SHIFTS[(_cost(np.maximum(deep, np.float32(0.0))) + _MOVE_COSTS).argmin()]


def _cost(deep: Float[np.ndarray, "w m"]) -> Float[np.ndarray, " w"]:
    """What it costs that balls are so near each other at moments, for every way, in [m]."""
    return deep.max(axis=1) + 0.5 * np.sqrt(np.einsum("wm,wm->w", deep, deep) / deep.shape[1])


def depths(at: Float[np.ndarray, "m 2 3 n"], *, bends: int = 1) -> Float[np.ndarray, "m n n"]:
    """By how much all balls, of the right side and the left, are nearer than they may come, nearly, in [m].

    From (r² − d²) / 2r; r² − d² is 2 r₁r₂ + 2 p₁·p₂ + (r₁² − |p₁|²) + (r₂² − |p₂|²), one product in all.

    Args:
        at: Balls as a spell has them.
        bends: In so many ways every ball of a forearm.
    """
    radii, apart = sizes(bends)
    factors = np.empty((len(at), 2, 6, at.shape[3]), np.float32)
    factors[:, :, :3], factors[:, :, 3] = at, radii
    half = 0.5 * (radii * radii - np.einsum("msdn,msdn->msn", at, at))
    factors[:, LEFT, 4], factors[:, RIGHT, 5] = half[:, LEFT], half[:, RIGHT]
    factors[:, LEFT, 5] = factors[:, RIGHT, 4] = 1.0
    deep = factors[:, RIGHT].swapaxes(-1, -2) @ factors[:, LEFT]
    deep *= apart
    return deep


def _dense(values: Float[np.ndarray, "k ..."]) -> Float[np.ndarray, "m ..."]:
    """Values at rows and smoothly midway between them."""
    ends = np.concatenate([values[:1], values, values[-1:]])
    out = np.empty((2 * len(values) - 1, *values.shape[1:]), values.dtype)
    out[::2] = values
    out[1::2] = 0.5625 * (ends[1:-2] + ends[2:-1]) - 0.0625 * (ends[:-3] + ends[3:])
    return out


@cache
def _few() -> tuple[Float[np.ndarray, "2 b 3"], Float[np.ndarray, " b"]]:
    """Some of a hand's balls, far from each other: centres as of `balls`, and radii, in [m]."""
    centres, radii = balls()
    chosen = spread(centres[LEFT], HAND, first=np.argmax(radii, keepdims=True))
    return centres[:, chosen], radii[chosen] + _FOR_OTHERS


@cache
def sizes(bends: int) -> tuple[Float[np.ndarray, " n"], Float[np.ndarray, "n n"]]:
    """Radii of a side's balls with half of what they keep apart, and 1 by their sums, in [m].

    Args:
        bends: So many ways of a forearm.
    """
    radii = np.concatenate([_few()[1], np.repeat(ARM_RADII, bends)]) + 0.5 * _MARGIN
    return radii.astype(np.float32), (1.0 / (radii[:, None] + radii)).astype(np.float32)
