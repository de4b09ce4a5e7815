"""The health gate's questions: each has a source, an outcome, and words in every language of the page."""

import json
import tomllib
from importlib import resources
from pathlib import Path

import pytest

from effleurage.players.guide._health import OUTCOMES, health

ROWS = tomllib.loads(
    (resources.files("effleurage.players.guide") / "data" / "health.toml").read_text("utf-8")
)["row"]
CATALOGUE = json.loads((Path(__file__).parents[3] / "web/src/ui/catalogue.json").read_text("utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_every_question_has_a_source_an_outcome_and_words(row):
    """Nothing is asked that nobody can read, or that has no ground."""
    assert row["source"].startswith(("lists", "default"))
    assert row["outcome"] in OUTCOMES
    assert all(language[f"health_{row['name']}"] for language in CATALOGUE.values())


def test_every_outcome_is_asked_for_and_every_word_is_used():
    """The page has no words for a question that is not asked."""
    assert {row.outcome for row in health()} == set(OUTCOMES)
    told = {key.removeprefix("health_") for key in CATALOGUE["en"] if key.startswith("health_")}
    assert told == {row.name for row in health()}
