"""From timed runs to a track with its segments and blocks."""

from dataclasses import dataclass, field
from functools import cache
from typing import final

import numpy as np
from jaxtyping import Bool, Float
from scipy.ndimage import convolve1d, minimum_filter1d

from effleurage.anatomy import hands
from effleurage.performance import TOOLS, Block, Phase, Segment, Station
from effleurage.planning._air import Hover, flight_time, fly, hover
from effleurage.planning._blocks import Piece, divide
from effleurage.planning._data import rows
from effleurage.planning._ground import Ground
from effleurage.planning._pose_giver import giver_shoulders
from effleurage.planning._rhythm import smooth
from effleurage.planning._schedule import Moved, Placed, landing
from effleurage.planning._track import Track

CHARTS = ("back", "head")
_TO_WRIST, _TOP, _OVER = 0.12, 0.86, 0.22
"""Where a clasping hand waits to take hold: this far on in `along`, at most there, this high [m]."""

_SPARE, _SPARE_FAR = 3.0, 0.6
"""A hand waits at its resting place where that leaves so much time there: it does not go there between two
strokes of a row; to another chart it goes that way if it can, in [s]."""

_GATHERED, _OPENING = 0.85, 1.2
"""How far splayed fingers are gathered while a hand lands and leaves, and in what time they open, in [s]."""


@final
@dataclass(frozen=True, kw_only=True)
class Assembly:
    """What the assembly makes.

    Attributes:
        track: Both hands over time; a hand on a part without a chart counts as waiting in the air.
        unknown: A hand is on a part without a chart.
        segments: The strokes.
        blocks: What a session may move.
        bridges: Ways through the air: hand, first sample, and the one after the last.
    """

    track: Track
    unknown: Bool[np.ndarray, "n 2"]
    segments: tuple[Segment, ...]
    blocks: tuple[Block, ...]
    bridges: tuple[tuple[int, int, int], ...]


@dataclass
class _Sheet:
    """The arrays while they are filled."""

    n: int
    chart: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        n = self.n
        self.chart = np.zeros((n, 2), int)
        self.along, self.across = np.zeros((n, 2)), np.zeros((n, 2))
        self.lift, self.heading, self.force = np.zeros((n, 2)), np.zeros((n, 2)), np.zeros((n, 2))
        self.most = np.zeros((n, 2))
        self.tool = np.zeros((n, 2), int)
        self.fingers = np.zeros((n, 2, len(hands.BASES)))
        self.contact = np.zeros((n, 2), bool)
        self.unknown = np.zeros((n, 2), bool)
        self.phase = np.full((n, 2), int(Phase.AIR))
        self.upper = np.full(n, -1)
        self.clasps = np.zeros((n, 2), bool)


@cache
def _shape(name: str) -> Float[np.ndarray, " b"]:
    return np.eye(len(hands.BASES))[hands.BASES.index(name)]


@cache
def _landing_shape(name: str) -> Float[np.ndarray, " b"]:
    """Shape of a hand that lands and leaves: splayed fingers are gathered, so that hands pass each other."""
    return _shape(name) if name != "splayed" else _GATHERED * _shape("flat") + (1 - _GATHERED) * _shape(name)


def _opened(name: str, count: int, rate: float) -> Float[np.ndarray, "#n b"]:
    """Shapes of a hand on the skin, from where it lands to where it leaves; one row if it stays the same."""
    step = np.arange(count) / rate
    share = smooth(np.minimum(step, step[::-1]) / _OPENING)[:, None]
    return _between(_landing_shape(name), _shape(name), share)


def _between(
    a: Float[np.ndarray, " b"], b: Float[np.ndarray, " b"], share: Float[np.ndarray, "n 1"]
) -> Float[np.ndarray, "#n b"]:
    """From one shape to another; one row if they are the same."""
    return a[None] if np.array_equal(a, b) else (1.0 - share) * a + share * b


