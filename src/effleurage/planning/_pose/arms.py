"""Arms: where the giver's elbows are.

The shoulders rest where the station has them and lean as far as the hands need. The elbow lies on
the circle on which upper arm and forearm meet, as near as it can to where the forearm would go on
straight from the hand; then the forearm is lifted until it is clear of the receiver.
"""

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy.ndimage import uniform_filter1d

from effleurage.anatomy import hands
from effleurage.planning._pose.balls import ARM_RADII, ARM_SHARES, Swing, rows_last
from effleurage.planning._pose.field import Field
from effleurage.planning._pose.giver import arm
from effleurage.spatial import dot, length

_CLEARANCE = 0.004
_ROUNDS = 3

_REST_LIFT = np.radians(40.0)
"""How far the forearm rises over the hand's plane where nothing else decides."""


_BEHIND = 0.30
"""The giver's shoulders come this far behind the wrists, the way that the fingers point, in [m]."""


def shoulders(
    rest: Float[np.ndarray, "k 2 3"],
    wrists: Float[np.ndarray, "k 2 3"],
    ahead: Float[np.ndarray, "k 2 3"],
    *,
    window: int,
) -> Float[np.ndarray, "k 2 3"]:
    """The shoulders, leant so that the wrists are in reach, and behind the hands if they can be.

    Args:
        rest: Where the station has them, in [m].
        wrists: Where the wrists are, in [m]; NaN where unknown.
        ahead: Where the fingers point.
        window: Number of rows over which the giver moves smoothly.
    """
    farthest = arm("reach") * (arm("upper_arm") + hands.model().forearm_length)
    level = np.nan_to_num(ahead.sum(axis=1)) * [1.0, 1.0, 0.0]
    level = uniform_filter1d(uniform_filter1d(level, window, axis=0), window, axis=0)
    level = level / np.maximum(np.linalg.norm(level, axis=1, keepdims=True), 1.0)
    behind = np.sum(level * np.nan_to_num((wrists - rest).mean(axis=1)), axis=1, keepdims=True)
    shift = -level * np.clip(_BEHIND - behind, 0.0, None)
    for _ in range(4):
        ways = np.nan_to_num(wrists - (rest + shift[:, None]))
        away = length(ways)[..., None]
        beyond = np.clip(away - farthest, 0.0, None) - np.clip(arm("near") - away, 0.0, None)
        beyond = np.where(away > 0, beyond, 0.0)
        step = np.sum(beyond * ways / np.maximum(away, 1e-9), axis=1)
        shift += 0.6 * step
    flat = np.linalg.norm(shift[:, :2], axis=1, keepdims=True)
    shift[:, :2] *= np.minimum(1.0, arm("lean") / np.maximum(flat, 1e-9))
    shift[:, 2] = np.clip(shift[:, 2], -arm("drop"), arm("drop"))
    shift = uniform_filter1d(uniform_filter1d(shift, window, axis=0), window, axis=0)
    return rest + shift[:, None]


def swings(
    R: Float[np.ndarray, "k 2 3 3"], wrists: Float[np.ndarray, "k 2 3"], shoulder: Float[np.ndarray, "k 2 3"]
) -> Swing:
    """How the forearms are before anything is in the way, within what wrists can do.

    Args:
        R: Axes of the hands.
        wrists: The wrists, in [m].
        shoulder: The shoulders, in [m].
    """
    below, above = hands.model().forearm_length, arm("upper_arm")
    straight = -np.cos(_REST_LIFT) * R[..., 0] + np.sin(_REST_LIFT) * R[..., 2]
    way = shoulder - wrists
    distance = length(way)[..., None]
    axis = way / np.maximum(distance, 1e-9)
    reach = np.clip(distance, abs(above - below) + 1e-3, above + below - 1e-3)
    foot = (below**2 - above**2 + reach**2) / (2 * reach)
    radius = np.sqrt(np.maximum(below**2 - foot**2, 0.0))
    aside = straight - axis * dot(straight, axis)[..., None]
    aside = aside / np.maximum(length(aside)[..., None], 1e-6)
    inside = (np.swapaxes(R, -1, -2) @ hands.unit(foot * axis + radius * aside)[..., None])[..., 0]
    extension, flexion, ulnar, radial = hands.model().wrist_limits
    to = Swing.toward(inside)
    return Swing(rise=np.clip(to.rise, -flexion, extension), aside=np.clip(to.aside, -radial, ulnar))


def along(swing: Swing, way: Float[np.ndarray, "2 3"], *, mask: Bool[np.ndarray, "k 2"]) -> Swing:
    """Forearms that carry a tool lie as the tool does, whatever the shoulder is like.

    Args:
        swing: How forearms would be.
        way: From wrist to elbow in the frame of such a forearm, left and right.
        mask: The forearms that carry one.
    """
    to = Swing.toward(hands.unit(way))
    return Swing(rise=np.where(mask, to.rise, swing.rise), aside=np.where(mask, to.aside, swing.aside))


def lifted(
    field: Field,
    side: Int[np.ndarray, " k"],
    *,
    R: Float[np.ndarray, "k 3 3"],
    wrists: Float[np.ndarray, "k 3"],
    rise: Float[np.ndarray, " k"],
    aside: Float[np.ndarray, " k"],
) -> Float[np.ndarray, " k"]:
    """The rise at which forearms are clear of the receiver, as far as wrists can, in [rad].

    Args:
        field: Distance to the receiver's skin.
        side: Which hand each is.
        R: Axes of the hands.
        wrists: The wrists, in [m].
        rise: How the forearms rise; see `Swing`.
        aside: How they go aside.
    """
    levers = (hands.model().forearm_length * ARM_SHARES).astype(np.float32)[:, None]
    off = (_CLEARANCE + ARM_RADII).astype(np.float32)[:, None]
    extension, rise, aside = hands.model().wrist_limits[0], rise.copy(), aside.astype(np.float32)
    level, over = np.cos(aside), np.where(side == 0, np.sin(aside), -np.sin(aside))
    # From the wrist a forearm goes as its swing says: so far to a side, and up by the rise.
    axes, place = rows_last(R), rows_last(wrists)
    across, back, up = axes[:, 1] * over, axes[:, 0] * -level, axes[:, 2] * level
    rows = np.arange(len(rise))
    for _ in range(_ROUNDS):
        lean = rise[rows].astype(np.float32)
        way = across[:, rows] + np.cos(lean) * back[:, rows] + np.sin(lean) * up[:, rows]
        away = field[rows].at(place[:, None, rows] + levers * way[:, None])
        lack = np.max((off - away) / levers, axis=0)
        low = (lack > 0.0) & (rise[rows] < extension)
        rows = rows[low]
        if len(rows) == 0:
            break
        rise[rows] = np.minimum(rise[rows] + np.minimum(1.15 * lack[low], 0.6), extension)
    return rise
