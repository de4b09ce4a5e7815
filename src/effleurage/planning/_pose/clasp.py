"""Clasping: how a hand lies on the giver's other forearm and bends round it.

The palm comes down on the back of the arm until the first of it touches, then every digit bends
round until it does. In the arm's own axes the arm is always the same: distances to it are known once.
"""

from functools import cache

import numpy as np
from jaxtyping import Bool, Float

from effleurage.anatomy import hands
from effleurage.planning._pose.field import Field, Grid
from effleurage.planning._pose.fingers import conform
from effleurage.planning._pose.flights import turned
from effleurage.planning._pose.points import points
from effleurage.planning._rhythm import smooth
from effleurage.spatial import cross, dot, runs

_PALM = hands.TOOLS.index("palm")

_CLASP = -0.05
"""Where the clasping palm lies: this far before the wrist joint, on the back of the arm, in [m]."""

_TOUCH = 0.003
"""Palm and digits come this near to the other arm: bone lies under both skins, so that none gives, in [m]."""

_SEATS, _SEAT_EVERY = 3, 3
"""Steps in which a palm is laid on the arm, and at every which row."""

_TIME = 0.75
"""Time in which a hand goes over into the clasp and out of it, in [s]."""

_FINE = 0.008
"""Spacing of the distances to an arm, which is thin, in [m]."""


def within(time: Float[np.ndarray, " t"], mask: Bool[np.ndarray, " t"]) -> Float[np.ndarray, " t"]:
    """From 0 at the ends of every run of a mask to 1 inside it, smoothly."""
    share = np.zeros(len(time))
    for first, stop in runs(mask):
        inside = time[first:stop]
        ramp = np.minimum(inside - time[first], time[stop - 1] - inside) / _TIME
        share[first:stop] = smooth(ramp)
    return share


def clasped(
    side: int,
    *,
    R: Float[np.ndarray, "k 3 3"],
    position: Float[np.ndarray, "k 3"],
    R_arm: Float[np.ndarray, "k 3 3"],
    wrist: Float[np.ndarray, "k 3"],
    shoulder: Float[np.ndarray, "k 3"],
    share: Float[np.ndarray, " k"],
) -> tuple[Float[np.ndarray, "k 3"], Float[np.ndarray, "k 3 3"]]:
    """Where a clasping palm is and how it stands: across the other arm, just before its wrist.

    Args:
        side: The clasping hand.
        R: Its frames where it waits.
        position: Its centres there, in [m].
        R_arm: Axes of the forearm that is clasped.
        wrist: The wrist of that arm, in [m].
        shoulder: The clasping arm's shoulder, in [m].
        share: How far it has come from waiting (0) into the clasp (1).
    """
    skin, share = hands.model().skins[1 - side], share[:, None]
    back = skin.vertices[np.abs(skin.vertices[:, 0] - _CLASP) < 0.03, 2].max()
    z = R_arm[..., 2]
    centre = wrist + R_arm @ np.array([_CLASP, 0.0, back])
    ahead = centre - shoulder
    ahead = hands.unit(ahead - z * dot(z, ahead)[..., None])
    lying = np.stack([ahead, cross(z, ahead), z], axis=-1)
    # Seen from the arm it hardly moves: some of the rows tell how high it lies at all of them.
    some = np.arange(0, len(centre), _SEAT_EVERY)
    seat = _seated(side, *_seen((R_arm[some], wrist[some]), lying[some], centre[some]))
    centre = centre + z * np.interp(np.arange(len(centre)), some, seat)[:, None]
    q = turned(hands.quaternion(R), hands.quaternion(lying), share[:, 0])
    return position + share * (centre - position), hands.matrix(hands.unit(q))


def _seated(side: int, R: Float[np.ndarray, "k 3 3"], p: Float[np.ndarray, "k 3"]) -> Float[np.ndarray, " k"]:
    """How far palms at contact centres p move along z until they just touch; all in the arm's axes."""
    field, flip = _arm_field(1 - side), np.array([1.0, 1.0 if side == 0 else -1.0, 1.0])
    tool = (hands.model().footprints[_PALM].points * flip).T.astype(np.float32)
    palm = np.concatenate([tool, points().soles[side, _PALM, :, points().own :]], axis=1)
    local, up = np.broadcast_to(palm, (len(p), *palm.shape)), np.zeros(len(p))
    for _ in range(_SEATS):
        up += _TOUCH - field.of(R, p + up[:, None] * R[..., 2], local).min(axis=1)
    return up


def clasping(
    side: int,
    *,
    R: Float[np.ndarray, "k 3 3"],
    p: Float[np.ndarray, "k 3"],
    fingers: Float[np.ndarray, "k w"],
    arm: tuple[Float[np.ndarray, "k 3 3"], Float[np.ndarray, "k 3"]],
) -> Float[np.ndarray, "k 6"]:
    """Levels to which a hand that lies on the other forearm bends, as `conform` gives them.

    Args:
        side: The clasping hand.
        R: Its axes.
        p: Its wrists, in [m].
        fingers: Weights of the shapes asked for.
        arm: Axes and wrists, in [m], of the forearms that are clasped.
    """
    R, p = _seen(arm, R, p)
    return conform(
        _arm_field(1 - side),
        np.full(len(p), side),
        R=R,
        p=p,
        lift=np.zeros(len(p)),
        fingers=fingers,
        tool=np.full(len(p), _PALM),
        touch=_TOUCH,
    )


def _seen(
    arm: tuple[Float[np.ndarray, "k 3 3"], Float[np.ndarray, "k 3"]],
    R: Float[np.ndarray, "k 3 3"],
    p: Float[np.ndarray, "k 3"],
) -> tuple[Float[np.ndarray, "k 3 3"], Float[np.ndarray, "k 3"]]:
    """Axes and points in the arm's own axes, where the arm stays and the clasping hand hardly moves."""
    turn = np.swapaxes(arm[0], -1, -2)
    return turn @ R, (turn @ (p - arm[1])[..., None])[..., 0]


@cache
def _arm_field(side: int) -> Field:
    """Distance to a working forearm and its hand, in the forearm's axes, wrist at the origin."""
    model = hands.model()
    number = hands.TOOLS.index("forearm")
    frame = model.frames[side][number]
    shape = np.eye(len(hands.SHAPES))[hands.SHAPES.index("forearm")]
    joints = model.pose(
        side,
        shape @ frame.origins,
        hands.quaternion(frame.R_hand_contact),
        model.skins[side].heads[0],
        shape,
        np.array(number),
    )
    return Field([Grid.around(model.vertices(side, joints), model.skins[side].faces, step=_FINE)])
