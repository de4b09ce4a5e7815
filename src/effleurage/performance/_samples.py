"""Samples: both hands over time, as arrays of time × hand."""

from dataclasses import dataclass, fields
from enum import IntEnum
from typing import final

import numpy as np
from jaxtyping import Bool, Float, Int

LEFT, RIGHT = 0, 1
HANDS = ("left", "right")
"""The second axis of every array: the giver's hands."""

TOOLS = ("palm", "heel", "fingertips", "thumb", "grip", "knuckles", "fist", "forearm", "elbow", "edge")
"""Names behind `Samples.tool`; −1 is none."""

_GIVING = ("index", "middle", "ring", "little", "thumb", "hand")
FINGER_BENDS = (*(f"{part}_round" for part in _GIVING), *(f"{part}_back" for part in _GIVING), "raised")
"""What the pose pass adds so that the hand lies on curved skin, each with a weight between 0 and 1.

A digit bends round the skin or back from it, the hand likewise where it follows its forearm, and a
palm or forearm is raised to bridge a hollow (or, below 0, pressed in to touch with more of itself).
"""

FINGER_SHAPES = (
    *("relaxed", "flat", "splayed", "fist", "thumb", "fingertips", "grip", "forearm"),
    *FINGER_BENDS,
)
"""What `Samples.fingers` weighs: shapes that strokes ask for, with weights that sum to 1, then bends."""


class Phase(IntEnum):
    """What a hand does at a sample."""

    AIR = 0
    PLACE = 1
    STROKE = 2
    HOLD = 3
    RETURN = 4
    TRANSFER = 5


PHASES = tuple(phase.name.lower() for phase in Phase)


@final
@dataclass(frozen=True, kw_only=True)
class Samples:
    """Both hands over time; t samples, the hand axis is `HANDS`.

    Attributes:
        time: Seconds from the beginning, strictly increasing.
        position: Centre of the tool's contact patch, in the body frame, in [m]; on the skin of
            the block's posture when in contact; NaN on a part without a chart.
        orientation: Unit quaternion wxyz: z out of the skin, x along the tool (wrist to
            fingertips, or elbow to wrist).
        elbow: The giver's elbow, in the body frame, in [m].
        chart: Index into the performance's chart names; −1 for none.
        along: Chart coordinate u; NaN without a chart.
        across: Chart coordinate v; NaN without a chart.
        force: Normal force, in [N]; for `grip` the squeeze of each pad.
        contact: The tool touches the skin.
        phase: A `Phase`.
        tool: Index into `TOOLS`, −1 for none.
        segment: Index of the segment that moves this hand.
        fingers: Weights of `FINGER_SHAPES`; those before the bends sum to 1.
    """

    time: Float[np.ndarray, " t"]
    position: Float[np.ndarray, "t 2 3"]
    orientation: Float[np.ndarray, "t 2 4"]
    elbow: Float[np.ndarray, "t 2 3"]
    chart: Int[np.ndarray, "t 2"]
    along: Float[np.ndarray, "t 2"]
    across: Float[np.ndarray, "t 2"]
    force: Float[np.ndarray, "t 2"]
    contact: Bool[np.ndarray, "t 2"]
    phase: Int[np.ndarray, "t 2"]
    tool: Int[np.ndarray, "t 2"]
    segment: Int[np.ndarray, "t 2"]
    fingers: Float[np.ndarray, "t 2 s"]

    def __post_init__(self) -> None:
        for field in fields(self):
            getattr(self, field.name).setflags(write=False)

    def __len__(self) -> int:
        return len(self.time)
