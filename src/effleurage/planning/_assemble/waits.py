"""Waits: how hands get through the air from one contact to the next, and where they wait meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float

from effleurage.performance import TOOLS, Phase, Station
from effleurage.planning._assemble.sheet import CHARTS, OVER, TO_WRIST, Sheet, landing_shape, shaped
from effleurage.planning._place.ground import Ground
from effleurage.planning._time.schedule import Moved, Timed, landing
from effleurage.planning._trace.air import Hover, flight_time, fly, hover

_SPARE, _SPARE_FAR = 3.0, 0.6
"""A hand waits at its resting place where that leaves so much time there: it does not go there between two
strokes of a row; to another chart it goes that way if it can, in [s]."""


@final
@dataclass(frozen=True, kw_only=True)
class Leap:
    """A way through the air.

    Attributes:
        hand: Which hand.
        start: Its first sample.
        stop: The sample after its last one.
        a: Where it begins.
        b: Where it ends.
        shape: Shape of the hand there.
        new_shape: Shape of the hand in the end.
        tool: The tool that counts meanwhile.
    """

    hand: int
    start: int
    stop: int
    a: Hover
    b: Hover
    shape: Float[np.ndarray, " b"]
    new_shape: Float[np.ndarray, " b"]
    tool: int


def through_air(
    sheet: Sheet, placed: Timed, hand: int, rate: float, station: Station, floor: Ground
) -> list[Leap]:
    """Fill a hand's time between its runs, but for its ways through the air, which are returned."""
    leaps: list[Leap] = []
    now, begin, shape, tool = hover(station, hand), 0, shaped("relaxed"), TOOLS.index("palm")
    for entry in [*placed, None]:
        if entry is None:
            _wait(
                sheet,
                hand,
                begin,
                sheet.n,
                now,
                hover(station, hand),
                shape,
                shape,
                tool,
                rate,
                floor,
                leaps,
            )
            break
        if isinstance(entry, Moved):
            rest = hover(station, hand)
            _wait(
                sheet,
                hand,
                begin,
                entry.start,
                now,
                rest,
                shape,
                shaped("relaxed"),
                tool,
                rate,
                floor,
                leaps,
            )
            station = entry.arrange.station
            shape, new = shaped("relaxed"), hover(station, hand)
            _fly(leaps, hand, entry.start, entry.stop, rest, new, shape, shape, tool)
            now, begin = new, entry.stop
            continue
        run = entry.run
        if hand not in run.hands and hand != run.clasped:
            continue
        clasps = hand == run.clasped
        column = 0 if clasps else run.hands.index(hand)
        target = landing(
            run, entry.played, column, 0, lift=OVER if clasps else 0.0, ahead=TO_WRIST if clasps else 0.0
        )
        new_shape = landing_shape("flat" if clasps else run.fingers)
        new_tool = TOOLS.index("palm" if clasps else run.tool)
        _wait(
            sheet,
            hand,
            begin,
            entry.start,
            now,
            target,
            shape,
            new_shape,
            (tool, new_tool),
            rate,
            floor,
            leaps,
            station=station,
        )
        now = landing(
            run, entry.played, column, -1, lift=OVER if clasps else 0.0, ahead=TO_WRIST if clasps else 0.0
        )
        begin, shape, tool = entry.stop, new_shape, new_tool
    return leaps


def _wait(
    sheet: Sheet,
    hand: int,
    start: int,
    stop: int,
    a: Hover,
    b: Hover,
    shape,
    new_shape,
    tools,
    rate: float,
    floor: Ground,
    leaps: list[Leap],
    *,
    station: Station | None = None,
) -> None:
    """From one contact or hover to the next: at once, or by way of the waiting place when there is time."""
    if stop <= start:
        return
    tool, new_tool = tools if isinstance(tools, tuple) else (tools, tools)
    if station is None:
        first = min(stop - start, round(1.15 * flight_time(a, b, floor) * rate))
        _fly(leaps, hand, start, start + first, a, b, shape, new_shape, tool)
        _stay(sheet, hand, start + first, stop, b, new_shape, tool)
        return
    rest = hover(station, hand)
    there = round(1.1 * flight_time(a, rest, floor) * rate)
    back = round(1.1 * flight_time(rest, b, floor) * rate)
    spare = _SPARE if a.chart == b.chart else _SPARE_FAR
    if stop - start < there + back + round(spare * rate):
        _fly(leaps, hand, start, stop, a, b, shape, new_shape, new_tool)
        return
    relaxed = shaped("relaxed")
    _fly(leaps, hand, start, start + there, a, rest, shape, relaxed, tool)
    _stay(sheet, hand, start + there, stop - back, rest, relaxed, new_tool)
    _fly(leaps, hand, stop - back, stop, rest, b, relaxed, new_shape, new_tool)


def _stay(sheet: Sheet, hand: int, start: int, stop: int, at: Hover, shape, tool: int) -> None:
    rows_ = slice(start, stop)
    sheet.chart[rows_, hand] = CHARTS.index(at.chart)
    sheet.along[rows_, hand], sheet.across[rows_, hand] = at.along, at.across
    sheet.heading[rows_, hand], sheet.lift[rows_, hand] = at.heading, at.lift
    sheet.fingers[rows_, hand], sheet.tool[rows_, hand] = shape, tool


def fill(sheet: Sheet, leaps: Sequence[Leap]) -> None:
    """Write all ways through the air."""
    if not leaps:
        return
    counts = np.array([leap.stop - leap.start for leap in leaps])
    flown = fly([(leap.a, leap.b) for leap in leaps], counts, CHARTS)
    start, hand, tool = np.array([(leap.start, leap.hand, leap.tool) for leap in leaps])[flown.flight].T
    at = start + flown.step, hand
    sheet.chart[at], sheet.tool[at], sheet.phase[at] = flown.chart, tool, int(Phase.TRANSFER)
    sheet.along[at], sheet.across[at] = flown.along, flown.across
    sheet.heading[at], sheet.lift[at] = flown.heading, flown.lift
    shapes = np.stack([leap.shape for leap in leaps])
    change = np.stack([leap.new_shape for leap in leaps]) - shapes
    sheet.fingers[at] = shapes[flown.flight] + flown.share[:, None] * change[flown.flight]


def _fly(
    leaps: list[Leap], hand: int, start: int, stop: int, a: Hover, b: Hover, shape, new_shape, tool: int
) -> None:
    if stop > start:
        leaps.append(
            Leap(hand=hand, start=start, stop=stop, a=a, b=b, shape=shape, new_shape=new_shape, tool=tool)
        )
