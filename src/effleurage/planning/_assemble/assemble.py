"""From timed runs to a track with its segments and blocks."""

from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Bool, Float
from scipy.ndimage import convolve1d, minimum_filter1d

from effleurage.performance import TOOLS, Block, Phase, Segment, Station
from effleurage.planning._assemble.blocks import Piece, divide
from effleurage.planning._assemble.sheet import CHARTS, OVER, TO_WRIST, TOP, Sheet, opened, shaped
from effleurage.planning._assemble.waits import fill, through_air
from effleurage.planning._data import rows
from effleurage.planning._place.ground import Ground
from effleurage.planning._pose.giver import giver_shoulders
from effleurage.planning._rhythm import smooth
from effleurage.planning._time.schedule import Moved, Placed, Timed
from effleurage.planning._track import Track


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


def assemble(
    placed: Timed,
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
    sheet, pieces = Sheet(n), []
    for entry in placed:
        if isinstance(entry, Placed):
            _lay(sheet, entry, pieces, rate)
        else:
            cue = entry.arrange.cue
            pieces.append(Piece(hands=(0, 1), cue=cue, start=entry.start, stop=entry.stop))
    shoulders, states = _cut(placed, n, station, postures[0])
    _calm(sheet, rate)
    leaps = [leap for hand in (0, 1) for leap in through_air(sheet, placed, hand, rate, station, floor)]
    fill(sheet, leaps)
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
        track=track,
        unknown=sheet.unknown,
        segments=segments,
        blocks=blocks,
        bridges=tuple((leap.hand, leap.start, leap.stop) for leap in leaps),
    )


def _lay(sheet: Sheet, placed: Placed, pieces: list[Piece], rate: float) -> None:
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
        sheet.fingers[at, hand] = opened(run.fingers, len(played), rate)
    if run.upper >= 0:
        sheet.upper[at] = run.upper
    hands = run.hands
    if run.clasped >= 0:
        other = run.clasped
        hands = (*run.hands, other)
        sheet.chart[at, other] = sheet.chart[at, run.hands[0]]
        sheet.along[at, other] = np.minimum(played.along[:, 0] + TO_WRIST, TOP)
        sheet.across[at, other] = played.across[:, 0]
        sheet.heading[at, other], sheet.lift[at, other] = played.heading[:, 0], OVER
        sheet.clasps[at, other] = True
        sheet.phase[at, other] = int(Phase.AIR)
        sheet.tool[at, other] = TOOLS.index("palm")
        sheet.fingers[at, other] = shaped("flat")
    edges = np.flatnonzero(np.diff(played.cue)) + 1
    for a, b in zip([0, *edges], [*edges, len(played)], strict=True):
        cue = played.cues[played.cue[a]]
        pieces.append(
            Piece(
                hands=tuple(sorted(hands)), cue=cue, start=placed.start + int(a), stop=placed.start + int(b)
            )
        )


def _cut(
    placed: Timed, n: int, station: Station, posture: str
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


def _postures(placed: Timed, names: tuple[str, ...], n: int) -> Float[np.ndarray, "n p"]:
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


def _calm(sheet: Sheet, rate: float) -> None:
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
