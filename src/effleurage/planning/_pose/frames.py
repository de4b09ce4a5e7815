"""Contact frames: where each hand's tool is and how it stands, from chart coordinates."""

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float, Int, Num
from scipy.ndimage import convolve1d

from effleurage.anatomy import Surface, hands
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._track import Track
from effleurage.spatial import cross, dot, length

_BESIDE = 0.6
"""So far across a hand's heading is reckoned from the spine as well as from the chart's lines."""

_ALIKE, _LEVEL = 0.15, 0.35
"""Hands count less and less as going side by side up to these differences, in heading [rad] and `across`."""

_STRAIGHT, _NARROW, _WIDE = 4.0, 0.12, 0.24
"""Headings of hands that are abreast are reckoned so much more from the spine: wholly at the first distance,
not at all at the second, in [m]."""

_LOW = 0.05
"""Hands are abreast while both are lower than this over the skin, more and more as they come down, in [m]."""

_CHANGING = 0.5
"""Time over which hands come to be, or are no longer, parallel or straight, in [s]."""

_FOREARM = hands.TOOLS.index("forearm")
_UP, _HEAD = np.array([0.0, 0.0, 1.0]), np.array([1.0, 0.0, 0.0])

_LEVEL_FROM, _LEVEL_AT = 0.04, 0.16
"""Between these heights a hand in the air turns from the skin's slope to level, in [m]."""


def touched(surfaces: Sequence[Surface], track: Track) -> Float[np.ndarray, "t 2 3"]:
    """The skin's points at samples in contact, in [m]; zero elsewhere."""
    position = np.zeros((len(track), 2, 3))
    for number, surface in enumerate(surfaces):
        weight = track.posture[:, number, None]
        for chart, name in enumerate(track.charts):
            mine = track.contact & (track.chart == chart) & (weight > 0)
            if mine.any():
                points = surface.point(track.along[mine], track.across[mine], chart=name)
                position[mine] += np.broadcast_to(weight, mine.shape)[mine, None] * points
    return position


def frames(
    surfaces: Sequence[Surface], track: Track, rows: Int[np.ndarray, " k"]
) -> tuple[Float[np.ndarray, "k 2 3"], Float[np.ndarray, "k 2 3 3"]]:
    """Contact centres and frames (columns x, y, z) at some rows; over the skin in the air.

    Args:
        surfaces: The receiver's skin in every posture that `track.posture` weighs.
        track: What the strokes ask for.
        rows: The rows.
    """
    chart, weights, along, across = (
        values.take(rows, axis=0) for values in (track.chart, track.posture, track.along, track.across)
    )
    position, normal, ahead = (np.zeros((len(rows), 2, 3)) for _ in range(3))
    for number, surface in enumerate(surfaces):
        for index, name in enumerate(track.charts):
            mine = (chart == index) & (weights[:, number, None] > 0)
            if not mine.any():
                continue
            u, v = along[mine], across[mine]
            share = np.broadcast_to(weights[:, number, None], mine.shape)[mine, None]
            position[mine] += share * surface.point(u, v, chart=name)
            normal[mine] += share * surface.smoothed_normal(u, v, chart=name)
            ahead[mine] += share * hands.unit(surface.ahead(u, v, chart=name))
    _fill_gaps(chart, normal, ahead)
    # Where lines of the chart are uneven, as at the neck, a hand that goes across them would twitch.
    ahead = _as_one(track, rows, _gradual(track, rows, ahead))
    slope, lift = hands.unit(normal), track.lift[rows]
    free = np.clip((lift - _LEVEL_FROM) / (_LEVEL_AT - _LEVEL_FROM), 0.0, 1.0)[..., None]
    free = free * free * (3.0 - 2.0 * free)
    z = hands.unit((1.0 - 0.9 * free) * slope + 0.9 * free * _UP)
    # Lines of the chart run together at the waist; hands beside the spine go half with it, a forearm all.
    beside = np.nan_to_num(np.clip(1.0 - np.abs(across) / _BESIDE, 0.0, 1.0))
    straight = beside + _STRAIGHT * _abreast(track, rows, position)
    straight *= _gradual(track, rows, track.tool[rows] != _FOREARM)
    ahead = ahead + straight[..., None] * _HEAD
    forward = hands.unit(ahead - z * dot(z, ahead)[..., None])
    turn = track.heading[rows][..., None]
    x = np.cos(turn) * forward + np.sin(turn) * cross(z, forward)
    # High over a flank is over the receiver's side, not beside it.
    position += lift[..., None] * hands.unit((1.0 - 0.7 * free) * slope + 0.7 * free * _UP)
    # A hand at a part without a chart is posed at the giver's side, and forgotten at the end.
    unknown = chart < 0
    position[unknown] = track.shoulders[rows][unknown] - [0.0, 0.0, 0.35]
    return position, np.stack([x, cross(z, x), z], axis=-1)


