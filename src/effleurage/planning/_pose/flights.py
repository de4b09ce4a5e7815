"""Flights: ways through the air, straightened once both ends are known in space.

A chart bends near its edges; a hand in the air need not. All flights are redrawn at once.
"""

from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Bool, Float, Int

from effleurage.anatomy import hands
from effleurage.planning._rhythm import smooth

_RISE = 0.42
_CLEAR = 0.08
"""A way through the air rises over this share of its time, by at least this many [m]."""


@final
@dataclass(frozen=True, kw_only=True)
class Flights:
    """Ways through the air; f of them with n samples together, each with the sample before and after.

    Attributes:
        row: Row of every sample.
        hand: Hand of every sample.
        flight: Flight of every sample.
        share: Time passed of the flight at every sample, from 0 to 1.
        first: Where each flight's samples begin.
        start: Row of its first sample.
        stop: Row of its last sample.
        mover: Its hand.
        beside: Pairs of flights of both hands at the same time.
    """

    row: Int[np.ndarray, " n"]
    hand: Int[np.ndarray, " n"]
    flight: Int[np.ndarray, " n"]
    share: Float[np.ndarray, " n"]
    first: Int[np.ndarray, " f"]
    start: Int[np.ndarray, " f"]
    stop: Int[np.ndarray, " f"]
    mover: Int[np.ndarray, " f"]
    beside: Int[np.ndarray, "p 2"]

    @staticmethod
    def of(ways: tuple[tuple[int, int, int], ...], count: int) -> "Flights":
        """Flights from (hand, start, stop) in a track of `count` rows."""
        mover, start, stop = np.array(ways, int).reshape(-1, 3).T
        start, stop = np.maximum(start - 1, 0), np.minimum(stop, count - 1)
        size = stop - start + 1
        first = np.concatenate([[0], np.cumsum(size)[:-1]]).astype(int)
        order = np.lexsort((mover, stop, start))
        twins = np.all(np.diff(np.stack([start, stop], axis=1)[order], axis=0) == 0, axis=1)
        flight = np.repeat(np.arange(len(size)), size)
        step = np.arange(len(flight)) - first[flight]
        return Flights(
            row=start[flight] + step,
            hand=mover[flight],
            flight=flight,
            share=step / np.maximum(size - 1, 1)[flight],
            first=first,
            start=start,
            stop=stop,
            mover=mover,
            beside=np.stack([order[:-1][twins], order[1:][twins]], axis=1),
        )


def straightened(
    flights: Flights, position: Float[np.ndarray, "t 2 3"], up: Float[np.ndarray, "f 3"]
) -> Float[np.ndarray, "t 2 3"]:
    """Positions with every flight straight but for its arch, at least as high as it was drawn.

    Args:
        flights: The flights.
        position: Contact centres, in [m].
        up: Which way each flight arches; of length 1.
    """
    if len(flights.first) == 0:
        return position
    up = up.copy()
    up[flights.beside] = hands.unit(up[flights.beside] + up[flights.beside[:, ::-1]])
    s, of, last = flights.share, flights.flight, len(position) - 1
    begin, end = position[flights.start, flights.mover], position[flights.stop, flights.mover]
    span = (flights.stop - flights.start)[:, None]
    leaves = (begin - position[np.maximum(flights.start - 1, 0), flights.mover]) * span
    arrives = (position[np.minimum(flights.stop + 1, last), flights.mover] - end) * span
    straight = begin[of] + smooth(s)[:, None] * (end - begin)[of]
    arch = smooth(s / _RISE) * smooth((1.0 - s) / _RISE)
    drawn = position[flights.row, flights.hand]
    inner: Bool[np.ndarray, " n"] = arch > 0.4
    over = np.einsum("ni,ni->n", drawn - straight, up[of]) / np.where(inner, arch, 1.0)
    height = np.maximum(np.maximum.reduceat(np.where(inner, over, _CLEAR), flights.first), _CLEAR)
    height[flights.beside] = height[flights.beside].max(axis=1, keepdims=True)
    # What a way needs besides to leave and arrive at the speeds that the hand has there.
    cube = s * s * s
    out = s + cube * (s * (8.0 - 3.0 * s) - 6.0)
    back = cube * (s * (7.0 - 3.0 * s) - 4.0)
    way = straight + (arch * height[of])[:, None] * up[of]
    way += out[:, None] * leaves[of] + back[:, None] * arrives[of]
    position = position.copy()
    position[flights.row, flights.hand] = way
    return position


def turned(
    a: Float[np.ndarray, "n 4"], b: Float[np.ndarray, "n 4"], share: Float[np.ndarray, " n"]
) -> Float[np.ndarray, "n 4"]:
    """Quaternions the shortest way from one to another."""
    dot = np.einsum("ni,ni->n", a, b)
    b = np.where(dot[:, None] < 0.0, -b, b)
    angle = np.arccos(np.minimum(1.0, np.abs(dot)))
    size = np.maximum(np.sin(angle), 1e-9)
    small = angle < 1e-3
    first = np.where(small, 1.0 - share, np.sin((1.0 - share) * angle) / size)
    second = np.where(small, share, np.sin(share * angle) / size)
    return first[:, None] * a + second[:, None] * b
