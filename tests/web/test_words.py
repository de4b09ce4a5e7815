"""The page's words and looks: one catalogue and two style sheets that hold what is used, and nothing else."""

import json
import re
import tomllib
from functools import cache
from importlib import resources
from pathlib import Path

from effleurage.anatomy import atlas
from effleurage.routine import Kind, Technique

WEB = Path(__file__).parents[2] / "web"
CHANGES = ("softer", "firmer", "slower", "faster", "stay", "leave", "later", "more", "not_here")
SHEETS = ("stop", "ready", "length", "where", "stroke", "limit", "unread")


@cache
def source():
    """All of the page's scripts and its HTML."""
    files = [*sorted((WEB / "src").rglob("*.ts")), WEB / "player.html"]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@cache
def style():
    """Its style sheets, without what their rules say."""
    text = "".join(path.read_text(encoding="utf-8") for path in (WEB / "src").rglob("*.css"))
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def catalogue():
    """The phrases in each language."""
    return json.loads((WEB / "src" / "ui" / "catalogue.json").read_text(encoding="utf-8"))


def data(package, name):
    """A data file of the package."""
    return tomllib.loads((resources.files(package) / "data" / name).read_text("utf-8"))


def families():
    """The keys that are put together from a name: of each prefix, all that can follow it."""
    rows = data("effleurage.players.guide", "health.toml")["row"]
    postures = data("effleurage.anatomy", "postures.toml")
    parts = [name for name, region in atlas().places.items() if region.chart is None and region.paired]
    return {
        "now_": CHANGES,
        "pressure_": ("0", "1", "2", "3"),
        "posture_": (*(name for name, row in postures.items() if isinstance(row, dict)), "other"),
        "at_": ("side_left", "side_right", "head", "hips_left", "hips_right"),
        "facing_": ("head", "feet", "across"),
        "kind_": tuple(Kind),
        "felt_": ("soft", "right", "firm"),
        "gate_": ("stop", "doctor", "round"),
        "health_": tuple(row["name"] for row in rows),
        "technique_": tuple(name for name in Technique if name is not Technique.OTHER),
        "place_": tuple(atlas().places),
        "one_": tuple(parts),
        "on_": ("left", "right"),
    }  # fmt: skip


def used():
    """Keys that the source names, alone or as a family."""
    text = re.sub(r'(class|"data-test"|role|autocomplete|mode|action): "[^"]*"|=== "[^"]*"', "", source())
    named = set(re.findall(r'"([a-z0-9_]+)"', text))
    made = {f"{prefix}{name}" for prefix, names in families().items() for name in names}
    return named | made | {f"{side}_side" for side in ("left", "right")}


def test_both_languages_have_every_phrase():
    """English and German have the same keys, and every phrase has the same facts in both."""
    english, german = catalogue()["en"], catalogue()["de"]
    assert set(english) == set(german)
    for key, phrase in english.items():
        assert set(re.findall(r"\{(\w+)\}", phrase)) == set(re.findall(r"\{(\w+)\}", german[key])), key


def test_no_phrase_is_never_said():
    """Every key of the catalogue is used."""
    assert sorted(set(catalogue()["en"]) - used()) == []


def test_every_phrase_that_is_said_is_there():
    """What the source asks for by its whole name or by a family's prefix is in the catalogue."""
    asked = set(re.findall(r'\bt\("(\w+)"', source()))
    made = {f"{prefix}{name}" for prefix, names in families().items() for name in names}
    assert sorted((asked | made) - set(catalogue()["en"])) == []


def test_every_family_of_the_source_is_told_here():
    """A key that is put together begins with a prefix that this test knows."""
    prefixes = set(re.findall(r"`([a-z]+_)\$\{", source()))
    some = {one for one in prefixes if any(key.startswith(one) for key in catalogue()["en"])}
    assert some <= set(families())


def test_no_style_is_for_nothing():
    """Every class, animation and colour of the style sheets is one that the page has."""
    listed = r'class: (?:"([^"]*)"|`([^`]*)`)|class="([^"]*)"|className = "([^"]*)"|classList\.\w+\("([^"]*)"'
    names = {
        word
        for found in re.findall(listed, source())
        for part in found
        for word in re.split(r"[\s${}()?:\"]+", part)
    }
    names |= {f"is-{sheet}" for sheet in SHEETS} | {"pause", "faster", "later", "done", "off"}
    selectors = re.sub(r"\{[^{}]*\}", "{}", style())
    assert sorted(set(re.findall(r"\.([a-zA-Z][\w-]*)", selectors)) - names) == []
    for variable in set(re.findall(r"(--[\w-]+):", style())):
        assert f"var({variable}" in style()
    for animation in re.findall(r"@keyframes (\w+)", style()):
        assert re.search(rf"animation: {animation}\b", style())