def assemble(
    placed: list[Placed | Moved],
    postures: tuple[str, ...],
    floor: Ground,
    *,
    rate: float,
    station: Station,
) -> Assembly:
    """Fill the track.

    Args:
        placed: Runs and changes with their times.
        postures: Their names, in the order of `Track.posture`.
        floor: Ground to measure ways through the air on.
        rate: Samples a second, in [Hz].
        station: Where the giver begins.
    """
    n = max(entry.stop for entry in placed) + round(2.5 * rate)
    sheet, pieces = _Sheet(n), []
    for entry in placed:
        if isinstance(entry, Placed):
            _lay(sheet, entry, pieces, rate)
        else:
            cue = entry.arrange.cue
            pieces.append(Piece(hands=(0, 1), cue=cue, start=entry.start, stop=entry.stop))
    shoulders, states = _cut(placed, n, station, postures[0])
    _calm(sheet, rate)
    bridges = [way for hand in (0, 1) for way in _through_air(sheet, placed, hand, rate, station, floor)]
    segments, blocks, index = divide(pieces, states, n)
    track = Track(
        time=np.arange(n) / rate,
        posture=_postures(placed, postures, n),
        chart=sheet.chart,
        along=sheet.along,
        across=sheet.across,
        lift=sheet.lift,
        heading=sheet.heading,
        tool=sheet.tool,
        fingers=sheet.fingers,
        force=sheet.force,
        contact=sheet.contact,
        phase=sheet.phase,
        segment=index,
        shoulders=shoulders,
        upper=sheet.upper,
        clasps=sheet.clasps,
        charts=CHARTS,
    )
    return Assembly(
        track=track, unknown=sheet.unknown, segments=segments, blocks=blocks, bridges=tuple(bridges)
    )


def _lay(sheet: _Sheet, placed: Placed, pieces: list[Piece], rate: float) -> None:
    """Write a run's samples and its pieces."""
    run, played, at = placed.run, placed.played, slice(placed.start, placed.stop)
    for column, hand in enumerate(run.hands):
        sheet.chart[at, hand] = CHARTS.index(run.chart or "back")
        sheet.unknown[at, hand] = not run.chart
        sheet.lift[at, hand] = 0.0 if run.chart else rows()["hover"]["lift"]
        sheet.along[at, hand], sheet.across[at, hand] = played.along[:, column], played.across[:, column]
        sheet.heading[at, hand], sheet.force[at, hand] = played.heading[:, column], played.force
        sheet.most[at, hand] = played.most[:, column]
        sheet.phase[at, hand], sheet.contact[at, hand] = played.phase, bool(run.chart)
        sheet.tool[at, hand] = TOOLS.index(run.tool)
        sheet.fingers[at, hand] = _opened(run.fingers, len(played), rate)
    if run.upper >= 0:
        sheet.upper[at] = run.upper
    hands = run.hands
    if run.clasped >= 0:
        other = run.clasped
        hands = (*run.hands, other)
        sheet.along[at, other] = np.minimum(played.along[:, 0] + _TO_WRIST, _TOP)
        sheet.across[at, other] = played.across[:, 0]
        sheet.heading[at, other], sheet.lift[at, other] = played.heading[:, 0], _OVER
        sheet.clasps[at, other] = True
        sheet.phase[at, other] = int(Phase.AIR)
        sheet.tool[at, other] = TOOLS.index("palm")
        sheet.fingers[at, other] = _shape("flat")
    edges = np.flatnonzero(np.diff(played.cue)) + 1
    for a, b in zip([0, *edges], [*edges, len(played)], strict=True):
        cue = played.cues[played.cue[a]]
        pieces.append(
            Piece(
                hands=tuple(sorted(hands)), cue=cue, start=placed.start + int(a), stop=placed.start + int(b)
            )
        )


def _cut(
    placed: list[Placed | Moved], n: int, station: Station, posture: str
) -> tuple[Float[np.ndarray, "n 2 3"], list[tuple[int, Station, str]]]:
    """The giver's shoulders at every sample; stations and postures by the sample where they begin."""
    states = [(0, station, posture)]
    shoulders = np.repeat(giver_shoulders(station)[None], n, 0)
    for entry in placed:
        if isinstance(entry, Moved):
            before, after = giver_shoulders(station), giver_shoulders(entry.arrange.station)
            share = _changing(entry)[:, None, None]
            shoulders[entry.start : entry.stop] = before + share * (after - before)
            shoulders[entry.stop :] = after
            station, posture = entry.arrange.station, entry.arrange.posture
            states.append((entry.start, station, posture))
    return shoulders, states


