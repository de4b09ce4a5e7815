"""Time: runs as samples, all runs of a routine at once.

Paths are run at the speed of their words, slower where they bend, and start and stop gently. What is
the same in two runs is worked out once, so that a pass that is done again costs nothing.
"""

from collections.abc import Callable, Sequence
from typing import final

import numpy as np
from jaxtyping import Float, Int

from effleurage.planning._data import rows
from effleurage.planning._place.ground import Ground
from effleurage.planning._place.spots import Asked, Spots, on_skin
from effleurage.planning._rhythm import eased
from effleurage.planning._score import Leg, Run
from effleurage.planning._time.clock import clock, samples
from effleurage.planning._time.played import Played
from effleurage.planning._trace.parts import Stay, Way, legs_of, parts, two
from effleurage.planning._trace.paths import Paths, counted, draw, owners
from effleurage.planning._trace.steady import steadied
from effleurage.spatial import Curves

Take = tuple[np.ndarray, ...]
"""Along, across, heading, force, bound, phase and leg of a run's samples, whosever words cause them."""


@final
class Reel:
    """Plays runs at one rate on the grounds of one body, and remembers what it has played.

    Attributes:
        ground: Ground of a posture.
        rate: Samples a second, in [Hz].
    """

    def __init__(self, ground: Callable[[str], Ground], rate: float) -> None:
        self.ground = ground
        self.rate = rate
        self._takes: dict[tuple, Take] = {}
        self._played: dict[Run, Played] = {}

    def play(self, runs: Sequence[Run]) -> list[Played]:
        """Runs as samples."""
        keys = {run: _key(run) for run in runs if run not in self._played}
        new = {key: run for run, key in keys.items() if key not in self._takes}
        if new:
            takes = _take(list(new.values()), self.ground, self.rate)
            self._takes.update(zip(new, takes, strict=True))
        self._played.update((run, _told(self._takes[key], run)) for run, key in keys.items())
        return [self._played[run] for run in runs]


def _key(run: Run) -> tuple:
    """What decides how a run goes, but for its words."""
    legs = tuple(
        (
            leg.points.tobytes(),
            leg.turn.tobytes(),
            leg.shift.tobytes(),
            leg.force,
            leg.speed,
            leg.phase,
            leg.dwell,
            leg.rhythm,
        )
        for leg in run.legs
    )
    return (run.signs, run.tool, run.strikes, run.begin, run.turn, run.shift, run.chart, run.posture, legs)


def _told(take: Take, run: Run) -> Played:
    """A take with the words of a run; a clause that goes on in the next leg counts once."""
    *columns, leg = take
    words = [run.cue, *(each.cue for each in legs_of(run))]
    cues, number = [words[0]], [0]
    for cue in words[1:]:
        if cue is not cues[-1]:
            cues.append(cue)
        number.append(len(cues) - 1)
    along, across, heading, force, most, phase = columns
    return Played(
        along=along,
        across=across,
        heading=heading,
        force=force,
        most=most,
        phase=phase,
        cue=np.array(number)[leg],
        cues=tuple(cues),
    )


def _take(runs: Sequence[Run], ground: Callable[[str], Ground], rate: float) -> list[Take]:
    """All samples of several runs."""
    every = [(number, part) for number, run in enumerate(runs) for part in parts(run, rate)]
    stays = steadied([(number, part) for number, part in every if isinstance(part, Stay)], runs, ground, rate)
    ways = [(number, part) for number, part in every if isinstance(part, Way)]
    spot_ends = counted([1 if part.path is None else len(part.path) for _, part in stays])
    paths = draw([part for _, part in ways]) if ways else None
    spots = on_skin(_asked(stays, ways, paths), runs, ground)
    columns, ends = _stayed(stays, spot_ends, spots)
    if paths is not None:
        begin = spot_ends[-1]
        drawn = Spots(along=spots.along[begin:], across=spots.across[begin:], most=spots.most[begin:])
        moved, moved_ends = _travelled(ways, paths, drawn, runs, ground, rate)
        columns = tuple(np.concatenate(pair) for pair in zip(columns, moved, strict=True))
        ends = np.concatenate([ends, ends[-1] + moved_ends[1:]])
    return _cut(every, columns, ends, runs)


def _asked(stays: list[tuple[int, Stay]], ways: list[tuple[int, Way]], paths: Paths | None) -> Asked:
    """What the parts need to know from the skin: where hands stay, and what they trace."""
    at = [part.at for _, part in stays]
    alone = [np.array([[part.at.x, part.at.o]]) if part.path is None else part.path for _, part in stays]
    counts = [len(each) for each in alone]
    shift = [np.repeat(two(np.array([each.shift])), n, axis=0) for each, n in zip(at, counts, strict=True)]
    run = [np.repeat([number for number, _ in stays], counts)]
    if paths is not None:
        of_way = np.array([number for number, _ in ways])
        alone.append(paths.points)
        shift.append(paths.bends.at(paths.way, paths.at)[:, 1:])
        run.append(of_way[paths.way])
    return Asked(points=np.concatenate(alone), shift=np.concatenate(shift), run=np.concatenate(run))


