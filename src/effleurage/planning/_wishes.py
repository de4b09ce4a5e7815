"""Wishes: nothing touches where nothing may, and the rest of the routine stays as it is.

What meets a place to keep off is left out of the score, clause by clause: the hands lift before it
and land again after it. Nothing is bent round a place, as a stroke that was never written there has
never been checked.
"""

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple, final

import numpy as np

from effleurage.performance import Phase
from effleurage.planning._assemble.assemble import CHARTS, Assembly
from effleurage.planning._length.left_out import first_words, name_of
from effleurage.planning._place.where import Where
from effleurage.planning._place.zones import Patch, Place, Trace, meets, patches, traces, wish_rows
from effleurage.planning._score import Arrange, Cue, Leg, Run, Score
from effleurage.routine import Routine, Zone

Key = tuple[int, int, int, int]
"""A clause as performed: movement, pass, step, stroke."""

_WORKS = (Phase.STROKE, Phase.HOLD)


def key_of(cue: Cue) -> Key:
    """What tells a clause from another."""
    return cue.movement, cue.repeat, cue.step, cue.stroke


@final
@dataclass(frozen=True)
class Spare:
    """Leaves out what would touch.

    Attributes:
        zones: Where nothing touches.
        where: Finds places on the skin of a posture.
        gap: How far a tool's edge keeps off them, in [m].
        banned: Clauses that are left out besides, as they touched however wide the gap.
    """

    zones: tuple[Patch, ...]
    where: Callable[[str], Where]
    gap: float
    banned: frozenset[Key] = field(default=frozenset())

    def __call__(self, composed: Score) -> Score:
        """A score without what would touch, and without arrangements that nothing follows."""
        if not self.zones:
            return composed
        kept: list[Run | Arrange] = []
        for entry in composed:
            kept += [entry] if isinstance(entry, Arrange) else self._kept(entry)
        idle = _at_work(composed) - _at_work(kept)
        kept = [entry for entry in kept if isinstance(entry, Arrange) or _pass_of(entry) not in idle]
        return tuple(
            entry
            for entry, after in itertools.pairwise([*kept, None])
            if isinstance(entry, Run) or (isinstance(entry, Arrange) and isinstance(after, Run))
        )

    def _kept(self, run: Run) -> list[Run]:
        found = traces(run, self.zones, self.where, gap=self.gap)
        legs = [
            None if key_of(leg.cue) in self.banned else _short(leg, trace)
            for leg, trace in zip(run.legs, found, strict=True)
        ]
        return (
            [run] if all(a is b for a, b in zip(legs, run.legs, strict=True)) else _pieces(run, legs, found)
        )

    def after(self, touched: frozenset[Key]) -> "Spare":
        """A stricter one, as these clauses touched: a smooth way swings out a little where it turns."""
        row = wish_rows()["avoid"]
        if self.gap < row["most"]:
            return replace(self, gap=self.gap + row["step"])
        return replace(self, banned=self.banned | touched)

    def touched(self, assembly: Assembly) -> frozenset[Key]:
        """Clauses of a planned performance that touch all the same."""
        track, found = assembly.track, set()
        for hand in (0, 1):
            inside = np.zeros(len(track), bool)
            for patch in self.zones:
                for number, chart in enumerate(CHARTS):
                    here = (track.chart[:, hand] == number) & track.contact[:, hand]
                    inside |= here & meets(patch, chart, track.along[:, hand], track.across[:, hand])
            for index in np.unique(track.segment[inside, hand]):
                segment = assembly.segments[index]
                found.add((segment.movement, segment.repeat, segment.step, segment.stroke))
        return frozenset(found)


def spare(avoid: tuple[Zone, ...], where: Callable[[str], Where]) -> Spare:
    """Leaves out what would touch these zones."""
    return Spare(patches(avoid), where, wish_rows()["avoid"]["gap"])


def _pass_of(run: Run) -> tuple[int, int]:
    return run.cue.movement, run.cue.repeat


def _at_work(entries: Iterable[Run | Arrange]) -> set[tuple[int, int]]:
    """Passes in which a stroke is done, not only a hand held."""
    return {
        _pass_of(entry)
        for entry in entries
        if isinstance(entry, Run) and any(leg.phase is Phase.STROKE for leg in entry.legs)
    }


def _short(leg: Leg, trace: Trace) -> Leg | None:
    """A leg that stops short of a patch, or begins behind it; None where too much is lost, or its middle."""
    if not trace.inside.any():
        return leg
    outside = np.flatnonzero(~trace.inside)
    if not leg.travels or len(outside) < (1.0 - wish_rows()["avoid"]["short"]) * len(trace.inside):
        return None
    first, last = int(outside[0]), int(outside[-1])
    if trace.inside[first : last + 1].any():
        return None
    corners = np.vstack([trace.points[:1], leg.points])
    length = np.cumsum(np.linalg.norm(np.diff(corners, axis=0), axis=1))
    between = (length > trace.length[first]) & (length < trace.length[last])
    entry = [first] if first > 0 else []
    kept = np.concatenate([entry, np.searchsorted(trace.length, length[between]), [last]]).astype(int)
    return replace(leg, points=trace.points[kept], turn=trace.turn[kept], shift=trace.shift[kept])


