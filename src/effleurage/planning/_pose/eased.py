"""Eased: forearms that are still in the other's way at the end go out of it, and nothing jerks for it.

They are looked at as they will be, between the rows at which they are laid too: hands turn and move on
meanwhile. What a moment asks for is done in a rise that begins before it and ends after it, so that
nothing that was parted has to be smoothed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy.ndimage import maximum_filter1d

from effleurage.anatomy import hands
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose.apart import giving, meeting, near, ordered
from effleurage.planning._pose.balls import Swing, rows_last, turned
from effleurage.planning._pose.keys import Keys, widened

_ROUNDS = 8

_REACH = 4
"""A forearm begins to give way so many rows before."""

_MOST, _SETTLED = 0.30, 0.002
"""Largest swing of a forearm in one round, and what is done, in [rad]."""


@final
@dataclass(frozen=True, kw_only=True)
class Between:
    """Hands at the rows at which arms are laid, and at rows between them.

    Attributes:
        keys: Which of these rows are those at which arms are laid.
        R: Axes of the hands.
        wrists: The wrists, in [m].
    """

    keys: Keys
    R: Float[np.ndarray, "f 2 3 3"]
    wrists: Float[np.ndarray, "f 2 3"]

    def arms(self, swing: Swing) -> Float[np.ndarray, "f 2 3"]:
        """From wrists to elbows, which go smoothly from where they are laid to the next such row, in [m]."""
        arm = hands.model().forearm_length * swing.ways()
        return self.keys.between((self.R[self.keys.rows] @ arm[..., None])[..., 0])

    def swing(self, swing: Swing, rows: Int[np.ndarray, " n"]) -> Swing:
        """How forearms are at some of all rows."""
        inside = (np.swapaxes(self.R[rows], -1, -2) @ self.arms(swing)[rows][..., None])[..., 0]
        return Swing.toward(hands.unit(inside))


def eased(
    swing: Swing,
    hand: Between,
    *,
    fixed: Bool[np.ndarray, "k 2"],
    upper: Int[np.ndarray, " f"],
    lifted: Callable[[Swing, Bool[np.ndarray, "k 2"]], Swing],
) -> Swing:
    """Forearms swung out of each other's way, smoothly.

    Args:
        swing: How the forearms are.
        hand: The hands.
        fixed: Forearms that do not swing.
        upper: Hand whose forearm goes over the other's; −1 where no matter.
        lifted: Lifts forearms off the receiver, but for those that are held as they are.
    """
    gives = giving(upper)
    extension, flexion, ulnar, radial = hands.model().wrist_limits
    rows = np.arange(len(hand.R))
    for _ in range(_ROUNDS):
        now = hand.swing(swing, rows)
        close = near(now, R=hand.R[rows], wrists=hand.wrists[rows])
        place, turn = hand.wrists[rows[close]], rows_last(hand.R[rows[close]])
        order = ordered(place, upper[rows[close]])
        busy, met = meeting(turn, rows_last(place), rows_last(now.ways()[close]), order)
        if len(busy) == 0:
            break
        near_by, now = rows, Swing(rise=now.rise[close][busy], aside=now.aside[close][busy])
        rows, turn = rows[close[busy]], turn[..., busy]
        slopes = now.slopes()
        change = np.zeros((len(hand.R), 2, 2))
        for number, slope in enumerate(turned(turn, rows_last(slope)) for slope in slopes):
            for side in (LEFT, RIGHT):
                swung = gives[rows, side] * met.swings(side, slope[side])
                change[rows, side, number] = np.clip(swung, -_MOST, _MOST)
        change = np.where(fixed[..., None], 0.0, widened(change, _REACH * hand.keys.step)[hand.keys.rows])
        if np.abs(change).max() < _SETTLED:
            break
        before = swing
        swing = Swing(
            rise=np.clip(swing.rise + change[..., 0], -flexion, extension),
            aside=np.clip(swing.aside + change[..., 1], -radial, ulnar),
        )
        swing = lifted(swing, fixed | swing.same(before))
        # A row near which no forearm goes on would ask for the same again, in vain.
        moved = np.zeros(len(hand.R), bool)
        moved[hand.keys.rows] = swing.apart(before) > _SETTLED
        moved = maximum_filter1d(moved, 2 * (_REACH + 1) * hand.keys.step + 1)
        rows = near_by[moved[near_by]]
    return swing
