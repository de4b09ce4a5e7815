"""From a routine to a score: sides, rows, loops, and what each stroke needs to know."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import final

from effleurage.performance import LEFT, RIGHT, Station
from effleurage.planning._composer import Composer, Point
from effleurage.planning._interpret.group import Group, groups
from effleurage.planning._interpret.items import Item, items, one_sided, single, strokes_of, turns_head
from effleurage.planning._interpret.manner import motions
from effleurage.planning._interpret.sections import Section, sections
from effleurage.planning._place.stations import at_hips, beside, lying, moved
from effleurage.planning._place.where import LINES
from effleurage.planning._score import Cue, Run
from effleurage.planning._time.relief import CAPTION as RELIEF
from effleurage.planning._time.relief import REST
from effleurage.planning.strokes import TECHNIQUES, Row, Task
from effleurage.routine import (
    Direction,
    GiverPlace,
    Hands,
    Kind,
    Pointing,
    Posture,
    Routine,
    Side,
    Stroke,
    Technique,
    Tool,
)

_SIDES = {Side.LEFT: 1.0, Side.RIGHT: -1.0}
_ARMS = (Tool.FOREARM, Tool.ELBOW, Tool.FIST)


@final
@dataclass(frozen=True, kw_only=True)
class Pass:
    """One time through a movement, on one side where it works on one side.

    Attributes:
        entries: The movement's items.
        movement: Its index.
        repeat: Number of the pass.
        again: The sentence that sends to the other side, where one does.
        sign: Side that is worked on where the words leave it open: +1 left, −1 right.
        one_sided: The movement is told for one side.
        swapped: This is the other side's turn.
        exchanged: Left and right hands change parts in it.
        follows: The giver is on the side that is worked on.
        head: How the head is turned relative to the giver, or None.
        clasped: The other hand clasps the working one.
        upper: Hand whose arm goes over the other; −1 where no matter.
    """

    entries: tuple[Item, ...]
    movement: int
    repeat: int
    again: Item | None
    sign: float
    one_sided: bool
    swapped: bool
    exchanged: bool
    follows: bool
    head: Posture | None
    clasped: bool
    upper: int

    def side_at(self, entry: Item) -> float:
        """Side that a stroke is on: what it says, else what was said last before it."""
        sign = self.sign
        for other in self.entries:
            if other.stroke is not None and other.stroke.side in _SIDES:
                said = _SIDES[other.stroke.side]
                sign = -said if self.swapped else said
            if other is entry:
                break
        other_side = entry.stroke is not None and entry.stroke.side is Side.OTHER
        return -sign if other_side and not self.one_sided else sign


@final
class Interpreter:
    """Performs movements one after the other on a composer.

    Attributes:
        routine: What to perform.
        composer: State and score.
        relieved: Numbers of groups of strokes before which the receiver lies down flat.
        stated: Where the text last said that the giver is.
        marks: For each group the index in the score of the first entry that it may begin with.
    """

    def __init__(self, routine: Routine, composer: Composer, relieved: frozenset[int] = frozenset()) -> None:
        self.routine = routine
        self.composer = composer
        self.relieved = relieved
        self.marks: list[int] = []
        self.stated = composer.station
        self._home: Point | None = None

    def perform(self, index: int, repeat: int = 0, *, again: bool = False) -> None:
        """Perform one movement.

        Args:
            index: Which.
            repeat: Number of the pass.
            again: Another pass of it follows.
        """
        movement = self.routine.movements[index]
        before = self.routine.movements[:index]
        told = items(movement, sum(len(step.strokes) for other in before for step in other.steps))
        self.composer.most = next((limit.ceiling for limit in movement.limits if limit.ceiling), None)
        parts = sections(motions(told))
        for number, part in enumerate(parts):
            both = part.again is not None or (one_sided(movement) and not _two_sided(part.entries))
            self._section(part, index, repeat, both=both, again=again and number == len(parts) - 1)
        if not again:
            self.composer.resting = -1

    def _section(self, part: Section, index: int, repeat: int, *, both: bool, again: bool) -> None:
        """Perform a section, on both sides where it is told for one."""
        entries = part.entries
        strokes, head = strokes_of(entries), turns_head(entries)
        first = self._first_side(part)
        arranged = [entry.arrangement for entry in entries if entry.arrangement is not None]
        clasped = any(said.clasped for said in arranged) and any(s.tool in _ARMS for s in strokes)
        follows = part.moves or head is not None or any(_follows_giver(stroke) for stroke in strokes)
        for turn, sign in enumerate((first, -first) if both else (first,)):
            self._pass(
                Pass(
                    entries=entries,
                    movement=index,
                    repeat=repeat,
                    again=part.again,
                    sign=sign,
                    one_sided=both,
                    swapped=turn == 1,
                    exchanged=turn == 1 and (follows or self._exchanges(strokes)),
                    follows=follows,
                    head=head,
                    clasped=clasped,
                    upper=_upper(strokes),
                ),
                again=again,
            )

    def _first_side(self, part: Section) -> float:
        """Side on which a section begins: the one that is said, else the giver's."""
        strokes = strokes_of(part.entries)
        said = next((_SIDES[stroke.side] for stroke in strokes if stroke.side in _SIDES), None)
        if said is None and part.again is not None and part.again.stroke is not None:
            back = part.again.stroke.side
            said = None if back not in _SIDES else -_SIDES[back]
        giver = self._station_before(part.entries)
        return said or {"left": 1.0, "right": -1.0}.get(giver.side, self.composer.side)

    def _exchanges(self, strokes: Sequence[Stroke]) -> bool:
        """Hands change parts on the other side, but where the one that works would have to let go for it."""
        named = next((stroke.hands for stroke in strokes if stroke.hands in (Hands.LEFT, Hands.RIGHT)), None)
        before = self.composer.score[-1] if self.composer.score else None
        if named is None or not isinstance(before, Run) or len(before.hands) != 1:
            return True
        return before.hands[0] != (RIGHT if named is Hands.LEFT else LEFT)

    def _station_before(self, entries: Sequence[Item]) -> Station:
        station = self.stated
        for entry in entries:
            if entry.stroke is not None:
                break
            if entry.arrangement is not None:
                station = moved(station, entry.arrangement)
        return station

    def _pass(self, turn: Pass, *, again: bool) -> None:
        composer = self.composer
        self._home = None if composer.open is None else composer.open.run.begin
        strokes = strokes_of(turn.entries)
        placed = any(entry.arrangement is not None and entry.arrangement.giver for entry in turn.entries)
        station = at_hips(self.stated) if not placed and _from_hips(strokes) else self.stated
        posture = composer.posture
        cue = self._cue(turn, turn.again, technique="arrange") if turn.swapped and turn.again else None
        for group in groups(turn.entries):
            for entry in group.arrangements:
                said = entry.arrangement
                assert said is not None
                if not (turn.swapped and said.giver is GiverPlace.OTHER_SIDE):
                    station = moved(station, said)
                if said.giver is not None or said.facing is not None or said.stance is not None:
                    self.stated = station
                posture = lying(posture, said.posture, station.side)
                cue = cue or self._cue(turn, entry, technique="arrange")
            if not group.strokes:
                continue
            if len(self.marks) in self.relieved:
                posture = REST
                cue = replace(cue or self._cue(turn, group.strokes[0], technique="arrange"), caption=RELIEF)
            self.marks.append(len(composer.score))
            if turn.follows and station.side in ("left", "right"):
                side = "left" if turn.side_at(group.strokes[0]) > 0 else "right"
                station = self.stated = beside(station, side)
                posture = lying(posture, turn.head, side) if turn.head is not None else posture
            cue = cue or self._cue(turn, group.strokes[0], technique="arrange")
            changed = station.side != composer.station.side
            told = turn.swapped and changed and turn.again is None
            caption = "Change to the other side." if told else cue.caption
            composer.arrange(posture=posture, station=station, cue=replace(cue, caption=caption))
            cue = None
            self._perform(turn, group)
        both = composer.open is not None and len(composer.open.run.hands) > 1
        if not (again and both and not turn.one_sided):
            composer.lift()
        composer.last_hand = -1

    def _perform(self, turn: Pass, group: Group) -> None:
        for _ in range(group.times):
            tasks = [self._task(turn, entry, once=group.times > 1) for entry in group.strokes]
            if group.row is not None:
                units, finale = group.row
                row = Row(
                    units=tuple(tasks[:units]), progress=tasks[units], finale=tasks[-1] if finale else None
                )
                row.perform()
                self.composer.lift()
                continue
            for task in tasks:
                task = replace(task, home=self._home)
                TECHNIQUES[task.stroke.technique].perform(task)
                opened = self.composer.open
                if self._home is None and opened is not None:
                    self._home = opened.run.begin

    def _task(self, turn: Pass, entry: Item, *, once: bool) -> Task:
        stroke = entry.stroke
        assert stroke is not None
        after = [s.stroke for s in turn.entries if s.number > entry.number and s.stroke is not None]
        return Task(
            stroke=replace(stroke, repeats=1) if once else stroke,
            cue=self._cue(turn, entry),
            composer=self.composer,
            sign=turn.side_at(entry),
            one_sided=turn.one_sided,
            swapped=turn.exchanged,
            setup=entry.kind is Kind.SETUP,
            rests=_rests(stroke, after),
            leads=_next(stroke, after),
            passes=stroke.passes,
            upper=turn.upper,
            clasped=turn.clasped,
            last=not any(s.technique not in (Technique.RELEASE, Technique.HOLD) for s in after),
        )

    def _cue(self, turn: Pass, entry: Item, *, technique: str | None = None) -> Cue:
        stroke = entry.stroke
        said = "other" if stroke is None or stroke.technique is None else stroke.technique.value
        return Cue(
            movement=turn.movement,
            step=entry.step,
            stroke=-1 if technique else entry.number,
            repeat=turn.repeat,
            span=entry.span if stroke is None or stroke.span == (0, 0) else stroke.span,
            technique=technique or said,
            caption=self.routine.words(entry.span),
        )


