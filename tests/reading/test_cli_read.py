"""`effleurage read` and `explain`: what people, programs and editors get."""

import json

import pytest
from click.testing import CliRunner

from effleurage.cli._codes import explained, explanations
from effleurage.cli._diagnose import diagnosed, position
from effleurage.cli.explain import command as explain
from effleurage.cli.read import command as read
from effleurage.errors import Finding, Severity, UnknownNameError

ARTICLE = """# A back rub

1. Place both hands on the lower back.
2. Slide up to the shoulders, three times.
3. Knaed the sholders with your thumbs.

Never press on the spine.
"""


@pytest.fixture
def article(tmp_path):
    """An article with a mistake."""
    path = tmp_path / "rub.md"
    path.write_text(ARTICLE)
    return str(path)


def run(*arguments: str, stdin: str | None = None) -> str:
    """What a call prints."""
    done = CliRunner().invoke(read, list(arguments), input=stdin)
    assert done.exit_code == 0, done.output
    return done.output


def test_people_see_each_sentence_and_what_was_understood(article):
    """The sentence stands above its strokes; what context supplied is in brackets; a pipe has no colour."""
    told = run(article)
    assert "\x1b" not in told
    assert (
        "      setup  Place both hands on the lower back.\n             hold · both palm · from lower back\n"
        in told
    )
    assert (
        "effleurage · (both) (palm) · from (lower back) · to shoulder · up · side: (both) · 3 times\n" in told
    )
    assert "      limit  Never press on the spine.\n             keep off the spine\n" in told


def test_the_summary_is_the_last_line(article):
    """Sentences, strokes, movements, minutes and what is unread."""
    assert run(article).splitlines()[-1] == ("4 sentences: 3 strokes in 1 movement, about 1 minute, 0 unread")


def test_a_finding_underlines_its_words(article):
    """Code, severity, line and column, the line, the words underlined, a suggestion."""
    told = run(article)
    place = told.index("note[R202]: ")
    lines = told[place:].splitlines()
    assert lines[1].endswith("rub.md:5:4")
    assert lines[3] == "5 | 3. Knaed the sholders with your thumbs."
    assert lines[4].count("^") >= len("Knaed the sholders with your thumbs")
    assert lines[4].index("^") == lines[3].index("Knaed")
    assert lines[5] == '  = Did you mean "knead" by "Knaed"?'


def test_json_is_the_contract(article):
    """Movements with steps, and a report with the same codes."""
    answer = json.loads(run(article, "--json"))
    assert set(answer) == {"title", "movements", "report"}
    assert answer == json.loads(run(article, "--format", "json"))
    assert "R202" in {finding["code"] for finding in answer["report"]}


def test_sarif_has_a_rule_and_a_region_for_each_result(article):
    """Editors find the words by line and column, and the rule by its code."""
    run_ = json.loads(run(article, "--format", "sarif"))["runs"][0]
    rules = {rule["id"] for rule in run_["tool"]["driver"]["rules"]}
    result = next(result for result in run_["results"] if result["ruleId"] == "R202")
    region = result["locations"][0]["physicalLocation"]["region"]
    assert {result["ruleId"] for result in run_["results"]} == rules
    assert (region["startLine"], region["startColumn"]) == (5, 4)
    words = ARTICLE[region["charOffset"] :][: region["charLength"]]
    assert words.startswith("Knaed the sholders with your thumbs")
    assert region["endColumn"] - region["startColumn"] == len(words)


def test_standard_input_and_html():
    """A dash reads from a pipe; spans of a page index what --text prints."""
    page = "<p>Slide both hands up the <b>back</b>.</p>"
    assert run("-", "--text", stdin=page) == "Slide both hands up the back.\n"
    step = json.loads(run("-", "--json", stdin=page))["movements"][0]["steps"][0]
    assert step["span"] == [0, 29]


def test_text_of_markdown_is_the_file_itself(article):
    """Nothing is changed in a text that is no page."""
    assert run(article, "--text") == ARTICLE


def test_rewrite_prints_an_article(article):
    """It can be read again."""
    told = run(article, "--rewrite")
    assert told.startswith("# A back rub\n")
    assert "1. Place both palms on the lower back." in told


def test_a_long_line_is_cut_at_words():
    """The shown part begins and ends with an ellipsis, and the carets stand under the words."""
    text = "word " * 40 + "Knaed it. " + "word " * 40
    start = text.index("Knaed")
    finding = Finding(severity=Severity.WARNING, code="R204", message="m", span=(start, start + 9))
    shown, mark = diagnosed(finding, text=text, source="a.md").plain.splitlines()[3:5]
    assert "… word" in shown
    assert shown.endswith(" …")
    assert len(shown) < 120
    assert shown[mark.index("^") :].startswith("Knaed it.")
    assert mark.count("^") == 9


@pytest.mark.parametrize(
    ("text", "caret"), [("手技: Knaed it.", 6), ("e\u0301: Knaed it.", 3), ("\tKnaed it.", 1)]
)
def test_carets_count_columns_and_not_characters(text, caret):
    """Wide and combining characters before the words do not shift the carets."""
    start = text.index("Knaed")
    finding = Finding(severity=Severity.NOTE, code="R203", message="m", span=(start, start + 9))
    mark = diagnosed(finding, text=text, source="a.md").plain.splitlines()[4]
    assert mark.index("^") - len("  | ") == caret


def test_positions_count_from_one():
    """Line and column of an offset."""
    assert position("ab\ncd", 0) == (1, 1)
    assert position("ab\ncd", 4) == (2, 2)


def test_every_code_of_the_reader_and_of_the_check_is_explained():
    """A title with the severity, then the long text; unknown codes name the known ones."""
    told = explanations()
    assert {"R101", "R110", "R201", "S101", "S701"} <= set(told)
    for code, words in told.items():
        assert words.startswith(f"{code}: ")
        assert len(words.splitlines()) >= 3
    assert explained(" r201 ") == told["R201"]
    with pytest.raises(UnknownNameError, match=r"no code 'R999'.*There are: R101, R110"):
        explained("R999")


def test_explain_prints_one_code_or_lists_all():
    """The verb."""
    assert CliRunner().invoke(explain, ["R201"]).output == explained("R201")
    assert len(CliRunner().invoke(explain, []).output.splitlines()) == len(explanations())


def test_every_code_that_the_reader_uses_is_in_the_table():
    """No finding sends people to an explanation that is missing."""
    import re
    from pathlib import Path

    import effleurage.reading

    folder = Path(effleurage.reading.__file__).parent
    used = {
        code for file in folder.glob("*.py") for code in re.findall(r'"(R\d{3})"', file.read_text("utf-8"))
    }
    assert used <= set(effleurage.reading.codes())
