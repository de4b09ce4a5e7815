"""The track: what the traced and timed strokes ask of both hands, before hands and arms are posed."""

from dataclasses import dataclass, fields
from typing import final

import numpy as np
from jaxtyping import Bool, Float, Int

from effleurage.anatomy import hands
from effleurage.performance import TOOLS


@final
@dataclass(frozen=True, kw_only=True)
class Track:
    """Both hands over time in chart coordinates; t samples, the hand axis is `HANDS`.

    Every hand has a row at every time. A hand in the air is somewhere above a chart, `lift`
    metres over it. A hand at a part without a chart has `chart` −1 and NaN coordinates, and its
    pose stays unknown.

    Attributes:
        time: Seconds from the beginning, strictly increasing.
        posture: Weights of the surfaces that `pose` is given, summing to 1: one of them is 1 but
            while the receiver changes posture, when they blend smoothly from one to the next.
        chart: Index into `charts`; −1 for none.
        along: Chart coordinate u of the tool's contact centre (or of the point below it).
        across: Chart coordinate v.
        lift: Height of the contact centre over the skin along the smoothed normal, in [m]; 0 in
            contact.
        heading: Angle of the tool's x axis (wrist to fingertips, elbow to wrist) in the skin's
            tangent plane, from the direction of growing `along` toward the receiver's left, in
            [rad], continuous in time (unwrapped).
        tool: Index into `TOOLS`, −1 for none (posed as a palm). In the air it is the tool of the
            contact before or after.
        fingers: Weights of the shapes that strokes ask for, summing to 1, blending smoothly in time.
        force: Normal force, in [N].
        contact: The tool touches the skin.
        phase: A `Phase`.
        segment: Index of the segment that moves this hand.
        shoulders: The giver's shoulder joints where the giver is at rest at the station, in the
            body frame, in [m] (see `giver_shoulders`); the pose pass lets the giver lean from
            there as far as the hands need.
        upper: Which hand's forearm passes over the other (`LEFT`, `RIGHT`), −1 where no matter.
        clasps: This hand clasps the other one and goes with it: its own chart coordinates are
            then ignored and it is posed on the back of the other hand, without contact.
        charts: Names behind `chart`.
    """

    time: Float[np.ndarray, " t"]
    posture: Float[np.ndarray, "t p"]
    chart: Int[np.ndarray, "t 2"]
    along: Float[np.ndarray, "t 2"]
    across: Float[np.ndarray, "t 2"]
    lift: Float[np.ndarray, "t 2"]
    heading: Float[np.ndarray, "t 2"]
    tool: Int[np.ndarray, "t 2"]
    fingers: Float[np.ndarray, "t 2 b"]
    force: Float[np.ndarray, "t 2"]
    contact: Bool[np.ndarray, "t 2"]
    phase: Int[np.ndarray, "t 2"]
    segment: Int[np.ndarray, "t 2"]
    shoulders: Float[np.ndarray, "t 2 3"]
    upper: Int[np.ndarray, " t"]
    clasps: Bool[np.ndarray, "t 2"]
    charts: tuple[str, ...] = ("back", "head")

    def __post_init__(self) -> None:
        assert np.all(self.tool < len(TOOLS))
        assert self.fingers.shape[-1] == len(hands.BASES)
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, np.ndarray):
                value.setflags(write=False)

    def __len__(self) -> int:
        return len(self.time)

    @property
    def rate(self) -> float:
        """Samples a second, in [Hz]; 1 where there is but one."""
        return (len(self) - 1) / float(self.time[-1] - self.time[0]) if len(self) > 1 else 1.0
