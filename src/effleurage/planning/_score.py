"""The score: what the strokes ask of the hands, in order, before anything has a time.

A `Run` is one continuous contact of one hand, or of both moving as one. It is a row of `Leg`s,
each caused by one clause. Paths are drawn once for both hands: `x` along the spine and `o`, the
distance from the midline toward the hand's own side; a hand's own sign turns `o` into left or
right, so that hands that mirror each other do so exactly, and a negative `o` is the other side.
"""

from dataclasses import dataclass, field
from typing import final

import numpy as np
from jaxtyping import Float

from effleurage.performance import Phase, Station


@final
@dataclass(frozen=True, kw_only=True)
class Cue:
    """The words behind a piece of motion.

    Attributes:
        movement: Index of the movement.
        step: Index of the step in the movement.
        stroke: Running number of the stroke over the routine; −1 for none.
        repeat: Number of the pass.
        span: The words.
        technique: Name of the technique.
        caption: What to say.
        region: Body part, for a stroke on a part without a chart; see `Segment`.
    """

    movement: int
    step: int
    stroke: int
    repeat: int
    span: tuple[int, int]
    technique: str
    caption: str
    region: str = ""


@final
@dataclass(frozen=True, kw_only=True)
class Rhythm:
    """Work in place: cycles about the point where the hands are.

    Attributes:
        shape: ``circle``, ``roll``, ``shake``, ``press`` or ``tap``.
        amplitude: Radius or half stroke, in [m].
        cycles: How many.
        rate: How many a second, in [Hz].
        swell: Share of the force that comes and goes with the cycle.
    """

    shape: str
    amplitude: float
    cycles: float
    rate: float
    swell: float = 0.0


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Leg:
    """A stretch of a run, caused by one clause.

    Attributes:
        cue: The words behind it.
        points: Way points (x, o) after the one where the hands are, in [m]; none to stay.
        turn: Heading at each way point: angle of the tool from the head, outward positive, in [rad].
        shift: Further x of each hand at each way point, in [m].
        force: Targets along the leg as (share of its length, force in [N]).
        speed: Speed along the skin, in [m/s].
        phase: What the hands do.
        dwell: Time spent without travel, in [s].
        rhythm: Work in place, instead of travel.
    """

    cue: Cue
    points: Float[np.ndarray, "k 2"] = field(default_factory=lambda: np.zeros((0, 2)))
    turn: Float[np.ndarray, " k"] = field(default_factory=lambda: np.zeros(0))
    shift: Float[np.ndarray, "k h"] = field(default_factory=lambda: np.zeros((0, 0)))
    force: tuple[tuple[float, float], ...] = ((0.0, 0.0),)
    speed: float = 0.085
    phase: Phase = Phase.STROKE
    dwell: float = 0.0
    rhythm: Rhythm | None = None

    @property
    def travels(self) -> bool:
        """It goes somewhere."""
        return len(self.points) > 0


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Run:
    """One continuous contact; each is itself, so that what is known about one is found at once.

    Attributes:
        cue: The words behind its beginning.
        hands: Indices of the hands in it.
        signs: For each of them the side that counts as its own: +1 left, −1 right.
        tool: Name of the tool.
        fingers: Name of the finger shape.
        begin: Where it lands: (x, o), in [m].
        turn: Heading there, in [rad].
        shift: Further x of each hand there, in [m].
        legs: What it does.
        chart: Chart that it lies on; "" on a part without one.
        timing: ``after`` the runs before it; ``overlap``: before the one before it ends; ``handover``: so
            too, but its own work begins only then.
        sustained: It stays until the next run that needs its hand, or a change of posture.
        upper: Hand whose arm goes over the other; −1 where no matter.
        clasped: Hand that clasps the working one and goes with it; −1 for none.
        posture: How the receiver lies.
    """

    cue: Cue
    hands: tuple[int, ...]
    signs: tuple[float, ...]
    tool: str
    fingers: str
    begin: tuple[float, float]
    turn: float
    shift: tuple[float, ...]
    legs: tuple[Leg, ...]
    chart: str = "back"
    timing: str = "after"
    sustained: bool = False
    upper: int = -1
    clasped: int = -1
    posture: str = "prone"

    @property
    def strikes(self) -> bool:
        """Percussion is among what it does: some places allow none."""
        return any(leg.cue.technique == "tapotement" for leg in self.legs)


@final
@dataclass(frozen=True, kw_only=True)
class Arrange:
    """The receiver or the giver changes position; both hands are in the air.

    Attributes:
        cue: The words behind it.
        posture: How the receiver lies from now on.
        station: Where the giver is from now on.
        time: How long it takes, in [s].
    """

    cue: Cue
    posture: str
    station: Station
    time: float


@final
@dataclass(frozen=True, kw_only=True)
class Note:
    """Something to tell before the next block: its topic and the words."""

    topic: str
    span: tuple[int, int]
    movement: int


Score = tuple[Run | Arrange, ...]
