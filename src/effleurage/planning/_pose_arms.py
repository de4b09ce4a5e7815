"""Arms: where the giver's elbows are.

The shoulders rest where the station has them and lean as far as the hands need. The elbow lies on
the circle on which upper arm and forearm meet, as near as it can to where the forearm would go on
straight from the hand; then the forearm is lifted until it is clear of the receiver, and, where
the arms cross, the upper one until it is clear of the other hand and forearm.
"""

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy.ndimage import gaussian_filter1d, maximum_filter1d, uniform_filter1d

from effleurage.anatomy import hands
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose_apart import ARM_RADII, ARM_SHARES, capsules, gaps
from effleurage.planning._pose_field import Field
from effleurage.planning._pose_giver import arm

_CLEARANCE = 0.004
_UP = np.stack([np.linspace(0.0, 1.0, 6), np.zeros(6)], axis=-1)
_ASIDE = np.array([(lift, turn) for turn in (0.5, -0.5, 1.0, -1.0) for lift in (0.3, 0.65, 1.0)])
"""Bends of the wrist that are tried in turn, until the forearm is clear."""

_FREER = 0.5

_REST_LIFT = np.radians(24.0)
"""How far the forearm rises over the hand's plane where nothing else decides."""


def shoulders(
    rest: Float[np.ndarray, "k 2 3"], wrists: Float[np.ndarray, "k 2 3"], *, window: int
) -> Float[np.ndarray, "k 2 3"]:
    """The shoulders, leant so that the wrists are in reach.

    Args:
        rest: Where the station has them, in [m].
        wrists: Where the wrists are, in [m]; NaN where unknown.
        window: Number of rows over which the giver moves smoothly.
    """
    farthest = arm("reach") * (arm("upper_arm") + hands.model().forearm_length)
    shift = np.zeros((len(rest), 3))
    for _ in range(4):
        ways = np.nan_to_num(wrists - (rest + shift[:, None]))
        away = np.linalg.norm(ways, axis=-1, keepdims=True)
        beyond = np.clip(away - farthest, 0.0, None) - np.clip(arm("near") - away, 0.0, None)
        beyond = np.where(away > 0, beyond, 0.0)
        step = np.sum(beyond * ways / np.maximum(away, 1e-9), axis=1)
        shift += 0.6 * step
    flat = np.linalg.norm(shift[:, :2], axis=1, keepdims=True)
    shift[:, :2] *= np.minimum(1.0, arm("lean") / np.maximum(flat, 1e-9))
    shift[:, 2] = np.clip(shift[:, 2], -arm("drop"), arm("drop"))
    shift = uniform_filter1d(uniform_filter1d(shift, window, axis=0), window, axis=0)
    return rest + shift[:, None]


def elbows(
    field: Field,
    *,
    R: Float[np.ndarray, "k 2 3 3"],
    wrists: Float[np.ndarray, "k 2 3"],
    shoulder: Float[np.ndarray, "k 2 3"],
    carried: Bool[np.ndarray, "k 2"],
    upper: Int[np.ndarray, " k"],
    free: Float[np.ndarray, "k 2"],
) -> Float[np.ndarray, "k 2 3"]:
    """The elbows over time.

    Args:
        field: Distance to the receiver's skin.
        R: Axes of the hand, or of the forearm where that carries the tool.
        wrists: The wrists, in [m].
        shoulder: The shoulders, in [m].
        carried: The forearm carries the tool: the elbow follows from it.
        upper: Hand whose forearm is over the other's; −1 where no matter.
        free: How far a hand is off the skin, from 0 to 1; the freer one is over the other.
    """
    model = hands.model()
    length = model.forearm_length
    found = np.empty_like(wrists)
    lower = _preferred(R, wrists, shoulder)
    over = _over(R, wrists, wrists + length * lower)
    higher = np.where(free[:, LEFT] > free[:, RIGHT], LEFT, RIGHT)
    over = np.where(np.abs(free[:, LEFT] - free[:, RIGHT]) > _FREER, higher, over)
    over = np.where(upper < 0, over, upper)
    bend = np.zeros((*wrists.shape[:2], 2))
    for order in (0, 1):
        for side in (LEFT, RIGHT):
            rows = np.flatnonzero((over == side) == bool(order))
            other = 1 - side if order else None
            for tries in (_UP, _ASIDE):
                if len(rows) == 0:
                    break
                ways = np.stack(
                    [_bent(side, R[rows, side], lower[rows, side], np.array(bends)) for bends in tries]
                )
                at = wrists[rows, side][None, :, None] + length * ARM_SHARES[:, None] * ways[:, :, None]
                clear = np.min(field(at) - ARM_RADII, axis=-1)
                if other is not None:
                    blocks = capsules(other, R[rows, other], wrists[rows, other], found[rows, other])
                    apart, _ = gaps(at, ARM_RADII, *blocks)
                    clear = np.minimum(clear, apart.min(axis=(-2, -1)))
                fit = clear > _CLEARANCE
                first = np.where(fit.any(axis=0), np.argmax(fit, axis=0), np.argmax(clear, axis=0))
                bend[rows, side] = tries[first]
                chosen = ways[first, np.arange(len(rows))]
                found[rows, side] = wrists[rows, side] + length * chosen
                rows = rows[~fit.any(axis=0)]
    for side in (LEFT, RIGHT):
        lift = gaussian_filter1d(maximum_filter1d(bend[:, side, 0], 3), 1.0)
        turn = gaussian_filter1d(bend[:, side, 1], 1.0)
        way = _bent(side, R[:, side], lower[:, side], np.stack([lift, turn], axis=-1))
        rest = np.einsum("kij,j->ki", R[:, side], model.skins[side].heads[0])
        found[:, side] = wrists[:, side] + np.where(carried[:, side, None], rest, length * way)
    return found


