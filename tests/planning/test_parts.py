"""Where a run's hands rest between the ways that they go."""

from dataclasses import replace

import numpy as np

from effleurage.planning._data import rows
from effleurage.planning._score import Cue, Leg, Run
from effleurage.planning._trace.parts import Stay, Way, parts

CUE = Cue(movement=0, step=0, stroke=0, repeat=0, span=(0, 1), technique="effleurage", caption="")


def leg(*points: tuple[float, float]) -> Leg:
    """A leg of one hand through way points."""
    n = len(points)
    return Leg(
        cue=CUE, points=np.array(points), turn=np.zeros(n), shift=np.zeros((n, 1)), force=((0.0, 5.0),)
    )


def divided(*legs: Leg) -> list[Stay | Way]:
    """The parts of a run of one hand."""
    run = Run(
        cue=CUE,
        hands=(0,),
        signs=(1.0,),
        tool="palm",
        fingers="flat",
        begin=(0.1, 0.05),
        turn=0.0,
        shift=(0.0,),
        legs=legs,
    )
    return parts(run, 50.0)


def ways(*legs: Leg) -> list[int]:
    """How many legs each way of a run has."""
    return [len(part.legs) for part in divided(*legs) if isinstance(part, Way)]


def test_a_hand_that_goes_back_rests_where_it_turns():
    """Also when it has come there by more than one leg."""
    assert ways(leg((0.3, 0.05)), leg((0.1, 0.05))) == [1, 1]
    assert ways(leg((0.5, 0.05)), leg((0.3, 0.05)), leg((0.5, 0.05))) == [1, 1, 1]
    assert ways(leg((0.3, 0.05)), leg((0.5, 0.05)), leg((0.3, 0.05))) == [2, 1]
    assert ways(leg((0.3, 0.05), (0.5, 0.05), (0.3, 0.05)), leg((0.2, 0.05))) == [1, 2]
    assert ways(leg((0.3, 0.05), (0.3, 0.05)), leg((0.1, 0.05))) == [1, 1]


def test_a_hand_that_goes_on_does_not_stop():
    """Clauses join into one way."""
    assert ways(leg((0.3, 0.05)), leg((0.5, 0.05)), leg((0.55, 0.15))) == [3]


def test_a_hand_that_is_told_only_to_turn_takes_its_time():
    """A leg that leads nowhere but asks for another heading turns the hand no faster than a way does."""
    turning = replace(leg((0.1, 0.05)), turn=np.array([np.pi / 2]))
    heading = np.concatenate([part.turn for part in divided(turning)])
    assert heading[0] == 0.0
    assert heading[-1] == np.pi / 2
    assert np.abs(np.diff(heading)).max() * 50.0 < 1.1 * rows()["curve"]["turning"]


def test_headings_of_way_points_that_are_one_are_not_lost():
    """A way ends as its last way point is told, where the part after it begins."""
    there = replace(leg((0.3, 0.05), (0.3, 0.05)), turn=np.array([0.0, 1.0]))
    *_, way, last = divided(there)
    assert isinstance(way, Way)
    assert isinstance(last, Stay)
    assert way.turn.tolist() == [0.0, 1.0] == [0.0, last.turn[0]]
