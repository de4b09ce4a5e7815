"""docs/reading.md is written by a command; here is what it must hold, whatever the figures."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from effleurage.reading import read, to_contract_json

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reading.md"
GOLDS = sorted((ROOT / "tests" / "reading" / "articles").rglob("*.gold.json"))

sys.path.insert(0, str(ROOT / "tools"))
import scoring  # noqa: E402


def test_the_page_has_a_row_for_every_article_of_the_repository():
    """A new article makes the page stale until the command is run again."""
    page = PAGE.read_text("utf-8")
    assert "tools/score_reading_docs.py" in page
    for gold in GOLDS:
        name = gold.name.removesuffix(".gold.json")
        assert f"\n| {name} | " in page, f"run tools/score_reading_docs.py: {name} is missing"


def test_the_page_has_every_slot_the_round_trip_and_the_speed():
    """The confusion by slot, how much survives rewriting, and the time that it takes."""
    page = PAGE.read_text("utf-8")
    for slot in scoring.SLOTS:
        assert f"\n| {slot} | " in page
    assert "\n| The library | " in page
    assert "2,000 words over the unit" in page


@pytest.mark.parametrize("gold", GOLDS, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_a_known_answer_scores_full_marks_against_itself(gold):
    """The scorer finds nothing wrong where nothing is, in any annotated article."""
    answer = json.loads(gold.read_text("utf-8"))
    found = scoring.score(answer, answer)
    assert (found.kind_accuracy, found.exactness, found.f1) == (1.0, 1.0, 1.0)
    assert not found.taken


def test_every_kind_of_mistake_costs():
    """A wrong kind, a wrong slot, a lost and an added clause, a lost step."""
    article = "Place both hands on the lower back.\nSlide up to the shoulders, three times.\n"
    answer = to_contract_json(*read(article))
    wrong = json.loads(json.dumps(answer))
    wrong["movements"][0]["steps"][1]["kind"] = "note"
    assert scoring.score(answer, wrong).kind_accuracy == 0.5
    wrong = json.loads(json.dumps(answer))
    wrong["movements"][0]["steps"][1]["strokes"][0]["end"] = "hip"
    found = scoring.score(answer, wrong)
    assert found.exactness == 0.5
    assert found.taken == {("end", "shoulder", "hip"): 1}
    added = json.loads(json.dumps(answer))
    added["movements"][0]["steps"][1]["strokes"] *= 2
    assert scoring.score(answer, added).exactness == scoring.score(added, answer).exactness == 0.5
    lost = json.loads(json.dumps(answer))
    del lost["movements"][0]["steps"][1]
    assert scoring.score(answer, lost).kind_accuracy == scoring.score(answer, lost).exactness == 0.5


def test_the_scorer_agrees_with_the_contract_s_own():
    """Where the contract's scorer is at hand, both give the same figures."""
    theirs = ROOT.parent / "shared" / "reading" / "score_reading.py"
    if not theirs.exists():
        pytest.skip("the contract's scorer is not beside the repository")
    folder = GOLDS[0].parent
    command = [sys.executable, str(theirs), str(folder), "--json", "--only", "ga-", "--run"]
    run = subprocess.run(
        [*command, f"{sys.executable} -m effleurage read {{}} --json"],
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(run.stdout)["articles"]
    assert told
    for name, each in told.items():
        gold = folder / f"{name}.gold.json"
        text = (folder / f"{name}.md").read_bytes().decode()
        found = scoring.score(json.loads(gold.read_text("utf-8")), to_contract_json(*read(text)))
        assert found.kind_accuracy == pytest.approx(each["kind_accuracy"])
        assert found.exactness == pytest.approx(each["exactness"])
        assert found.f1 == pytest.approx(each["slots_all"]["f1"])
