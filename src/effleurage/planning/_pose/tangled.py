"""Tangled: forearms that are far in the other arm or hand are laid anew.

Balls that are past each other push apart to the wrong side, so no pushing helps there: some few ways
for the forearms to go are tried, and the best one is taken.
"""

import itertools

import numpy as np
from jaxtyping import Bool, Float

from effleurage.anatomy import hands
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose.apart import near
from effleurage.planning._pose.balls import ARM, Swing, balls, on_arms, on_hands, reaches, rows_last, squared

_SIDEWAYS, _HIGHER = (1.0, 0.3, -0.4), (0.0, 0.4)
"""How such forearms are tried anew: aside by these shares, and higher by these [rad]."""

_TANGLED, _CHANGE, _MARGIN = 0.012, 0.02, 0.006
"""Balls that are too near by this much are a tangle; what a change of 1 rad costs; how far balls keep apart,
in [m]."""


def untangled(
    swing: Swing,
    *,
    R: Float[np.ndarray, "k 2 3 3"],
    wrists: Float[np.ndarray, "k 2 3"],
    fixed: Bool[np.ndarray, "k 2"],
) -> Swing:
    """Forearms that are far in the other arm or hand, swung as the best of some few ways to be clear of it.

    Args:
        swing: How the forearms would be without the other hand.
        R: Axes of the hands.
        wrists: The wrists, in [m].
        fixed: Forearms that do not swing.
    """
    rows = near(swing, R=R, wrists=wrists)
    turn, place = rows_last(R[rows]), rows_last(wrists[rows])
    deep = _deepest(turn, place, Swing(rise=swing.rise[rows], aside=swing.aside[rows]))
    tangled = np.flatnonzero(deep > _TANGLED)
    rows, best, turn, place = rows[tangled], deep[tangled], turn[..., tangled], place[..., tangled]
    rise, aside, held = swing.rise.copy(), swing.aside.copy(), fixed[rows]
    extension = hands.model().wrist_limits[0]
    for shares in itertools.product(_SIDEWAYS, _SIDEWAYS):
        for higher in itertools.product(_HIGHER, _HIGHER):
            risen = np.where(held, swing.rise[rows], np.minimum(swing.rise[rows] + higher, extension))
            swung = np.where(held, swing.aside[rows], swing.aside[rows] * shares)
            change = np.abs(risen - swing.rise[rows]) + np.abs(swung - swing.aside[rows])
            deep = _deepest(turn, place, Swing(rise=risen, aside=swung)) + _CHANGE * change.sum(axis=1)
            better = deep < best
            best = np.where(better, deep, best)
            rise[rows[better]], aside[rows[better]] = risen[better], swung[better]
    return Swing(rise=rise, aside=aside)


def _deepest(
    R: Float[np.ndarray, "2 3 3 k"], wrists: Float[np.ndarray, "2 3 k"], swing: Swing
) -> Float[np.ndarray, " k"]:
    """By how much a ball of a forearm and one of the other side are too near, at most, in [m].

    What hands do to each other no swing of the forearms changes.
    """
    centres, radii = balls()
    reach = reaches(radii, _MARGIN)[..., None]
    arm = on_arms(R, wrists, rows_last(swing.ways()))
    hand = on_hands(R, wrists, centres)
    arms = reach[:ARM, :ARM] - np.sqrt(squared(arm[LEFT], arm[RIGHT]))
    left = reach[:ARM, ARM:] - np.sqrt(squared(arm[LEFT], hand[RIGHT]))
    right = reach[ARM:, :ARM] - np.sqrt(squared(hand[LEFT], arm[RIGHT]))
    deepest = np.maximum(arms.max(axis=(0, 1)), np.maximum(left.max(axis=(0, 1)), right.max(axis=(0, 1))))
    return np.maximum(deepest, 0.0)
