"""Spells: arms in whose way the other one comes go out of it in time, and smoothly.

Pushing row by row shows each row another way out, and a hand that comes down beside a forearm would make
it jump over at the last moment. So every spell in which arms would meet is solved as a whole: hands in
the air are off their way, and forearms higher or further to a side, over all of it and beginning well
before. Some few ways are tried, and what leaves least in the way is taken.
"""

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy.ndimage import maximum_filter1d

from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose.apart import near
from effleurage.planning._pose.balls import Swing
from effleurage.planning._pose.ways import FREE, HAND, Spell, depths, solved, tried
from effleurage.planning._rhythm import smooth
from effleurage.spatial import runs

_MET, _SOONER = 0.010, 0.004
"""Balls that are nearer by this than they may be make a spell; a hand in the air, whose fingers may be
bent, makes one so much sooner, in [m]."""

_AHEAD, _JOINED = 1.0, 1
"""Arms begin to give way so long before, and come back as long after, in [s]; spells that are so few rows
from each other are one."""


def in_time(
    swing: Swing,
    *,
    R: Float[np.ndarray, "k 2 3 3"],
    wrists: Float[np.ndarray, "k 2 3"],
    free: Float[np.ndarray, "k 2"],
    fixed: Bool[np.ndarray, "k 2"],
    step: float,
) -> tuple[Swing, Float[np.ndarray, "k 2 3"]]:
    """Forearms swung, and hands in the air moved, out of the other arm's way over whole spells.

    Args:
        swing: How the forearms would be without the other hand.
        R: Axes of the hands.
        wrists: The wrists, in [m].
        free: How free a hand is to move: 0 on the skin, 1 well over it.
        fixed: Forearms that do not swing.
        step: Time from row to row, in [s].

    Returns:
        The swings, and how far each hand moves before it is made free as `free` says, in [m].
    """
    shift = np.zeros_like(wrists)
    rows = near(swing, R=R, wrists=wrists)
    if len(rows) == 0:
        return swing, shift
    ahead, count = max(1, round(_AHEAD / step)), len(wrists)
    angles, place = np.stack([swing.rise, swing.aside], axis=-1), wrists.copy()
    for start, stop in _met(Spell.of(angles[:, None], R, wrists, free), rows, free):
        first, last = max(start - ahead, 0), min(stop + ahead, count)
        part, bump = slice(first, last), _bump(start - first, stop - start, last - stop)[:, None]
        ways, loose = tried(angles[part], bump * ~fixed[part]), bump * free[part]
        best, moves = solved(Spell.of(ways, R[part], place[part], loose))
        angles[part] = ways[:, best, (LEFT, RIGHT)]
        moved = bump[..., None] * moves
        shift[part] += moved
        place[part] += free[part, :, None] * moved
    return Swing(rise=angles[..., 0], aside=angles[..., 1]), shift


def _met(whole: Spell, rows: Int[np.ndarray, " n"], free: Float[np.ndarray, "k 2"]) -> list[tuple[int, int]]:
    """Spells, as rows from where to where, in which something would meet that can give way."""
    moments = np.unique(np.concatenate([2 * rows - 1, 2 * rows, 2 * rows + 1]).clip(0, len(whole.at) - 1))
    deep = depths(whole.at[moments])
    # A wrist stays where it is however the forearm swings, and so does a hand on the skin.
    swings = np.maximum(deep[:, HAND + 1 :].max(axis=(1, 2)), deep[:, :, HAND + 1 :].max(axis=(1, 2)))
    loose = free.max(axis=1)[moments // 2] > FREE
    met = np.zeros(len(free), bool)
    met[moments[np.where(loose, deep.max(axis=(1, 2)) + _SOONER, swings) > _MET] // 2] = True
    return list(runs(maximum_filter1d(met, 2 * _JOINED + 1)))


def _bump(before: int, inside: int, after: int) -> Float[np.ndarray, " r"]:
    """From nothing to 1 inside a spell and back."""
    up, down = (smooth((np.arange(count) + 1.0) / (count + 1.0)) for count in (before, after))
    return np.concatenate([up, np.ones(inside), down[::-1]])
