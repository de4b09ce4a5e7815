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


@pytest.mark.parametrize("name", ARTICLES)
def test_any_article_is_performed_within_all_limits_and_in_half_its_time(name: str):
    """Limits hold for any text; less time leaves out what is named, and never rushes."""
    routine, _ = ef.read(ARTICLES[name])
    whole = ef.plan(routine, BODY, rate=RATE)
    validate(whole)
    errors = [finding for finding in check(whole) if finding.severity == "error"]
    assert not errors, "\n".join(f"{finding.code} {finding.message}" for finding in errors)
    minutes = whole.duration / 120
    short = ef.plan(routine, BODY, rate=RATE, minutes=minutes)
    assert short.duration <= 60 * minutes * 1.15 or len(short.movements) == 1
    assert short.dropped
