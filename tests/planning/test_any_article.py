"""Whatever is read can be planned, and what is planned keeps to every limit."""

from functools import cache
from pathlib import Path

import pytest

import effleurage as ef
from effleurage.performance import validate
from effleurage.reading import library
from effleurage.safety import check

TESTS = Path(__file__).parent.parent
ARTICLES = {
    **{f"library {name}": library.text(name) for name in library.names()},
    **{
        path.stem: path.read_text(encoding="utf-8")
        for folder in ("reading/articles/blind", "holds/articles")
        for path in sorted((TESTS / folder).glob("*.md"))
        if path.stem != "README"
    },
}
BODY = {"height": 1.72, "weight": 68, "sex": "female", "age": 40}


@cache
def planned(name: str, minutes: float | None = None) -> ef.Performance:
    """The article's performance on an average body."""
    return ef.plan(ef.read(ARTICLES[name])[0], ef.Body(**BODY), minutes=minutes)


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_performed_within_all_limits(name: str):
    """Speed, acceleration, force and its change, zones, and contact hold for any text."""
    performance = planned(name)
    validate(performance)
    errors = [finding for finding in check(performance) if finding.severity == "error"]
    assert not errors, "\n".join(f"{finding.code} {finding.message}" for finding in errors)


@pytest.mark.parametrize("name", ARTICLES)
def test_less_time_drops_whole_parts_and_names_them(name: str):
    """Half the time is kept, by leaving out what is named, never by rushing."""
    whole = planned(name)
    minutes = whole.duration / 120
    short = planned(name, minutes)
    assert short.duration <= 60 * minutes * 1.15 or len(short.movements) == 1
    assert short.dropped
