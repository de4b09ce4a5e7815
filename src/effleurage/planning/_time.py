"""Time: a run's way points as a smooth path, and the path as samples.

Between two rests a path is one spline through its way points, twice continuously differentiable,
so that clauses join without a corner. It is run at the speed of its words, slower where it bends,
and starts and stops gently.
"""

import itertools
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float, Int
from scipy.interpolate import CubicSpline, PchipInterpolator

from effleurage.performance import Phase
from effleurage.planning._data import rows
from effleurage.planning._ground import Ground
from effleurage.planning._score import Cue, Leg, Rhythm, Run

_GRAIN = 0.008
_LANE = 0.055
"""Up to here two hands side by side keep their distance from the midline [m], further out their share."""
_SPAN, _CORNER = 0.075, 0.045
"""Straight stretches get further way points this far apart [m], this far from their ends [m]."""


@final
@dataclass(frozen=True, kw_only=True)
class Played:
    """A run in time, from its first contact to its last; n samples of h hands.

    Attributes:
        along: Chart coordinate u.
        across: Chart coordinate v.
        heading: Angle of the tool from the head toward the receiver's left, in [rad].
        force: Asked normal force, in [N].
        phase: A `Phase`.
        cue: Index into `cues`.
        cues: The words.
    """

    along: Float[np.ndarray, "n h"]
    across: Float[np.ndarray, "n h"]
    heading: Float[np.ndarray, "n h"]
    force: Float[np.ndarray, "n h"]
    phase: Int[np.ndarray, " n"]
    cue: Int[np.ndarray, " n"]
    cues: tuple[Cue, ...]

    def __len__(self) -> int:
        return len(self.phase)


