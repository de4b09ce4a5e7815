"""Take the pictures of the session's page that the documentation shows.

Run it after a change of the page: ``uv run python tools/screenshots.py``. It saves the built-in
session, opens it in Chromium and writes ``docs/pictures/*.jpg``.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tests" / "web"))

from conftest import launch  # noqa: E402 -- the tests find the browser, and lie outside the package

PICTURES = ROOT / "docs" / "pictures"
SIZES = {"phone": (390, 844), "desk": (1280, 800)}
MOVEMENTS = {"figure-of-eight": 0.5, "fanning": 0.6, "forearm-sweep": 0.3, "pulling": 0.3}
"""Movements that are shown, and how far into each."""

GO = """([title, share]) => {
    const { session, state } = window.effleurage;
    const { info } = session;
    const plain = name => (name ?? "").toLowerCase().replaceAll(" ", "-");
    const movement = info.movements.findIndex(name => plain(name) === title);
    const slots = info.blocks.map((block, slot) => ({ block, slot }));
    const work = slots.filter(({ block }) => block.movement === movement && block.kind === "work");
    const { block, slot } = work[Math.floor(share * work.length)];
    const at = block.start + 0.6 * (block.stop - block.start);
    window.effleurage.state = { ...state, mode: "playing", slot, at, bridge: null, tempo: 0.6 };
}"""


def shoot(page: Page, name: str) -> None:
    """Write one picture."""
    page.screenshot(path=PICTURES / f"{name}.jpg", type="jpeg", quality=82)


def main() -> None:
    """Take all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder, "session.html")
        subprocess.run([sys.executable, "-m", "effleurage", "give", "--save", str(file)], check=True)
        browser = launch(playwright)
        for size, (width, height) in SIZES.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(file.as_uri())
            page.wait_for_selector("html[data-ready=yes]")
            shoot(page, f"{size}-before")
            page.click("[data-test=begin]")
            for movement, share in MOVEMENTS.items():
                page.evaluate(GO, [movement, share])
                page.wait_for_timeout(3500)
                shoot(page, f"{size}-{movement}")
            page.evaluate("() => window.effleurage.command('stop')")
            page.wait_for_selector("main.after")
            shoot(page, f"{size}-after")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
