"""Pose: from contacts in chart coordinates to hands and arms in space.

Positions in contact are on the skin exactly at every sample. Frames are found a dozen times a
second; how hands lean, fingers bend and where the elbows are, at every third of these rows.
Between the rows all of it is interpolated smoothly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy.ndimage import gaussian_filter1d, maximum_filter1d, minimum_filter1d

from effleurage.anatomy import Surface, hands
from effleurage.limits import motion_limits
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose_apart import Swing, parted, untangled
from effleurage.planning._pose_arms import along, lifted, shoulders, swings
from effleurage.planning._pose_clasp import clasped, clasping, within
from effleurage.planning._pose_field import Field
from effleurage.planning._pose_fingers import cleared, conform
from effleurage.planning._pose_flights import Flights, straightened, turned
from effleurage.planning._pose_frames import frames, touched
from effleurage.planning._pose_keys import Keys
from effleurage.planning._pose_over import arches
from effleurage.planning._pose_points import weights
from effleurage.planning._pose_settle import HEIGHT, leant, raised, settled, turned_aside
from effleurage.planning._rhythm import smooth
from effleurage.planning._track import Track
from effleurage.spatial import one_sign

_FRAME_RATE, _HANDS_EVERY = 12.5, 3
"""Rows a second at which frames are found, in [Hz], and every which of them hands and arms."""

_NEAR, _ABOUT = 0.06, 0.45
"""A hand lower than this over the skin bends to it; so far around the hands distances are known, in [m]."""

_BOUND_TIME, _FREE_TIME = 0.06, 0.55
"""After leaving the skin, and before touching it, a hand keeps to its way for a time, and comes to move
freely in a further time, in [s]."""

_CALM = 0.95
"""Hands in the air give way with this share of the acceleration that they may have."""

_AGAIN = 2
"""How often forearms are swung out of each other's way and lifted off the receiver, in turn."""

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
    count = len(track)
    rate = 1.0 / float(np.median(np.diff(track.time))) if count > 1 else 1.0
    fine = Keys.every(max(1, round(rate / _FRAME_RATE)), count)
    coarse = Keys.every(_HANDS_EVERY, len(fine))
    at = fine.rows[coarse.rows]
    position, R = frames(surfaces, track, fine.rows)
    moments = Moments(surfaces, track, at, position[coarse.rows])
    lean = coarse.between(moments.leans(position[coarse.rows], R[coarse.rows]))
    R = _aside(leant(R, lean[..., :2]), lean[..., 2])
    position, R = _clasped(track, fine.rows, position, R)

    drawn = np.where(track.contact[..., None], touched(surfaces, track), fine.between(position))
    turn = one_sign(hands.quaternion(R))
    if flights:
        ways = Flights.of(flights, count)
        drawn, turn = _flown(ways, fine, drawn, turn)
    shift, elbow, bends = moments.bodies(drawn[at], hands.matrix(hands.unit(turn[coarse.rows])))
    both = Keys(at, count).between(np.concatenate([shift, elbow, bends], axis=-1))
    drawn = drawn + calmed(drawn, _fade(track)[..., None] * both[..., :3], track, rate)
    fingers = np.array(track.fingers)
    fingers[..., len(hands.BASES) :] = weights(both[..., 6:12])
    fingers[..., -1] = np.clip(both[..., 12], -0.3, 1.0)
    orientation = hands.unit(fine.between(turn))
    elbow = drawn + both[..., 3:6]
    unknown = (track.chart < 0) & ~track.clasps
    for values in (drawn, orientation, elbow):
        values[unknown] = np.nan
    return Posed(position=drawn, orientation=orientation, elbow=elbow, fingers=fingers)


def calmed(
    drawn: Float[np.ndarray, "t 2 3"], away: Float[np.ndarray, "t 2 3"], track: Track, rate: float
) -> Float[np.ndarray, "t 2 3"]:
    """How far hands give way, lessened over a whole spell in the air where that would jerk them.

    Args:
        drawn: Positions without giving way, in [m].
        away: How far each hand gives way, in [m]; nothing on the skin.
        track: What the strokes ask for; a clasping hand goes with the arm that it holds.
        rate: Rows a second, in [Hz].
    """
    most = _CALM * motion_limits().air_acceleration
    own, more = (
        np.linalg.norm(np.diff(np.nan_to_num(way), 2, axis=0), axis=-1) * rate * rate for way in (drawn, away)
    )
    share = np.clip((most - own) / np.maximum(more, 1e-9), 0.0, 1.0)
    away = away.copy()
    for side in (LEFT, RIGHT):
        free = np.any(away[:, side] != 0.0, axis=-1).astype(int)
        turns = np.flatnonzero(np.diff(np.concatenate([[0], free, [0]])))
        for start, stop in zip(turns[::2], turns[1::2], strict=True):
            inner = share[max(start - 2, 0) : stop, side]
            if len(inner) and not track.clasps[start:stop, side].any():
                away[start:stop, side] *= inner.min()
    return away


