"""A run's parts: where its hands stay, and the ways that they go without a rest."""

import math
from dataclasses import dataclass, replace
from typing import final

import numpy as np
from jaxtyping import Float, Int

from effleurage.performance import Phase
from effleurage.planning._data import rows
from effleurage.planning._rhythm import STEEPEST, offsets, smooth
from effleurage.planning._score import Leg, Run

_SAME = 1e-4
"""Way points nearer than this are one, in [m]."""

_PAUSE = 0.5
"""Hands stay at least so long for words that lead nowhere, in [s]."""


@final
@dataclass(frozen=True, kw_only=True)
class At:
    """Where the hands of a run are: the way point, the heading and each hand's further x."""

    x: float
    o: float
    turn: float
    shift: tuple[float, ...]


@final
@dataclass(frozen=True, kw_only=True)
class Stay:
    """Samples without travel.

    Attributes:
        leg: Whose words it belongs to: 0 the landing's, i + 1 those of leg i.
        at: Where.
        turn: Heading at each sample, in [rad].
        path: Way points (x, o) at each sample, where work in place moves the hands.
        force: Asked force at each sample, in [N].
        phase: What the hands do.
    """

    leg: int
    at: At
    turn: Float[np.ndarray, " n"]
    path: Float[np.ndarray, "n 2"] | None
    force: Float[np.ndarray, " n"]
    phase: Phase


@final
@dataclass(frozen=True, kw_only=True)
class Way:
    """Legs that join without a rest.

    Attributes:
        numbers: Number of each leg in the run, from 1.
        legs: The legs.
        points: Way points (x, o), from where the hands are.
        turn: Heading at each.
        shift: Further x of each hand at each.
        owner: Index into `legs` that each way point but the first belongs to.
    """

    numbers: tuple[int, ...]
    legs: tuple[Leg, ...]
    points: Float[np.ndarray, "k 2"]
    turn: Float[np.ndarray, " k"]
    shift: Float[np.ndarray, "k 2"]
    owner: Int[np.ndarray, " k_1"]


def legs_of(run: Run) -> tuple[Leg, ...]:
    """The run's legs; hands that are put down and do nothing rest for a moment."""
    return run.legs or (Leg(cue=run.cue, force=((0.0, 3.0),), dwell=0.5, phase=Phase.HOLD),)


def parts(run: Run, rate: float) -> list[Stay | Way]:
    """Divide a run at the places where its hands stop.

    Args:
        run: The run.
        rate: Samples a second, in [Hz].
    """
    legs, ramp = legs_of(run), rows()["ramp"]
    at = At(x=run.begin[0], o=run.begin[1], turn=run.turn, shift=run.shift)
    n = max(1, round(ramp["place"] * rate))
    force = legs[0].force[0][1] * smooth((np.arange(n) + 1) / n)
    out: list[Stay | Way] = [_still(0, at, force, Phase.PLACE)]
    told = _cut(legs, at)
    i = 0
    while i < len(told):
        number, leg = told[i]
        if not leg.travels:
            out.append(_stay(leg, number, at, rate, moves=run.chart == "back"))
            i += 1
            continue
        j, gone = i + 1, [(at.x, at.o), *_pairs(leg)]
        while j < len(told) and told[j][1].travels and not _turns_back(gone, _pairs(told[j][1])):
            gone += _pairs(told[j][1])
            j += 1
        part, at = _way(told[i:j], at, rate)
        out.append(part)
        i = j
    n = max(1, round(ramp["lift"] * rate))
    force = legs[-1].force[-1][1] * smooth(1.0 - (np.arange(n) + 1) / n)
    out.append(_still(len(legs), at, force, legs[-1].phase))
    return out


def _still(number: int, at: At, force: Float[np.ndarray, " n"], phase: Phase) -> Stay:
    return Stay(leg=number, at=at, turn=np.full(len(force), at.turn), path=None, force=force, phase=phase)


