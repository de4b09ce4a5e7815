"""`plan`: a routine on a body becomes a performance."""

import functools
from collections.abc import Callable

import numpy as np

from effleurage.anatomy import Body, atlas
from effleurage.errors import PlanError
from effleurage.performance import Performance, Person, Samples
from effleurage.planning._assemble import CHARTS, Assembly, assemble
from effleurage.planning._composer import Composer
from effleurage.planning._finish import bridge, joined, notes_of
from effleurage.planning._ground import Ground
from effleurage.planning._interpret import movements_with_motion, score
from effleurage.planning._left_out import left_out, steps_with_motion, until
from effleurage.planning._minutes import Cut, Order, Passes, passes_for
from effleurage.planning._pose import Posed, pose
from effleurage.planning._schedule import schedule
from effleurage.planning._score import Score
from effleurage.planning._stations import START
from effleurage.planning._time import Reel
from effleurage.planning._where import Where
from effleurage.routine import Routine


def plan(
    routine: Routine,
    body: Body,
    *,
    rate: float = 50.0,
    minutes: float | None = None,
    posture: str = "prone",
) -> Performance:
    """Plan a routine on a body.

    Args:
        routine: What to do.
        body: On whom.
        rate: Samples a second, in [Hz].
        minutes: How long it should take; whole passes are repeated or left out to come near it, and
            nothing is rushed. None performs the text once.
        posture: How the receiver lies at first.

    Raises:
        PlanError: If nothing in the routine moves hands, or the rate or minutes make no sense.
    """
    _require(rate, minutes)
    order = tuple(movements_with_motion(routine))
    if not order:
        raise PlanError(
            "nothing in this article moves hands: expected at least one sentence that strokes, presses "
            "or holds (see what was understood with: effleurage read ARTICLE)"
        )
    found: dict[str, Where] = {}

    def where(name: str) -> Where:
        if name not in found:
            found[name] = Where(Ground(body.surface(name)), atlas())
        return found[name]

    reel = Reel(lambda name: where(name).ground, rate)
    passes = passes_for(
        order,
        minutes,
        functools.partial(_length, routine, where, posture, reel),
        lambda index: steps_with_motion(routine.movements[index]),
    )
    composed = _score(routine, where, posture, passes)
    assembly = _assemble(composed, where, posture, reel)
    surfaces = {name: found[name].ground.surface for name in _postures(composed, posture)}
    posed = pose(
        tuple(surfaces.values()), assembly.track, straighten=lambda drawn: bridge(drawn, assembly.bridges)
    )
    return _performance(routine, body, assembly, posed, passes)


def _require(rate: float, minutes: float | None) -> None:
    if not (np.isfinite(rate) and 5.0 <= rate <= 500.0):
        raise PlanError(f"a rate of {rate} Hz makes no sense: expected 5 to 500")
    if minutes is not None and not (np.isfinite(minutes) and 1.0 <= minutes <= 240.0):
        raise PlanError(f"{minutes} minutes make no sense: expected 1 to 240")


def _score(routine: Routine, where: Callable[[str], Where], posture: str, passes: Passes) -> Score:
    composer = Composer(wheres=where, posture=posture, station=START)
    return score(until(routine, passes.cut), composer, passes.order)


def _postures(composed: Score, posture: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([posture, *(entry.posture for entry in composed)]))


def _assemble(composed: Score, where: Callable[[str], Where], posture: str, reel: Reel) -> Assembly:
    placed = schedule(composed, reel, station=START)
    return assemble(
        placed, _postures(composed, posture), where(posture).ground, rate=reel.rate, station=START
    )


def _length(
    routine: Routine,
    where: Callable[[str], Where],
    posture: str,
    reel: Reel,
    order: Order,
    cut: Cut | None,
) -> float:
    """Length of a choice of passes, in [s]."""
    composed = _score(routine, where, posture, Passes(order=order, dropped=(), cut=cut))
    return max(entry.stop for entry in schedule(composed, reel, station=START)) / reel.rate


def _performance(
    routine: Routine, body: Body, assembly: Assembly, posed: Posed, passes: Passes
) -> Performance:
    track = assembly.track
    unknown = (track.chart < 0)[..., None]
    samples = Samples(
        time=np.array(track.time),
        position=np.where(unknown, np.nan, posed.position),
        orientation=np.where(unknown, np.nan, posed.orientation),
        elbow=np.where(unknown, np.nan, posed.elbow),
        chart=np.array(track.chart),
        along=np.array(track.along),
        across=np.array(track.across),
        force=np.array(track.force),
        contact=np.array(track.contact),
        phase=np.array(track.phase),
        tool=np.array(track.tool),
        segment=np.array(track.segment),
        fingers=posed.fingers,
    )
    blocks = joined(assembly.blocks, assembly.segments, samples)
    return Performance(
        title=routine.title,
        movements=tuple(movement.title for movement in routine.movements),
        text=routine.text,
        person=Person(height=body.height, weight=body.weight, sex=body.sex, age=body.age),
        charts=CHARTS,
        segments=assembly.segments,
        blocks=blocks,
        samples=samples,
        notes=notes_of(routine, blocks),
        dropped=left_out(routine, passes.dropped, passes.cut),
    )
