"""What a text asks of the hands, before it has a time: quick to make, and told in the words of the back."""

import functools

from effleurage.anatomy import Body, atlas
from effleurage.planning._composer import Composer
from effleurage.planning._interpret.interpret import movements_with_motion
from effleurage.planning._length.told import score
from effleurage.planning._place.ground import Ground
from effleurage.planning._place.stations import START
from effleurage.planning._place.where import Where
from effleurage.planning._score import Arrange, Leg, Run, Score
from effleurage.reading import read
from effleurage.routine import Place

LEFT, RIGHT = 1.0, -1.0


@functools.cache
def where(posture: str = "prone") -> Where:
    """Finds places on the usual receiver."""
    return Where(Ground(Body().surface(posture)), atlas())


def composed(text: str) -> Score:
    """The score of a text, each movement once."""
    routine, _ = read(text)
    order = [(index, 0) for index in movements_with_motion(routine)]
    told, _ = score(routine, Composer(wheres=where, posture="prone", station=START), order, frozenset(), {})
    return told


def runs(text: str) -> list[Run]:
    """What the hands do."""
    return [entry for entry in composed(text) if isinstance(entry, Run)]


def changes(text: str) -> list[Arrange]:
    """What the receiver and the giver change."""
    return [entry for entry in composed(text) if isinstance(entry, Arrange)]


def legs(text: str, technique: str) -> list[Leg]:
    """What is done with a technique."""
    return [leg for run in runs(text) for leg in run.legs if leg.cue.technique == technique]


def sides(text: str, technique: str) -> list[float]:
    """On which side a technique is done, time after time, hands that mirror each other left out."""
    return [
        run.signs[0]
        for run in runs(text)
        if len(set(run.signs)) == 1 and any(leg.cue.technique == technique for leg in run.legs)
    ]


def places(text: str, technique: str) -> list[tuple[float, float]]:
    """Where hands are as each leg of a technique begins: (x, o), in [m]."""
    found = []
    for run in runs(text):
        at = run.begin
        for leg in run.legs:
            if leg.cue.technique == technique and leg.phase.name != "RETURN":
                found.append(at)
            at = tuple(leg.points[-1]) if leg.travels else at
    return found


def ends(text: str, technique: str) -> list[tuple[float, float]]:
    """Where each leg of a technique leads: (x, o), in [m]."""
    return [tuple(leg.points[-1]) for leg in legs(text, technique) if leg.travels]


def level(place: Place) -> float:
    """The level of a place's middle, in [m]."""
    return where().level(place)
