"""What a technique is: a way to turn a resolved stroke and the hands' state into legs."""

import abc
import math
from dataclasses import dataclass, replace
from typing import final

from effleurage.limits import open_count, seconds
from effleurage.performance import LEFT, RIGHT
from effleurage.planning._composer import Composer, Point, finger_shape
from effleurage.planning._data import rows
from effleurage.planning._place.where import LEVELS, LINES, STARTS
from effleurage.planning._score import Cue, Run
from effleurage.routine import Direction, Hands, Place, Pointing, Relation, Side, Spot, Stroke
from effleurage.routine import Technique as Name

BOTH = (LEFT, RIGHT)


@final
@dataclass(frozen=True, kw_only=True)
class Task:
    """One stroke to perform.

    Attributes:
        stroke: The stroke.
        cue: Its words.
        composer: State and score.
        sign: The side that is worked on: +1 left, −1 right.
        one_sided: The movement works on one side at a time.
        swapped: The other side's pass: left and right hands change parts.
        home: Where the hands began the sequence.
        before: The stroke before it, and where the hands were when that began; None after a lift.
        setup: It only places the hands.
        rests: The hand stays while the other works.
        leads: For hands that are only put down, what they go on to do.
        passes: The hands pass each other.
        upper: Hand whose arm goes over the other; −1 where no matter.
        clasped: The other hand clasps the working one.
        last: No motion of these hands follows.
    """

    stroke: Stroke
    cue: Cue
    composer: Composer
    sign: float
    one_sided: bool = False
    swapped: bool = False
    home: Point | None = None
    before: tuple[Stroke, Point] | None = None
    setup: bool = False
    rests: bool = False
    leads: Stroke | None = None
    passes: bool = False
    upper: int = -1
    clasped: bool = False
    last: bool = False

    @property
    def tool(self) -> str:
        """Name of the tool."""
        return self.composer.tool(self.stroke)

    @property
    def hands(self) -> tuple[int, ...]:
        """Indices of the hands that work."""
        said, composer = self.stroke.hands, self.composer
        if composer.resting >= 0 and not self.rests:
            return (1 - composer.resting,)
        if said in (Hands.LEFT, Hands.RIGHT):
            hand = LEFT if said is Hands.LEFT else RIGHT
            return ((1 - hand) if self.swapped else hand,)
        if said is Hands.ONE or said is Hands.ALTERNATE:
            return (self.one_hand,)
        if said is None and composer.open is not None:
            return composer.open.run.hands
        return (self.one_hand,) if said is None and self.tool in ("forearm", "elbow") else BOTH

    @property
    def one_hand(self) -> int:
        """The hand that does a stroke of one hand."""
        composer = self.composer
        if self.stroke.other_hand and composer.last_hand >= 0:
            return 1 - composer.last_hand
        if composer.open is not None and len(composer.open.run.hands) == 1:
            return composer.open.run.hands[0]
        if self.rests:
            return composer.head_hand()
        if self.hands_over >= 0:
            return 1 - self.hands_over
        if self.tool in ("forearm", "elbow"):
            return composer.inner_hand()
        return composer.outer_hand(self.sign)

    @property
    def hands_over(self) -> int:
        """The hand that has just worked alone in this movement and leaves when the next one is on; or −1."""
        composer = self.composer
        before = composer.score[-1] if composer.score and composer.open is None else None
        if not isinstance(before, Run) or before.cue.movement != self.cue.movement:
            return -1
        alone = (
            len(before.hands) == 1 and before.clasped < 0 and not before.sustained and composer.resting < 0
        )
        return before.hands[0] if alone and before.tool == self.tool else -1

    @property
    def parallel(self) -> bool:
        """Both hands go side by side, instead of mirroring each other."""
        stroke = self.stroke
        if len(self.hands) < 2:
            return False
        if stroke.side is Side.BOTH and stroke.technique is not Name.EFFLEURAGE:
            return False
        parted = self.leads is not None and self.leads.side is Side.BOTH and not _as_one(self.leads)
        if _as_one(stroke) and not parted:
            # "Side by side" on the sacrum, hands that go on up both sides of the spine lie on both.
            return True
        opened = self.composer.open
        if opened is not None and opened.run.hands == BOTH:
            signs = opened.run.signs
            elsewhere = signs == (-self.sign, -self.sign) and stroke.side is None
            return signs[0] == signs[1] and not elsewhere
        if self.leads is not None and (_as_one(self.leads) or self.leads.side is Side.BOTH):
            return _as_one(self.leads)
        return stroke.side in (Side.LEFT, Side.RIGHT, Side.ONE, Side.OTHER)

    @property
    def signs(self) -> tuple[float, ...]:
        """Own side of each hand."""
        if len(self.hands) == 1 or self.parallel:
            return tuple(self.sign for _ in self.hands)
        return tuple(self.composer.own(hand) for hand in self.hands)

    @property
    def shift(self) -> tuple[float, ...]:
        """Further x of each hand: side by side along the spine as the giver's hands lie."""
        if not self.parallel:
            return tuple(0.0 for _ in self.hands)
        apart = 0.5 * rows()["pull"]["apart"]
        head = self.composer.head_hand()
        return tuple(apart if hand == head else -apart for hand in self.hands)

    @property
    def turn(self) -> float:
        """Heading on landing, from where the giver looks, outward positive, in [rad]."""
        if self.stroke.pointing is not None:
            quarter = {Pointing.HEAD: 0, Pointing.OUT: 1, Pointing.FEET: 2, Pointing.SPINE: -1}
            return self.composer.seen(quarter[self.stroke.pointing] * math.pi / 2)
        if self.parallel and not self.composer.turned:
            return -self.composer.side * self.sign * math.pi / 2
        return 0.0

    @property
    def count(self) -> int:
        """How often it is performed."""
        stroke = self.stroke
        if stroke.repeats is not None:
            return max(1, stroke.repeats)
        return open_count(None if stroke.technique is None else stroke.technique.value)

    def start(self) -> Point:
        """Where the stroke begins when the hands come from the air."""
        stroke, where, tool = self.stroke, self.composer.where, self.tool
        on_line = any(place in LINES for place in stroke.over)
        spot = stroke.start_spot
        place = stroke.start or (None if spot is None else spot.place)
        if place in LINES and (spot is None or spot.relation in (Relation.AT, Relation.BESIDE)):
            if self.composer.open is not None:
                return self.composer.open.at[0], where.lane(tool)
            spot, place = None, self.low_or_high()
            on_line = True
        if place is None:
            works = [place for place in stroke.over if place not in LINES]
            if not works and stroke.end is not None and Direction.DOWN not in stroke.direction:
                works = [Place.SACRUM if Direction.UP in stroke.direction else stroke.end]
            place = works[0] if works else self.low_or_high()
        if spot is None:
            spot = Spot(place=place)
        if tool == "forearm":
            half = rows()["half_length"][tool]
            above = where.ground.x(rows()["above"]["iliac_crest"])
            low = max(where.spot(spot, tool)[0], above)
            elbow = place in LEVELS - {Place.UPPER_BACK, Place.SHOULDER_BLADE}
            return low + half * elbow, where.lane(tool)
        x, o = where.spot(spot, tool, within=None if place in LINES else place)
        return x, where.lane(tool) if on_line and place in STARTS else o

    def centre(self) -> Point:
        """Where the stroke works if it goes round in place: on what it is over, else where it begins."""
        stroke = self.stroke
        over = next((i for i, place in enumerate(stroke.over) if place not in LINES), None)
        if over is None:
            return self.start()
        exact = stroke.over_spots[over] if over < len(stroke.over_spots) else None
        around = replace(stroke, start=stroke.over[over], start_spot=exact)
        return replace(self, stroke=around).start()

    def spot_on(self, chart: str) -> Point:
        """Where the stroke begins: (x, o) on the back, chart coordinates elsewhere."""
        place = self.place()
        if chart == "back" or place is None:
            return self.start()
        return self.composer.where.head_spot(place)

    def low_or_high(self) -> Place:
        """The end of the back where a stroke begins that only says its way."""
        ways = self.stroke.direction if self.leads is None else self.leads.direction
        return Place.NECK_BASE if Direction.DOWN in ways else Place.SACRUM

    def land(self, at: Point | None = None, *, timing: str = "after", turn: float | None = None) -> None:
        """Put the hands where the stroke begins (and with another heading, if one is given)."""
        composer = self.composer
        if self.hands_over >= 0 and self.hands == (1 - self.hands_over,):
            timing = "handover"
        composer.land(
            self.hands,
            self.start() if at is None else at,
            cue=self.cue,
            tool=self.tool,
            signs=self.signs,
            fingers=finger_shape(self.tool, self.stroke.fingers),
            turn=self.turn if turn is None else turn,
            shift=self.shift,
            chart=self.chart(),
            timing=timing,
            clasped=1 - self.hands[0] if self.clasped and len(self.hands) == 1 else -1,
            upper=self.upper,
        )

    def place(self) -> Place | None:
        """The place that the stroke is about."""
        stroke = self.stroke
        return stroke.start or (stroke.over[0] if stroke.over else stroke.end)

    def chart(self) -> str:
        """The chart of the stroke's place; "" for none.

        Hands that are on the back already stay there, when any place that is named lies there.
        """
        stroke, where = self.stroke, self.composer.where
        named = [place for place in (stroke.start, *stroke.over, stroke.end) if place is not None]
        charts = [where.chart(place) for place in named]
        if "back" in charts and self.composer.holds(self.hands, self.tool):
            return "back"
        return charts[0] if charts else "back"

    def length(self, what: str) -> float:
        """How long the text says that it lasts, else the usual length of `what`, in [s]."""
        duration = self.stroke.duration
        if duration is None:
            return seconds(what)
        return duration.low * {"second": 1.0, "minute": 60.0, "breath": seconds("breath")}[duration.unit]


def _as_one(stroke: Stroke) -> bool:
    """Both hands go the same way."""
    return stroke.together or bool(
        {Direction.TOWARD_GIVER, Direction.AWAY_FROM_GIVER} & set(stroke.direction)
    )


class Technique(abc.ABC):
    """A technique of the reading contract."""

    @abc.abstractmethod
    def perform(self, task: Task) -> None:
        """Add what the hands do to the composer's score.

        Args:
            task: The stroke, and the state that it starts from.
        """


def far(task: Task, spot: Point, reach: float = 0.12) -> bool:
    """The hands are not at a spot."""
    opened = task.composer.open
    return opened is None or math.dist(opened.at, spot) > reach