def _two_sided(entries: tuple[Item, ...]) -> bool:
    """Hands that pass each other work on both sides at once."""
    return any(stroke.passes or stroke.crossed for stroke in strokes_of(entries))


def _next(stroke: Stroke, after: Sequence[Stroke]) -> Stroke | None:
    """What hands that are only put down go on to do."""
    if stroke.technique is not Technique.HOLD:
        return None
    works = (other for other in after if other.technique is not Technique.HOLD)
    follower = next(works, None)
    return follower if follower is not None and (follower.hands or stroke.hands) is stroke.hands else None


def _follows_giver(stroke: Stroke) -> bool:
    ways = {Direction.TOWARD_GIVER, Direction.AWAY_FROM_GIVER}
    return bool(ways & set(stroke.direction)) or stroke.tool in (Tool.FOREARM, Tool.ELBOW)


def _from_hips(strokes: Sequence[Stroke]) -> bool:
    """Both hands work up both sides of the spine: done from beside the hips, turned to the head."""
    both = all(stroke.hands is Hands.BOTH for stroke in strokes)
    return both and any(stroke.pointing is Pointing.HEAD or stroke.passes for stroke in strokes)


def _upper(strokes: Sequence[Stroke]) -> int:
    if not any(stroke.passes or stroke.crossed or stroke.upper_hand for stroke in strokes):
        return -1
    said = next((stroke.upper_hand for stroke in strokes if stroke.upper_hand is not None), Hands.RIGHT)
    return LEFT if said is Hands.LEFT else RIGHT


def _rests(stroke: Stroke, after: Sequence[Stroke]) -> bool:
    """The hand stays where it is put while the other one works elsewhere."""
    if stroke.technique is not Technique.HOLD or not single(stroke) or not after:
        return False
    follower = after[0]
    if not single(follower) or follower.technique in (Technique.HOLD, Technique.RELEASE) or follower.follows:
        return False
    works = {follower.start, *follower.over} - LINES - {None}
    if not works or stroke.start in works:
        return False
    other_tool = follower.start is None and follower.tool is not stroke.tool
    return follower.other_hand or follower.simultaneous or other_tool


def movements_with_motion(routine: Routine) -> Iterator[int]:
    """Indices of the movements that move hands."""
    for index, movement in enumerate(routine.movements):
        if strokes_of(items(movement, 0)):
            yield index
