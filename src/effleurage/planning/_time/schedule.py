"""Time: when each run begins, so that the next hand is on before the last one leaves."""

from dataclasses import dataclass, replace
from typing import final

import numpy as np

from effleurage.performance import Phase, Station
from effleurage.planning._data import rows
from effleurage.planning._score import Arrange, Run, Score
from effleurage.planning._time.played import Played, longer
from effleurage.planning._time.time import Reel
from effleurage.planning._trace.air import Hover, flight_time, hover


@final
@dataclass(frozen=True, kw_only=True)
class Placed:
    """A run at its time.

    Attributes:
        run: The run.
        played: Its samples.
        start: Index of its first sample.
        station: Where the giver is.
    """

    run: Run
    played: Played
    start: int
    station: Station

    @property
    def stop(self) -> int:
        """Index after its last sample."""
        return self.start + len(self.played)


@final
@dataclass(frozen=True, kw_only=True)
class Moved:
    """A change of posture or station at its time; samples `start` to `stop` are nobody's contact."""

    arrange: Arrange
    start: int
    stop: int


Timed = tuple[Placed | Moved, ...]
"""A score in time."""

_CLASP_LIFT = 0.30
"""How far a clasping hand counts as off the skin when its way through the air is timed, in [m]."""


def schedule(
    score: Score,
    reel: Reel,
    *,
    station: Station,
) -> Timed:
    """Give every run and every change its time.

    Args:
        score: What is done.
        reel: Plays runs.
        station: Where the giver begins.
    """
    ground, rate = reel.ground, reel.rate
    takes = iter(reel.play([entry for entry in score if isinstance(entry, Run)]))
    gap = round(rows()["air"]["overlap"] * rate)
    out: list[Placed | Moved] = []
    free, last = [0, 0], [hover(station, hand) for hand in (0, 1)]
    end = round(1.0 * rate)
    resting: dict[int, int] = {}
    for number, entry in enumerate(score):
        if isinstance(entry, Arrange):
            begin = end
            for hand in (0, 1):
                settle(out, resting.pop(hand, -1), end, rate)
                free[hand] = max(free[hand], end if hand in resting else free[hand])
            floor = ground("prone")
            back = [
                free[hand] + round(flight_time(last[hand], hover(station, hand), floor) * rate)
                for hand in (0, 1)
            ]
            begin = max(begin, *back) if out else begin
            stop = begin + round(entry.time * rate)
            out.append(Moved(arrange=entry, start=begin, stop=stop))
            station, end = entry.station, stop
            free, last = [stop, stop], [hover(station, hand) for hand in (0, 1)]
            continue
        floor = ground(entry.posture)
        played = next(takes)
        hands = entry.hands if entry.clasped < 0 else (*entry.hands, entry.clasped)
        ready = 0
        for hand in hands:
            if hand in resting:
                free[hand] = settle(out, resting.pop(hand), end, rate)
            column = entry.hands.index(hand) if hand in entry.hands else 0
            land = landing(entry, played, column, 0, lift=_CLASP_LIFT if hand == entry.clasped else 0.0)
            ready = max(ready, free[hand] + round(flight_time(last[hand], land, floor) * rate))
        begin = end
        before = out[-1] if out else None
        other = isinstance(before, Placed) and not set(hands) & set(before.run.hands)
        if other and entry.timing in ("overlap", "handover") and isinstance(before, Placed):
            begin = before.stop - gap
            if ready > begin:
                out[-1] = before = replace(before, played=longer(before.played, ready - begin, rate))
                begin = before.stop - gap
                for hand in before.run.hands:
                    free[hand] = max(free[hand], before.stop)
        elif resting:
            begin = end
        begin = max(begin, ready)
        if other and entry.timing == "handover" and isinstance(before, Placed):
            phase = np.array(played.phase)
            phase[: max(0, before.stop - begin)] = int(Phase.TRANSFER)
            played = replace(played, phase=phase)
        placed = Placed(run=entry, played=played, start=begin, station=station)
        out.append(placed)
        for hand in hands:
            column = entry.hands.index(hand) if hand in entry.hands else 0
            free[hand], last[hand] = (
                placed.stop,
                landing(entry, played, column, -1, lift=_CLASP_LIFT if hand == entry.clasped else 0.0),
            )
        if entry.sustained:
            resting[entry.hands[0]] = len(out) - 1
            end = max(end, placed.stop - round(rows()["ramp"]["lift"] * rate))
        else:
            end = max(end, placed.stop)
        follows = score[number + 1] if number + 1 < len(score) else None
        if not isinstance(follows, Run) or follows.cue.movement != entry.cue.movement:
            for hand in list(resting):
                free[hand] = settle(out, resting.pop(hand), end + round(0.6 * rate), rate)
                end = max(end, free[hand])
    return tuple(out)


def landing(
    run: Run, played: Played, column: int, row: int, *, lift: float = 0.0, ahead: float = 0.0
) -> Hover:
    """Where a hand of a run touches first (row 0) or last (row −1)."""
    column = min(column, played.along.shape[1] - 1)
    return Hover(
        chart=run.chart or "back",
        along=min(float(played.along[row, column]) + ahead, 0.86 if ahead else 1.0),
        across=float(played.across[row, column]),
        heading=float(played.heading[row, column]),
        lift=lift if run.chart else rows()["hover"]["lift"],
    )


def settle(out: list[Placed | Moved], index: int, end: int, rate: float) -> int:
    """Let a resting hand stay until the sample `end`; returns when it leaves."""
    if index < 0:
        return end
    placed = out[index]
    assert isinstance(placed, Placed)
    extra = end - placed.stop
    if extra > 0:
        out[index] = placed = replace(placed, played=longer(placed.played, extra, rate))
    return placed.stop
