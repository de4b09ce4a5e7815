"""`effleurage check`, run as a person runs it."""

import json

import pytest
from click.testing import CliRunner
from plain import TEXT, glide

from effleurage.cli.check import command
from effleurage.errors import InputError
from effleurage.performance import save


@pytest.fixture
def saved(tmp_path):
    """A performance on another body than the one it was made for."""
    path = tmp_path / "glide.npz"
    save(glide(), path)
    return path


def test_an_unsafe_performance_fails_with_its_findings(saved):
    """Contact off the skin is told on its words, and the exit code is 1."""
    result = CliRunner().invoke(command, [str(saved)])
    assert result.exit_code == 1
    assert f"{saved}:1:1: error S401: contact off the skin" in result.stdout
    assert "    Glide up beside the spine." in result.stdout
    assert "unsafe" in result.stderr


@pytest.mark.parametrize("arguments", [["--json"], ["--format", "json"]])
def test_programs_get_json(saved, arguments):
    """Both spellings print one JSON document and nothing else on standard output."""
    result = CliRunner().invoke(command, [str(saved), *arguments])
    assert result.exit_code == 1
    codes = [finding["code"] for finding in json.loads(result.stdout)["findings"]]
    assert "S401" in codes


def test_editors_get_sarif(saved):
    """SARIF names the file and the words."""
    result = CliRunner().invoke(command, [str(saved), "--format", "sarif"])
    (first, *_) = json.loads(result.stdout)["runs"][0]["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == str(saved)
    assert TEXT[: place["region"]["charLength"]] == "Glide up beside the spine."


def test_a_missing_file_is_told():
    """A mistake is an error with the file's name, which the command line prints as one line."""
    with pytest.raises(InputError, match=r"nowhere\.npz"):
        CliRunner().invoke(command, ["nowhere.npz"], catch_exceptions=False, standalone_mode=False)
