"""Routines that English can say: strokes of every technique, at places with and without sides."""

import dataclasses

from hypothesis import strategies as st

from effleurage.routine import (
    Direction,
    Hands,
    Kind,
    Movement,
    Place,
    Pressure,
    Routine,
    Side,
    Step,
    Stroke,
    Technique,
    Tool,
)

PAIRED = (
    *(Place.SHOULDER_BLADE, Place.SHOULDER, Place.SHOULDER_TOP, Place.HIP),
    *(Place.BUTTOCK, Place.ARM, Place.LEG),
)
SINGLE = (
    *(Place.SACRUM, Place.LOWER_BACK, Place.MID_BACK, Place.UPPER_BACK, Place.BACK),
    *(Place.NECK_BASE, Place.NECK, Place.SKULL_BASE),
)
UPWARD = (Place.SACRUM, Place.LOWER_BACK, Place.MID_BACK, Place.NECK_BASE)
"""Places of the midline from below to above."""

TOOLS = (Tool.PALM, Tool.THUMB, Tool.FIST, Tool.FOREARM, Tool.HEEL, Tool.KNUCKLES, Tool.FINGERTIPS)
HANDS = (Hands.BOTH, Hands.LEFT, Hands.RIGHT)
WORKING = (
    *(Technique.PETRISSAGE, Technique.FRICTION, Technique.TAPOTEMENT),
    *(Technique.VIBRATION, Technique.COMPRESSION),
)

pressures = st.sampled_from([None, *Pressure])
repeats = st.integers(1, 8)


def places(side: Side | None) -> st.SearchStrategy[Place]:
    """Places of the midline, or of pairs where a side is worked on."""
    return st.sampled_from(SINGLE if side is None else PAIRED)


@st.composite
def placings(draw: st.DrawFn, side: Side | None) -> Step:
    """A step that puts hands on."""
    stroke = Stroke(
        technique=Technique.HOLD,
        hands=draw(st.sampled_from(HANDS)),
        tool=draw(st.sampled_from(TOOLS)),
        start=draw(places(side)),
        side=side,
    )
    return Step(span=(0, 0), kind=Kind.SETUP, strokes=(stroke,))


@st.composite
def works(draw: st.DrawFn, side: Side | None) -> Step:
    """A step of work in place."""
    stroke = Stroke(
        technique=draw(st.sampled_from(WORKING)),
        hands=draw(st.sampled_from(HANDS)),
        tool=draw(st.sampled_from(TOOLS)),
        over=(draw(places(side)),),
        side=side,
        pressure=draw(pressures),
        repeats=draw(repeats),
    )
    return Step(span=(0, 0), kind=Kind.STROKE, strokes=(stroke,))


@st.composite
def glides(draw: st.DrawFn, side: Side) -> Step:
    """A step that travels beside the spine from one place of the midline to another."""
    first, last = draw(st.lists(st.integers(0, len(UPWARD) - 1), min_size=2, max_size=2, unique=True))
    stroke = Stroke(
        technique=Technique.EFFLEURAGE,
        hands=draw(st.sampled_from(HANDS)),
        tool=draw(st.sampled_from(TOOLS)),
        start=UPWARD[first],
        end=UPWARD[last],
        over=(Place.SPINE_SIDES,),
        direction=(Direction.UP if last > first else Direction.DOWN,),
        side=side,
        pressure=draw(pressures),
        repeats=draw(repeats),
    )
    return Step(span=(0, 0), kind=Kind.STROKE, strokes=(stroke,))


@st.composite
def movements(draw: st.DrawFn) -> Movement:
    """A movement on the midline or on one side: a side that was said stays until another is said."""
    side = draw(st.sampled_from([None, Side.LEFT, Side.RIGHT, Side.BOTH]))
    motions = [placings(side), works(side), *([glides(side)] if side is not None else [])]
    title = draw(st.sampled_from(["First part", "Second part", "Third part"]))
    return Movement(title=title, steps=tuple(draw(st.lists(st.one_of(motions), min_size=1, max_size=5))))


@st.composite
def mirrored(draw: st.DrawFn) -> Movement:
    """A movement that is told for the left side and repeated on the right."""
    motions = st.one_of(placings(Side.LEFT), works(Side.LEFT), glides(Side.LEFT))
    steps = draw(st.lists(motions, min_size=1, max_size=4))
    copies = tuple(
        dataclasses.replace(stroke, side=Side.RIGHT, copied=True) for step in steps for stroke in step.strokes
    )
    again = Step(span=(0, 0), kind=Kind.REPEAT, strokes=copies)
    return Movement(title="Both sides", steps=(*steps, again))


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    """A routine of one to three movements."""
    parts = draw(st.lists(st.one_of(movements(), mirrored()), min_size=1, max_size=3))
    return Routine(title="An evening routine", movements=tuple(parts))
