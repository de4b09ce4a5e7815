"""From a routine to a score: sides, rows, loops, and what each stroke needs to know."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import final

from effleurage.performance import LEFT, RIGHT
from effleurage.planning._composer import Composer, Point
from effleurage.planning._group import Group, groups
from effleurage.planning._score import Arrange, Cue, Run
from effleurage.planning._stations import at_hips, beside, lying, moved
from effleurage.planning._where import LINES
from effleurage.planning.strokes import TECHNIQUES, Row, Task
from effleurage.routine import (
    Arrangement,
    Direction,
    GiverPlace,
    Hands,
    Kind,
    Movement,
    Pointing,
    Posture,
    Routine,
    Side,
    Step,
    Stroke,
    Technique,
    Tool,
)

_MOTION = frozenset({Kind.STROKE, Kind.SETUP, Kind.REPEAT})


@final
@dataclass(frozen=True, kw_only=True)
class Item:
    """A stroke with its place in the routine, or an arrangement."""

    step: int
    kind: Kind
    number: int
    stroke: Stroke | None = None
    arrangement: Arrangement | None = None
    span: tuple[int, int] = (0, 0)


def items(movement: Movement, first: int) -> list[Item]:
    """The movement's strokes and arrangements in order; strokes are numbered from `first`."""
    out: list[Item] = []
    for index, step in enumerate(movement.steps):
        if step.arrangement is not None:
            out.append(
                Item(step=index, kind=step.kind, number=-1, arrangement=step.arrangement, span=step.span)
            )
        if step.kind in _MOTION:
            for stroke in step.strokes:
                out.append(Item(step=index, kind=step.kind, number=first, stroke=stroke, span=step.span))
                first += 1
        else:
            first += len(step.strokes)
    return out


def count_strokes(steps: tuple[Step, ...]) -> int:
    """How many strokes the steps hold."""
    return sum(len(step.strokes) for step in steps)


def one_sided(movement: Movement) -> bool:
    """It is told for one side: the other side follows."""
    if movement.both_sides:
        return True
    sides = {stroke.side for step in movement.steps for stroke in step.strokes}
    return Side.ONE in sides and not sides & {Side.OTHER, Side.LEFT, Side.RIGHT}


@final
class Interpreter:
    """Performs movements one after the other on a composer.

    Attributes:
        routine: What to perform.
        composer: State and score.
    """

    def __init__(self, routine: Routine, composer: Composer) -> None:
        self.routine = routine
        self.composer = composer
        self.stated = composer.station
        numbers, first = [], 0
        for movement in routine.movements:
            numbers.append(first)
            first += count_strokes(movement.steps)
        self._numbers = numbers

    def perform(self, index: int, repeat: int = 0) -> None:
        """Perform one movement.

        Args:
            index: Which.
            repeat: Number of the pass.
        """
        movement = self.routine.movements[index]
        entries = items(movement, self._numbers[index])
        if not any(entry.stroke for entry in entries):
            return
        composer = self.composer
        self._index, self._repeat, self._entries = index, repeat, entries
        strokes = [entry.stroke for entry in entries if entry.stroke is not None]
        both = one_sided(movement)
        follows_giver = any(_follows_giver(stroke) for stroke in strokes) or any(
            entry.arrangement is not None
            and entry.arrangement.posture in (Posture.HEAD_AWAY, Posture.HEAD_TOWARD)
            for entry in entries
        )
        said = next((stroke.side for stroke in strokes if stroke.side in (Side.LEFT, Side.RIGHT)), None)
        giver = self._station_before(entries)
        first = composer.side if giver.side != "right" else -1.0
        if giver.side == "left":
            first = 1.0
        if said is not None and both:
            first = 1.0 if said is Side.LEFT else -1.0
        for turn, sign in enumerate((first, -first) if both else (first,)):
            self._pass(entries, strokes, sign, swapped=turn == 1, both=both, follows_giver=follows_giver)

    def _station_before(self, entries: list[Item]):
        station = self.stated
        for entry in entries:
            if entry.stroke is not None:
                break
            if entry.arrangement is not None:
                station = moved(station, entry.arrangement)
        return station

    def _pass(
        self,
        entries: list[Item],
        strokes: list[Stroke],
        sign: float,
        *,
        swapped: bool,
        both: bool,
        follows_giver: bool,
    ) -> None:
        composer = self.composer
        self._sign, self._swapped, self._both = sign, swapped, both
        self._home: Point | None = None
        clasped = any(entry.arrangement is not None and entry.arrangement.clasped for entry in entries)
        self._clasped = clasped and any(
            stroke.tool in (Tool.FOREARM, Tool.ELBOW, Tool.FIST) for stroke in strokes
        )
        self._upper = _upper(strokes)
        side = "left" if sign > 0 else "right"
        posture, cue = composer.posture, None
        placed = any(entry.arrangement is not None and entry.arrangement.giver for entry in entries)
        station = self.stated
        if not placed and _from_hips(strokes):
            station = at_hips(station)
        elif follows_giver and station.side in ("left", "right"):
            station = beside(station, side)
        pending = True
        for group in groups(entries):
            for entry in group.arrangements:
                said = entry.arrangement
                assert said is not None
                if not (swapped and said.giver is GiverPlace.OTHER_SIDE):
                    station = moved(station, said)
                if follows_giver and station.side in ("left", "right"):
                    station = beside(station, side)
                if said.giver is not None or said.facing is not None or said.stance is not None:
                    self.stated = station
                posture = lying(posture, said.posture, station.side)
                cue, pending = self._cue(entry, technique="arrange"), True
            if pending and group.strokes:
                cue = cue or self._cue(group.strokes[0], technique="arrange")
                if swapped:
                    cue = replace(cue, caption="Change to the other side.")
                composer.arrange(posture=posture, station=station, cue=cue)
                pending = False
            self._perform(group, entries)
        if follows_giver:
            self.stated = station
        composer.lift()
        composer.resting = -1
        composer.last_hand = -1

    def _perform(self, group: Group, entries: list[Item]) -> None:
        for _ in range(group.times):
            tasks = [self._task(entry, entries, single=group.times > 1) for entry in group.strokes]
            if group.row is not None:
                units, finale = group.row
                Row(
                    units=tuple(tasks[:units]),
                    progress=tasks[units],
                    finale=tasks[-1] if finale else None,
                ).perform()
                self.composer.lift()
                continue
            for entry, task in zip(group.strokes, tasks, strict=True):
                assert entry.stroke is not None
                TECHNIQUES[entry.stroke.technique].perform(task)
                opened = self.composer.open
                if self._home is None and opened is not None:
                    self._home = opened.run.begin

    def _task(self, entry: Item, entries: list[Item], *, single: bool) -> Task:
        stroke = entry.stroke
        assert stroke is not None
        after = [
            other.stroke for other in entries if other.number > entry.number and other.stroke is not None
        ]
        if single:
            stroke = replace(stroke, repeats=1)
        sign = self._sign
        if stroke.side in (Side.LEFT, Side.RIGHT):
            sign = 1.0 if stroke.side is Side.LEFT else -1.0
            sign = -sign if self._swapped else sign
        elif stroke.side is Side.OTHER and not self._both:
            sign = -sign
        return Task(
            stroke=stroke,
            cue=self._cue(entry),
            composer=self.composer,
            sign=sign,
            one_sided=self._both,
            swapped=self._swapped,
            home=self._home,
            setup=entry.kind is Kind.SETUP,
            rests=_rests(stroke, after),
            passes=stroke.passes,
            upper=self._upper,
            clasped=self._clasped,
            last=not any(s.technique not in (Technique.RELEASE, Technique.HOLD) for s in after),
        )

    def _cue(self, entry: Item, *, technique: str | None = None) -> Cue:
        stroke = entry.stroke
        span = entry.span if stroke is None or stroke.span == (0, 0) else stroke.span
        name = technique or (
            "other" if stroke is None or stroke.technique is None else stroke.technique.value
        )
        return Cue(
            movement=self._index,
            step=entry.step,
            stroke=-1 if technique else entry.number,
            repeat=self._repeat,
            span=span,
            technique=name,
            caption=self.routine.words(entry.span),
        )


