"""Pose: from contacts in chart coordinates to hands and arms in space.

Positions in contact are on the skin exactly at every sample. Frames are found ten times a
second; how hands lean, fingers bend and where the elbows are, at every third of these rows.
Between the rows all of it is interpolated smoothly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float, Int
from scipy.ndimage import maximum_filter1d, minimum_filter1d

from effleurage.anatomy import Surface, hands
from effleurage.limits import motion_limits
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose.calm import calm
from effleurage.planning._pose.clasp import clasped, within
from effleurage.planning._pose.flights import Flights, straightened, turned
from effleurage.planning._pose.frames import frames, touched
from effleurage.planning._pose.keys import Keys
from effleurage.planning._pose.moments import Moments
from effleurage.planning._pose.points import weights
from effleurage.planning._pose.settle import aside, leant, tipped
from effleurage.planning._rhythm import smooth
from effleurage.planning._track import Track
from effleurage.spatial import length, one_sign, runs

_FRAME_RATE, _HANDS_EVERY = 10.0, 3
"""Rows a second at which frames are found, in [Hz], and every which of them hands and arms."""

_CALM = 0.95
"""Hands in the air give way with this share of the acceleration that they may have."""

_LATER = (0.0, 0.5, 0.7, 0.9, 1.2)
"""They begin to give way so much more slowly where they would have to do so with a jerk, in [s]."""

_MOMENT = 0.2
"""A hand that does not give way for less than twice this still does, in [s]."""

_UP = np.array([0.0, 0.0, 1.0])


@final
@dataclass(frozen=True, kw_only=True)
class Posed:
    """What the pose pass adds to a track; as in `Samples`.

    Attributes:
        position: Centre of the contact patch, in [m].
        orientation: Contact frame, quaternion wxyz.
        elbow: The giver's elbow, in [m].
        fingers: Weights of the finger shapes and of the bends to the skin.
    """

    position: Float[np.ndarray, "t 2 3"]
    orientation: Float[np.ndarray, "t 2 4"]
    elbow: Float[np.ndarray, "t 2 3"]
    fingers: Float[np.ndarray, "t 2 s"]


def pose(
    surfaces: Sequence[Surface], track: Track, *, flights: tuple[tuple[int, int, int], ...] = ()
) -> Posed:
    """Pose both hands over a track.

    Args:
        surfaces: The receiver's skin in every posture that `track.posture` weighs.
        track: What the strokes ask for.
        flights: Ways through the air that are straightened: (hand, start, stop).
    """
    count, rate = len(track), track.rate
    step = max(1, round(rate / _FRAME_RATE))
    fine = Keys(step, count)
    coarse = Keys(_HANDS_EVERY, len(fine))
    at = fine.rows[coarse.rows]
    position, R = frames(surfaces, track, fine.rows)
    moments = Moments(surfaces, track, at, position[coarse.rows])
    lean = coarse.between(moments.leans(position[coarse.rows], R[coarse.rows]))
    R = aside(leant(R, lean[..., :2]), lean[..., 2])
    position, R = _clasped(track, fine.rows, position, R)

    drawn = np.where(track.contact[..., None], touched(surfaces, track), fine.between(position))
    turn = one_sign(hands.quaternion(R))
    if flights:
        ways = Flights.of(flights, count)
        drawn, turn = _flown(ways, fine, drawn, turn)
    turn = calm(turn, track.time[fine.rows])
    slow = Keys(_HANDS_EVERY * step, count)
    turn, R, rise = _touching(moments, turn, drawn[fine.rows], lean, fine.rows)
    carriers = moments.carriers(drawn[at], R[coarse.rows], rise[coarse.rows])
    shift, swing = moments.given_way(carriers)
    away = calmed(drawn, slow.between(shift), moments.free, track, rate)
    drawn = drawn + away
    elbow, level = moments.laid(carriers, swing, coarse, drawn[fine.rows], R, rise, fine.rows)
    both = fine.between(np.concatenate([elbow, level, rise[..., None]], axis=-1))
    fingers = np.empty((count, 2, len(hands.SHAPES)))
    fingers[..., : len(hands.BASES)] = track.fingers
    weights(both[..., 3:9], out=fingers[..., len(hands.BASES) :])
    fingers[..., -1] = np.clip(both[..., 9], -0.3, 1.0)
    orientation = hands.unit(fine.between(turn))
    elbow = drawn + both[..., :3]
    unknown = (track.chart < 0) & ~track.clasps
    for values in (drawn, orientation, elbow):
        values[unknown] = np.nan
    return Posed(position=drawn, orientation=orientation, elbow=elbow, fingers=fingers)


def _touching(
    moments: Moments,
    turn: Float[np.ndarray, "k 2 4"],
    position: Float[np.ndarray, "k 2 3"],
    lean: Float[np.ndarray, "k 2 3"],
    rows: Int[np.ndarray, " k"],
) -> tuple[Float[np.ndarray, "k 2 4"], Float[np.ndarray, "k 2 3 3"], Float[np.ndarray, "k 2"]]:
    """Quaternions and axes of tools that lie on the skin at all these rows, and how they are raised."""
    turn = hands.unit(turn)
    R = hands.matrix(turn)
    more, rise = moments.touched(position, R, lean[..., :2], rows)
    return tipped(turn, more), leant(R, more), rise


def calmed(
    drawn: Float[np.ndarray, "t 2 3"],
    shift: Float[np.ndarray, "t 2 3"],
    free: Float[np.ndarray, "t 2"],
    track: Track,
    rate: float,
) -> Float[np.ndarray, "t 2 3"]:
    """How far hands give way, more slowly or less over a whole spell in the air where that would jerk them.

    Args:
        drawn: Positions without giving way, in [m].
        shift: How far each hand would give way if it were free, in [m].
        free: How free it is.
        track: What the strokes ask for; a clasping hand goes wholly with the arm that it holds.
        rate: Rows a second, in [Hz].
    """
    most = _CALM * motion_limits().air_acceleration / (rate * rate)
    own = length(np.diff(np.nan_to_num(drawn), 2, axis=0))
    away = free[..., None] * shift
    # What passes through nothing for a moment is one way all the same.
    window = 2 * round(_MOMENT * rate) + 1
    moving = maximum_filter1d(np.any(away != 0.0, axis=-1), window, axis=0)
    moving = minimum_filter1d(moving, window, axis=0)
    for side in (LEFT, RIGHT):
        held = track.clasps[:, side]
        lies = within(track.time, held)
        for start, stop in runs(moving[:, side] & (free[:, side] > 0.0)):
            first, last = max(start - 2, 0), min(stop + 2, len(away))
            whole, left = away[first:last, side].copy(), most - own[first : last - 2, side]
            ends = np.minimum(np.arange(first, last) - start + 1, stop - np.arange(first, last)) / rate
            share, part = 1.0, np.ones(len(ends))
            for later in _LATER:
                part = part if later == 0.0 else smooth(ends / later)
                more = length(np.diff(part[:, None] * whole, 2, axis=0))
                share = np.min((left / np.maximum(more, 1e-12))[~held[first : last - 2]], initial=1.0)
                if share >= 1.0:
                    break
            part = max(share, 0.0) * part
            part += lies[first:last] * (1.0 - part)
            away[start:stop, side] = (part[:, None] * whole)[start - first : stop - first]
    return away


def _flown(
    ways: Flights, fine: Keys, position: Float[np.ndarray, "t 2 3"], turn: Float[np.ndarray, "k 2 4"]
) -> tuple[Float[np.ndarray, "t 2 3"], Float[np.ndarray, "k 2 4"]]:
    """Positions and orientations with all flights straightened."""
    ends = [
        turn[np.searchsorted(fine.rows, rows).clip(0, len(fine) - 1), ways.mover]
        for rows in (ways.start, ways.stop)
    ]
    out = [hands.matrix(hands.unit(q))[..., 2] for q in ends]
    position = straightened(ways, position, hands.unit(out[0] + out[1] + _UP))
    key = np.full(fine.count, -1)
    key[fine.rows] = np.arange(len(fine))
    inside = key[ways.row] >= 0
    of, s = ways.flight[inside], ways.share[inside]
    turn = turn.copy()
    turn[key[ways.row[inside]], ways.hand[inside]] = turned(ends[0][of], ends[1][of], smooth(s))
    return position, one_sign(turn)


def _clasped(
    track: Track,
    rows: Int[np.ndarray, " k"],
    position: Float[np.ndarray, "k 2 3"],
    R: Float[np.ndarray, "k 2 3 3"],
) -> tuple[Float[np.ndarray, "k 2 3"], Float[np.ndarray, "k 2 3 3"]]:
    """A clasping hand lies across the other arm."""
    for side in (LEFT, RIGHT):
        held = np.flatnonzero(track.clasps[rows, side])
        if len(held) == 0:
            continue
        other = 1 - side
        R_arm, wrist = hands.model().carrier(
            other,
            position=position[held, other],
            R=R[held, other],
            fingers=hands.with_bends(track.fingers[rows[held], other]),
            tool=np.maximum(track.tool[rows[held], other], 0),
        )
        position[held, side], R[held, side] = clasped(
            side,
            R=R[held, side],
            position=position[held, side],
            R_arm=R_arm,
            wrist=wrist,
            shoulder=track.shoulders[rows[held], side],
            share=within(track.time, track.clasps[:, side])[rows[held]],
        )
    return position, R
