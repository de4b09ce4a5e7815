"""Movements that were told in another draft come to the same as told anew."""

from collections.abc import Callable

import numpy as np
import pytest

from effleurage.planning._composer import Composer
from effleurage.planning._length.told import Tellings, score
from effleurage.planning._place.stations import START
from effleurage.planning._place.where import Where
from effleurage.planning._plan import _grounds
from effleurage.planning._score import Run, Score


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
        anew, own = score(routine, composers[1], order, relieved, {})
        assert _same(told, anew)
        assert marks == own
