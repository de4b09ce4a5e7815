"""Pose: from contacts in chart coordinates to hands and arms in space.

Positions are on the skin exactly at every sample. What changes slowly (the skin's normal, how the
fingers bend, where the elbows are) is found at key rows and interpolated.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy.ndimage import gaussian_filter1d, maximum_filter1d

from effleurage.anatomy import Surface, hands
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose_apart import given_way
from effleurage.planning._pose_arms import elbows, shoulders
from effleurage.planning._pose_clasp import clasping
from effleurage.planning._pose_field import Field
from effleurage.planning._pose_fingers import cleared, conform, mixed
from effleurage.planning._pose_refine import refined
from effleurage.planning._pose_settle import leant, settled
from effleurage.planning._track import Track

_SKIN_RATE, _HAND_RATE = 10.0, 5.0
"""Key rows a second for the skin's frame, and for fingers and arms, in [Hz]."""

_NEAR = 0.13
"""A hand lower than this over the skin is kept out of it, in [m]."""

_UP = np.array([0.0, 0.0, 1.0])
_BOUND_TIME, _FREE_TIME = 2.0 / _HAND_RATE, 0.6
"""After leaving the skin, and before touching it, a hand keeps to its way for a time, and comes to move
freely in a further time, in [s]."""

_LEVEL_FROM, _LEVEL_AT = 0.04, 0.16
"""Between these heights a hand in the air turns from the skin's slope to level, in [m]."""


@final
@dataclass(frozen=True, kw_only=True)
class Posed:
    """What the pose pass adds to a track; as in `Samples`.

    Attributes:
        position: Centre of the contact patch, in [m].
        orientation: Contact frame, quaternion wxyz.
        elbow: The giver's elbow, in [m].
        fingers: Weights of the finger shapes, bent to the skin.
    """

    position: Float[np.ndarray, "t 2 3"]
    orientation: Float[np.ndarray, "t 2 4"]
    elbow: Float[np.ndarray, "t 2 3"]
    fingers: Float[np.ndarray, "t 2 s"]


def pose(
    surfaces: Sequence[Surface], track: Track, *, straighten: Callable[[Posed], Posed] | None = None
) -> Posed:
    """Pose both hands over a track.

    Args:
        surfaces: The receiver's skin in every posture that `track.posture` weighs.
        track: What the strokes ask for.
        straighten: Redraws ways through the air, before hands give way there; it is given poses
            without arms.
    """
    rate = 1.0 / float(np.median(np.diff(track.time))) if len(track) > 1 else 1.0
    position, R = _contacts(surfaces, track, step=max(1, round(rate / _SKIN_RATE)))
    keys = _keys(len(track), max(1, round(rate / _HAND_RATE)))
    fields = [Field(surface.vertices, surface.faces) for surface in surfaces]
    main = np.argmax(track.posture[keys], axis=1)
    R = _settled(fields, main, track, position, R, keys)
    position, R = _clasped(position, R, track)
    if straighten is not None:
        bare = Posed(
            position=position, orientation=hands.quaternion(R), elbow=position, fingers=track.fingers
        )
        drawn = straighten(bare)
        position, R = np.array(drawn.position), hands.matrix(drawn.orientation)
    position, fingers, elbow = _bodies(fields, main, track, position, R, keys)
    orientation = _one_sign(hands.quaternion(R))
    unknown = (track.chart < 0) & ~track.clasps
    for values in (position, orientation, elbow):
        values[unknown] = np.nan
    return Posed(position=position, orientation=orientation, elbow=elbow, fingers=fingers)


def _one_sign(quaternions: Float[np.ndarray, "t 2 4"]) -> Float[np.ndarray, "t 2 4"]:
    """The same rotations, each quaternion on the side of the one before it."""
    flips = np.sum(quaternions[1:] * quaternions[:-1], axis=-1) < 0
    sign = np.where(np.cumsum(flips, axis=0) % 2, -1.0, 1.0)
    return np.concatenate([quaternions[:1], quaternions[1:] * sign[..., None]])


def _keys(count: int, step: int) -> Int[np.ndarray, " k"]:
    return np.unique(np.append(np.arange(0, count, step), count - 1))


def _between(
    keys: Int[np.ndarray, " k"], values: Float[np.ndarray, "k ..."], count: int
) -> Float[np.ndarray, "t ..."]:
    """Values at all rows from those at key rows, by a smooth cubic through them."""
    if len(keys) < 2:
        return np.repeat(values, count, axis=0)
    rows = np.arange(count)
    cell = np.clip(np.searchsorted(keys, rows, side="right") - 1, 0, len(keys) - 2)
    s = ((rows - keys[cell]) / (keys[cell + 1] - keys[cell])).reshape(-1, *([1] * (values.ndim - 1)))
    before, after = np.maximum(cell - 1, 0), np.minimum(cell + 2, len(keys) - 1)
    a, b, c, d = values[before], values[cell], values[cell + 1], values[after]
    return b + 0.5 * s * (c - a + s * (2 * a - 5 * b + 4 * c - d + s * (3 * (b - c) + d - a)))


