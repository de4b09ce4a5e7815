"""From a routine to a score: sides, rows, loops, and what each stroke needs to know."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import final

from effleurage.performance import LEFT, RIGHT, Station
from effleurage.planning._composer import Composer, Point
from effleurage.planning._interpret.around import (
    follows_giver,
    from_hips,
    laid_first,
    mirrored,
    reaches,
    rests,
    steadies,
    then,
    two_sided,
    upper,
)
from effleurage.planning._interpret.counts import left_to_do
from effleurage.planning._interpret.crossing import passed
from effleurage.planning._interpret.elsewhere import positions, side_before
from effleurage.planning._interpret.group import Group, groups, in_turn
from effleurage.planning._interpret.items import Item, items, one_sided, strokes_of, turns_head
from effleurage.planning._interpret.letting_go import let_go
from effleurage.planning._interpret.manner import motions
from effleurage.planning._interpret.onward import gone_on
from effleurage.planning._interpret.passes import SIDES, Pass
from effleurage.planning._interpret.resting import rested
from effleurage.planning._interpret.rounds import is_round, whole_rounds
from effleurage.planning._interpret.sections import Section, sections
from effleurage.planning._place.stations import at_hips, beside, beyond, lying, moved, seen_from, turned_over
from effleurage.planning._score import Cue, Run
from effleurage.planning._time.relief import CAPTION as RELIEF
from effleurage.planning._time.relief import REST
from effleurage.planning.strokes import TECHNIQUES, Creep, Row, Task, cover
from effleurage.routine import (
    GiverPlace,
    Hands,
    Kind,
    Routine,
    Stroke,
    Technique,
    Tool,
)

_ARMS = (Tool.FOREARM, Tool.ELBOW, Tool.FIST)


@final
class Interpreter:
    """Performs movements one after the other on a composer.

    Attributes:
        routine: What to perform.
        composer: State and score.
        relieved: Numbers of groups of strokes before which the receiver lies down flat.
        stated: Where the text last said that the giver is.
        side: Side that was worked on last, where the words leave it open: +1 left, −1 right.
        beyond: The receiver lies or sits as no body here can: positions are told in the text's own words.
        done: Number of movements up to the last that has been performed.
        marks: For each group the index in the score of the first entry that it may begin with.
    """

    def __init__(self, routine: Routine, composer: Composer, relieved: frozenset[int] = frozenset()) -> None:
        self.routine = routine
        self.composer = composer
        self.relieved = relieved
        self.marks: list[int] = []
        self.stated = composer.station
        self.side = 1.0
        self.beyond = False
        self.done = 0
        self._round = 0
        self._home: Point | None = None
        self._before: tuple[Stroke, Point] | None = None

    def perform(self, index: int, repeat: int = 0) -> int:
        """Perform one pass of a movement; hands that may go on in a further one stay on the skin.

        Args:
            index: Which.
            repeat: Number of the pass.

        Returns:
            For how many passes it counts.
        """
        movement = self.routine.movements[index]
        before = self.routine.movements[:index]
        told = items(movement, sum(len(step.strokes) for other in before for step in other.steps))
        told = positions(self.routine, self.done, index) + told
        self.done = index + 1
        self.composer.most = next((limit.ceiling for limit in movement.limits if limit.ceiling), None)
        parts = sections(motions(let_go(left_to_do(whole_rounds(in_turn(gone_on(passed(rested(told)))))))))
        alone, owed = one_sided(movement), movement.both_sides
        # Rounds of the whole movement that its words count are passes as those that fill the time are.
        inner = sum(
            group.times for part in parts for group in groups(part.entries) if is_round(group, part.entries)
        )
        repeat, self._round = repeat * (1 + inner), 0
        for number, part in enumerate(parts):
            as_one = two_sided(part.entries)
            both = part.again is not None or (owed and not as_one)
            last = number == len(parts) - 1
            self._section(part, index, repeat, both=both, alone=both or (alone and not as_one), last=last)
        return 1 + inner

    def end(self) -> None:
        """End a movement: no further pass of it follows."""
        self.composer.lift()
        self.composer.resting = -1

    def _section(
        self, part: Section, index: int, repeat: int, *, both: bool, alone: bool, last: bool
    ) -> None:
        """Perform a section, on both sides where it is told for one and the other is owed the same."""
        entries = part.entries
        strokes, head = strokes_of(entries), turns_head(entries)
        first = self._first_side(part, index)
        arranged = [entry.arrangement for entry in entries if entry.arrangement is not None]
        clasped = any(said.clasped for said in arranged) and any(s.tool in _ARMS for s in strokes)
        follows = part.moves or head is not None or any(follows_giver(stroke) for stroke in strokes)
        begin = len(self.composer.score)
        for turn, sign in enumerate((first, -first) if both else (first,)):
            if turn and part.again is None and mirrored(self.composer.score[begin:]):
                break
            self.side = sign
            if turn and any(steadies(stroke) for stroke in strokes):
                self.composer.resting = -1
            self._pass(
                Pass(
                    entries=entries,
                    movement=index,
                    repeat=repeat,
                    again=part.again,
                    sign=sign,
                    one_sided=alone,
                    swapped=turn == 1,
                    exchanged=turn == 1 and (follows or self._exchanges(strokes)),
                    follows=follows,
                    head=head,
                    clasped=clasped,
                    upper=upper(strokes),
                ),
                last=last,
            )

    def _first_side(self, part: Section, index: int) -> float:
        """Side on which a section begins: the one that is said, there or elsewhere, else the giver's."""
        strokes = strokes_of(part.entries)
        said = next((SIDES[stroke.side] for stroke in strokes if stroke.side in SIDES), None)
        if said is None and part.again is not None and part.again.stroke is not None:
            back = part.again.stroke.side
            said = None if back not in SIDES else -SIDES[back]
        if said is None and part.borrowed:
            return self.side
        if said is None:
            elsewhere = side_before(self.routine, index)
            said = None if elsewhere is None else SIDES[elsewhere]
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

    def _pass(self, turn: Pass, *, last: bool) -> None:
        composer = self.composer
        self._home = None if composer.open is None else composer.open.run.begin
        self._before = None
        strokes = strokes_of(turn.entries)
        stood = {entry.arrangement.giver for entry in turn.entries if entry.arrangement is not None}
        # "At the side" leaves open where along it; the strokes tell that.
        hips = stood <= {None, GiverPlace.SIDE} and from_hips(strokes)
        station = at_hips(self.stated) if hips and GiverPlace.SIDE not in stood else self.stated
        posture = composer.posture
        cue = self._cue(turn, turn.again, technique="arrange") if turn.swapped and turn.again else None
        for group in groups(turn.entries):
            words: list[str] = []
            for entry in group.arrangements:
                said = entry.arrangement
                assert said is not None
                cue = cue or self._cue(turn, entry, technique="arrange")
                self.beyond = beyond(said.posture, self.beyond)
                if self.beyond:
                    words += [] if turn.swapped else [self.routine.words(entry.span)]
                    continue
                if not (turn.swapped and said.giver is GiverPlace.OTHER_SIDE):
                    station = moved(station, said)
                if said.giver is not None or said.facing is not None or said.stance is not None:
                    self.stated = station
                if hips and said.giver is GiverPlace.SIDE:
                    station = replace(station, where="hips")
                told = turned_over(said.posture) if turn.swapped else said.posture
                posture = lying(posture, told, station.side)
            if not group.strokes:
                continue
            if len(self.marks) in self.relieved:
                posture = REST
                cue = replace(cue or self._cue(turn, group.strokes[0], technique="arrange"), caption=RELIEF)
            self.marks.append(len(composer.score))
            stays = not turn.swapped and any(reaches(entry, turn.entries) for entry in group.strokes)
            if turn.follows and not stays and station.side in ("left", "right"):
                side = "left" if turn.side_at(group.strokes[0], self.composer.side) > 0 else "right"
                station = self.stated = beside(station, side)
                posture = lying(posture, turn.head, side) if turn.head is not None else posture
            cue = cue or self._cue(turn, group.strokes[0], technique="arrange")
            changed = station.side != composer.station.side
            told = turn.swapped and changed and turn.again is None
            caption = "Change to the other side." if told else " ".join(words) or cue.caption
            cue = replace(cue, caption=caption)
            composer.arrange(posture=posture, station=station, cue=cue, told=bool(words))
            cue = None
            self._perform(turn, group, counts=is_round(group, turn.entries))
        both = composer.open is not None and len(composer.open.run.hands) > 1
        if not (last and both and not turn.one_sided):
            composer.lift()
        composer.last_hand = -1

    def _perform(self, turn: Pass, group: Group, *, counts: bool) -> None:
        for _ in range(group.times):
            self._round += counts
            tasks = [self._task(turn, entry, once=group.times > 1) for entry in group.strokes]
            if group.unit:
                shown, unit = tuple(tasks[: -group.unit]), tuple(tasks[-group.unit :])
                Creep(shown=shown or unit, unit=unit).perform(TECHNIQUES)
                continue
            if group.lanes:
                back = next((task for task in tasks if task.stroke.returning), None)
                cover(tasks[-1], tasks[0], back)
                continue
            if group.row is not None:
                units, finale = group.row
                # Of several that carry it on, the last one tells how far it goes.
                progress = tasks[-2] if finale else tasks[-1]
                row = Row(units=tuple(tasks[:units]), progress=progress, finale=tasks[-1] if finale else None)
                row.perform()
                self.composer.lift()
                continue
            for task in tasks:
                before = self.composer.open
                at = None if before is None else before.at
                TECHNIQUES[task.stroke.technique].perform(replace(task, home=self._home, before=self._before))
                opened = self.composer.open
                begin = at if opened is before or opened is None else opened.run.begin
                self._before = None if begin is None else (task.stroke, begin)
                if self._home is None and opened is not None:
                    self._home = opened.run.begin

    def _task(self, turn: Pass, entry: Item, *, once: bool) -> Task:
        stroke = entry.stroke
        assert stroke is not None
        station = self.composer.station
        stroke = seen_from(station, stroke)
        at = next(n for n, other in enumerate(turn.entries) if other is entry)
        behind = (other.stroke for other in turn.entries[at + 1 :] if other.stroke is not None)
        after = [seen_from(station, other) for other in behind]
        return Task(
            stroke=replace(stroke, repeats=1) if once else stroke,
            cue=self._cue(turn, entry),
            composer=self.composer,
            sign=turn.side_at(entry, self.composer.side),
            one_sided=turn.one_sided,
            swapped=turn.exchanged,
            setup=entry.kind is Kind.SETUP,
            rests=rests(stroke, after) or laid_first(entry, turn.entries),
            leads=then(stroke, after),
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
            repeat=turn.repeat + self._round,
            span=entry.span if stroke is None or stroke.span == (0, 0) else stroke.span,
            technique=technique or said,
            caption=self.routine.words(entry.span),
        )


def movements_with_motion(routine: Routine) -> Iterator[int]:
    """Indices of the movements that move hands."""
    for index, movement in enumerate(routine.movements):
        if strokes_of(items(movement, 0)):
            yield index
