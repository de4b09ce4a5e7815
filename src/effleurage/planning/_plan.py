"""`plan`: a routine on a body becomes a performance."""

import functools
from collections.abc import Callable

import numpy as np

from effleurage.anatomy import Body, atlas
from effleurage.errors import PlanError
from effleurage.performance import Performance, Person, Samples
from effleurage.planning._assemble.assemble import Assembly, assemble
from effleurage.planning._assemble.finish import joined, notes_of
from effleurage.planning._assemble.sheet import CHARTS
from effleurage.planning._interpret.interpret import movements_with_motion
from effleurage.planning._length.draft import drafted
from effleurage.planning._length.left_out import left_out, steps_with_motion
from effleurage.planning._length.minutes import MOST_PASSES, Passes, passes_for
from effleurage.planning._place.ground import Ground
from effleurage.planning._place.stations import START
from effleurage.planning._place.where import Where
from effleurage.planning._pose.again import pose_once
from effleurage.planning._pose.pose import Posed
from effleurage.planning._score import Run, Score
from effleurage.planning._time.schedule import Placed, Timed, schedule
from effleurage.planning._time.time import Reel
from effleurage.planning._wishes import Spare, focus, missing, spare, unmet_words
from effleurage.routine import Routine, Wishes
from effleurage.spatial import on_one_thread

_NONE = Wishes()
_ROUGH = 10.0
"""A length alone needs no more samples a second than this."""


@on_one_thread
def plan(
    routine: Routine,
    body: Body,
    *,
    rate: float = 50.0,
    minutes: float | None = None,
    posture: str = "prone",
    wishes: Wishes = _NONE,
) -> Performance:
    """Plan a routine on a body.

    Args:
        routine: What to do.
        body: On whom.
        rate: Samples a second, in [Hz].
        minutes: How long it should take; whole passes are repeated or left out to come near it, and
            nothing is rushed. None performs the text once.
        posture: How the receiver lies at first.
        wishes: Where more is wanted, and where nothing may touch; what is left out for that is named.

    Raises:
        PlanError: If nothing in the routine moves hands, or nothing is left of it, or the rate or
            minutes make no sense.
    """
    _require(rate, minutes)
    order = _movements(routine)
    where = _grounds(body)
    sparing = spare(wishes.avoid, where)
    reel = Reel(lambda name: where(name).ground, rate)
    # Of drafts for a length the last one is what is performed.
    timed = functools.cache(functools.partial(schedule, reel=reel, station=START))
    score_of = functools.cache(functools.partial(drafted, routine, where, posture, timed, rate, {}))

    def alone(index: int) -> Score:
        return sparing(score_of(Passes(order=((index, 0),), dropped=())))

    kept = tuple(index for index in order if not wishes.avoid or alone(index))
    if not kept:
        raise PlanError(f"nothing is left without {_said(wishes)}: choose another routine")
    chosen, unmet = focus(wishes.more, kept, alone, where)
    passes = passes_for(
        kept,
        minutes,
        lambda order, cut: _lengths(timed(sparing(score_of(Passes(order=order, dropped=(), cut=cut)))), rate),
        lambda index: steps_with_motion(routine.movements[index]),
        chosen,
    )
    whole = score_of(passes)
    composed, assembly = _settled(whole, sparing, where, posture, timed, rate)
    surfaces = {name: where(name).ground.surface for name in _postures(composed, posture)}
    posed = pose_once(tuple(surfaces.values()), assembly.track, flights=assembly.bridges)
    gone = tuple(index for index in order if index not in kept)
    dropped = left_out(routine, (*passes.dropped, *gone), passes.cut) + missing(routine, whole, composed)
    notes = ((0, "wish", unmet_words(unmet)),) if unmet else ()
    return _performance(routine, body, assembly, posed, dropped, notes)