def _contacts(
    surfaces: Sequence[Surface], track: Track, *, step: int
) -> tuple[Float[np.ndarray, "t 2 3"], Float[np.ndarray, "t 2 3 3"]]:
    """Contact centres and frames (columns x, y, z)."""
    count = len(track)
    keys = _keys(count, step)
    position = np.zeros((count, 2, 3))
    normal, ahead = np.zeros((len(keys), 2, 3)), np.zeros((len(keys), 2, 3))
    for number, surface in enumerate(surfaces):
        weight = track.posture[:, number]
        for chart, name in enumerate(track.charts):
            mine = (track.chart == chart) & (weight > 0)[:, None]
            if mine.any():
                points = surface.point(track.along[mine], track.across[mine], chart=name)
                position[mine] += np.broadcast_to(weight[:, None], mine.shape)[mine, None] * points
            mine = mine[keys]
            if mine.any():
                u, v = track.along[keys][mine], track.across[keys][mine]
                share = np.broadcast_to(weight[keys, None], mine.shape)[mine, None]
                normal[mine] += share * surface.smoothed_normal(u, v, chart=name)
                ahead[mine] += share * hands.unit(surface.tangents(u, v, chart=name)[0])
    normal, ahead = _over_gaps(keys, normal, ahead, track)
    z = hands.unit(_between(keys, normal, count))
    turn = track.heading[..., None]
    free = np.clip((track.lift - _LEVEL_FROM) / (_LEVEL_AT - _LEVEL_FROM), 0.0, 1.0)[..., None]
    free = free * free * (3.0 - 2.0 * free)
    slope, z = z, hands.unit((1.0 - 0.9 * free) * z + 0.9 * free * _UP)
    forward = _between(keys, ahead, count)
    forward = hands.unit(forward - z * np.sum(z * forward, axis=-1, keepdims=True))
    left = np.cross(z, forward)
    x = np.cos(turn) * forward + np.sin(turn) * left
    R = np.stack([x, np.cross(z, x), z], axis=-1)
    # High over a flank is over the receiver's side, not beside it.
    position = position + track.lift[..., None] * hands.unit((1.0 - 0.7 * free) * slope + 0.7 * free * _UP)
    # A hand at a part without a chart is posed at the giver's side, and forgotten at the end.
    unknown = track.chart < 0
    position[unknown] = track.shoulders[unknown] - [0.0, 0.0, 0.35]
    return position, R


def _over_gaps(
    keys: Int[np.ndarray, " k"],
    normal: Float[np.ndarray, "k 2 3"],
    ahead: Float[np.ndarray, "k 2 3"],
    track: Track,
) -> tuple[Float[np.ndarray, "k 2 3"], Float[np.ndarray, "k 2 3"]]:
    """Frames at key rows without a chart repeat the nearest known one, so that none is undefined."""
    known = track.chart[keys] >= 0
    for side in (LEFT, RIGHT):
        have = np.flatnonzero(known[:, side])
        if len(have) == 0:
            normal[:, side], ahead[:, side] = [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]
            continue
        nearest = have[np.clip(np.searchsorted(have, np.arange(len(keys))), 0, len(have) - 1)]
        gaps = ~known[:, side]
        normal[gaps, side], ahead[gaps, side] = normal[nearest[gaps], side], ahead[nearest[gaps], side]
    return normal, ahead


def _settled(
    fields: Sequence[Field],
    main: Int[np.ndarray, " k"],
    track: Track,
    position: Float[np.ndarray, "t 2 3"],
    R: Float[np.ndarray, "t 2 3 3"],
    keys: Int[np.ndarray, " k"],
) -> Float[np.ndarray, "t 2 3 3"]:
    """Contact frames, leant to the skin around them."""
    lean = np.zeros((len(keys), 2, 2))
    for number, field in enumerate(fields):
        for side in (LEFT, RIGHT):
            near = np.flatnonzero(_touching(track, keys, side) & (main == number))
            if len(near):
                tool = np.maximum(track.tool[keys[near], side], 0)
                lean[near, side] = settled(
                    field, side, R=R[keys[near], side], p=position[keys[near], side], tool=tool
                )
    return leant(R, _between(keys, lean, len(track)))


