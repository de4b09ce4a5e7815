"""Rounds: what a repeat of the way home does again, where hands cross, and how rounds are numbered."""

import pytest

from effleurage.performance import Phase
from effleurage.planning._interpret.crossing import passed
from effleurage.planning._interpret.items import items
from effleurage.planning._interpret.rounds import whole_rounds
from effleurage.reading import read
from effleurage.routine import Direction, Place, Side

from .scores import runs

UP_AND_BACK = "Place both palms on the lower back and glide up to the shoulders. Glide back down lightly. "
LOOP = (
    "Place both palms on the lower back. Glide up beside the spine to just below the neck. Sweep out around "
    "the shoulders and back in across the upper back until they pass each other. The right arm goes over the "
    "left, and each hand continues to the other side of the body. Glide down to the waist. "
    "Pull the flesh up firmly. Slide to the middle of the lower back, where they pass each other. "
    "Glide out around the hips and back to where you began. "
)


def again(text: str) -> list[tuple[Direction, ...]]:
    """The ways of what the last sentence does again."""
    movement = read(text)[0].movements[0]
    told = whole_rounds(items(movement, 0))
    last = len(movement.steps) - 1
    return [entry.stroke.direction for entry in told if entry.stroke is not None and entry.step == last]


def test_up_and_back_again_is_a_round():
    """Nobody only comes home five times."""
    assert again(UP_AND_BACK + "Repeat five times.") == [(Direction.UP,), (Direction.DOWN,)]


@pytest.mark.parametrize("more", ["Then slide down the flanks. Repeat.", "Press in circles. Repeat."])
def test_what_does_not_come_home_is_done_again_alone(more):
    """The last stroke is what is repeated."""
    assert len(again("Place both palms on the sacrum. Glide up to the neck. " + more)) == 1


def test_carried_on_until_the_back_is_covered_goes_up_and_covers_it():
    """The light way back is the stroke's own, and most of the pressed way climbs."""
    told = runs(UP_AND_BACK + "Carry on until the whole back is covered.")
    pressed = [leg for leg in told[-1].legs if leg.phase is Phase.STROKE]
    assert len(pressed) > 3
    assert told[-1].cue.span == told[0].cue.span


def test_a_figure_that_closes_is_done_again_whole():
    """Behind its last curve "repeat this" means all of it, and each of its rounds is a pass."""
    movement = read(LOOP)[0].movements[0]
    once = sum(len(step.strokes) for step in movement.steps) - 1
    assert len(again(LOOP + "Repeat this three times.")) == once
    told = runs(LOOP + "Repeat this three times.")
    assert {leg.cue.repeat for run in told for leg in run.legs} == {0, 1, 2, 3}


def test_hands_that_cross_do_so_once():
    """Until they pass each other, and each goes on to the other side: one crossing above, one below."""
    told = [e.stroke for e in passed(items(read(LOOP)[0].movements[0], 0)) if e.stroke is not None]
    assert [stroke.over[-1:] or stroke.end for stroke in told if stroke.passes] == [
        (Place.UPPER_BACK,),
        Place.LOWER_BACK,
    ]
    assert Side.OTHER not in {stroke.side for stroke in told}
