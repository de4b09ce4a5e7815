"""The page of the documentation about the session shows what there is."""

import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "session.md").read_text(encoding="utf-8")


def shots():
    """The command that takes the pictures."""
    spec = importlib.util.spec_from_file_location("screenshots", ROOT / "tools" / "screenshots.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_state_of_a_session_has_its_picture():
    """What the command takes is there at every size, and the page shows each state once."""
    tool = shots()
    states = [shot.name for shot in tool.SHOTS]
    there = {path.stem for path in tool.PICTURES.glob("*.jpg")}
    assert {f"{size}-{state}" for size in tool.SIZES for state in states} <= there
    shown = re.findall(r"pictures/(phone-([\w-]+))\.jpg", PAGE)
    assert {name for name, _ in shown} <= there
    assert all([state for _, state in shown].count(state) == 1 for state in states)


def test_every_key_is_told():
    """No key works that the page does not name."""
    source = (ROOT / "web" / "src" / "device" / "keys.ts").read_text(encoding="utf-8")
    table = source[source.index("const KEYS") : source.index("};", source.index("const KEYS"))]
    keys = re.findall(r'(?:"([^"]+)"|\b(\w+)): "', table)
    names = {
        " ": "space",
        "ArrowLeft": "←",
        "ArrowRight": "→",
        "ArrowDown": "↓",
        "ArrowUp": "↑",
        "PageUp": "page up",
        "PageDown": "page down",
        "-": "−",
    }
    rows = [line for line in PAGE.splitlines() if line.startswith("|")]
    for quoted, bare in keys:
        key = quoted or bare
        if not key.startswith("Media"):
            assert any(re.search(rf"(?<!\w){re.escape(names.get(key, key))}(?!\w)", row) for row in rows), key