def _gradual(
    track: Track, rows: Int[np.ndarray, " k"], values: Num[np.ndarray, "k ..."]
) -> Float[np.ndarray, "k ..."]:
    """Values that change in time, though what they depend on does from one row to the next."""
    values = values.astype(float)
    if len(rows) < 2 or (values == values[:1]).all():
        return values
    step = float(track.time[rows[1]] - track.time[rows[0]])
    kernel = np.hanning(2 * max(1, round(0.5 * _CHANGING / step)) + 3)[1:-1]
    return convolve1d(values, kernel / kernel.sum(), axis=0, mode="nearest")


def _as_one(
    track: Track, rows: Int[np.ndarray, " k"], ahead: Float[np.ndarray, "k 2 3"]
) -> Float[np.ndarray, "k 2 3"]:
    """Directions to the head: hands that go side by side stay parallel, though the chart's lines do not."""
    turned = np.abs(np.diff(track.heading[rows], axis=1))
    beside = np.nan_to_num(np.abs(np.diff(track.across[rows], axis=1)), nan=np.inf)
    share = np.clip(1.0 - turned / _ALIKE, 0.0, 1.0) * np.clip(1.0 - beside / _LEVEL, 0.0, 1.0)
    alike = (track.tool[rows] == track.tool[rows, ::-1]) & (track.chart[rows] == track.chart[rows, ::-1])
    alike = (alike & (track.heading[rows] != 0.0)).all(axis=1, keepdims=True)
    share = share * _gradual(track, rows, alike)
    return ahead + share[..., None] * (ahead.mean(axis=1, keepdims=True) - ahead)


def _abreast(
    track: Track, rows: Int[np.ndarray, " k"], position: Float[np.ndarray, "k 2 3"]
) -> Float[np.ndarray, "k 1"]:
    """How far hands are abreast and mirror each other, so near that fingers or wrists would meet."""
    between = position[:, LEFT] - position[:, RIGHT]
    apart, crossed = length(between), between[:, 1] < 0.0
    turned = np.abs(track.heading[rows].sum(axis=1))
    share = np.where(crossed, 0.0, np.clip((_WIDE - apart) / (_WIDE - _NARROW), 0.0, 1.0)) * np.clip(
        1.0 - turned / _ALIKE, 0.0, 1.0
    )
    # A hand that flies past may turn as the mirror of the other for a moment.
    low = np.clip(1.0 - track.lift[rows].max(axis=1) / _LOW, 0.0, 1.0)
    return (share * low)[:, None]


def _fill_gaps(
    chart: Int[np.ndarray, "k 2"], normal: Float[np.ndarray, "k 2 3"], ahead: Float[np.ndarray, "k 2 3"]
) -> None:
    """Frames at rows without a chart repeat the nearest known one, so that none is undefined."""
    for side in (LEFT, RIGHT):
        have = np.flatnonzero(chart[:, side] >= 0)
        if len(have) == len(chart):
            continue
        if len(have) == 0:
            normal[:, side], ahead[:, side] = [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]
            continue
        nearest = have[np.clip(np.searchsorted(have, np.arange(len(chart))), 0, len(have) - 1)]
        gaps = chart[:, side] < 0
        normal[gaps, side], ahead[gaps, side] = normal[nearest[gaps], side], ahead[nearest[gaps], side]
