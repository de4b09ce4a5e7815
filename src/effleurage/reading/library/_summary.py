"""What a list of routines tells: length, strokes, places, techniques, from the words alone."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import final

from effleurage.reading.library._library import load
from effleurage.routine import Place, Routine, Stroke, Technique


@final
@dataclass(frozen=True, kw_only=True)
class Summary:
    """A routine of the library in one line.

    Attributes:
        name: Its name in the library.
        title: Its title.
        minutes: Its length as the text tells it once, roughly, in [min].
        strokes: How many strokes are told.
        places: The places that it works on, those named most often first.
        techniques: Its techniques, the most frequent first.
    """

    name: str
    title: str
    minutes: float
    strokes: int
    places: tuple[Place, ...]
    techniques: tuple[Technique, ...]


def minutes(routine: Routine) -> float:
    """A rough length in [min]: every clause by its own time or a usual one, both sides counted.

    The planner knows better; this needs no body.
    """
    seconds = sum(
        sum(_seconds(stroke) for step in movement.steps for stroke in step.strokes)
        * (2 if movement.both_sides else 1)
        for movement in routine.movements
    )
    return round(seconds / 60.0, 1)


def _seconds(stroke: Stroke) -> float:
    table = _lengths()
    if stroke.duration is not None:
        unit = {"minute": 60.0, "breath": table["breath"]["seconds"]}.get(stroke.duration.unit, 1.0)
        return stroke.duration.low * unit
    return table["usual"]["seconds"] * (table["open"]["passes"] if stroke.repeats is None else stroke.repeats)


@cache
def _lengths() -> dict[str, dict[str, float]]:
    table = resources.files("effleurage.reading.library").joinpath("lengths.toml")
    return tomllib.loads(table.read_text("utf-8"))


def summary(name: str) -> Summary:
    """What a list of routines shows of the one with this name.

    Raises:
        UnknownNameError: If the library has no such routine.
    """
    routine = load(name)
    strokes = [s for m in routine.movements for step in m.steps for s in step.strokes]
    places = Counter(p for s in strokes for p in (s.start, s.end, *s.over) if p is not None)
    techniques = Counter(s.technique for s in strokes if s.technique is not None)
    return Summary(
        name=name,
        title=routine.title or name,
        minutes=minutes(routine),
        strokes=len(strokes),
        places=tuple(place for place, _ in places.most_common()),
        techniques=tuple(technique for technique, _ in techniques.most_common()),
    )
