"""Told: what a movement, or a pass of one, comes to is remembered, so that further ones are not told anew.

A draft for a length differs from the one before in how often some movements are done, and what a pass comes
to depends on little that was before it.
"""

import functools
import itertools
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import final

from effleurage.performance import Station
from effleurage.planning._composer import Composer
from effleurage.planning._interpret.interpret import Interpreter
from effleurage.planning._score import Arrange, Cue, Run, Score
from effleurage.routine import Routine


@final
@dataclass(frozen=True, kw_only=True)
class State:
    """All that a movement depends on from before it, when both hands are in the air.

    Attributes:
        posture: How the receiver lies.
        station: Where the giver is.
        stated: Where the text last said that the giver is.
        side: Side that was worked on last.
        beyond: The receiver lies or sits as no body here can.
        done: Number of movements up to the last that has been performed.
        resting: Hand that rests on the receiver; −1 for none.
        last_hand: Hand that did the last stroke of one hand.
        easing: A release that the next glide carries out, or None.
        hands: Hands of what was done last; none after a change of position.
    """

    posture: str
    station: Station
    stated: Station
    side: float
    beyond: bool
    done: int
    resting: int
    last_hand: int
    easing: Cue | None
    hands: tuple[int, ...]

    @staticmethod
    def of(interpreter: Interpreter) -> "State":
        """The state between two movements."""
        composer = interpreter.composer
        last = composer.score[-1] if composer.score else None
        return State(
            posture=composer.posture,
            station=composer.station,
            stated=interpreter.stated,
            side=interpreter.side,
            beyond=interpreter.beyond,
            done=interpreter.done,
            resting=composer.resting,
            last_hand=composer.last_hand,
            easing=composer.easing,
            hands=last.hands if isinstance(last, Run) else (),
        )


@final
@dataclass(frozen=True, kw_only=True)
class Telling:
    """What a pass, or all of a movement, comes to, from hands in the air to hands in the air.

    Attributes:
        entries: Its part of the score.
        marks: For each group of strokes the index in it of the first entry that it may begin with.
        after: The state behind it.
        repeat: Number of the first pass.
        counts: For how many passes each counts.
    """

    entries: tuple[Run | Arrange, ...]
    marks: tuple[int, ...]
    after: State
    repeat: int
    counts: int

    def again(self, interpreter: Interpreter, repeat: int) -> None:
        """Do the same once more, as a further pass or from it on."""
        composer, after = interpreter.composer, self.after
        interpreter.marks += [len(composer.score) + mark for mark in self.marks]
        composer.score += _later(self.entries, (repeat - self.repeat) * self.counts)
        composer.posture, composer.station, interpreter.stated = after.posture, after.station, after.stated
        interpreter.side, interpreter.beyond, interpreter.done = after.side, after.beyond, after.done
        composer.resting, composer.last_hand, composer.easing = after.resting, after.last_hand, after.easing


Tellings = dict[tuple, Telling]
"""What movements of one routine, and passes, came to, by what was told and what was before it."""


def score(
    routine: Routine,
    composer: Composer,
    order: Sequence[tuple[int, int]],
    relieved: frozenset[int],
    tellings: Tellings,
) -> tuple[Score, tuple[int, ...]]:
    """The score of movements in the given order, and the index in it where each group of strokes may begin.

    Args:
        routine: What to perform.
        composer: A fresh one.
        order: (movement, number of its pass), in the order of performance, all of a movement on end.
        relieved: Numbers of groups before which the receiver lies down flat.
        tellings: What movements and passes came to before; what is told now is added.
    """
    interpreter = Interpreter(routine, composer, relieved)
    for index, passes in itertools.groupby(order, key=operator.itemgetter(0)):
        repeats = [repeat for _, repeat in passes]
        movement = functools.partial(_movement, interpreter, index, repeats, tellings)
        _remembered(interpreter, (index, len(repeats)), repeats[0], tellings, movement)
    return tuple(composer.score), tuple(interpreter.marks)


def _movement(interpreter: Interpreter, index: int, repeats: Sequence[int], tellings: Tellings) -> int:
    """Perform all passes of a movement; returns for how many each of them counts."""
    counts = 1
    for repeat in repeats:
        once = functools.partial(interpreter.perform, index, repeat)
        counts = _remembered(interpreter, (index,), repeat, tellings, once)
    interpreter.end()
    return counts


def _remembered(
    interpreter: Interpreter,
    what: tuple[int, ...],
    repeat: int,
    tellings: Tellings,
    tell: Callable[[], int],
) -> int:
    """Do something as it was told before, or tell it; only from hands in the air to hands in the air."""
    composer, base = interpreter.composer, len(interpreter.marks)
    if composer.open is not None:
        return tell()
    ahead = frozenset(group - base for group in interpreter.relieved if group >= base)
    key, begin = (what, ahead, State.of(interpreter)), len(composer.score)
    if key in tellings:
        tellings[key].again(interpreter, repeat)
        return tellings[key].counts
    counts = tell()
    if composer.open is None:
        tellings[key] = Telling(
            entries=tuple(composer.score[begin:]),
            marks=tuple(mark - begin for mark in interpreter.marks[base:]),
            after=State.of(interpreter),
            repeat=repeat,
            counts=counts,
        )
    return counts


def _later(entries: Sequence[Run | Arrange], passes: int) -> Sequence[Run | Arrange]:
    """The same in words of a later pass; what came from one clause still does."""
    if passes == 0:
        return entries
    cues: dict[int, Cue] = {}

    def later(cue: Cue) -> Cue:
        return cues.setdefault(id(cue), replace(cue, repeat=cue.repeat + passes))

    return [
        replace(entry, cue=later(entry.cue))
        if isinstance(entry, Arrange)
        else replace(
            entry,
            cue=later(entry.cue),
            legs=tuple(replace(leg, cue=later(leg.cue)) for leg in entry.legs),
        )
        for entry in entries
    ]