def _follows_giver(stroke: Stroke) -> bool:
    ways = {Direction.TOWARD_GIVER, Direction.AWAY_FROM_GIVER}
    return bool(ways & set(stroke.direction)) or stroke.tool in (Tool.FOREARM, Tool.ELBOW)


def _from_hips(strokes: list[Stroke]) -> bool:
    """Both hands work up both sides of the spine: done from beside the hips, turned to the head."""
    both = all(stroke.hands is Hands.BOTH for stroke in strokes)
    return both and any(stroke.pointing is Pointing.HEAD or stroke.passes for stroke in strokes)


def _upper(strokes: list[Stroke]) -> int:
    if not any(stroke.passes or stroke.crossed or stroke.upper_hand for stroke in strokes):
        return -1
    said = next((stroke.upper_hand for stroke in strokes if stroke.upper_hand is not None), Hands.RIGHT)
    return LEFT if said is Hands.LEFT else RIGHT


def _rests(stroke: Stroke, after: list[Stroke]) -> bool:
    """The hand stays where it is put while the other one works elsewhere."""
    if stroke.technique is not Technique.HOLD or stroke.hands is not Hands.ONE or not after:
        return False
    follower = after[0]
    if follower.hands is not Hands.ONE or follower.technique in (Technique.HOLD, Technique.RELEASE):
        return False
    if follower.follows:
        return False
    works = {follower.start, *follower.over} - LINES - {None}
    elsewhere = bool(works) and stroke.start not in works
    return (
        follower.other_hand
        and elsewhere
        or (elsewhere and follower.simultaneous)
        or (elsewhere and follower.start is None and follower.tool is not stroke.tool)
    )


def movements_with_motion(routine: Routine) -> Iterator[int]:
    """Indices of the movements that move hands."""
    for index, movement in enumerate(routine.movements):
        if any(entry.stroke for entry in items(movement, 0)):
            yield index


def score(routine: Routine, composer: Composer, order: list[tuple[int, int]]) -> tuple[Run | Arrange, ...]:
    """The score of movements in the given order.

    Args:
        routine: What to perform.
        composer: A fresh one.
        order: (movement, number of its pass), in the order of performance.
    """
    interpreter = Interpreter(routine, composer)
    for index, repeat in order:
        interpreter.perform(index, repeat)
    return tuple(composer.score)
