"""A run in time."""

from dataclasses import dataclass, replace
from typing import final

import numpy as np
from jaxtyping import Float, Int

from effleurage.planning._data import rows
from effleurage.planning._score import Cue


@final
@dataclass(frozen=True, kw_only=True)
class Played:
    """A run in time, from its first contact to its last; n samples of h hands.

    Attributes:
        along: Chart coordinate u.
        across: Chart coordinate v.
        heading: Angle of the tool from the head toward the receiver's left, in [rad].
        force: Asked normal force, in [N].
        most: What the place allows, in [N].
        phase: A `Phase`.
        cue: Index into `cues`.
        cues: The words.
    """

    along: Float[np.ndarray, "n h"]
    across: Float[np.ndarray, "n h"]
    heading: Float[np.ndarray, "n h"]
    force: Float[np.ndarray, " n"]
    most: Float[np.ndarray, "n h"]
    phase: Int[np.ndarray, " n"]
    cue: Int[np.ndarray, " n"]
    cues: tuple[Cue, ...]

    def __len__(self) -> int:
        return len(self.phase)


def longer(played: Played, count: int, rate: float) -> Played:
    """A run that stays `count` samples longer before it lifts."""
    ramp = rows()["ramp"]["lift"] * rate
    at = max(1, len(played) - round(ramp))

    def more(values: np.ndarray) -> np.ndarray:
        return np.concatenate([values[:at], np.repeat(values[at - 1 : at], count, 0), values[at:]])

    return replace(
        played,
        along=more(played.along),
        across=more(played.across),
        heading=more(played.heading),
        force=more(played.force),
        most=more(played.most),
        phase=more(played.phase),
        cue=more(played.cue),
    )
