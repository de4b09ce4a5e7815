"""Over: the way of a hand through the air is bent so that it passes clear of the other hand and its arm.

Every way is bent as one arch, higher, to a side and back, as little as it takes: the best of some few
bends is chosen. An arch over the whole way stays gentle however large it is.
"""

from functools import cache
from itertools import product

import numpy as np
from jaxtyping import Bool, Float, Int

from effleurage.anatomy import hands
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose_apart import ARM_RADII, ARM_SHARES, Swing, balls
from effleurage.planning._rhythm import smooth

_BENDS = np.array(list(product((0.0, 0.06, 0.12, 0.20, 0.30), (0.0, -0.06, 0.06, -0.12, 0.12), (0.0, 0.12))))
_BENDS = _BENDS[np.argsort(np.linalg.norm(_BENDS, axis=1), kind="stable")]
"""Bends that are tried: up, aside, and back along the hand's own arm, in [m], the least ones first."""

_SKEWS = (1.0, 0.7, 1.5)
"""Arches that are highest in the middle of their way, before it, and after it: powers of the time passed."""

_ENOUGH = 0.008
"""Another skew is tried where balls are still too near each other by this much, in [m]."""

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

_LONG = 6.0
"""Longer in the air a hand waits somewhere, and one arch says nothing any more, in [s]."""

_MARGIN, _NEAR = 0.010, 0.65
_BALLS = 10


def arches(
    swing: Swing,
    *,
    R: Float[np.ndarray, "k 2 3 3"],
    wrists: Float[np.ndarray, "k 2 3"],
    free: Float[np.ndarray, "k 2"],
    still: Bool[np.ndarray, "k 2"],
    step: float,
) -> Float[np.ndarray, "k 2 3"]:
    """How far each hand moves off its way at rows, before it is made free as `free` says, in [m].

    Args:
        swing: How the forearms are.
        R: Axes of the hands.
        wrists: The wrists, in [m].
        free: How free a hand is to move: 0 on the skin, 1 well over it.
        still: Hands that are not to move.
        step: Time from row to row, in [s].
    """
    chosen, radii = _few()
    sizes = np.concatenate([ARM_RADII, radii])
    reach = (sizes[:, None] + sizes + _MARGIN).astype(np.float32)
    ways = (R @ swing.ways()[..., None])[..., 0]
    on_hand = wrists[:, :, None] + balls()[0][:, chosen] @ np.swapaxes(R, -1, -2)
    on_arm = wrists[:, :, None] + (hands.model().forearm_length * ARM_SHARES)[:, None] * ways[:, :, None]
    at = np.concatenate([on_arm, on_hand], axis=2).astype(np.float32)
    shift = np.zeros_like(wrists)
    apart = wrists[:, LEFT] - wrists[:, RIGHT]
    near = np.linalg.norm(apart, axis=1) < _NEAR
    moves = (free > 0.0) & ~still
    for side in (LEFT, RIGHT):
        other = at[:, 1 - side] + (free[:, 1 - side, None] * shift[:, 1 - side])[:, None].astype(np.float32)
        edges = np.flatnonzero(np.diff(np.concatenate([[0], moves[:, side].astype(int), [0]])))
        for start, stop in zip(edges[::2], edges[1::2], strict=True):
            time = (stop - start + 1) * step
            if stop - start < 2 or time > _LONG or not near[start:stop].any():
                continue
            if np.linalg.norm(np.ptp(apart[start:stop], axis=0)) < _TOGETHER:
                continue
            shift[start:stop, side] = _arch(
                _finer(at[start:stop, side]),
                _finer(other[start:stop]),
                reach,
                _axes(wrists[start:stop, side], ways[start:stop, side]),
                free[start:stop, side],
                most=_GENTLE * time * time,
            )
    return shift


@cache
def _few() -> tuple[Int[np.ndarray, " b"], Float[np.ndarray, " b"]]:
    """Some of a hand's balls, far from each other, and radii that make up for the others."""
    centres, radii = balls()
    chosen = [int(np.argmax(radii))]
    while len(chosen) < _BALLS:
        away = np.linalg.norm(centres[LEFT][:, None] - centres[LEFT][chosen], axis=-1).min(axis=1)
        chosen.append(int(np.argmax(away)))
    return np.array(chosen), radii[chosen] + 0.002


def _finer(values: Float[np.ndarray, "r ..."]) -> Float[np.ndarray, "q ..."]:
    """Values at rows and at moments between them."""
    at = np.arange((len(values) - 1) * _BETWEEN + 1) / _BETWEEN
    row = np.minimum(at.astype(int), len(values) - 2)
    share = (at - row).reshape(-1, *[1] * (values.ndim - 1)).astype(values.dtype)
    return (1 - share) * values[row] + share * values[row + 1]


def _bump(count: int, skew: float) -> Float[np.ndarray, " n"]:
    s = ((np.arange(count) + 1.0) / (count + 1.0)) ** skew
    return smooth(s / _RAMP) * smooth((1.0 - s) / _RAMP)


def _axes(wrists: Float[np.ndarray, "r 3"], ways: Float[np.ndarray, "r 3"]) -> Float[np.ndarray, "3 3"]:
    """Rows: up, level across a way, and level back along the forearm."""
    way, back = wrists[-1] - wrists[0], ways.mean(axis=0) * [1.0, 1.0, 0.0]
    across = np.array([-way[1], way[0], 0.0])
    length = float(np.linalg.norm(across))
    across = across / length if length > 0.03 else np.array([0.0, 1.0, 0.0])
    return np.stack([np.array([0.0, 0.0, 1.0]), across, back / max(float(np.linalg.norm(back)), 1e-6)])


def _arch(
    mine: Float[np.ndarray, "q b 3"],
    other: Float[np.ndarray, "q b 3"],
    reach: Float[np.ndarray, "b b"],
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
    bends = _BENDS[np.linalg.norm(_BENDS, axis=1) <= most]
    size = np.linalg.norm(bends, axis=1)
    bends = bends @ axes
    squared = sum((mine[:, :, None, d] - other[:, None, :, d]) ** 2 for d in range(3))
    largest = float(size.max())
    matters = np.flatnonzero((squared < (reach + largest) ** 2).any(axis=(1, 2)))
    best, found = np.inf, np.zeros((len(free), 3))
    if len(matters) == 0 or not (squared < reach**2).any():
        return found
    mine, other, squared = mine[matters], other[matters], squared[matters]
    for skew in _SKEWS:
        bump = _bump(len(free), skew)
        moved = (bends[:, None] * _finer(bump * free)[matters, None]).astype(np.float32)
        # |m + s - o|² from |m - o|², so that every bend costs two sums for a pair of balls.
        first, second = (2.0 * np.einsum("cqd,qbd->cqb", moved, each) for each in (mine, other))
        first += (moved * moved).sum(axis=-1)[..., None]
        away = squared + first[..., :, None] - second[..., None, :]
        deep = ((reach * reach - away) / (2.0 * reach)).max(axis=(2, 3)).clip(0.0)
        cost = 0.5 * (np.sqrt(np.mean(deep * deep, axis=1)) + deep.max(axis=1)) + _COST * size
        least = int(np.argmin(cost))
        if cost[least] < best:
            best, found = float(cost[least]), bump[:, None] * bends[least]
        if deep[least].max() < _ENOUGH:
            break
    return found
