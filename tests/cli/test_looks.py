"""How commands look: in a terminal, in a pipe, and when nothing was asked."""

import subprocess
import sys

from click.testing import CliRunner
from rich.text import Text

from effleurage.cli._reading import hung
from effleurage.cli.places import command as places


def test_without_a_verb_the_verbs_are_shown_as_they_are_laid_out():
    """Whoever types the name alone is shown what there is, line by line; a script is told that it failed."""
    done = subprocess.run([sys.executable, "-m", "effleurage"], capture_output=True, text=True, timeout=120)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("Usage: effleurage [OPTIONS] COMMAND")
    assert "\n  give " in done.stderr


def test_a_table_of_places_tells_its_units():
    """Metres stand in the heading, as in brackets nothing is lost."""
    told = CliRunner().invoke(places, []).output
    assert "centre [m]" in told
    assert "position [m]" in told


def test_a_long_sentence_goes_on_below_its_words():
    """In a narrow terminal the kinds stay a column of their own, and no line ends in spaces."""
    words = "Slide both hands up the sides of the spine to the base of the neck."
    lines = hung(Text(f"     stroke  {words}"), 40).plain.split("\n")
    assert [line[:13].strip() for line in lines] == ["stroke", *[""] * (len(lines) - 1)]
    assert len(lines) > 2
    assert " ".join(line[13:] for line in lines) == words
    assert all(len(line) <= 40 and line == line.rstrip() for line in lines)
