"""Again: stretches of a track that are done again are posed once, and their poses copied.

A repeated pass asks for the same, sample by sample, so it is found by comparing. Poses look some time
ahead and back; where a copy begins and ends the poses are found in their own right too, and blended.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import final

import numpy as np
from jaxtyping import Bool, Float, Int

from effleurage.anatomy import Surface
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._pose.pose import Posed, pose
from effleurage.planning._rhythm import smooth
from effleurage.planning._track import Track
from effleurage.spatial import dot, one_sign, unit
from effleurage.spatial import runs as spans

_GUARD, _BLEND, _BEYOND = 2.4, 0.8, 1.2
"""Poses depend on what is asked for so long before and after; over the second time they are blended, and
posed for the third one beyond: what follows counts little where they hardly count themselves, in [s]."""

_WAITS = 6.0
"""What a hand in the air gives way is lessened over the whole of its way, unless it waits there longer than
this, in [s]."""

_SURE = 3.0
"""What is the same for so long is looked at, in [s]."""

_WORTH = 4.0
"""Less than this is not worth copying, in [s]."""

_OFTEN = 0.5
"""A distance in time is looked at when it is found in this share of the shortest stretch that is copied."""

_EXACT = 1e5
"""Values are the same up to the inverse of this."""

_QUATERNION = 4
_MIX = 0x9E3779B97F4A7C15
_ROUND = 1 << 64


@final
@dataclass(frozen=True, kw_only=True)
class Copy:
    """A stretch that is copied.

    Attributes:
        start: Row where the copy begins.
        stop: Row after its last one.
        gone: Rows from where to where nothing is posed.
        back: So many rows earlier the same was done.
    """

    start: int
    stop: int
    gone: tuple[int, int]
    back: int


def pose_once(
    surfaces: Sequence[Surface], track: Track, *, flights: tuple[tuple[int, int, int], ...] = ()
) -> Posed:
    """Pose both hands over a track, as `pose` does, but what is repeated only once."""
    copies = repeats(track, flights)
    if not copies:
        return pose(surfaces, track, flights=flights)
    kept = np.ones(len(track), bool)
    for copy in copies:
        kept[slice(*copy.gone)] = False
    rows = np.flatnonzero(kept)
    place = np.cumsum(kept) - 1
    left = tuple(
        (hand, int(place[start]), int(place[start]) + stop - start)
        for hand, start, stop in flights
        if kept[start]
    )
    once = pose(surfaces, _only(track, rows), flights=left)
    full = {field.name: _spread(getattr(once, field.name), rows, len(track)) for field in fields(once)}
    blend = max(1, round(_BLEND * track.rate))
    share = smooth(np.arange(blend) / blend)[:, None, None]
    for values in full.values():
        for copy in copies:
            _copied(values, copy, share)
    return Posed(**{**full, "orientation": one_sign(full["orientation"])})


def _spread(
    values: Float[np.ndarray, "k 2 d"], rows: Int[np.ndarray, " k"], count: int
) -> Float[np.ndarray, "t 2 d"]:
    """Values at their rows among all; what is not posed is written over by the copies."""
    full = np.empty((count, *values.shape[1:]))
    full[rows] = values
    return full


def _copied(values: Float[np.ndarray, "t 2 d"], copy: Copy, share: Float[np.ndarray, "b 1 1"]) -> None:
    """Write a copy, blended over the rows of `share` with what was found there in its own right."""
    blend = len(share)
    begins, ends = slice(copy.start, copy.start + blend), slice(copy.stop - blend, copy.stop)
    own = values[begins].copy(), values[ends].copy()
    for start in range(copy.start, copy.stop, copy.back):
        stop = min(start + copy.back, copy.stop)
        values[start:stop] = values[start - copy.back : stop - copy.back]
        if start == copy.start:
            # What is done several times on end is copied from here, so the join comes first.
            values[begins] = _blended(own[0], values[begins], share)
    values[ends] = _blended(own[1], values[ends], share[::-1])


def _blended(
    mine: Float[np.ndarray, "b 2 d"], again: Float[np.ndarray, "b 2 d"], share: Float[np.ndarray, "b 1 1"]
) -> Float[np.ndarray, "b 2 d"]:
    """From what was found in its own right to a copy."""
    if again.shape[-1] != _QUATERNION:
        return mine + share * (again - mine)
    again = again * np.where(dot(mine, again) < 0.0, -1.0, 1.0)[..., None]
    return unit(mine + share * (again - mine))


def _only(track: Track, rows: Int[np.ndarray, " k"]) -> Track:
    """Some rows of a track, one after the other."""
    arrays = {
        field.name: getattr(track, field.name).take(rows, axis=0)
        for field in fields(track)
        if isinstance(getattr(track, field.name), np.ndarray) and field.name != "time"
    }
    return replace(track, time=track.time[: len(rows)], **arrays)


def repeats(track: Track, flights: tuple[tuple[int, int, int], ...]) -> list[Copy]:
    """Stretches of a track that need not be posed, in order of time."""
    count, rate = len(track), track.rate
    window, guard, joint = (max(1, round(time * rate)) for time in (_SURE, _GUARD, _BLEND + _BEYOND))
    if count < 2 * window:
        return []
    breaks = np.flatnonzero(_settled(track, flights, rate))
    if len(breaks) == 0:
        return []
    out: list[Copy] = []
    least = 2 * (guard + joint) + round(_WORTH * rate) - window
    for begin, end, back in _stretches(_windows(_marks(track), window), least):
        start, stop = _from(breaks, begin + guard), _until(breaks, end - 1 + window - guard)
        gone = _from(breaks, start + joint), _until(breaks, stop - joint)
        if gone[1] - gone[0] > _WORTH * rate:
            out.append(Copy(start=start, stop=stop, gone=gone, back=back))
    return sorted(out, key=lambda copy: copy.start)


def _from(breaks: Int[np.ndarray, " b"], row: int) -> int:
    """The first break at a row or after it."""
    return int(breaks[min(np.searchsorted(breaks, row), len(breaks) - 1)])


def _until(breaks: Int[np.ndarray, " b"], row: int) -> int:
    """The last break at a row or before it."""
    return int(breaks[max(np.searchsorted(breaks, row, side="right") - 1, 0)])


def _marks(track: Track) -> Int[np.ndarray, " t"]:
    """One number for all that a row asks for; rows with the same number are the same."""
    chosen = np.random.default_rng(0)
    total = np.zeros(len(track))
    places = (np.nan_to_num(values, nan=-7.0) for values in (track.along, track.across))
    asked = (
        *(*places, track.posture, track.chart, track.lift, track.heading, track.tool),
        *(track.fingers, track.contact, track.shoulders, track.upper, track.clasps),
    )
    for values in asked:
        flat = values.reshape(len(track), -1)
        total += flat @ chosen.uniform(0.5, 2.0, flat.shape[1])
    return np.rint(total * _EXACT).astype(np.int64)


def _windows(marks: Int[np.ndarray, " t"], window: int) -> Int[np.ndarray, " s"]:
    """One number for the `window` rows from every row on."""
    # Sums of marks times powers of one number, wrapping round, tell windows apart wherever they begin.
    powers, inverse = (np.full(len(marks), number, np.uint64) for number in (_MIX, pow(_MIX, -1, _ROUND)))
    powers[0] = inverse[0] = 1
    powers, inverse = np.cumprod(powers), np.cumprod(inverse)
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(marks.view(np.uint64) * powers)])
    return ((sums[window:] - sums[:-window]) * inverse[: len(marks) - window + 1]).view(np.int64)


def _stretches(seen: Int[np.ndarray, " s"], least: int) -> list[tuple[int, int, int]]:
    """Long stretches of windows that were seen before: first row, row after the last, how many rows before.

    The longest ones come first, and none reaches into another.
    """
    # How many rows there are between what is the same and the first of it, by sorting alone.
    order = np.argsort(seen)
    ranked = seen[order]
    new = np.flatnonzero(np.concatenate([[True], ranked[1:] != ranked[:-1]]))
    first = np.repeat(np.minimum.reduceat(order, new), np.diff(new, append=len(seen)))
    often = np.bincount(order - first)
    often[: least + 1] = 0
    runs: list[tuple[int, int, int, int]] = []
    for back in np.flatnonzero(often > _OFTEN * least).tolist():
        runs += [
            (start - stop, start + back, stop + back, back)
            for start, stop in spans(seen[back:] == seen[:-back])
            if stop - start >= least
        ]
    out: list[tuple[int, int, int]] = []
    free = np.ones(len(seen), bool)
    for _, begin, end, back in sorted(runs):
        for start, stop in spans(free[begin:end]):
            if stop - start >= least:
                out.append((begin + start, begin + stop, back))
        free[begin:end] = False
    return out


def _settled(track: Track, flights: tuple[tuple[int, int, int], ...], rate: float) -> Bool[np.ndarray, " t"]:
    """Rows at which no hand is on a way through the air that is drawn as a whole."""
    under_way = np.zeros(len(track) + 1, int)
    for _, start, stop in flights:
        under_way[max(start - 1, 0)] += 1
        under_way[min(stop + 1, len(track))] -= 1
    settled = np.cumsum(under_way)[:-1] == 0
    held = track.clasps.any(axis=1)
    for side in (LEFT, RIGHT):
        off = ~track.contact[:, side] & ~held
        for start, stop in spans(off):
            if stop - start <= _WAITS * rate:
                settled[start:stop] = False
    return settled
