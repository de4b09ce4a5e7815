"""Movements that were told in another draft come to the same as told anew."""

import itertools
from collections.abc import Callable

import numpy as np
import pytest

from effleurage.planning._composer import Composer
from effleurage.planning._interpret.interpret import Interpreter
from effleurage.planning._length.told import Tellings, score
from effleurage.planning._place.stations import START
from effleurage.planning._place.where import Where
from effleurage.planning._plan import _grounds
from effleurage.planning._score import Run, Score


class Forgets(dict):
    """Tellings that nobody remembers."""

    def __setitem__(self, key, value) -> None:
        """Nothing is kept."""


@pytest.fixture(scope="module")
def where(body) -> Callable[[str], Where]:
    """Finds places on the body."""
    return _grounds(body)


def _same(a: Score, b: Score) -> bool:
    """Two scores ask for the same, in the same words."""
    if [type(entry) for entry in a] != [type(entry) for entry in b]:
        return False
    for mine, other in zip(a, b, strict=True):
        if not isinstance(mine, Run) or not isinstance(other, Run):
            if mine != other:
                return False
            continue
        told, again = ((run.cue, run.hands, run.begin, run.posture, len(run.legs)) for run in (mine, other))
        if told != again:
            return False
        for leg, same in zip(mine.legs, other.legs, strict=True):
            if leg.cue != same.cue or not np.array_equal(leg.points, same.points):
                return False
        # Legs of one clause count as one.
        words = [[leg.cue for leg in run.legs] for run in (mine, other)]
        one, two = ([a is b for a, b in itertools.pairwise(cues)] for cues in words)
        if one != two:
            return False
    return True


@pytest.mark.parametrize("relieved", [frozenset(), frozenset({3})])
def test_a_draft_with_tellings_of_others_is_the_same(routine, where, relieved):
    """Passes that come, go and come again, and relief before a group."""
    tellings: Tellings = {}
    once = [(index, 0) for index in range(len(routine.movements))]
    more = [(index, repeat) for index, _ in once for repeat in range(1 + index % 3)]
    for order in (once, more, more[4:], once):
        composers = [Composer(wheres=where, posture="prone", station=START) for _ in range(2)]
        told, marks = score(routine, composers[0], order, relieved, tellings)
        anew, own = score(routine, composers[1], order, relieved, Forgets())
        assert _same(told, anew)
        assert marks == own


def test_a_pass_that_is_done_again_is_told_once(routine, where, monkeypatch):
    """Of many passes on end only those are told that begin elsewhere, or with hands on the skin."""
    told: list[tuple[int, int]] = []
    perform = Interpreter.perform

    def counted(self: Interpreter, index: int, repeat: int = 0) -> int:
        told.append((index, repeat))
        return perform(self, index, repeat)

    monkeypatch.setattr(Interpreter, "perform", counted)
    order = [(len(routine.movements) - 1, repeat) for repeat in range(6)]
    score(routine, Composer(wheres=where, posture="prone", station=START), order, frozenset(), {})
    assert len(told) < len(order)