def _stay(leg: Leg, number: int, at: At, rate: float, *, moves: bool) -> Stay:
    """Samples at one place; cycles `moves` the hands only on a chart that is rolled out in metres."""
    t = np.arange(max(1, round(leg.dwell * rate))) / rate
    dx, do, swell = offsets(leg.rhythm, t, leg.dwell)
    works = moves and leg.rhythm is not None and leg.rhythm.amplitude > 0.0
    still = _still(number, at, leg.force[-1][1] * swell, leg.phase)
    return replace(still, path=np.column_stack([at.x + dx, at.o + do])) if works else still


def _turning(leg: Leg, number: int, at: At, turn: float, rate: float) -> Stay:
    """A leg that leads nowhere: the hands turn where they are, in the time that this takes."""
    time = max(_PAUSE, STEEPEST * abs(turn - at.turn) / rows()["curve"]["turning"])
    n = max(1, round(time * rate))
    still = _still(number, at, np.full(n, leg.force[-1][1]), leg.phase)
    return replace(still, turn=at.turn + smooth((np.arange(n) + 1.0) / n) * (turn - at.turn))


def _cut(legs: tuple[Leg, ...], at: At) -> list[tuple[int, Leg]]:
    """The legs with their numbers, those that turn back cut there."""
    out: list[tuple[int, Leg]] = []
    gone = [(at.x, at.o)]
    for number, leg in enumerate(legs, start=1):
        begin, ahead = 0, _pairs(leg)
        for k in range(1, len(ahead)):
            gone.append(ahead[k - 1])
            if _turns_back(gone, ahead[k:]):
                out.append((number, _piece(leg, begin, k)))
                begin = k
        out.append((number, _piece(leg, begin, len(ahead)) if begin else leg))
        gone += ahead[-1:]
    return out


def _pairs(leg: Leg) -> list[tuple[float, float]]:
    return [(x, o) for x, o in leg.points.tolist()]


def _piece(leg: Leg, begin: int, end: int) -> Leg:
    at = slice(begin, end)
    return replace(leg, points=leg.points[at], turn=leg.turn[at], shift=leg.shift[at])


def _way(told: list[tuple[int, Leg]], at: At, rate: float) -> tuple[Stay | Way, At]:
    """Legs that join, from where the hands are, and where they end."""
    mine = tuple(leg for _, leg in told)
    points = np.concatenate([[(at.x, at.o)], *[leg.points for leg in mine]])
    turn = np.concatenate([[at.turn], *[leg.turn for leg in mine]])
    shift = np.concatenate([np.array([at.shift]), *[leg.shift for leg in mine]])
    end = At(x=float(points[-1, 0]), o=float(points[-1, 1]), turn=float(turn[-1]), shift=tuple(shift[-1]))
    step = np.diff(points, axis=0)
    keep = np.concatenate([[True], np.einsum("ka,ka->k", step, step) > _SAME**2])
    if keep.sum() < 2:
        return _turning(mine[-1], told[-1][0], at, end.turn, rate), end
    # Of way points that are one, the last one's heading holds, but hands begin as they are.
    last = np.append(np.flatnonzero(keep)[1:] - 1, len(keep) - 1)
    last[0] = 0
    owner = np.repeat(np.arange(len(mine)), [len(leg.points) for leg in mine])
    way = Way(
        numbers=tuple(number for number, _ in told),
        legs=mine,
        points=points[keep],
        turn=turn[last],
        shift=two(shift[last]),
        owner=owner[keep[1:]],
    )
    return way, end


def two(columns: Float[np.ndarray, "k h"]) -> Float[np.ndarray, "k 2"]:
    """Values of both hands; those of a hand that works alone count twice."""
    return columns if columns.shape[1] == 2 else np.repeat(columns, 2, axis=1)


def _turns_back(gone: list[tuple[float, float]], ahead: list[tuple[float, float]]) -> bool:
    """Way points go back the way that those before them came: the hands rest between."""
    here = gone[-1]
    before = next((point for point in reversed(gone) if math.dist(point, here) > _SAME), None)
    after = next((point for point in ahead if math.dist(point, here) > _SAME), None)
    if before is None or after is None:
        return False
    along = (here[0] - before[0]) * (after[0] - here[0]) + (here[1] - before[1]) * (after[1] - here[1])
    return along < -0.45 * math.dist(here, before) * math.dist(after, here)
