"""Over: the way of a hand through the air is bent so that it passes clear of the other hand and its arm.

Every way is bent as one arch, higher, to a side and back, as little as it takes: the best of some few
bends is chosen. An arch over the whole way stays gentle however large it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import final

import numpy as np
from jaxtyping import Bool, Float, Int

from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose.balls import (
    Swing,
    balls,
    on_both,
    reaches,
    rows_last,
    squared,
    turned,
    where,
)
from effleurage.planning._rhythm import smooth
from effleurage.spatial import length, runs

_BENDS = np.array(list(product((0.0, 0.06, 0.12, 0.20, 0.30), (0.0, -0.06, 0.06, -0.12, 0.12), (0.0, 0.12))))
_BENDS = _BENDS[np.argsort(np.linalg.norm(_BENDS, axis=1), kind="stable")]
"""Bends that are tried: up, aside, and back along the hand's own arm, in [m], the least ones first."""

_SKEWS = (1.0, 0.7, 1.5)
"""Arches that are highest in the middle of their way, before it, and after it: powers of the time passed."""

_ENOUGH = 0.008
"""Another skew is tried where balls are still too near each other by this much, in [m]."""

_AT_ONCE, _CLOSE = 6, -0.01
"""So many bends are tried at a time, in the order of what they cost for balls that are so near, in [m]."""

_BETWEEN = 2
"""Moments that are looked at from one row to the next: between rows everything goes straight."""

_RAMP = 0.4
"""An arch rises and falls over this share of its way."""

_COST = 0.04
"""What a bend of 1 m costs, in metres that balls are too near each other."""

_GENTLE = 0.08
"""A bend may be this large for every square second that its way takes, in [m/s²]."""

_TOGETHER = 0.08
"""Hands that fly side by side keep their distance to this, and do not give way to each other, in [m]."""

WAITS = 6.0
"""Longer in the air a hand waits somewhere: its flights there and back get an arch each, and its poses do not
depend on the whole of its way, in [s]."""

_MARGIN, _NEAR = 0.010, 0.65
_BALLS = 10


def arches(
    swing: Swing,
    *,
    R: Float[np.ndarray, "k 2 3 3"],
    wrists: Float[np.ndarray, "k 2 3"],
    free: Float[np.ndarray, "k 2"],
    still: Bool[np.ndarray, "k 2"],
    flights: Sequence[tuple[int, int, int]],
    step: float,
) -> Float[np.ndarray, "k 2 3"]:
    """How far each hand moves off its way at rows, before it is made free as `free` says, in [m].

    Args:
        swing: How the forearms are.
        R: Axes of the hands.
        wrists: The wrists, in [m].
        free: How free a hand is to move: 0 on the skin, 1 well over it.
        still: Hands that are not to move.
        flights: Ways from one place to another: hand, first row, and the one after the last.
        step: Time from row to row, in [s].
    """
    chosen, radii = _few()
    reach = reaches(radii, _MARGIN)[..., None]
    turn, place, ways = rows_last(R), rows_last(wrists), rows_last(swing.ways())
    at = on_both(turn, place, ways, balls()[0][:, chosen])
    ways = turned(turn, ways)
    shift = np.zeros_like(wrists)
    apart = wrists[:, LEFT] - wrists[:, RIGHT]
    near = length(apart) < _NEAR
    moves = (free > 0.0) & ~still
    for side in (LEFT, RIGHT):
        other = at[1 - side] + rows_last(free[:, 1 - side, None] * shift[:, 1 - side])[:, None]
        for start, stop in _ways(moves[:, side], [way for hand, *way in flights if hand == side], step):
            time = (stop - start + 1) * step
            if stop - start < 2 or not near[start:stop].any():
                continue
            if np.linalg.norm(np.ptp(apart[start:stop], axis=0)) < _TOGETHER:
                continue
            shift[start:stop, side] = _arch(
                _finer(at[side, ..., start:stop]),
                _finer(other[..., start:stop]),
                reach,
                _axes(wrists[start:stop, side], ways[side, :, start:stop].mean(axis=-1)),
                free[start:stop, side],
                most=_GENTLE * time * time,
            )
    return shift


def _ways(
    moves: Bool[np.ndarray, " k"], flights: Sequence[Sequence[int]], step: float
) -> Iterator[tuple[int, int]]:
    """Spells in the air that get one arch each: where a hand waits between, every flight by itself."""
    for start, stop in runs(moves):
        if (stop - start + 1) * step <= WAITS:
            yield start, stop
            continue
        for begin, end in flights:
            if begin < stop and end > start:
                yield max(begin, start), min(end, stop)


@cache
def _few() -> tuple[Int[np.ndarray, " b"], Float[np.ndarray, " b"]]:
    """Some of a hand's balls, far from each other, and radii that make up for the others."""
    centres, radii = balls()
    chosen = [int(np.argmax(radii))]
    while len(chosen) < _BALLS:
        away = np.linalg.norm(centres[LEFT][:, None] - centres[LEFT][chosen], axis=-1).min(axis=1)
        chosen.append(int(np.argmax(away)))
    return np.array(chosen), radii[chosen] + 0.002


def _finer(values: Float[np.ndarray, "*b r"]) -> Float[np.ndarray, "*b q"]:
    """Values at rows and at moments between them."""
    count = values.shape[-1]
    at = np.arange((count - 1) * _BETWEEN + 1) / _BETWEEN
    row = np.minimum(at.astype(int), count - 2)
    share = (at - row).astype(values.dtype)
    return (1 - share) * values[..., row] + share * values[..., row + 1]


