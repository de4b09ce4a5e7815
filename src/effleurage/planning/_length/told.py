"""Told: what a movement comes to is remembered, so that a further draft tells anew only what changed.

A draft for a length differs from the one before in few movements, and what a movement comes to depends
on little that was before it.
"""

import itertools
import operator
from collections.abc import Sequence
from dataclasses import dataclass
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
    """What all passes of a movement come to.

    Attributes:
        entries: Its part of the score.
        marks: For each group of strokes the index in it of the first entry that it may begin with.
        after: The state behind it.
    """

    entries: tuple[Run | Arrange, ...]
    marks: tuple[int, ...]
    after: State

    def again(self, interpreter: Interpreter) -> None:
        """Do the same once more."""
        composer, after = interpreter.composer, self.after
        interpreter.marks += [len(composer.score) + mark for mark in self.marks]
        composer.score += self.entries
        composer.posture, composer.station, interpreter.stated = after.posture, after.station, after.stated
        interpreter.side, interpreter.beyond, interpreter.done = after.side, after.beyond, after.done
        composer.resting, composer.last_hand, composer.easing = after.resting, after.last_hand, after.easing


Tellings = dict[tuple, Telling]
"""What movements of one routine came to, by what was told and what was before it."""


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
        tellings: What movements of this routine came to before; what is told now is added.
    """
    interpreter = Interpreter(routine, composer, relieved)
    for index, passes in itertools.groupby(order, key=operator.itemgetter(0)):
        repeats = tuple(repeat for _, repeat in passes)
        base = len(interpreter.marks)
        ahead = frozenset(number - base for number in relieved if number >= base)
        key = (index, repeats, ahead, State.of(interpreter))
        if key in tellings:
            tellings[key].again(interpreter)
        else:
            tellings[key] = _tell(interpreter, index, repeats)
    return tuple(composer.score), tuple(interpreter.marks)


def _tell(interpreter: Interpreter, index: int, repeats: Sequence[int]) -> Telling:
    """Perform all passes of a movement."""
    composer = interpreter.composer
    begin, base = len(composer.score), len(interpreter.marks)
    for number, repeat in enumerate(repeats, start=1):
        interpreter.perform(index, repeat, again=number < len(repeats))
    composer.lift()
    return Telling(
        entries=tuple(composer.score[begin:]),
        marks=tuple(mark - begin for mark in interpreter.marks[base:]),
        after=State.of(interpreter),
    )
