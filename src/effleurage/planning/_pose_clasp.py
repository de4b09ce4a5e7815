"""Clasping: how a hand lies on the giver's other forearm and bends round it."""

from functools import cache

import numpy as np
from jaxtyping import Bool, Float, Int

from effleurage.anatomy import hands
from effleurage.planning._pose_field import Field
from effleurage.planning._pose_fingers import conform

_CLASP = -0.035
"""Where the clasping palm lies: this far before the wrist joint, on the back of the arm, in [m]."""

_OFF = 0.011
"""How far its contact centre is off the other arm's skin, in [m]."""

_TIME = 0.75
"""Time in which a hand goes over into the clasp and out of it, in [s]."""

_FINE = 0.012
"""Spacing of the distances to an arm, which is thin, in [m]."""


def within(time: Float[np.ndarray, " t"], mask: Bool[np.ndarray, " t"]) -> Float[np.ndarray, " t"]:
    """From 0 at the ends of every run of a mask to 1 inside it, smoothly."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(int)))
    share = np.zeros(len(time))
    for first, stop in edges.reshape(-1, 2):
        inside = time[first:stop]
        ramp = np.minimum(inside - time[first], time[stop - 1] - inside) / _TIME
        ramp = np.clip(ramp, 0.0, 1.0)
        share[first:stop] = ramp**3 * (10 - 15 * ramp + 6 * ramp**2)
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
    centre = wrist + R_arm @ np.array([_CLASP, 0.0, back + _OFF])
    ahead = centre - shoulder
    ahead = hands.unit(ahead - z * np.sum(z * ahead, axis=-1, keepdims=True))
    x = hands.unit((1 - share) * R[..., 0] + share * ahead)
    z = hands.unit((1 - share) * R[..., 2] + share * z)
    x = hands.unit(x - z * np.sum(z * x, axis=-1, keepdims=True))
    return position + share * (centre - position), np.stack([x, np.cross(z, x), z], axis=-1)


def clasping(
    side: int,
    *,
    R: Float[np.ndarray, "k 3 3"],
    p: Float[np.ndarray, "k 3"],
    fingers: Float[np.ndarray, "k w"],
    R_arm: Float[np.ndarray, "k 3 3"],
    wrist: Float[np.ndarray, "k 3"],
) -> Float[np.ndarray, "k 6"]:
    """Levels to which a hand that lies on the other forearm bends, as `conform` gives them.

    Args:
        side: The clasping hand.
        R: Its axes.
        p: Its wrists, in [m].
        fingers: Weights of the shapes asked for.
        R_arm: Axes of the forearm that is clasped.
        wrist: The wrist of that arm, in [m].
    """
    # In the arm's own axes the arm stays and the clasping hand hardly moves.
    turn = np.swapaxes(R_arm, -1, -2)
    palm: Int[np.ndarray, " k"] = np.full(len(p), hands.TOOLS.index("palm"))
    return conform(
        _arm_field(1 - side),
        side,
        R=turn @ R,
        p=(turn @ (p - wrist)[..., None])[..., 0],
        lift=np.zeros(len(p)),
        fingers=fingers,
        tool=palm,
    )


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
    return Field(model.vertices(side, joints), model.skins[side].faces, step=_FINE)
