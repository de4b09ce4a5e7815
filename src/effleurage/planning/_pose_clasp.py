"""Clasping: how a hand that lies on the giver's other forearm bends round it."""

import numpy as np
from jaxtyping import Float

from effleurage.anatomy import hands
from effleurage.performance import FINGER_SHAPES
from effleurage.planning._pose_field import Field
from effleurage.planning._pose_refine import refined

_STRIDE = 5
_FINE = 0.012
"""Spacing of the distances to an arm, which is thin, in [m]."""

_OPEN = np.array([0.0, -0.3, 0.02])
"""Bends from which it is begun: the thumb out of the way, the palm just off."""


def clasping(
    side: int,
    *,
    position: Float[np.ndarray, "k 3"],
    orientation: Float[np.ndarray, "k 4"],
    elbow: Float[np.ndarray, "k 3"],
    fingers: Float[np.ndarray, "k s"],
    R_arm: Float[np.ndarray, "k 3 3"],
    wrist: Float[np.ndarray, "k 3"],
) -> Float[np.ndarray, "k 3"]:
    """Bends of the clasping hand at rows where it lies on the arm, as `refined` gives them.

    Args:
        side: The clasping hand.
        position: Its contact centres, in [m].
        orientation: Its contact frames, quaternions wxyz.
        elbow: Its elbows, in [m].
        fingers: Weights of the shapes asked for.
        R_arm: Axes of the forearm that is clasped.
        wrist: The wrist of that arm, in [m].
    """
    # In the arm's own axes the arm stays and the clasping hand hardly moves: few rows tell all.
    some = np.arange(0, len(position), _STRIDE)
    turn = np.swapaxes(R_arm[some], -1, -2)

    def seen(points: Float[np.ndarray, "r 3"]) -> Float[np.ndarray, "r 3"]:
        return (turn @ (points - wrist[some])[..., None])[..., 0]

    tool = np.full(len(some), hands.TOOLS.index("palm"))
    bends = refined(
        _arm_field(1 - side),
        side,
        bends=np.tile(_OPEN, (len(some), 1)),
        position=seen(position[some]),
        orientation=hands.quaternion(turn @ hands.matrix(orientation[some])),
        elbow=seen(elbow[some]),
        fingers=fingers[some],
        tool=tool,
        touching=np.zeros(len(some), bool),
    )
    return bends[np.arange(len(position)) // _STRIDE]


def _arm_field(side: int) -> Field:
    """Distance to a working forearm and its hand, in the forearm's axes, wrist at the origin."""
    model = hands.model()
    frame = model.frames[side][hands.TOOLS.index("forearm")]
    shape = np.eye(len(FINGER_SHAPES))[FINGER_SHAPES.index("forearm")]
    centre = shape @ frame.origins
    joints = model.pose(
        side,
        centre,
        hands.quaternion(frame.R_hand_contact),
        model.skins[side].heads[0],
        shape,
        np.array(hands.TOOLS.index("forearm")),
    )
    return Field(model.vertices(side, joints), model.skins[side].faces, step=_FINE)
