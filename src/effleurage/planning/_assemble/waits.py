"""Waits: how hands get through the air from one contact to the next, and where they wait meanwhile."""

from effleurage.performance import TOOLS, Phase, Station
from effleurage.planning._assemble.sheet import CHARTS, OVER, TO_WRIST, Sheet, between, landing_shape, shaped
from effleurage.planning._place.ground import Ground
from effleurage.planning._time.schedule import Moved, Timed, landing
from effleurage.planning._trace.air import Hover, flight_time, fly, hover

_SPARE, _SPARE_FAR = 3.0, 0.6
"""A hand waits at its resting place where that leaves so much time there: it does not go there between two
strokes of a row; to another chart it goes that way if it can, in [s]."""


def through_air(
    sheet: Sheet, placed: Timed, hand: int, rate: float, station: Station, floor: Ground
) -> list[tuple[int, int, int]]:
    """Fill a hand's time between its runs; returns ways from one chart to another."""
    bridges: list[tuple[int, int, int]] = []
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
                bridges,
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
                bridges,
            )
            station = entry.arrange.station
            shape, new = shaped("relaxed"), hover(station, hand)
            _fly(sheet, hand, entry.start, entry.stop, rest, new, shape, shape, tool, bridges)
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
            bridges,
            station=station,
        )
        now = landing(
            run, entry.played, column, -1, lift=OVER if clasps else 0.0, ahead=TO_WRIST if clasps else 0.0
        )
        begin, shape, tool = entry.stop, new_shape, new_tool
    return bridges


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
    bridges: list,
    *,
    station: Station | None = None,
) -> None:
    """From one contact or hover to the next: at once, or by way of the waiting place when there is time."""
    if stop <= start:
        return
    tool, new_tool = tools if isinstance(tools, tuple) else (tools, tools)
    if station is None:
        first = min(stop - start, round(1.15 * flight_time(a, b, floor) * rate))
        _fly(sheet, hand, start, start + first, a, b, shape, new_shape, tool, bridges)
        _stay(sheet, hand, start + first, stop, b, new_shape, tool)
        return
    rest = hover(station, hand)
    there = round(1.1 * flight_time(a, rest, floor) * rate)
    back = round(1.1 * flight_time(rest, b, floor) * rate)
    spare = _SPARE if a.chart == b.chart else _SPARE_FAR
    if stop - start < there + back + round(spare * rate):
        _fly(sheet, hand, start, stop, a, b, shape, new_shape, new_tool, bridges)
        return
    relaxed = shaped("relaxed")
    _fly(sheet, hand, start, start + there, a, rest, shape, relaxed, tool, bridges)
    _stay(sheet, hand, start + there, stop - back, rest, relaxed, new_tool)
    _fly(sheet, hand, stop - back, stop, rest, b, relaxed, new_shape, new_tool, bridges)


def _stay(sheet: Sheet, hand: int, start: int, stop: int, at: Hover, shape, tool: int) -> None:
    rows_ = slice(start, stop)
    sheet.chart[rows_, hand] = CHARTS.index(at.chart)
    sheet.along[rows_, hand], sheet.across[rows_, hand] = at.along, at.across
    sheet.heading[rows_, hand], sheet.lift[rows_, hand] = at.heading, at.lift
    sheet.fingers[rows_, hand], sheet.tool[rows_, hand] = shape, tool


def _fly(
    sheet: Sheet,
    hand: int,
    start: int,
    stop: int,
    a: Hover,
    b: Hover,
    shape,
    new_shape,
    tool: int,
    bridges: list,
) -> None:
    if stop <= start:
        return
    rows_ = slice(start, stop)
    way = fly(a, b, stop - start, CHARTS)
    sheet.chart[rows_, hand] = way.chart
    sheet.along[rows_, hand], sheet.across[rows_, hand] = way.along, way.across
    sheet.heading[rows_, hand], sheet.lift[rows_, hand] = way.heading, way.lift
    sheet.fingers[rows_, hand] = between(shape, new_shape, way.share[:, None])
    sheet.tool[rows_, hand] = tool
    sheet.phase[rows_, hand] = int(Phase.TRANSFER)
    bridges.append((hand, start, stop))
