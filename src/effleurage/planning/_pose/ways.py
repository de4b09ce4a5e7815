"""Ways out: how forearms swing, and hands in the air move, so that a spell leaves least in the way.

Some few ways are tried. How deep all balls of one side are in all of the other's, for every way and at
every moment, is one product of matrices.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, cached_property, reduce
from itertools import product
from operator import itemgetter
from typing import final

import numpy as np
from jaxtyping import Float

from effleurage.anatomy import hands
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose.balls import ARM, ARM_RADII, ARM_SHARES, Swing, balls
from effleurage.planning._pose.points import spread
from effleurage.planning._pose.search import Search

_MARGIN, _CLEAR = 0.010, 0.007
"""Balls keep this far apart; what is left by less than the second keeps clear, in [m]."""

_BALLS, _FOR_OTHERS = 10, 0.001
"""So many of a hand's balls are looked at; their radii make up for the others, in [m]."""

_SWINGS = np.array(list(product((0.0, 0.35, 0.8, -0.35), (0.0, 0.4, -0.4))))
"""How forearms are tried: by so much higher, and further toward the little finger, in [rad]."""

_WAYS = len(_SWINGS)
_BENDS = ARM * _WAYS
"""So many balls stand for a forearm in all its ways."""

_BOTH = np.arange(_WAYS * _WAYS)
_ALONE = np.concatenate([_BOTH[::_WAYS], _BOTH[1:_WAYS]])
"""Ways of both forearms, numbered by the left one's and then the right one's: all, and those of one alone."""

_STAYS = np.array([0, *range(ARM, ARM + _BALLS)])
"""Balls that stay where they are, nearly, however the forearm swings."""

_LEVEL = [
    (0.0, 0.0),
    *(way for far in (0.08, 0.15) for way in ((far, 0.0), (-far, 0.0), (0.0, far), (0.0, -far))),
]
_SHIFTS = np.array([(*level, up) for level, up in product(_LEVEL, (0.0, 0.06, 0.14))], np.float32)
"""How far hands in the air are tried off their way, in [m]."""

_SWING_COST, _SHIFT_COST = 0.004, 0.03
"""What a swing of 1 rad, and a shift of 1 m, cost, in metres that balls are too near each other."""

FREE, _SWEEPS = 0.3, 2
"""A hand that is so free may be off its way; hands and forearms are tried so often in turn."""


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Spell:
    """A spell at its rows and midway between them: m moments.

    Attributes:
        at: Balls of both sides: a forearm's, each in all ways that it is tried, and then the hand's.
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
        at = np.concatenate([arm.reshape(*R.shape[:3], -1), R @ _few()[0].swapaxes(-1, -2)], axis=-1)
        # Seen from between the wrists, so that single precision is enough.
        at += (wrists - wrists.mean(axis=1, keepdims=True))[..., None]
        return Spell(
            at=_dense(at.astype(np.float32)),
            # Rounded, so that it is the order that decides between ways that are as good.
            change=np.abs(tried - tried[:, :1]).max(axis=0).sum(axis=-1).T.round(6),
            share=_dense(share),
        )

    @cached_property
    def factors(self) -> tuple[Float[np.ndarray, "m 6 n"], Float[np.ndarray, "m 6 n"]]:
        """Both sides' factors, as `depths` takes them."""
        left, right, _ = sizes(bends=_WAYS)
        return as_left(self.at[:, LEFT], left), as_right(self.at[:, RIGHT], right)

    def moved(self, moves: Float[np.ndarray, "2 3"]) -> "Spell":
        """With hands off their way."""
        way = (self.share[..., None] * moves).astype(np.float32)
        return replace(self, at=self.at + way[..., None])

    def side(
        self, side: int, way: int, move: Float[np.ndarray, " 3"] | None = None
    ) -> Float[np.ndarray, "m 3 b"]:
        """Balls of one side, its forearm as it is tried one way, and off their way by a move."""
        chosen = _one_way(self.at[:, side], way)
        if move is None or not move.any():
            return chosen
        return chosen + (self.share[:, side, None] * move).astype(np.float32)[..., None]


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

    def one(way: int) -> np.ndarray:
        return _deepest(depths(*map(_one_way, spell.factors, divmod(way, _WAYS)), scale))

    scale, scales = sizes()[2], sizes(bends=_WAYS)[2]
    told = depths(*map(_one_way, spell.factors, (0, 0)), scale)
    deep = _deepest(told)
    if deep.max() <= 0.0:
        return (0, 0), deep
    search = Search(
        every=lambda moments: _of_ways(depths(*(each[moments] for each in spell.factors), scales)),
        one=one,
        more=(_SWING_COST * (spell.change[LEFT][:, None] + spell.change[RIGHT])).ravel(),
        told=deep,
        # Hands stay in each other, whatever forearms do.
        least=_deepest(told[:, ARM:, ARM:]),
    )
    best, deep = search.best(_ALONE)
    stays = told[:, _STAYS[:, None], _STAYS].max(axis=(1, 2))
    if ((deep >= _CLEAR) & (deep > stays + 1e-4)).any():
        best, deep = search.best(_BOTH)
    return divmod(best, _WAYS), deep


