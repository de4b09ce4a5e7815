"""Moments: how both hands and forearms are laid, at rows that are far apart.

Tools lean and are raised to lie on the skin, fingers bend to it, hands in the air rise clear of it, and
forearms and ways through the air are bent out of each other's way; every rule is a module of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import final

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy.ndimage import gaussian_filter1d, maximum_filter1d, minimum_filter1d

from effleurage.anatomy import Surface, hands
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose.apart import parted
from effleurage.planning._pose.arms import along, lifted, shoulders, swings
from effleurage.planning._pose.balls import Swing
from effleurage.planning._pose.beside import turned_apart
from effleurage.planning._pose.clasp import clasping, within
from effleurage.planning._pose.eased import Between, eased
from effleurage.planning._pose.field import Field, Grid
from effleurage.planning._pose.fingers import cleared, conform, stands, withdrawn
from effleurage.planning._pose.keys import Keys, widened
from effleurage.planning._pose.over import over
from effleurage.planning._pose.points import points
from effleurage.planning._pose.room import turned_aside
from effleurage.planning._pose.settle import HEIGHT, aside, fanning, further, leant, raised, settled
from effleurage.planning._pose.spells import in_time
from effleurage.planning._rhythm import smooth
from effleurage.planning._track import Track
from effleurage.spatial import length

_NEAR, _ABOUT = 0.06, 0.45
"""A hand lower than this over the skin bends to it; so far around the hands distances are known, in [m]."""

_LOW = 0.12
"""Fingers of a hand that is higher than this over the skin are not looked at between the key rows, in [m]."""

_ROUNDS = 3
"""How often they are looked at, where they are bent back: what changes at a key changes less beside it."""

_BOUND_LIFT, _BOUND_TIME, _FREE_TIME = 0.001, 0.06, 0.45
"""After leaving the skin, and before touching it, a hand keeps to its way for a time, and comes to move
freely in a further time, in [s]; it does touch as long as it is not higher than the first, in [m]."""

_HARDLY = 0.35
"""How much larger the moves of a hand become at most that is not yet free, as the inverse of this share."""

_ABREAST, _APART = 0.11, 0.10
"""A palm does not turn to the other hand within the first distance, wholly so much further off, in [m]."""

_SWAY = 1.6
"""Time over which the giver moves smoothly, in [s]."""

_STEADY, _JOINED = 1.2, 0.8
"""Forearms are smoothed over so many rows before they give way, and after."""

_SOON = 1.0
"""Leans and rises between the rows at which hands are laid are smoothed over so many of all rows."""

_UP = np.array([0.0, 0.0, 1.0])


@final
@dataclass(frozen=True, kw_only=True)
class Carriers:
    """What carries the tools, at k rows: hands, or forearms.

    Attributes:
        R: Their axes.
        wrists: The wrists, in [m].
        higher: How far the other hand's tool is raised for it, in [m].
    """

    R: Float[np.ndarray, "k 2 3 3"]
    wrists: Float[np.ndarray, "k 2 3"]
    higher: Float[np.ndarray, "k 2 3"]


@final
class Moments:
    """The rows at which hands and arms are laid, and the skins that they are laid on.

    Attributes:
        free: How free hands are to move away at all samples of the track; see `faded`.
    """

    def __init__(
        self,
        surfaces: Sequence[Surface],
        track: Track,
        rows: Int[np.ndarray, " k"],
        position: Float[np.ndarray, "k 2 3"],
    ) -> None:
        self.track, self.rows, self.free = track, rows, faded(track)
        self.tool = np.maximum(track.tool[rows], 0)
        self.carried = _carried()[self.tool]
        self.lift, self.fingers = track.lift[rows], track.fingers[rows]
        self.clasps, self.known = track.clasps[rows], track.chart[rows] >= 0
        self.near = (self.lift < _NEAR) & self.known & ~self.clasps
        used, skin = np.unique(np.argmax(track.posture[rows], axis=1), return_inverse=True)
        grids = [_around(surfaces[number], position[skin == one]) for one, number in enumerate(used)]
        self.field = Field(grids, skin)

    def leans(
        self, position: Float[np.ndarray, "k 2 3"], R: Float[np.ndarray, "k 2 3 3"]
    ) -> Float[np.ndarray, "k 2 3"]:
        """How tools lean about x and y, and palms turn about z, in [rad]."""
        out, room = np.zeros((len(self.rows), 2, 3)), np.zeros((len(self.rows), 2))
        side, row = np.nonzero(self.near.T)
        field, tool, p = self.field[row], self.tool[row, side], position[row, side]
        lean = settled(field, side, R=R[row, side], p=p, tool=tool)
        upright, fingers = leant(R[row, side], lean), self.fingers[row, side]
        order = side * (len(self.rows) + 1) + row
        out[row, side, :2] = lean
        room[row, side] = turned_aside(field, side, order=order, R=upright, p=p, fingers=fingers, tool=tool)
        # Fingers that turn to where the other hand lies would be in it instead.
        other = position[:, ::-1] - position
        toward = np.sum(other * R[..., 1], axis=-1) * room > 0.0
        room = np.where(toward, np.clip((length(other) - _ABREAST) / _APART, 0.0, 1.0), 1.0) * room
        lying = (self.near & ~self.carried & ~fanning(self.fingers)).all(axis=1)
        out[..., 2] = _in_time(room, 5)
        turned = aside(leant(R, out[..., :2]), out[..., 2])
        out[..., 2] += _in_time(turned_apart(turned, position, tool=self.tool, lying=lying), 3)
        return out

    def touched(
        self,
        position: Float[np.ndarray, "f 2 3"],
        R: Float[np.ndarray, "f 2 3 3"],
        lean: Float[np.ndarray, "f 2 2"],
        among: Int[np.ndarray, " f"],
    ) -> tuple[Float[np.ndarray, "f 2 2"], Float[np.ndarray, "f 2"]]:
        """How much further tools lean than they do, in [rad], and the weight of the bend `raised`.

        Both at more rows of the track than those at which hands are laid: on the way of a glide they
        change soon.
        """
        track = self.track
        tool, lift = np.maximum(track.tool[among], 0), track.lift[among]
        near = (lift < _NEAR) & (track.chart[among] >= 0) & ~track.clasps[among]
        low = np.clip(1.0 - lift / 0.03, 0.0, 1.0) * near
        row, side = at = np.nonzero(near)
        soles = points().soles[side, tool[at]]
        height = self.skin(among[row]).of(R[at], position[at], soles)
        more, rise = np.zeros((*lift.shape, 2)), np.zeros(lift.shape)
        more[at] = further(height, soles, lean=lean[at], tool=tool[at])
        more = gaussian_filter1d(track.contact[among][..., None] * more, _SOON, axis=0)
        rise[at] = raised(height, soles, lean=more[at], tool=tool[at]) * low[at]
        # What comes down, or leaves, is already, or still, as high as it is on the skin.
        held = maximum_filter1d(np.maximum(rise, 0.0), 7, axis=0)
        return more, gaussian_filter1d(np.where(lift > 0.0, held, rise), _SOON, axis=0)

    def skin(self, among: Int[np.ndarray, " n"]) -> Field:
        """Distance to the skin at other rows of the track: that of the next of these rows."""
        return self.field[np.searchsorted(self.rows, among)]

    def carriers(
        self,
        position: Float[np.ndarray, "k 2 3"],
        R: Float[np.ndarray, "k 2 3 3"],
        rise: Float[np.ndarray, "k 2"],
    ) -> Carriers:
        """Hands, or the forearms that carry the tool, as they are before anything is in their way."""
        axes, wrists = carried_by(position, R, self.fingers, rise, self.tool)
        # A clasping hand goes up with the arm that it holds.
        higher = (HEIGHT * rise[..., None] * R[..., 2])[:, ::-1]
        return Carriers(R=axes, wrists=wrists, higher=higher)

    def given_way(self, on: Carriers) -> tuple[Float[np.ndarray, "k 2 3"], Swing]:
        """How far hands give way before they are made free as `faded` says, in [m], and how forearms do."""
        track, carried = self.track, self.carried
        step = float(np.median(np.diff(track.time[self.rows]))) if len(self.rows) > 1 else 1.0
        free = self.free[self.rows]
        shift = self._risen(on.R, on.wrists, free)
        held = self.clasps.any(axis=1, keepdims=True)
        for side in (LEFT, RIGHT):
            share = within(track.time, track.clasps[:, side])[self.rows, None]
            shift[:, side] = np.where(self.clasps[:, side, None], share * on.higher[:, side], shift[:, side])
        lean = shoulders(
            track.shoulders[self.rows],
            on.wrists,
            on.R[..., 0],
            window=max(1, round(_SWAY / step)),
        )
        risen = on.wrists + free[..., None] * shift
        swing = _smoothed(swings(on.R, risen, lean), _STEADY)
        swing = along(swing, _straight(), mask=carried)
        # What goes over into a clasp keeps to its way.
        loose = gaussian_filter1d(minimum_filter1d(np.where(held, 0.0, 1.0), 7, axis=0), 1.0, axis=0)
        swing, over = in_time(
            self._lifted(on.R, risen, swing, carried),
            R=on.R,
            wrists=risen,
            free=free * loose,
            fixed=carried,
            step=step,
        )
        # Where a hand is moved to over the receiver it rises again.
        over = over + self._risen(on.R, risen + (free * loose)[..., None] * over, free)
        over = loose[..., None] * over
        risen = risen + free[..., None] * over
        swing, moved = parted(
            self._lifted(on.R, risen, swing, carried),
            R=on.R,
            wrists=risen,
            free=np.where(held, 0.0, free),
            fixed=carried,
            upper=track.upper[self.rows],
        )
        moved = np.where(held[..., None], 0.0, moved / np.maximum(free, 0.5)[..., None])
        return gaussian_filter1d(shift + moved, 1.5, axis=0) + over, swing

    def laid(
        self,
        on: Carriers,
        swing: Swing,
        keys: Keys,
        position: Float[np.ndarray, "f 2 3"],
        R: Float[np.ndarray, "f 2 3 3"],
        rise: Float[np.ndarray, "f 2"],
        among: Int[np.ndarray, " f"],
    ) -> tuple[Float[np.ndarray, "f 2 3"], Float[np.ndarray, "f 2 6"]]:
        """Elbows from the contact centre, and levels of bending.

        Args:
            on: What carries the tools.
            swing: How forearms give way.
            keys: The rows at which arms are laid among all at which hands are known.
            position: Contact centres there, in [m].
            R: Contact frames there.
            rise: Weight of the bend `raised` there.
            among: Which rows of the track they are.
        """
        track = self.track
        tool = np.maximum(track.tool[among], 0)
        axes, wrists = carried_by(position, R, track.fingers[among], rise, tool)
        hand, wrists = Between(keys=keys, R=axes, wrists=wrists), wrists[keys.rows]
        swing = eased(
            self._lifted(on.R, wrists, _smoothed(swing, _JOINED), self.carried),
            hand,
            fixed=self.carried,
            upper=track.upper[among],
            lifted=lambda swing, held: self._lifted(on.R, wrists, swing, held),
        )
        elbow = hand.wrists + hand.arms(swing) - position
        level = np.zeros((len(self.rows), 2, 6))
        row, side = np.nonzero(self.near)
        level[row, side] = conform(
            self.field[row],
            side,
            R=on.R[row, side],
            p=wrists[row, side],
            lift=self.lift[row, side],
            fingers=self.fingers[row, side],
            tool=self.tool[row, side],
        )
        for side in (LEFT, RIGHT):
            rows = np.flatnonzero(self.clasps[:, side])
            if len(rows):
                share = within(self.track.time, self.track.clasps[:, side])[self.rows[rows], None]
                level[rows, side] = share * clasping(
                    side,
                    R=on.R[rows, side],
                    p=wrists[rows, side],
                    fingers=self.fingers[rows, side],
                    arm=(on.R[rows, 1 - side], on.wrists[rows, 1 - side]),
                )
        standing = stands(self.tool)[..., None] & self.near[..., None]
        least = minimum_filter1d(level, 3, axis=0)
        level = gaussian_filter1d(np.where(standing, 0.5 * (level + least), least), 0.6, axis=0)
        digits = points().free[tool] & ~(_carried()[tool] | track.clasps[among])[..., None]
        shape = np.argmax(track.fingers[among], axis=-1)
        level[..., :5] = self._withdrawn(level[..., :5], keys, axes, hand.wrists, shape, among)
        level[..., :5] = over(level[..., :5], keys, R=axes, wrists=hand.wrists, shape=shape, loose=digits)
        return elbow, keys.between(level)

    def _withdrawn(
        self,
        level: Float[np.ndarray, "k 2 5"],
        keys: Keys,
        R: Float[np.ndarray, "f 2 3 3"],
        p: Float[np.ndarray, "f 2 3"],
        shape: Int[np.ndarray, "f 2"],
        among: Int[np.ndarray, " f"],
    ) -> Float[np.ndarray, "k 2 5"]:
        """Levels at which digits are out of the skin between the keys as well."""
        track = self.track
        tool = np.maximum(track.tool[among], 0)
        low = (track.lift[among] < _LOW) & (track.chart[among] >= 0) & ~_carried()[tool]
        low |= track.clasps[among]
        for _ in range(_ROUNDS):
            row, side = at = np.nonzero(low)
            if len(row) == 0:
                break
            now, change = keys.between(level), np.zeros((len(among), 2, level.shape[2]))
            change[at] = withdrawn(
                self.skin(among[row]), side, R=R[at], p=p[at], level=now[at], shape=shape[at], tool=tool[at]
            )
            level = level + widened(change, keys.step)[keys.rows]
            low &= maximum_filter1d(change.any(axis=2), 4 * keys.step + 1, axis=0)
        return level

    def _risen(
        self, R: Float[np.ndarray, "k 2 3 3"], p: Float[np.ndarray, "k 2 3"], free: Float[np.ndarray, "k 2"]
    ) -> Float[np.ndarray, "k 2 3"]:
        """How far hands in the air rise to be clear of the receiver."""
        rise = np.zeros((len(self.rows), 2))
        row, side = np.nonzero((free > 0) & self.known)
        fingers = self.fingers[row, side]
        rise[row, side] = cleared(self.field[row], side, R=R[row, side], p=p[row, side], fingers=fingers)
        # A hand that has just left the skin makes so little of a move that it has to be larger.
        rise = rise / np.maximum(free, _HARDLY)
        rise = gaussian_filter1d(maximum_filter1d(rise, 3, axis=0), 1.0, axis=0)
        return rise[..., None] * _UP

    def _lifted(
        self,
        R: Float[np.ndarray, "k 2 3 3"],
        p: Float[np.ndarray, "k 2 3"],
        swing: Swing,
        held: Bool[np.ndarray, "k 2"],
    ) -> Swing:
        """Forearms lifted off the receiver, but for those that are held as they are."""
        rise = swing.rise.copy()
        row, side = np.nonzero(~held)
        at = row, side
        rise[at] = lifted(
            self.field[row], side, R=R[at], wrists=p[at], rise=swing.rise[at], aside=swing.aside[at]
        )
        return Swing(rise=rise, aside=swing.aside)


def _around(surface: Surface, position: Float[np.ndarray, "k 2 3"]) -> Grid:
    """Distances to a skin as far around hands as they are asked for."""
    places, skin = (np.ascontiguousarray(points.reshape(-1, 3).T) for points in (position, surface.vertices))
    low = np.maximum(places.min(axis=1) - _ABOUT, skin.min(axis=1) - 0.04)
    high = np.minimum(places.max(axis=1) + _ABOUT, skin.max(axis=1) + 0.12)
    return Grid.around(surface.vertices, surface.faces, low=low, high=high)


def carried_by(
    position: Float[np.ndarray, "k 2 3"],
    R: Float[np.ndarray, "k 2 3 3"],
    fingers: Float[np.ndarray, "k 2 w"],
    rise: Float[np.ndarray, "k 2"],
    tool: Int[np.ndarray, "k 2"],
) -> tuple[Float[np.ndarray, "k 2 3 3"], Float[np.ndarray, "k 2 3"]]:
    """Axes and wrists of what carries tools."""
    asked = hands.with_bends(fingers)
    asked[..., -1] = rise
    axes, wrists = np.empty_like(R), np.empty_like(position)
    for side in (LEFT, RIGHT):
        axes[:, side], wrists[:, side] = hands.model().carrier(
            side,
            position=position[:, side],
            R=R[:, side],
            fingers=asked[:, side],
            tool=tool[:, side],
        )
    return axes, wrists


@cache
def _carried() -> Bool[np.ndarray, " k"]:
    """Which tools the forearm carries."""
    return np.array([frame.on_forearm for frame in hands.model().frames[LEFT]])


@cache
def _straight() -> Float[np.ndarray, "2 3"]:
    """From the wrist to the elbow of a forearm that carries the tool, in its own frame, in [m]."""
    return np.stack([skin.heads[0] for skin in hands.model().skins])


def _in_time(angle: Float[np.ndarray, "k 2"], rows: int) -> Float[np.ndarray, "k 2"]:
    """Angles smoothed over time, that are as large where they have to be all the same."""
    most = maximum_filter1d(np.maximum(angle, 0.0), rows, axis=0)
    least = minimum_filter1d(np.minimum(angle, 0.0), rows, axis=0)
    return gaussian_filter1d(most + least, 1.5, axis=0)


def _smoothed(swing: Swing, rows: float) -> Swing:
    return Swing(
        rise=gaussian_filter1d(swing.rise, rows, axis=0), aside=gaussian_filter1d(swing.aside, rows, axis=0)
    )


def faded(track: Track) -> Float[np.ndarray, "t 2"]:
    """How free hands are to move away: 0 on the skin and just off it, 1 well before and after.

    A clasping hand goes with the arm that it holds.
    """
    free = np.ones((len(track), 2))
    now = track.time
    for side in (LEFT, RIGHT):
        low = now[(track.lift[:, side] < _BOUND_LIFT) | (track.chart[:, side] < 0)]
        if len(low) == 0:
            continue
        after = np.searchsorted(low, now)
        gap = np.minimum(
            np.abs(low[np.minimum(after, len(low) - 1)] - now), np.abs(now - low[np.maximum(after - 1, 0)])
        )
        free[:, side] = smooth((gap - _BOUND_TIME) / _FREE_TIME)
    return np.where(track.clasps, 1.0, free)