@final
class _Reel:
    """Collects the samples of a run."""

    def __init__(self, run: Run, ground: Ground, rate: float) -> None:
        self.run, self.ground, self.rate = run, ground, rate
        self.signs = np.array(run.signs)
        self.cues: list[Cue] = []
        self.parts: list[tuple[np.ndarray, ...]] = []
        self.stays: tuple[_At, tuple[np.ndarray, np.ndarray]] | None = None

    def add(
        self,
        along: np.ndarray,
        across: np.ndarray,
        turn: np.ndarray,
        force: np.ndarray,
        phase: np.ndarray,
        cue,
    ) -> None:
        """Append samples; `turn`, `force`, `phase` and `cue` are one per sample."""
        heading = turn[:, None] * self.signs
        self.parts.append((along, across, heading, np.repeat(force[:, None], len(self.signs), 1), phase, cue))

    def number(self, cue: Cue) -> int:
        """Index of a cue."""
        if not self.cues or self.cues[-1] is not cue:
            self.cues.append(cue)
        return len(self.cues) - 1

    def chart(self, x: np.ndarray, o: np.ndarray, shift: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Chart coordinates of each hand; arrays of n, n and n × h."""
        if self.run.chart != "back":
            ones = np.ones_like(shift)
            return x[:, None] * ones, o[:, None] * ones
        ones = np.ones(len(self.signs))
        along, across = self.ground.chart_of(x[:, None] * ones, o[:, None] * self.signs)
        if not np.any(shift):
            return along, across
        pair = len(self.signs) == 2 and self.signs[0] == self.signs[1]
        further = self.ground.beside(along, across, shift, pair=pair)
        if pair:
            lane = self.ground.surface.at(further, o[:, None] * self.signs, chart="back")
            near = 1.0 - _smooth((np.abs(o) - _LANE) / _LANE)[:, None]
            across = across + near * (lane - across)
            further = self.ground.beside(along, across, shift, pair=True)
        return further, across

    def place(self, at: "_At") -> tuple[np.ndarray, np.ndarray]:
        """Chart coordinates of each hand where it stays."""
        if self.stays is None or self.stays[0] != at:
            self.stays = (at, self.chart(np.array([at.x]), np.array([at.o]), np.array([at.shift])))
        return self.stays[1]

    def still(self, leg: Leg, at: "_At", time: float, force: np.ndarray | None = None) -> None:
        """Samples without travel."""
        n = max(1, round(time * self.rate))
        t = np.arange(n) / self.rate
        dx, do, swell = offsets(leg.rhythm, t, time)
        if leg.rhythm is not None and leg.rhythm.amplitude > 0.0 and self.run.chart == "back":
            along, across = self.chart(at.x + dx, at.o + do, np.repeat([at.shift], n, 0))
        else:
            along, across = (np.repeat(place, n, 0) for place in self.place(at))
        asked = leg.force[-1][1] * swell if force is None else force
        self.add(
            along,
            across,
            np.full(n, at.turn),
            asked,
            np.full(n, int(leg.phase)),
            np.full(n, self.number(leg.cue)),
        )

    def travel(self, legs: list[Leg], at: "_At") -> "_At":
        """Samples of legs that join without a rest; returns where they end."""
        xo = np.concatenate([[(at.x, at.o)], *[leg.points for leg in legs]])
        turn = np.concatenate([[at.turn], *[leg.turn for leg in legs]])
        shift = np.concatenate([np.array([at.shift]), *[leg.shift for leg in legs]])
        owner = np.repeat(np.arange(len(legs)), [len(leg.points) for leg in legs])
        end = _At(x=float(xo[-1, 0]), o=float(xo[-1, 1]), turn=float(turn[-1]), shift=tuple(shift[-1]))
        keep = np.concatenate([[True], np.linalg.norm(np.diff(xo, axis=0), axis=1) > 1e-4])
        if keep.sum() < 2:
            self.still(legs[-1], at, 0.5)
            return end
        xo, turn, shift, owner = _filled(xo[keep], turn[keep], shift[keep], owner[keep[1:]])
        chord = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(xo, axis=0), axis=1))])
        bounds = np.array([chord[1:][owner <= i].max(initial=0.0) for i in range(len(legs))])
        path = CubicSpline(chord, xo, bc_type="natural")
        bends = PchipInterpolator(chord, np.column_stack([turn, shift]))
        grain = np.linspace(0.0, chord[-1], int(np.clip(np.ceil(chord[-1] / _GRAIN), 12, 600)))
        drawn, side = path(grain), bends(grain)
        along, across = self.chart(drawn[:, 0], drawn[:, 1], side[:, 1:])
        points = self.ground.surface.point(along, across, chart="back")
        frames = self.ground.surface.frame(along, across, chart="back")
        leg_of = np.minimum(np.searchsorted(bounds, grain - 1e-9), len(legs) - 1)
        time = _clock(points, np.array([leg.speed for leg in legs])[leg_of], side[:, 0], frames)
        ramp = min(rows()["ramp"]["glide"], time[-1])
        n = max(2, int(np.ceil((time[-1] + ramp) * self.rate)))
        asked = PchipInterpolator(time, grain)(eased(np.arange(n) / n, time[-1], ramp))
        skin = CubicSpline(grain, np.concatenate([along, across], axis=1))(asked)
        self.stays = (end, (along[-1:], across[-1:]))
        which = np.minimum(np.searchsorted(bounds, asked - 1e-9), len(legs) - 1)
        hands = len(self.signs)
        self.add(
            skin[:, :hands],
            skin[:, hands:],
            bends(asked)[:, 0],
            _forces(legs, bounds, which, asked),
            np.array([int(leg.phase) for leg in legs])[which],
            np.array([self.number(leg.cue) for leg in legs])[which],
        )
        return end

    def done(self) -> Played:
        """All samples."""
        along, across, heading, force, phase, cue = (
            np.concatenate(column) for column in zip(*self.parts, strict=True)
        )
        return Played(
            along=along,
            across=across,
            heading=heading,
            force=force,
            phase=phase.astype(int),
            cue=cue.astype(int),
            cues=tuple(self.cues),
        )


@final
@dataclass(frozen=True, kw_only=True)
class _At:
    x: float
    o: float
    turn: float
    shift: tuple[float, ...]


def play(run: Run, ground: Ground, rate: float) -> Played:
    """A run as samples at `rate` [Hz]."""
    reel = _Reel(run, ground, rate)
    at = _At(x=run.begin[0], o=run.begin[1], turn=run.turn, shift=run.shift)
    ramp = rows()["ramp"]
    legs = run.legs or (Leg(cue=run.cue, force=((0.0, 3.0),), dwell=0.5, phase=Phase.HOLD),)
    n = max(1, round(ramp["place"] * rate))
    first = legs[0].force[0][1]
    rest = Leg(cue=run.cue, phase=Phase.PLACE)
    reel.still(rest, at, ramp["place"], first * _smooth((np.arange(n) + 1) / n))
    i = 0
    while i < len(legs):
        if not legs[i].travels:
            reel.still(legs[i], at, legs[i].dwell)
            i += 1
            continue
        j = i
        while j < len(legs) and legs[j].travels and (j == i or not _turns_back(legs[j - 1], legs[j], at)):
            j += 1
        at = reel.travel(list(legs[i:j]), at)
        i = j
    n = max(1, round(ramp["lift"] * rate))
    last = legs[-1].force[-1][1]
    leave = Leg(cue=legs[-1].cue, phase=legs[-1].phase)
    reel.still(leave, at, ramp["lift"], last * _smooth(1.0 - (np.arange(n) + 1) / n))
    return reel.done()


def _filled(
    xo: Float[np.ndarray, "k 2"],
    turn: Float[np.ndarray, " k"],
    shift: Float[np.ndarray, "k h"],
    owner: Int[np.ndarray, " k_1"],
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """More way points on long straight stretches, so that a bend does not reach into them."""
    chord = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(xo, axis=0), axis=1))])
    at = [np.array([0.0])]
    for a, b in itertools.pairwise(chord):
        free = b - a - 2.0 * _CORNER
        if free > 0.02:
            at.append(np.linspace(a + _CORNER, b - _CORNER, 2 + int(free / _SPAN)))
        at.append(np.array([b]))
    where = np.concatenate(at)
    new_owner = owner[np.clip(np.searchsorted(chord, where[1:] - 1e-9) - 1, 0, len(owner) - 1)]
    columns = np.column_stack([xo, turn, shift])
    between = np.column_stack([np.interp(where, chord, column) for column in columns.T])
    return between[:, :2], between[:, 2], between[:, 3:], new_owner


def _turns_back(before: Leg, after: Leg, at: _At) -> bool:
    """The next leg goes back the way that this one came: the hands rest for a moment between."""
    came = np.vstack([[at.x, at.o], before.points])
    a, b = came[-1] - came[-2], after.points[0] - came[-1]
    return float(a @ b) < -0.45 * float(np.linalg.norm(a) * np.linalg.norm(b))


def eased(share: Float[np.ndarray, " n"], length: float, ramp: float) -> Float[np.ndarray, " n"]:
    """Nominal time at shares of the real one, which starts and stops over `ramp` [s] each."""
    total = length + ramp
    t = share * total
    up, down = np.clip(t / ramp, 0.0, 1.0), np.clip((total - t) / ramp, 0.0, 1.0)
    grown = ramp * (up**3 - 0.5 * up**4)
    left = ramp * (down**3 - 0.5 * down**4)
    middle = np.clip(t - ramp, 0.0, total - 2.0 * ramp)
    return grown + middle + (0.5 * ramp - left)


def _clock(
    points: Float[np.ndarray, "m h 3"],
    speed: Float[np.ndarray, " m"],
    turn: Float[np.ndarray, " m"],
    frames: Float[np.ndarray, "m h 3 3"],
) -> Float[np.ndarray, " m"]:
    """Time at path points that keeps to a speed, slower where the path bends or the hand turns."""
    bound = rows()["curve"]["acceleration"]
    steps = np.linalg.norm(np.diff(points, axis=0), axis=2).max(axis=1)
    length = np.concatenate([[0.0], np.cumsum(np.maximum(steps, 1e-6))])
    way = np.gradient(points, length, axis=0)
    bend = np.linalg.norm(np.gradient(way, length, axis=0), axis=2).max(axis=1)
    swing = np.linalg.norm(np.gradient(frames, length, axis=0), axis=(2, 3)).max(axis=1) / np.sqrt(2.0)
    spin = np.abs(np.gradient(turn, length)) + 0.5 * swing
    square = np.minimum(speed**2, bound / np.maximum(bend, 1e-3))
    square = np.minimum(square, (rows()["curve"]["turning"] / np.maximum(spin, 1e-3)) ** 2)
    gain = 2.0 * 0.5 * bound
    forward = np.minimum.accumulate(square - gain * length) + gain * length
    back = np.minimum.accumulate((square + gain * length)[::-1])[::-1] - gain * length
    pace = np.sqrt(np.minimum(forward, back))
    return np.concatenate([[0.0], np.cumsum(np.diff(length) * 0.5 * (1.0 / pace[1:] + 1.0 / pace[:-1]))])


def _forces(
    legs: list[Leg],
    bounds: Float[np.ndarray, " l"],
    which: Int[np.ndarray, " n"],
    at: Float[np.ndarray, " n"],
) -> Float[np.ndarray, " n"]:
    out = np.empty(len(at))
    begin = 0.0
    for i, leg in enumerate(legs):
        mine = which == i
        share = (at[mine] - begin) / max(bounds[i] - begin, 1e-6)
        out[mine] = np.interp(share, *np.array(leg.force).T)
        begin = bounds[i]
    return out


def offsets(
    rhythm: Rhythm | None, t: Float[np.ndarray, " n"], time: float
) -> tuple[Float[np.ndarray, " n"], Float[np.ndarray, " n"], Float[np.ndarray, " n"]]:
    """How work in place moves the hand (x, o) and swells its force, at times `t` [s]."""
    zero = np.zeros_like(t)
    if rhythm is None:
        return zero, zero, zero + 1.0
    angle = 2.0 * np.pi * rhythm.rate * t
    edge = min(0.5 / rhythm.rate + 0.2, 0.4 * time)
    grow = _smooth(np.clip(t / edge, 0.0, 1.0)) * _smooth(np.clip((time - t) / edge, 0.0, 1.0))
    most = rows()["curve"]["cycling"] / (2.0 * np.pi * rhythm.rate) ** 2
    r = min(rhythm.amplitude, most) * grow
    swell = 1.0 - rhythm.swell * (0.5 + 0.5 * np.cos(angle))
    if rhythm.shape == "circle":
        return r * np.sin(angle), r * np.cos(angle), swell
    if rhythm.shape == "roll":
        return 0.6 * r * np.sin(angle), 0.5 * r * np.cos(angle), swell
    if rhythm.shape == "shake":
        return zero, r * np.sin(angle), swell
    return zero, zero, swell


def _smooth(s: Float[np.ndarray, " n"]) -> Float[np.ndarray, " n"]:
    """From 0 to 1 with rest at both ends."""
    s = np.clip(s, 0.0, 1.0)
    return s**3 * (10.0 - 15.0 * s + 6.0 * s * s)
