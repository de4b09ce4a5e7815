"""The rooms of the reader and the planner are those that CONTRIBUTING names, and each says what it is for."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TOLD = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def rooms(package: str) -> set[str]:
    """The folders of a package that hold code."""
    return {path.parent.name for path in (ROOT / "src" / "effleurage" / package).glob("*/__init__.py")}


@pytest.mark.parametrize(
    ("package", "before", "after"),
    [("reading", "reader's", "A routine"), ("planning", "planner's", "No room")],
)
def test_contributing_names_every_room(package, before, after):
    """A newcomer finds them there in the order in which they are passed."""
    said = TOLD[TOLD.index(before) : TOLD.index(after)]
    assert set(re.findall(r"`(\w+)`", said)) == rooms(package) - {"library"}


@pytest.mark.parametrize("package", ["reading", "planning"])
def test_a_room_says_in_one_line_what_it_is_for(package):
    """Its name, and what becomes of what there."""
    for room in rooms(package) - {"library", "strokes"}:
        text = (ROOT / "src" / "effleurage" / package / room / "__init__.py").read_text(encoding="utf-8")
        assert re.fullmatch(r'"""[A-Z][a-z]+: [^\n]+\."""\n', text), room