def _of_ways(deep: Float[np.ndarray, "m n n"]) -> Float[np.ndarray, "m w"]:
    """How deep both sides are in each other for every way of both forearms, from `depths`, in [m]."""
    hand = deep[:, _BENDS:].max(axis=1, keepdims=True)
    parts = [slice(first, first + _WAYS) for first in range(0, _BENDS, _WAYS)]
    rows = reduce(np.maximum, [deep[:, part] for part in parts], hand)
    hand = np.maximum(rows[..., _BENDS:].max(axis=2, keepdims=True), 0.0)
    return reduce(np.maximum, [rows[..., part] for part in parts], hand).reshape(len(deep), -1)


def _shifted(
    mine: Float[np.ndarray, "m 3 b"], other: Float[np.ndarray, "m 3 b"], share: Float[np.ndarray, " m"]
) -> Float[np.ndarray, " 3"]:
    """The move of a hand and its forearm that leaves least in the way, in [m]."""
    (size, _, scale), (_, moved, scales) = sizes(), sizes(moves=len(_SHIFTS))
    stays = as_left(other, size)
    deep = _deepest(depths(stays, as_right(mine, size), scale))
    if deep.max() <= 0.0:
        return _SHIFTS[0]
    share = share.astype(np.float32)[:, None, None]

    def one(way: int) -> np.ndarray:
        return _deepest(depths(stays, as_right(mine + share * _SHIFTS[way, :, None], size), scale))

    def every(moments: np.ndarray) -> np.ndarray:
        moves = (share[moments] * _SHIFTS.T)[..., None]
        at = (mine[moments][:, :, None] + moves).reshape(len(moments), 3, -1)
        deep = depths(stays[moments], as_right(at, moved), scales).max(axis=1)
        return np.maximum(deep.reshape(len(moments), len(_SHIFTS), -1).max(axis=2), 0.0)

    search = Search(
        every=every,
        one=one,
        more=_SHIFT_COST * np.sqrt((_SHIFTS * _SHIFTS).sum(axis=1)),
        told=deep,
        least=np.zeros_like(deep),
    )
    return _SHIFTS[search.best(np.arange(len(_SHIFTS)))[0]]


def _one_way(values: Float[np.ndarray, "m k n"], way: int) -> Float[np.ndarray, "m k b"]:
    """A forearm's balls as it is tried one way, and the hand's, among all of a side."""
    return np.concatenate([values[..., way:_BENDS:_WAYS], values[..., _BENDS:]], axis=-1)


def _deepest(deep: Float[np.ndarray, "m k l"]) -> Float[np.ndarray, " m"]:
    """How deep both sides are in each other, in [m]."""
    return np.maximum(deep.reshape(len(deep), -1).max(axis=1), 0.0)


def depths(
    left: Float[np.ndarray, "m 6 k"], right: Float[np.ndarray, "m 6 l"], scale: Float[np.ndarray, "k l"]
) -> Float[np.ndarray, "m k l"]:
    """By how much all balls of both sides are nearer than they may come, nearly, in [m].

    From (r² − d²) / 2r, where r² − d² = r₁² − |p₁|² + r₂² − |p₂|² + 2 (r₁r₂ + p₁·p₂) is one product.
    """
    deep = left.swapaxes(-1, -2) @ right
    deep *= scale
    return deep


def as_left(at: Float[np.ndarray, "m 3 k"], size: Float[np.ndarray, " k"]) -> Float[np.ndarray, "m 6 k"]:
    """Balls at places as `depths` takes the left ones."""
    out = np.empty((len(at), 6, at.shape[2]), np.float32)
    np.multiply(at, 2.0, out=out[:, :3])
    out[:, 3], out[:, 5] = 2.0 * size, 1.0
    np.subtract(size * size, _squared(at), out=out[:, 4])
    return out


def as_right(at: Float[np.ndarray, "m 3 k"], size: Float[np.ndarray, " k"]) -> Float[np.ndarray, "m 6 k"]:
    """Balls at places as `depths` takes the right ones."""
    out = np.empty((len(at), 6, at.shape[2]), np.float32)
    out[:, :3], out[:, 3], out[:, 4] = at, size, 1.0
    np.subtract(size * size, _squared(at), out=out[:, 5])
    return out


def _squared(at: Float[np.ndarray, "m 3 k"]) -> Float[np.ndarray, "m k"]:
    x, y, z = at[:, 0], at[:, 1], at[:, 2]
    return x * x + y * y + z * z


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
    chosen = spread(centres[LEFT], _BALLS, first=int(np.argmax(radii)))
    return centres[:, chosen], radii[chosen] + _FOR_OTHERS


@cache
def sizes(
    *, bends: int = 1, moves: int = 1
) -> tuple[Float[np.ndarray, " k"], Float[np.ndarray, " l"], Float[np.ndarray, "k l"]]:
    """Radii of both sides' balls with half of what they keep apart, and half of 1 by their sums, in [m].

    Args:
        bends: So many ways of a forearm.
        moves: So many moves of the right one of both sides.
    """
    arm, hand = (radii + np.float32(0.5 * _MARGIN) for radii in (ARM_RADII, _few()[1]))
    left = np.concatenate([np.repeat(arm, bends), hand]).astype(np.float32)
    right = np.tile(left, moves)
    return left, right, 0.5 / (left[:, None] + right)
