"""Which strokes belong together: rows that creep, loops that are done again."""

from dataclasses import replace

import pytest

from effleurage.anatomy import Body
from effleurage.planning import plan
from effleurage.planning._interpret.group import groups
from effleurage.planning._interpret.items import items
from effleurage.reading import read

from .founding import founding


def found(index, change=lambda movement: movement):
    """The groups of one movement of the hand-written routine."""
    return groups(items(change(founding().movements[index]), 0))


@pytest.mark.parametrize(("index", "units", "finale"), [(2, 2, False), (3, 2, False), (5, 1, True)])
def test_rows_are_found(index, units, finale):
    """Fans, brushes and pulls: the strokes that show one, and the one that carries on."""
    rows = [group.row for group in found(index) if group.row is not None]
    assert rows == [(units, finale)]


def test_a_row_needs_no_word_of_progress():
    """Alternating hands along the spine after a fan carry the fan on, whether or not it is marked."""

    def plain(movement):
        steps = tuple(
            replace(step, strokes=tuple(replace(s, progress=False, repeats=1) for s in step.strokes))
            for step in movement.steps
        )
        return replace(movement, steps=steps)

    assert [group.row for group in found(2, plain) if group.row] == [(2, False)]


def test_clauses_repeated_together_are_done_in_turn():
    """Place, slide, lift; place, slide, lift: not twice each."""
    loops = [group for group in found(4) if group.times > 1]
    assert [(group.times, len(group.strokes)) for group in loops] == [(2, 3)]


def test_nothing_is_lost():
    """Every stroke is in exactly one group, in order."""
    for index, movement in enumerate(founding().movements):
        numbers = [entry.number for group in found(index) for entry in group.strokes]
        assert numbers == list(range(sum(len(step.strokes) for step in movement.steps)))


def test_lanes_that_are_told_one_by_one_are_one_cover():
    """A glide, its way back and what takes it over the whole back belong together, and cover it."""
    routine, _ = read(
        "Glide both palms up from the loins to the shoulders. Come back down lightly and begin the next "
        "stroke beside the last. Keep going until the whole back is covered."
    )
    [group] = groups(items(routine.movements[0], 0))
    assert group.lanes
    performance = plan(routine, Body(), rate=10.0)
    shown = {segment.stroke for segment in performance.segments if segment.stroke >= 0}
    assert {0, 1} < shown
    across = performance.samples.across[performance.samples.contact.any(axis=1)]
    assert abs(across).max() > 0.6


def test_a_row_goes_on_behind_one_more():
    """Pull, pull again a little higher, climb like this: one row, and its last pull."""
    routine, _ = read(
        "Sit at the side. Put your hands together, palms raised, fingertips beside the spine just above "
        "the coccyx. Pull them toward you, down the side of the back. Return to the spine, a little higher "
        "up, and pull again. Climb like this to the base of the neck. Let the last pull cross the shoulder "
        "and end near the armpit."
    )
    rows = [group.row for group in groups(items(routine.movements[0], 0)) if group.row is not None]
    assert rows == [(2, True)]


@pytest.mark.parametrize("words", ["Lift the arm gently.", "Softly raise the arm.", "Remove the arm."])
def test_what_is_lifted_leaves_the_skin(words):
    """It is lifted behind each of three passes on each side, and slides back nowhere."""
    routine, _ = read(
        "Kneel at the side. Lay your forearm beside the spine, the elbow just above the buttock. Slide up to "
        f"the ridge of the shoulder. {words} Repeat twice from the beginning."
    )
    lifts = [s for s in plan(routine, Body(), rate=10.0).segments if s.technique == "release"]
    assert len(lifts) == 6


def test_fingers_that_are_laid_anew_for_each_pull_climb_with_the_row():
    """Where they are laid first is told once; the row says where they are laid after that."""
    routine, _ = read(
        "Set your fingertips beside the spine just above the tailbone and pull them toward you over the "
        "flank. Repeat all the way up the spine to the neck."
    )
    rows = [g for g in groups(items(routine.movements[0], 0)) if g.row is not None]
    assert [(g.row, len(g.strokes)) for g in rows] == [((1, False), 2)]


def test_a_row_that_is_told_once_more_by_its_hands_is_one_row():
    """That hands take turns all the way is how the row is done, and no second row."""
    routine, _ = read(
        "Lay one hand at the foot of the shoulder blade. Brush it up and out, and follow with the other. "
        "Work round the shoulder blade and out to the armpit. Keep one hand following the other all the way."
    )
    rows = [g for g in groups(items(routine.movements[0], 0)) if g.row is not None]
    assert [g.row for g in rows] == [(2, False)]
