"""Rules about what a text asks, before anything is planned: limits lower it, and the reader is told."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import final

from effleurage.errors import Finding, Severity
from effleurage.routine import Place, Pressure, Relation, Stroke, Technique, Tool

_PRESSING = frozenset({Technique.COMPRESSION, Technique.FRICTION, Technique.PETRISSAGE, Technique.TAPOTEMENT})
_PERCUSSION = frozenset({Technique.TAPOTEMENT})
_AROUND_KIDNEYS = frozenset({Place.LOWER_BACK, Place.WAIST, Place.MID_BACK})


@final
@dataclass(frozen=True, kw_only=True)
class AskedRule:
    """One thing that a text should not ask.

    Attributes:
        code: Stable code.
        title: The rule in a few words.
        why: Why it matters.
        hint: What is done or written instead.
        asks: Tells whether a stroke asks it.
    """

    code: str
    title: str
    why: str
    hint: str
    asks: Callable[[Stroke], bool]

    def finding(self, stroke: Stroke) -> Finding:
        """What to tell about a stroke that asks it."""
        return Finding(
            severity=Severity.WARNING, code=self.code, message=self.title, span=stroke.span, hint=self.hint
        )


def _works_on(stroke: Stroke) -> frozenset[Place]:
    """The places on which the stroke itself lies, not those that it only runs toward."""
    return frozenset(place for place in (stroke.start, *stroke.over) if place is not None)


def presses_spine(stroke: Stroke) -> bool:
    """It works on the vertebrae themselves."""
    beside = any(
        spot.place == Place.SPINE and spot.relation in (Relation.BESIDE, Relation.OUTER)
        for spot in (stroke.start_spot, *stroke.over_spots)
        if spot is not None
    )
    firm = stroke.pressure == Pressure.FIRM or stroke.technique in _PRESSING
    return firm and Place.SPINE in _works_on(stroke) and not beside


def drums_kidneys(stroke: Stroke) -> bool:
    """It drums where the kidneys are."""
    return stroke.technique in _PERCUSSION and bool(_works_on(stroke) & _AROUND_KIDNEYS)


def digs_armpit(stroke: Stroke) -> bool:
    """It works in the armpit."""
    hard = stroke.pressure == Pressure.FIRM or stroke.technique in _PRESSING
    return hard and Place.ARMPIT in (_works_on(stroke) | {stroke.end})


def elbow_on_neck(stroke: Stroke) -> bool:
    """It leans on the neck or head with a hard or heavy tool, or hits it."""
    hard = stroke.tool in (Tool.ELBOW, Tool.FOREARM, Tool.FIST, Tool.KNUCKLES)
    hard = hard or stroke.technique in _PERCUSSION
    hard = hard or (stroke.pressure == Pressure.FIRM and stroke.technique == Technique.COMPRESSION)
    hard = hard and stroke.technique != Technique.RELEASE
    return hard and bool(_works_on(stroke) & {Place.NECK, Place.NECK_SIDES, Place.SKULL_BASE, Place.HEAD})


def presses_front(stroke: Stroke) -> bool:
    """It presses on the front of the body."""
    hard = stroke.pressure == Pressure.FIRM or stroke.technique in (Technique.COMPRESSION, *_PERCUSSION)
    return hard and Place.FRONT in _works_on(stroke)


ASKED_RULES = (
    AskedRule(
        code="S701",
        title="the text works on the spine itself",
        why="Bone lies just under the skin of the midline.",
        hint="say 'beside the spine'; the pressure on the spine is limited to a touch",
        asks=presses_spine,
    ),
    AskedRule(
        code="S702",
        title="the text drums on the kidneys",
        why="Between the lowest rib and the third lumbar vertebra the kidneys have little cover.",
        hint="drum on the shoulders and buttocks; over the kidneys it is left out",
        asks=drums_kidneys,
    ),
    AskedRule(
        code="S703",
        title="the text works hard at the armpit",
        why="Nerves, vessels and lymph nodes lie in the hollow.",
        hint="end lightly at the rear fold; the pressure there is limited",
        asks=digs_armpit,
    ),
    AskedRule(
        code="S704",
        title="the text uses a hard tool or hard pressure on neck or head",
        why="The neck is held by small muscles over vessels and nerves.",
        hint="use fingertips or a gentle grip; the pressure there is limited",
        asks=elbow_on_neck,
    ),
    AskedRule(
        code="S705",
        title="the text presses on the front of the body",
        why="Belly and throat have no bone over them.",
        hint="keep it light and broad, or leave it out",
        asks=presses_front,
    ),
)