def _touching(track: Track, keys: Int[np.ndarray, " k"], side: int) -> Bool[np.ndarray, " k"]:
    """Key rows at which a hand is on the skin or just over it."""
    return (track.lift[keys, side] < _NEAR) & (track.chart[keys, side] >= 0) & ~track.clasps[keys, side]


_CLASP = -0.035
"""Where the clasping palm lies: this far before the wrist joint, on the back of the arm, in [m]."""

_CLASP_TIME = 0.6
"""Time in which a hand goes over into the clasp and out of it, in [s]."""


def _clasped(
    position: Float[np.ndarray, "t 2 3"], R: Float[np.ndarray, "t 2 3 3"], track: Track
) -> tuple[Float[np.ndarray, "t 2 3"], Float[np.ndarray, "t 2 3 3"]]:
    """A clasping hand lies across the other arm, just before its wrist."""
    model = hands.model()
    for side in (LEFT, RIGHT):
        rows = np.flatnonzero(track.clasps[:, side])
        if len(rows) == 0:
            continue
        other, skin = 1 - side, model.skins[1 - side]
        R_arm, wrist = model.rest(
            other,
            position=position[rows, other],
            orientation=hands.quaternion(R[rows, other]),
            fingers=track.fingers[rows, other],
            tool=np.maximum(track.tool[rows, other], 0),
        )
        back = skin.vertices[np.abs(skin.vertices[:, 0] - _CLASP) < 0.03, 2].max()
        z = R_arm[..., 2]
        centre = wrist + R_arm @ np.array([_CLASP, 0.0, back + 0.006])
        ahead = centre - track.shoulders[rows, side]
        ahead = hands.unit(ahead - z * np.sum(z * ahead, axis=-1, keepdims=True))
        share = _within(track.time, track.clasps[:, side])[rows, None]
        position[rows, side] += share * (centre - position[rows, side])
        x = hands.unit((1 - share) * R[rows, side, :, 0] + share * ahead)
        z = hands.unit((1 - share) * R[rows, side, :, 2] + share * z)
        x = hands.unit(x - z * np.sum(z * x, axis=-1, keepdims=True))
        R[rows, side] = np.stack([x, np.cross(z, x), z], axis=-1)
    return position, R


