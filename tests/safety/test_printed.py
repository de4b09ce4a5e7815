"""Findings as people, programs and editors get them."""

import json

import click

from effleurage.cli._findings import printed, worst
from effleurage.errors import Finding, Severity

TEXT = "Glide up.\nPress hard on\nthe spine."
FOUND = (
    Finding(severity=Severity.ERROR, code="S102", message="too hard", span=(10, 33), hint="work beside it"),
    Finding(severity=Severity.NOTE, code="S999", message="for your information"),
)


def test_text_names_file_line_column_and_words():
    """A person sees where it is, what it is, the words, and what to do."""
    out = click.unstyle(printed(FOUND, form="text", source="a.md", text=TEXT))
    assert out.splitlines() == [
        "a.md:2:1: error S102: too hard",
        "    Press hard on the spine",
        "    work beside it",
        "a.md: note S999: for your information",
    ]


def test_json_holds_everything():
    """A program gets every field back."""
    out = json.loads(printed(FOUND, form="json", source="a.md", text=TEXT))
    assert out["findings"][0] == {
        "severity": "error",
        "code": "S102",
        "span": [10, 33],
        "message": "too hard",
        "hint": "work beside it",
    }
    assert out["findings"][1]["span"] is None


def test_sarif_places_the_words():
    """An editor gets file, lines and columns from 1, and the level."""
    out = json.loads(printed(FOUND, form="sarif", source="a.md", text=TEXT))
    (run,) = out["runs"]
    assert out["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["S102", "S999"]
    first, second = run["results"]
    assert (first["level"], second["level"]) == ("error", "note")
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "a.md"}
    assert place["region"] == {
        "startLine": 2,
        "startColumn": 1,
        "endLine": 3,
        "endColumn": 10,
        "charOffset": 10,
        "charLength": 23,
    }
    assert "region" not in second["locations"][0]["physicalLocation"]


def test_only_errors_fail():
    """The exit code tells errors from the rest."""
    assert worst(FOUND) == 1
    assert worst(FOUND[1:]) == 0
    assert worst(()) == 0
