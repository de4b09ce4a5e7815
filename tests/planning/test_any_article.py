"""Whatever is read can be planned, and what is planned keeps to every limit."""

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
BODY = ef.Body(height=1.72, weight=68, sex="female", age=40)
RATE = 25.0
"""Coarser than a session's, since the corpus is large."""


OWN = [
    name
    for name in ARTICLES
    if name.startswith("library") or (TESTS / "holds/articles" / f"{name}.md").exists()
]


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_performed_within_all_limits(name: str):
    """Speed, acceleration, force and its change, zones, and contact hold for any text."""
    performance = ef.plan(ef.read(ARTICLES[name])[0], BODY, rate=RATE)
    validate(performance)
    errors = [finding for finding in check(performance) if finding.severity == "error"]
    assert not errors, "\n".join(f"{finding.code} {finding.message}" for finding in errors)


@pytest.mark.parametrize("name", OWN)
def test_less_time_drops_whole_parts_and_names_them(name: str):
    """Half the time is kept, by leaving out what is named, never by rushing."""
    routine, _ = ef.read(ARTICLES[name])
    minutes = ef.plan(routine, BODY, rate=RATE).duration / 120
    short = ef.plan(routine, BODY, rate=RATE, minutes=minutes)
    assert short.duration <= 60 * minutes * 1.15 or len(short.movements) == 1
    assert short.dropped