def _stayed(
    stays: list[tuple[int, Stay]], begins: Int[np.ndarray, " s1"], spots: Spots
) -> tuple[Take, Int[np.ndarray, " s1"]]:
    """Samples of hands that stay, and where each stay begins."""
    counts = np.array([len(part.force) for _, part in stays])
    ends = counted(counts)
    stay = owners(ends)
    works = np.array([part.path is not None for _, part in stays])
    row = begins[stay] + works[stay] * (np.arange(ends[-1]) - ends[stay])
    columns = (
        spots.along[row],
        spots.across[row],
        np.concatenate([part.turn for _, part in stays]),
        np.concatenate([part.force for _, part in stays]),
        spots.most[row],
        np.array([int(part.phase) for _, part in stays])[stay],
        np.array([part.leg for _, part in stays])[stay],
    )
    return columns, ends


def _travelled(
    ways: list[tuple[int, Way]],
    paths: Paths,
    spots: Spots,
    runs: Sequence[Run],
    ground: Callable[[str], Ground],
    rate: float,
) -> tuple[Take, Int[np.ndarray, " w1"]]:
    """Samples of hands that travel, and where each way begins."""
    legs = [leg for _, part in ways for leg in part.legs]
    of_run = [runs[number] for number, _ in ways]
    speed = np.array([leg.speed for leg in legs])[paths.leg_at(paths.way, paths.at)]
    turn = paths.bends.at(paths.way, paths.at)[:, 0]
    points, frames = _traced(of_run, paths, spots, ground)
    time = clock(points, speed, turn, frames, paths.ends)
    length = time[paths.ends[1:] - 1]
    ramp = np.minimum(rows()["ramp"]["glide"], length)
    ends = samples(length, ramp, rate)
    way = owners(ends)
    share = (np.arange(ends[-1]) - ends[way]) / np.diff(ends)[way]
    clocks = Curves.monotone(time, paths.at[:, None], paths.ends)
    at = clocks.at(way, eased(share, length[way], ramp[way]))[:, 0]
    skin = Curves.natural(paths.at, np.hstack([spots.along, spots.across]), paths.ends)
    before = skin.spans(way, at)
    placed = skin.at(way, at)
    leg = paths.leg_at(way, at)
    number = np.array([number for _, part in ways for number in part.numbers])
    columns = (
        placed[:, :2],
        placed[:, 2:],
        paths.bends.at(way, at)[:, 0],
        _forces(legs, paths, leg, at),
        np.minimum(spots.most[before], spots.most[before + 1]),
        np.array([int(each.phase) for each in legs])[leg],
        number[leg],
    )
    return columns, ends


def _traced(
    of_run: list[Run], paths: Paths, spots: Spots, ground: Callable[[str], Ground]
) -> tuple[Float[np.ndarray, "g 2 3"], Float[np.ndarray, "g 2 9"]]:
    """Points on the skin, and the skin's axes there."""
    points, frames = np.empty((len(paths.at), 2, 3)), np.empty((len(paths.at), 2, 9))
    for posture, chart in dict.fromkeys((run.posture, run.chart or "back") for run in of_run):
        mine = np.array([(run.posture, run.chart or "back") == (posture, chart) for run in of_run])[paths.way]
        surface = ground(posture).surface
        u, v = spots.along[mine], spots.across[mine]
        points[mine] = surface.point(u, v, chart=chart)
        frames[mine] = surface.frame(u, v, chart=chart).reshape(-1, 2, 9)
    return points, frames


def _forces(
    legs: list[Leg], paths: Paths, leg: Int[np.ndarray, " n"], at: Float[np.ndarray, " n"]
) -> Float[np.ndarray, " n"]:
    """Asked force at lengths of ways, each leg by its own profile."""
    begins = np.append(0.0, paths.stops[:-1])
    begins[paths.legs[:-1]] = 0.0
    share = np.clip((at - begins[leg]) / np.maximum((paths.stops - begins)[leg], 1e-6), 0.0, 1.0)
    knots, values = [], []
    for i, each in enumerate(legs):
        for place, force in ((0.0, each.force[0][1]), *each.force, (1.0, each.force[-1][1])):
            knots.append(2.0 * i + place)
            values.append(force)
    return np.interp(2.0 * leg + share, knots, values)


def _cut(
    every: list[tuple[int, Stay | Way]],
    columns: Take,
    ends: Int[np.ndarray, " p1"],
    runs: Sequence[Run],
) -> list[Take]:
    """Samples in the order of the runs, run by run."""
    stays = sum(isinstance(part, Stay) for _, part in every)
    next_stay, next_way = iter(range(stays)), iter(range(stays, len(every)))
    order = [next(next_stay if isinstance(part, Stay) else next_way) for _, part in every]
    index = np.concatenate([np.arange(ends[i], ends[i + 1]) for i in order])
    along, across, turn, force, most, phase, leg = (column[index] for column in columns)
    size = np.zeros(len(runs), int)
    np.add.at(size, [number for number, _ in every], np.diff(ends)[order])
    begin = counted(size)
    signs = np.array([(run.signs[0], run.signs[-1]) for run in runs])
    heading = turn[:, None] * signs[owners(begin)]
    takes = []
    for number, run in enumerate(runs):
        at = slice(begin[number], begin[number + 1])
        hands = slice(0, len(run.signs))
        takes.append(
            (
                along[at, hands],
                across[at, hands],
                heading[at, hands],
                force[at],
                most[at, hands],
                phase[at],
                leg[at],
            )
        )
    return takes