def _settled(
    whole: Score,
    sparing: Spare,
    where: Callable[[str], Where],
    posture: str,
    timed: Callable[[Score], Timed],
    rate: float,
) -> tuple[Score, Assembly]:
    """The score and its assembly, once nothing in it touches what is to be spared."""
    while True:
        composed = sparing(whole)
        if not any(isinstance(entry, Run) for entry in composed):
            raise PlanError("nothing is left without those places: choose another routine")
        floor = where(posture).ground
        assembly = assemble(timed(composed), _postures(composed, posture), floor, rate=rate, station=START)
        touched = sparing.touched(assembly)
        if not touched:
            return composed, assembly
        sparing = sparing.after(touched)


def _said(wishes: Wishes) -> str:
    return " and ".join(f"the {zone.name}" for zone in wishes.avoid)


def _require(rate: float, minutes: float | None) -> None:
    if not (np.isfinite(rate) and 5.0 <= rate <= 500.0):
        raise PlanError(f"a rate of {rate} Hz makes no sense: expected 5 to 500")
    if minutes is not None and not (np.isfinite(minutes) and 1.0 <= minutes <= 240.0):
        raise PlanError(f"{minutes} minutes make no sense: expected 1 to 240")


def _postures(composed: Score, posture: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([posture, *(entry.posture for entry in composed)]))


@on_one_thread
def minutes_range(routine: Routine, body: Body, *, posture: str = "prone") -> tuple[float, float]:
    """How long a routine sensibly takes on a body, in [min]: once as it is told, and at most.

    Below it whole movements are left out; above it there is nothing that has not been done often enough.

    Raises:
        PlanError: If nothing in the routine moves hands.
    """
    order = _movements(routine)
    where = _grounds(body)

    reel = Reel(lambda name: where(name).ground, _ROUGH)
    timed = functools.cache(functools.partial(schedule, reel=reel, station=START))

    def length(passes: int) -> float:
        every = tuple((index, number) for index in order for number in range(passes))
        composed = drafted(routine, where, posture, timed, _ROUGH, {}, Passes(order=every, dropped=()))
        return sum(_lengths(timed(composed), _ROUGH).values()) / 60.0

    return length(1), length(MOST_PASSES)


def _grounds(body: Body) -> Callable[[str], Where]:
    """Finds places on the skin of every posture of a body."""
    return functools.cache(lambda name: Where(Ground(body.surface(name)), atlas()))


def _movements(routine: Routine) -> tuple[int, ...]:
    order = tuple(movements_with_motion(routine))
    if not order:
        raise PlanError(
            "nothing in this article moves hands: expected at least one sentence that strokes, presses "
            "or holds (see what was understood with: effleurage read ARTICLE)"
        )
    return order


def _lengths(placed: Timed, rate: float) -> dict[int, float]:
    """How long each movement of a score takes: from where it begins to where the next one does, in [s]."""
    if not placed:
        return {}
    whose = [(entry.run if isinstance(entry, Placed) else entry.arrange).cue.movement for entry in placed]
    ends = [*(entry.start for entry in placed[1:]), max(entry.stop for entry in placed)]
    out, begin = dict.fromkeys(whose, 0.0), 0
    for movement, end in zip(whose, ends, strict=True):
        out[movement] += (end - begin) / rate
        begin = end
    return out


def _performance(
    routine: Routine,
    body: Body,
    assembly: Assembly,
    posed: Posed,
    dropped: tuple[str, ...],
    notes: tuple[tuple[int, str, str], ...],
) -> Performance:
    track, lost = assembly.track, assembly.unknown

    def told(values: np.ndarray, unknown: float = np.nan) -> np.ndarray:
        mask = lost.reshape(*lost.shape, *[1] * (values.ndim - 2))
        return np.where(mask, unknown, values) if lost.any() else values

    samples = Samples(
        time=track.time,
        position=told(posed.position),
        orientation=told(posed.orientation),
        elbow=told(posed.elbow),
        chart=told(track.chart, -1),
        along=told(track.along),
        across=told(track.across),
        force=track.force,
        contact=track.contact,
        phase=track.phase,
        tool=track.tool,
        segment=track.segment,
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
        notes=(*notes, *notes_of(routine, blocks)),
        dropped=dropped,
    )