def _postures(placed: list[Placed | Moved], names: tuple[str, ...], n: int) -> Float[np.ndarray, "n p"]:
    """Weights of the surfaces, blending over the changes."""
    weights = np.zeros((n, len(names)))
    now = 0
    weights[:, now] = 1.0
    for entry in placed:
        if isinstance(entry, Moved) and names.index(entry.arrange.posture) != now:
            new = names.index(entry.arrange.posture)
            share = _changing(entry)
            weights[entry.start :] = np.eye(len(names))[new]
            weights[entry.start : entry.stop, now] = 1.0 - share
            weights[entry.start : entry.stop, new] = share
            now = new
    return weights


def _changing(entry: Moved) -> Float[np.ndarray, " n"]:
    """How far a change has come, sample by sample."""
    return smooth(np.arange(entry.stop - entry.start) / (entry.stop - entry.start))


def _calm(sheet: _Sheet, rate: float) -> None:
    """Lower forces to what the place allows, and let them change gently; contact never jumps."""
    width = 2 * max(1, round(rows()["ramp"]["smooth"] * rate)) + 1
    asked = np.where(sheet.contact, np.minimum(sheet.force, _MARGIN * sheet.most), 0.0)
    sheet.force = np.where(sheet.contact, gentle(asked, rows()["ramp"]["rate"] / rate, width), 0.0)


_MARGIN = 0.97


def gentle(force: Float[np.ndarray, "n 2"], step: float, width: int) -> Float[np.ndarray, "n 2"]:
    """The largest smooth force below `force` that changes by at most `step` a sample."""
    low = minimum_filter1d(force, width, axis=0, mode="constant", cval=0.0)
    index = (np.arange(len(force)) * step)[:, None]
    up = np.minimum.accumulate(low - index, axis=0) + index
    down = np.minimum.accumulate((low + index)[::-1], axis=0)[::-1] - index
    kernel = np.hanning(width + 2)[1:-1]
    return convolve1d(np.minimum(up, down), kernel / kernel.sum(), axis=0, mode="constant", cval=0.0)


def _through_air(
    sheet: _Sheet, placed: list[Placed | Moved], hand: int, rate: float, station: Station, floor: Ground
) -> list[tuple[int, int, int]]:
    """Fill a hand's time between its runs; returns ways from one chart to another."""
    bridges: list[tuple[int, int, int]] = []
    now, begin, shape, tool = hover(station, hand), 0, _shape("relaxed"), TOOLS.index("palm")
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
                _shape("relaxed"),
                tool,
                rate,
                floor,
                bridges,
            )
            station = entry.arrange.station
            shape, new = _shape("relaxed"), hover(station, hand)
            _fly(sheet, hand, entry.start, entry.stop, rest, new, shape, shape, tool, bridges)
            now, begin = new, entry.stop
            continue
        run = entry.run
        if hand not in run.hands and hand != run.clasped:
            continue
        clasps = hand == run.clasped
        column = 0 if clasps else run.hands.index(hand)
        target = landing(
            run, entry.played, column, 0, lift=_OVER if clasps else 0.0, ahead=_TO_WRIST if clasps else 0.0
        )
        new_shape = _landing_shape("flat" if clasps else run.fingers)
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
            run, entry.played, column, -1, lift=_OVER if clasps else 0.0, ahead=_TO_WRIST if clasps else 0.0
        )
        begin, shape, tool = entry.stop, new_shape, new_tool
    return bridges


def _wait(
    sheet: _Sheet,
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
    relaxed = _shape("relaxed")
    _fly(sheet, hand, start, start + there, a, rest, shape, relaxed, tool, bridges)
    _stay(sheet, hand, start + there, stop - back, rest, relaxed, new_tool)
    _fly(sheet, hand, stop - back, stop, rest, b, relaxed, new_shape, new_tool, bridges)


def _stay(sheet: _Sheet, hand: int, start: int, stop: int, at: Hover, shape, tool: int) -> None:
    rows_ = slice(start, stop)
    sheet.chart[rows_, hand] = CHARTS.index(at.chart)
    sheet.along[rows_, hand], sheet.across[rows_, hand] = at.along, at.across
    sheet.heading[rows_, hand], sheet.lift[rows_, hand] = at.heading, at.lift
    sheet.fingers[rows_, hand], sheet.tool[rows_, hand] = shape, tool


def _fly(
    sheet: _Sheet,
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
    sheet.fingers[rows_, hand] = _between(shape, new_shape, way.share[:, None])
    sheet.tool[rows_, hand] = tool
    sheet.phase[rows_, hand] = int(Phase.TRANSFER)
    bridges.append((hand, start, stop))
