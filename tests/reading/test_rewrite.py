"""Written back as plain English, a routine is read as the same routine."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from effleurage.reading import library, read, rewrite, to_contract_json
from effleurage.routine import Direction, Kind, Movement, Place, Routine, Step, Stroke, Technique, Tool

from .strategies import routines

SLOTS = (
    *("technique", "hands", "tool", "start", "end", "over"),
    *("direction", "side", "pressure", "repeats"),
)


def meant(routine: Routine) -> Iterator[tuple]:
    """Kinds and slots of all steps, without what depends on the wording."""
    for movement in to_contract_json(routine, read("")[1])["movements"]:
        for step in movement["steps"]:
            yield step["kind"], [[stroke[slot] for slot in SLOTS] for stroke in step["strokes"]]


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(routine=routines())
def test_a_routine_survives_being_written_and_read(routine):
    """Kinds and all slots are the same, whatever the routine."""
    again, _ = read(rewrite(routine))
    assert list(meant(again)) == list(meant(routine))


@pytest.mark.parametrize("name", library.names())
def test_most_of_the_library_survives(name):
    """Of the library's own sentences at least three in four are written back with the same meaning."""
    routine = library.load(name)
    before, after = list(meant(routine)), list(meant(read(rewrite(routine))[0]))
    assert len(after) == len(before)
    same = sum(a == b for a, b in zip(before, after, strict=True))
    assert same >= 0.75 * len(before)


def test_titles_and_movements_stay():
    """The article keeps its title and its headings."""
    routine = library.load("back")
    again, _ = read(rewrite(routine))
    assert again.title == routine.title
    assert [m.title for m in again.movements] == [m.title for m in routine.movements]


def test_a_stroke_is_said_in_the_vocabulary_s_words():
    """The words come from the routine, never from the article's text."""
    stroke = Stroke(
        technique=Technique.EFFLEURAGE,
        tool=Tool.PALM,
        start=Place.SACRUM,
        end=Place.NECK_BASE,
        over=(Place.SPINE_SIDES,),
        direction=(Direction.UP,),
        repeats=3,
    )
    step = Step(span=(0, 0), kind=Kind.STROKE, strokes=(stroke,))
    said = rewrite(Routine(title=None, movements=(Movement(title=None, steps=(step,)),)))
    for word in ("palm", "sacrum", "base of the neck", "up", "three times"):
        assert word in said


def test_an_empty_routine_is_an_empty_text():
    """Nothing is written for nothing."""
    assert rewrite(Routine(title=None, movements=())) == ""
