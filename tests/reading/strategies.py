"""Routines that English can say: strokes of every technique, at places with and without sides."""

from hypothesis import strategies as st

from effleurage.routine import (
    Direction,
    Duration,
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
WORKING = (Technique.PETRISSAGE, Technique.TAPOTEMENT, Technique.VIBRATION, Technique.COMPRESSION)

pressures = st.sampled_from([None, *Pressure])
repeats = st.integers(1, 8)


@st.composite
def spots(draw: st.DrawFn) -> tuple[Place, Side | None]:
    """A place, with a side where it is one of a pair."""
    if draw(st.booleans()):
        return draw(st.sampled_from(SINGLE)), None
    return draw(st.sampled_from(PAIRED)), draw(st.sampled_from([Side.LEFT, Side.RIGHT]))


@st.composite
def placings(draw: st.DrawFn) -> Step:
    """A step that puts hands on."""
    place, side = draw(spots())
    stroke = Stroke(
        technique=Technique.HOLD,
        hands=draw(st.sampled_from(HANDS)),
        tool=draw(st.sampled_from(TOOLS)),
        start=place,
        side=side,
    )
    return Step(span=(0, 0), kind=Kind.SETUP, strokes=(stroke,))


@st.composite
def rests(draw: st.DrawFn) -> Step:
    """A step that holds still for a while."""
    place, side = draw(spots())
    stroke = Stroke(
        technique=Technique.HOLD,
        hands=draw(st.sampled_from(HANDS)),
        tool=Tool.PALM,
        start=place,
        side=side,
        duration=Duration(low=3, high=3, unit="breath"),
        repeats=None,
    )
    return Step(span=(0, 0), kind=Kind.STROKE, strokes=(stroke,))


@st.composite
def works(draw: st.DrawFn) -> Step:
    """A step of work in place."""
    place, side = draw(spots())
    stroke = Stroke(
        technique=draw(st.sampled_from(WORKING)),
        hands=draw(st.sampled_from(HANDS)),
        tool=draw(st.sampled_from(TOOLS)),
        over=(place,),
        side=side,
        pressure=draw(pressures),
        repeats=draw(repeats),
    )
    return Step(span=(0, 0), kind=Kind.STROKE, strokes=(stroke,))


@st.composite
def glides(draw: st.DrawFn) -> Step:
    """A step that travels beside the spine from one place of the midline to another."""
    first, last = draw(st.lists(st.integers(0, len(UPWARD) - 1), min_size=2, max_size=2, unique=True))
    side = draw(st.sampled_from([Side.BOTH, Side.LEFT, Side.RIGHT]))
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


motions = st.one_of(placings(), works(), glides())


@st.composite
def movements(draw: st.DrawFn) -> Movement:
    """A movement of a few steps under a heading that means nothing."""
    title = draw(st.sampled_from(["First part", "Second part", "Third part"]))
    return Movement(title=title, steps=tuple(draw(st.lists(motions, min_size=1, max_size=5))))


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    """A routine of one to three movements."""
    title = "An evening routine"
    return Routine(title=title, movements=tuple(draw(st.lists(movements(), min_size=1, max_size=3))))
