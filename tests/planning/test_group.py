"""Which strokes belong together: rows that creep, loops that are done again."""

from dataclasses import replace

import pytest

from effleurage.planning._interpret.group import groups
from effleurage.planning._interpret.items import items

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
