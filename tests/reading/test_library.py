"""The library: six routines that are read whole, and a table of them."""

import json
import re
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from click.testing import CliRunner

from effleurage.cli.routines import command
from effleurage.errors import UnknownNameError
from effleurage.reading import library, read
from effleurage.routine import Kind, Place, Technique, Topic

DEV = Path(__file__).resolve().parents[3] / "shared" / "reading" / "dev"

SHOULD_BE_THERE = {"back", "neck-and-shoulders", "lower-back", "office-chair", "hands", "feet-and-calves"}


def test_the_built_in_routine_comes_first():
    """The routine that is given when nobody asks for another is the first of the list."""
    assert library.names()[0] == library.BUILT_IN == "back"
    assert set(library.names()) >= SHOULD_BE_THERE
    assert library.built_in() == library.text("back")


@pytest.mark.parametrize("name", library.names())
def test_a_routine_is_read_without_a_warning(name):
    """Nothing in our own words is unread, unsettled or unsafe."""
    routine, report = read(library.text(name))
    steps = [step for movement in routine.movements for step in movement.steps]
    assert [finding for finding in report.findings if finding.severity != "note"] == []
    assert Kind.UNREAD not in {step.kind for step in steps}
    assert sum(len(step.strokes) for step in steps) >= 10


def test_the_built_in_routine_has_the_seven_movements_and_what_a_teacher_says():
    """Seven movements move hands; oil, washing, warnings, feedback and rest stand around them."""
    routine = library.load("back")
    moving = [m.title for m in routine.movements if any(step.strokes for step in m.steps)]
    assert moving == [
        *("Spreading the oil", "Figure of eight", "Fanning", "Butterfly shoulder"),
        *("Forearm sweep", "Pulling", "Kneading the neck"),
    ]
    topics = {step.topic for movement in routine.movements for step in movement.steps}
    assert topics >= {
        Topic.OIL,
        Topic.WASHING,
        Topic.HAIR,
        Topic.CONTRAINDICATION,
        Topic.FEEDBACK,
        Topic.REST,
    }


def test_the_library_covers_the_techniques():
    """Between them the routines use every technique, and places from head to foot."""
    rows = [library.summary(name) for name in library.names()]
    techniques = {technique for row in rows for technique in row.techniques}
    assert techniques >= set(Technique) - {Technique.OTHER}
    assert {place for row in rows for place in row.places} >= {
        *(
            Place.HEAD,
            Place.NECK,
            Place.SHOULDER,
            Place.ARM,
            Place.BACK,
            Place.LOWER_BACK,
            Place.BUTTOCK,
            Place.LEG,
        ),
    }


def test_the_library_s_words_are_its_own():
    """No sentence of eight words or more stands in two routines."""
    seen: dict[str, str] = {}
    for name in library.names():
        for sentence in re.split(r"(?<=[.!?])\s+", library.text(name)):
            words = re.sub(r"[^a-z ]", "", sentence.lower()).strip()
            if len(words.split()) >= 8:
                assert seen.setdefault(words, name) == name


def _sentences(text: str) -> list[str]:
    routine, _ = read(text)
    return [text[slice(*step.span)].lower() for movement in routine.movements for step in movement.steps]


def _closeness(ours: str, theirs: str) -> float:
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() > 0.7 else 0.0


@pytest.mark.skipif(not DEV.is_dir(), reason="the articles of others are not beside this checkout")
def test_no_sentence_is_a_near_copy_of_an_article_s():
    """No sentence of the library is closer than 0.7 to one of the articles that the reader is tried on."""
    theirs = [s for path in sorted(DEV.glob("*.md")) for s in _sentences(path.read_text("utf-8"))]
    ours = [(name, s) for name in library.names() for s in _sentences(library.text(name))]
    assert len(theirs) > 100
    assert len(ours) > 100
    assert [(n, a, b) for n, a in ours for b in theirs if _closeness(a, b) > 0.7] == []


def test_every_movement_that_moves_has_a_title():
    """Only the words before the first heading stand without one."""
    for name in library.names():
        for movement in library.load(name).movements:
            assert movement.title or not any(step.strokes for step in movement.steps)


def test_an_unknown_routine_names_those_that_exist():
    """The error lists the library and guesses the one that was meant."""
    with pytest.raises(UnknownNameError, match=r"no routine 'bakc'. Did you mean 'back'\? There are: back, "):
        library.text("bakc")


def test_routines_lists_length_places_and_techniques():
    """`effleurage routines --json` has one row for each routine."""
    rows = json.loads(CliRunner().invoke(command, ["--json"]).output)["routines"]
    assert [row["name"] for row in rows] == list(library.names())
    for row in rows:
        assert 1 <= row["minutes"] <= 60
        assert row["strokes"] > 0
        assert set(row["places"]) <= {place.value for place in Place}
        assert set(row["techniques"]) <= {technique.value for technique in Technique}


def test_routines_prints_a_routine_by_its_name():
    """`effleurage routines back` is the article itself, ready for a file."""
    assert CliRunner().invoke(command, ["back"]).output == library.built_in()
    assert "neck-and-shoulders" in CliRunner().invoke(command, []).output
