"""The state that is carried from stroke to stroke, and the score that grows from it.

A stroke starts where the hands are. The composer knows where that is, and joins what follows
without a lift into one run.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from effleurage.limits import resting_force, tempo, upward_force_most, working_force
from effleurage.performance import LEFT, RIGHT, Phase, Station
from effleurage.planning._data import rows
from effleurage.planning._place.where import Where
from effleurage.planning._score import Arrange, Cue, Leg, Rhythm, Run
from effleurage.routine import Fingers, Pressure, Stroke, Tool

Point = tuple[float, float]

_SHAPE_OF_TOOL = {
    "palm": "flat",
    "heel": "flat",
    "edge": "flat",
    "fingertips": "fingertips",
    "thumb": "thumb",
    "grip": "grip",
    "knuckles": "fist",
    "fist": "fist",
    "forearm": "forearm",
    "elbow": "forearm",
}


def finger_shape(tool: str, fingers: Fingers | None) -> str:
    """Shape of the hand for a tool, as the text may refine it."""
    if tool == "palm" and fingers is Fingers.SPLAYED:
        return "splayed"
    return _SHAPE_OF_TOOL[tool]


@dataclass
class Open:
    """The run that the hands are in."""

    run: Run
    legs: list[Leg]
    at: Point
    turn: float
    shift: tuple[float, ...]


@dataclass
class Composer:
    """Composes one routine on one body.

    Attributes:
        wheres: Finds places on the skin of a posture.
        posture: How the receiver lies.
        station: Where the giver is.
        score: What has been composed.
        open: The run that the hands are in, or None when they are in the air.
        resting: Hand that rests on the receiver while the other works; −1 for none.
        last_hand: Hand that did the last stroke of one hand.
        easing: A release that the next glide carries out, or None.
        most: Most pressure that the text allows in this movement where a stroke says none, or None.
    """

    wheres: Callable[[str], Where]
    posture: str
    station: Station
    score: list[Run | Arrange] = field(default_factory=list)
    open: Open | None = None
    resting: int = -1
    last_hand: int = -1
    easing: Cue | None = None
    most: Pressure | None = None

    @property
    def where(self) -> Where:
        """Finds places on the skin as the receiver lies."""
        return self.wheres(self.posture)

    @property
    def side(self) -> float:
        """Side that the giver is on: +1 left, −1 right."""
        return -1.0 if self.station.side == "right" else 1.0

    @property
    def turned(self) -> bool:
        """The giver looks to the feet, as from behind the receiver's head."""
        return self.station.facing == "feet"

    def own(self, hand: int) -> float:
        """The receiver's side that a hand of the giver is on: +1 left, −1 right."""
        return 1.0 if (hand == LEFT) is not self.turned else -1.0

    def seen(self, turn: float) -> float:
        """A heading from where the giver looks, for one from the head, and the other way round."""
        return math.pi - turn if self.turned else turn

    def outer_hand(self, sign: float) -> int:
        """The hand that begins on a side: the one that lies on it as the giver looks."""
        return LEFT if self.own(LEFT) == sign else RIGHT

    def inner_hand(self) -> int:
        """The hand next to the receiver when the giver at their side looks to the head."""
        return RIGHT if self.side > 0 else LEFT

    def head_hand(self) -> int:
        """The hand nearer to the head when the giver at the side looks across the back."""
        return LEFT if self.side > 0 else RIGHT

    def force(self, stroke: Stroke, tool: str, *, upward: bool = False) -> float:
        """Working force of a stroke, in [N]."""
        force = working_force(tool, None if stroke.pressure is None else stroke.pressure.value)
        if upward and stroke.pressure is None:
            force = min(force, upward_force_most())
        if self.most is not None and stroke.pressure is None:
            force = min(force, working_force(tool, self.most.value))
        return force

    def speed(self, stroke: Stroke, technique: str = "effleurage") -> float:
        """Speed of a stroke along the skin, in [m/s]."""
        return tempo(technique, None if stroke.tempo is None else stroke.tempo.value).speed

    def holds(self, hands: tuple[int, ...], tool: str) -> bool:
        """These hands are on the skin with this tool."""
        return self.open is not None and self.open.run.hands == hands and self.open.run.tool == tool

    def land(
        self,
        hands: tuple[int, ...],
        at: Point,
        *,
        cue: Cue,
        tool: str,
        signs: tuple[float, ...],
        fingers: str | None = None,
        turn: float = 0.0,
        shift: tuple[float, ...] | None = None,
        chart: str = "back",
        timing: str = "after",
        clasped: int = -1,
        upper: int = -1,
    ) -> None:
        """Put hands on the skin, with a heading from where the giver looks; the run that was open ends."""
        self.lift()
        shift = tuple(0.0 for _ in hands) if shift is None else shift
        run = Run(
            cue=cue,
            hands=hands,
            signs=signs,
            tool=tool,
            fingers=fingers or finger_shape(tool, None),
            begin=at,
            turn=self.seen(turn),
            shift=shift,
            legs=(),
            chart=chart,
            timing=timing,
            clasped=clasped,
            upper=upper,
            posture=self.posture,
        )
        self.open = Open(run=run, legs=[], at=at, turn=turn, shift=shift)
        if len(hands) == 1:
            self.last_hand = hands[0]

    def go(
        self,
        points: list[Point],
        *,
        cue: Cue,
        force: float | tuple[tuple[float, float], ...],
        speed: float,
        turn: list[float] | None = None,
        shift: list[tuple[float, ...]] | None = None,
        phase: Phase = Phase.STROKE,
    ) -> None:
        """Go along the skin through way points (x, o), with headings from where the giver looks."""
        assert self.open is not None
        state = self.open
        turn = [state.turn] * len(points) if turn is None else turn
        shift = [state.shift] * len(points) if shift is None else shift
        profile = force if isinstance(force, tuple) else ((0.0, force),)
        leg = Leg(
            cue=cue,
            points=np.array(points, float),
            turn=np.array([self.seen(one) for one in turn], float),
            shift=np.array(shift, float),
            force=profile,
            speed=speed,
            phase=phase,
        )
        if self.easing is not None:
            first = tuple(0.65 * a + 0.35 * b for a, b in zip(state.at, points[0], strict=True))
            ease = replace(
                leg,
                cue=self.easing,
                points=np.array([first]),
                turn=np.array([self.seen(0.65 * state.turn + 0.35 * turn[0])]),
                shift=np.array([0.65 * np.array(state.shift) + 0.35 * np.array(shift[0])]),
            )
            state.legs.append(ease)
            self.easing = None
        state.legs.append(leg)
        state.at, state.turn, state.shift = points[-1], turn[-1], shift[-1]

    def stay(
        self,
        *,
        cue: Cue,
        force: float,
        dwell: float = 0.0,
        rhythm: Rhythm | None = None,
        phase: Phase = Phase.HOLD,
    ) -> None:
        """Stay where the hands are, still or working in place."""
        assert self.open is not None
        time = dwell if rhythm is None else rhythm.cycles / rhythm.rate
        self.open.legs.append(Leg(cue=cue, force=((0.0, force),), phase=phase, dwell=time, rhythm=rhythm))

    def lift(self, *, sustained: bool = False) -> None:
        """Take the hands off; or leave them there as a resting hand while the other works."""
        if self.open is None:
            return
        run = replace(self.open.run, legs=tuple(self.open.legs), sustained=sustained)
        self.score.append(run)
        self.resting = run.hands[0] if sustained else self.resting
        self.open, self.easing = None, None

    def arrange(self, *, posture: str, station: Station, cue: Cue, told: bool = False) -> None:
        """Change posture or station, if they differ; or wait while only words tell of a change."""
        if (posture, station) == (self.posture, self.station) and not told:
            return
        self.lift()
        time = rows()["arrange"]["posture" if told or posture != self.posture else "station"]
        self.score.append(Arrange(cue=cue, posture=posture, station=station, time=time))
        self.posture, self.station, self.resting = posture, station, -1

    def rest_force(self) -> float:
        """Force of a resting hand, in [N]."""
        return resting_force()

    def tool(self, stroke: Stroke) -> str:
        """The tool of a stroke: what it says, else what is in use, else the whole hand (spread, too)."""
        if stroke.tool is Tool.FINGERTIPS and stroke.fingers is Fingers.SPLAYED:
            return Tool.PALM.value
        if stroke.tool is not None:
            return stroke.tool.value
        return Tool.PALM.value if self.open is None else self.open.run.tool