def _within(time: Float[np.ndarray, " t"], mask: Bool[np.ndarray, " t"]) -> Float[np.ndarray, " t"]:
    """From 0 at the ends of every run of a mask to 1 inside it, smoothly."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(int)))
    share = np.zeros(len(time))
    for first, stop in edges.reshape(-1, 2):
        inside = time[first:stop]
        ramp = np.minimum(inside - time[first], time[stop - 1] - inside) / _CLASP_TIME
        ramp = np.clip(ramp, 0.0, 1.0)
        share[first:stop] = ramp**3 * (10 - 15 * ramp + 6 * ramp**2)
    return share


def _bodies(
    fields: Sequence[Field],
    main: Int[np.ndarray, " k"],
    track: Track,
    position: Float[np.ndarray, "t 2 3"],
    R: Float[np.ndarray, "t 2 3 3"],
    keys: Int[np.ndarray, " k"],
) -> tuple[Float[np.ndarray, "t 2 3"], Float[np.ndarray, "t 2 s"], Float[np.ndarray, "t 2 3"]]:
    """Positions that give way in the air, fingers and elbows."""
    model, count = hands.model(), len(track)
    R_hand, wrist = np.zeros((len(keys), 2, 3, 3)), np.zeros((len(keys), 2, 3))
    tool = np.maximum(track.tool[keys], 0)
    carried = np.array([frame.on_forearm for frame in model.frames[0]])[tool]
    for side in (LEFT, RIGHT):
        R_hand[:, side], wrist[:, side] = model.rest(
            side,
            position=position[keys, side],
            orientation=hands.quaternion(R[keys, side]),
            fingers=track.fingers[keys, side],
            tool=tool[:, side],
        )
    lean = shoulders(track.shoulders[keys], wrist, window=max(1, round(1.6 * _HAND_RATE)))
    over = track.upper[keys]
    free = _freedom(track, keys)
    shift = _risen(fields, main, track, keys, R_hand, wrist, free)
    reached = _elbows(fields, main, R_hand, wrist + shift, lean, carried, over, free)
    holding = track.clasps[keys]
    able = np.where(holding | holding[:, ::-1], 0.0, free)
    shift += given_way(R_hand, wrist + shift, reached, lean, able)
    wrist = wrist + shift
    elbow = _elbows(fields, main, R_hand, wrist, lean, carried, over, free)

    bends = np.zeros((len(keys), 2, 3))
    for number, field in enumerate(fields):
        for side in (LEFT, RIGHT):
            near = np.flatnonzero((main == number) & _touching(track, keys, side))
            if len(near) == 0:
                continue
            bends[near, side] = conform(
                field,
                side,
                R=R_hand[near, side],
                p=wrist[near, side],
                up=R[keys[near], side, :, 2],
                lift=track.lift[keys[near], side],
                fingers=track.fingers[keys[near], side],
                tool=tool[near, side],
            )
            bends[near, side] = refined(
                field,
                side,
                bends=bends[near, side],
                position=position[keys[near], side] + shift[near, side],
                orientation=hands.quaternion(R[keys[near], side]),
                elbow=elbow[near, side],
                fingers=track.fingers[keys[near], side],
                tool=tool[near, side],
                touching=track.lift[keys[near], side] < 0.002,
            )
    for side in (LEFT, RIGHT):
        held = np.flatnonzero(holding[:, side])
        if len(held):
            share = _within(track.time, track.clasps[:, side])[keys[held], None]
            bends[held, side] = share * clasping(
                side,
                position=position[keys[held], side] + shift[held, side],
                orientation=hands.quaternion(R[keys[held], side]),
                elbow=elbow[held, side],
                fingers=track.fingers[keys[held], side],
                R_arm=R_hand[held, 1 - side],
                wrist=wrist[held, 1 - side],
            )
    position = position + _between(keys, shift, count)
    away = _between(keys, elbow - position[keys], count)
    bent = np.clip(_between(keys, bends, count), -1.0, 1.0)
    bent[..., 2] = np.maximum(bent[..., 2], 0.0)
    fingers = np.stack([mixed(track.fingers[:, side], bent[:, side]) for side in (LEFT, RIGHT)], axis=1)
    return position, fingers, position + away


def _freedom(track: Track, keys: Int[np.ndarray, " k"]) -> Float[np.ndarray, "k 2"]:
    """How free hands are to move away: 0 on the skin and just off it, 1 well before and after."""
    free = np.zeros((len(keys), 2))
    for side in (LEFT, RIGHT):
        low = track.time[(track.lift[:, side] < 0.005) | (track.chart[:, side] < 0)]
        if len(low) == 0:
            free[:, side] = 1.0
            continue
        now = track.time[keys]
        after = np.searchsorted(low, now)
        gap = np.minimum(
            np.abs(low[np.minimum(after, len(low) - 1)] - now), np.abs(now - low[np.maximum(after - 1, 0)])
        )
        share = np.clip((gap - _BOUND_TIME) / _FREE_TIME, 0.0, 1.0)
        free[:, side] = share * share * (3.0 - 2.0 * share)
    return free


def _risen(
    fields: Sequence[Field],
    main: Int[np.ndarray, " k"],
    track: Track,
    keys: Int[np.ndarray, " k"],
    R: Float[np.ndarray, "k 2 3 3"],
    wrist: Float[np.ndarray, "k 2 3"],
    free: Float[np.ndarray, "k 2"],
) -> Float[np.ndarray, "k 2 3"]:
    """How far hands in the air rise to be clear of the receiver."""
    rise = np.zeros((len(keys), 2))
    for number, field in enumerate(fields):
        for side in (LEFT, RIGHT):
            rows = np.flatnonzero((main == number) & (free[:, side] > 0) & (track.chart[keys, side] >= 0))
            if len(rows):
                rise[rows, side] = cleared(
                    field,
                    side,
                    R=R[rows, side],
                    p=wrist[rows, side],
                    fingers=track.fingers[keys[rows], side],
                    tool=np.maximum(track.tool[keys[rows], side], 0),
                )
    rise = gaussian_filter1d(maximum_filter1d(rise, 3, axis=0), 1.0, axis=0) * free
    return rise[..., None] * _UP


def _elbows(
    fields: Sequence[Field],
    main: Int[np.ndarray, " k"],
    R: Float[np.ndarray, "k 2 3 3"],
    wrists: Float[np.ndarray, "k 2 3"],
    shoulder: Float[np.ndarray, "k 2 3"],
    carried: Bool[np.ndarray, "k 2"],
    over: Int[np.ndarray, " k"],
    free: Float[np.ndarray, "k 2"],
) -> Float[np.ndarray, "k 2 3"]:
    elbow = np.full_like(wrists, np.nan)
    for number, field in enumerate(fields):
        rows = np.flatnonzero(main == number)
        if len(rows):
            elbow[rows] = elbows(
                field,
                R=R[rows],
                wrists=wrists[rows],
                shoulder=shoulder[rows],
                carried=carried[rows],
                upper=over[rows],
                free=free[rows],
            )
    return elbow
