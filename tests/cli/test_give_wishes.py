"""Wishes on the command line: what is understood is planned, what is not is told in one line."""

import pytest
from click.testing import CliRunner

from effleurage.cli._giving import Giving
from effleurage.cli._wished import wished
from effleurage.cli.give import command
from effleurage.errors import UnknownNameError
from effleurage.players.guide import Settings
from effleurage.reading import library

SIZE = Settings(height=1.72, weight=68, sex="female", age=40)


def test_more_and_avoid_are_places_in_anybodys_words():
    """Each may be given often, hold several places, and what is to be avoided wins."""
    found = wished(more=("shoulders and the small of the back",), avoid=("neck", "left shoulder"))
    assert [zone.name for zone in found.more] == ["shoulder", "lower back"]
    assert [zone.name for zone in found.avoid] == ["neck", "left shoulder"]
    assert wished(more=("neck",), avoid=("neck",)).more == ()


@pytest.mark.parametrize("words", ["bananas", "neck bananas", "", "please"])
def test_an_unknown_place_is_told(words):
    """One line that lists the places; nothing is planned by guessing."""
    failed = CliRunner().invoke(command, ["--avoid", words, "--save", "never.html"])
    assert isinstance(failed.exception, UnknownNameError)
    assert "There are: arm, armpit, back" in str(failed.exception)


def test_what_is_left_out_is_told_and_the_file_is_written(tmp_path):
    """`effleurage give --avoid neck --save` names what the session lacks."""
    target = tmp_path / "s.html"
    done = CliRunner().invoke(
        command,
        ["lower-back", "--avoid", "waist", "--more", "legs", "--save", str(target)],
        catch_exceptions=False,
    )
    assert "left out: " in done.stderr
    assert "Nothing in this routine works on the leg." in done.stderr
    assert target.exists()


def test_the_library_is_listed_with_sensible_lengths():
    """Every routine has a shortest and a longest sensible length on this receiver."""
    rows = Giving(routine=library.load("hands"), posture="prone").routines(SIZE)
    assert [row["name"] for row in rows] == list(library.names())
    assert all(1 < row["minutes"] < row["most"] < 60 for row in rows)


def test_a_chosen_routine_is_planned_instead_of_the_first():
    """The page's choice counts; an unknown name is told."""
    giving = Giving(routine=library.load("back"), posture="prone")
    wanted = Settings(height=1.72, weight=68, sex="female", age=40, routine="hands")
    assert giving.plan(wanted).title == "A hand massage"
    with pytest.raises(UnknownNameError, match="no routine 'heads'"):
        giving.plan(Settings(height=1.72, weight=68, sex="female", age=40, routine="heads"))