def _over(
    R: Float[np.ndarray, "k 2 3 3"], wrists: Float[np.ndarray, "k 2 3"], elbow: Float[np.ndarray, "k 2 3"]
) -> Int[np.ndarray, " k"]:
    """The hand whose forearm is nearer to the other hand: a forearm can pass over a hand, not under it."""
    least = []
    for side in (LEFT, RIGHT):
        at = wrists[:, side, None] + ARM_SHARES[:, None] * (elbow[:, side] - wrists[:, side])[:, None]
        starts, ends, radii = capsules(1 - side, R[:, 1 - side], wrists[:, 1 - side], elbow[:, 1 - side])
        apart, _ = gaps(at, ARM_RADII, starts[:, 1:], ends[:, 1:], radii[1:])
        least.append(apart.min(axis=(-2, -1)))
    return np.where(least[LEFT] < least[RIGHT], LEFT, RIGHT)


def _preferred(
    R: Float[np.ndarray, "k 2 3 3"], wrists: Float[np.ndarray, "k 2 3"], shoulder: Float[np.ndarray, "k 2 3"]
) -> Float[np.ndarray, "k 2 3"]:
    """Direction from wrist to elbow in the body frame, before anything is in the way."""
    length, above = hands.model().forearm_length, arm("upper_arm")
    straight = -np.cos(_REST_LIFT) * R[..., 0] + np.sin(_REST_LIFT) * R[..., 2]
    way = shoulder - wrists
    distance = np.linalg.norm(way, axis=-1, keepdims=True)
    axis = way / np.maximum(distance, 1e-9)
    reach = np.clip(distance, abs(above - length) + 1e-3, above + length - 1e-3)
    foot = (length**2 - above**2 + reach**2) / (2 * reach)
    radius = np.sqrt(np.maximum(length**2 - foot**2, 0.0))
    aside = straight - axis * np.sum(straight * axis, axis=-1, keepdims=True)
    aside = aside / np.maximum(np.linalg.norm(aside, axis=-1, keepdims=True), 1e-6)
    return hands.unit(foot * axis + radius * aside)


def _bent(
    side: int, R: Float[np.ndarray, "k 3 3"], way: Float[np.ndarray, "k 3"], bends: Float[np.ndarray, "*k 2"]
) -> Float[np.ndarray, "k 3"]:
    """A direction within what the wrist can do, part of the way to its full extension, and aside.

    Args:
        side: Which hand.
        R: Axes of the hand.
        way: The direction wanted.
        bends: Share of the way up to full extension, and toward the little finger (1) or thumb (−1).
    """
    model = hands.model()
    lift, turn = bends[..., 0], bends[..., 1]
    extension, _, ulnar, radial = model.wrist_limits
    inside = model.within_wrist(side, np.einsum("kji,kj->ki", R, way))
    little = 1.0 if side == LEFT else -1.0
    aside = little * np.arcsin(np.clip(inside[:, 1], -1.0, 1.0))
    aside = aside + np.where(turn > 0, turn * (ulnar - aside), -turn * (-radial - aside))
    rise = np.arctan2(inside[:, 2], -inside[:, 0])
    rise = rise + lift * (np.maximum(rise, extension) - rise)
    level = np.cos(aside)
    bent = np.stack([-level * np.cos(rise), little * np.sin(aside), level * np.sin(rise)], axis=-1)
    return np.einsum("kij,kj->ki", R, bent)