def _bump(count: int, skew: float) -> Float[np.ndarray, " n"]:
    s = ((np.arange(count) + 1.0) / (count + 1.0)) ** skew
    return smooth(s / _RAMP) * smooth((1.0 - s) / _RAMP)


def _axes(wrists: Float[np.ndarray, "r 3"], arm: Float[np.ndarray, " 3"]) -> Float[np.ndarray, "3 3"]:
    """Rows: up, level across a way, and level back along the forearm."""
    way, back = wrists[-1] - wrists[0], arm * [1.0, 1.0, 0.0]
    across = np.array([-way[1], way[0], 0.0])
    size = float(np.linalg.norm(across))
    across = across / size if size > 0.03 else np.array([0.0, 1.0, 0.0])
    return np.stack([np.array([0.0, 0.0, 1.0]), across, back / max(float(np.linalg.norm(back)), 1e-6)])


def _arch(
    mine: Float[np.ndarray, "3 b q"],
    other: Float[np.ndarray, "3 b q"],
    reach: Float[np.ndarray, "b b 1"],
    axes: Float[np.ndarray, "3 3"],
    free: Float[np.ndarray, " r"],
    *,
    most: float,
) -> Float[np.ndarray, "r 3"]:
    """The arch of one way that leaves least in the way, before it is made free, in [m].

    Args:
        mine: The hand's balls at moments of the way.
        other: The other hand's.
        reach: How near two balls may come, in [m].
        axes: Rows: up, aside, back.
        free: How free the hand is at the way's rows.
        most: Largest bend, in [m].
    """
    found, away = np.zeros((len(free), 3)), squared(mine, other)
    if not (away < reach * reach).any():
        return found
    size = np.linalg.norm(_BENDS, axis=1)
    bends, size = _BENDS[size <= most] @ axes, size[size <= most]
    moment, first, second = where((away < (reach + size.max()) ** 2).transpose(2, 0, 1))
    pairs = _Pairs(
        moment=moment,
        begins=np.flatnonzero(np.diff(moment, prepend=-1)),
        apart=mine[:, first, moment] - other[:, second, moment],
        away=away[first, second, moment],
        reach=reach[first, second, 0],
    )
    close = pairs.nearer(_CLOSE)
    best = left = np.inf
    for skew in _SKEWS:
        bump = _bump(len(free), skew)
        share = _finer(bump * free)
        # No bend costs less than it does for the few pairs that are close already.
        least, _ = _costs(close.deepest(bends, share), size, len(pairs.begins))
        order = np.argsort(least, kind="stable")
        for begin in range(0, len(order), _AT_ONCE):
            tried = order[begin : begin + _AT_ONCE]
            if least[tried[0]] >= best:
                break
            cost, deepest = _costs(pairs.deepest(bends[tried], share), size[tried], len(pairs.begins))
            number = int(np.argmin(cost))
            if cost[number] < best:
                best, left = float(cost[number]), float(deepest[number])
                found = bump[:, None] * bends[tried[number]]
        if left < _ENOUGH:
            break
    return found


def _costs(
    deep: Float[np.ndarray, "c m"], size: Float[np.ndarray, " c"], moments: int
) -> tuple[Float[np.ndarray, " c"], Float[np.ndarray, " c"]]:
    """What bends of a size cost that leave balls so near at some of the moments, and the nearest, in [m]."""
    deepest = deep.max(axis=1, initial=0.0)
    spread = np.sqrt(np.einsum("cm,cm->c", deep, deep) / moments)
    return 0.5 * (spread + deepest) + _COST * size, deepest


@final
@dataclass(frozen=True, kw_only=True)
class _Pairs:
    """Balls of both sides that may meet on a way, in the order of its moments.

    Attributes:
        moment: When.
        begins: Where each moment's pairs begin.
        apart: From the other hand's ball to this hand's, in [m].
        away: The square of that, in [m²].
        reach: How near the two may come, in [m].
    """

    moment: Int[np.ndarray, " p"]
    begins: Int[np.ndarray, " m"]
    apart: Float[np.ndarray, "3 p"]
    away: Float[np.ndarray, " p"]
    reach: Float[np.ndarray, " p"]

    def nearer(self, depth: float) -> "_Pairs":
        """Those that are nearer than they may come, or nearly so, by this much, in [m]."""
        mine = np.flatnonzero(self.away < (self.reach - depth) ** 2)
        return _Pairs(
            moment=self.moment[mine],
            begins=np.flatnonzero(np.diff(self.moment[mine], prepend=-1)),
            apart=self.apart[:, mine],
            away=self.away[mine],
            reach=self.reach[mine],
        )

    def deepest(
        self, bends: Float[np.ndarray, "c 3"], share: Float[np.ndarray, " q"]
    ) -> Float[np.ndarray, "c m"]:
        """By how much the worst pair is too near for every bend, at moments when any pair may meet, in [m].

        Args:
            bends: Bends.
            share: How much of a bend there is at a moment.
        """
        part = share[self.moment].astype(np.float32)
        # |a + s b|² = |a|² + s (2 a·b + s |b|²), so that a bend costs little for a pair of balls.
        away = np.matmul(2.0 * bends.astype(np.float32), self.apart)
        away += part * (bends * bends).sum(axis=1, keepdims=True).astype(np.float32)
        away *= part
        away += self.away - self.reach * self.reach
        away *= -0.5 / self.reach
        return np.maximum.reduceat(away, self.begins, axis=1).clip(0.0)