def _aside(R: Float[np.ndarray, "*b 3 3"], angle: Float[np.ndarray, "*b"]) -> Float[np.ndarray, "*b 3 3"]:
    """Frames turned about their own z axis."""
    c, s = np.cos(angle)[..., None], np.sin(angle)[..., None]
    x, y, z = np.moveaxis(R, -1, 0)
    return np.stack([c * x + s * y, c * y - s * x, z], axis=-1)


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
        R_arm, wrist = hands.model().rest(
            other,
            position=position[held, other],
            orientation=hands.quaternion(R[held, other]),
            fingers=track.fingers[rows[held], other],
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


@final
class Moments:
    """The rows at which hands and arms are laid, and the skins that they are laid on."""

    def __init__(
        self,
        surfaces: Sequence[Surface],
        track: Track,
        rows: Int[np.ndarray, " k"],
        position: Float[np.ndarray, "k 2 3"],
    ) -> None:
        self.track, self.rows = track, rows
        self.tool = np.maximum(track.tool[rows], 0)
        self.lift, self.fingers = track.lift[rows], track.fingers[rows]
        self.clasps, self.known = track.clasps[rows], track.chart[rows] >= 0
        self.near = (self.lift < _NEAR) & self.known & ~self.clasps
        main = np.argmax(track.posture[rows], axis=1)
        self.skins: list[tuple[Field, Int[np.ndarray, " m"]]] = []
        for number, surface in enumerate(surfaces):
            mine = np.flatnonzero(main == number)
            if len(mine):
                places = position[mine].reshape(-1, 3)
                low = np.maximum(places.min(axis=0) - _ABOUT, surface.vertices.min(axis=0) - 0.04)
                high = np.minimum(places.max(axis=0) + _ABOUT, surface.vertices.max(axis=0) + 0.12)
                self.skins.append((Field(surface.vertices, surface.faces, low=low, high=high), mine))

    def _parts(self, mask: Bool[np.ndarray, "k 2"]):
        """Field, side and rows of every skin and side with rows in a mask."""
        for field, mine in self.skins:
            for side in (LEFT, RIGHT):
                rows = mine[mask[mine, side]]
                if len(rows):
                    yield field, side, rows

    def leans(
        self, position: Float[np.ndarray, "k 2 3"], R: Float[np.ndarray, "k 2 3 3"]
    ) -> Float[np.ndarray, "k 2 3"]:
        """How tools lean about x and y, and palms turn about z, in [rad]."""
        out = np.zeros((len(self.rows), 2, 3))
        for field, side, rows in self._parts(self.near):
            p, tool = position[rows, side], self.tool[rows, side]
            lean = settled(field, side, R=R[rows, side], p=p, tool=tool)
            out[rows, side, :2] = lean
            out[rows, side, 2] = turned_aside(
                field, side, R=leant(R[rows, side], lean), p=p, fingers=self.fingers[rows, side], tool=tool
            )
        out[..., 2] = gaussian_filter1d(out[..., 2], 1.5, axis=0)
        return out

    def bodies(
        self, position: Float[np.ndarray, "k 2 3"], R: Float[np.ndarray, "k 2 3 3"]
    ) -> tuple[Float[np.ndarray, "k 2 3"], Float[np.ndarray, "k 2 3"], Float[np.ndarray, "k 2 7"]]:
        """How far hands give way, elbows from the contact centre, and levels of bending with the rise."""
        model, track = hands.model(), self.track
        bends = np.zeros((len(self.rows), 2, 7))
        for field, side, rows in self._parts(self.near):
            bends[rows, side, 6] = raised(
                field, side, R=R[rows, side], p=position[rows, side], tool=self.tool[rows, side]
            ) * np.clip(1.0 - self.lift[rows, side] / 0.03, 0.0, 1.0)
        bends[..., 6] = gaussian_filter1d(maximum_filter1d(bends[..., 6], 3, axis=0), 0.8, axis=0)
        asked = self.fingers.copy()
        asked[..., -1] = bends[..., 6]
        R_carrier, p = np.empty_like(R), np.empty_like(position)
        for side in (LEFT, RIGHT):
            R_carrier[:, side], p[:, side] = model.rest(
                side,
                position=position[:, side],
                orientation=hands.quaternion(R[:, side]),
                fingers=asked[:, side],
                tool=self.tool[:, side],
            )
        free = _fade(track)[self.rows]
        shift = self._risen(R_carrier, p, free)
        # A clasping hand goes up with the arm that it holds.
        held = self.clasps.any(axis=1, keepdims=True)
        rises = (HEIGHT * bends[..., 6:] * R[..., 2])[:, ::-1]
        for side in (LEFT, RIGHT):
            share = within(track.time, track.clasps[:, side])[self.rows, None]
            shift[:, side] = np.where(self.clasps[:, side, None], share * rises[:, side], shift[:, side])
        carried = np.array([frame.on_forearm for frame in model.frames[LEFT]])[self.tool]
        lean = shoulders(
            track.shoulders[self.rows],
            p,
            R_carrier[..., 0],
            window=max(1, round(1.6 * _FRAME_RATE / _HANDS_EVERY)),
        )
        risen = p + free[..., None] * shift
        straight = np.stack([skin.heads[0] for skin in model.skins])
        swing = along(swings(R_carrier, risen, lean), straight, mask=carried)
        over = arches(
            self._lifted(R_carrier, risen, swing, carried),
            R=R_carrier,
            wrists=risen,
            free=free,
            still=np.broadcast_to(held, free.shape),
            step=float(np.median(np.diff(track.time[self.rows]))) if len(self.rows) > 1 else 1.0,
        )
        # Where it is bent down over the receiver it rises again, but for what goes over into a clasp.
        loose = gaussian_filter1d(minimum_filter1d(np.where(held, 0.0, 1.0), 7, axis=0), 1.0, axis=0)
        over = over + loose[..., None] * self._risen(R_carrier, risen + free[..., None] * over, free)
        risen = risen + free[..., None] * over
        swing, moved = parted(
            self._lifted(R_carrier, risen, swing, carried),
            R=R_carrier,
            wrists=risen,
            free=np.where(held, 0.0, free),
            fixed=carried,
            upper=track.upper[self.rows],
        )
        moved = np.where(held[..., None], 0.0, moved / np.maximum(free, 0.5)[..., None])
        shift = gaussian_filter1d(shift + moved, 1.5, axis=0) + over
        p_free = p + free[..., None] * shift
        swing = untangled(swing, R=R_carrier, wrists=p_free, fixed=carried)
        for _ in range(_AGAIN):
            swing, _ = parted(
                swing,
                R=R_carrier,
                wrists=p_free,
                free=np.zeros_like(free),
                fixed=carried,
                upper=track.upper[self.rows],
            )
            swing = self._lifted(R_carrier, p_free, swing, carried)
        smoothed = Swing(
            rise=gaussian_filter1d(swing.rise, 0.8, axis=0),
            aside=gaussian_filter1d(swing.aside, 0.8, axis=0),
        )
        swing = self._lifted(R_carrier, p_free, smoothed, carried)
        local = np.where(carried[..., None], straight, model.forearm_length * swing.ways())
        elbow = p - position + (R_carrier @ local[..., None])[..., 0]
        for field, side, rows in self._parts(self.near):
            bends[rows, side, :6] = conform(
                field,
                side,
                R=R_carrier[rows, side],
                p=p_free[rows, side],
                lift=self.lift[rows, side],
                fingers=self.fingers[rows, side],
                tool=self.tool[rows, side],
            )
        for side in (LEFT, RIGHT):
            rows = np.flatnonzero(self.clasps[:, side])
            if len(rows):
                share = within(track.time, track.clasps[:, side])[self.rows[rows], None]
                bends[rows, side, :6] = share * clasping(
                    side,
                    R=R_carrier[rows, side],
                    p=p[rows, side] + shift[rows, side],
                    fingers=self.fingers[rows, side],
                    arm=(R_carrier[rows, 1 - side], p[rows, 1 - side]),
                )
        bends[..., :6] = gaussian_filter1d(minimum_filter1d(bends[..., :6], 3, axis=0), 0.6, axis=0)
        return shift, elbow, bends

    def _risen(
        self, R: Float[np.ndarray, "k 2 3 3"], p: Float[np.ndarray, "k 2 3"], free: Float[np.ndarray, "k 2"]
    ) -> Float[np.ndarray, "k 2 3"]:
        """How far hands in the air rise to be clear of the receiver."""
        rise = np.zeros((len(self.rows), 2))
        for field, side, rows in self._parts((free > 0) & self.known):
            rise[rows, side] = cleared(
                field,
                side,
                R=R[rows, side],
                p=p[rows, side],
                fingers=self.fingers[rows, side],
            )
        rise = gaussian_filter1d(maximum_filter1d(rise, 3, axis=0), 1.0, axis=0)
        return rise[..., None] * _UP

    def _lifted(
        self,
        R: Float[np.ndarray, "k 2 3 3"],
        p: Float[np.ndarray, "k 2 3"],
        swing: Swing,
        carried: Bool[np.ndarray, "k 2"],
    ) -> Swing:
        rise = swing.rise.copy()
        for field, side, rows in self._parts(~carried):
            part = Swing(rise=swing.rise[rows], aside=swing.aside[rows])
            rise[rows, side] = lifted(field, side, R=R[rows, side], wrists=p[rows, side], swing=part)
        return Swing(rise=rise, aside=swing.aside)


def _fade(track: Track) -> Float[np.ndarray, "t 2"]:
    """How free hands are to move away: 0 on the skin and just off it, 1 well before and after.

    A clasping hand goes with the arm that it holds.
    """
    free = np.ones((len(track), 2))
    now = track.time
    for side in (LEFT, RIGHT):
        low = now[(track.lift[:, side] < 0.005) | (track.chart[:, side] < 0)]
        if len(low) == 0:
            continue
        after = np.searchsorted(low, now)
        gap = np.minimum(
            np.abs(low[np.minimum(after, len(low) - 1)] - now), np.abs(now - low[np.maximum(after - 1, 0)])
        )
        free[:, side] = smooth((gap - _BOUND_TIME) / _FREE_TIME)
    return np.where(track.clasps, 1.0, free)
