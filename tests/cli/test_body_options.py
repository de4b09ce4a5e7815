"""Sizes in people's own units, and the verbs `places` and `body` as a user runs them."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from effleurage.anatomy import Body, atlas
from effleurage.cli._options import parse_height, parse_weight, require_known_posture
from effleurage.cli.body import command as body
from effleurage.cli.places import command as places
from effleurage.errors import EffleurageError, UnknownNameError, UsageError


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("1.72", 1.72), ("1,72 m", 1.72), ("172cm", 1.72), (" 172 CM ", 1.72), ("5ft8", 1.7272),
        ("5 ft 8 in", 1.7272), ("5'8\"", 1.7272), ("6ft", 1.8288), ("68in", 1.7272),
    ],
)  # fmt: skip
def test_heights_are_read(text: str, metres: float) -> None:
    """Metres, centimetres, feet and inches."""
    assert parse_height(text) == pytest.approx(metres)


@pytest.mark.parametrize(
    ("text", "kilograms"),
    [("68", 68.0), ("68 kg", 68.0), ("150lb", 68.04), ("150 lbs", 68.04), ("10st7", 66.68)],
)
def test_weights_are_read(text: str, kilograms: float) -> None:
    """Kilograms, pounds and stones."""
    assert parse_weight(text) == pytest.approx(kilograms, abs=0.01)


@pytest.mark.parametrize("text", ["tall", "", "1.7.2", "-1.7", "172ft5cm", "nan", "inf"])
def test_what_is_not_a_size_is_told(text: str) -> None:
    """The message says how to write it."""
    with pytest.raises(UsageError, match=r"write it as 1\.72, 172cm or 5ft8"):
        parse_height(text)
    with pytest.raises(UsageError, match="write it as 68, 68kg, 150lb"):
        parse_weight(text)


def test_forgotten_centimetres_are_guessed() -> None:
    """A bare 172 is not 172 metres."""
    with pytest.raises(UsageError, match=r"did you mean 172cm\?"):
        parse_height("172")


def test_postures_may_be_written_as_words() -> None:
    """Blanks and hyphens stand for underscores; a wrong name is guessed."""
    assert require_known_posture("Head-left") == "head_left"
    assert require_known_posture("forehead on hands") == "forehead_on_hands"
    with pytest.raises(UnknownNameError, match="Did you mean 'head_left'"):
        require_known_posture("head_lft")


def test_places_as_json_are_the_design_s() -> None:
    """Landmarks and places with coordinates and positions; what has no chart has nulls."""
    result = CliRunner().invoke(places, ["--posture", "head_left", "--json"], catch_exceptions=False)
    listed = json.loads(result.output)
    assert listed["landmarks"]["C7"]["along"] == 0.88
    assert set(listed["places"]) == set(atlas().places)
    surface = Body().surface("head_left")
    flank = listed["places"]["flank"]
    assert flank["chart"] == "back"
    assert flank["paired"] is True
    middle = (np.mean(flank["along"]), np.mean(flank["across"]))
    np.testing.assert_allclose(flank["position_m"], surface.point(*middle), atol=1e-4)
    leg = listed["places"]["leg"]
    assert leg["region"] == "leg"
    assert leg["chart"] is leg["along"] is leg["across"] is leg["position_m"] is None


def test_places_as_a_table_name_everything() -> None:
    """The plain table holds every place and landmark."""
    output = CliRunner().invoke(places, [], catch_exceptions=False, env={"COLUMNS": "120"}).output
    for name in [*atlas().places, *atlas().landmarks]:
        assert name in output


def test_the_picture_is_a_picture(tmp_path: Path) -> None:
    """A PNG appears whole, and nothing else."""
    target = tmp_path / "body.png"
    CliRunner().invoke(body, ["--height", "5ft8", "-o", str(target)], catch_exceptions=False)
    assert target.read_bytes().startswith(b"\x89PNG")
    assert [path.name for path in tmp_path.iterdir()] == ["body.png"]


def test_a_picture_without_matplotlib_names_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line says what to install, and nothing is left behind."""
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(UsageError, match=r"pip install 'effleurage\[pictures\]'"):
        CliRunner().invoke(body, ["-o", str(tmp_path / "body.png")], catch_exceptions=False)
    assert list(tmp_path.iterdir()) == []


def test_the_mesh_is_the_surface_in_metres(tmp_path: Path) -> None:
    """PLY and glTF hold the vertices in the body frame."""
    surface = Body(height=1.8, weight=90.0, sex="male", age=50.0).surface("head_right")
    size = ["--height", "1.8", "--weight", "90", "--sex", "male", "--age", "50", "--posture", "head_right"]
    for name in ("body.ply", "body.glb"):
        CliRunner().invoke(body, [*size, "-o", str(tmp_path / name)], catch_exceptions=False)
    data = (tmp_path / "body.ply").read_bytes()
    start = data.index(b"end_header\n") + len(b"end_header\n")
    rows = np.frombuffer(data, "<f4", count=6 * len(surface.vertices), offset=start).reshape(-1, 6)
    np.testing.assert_allclose(rows[:, :3], surface.vertices, atol=1e-5)
    glb = (tmp_path / "body.glb").read_bytes()
    assert glb[:4] == b"glTF"
    document = json.loads(glb[20 : 20 + int.from_bytes(glb[12:16], "little")])
    accessor = document["accessors"][document["meshes"][0]["primitives"][0]["attributes"]["POSITION"]]
    np.testing.assert_allclose(accessor["min"], surface.vertices.min(axis=0), atol=1e-5)
    np.testing.assert_allclose(accessor["max"], surface.vertices.max(axis=0), atol=1e-5)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "body.foo"], r"end the name in \.png, \.ply, \.glb"),
        (["-o", "nowhere/body.ply"], "no folder"),
        (["--posture", "upside-down", "-o", "body.ply"], "no posture"),
        (["--height", "2.5", "-o", "body.ply"], r"expected 1\.45 to 2\.00 m"),
        (["--weight", "15", "-o", "body.ply"], "kg for a female body"),
        (["--age", "3", "-o", "body.ply"], "expected 18 to 90 years"),
    ],
)
def test_mistakes_are_told(
    arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is an error of ours, and nothing is left behind."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(EffleurageError, match=message):
        CliRunner().invoke(body, arguments, catch_exceptions=False)
    assert list(tmp_path.iterdir()) == []


def test_a_mistake_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    """As a user runs it."""
    words = [sys.executable, "-m", "effleurage", "body", "--sex", "cat", "-o", str(tmp_path / "x.png")]
    result = subprocess.run(words, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert "expected male or female" in result.stderr