def _pieces(run: Run, legs: list[Leg | None], found: list[Trace]) -> list[Run]:
    """The stretches of a run between the legs that are left out; each lands where its first leg begins."""
    pieces: list[Run] = []
    at: Place = (run.begin, run.turn, run.shift)
    first, kept = 0, []
    for number, (leg, trace) in enumerate(zip(legs, found, strict=True)):
        if leg is None:
            pieces += _piece(run, at, kept, first, number)
            first, kept = number + 1, []
            continue
        if not kept:
            at = trace.at(int(np.argmin(trace.inside)))
            leg = _without_landing(leg, trace)
        kept.append(leg)
    return pieces + _piece(run, at, kept, first, len(legs))


def _without_landing(leg: Leg, trace: Trace) -> Leg:
    """A leg that the hands begin where they land."""
    if not leg.travels or not trace.inside[0]:
        return leg
    return replace(leg, points=leg.points[1:], turn=leg.turn[1:], shift=leg.shift[1:])


def _piece(run: Run, at: Place, legs: list[Leg], start: int, stop: int) -> list[Run]:
    """Legs that were number `start` to `stop` as a run of its own, or nothing where they do no work."""
    if not any(leg.phase in _WORKS for leg in legs):
        return []
    place, turn, shift = at
    return [
        replace(
            run,
            cue=legs[0].cue if start else run.cue,
            begin=place,
            turn=turn,
            shift=shift,
            legs=tuple(legs),
            timing="after" if start else run.timing,
            sustained=run.sustained and stop == len(run.legs),
        )
    ]


def works_at(composed: Score, zones: tuple[Patch, ...], where: Callable[[str], Where]) -> float:
    """Share of the time of a score that is spent on the patches."""
    there = whole = 0.0
    for entry in composed:
        if isinstance(entry, Run):
            for leg, trace in zip(entry.legs, traces(entry, zones, where, gap=0.0), strict=True):
                time = _time(leg)
                there, whole = there + trace.inside.mean() * time, whole + time
    return there / whole if whole else 0.0


def _time(leg: Leg) -> float:
    if not leg.travels:
        return leg.dwell
    return float(np.linalg.norm(np.diff(leg.points, axis=0), axis=1).sum()) / leg.speed + 0.5


def focus(
    zones: tuple[Zone, ...],
    movements: Iterable[int],
    alone: Callable[[int], Score],
    where: Callable[[str], Where],
) -> tuple[frozenset[int], tuple[Zone, ...]]:
    """Movements that are done once more, and zones that no movement works on.

    Args:
        zones: Where more is wanted.
        movements: The movements that there are.
        alone: The score of one movement.
        where: Finds places on the skin of a posture.
    """
    scores = {index: alone(index) for index in movements} if zones else {}
    chosen: set[int] = set()
    unmet = []
    for zone in zones:
        shares = {
            index: works_at(score, patches([zone], wide=True), where) for index, score in scores.items()
        }
        best = max(shares.values(), default=0.0)
        if best < wish_rows()["more"]["least"]:
            unmet.append(zone)
            continue
        least = max(wish_rows()["more"]["least"], wish_rows()["more"]["share"] * best)
        chosen |= {index for index, share in shares.items() if share >= least}
    return frozenset(chosen), tuple(unmet)


def missing(routine: Routine, whole: Score, kept: Score) -> tuple[str, ...]:
    """Names of what a sparing score lacks: movements, else the first words of clauses."""
    before, after = _clauses(whole), _clauses(kept)
    moved = {clause.movement for clause, _ in after}
    gone: dict[_Clause, set[str]] = {}
    for clause, side in before - after:
        gone.setdefault(clause, set()).add(side)
    names: list[str] = []
    for clause, sides in sorted(gone.items()):
        if clause.movement not in moved:
            names.append(name_of(routine, clause.movement))
            continue
        done = any(other == clause for other, _ in after)
        title, words = routine.movements[clause.movement].title, f"“{first_words(routine, clause.span)}”"
        words += f" ({next(iter(sides))})" if done and len(sides) == 1 else ""
        names.append(f"{title}: {words}" if title else words)
    return tuple(dict.fromkeys(names))


class _Clause(NamedTuple):
    movement: int
    stroke: int
    span: tuple[int, int]


def _clauses(composed: Score) -> set[tuple[_Clause, str]]:
    """What is done, and on which side; the side is empty for hands on both."""
    found = set()
    for entry in composed:
        if isinstance(entry, Run):
            signs = set(entry.signs)
            side = "" if len(signs) > 1 else "left side" if signs == {1.0} else "right side"
            cues = [leg.cue for leg in entry.legs if leg.phase in _WORKS]
            found |= {(_Clause(cue.movement, cue.stroke, cue.span), side) for cue in cues}
    return found


def unmet_words(zones: tuple[Zone, ...]) -> str:
    """One sentence on places that a routine does not work on."""
    return f"Nothing in this routine works on the {' or the '.join(zone.name for zone in zones)}."
