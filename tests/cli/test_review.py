"""What a page is told of an article that was brought to it."""

import json

import pytest

from effleurage.cli._review import article_of, review
from effleurage.errors import InputError

TEXT = """Back rub

Kneel beside them. Slide both palms firmly up the back to the neck, three times.
Don't press on the spine.
"""


def steps(found):
    """All sentences of a review."""
    return [step for movement in found["movements"] for step in movement["steps"]]


def test_every_sentence_is_told_with_its_kind_and_its_strokes_in_plain_words():
    """The giver sees their own words and what became of them."""
    found = review(TEXT)
    assert found["title"] == "Back rub"
    told = {step["words"]: step for step in steps(found)}
    assert told["Kneel beside them."]["kind"] == "setup"
    assert told["Don't press on the spine."]["kind"] == "limit"
    (stroke,) = told["Slide both palms firmly up the back to the neck, three times."]["strokes"]
    for words in ("both hands", "palm", "to the neck", "up", "firm pressure", "3 times"):
        assert words in stroke
    assert found["sentences"] == len(steps(found))
    assert found["strokes"] == sum(len(step["strokes"]) for step in steps(found))


def test_a_finding_stands_with_its_sentence():
    """What was missing is said where it is missing, with what to do."""
    found = review("Squeeze gently. Slide both palms up the back to the neck.")
    findings = [finding for step in steps(found) for finding in step["findings"]]
    assert findings + found["findings"]
    for finding in findings:
        assert set(finding) == {"severity", "code", "message", "hint"}
    (first, second) = steps(found)
    assert first["findings"]
    assert not second["findings"]


def test_a_review_is_plain_values():
    """It goes to the page as JSON."""
    assert json.loads(json.dumps(review(TEXT))) == review(TEXT)


def test_of_a_page_only_the_article_is_read():
    """Tags are no sentences."""
    found = review("<!doctype html><html><body><p>Slide both palms up the back.</p></body></html>")
    assert [step["words"] for step in steps(found)] == ["Slide both palms up the back."]


@pytest.mark.parametrize("text", ["", "  ", "<html><body></body></html>"])
def test_nothing_is_told_as_nothing(text):
    """An empty article is an error in one line, not an empty list."""
    with pytest.raises(InputError, match="the article: empty"):
        article_of(text)
