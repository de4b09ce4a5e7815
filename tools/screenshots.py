"""Take the pictures of the session's page that the documentation shows, one of each state and size.

Run it after a change of the page: ``uv run python tools/screenshots.py [WORD …]``; words choose the
pictures whose name holds one of them, ``around`` all of before and after a session. It saves and
serves sessions, opens them in Chromium, draws as a graphics chip would (``#fine``), and writes
``docs/pictures/SIZE-STATE.jpg``; ``docs/session.md`` shows them.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import final

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tests" / "web"))

from browsers import launch  # noqa: E402 -- the tests find the browser, and lie outside the package
from steps import begin  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
SIZES = {"small": (360, 640), "phone": (390, 844), "desk": (1280, 800)}
WISHED = ("left shoulder", "right shoulder", "neck", "neck")
"""Places that are tapped: once for more, twice for nothing there."""
SETTLE = 2000
"""Time for the light under the hands to come, in [ms]; the camera is there at once."""
PATIENCE = 240_000
"""A processor draws these pictures, and takes long where others use it too, in [ms]."""

GO = """([title, kind, share]) => {
    const player = window.effleurage;
    const { info } = player.session;
    const plain = name => (name ?? "").toLowerCase().replaceAll(" ", "-");
    const movement = info.movements.findIndex(name => plain(name) === title);
    const fits = block => (!title || block.movement === movement) && block.kind === kind;
    const some = info.blocks.map((block, slot) => ({ block, slot })).filter(({ block }) => fits(block));
    const { block, slot } = some[Math.min(Math.floor(share * some.length), some.length - 1)];
    const at = block.start + 0.55 * (block.stop - block.start);
    player.state = { ...player.state, mode: "playing", slot, at, bridge: null };
}"""
"""Goes to a block of a kind: the given share of all such blocks of a movement."""


@final
@dataclass(frozen=True, kw_only=True)
class Shot:
    """One picture.

    Attributes:
        name: Its name.
        movement: The movement that is under way, "" for any.
        kind: Kind of the block that is under way.
        share: How far into such blocks.
        act: JavaScript on the player once it is there.
        routine: The routine; by itself the built-in one.
        hash: Options of the page.
        language: The page's language.
    """

    name: str
    movement: str = ""
    kind: str = "work"
    share: float = 0.5
    act: str = ""
    routine: str = "back"
    hash: str = "fine&speed=0.05"
    language: str = "en"


SHOTS = (
    Shot(name="spreading-the-oil", movement="spreading-the-oil"),
    Shot(name="figure-of-eight", movement="figure-of-eight", share=0.4),
    Shot(name="fanning", movement="fanning", share=0.6),
    Shot(name="butterfly", movement="butterfly-shoulder", share=0.7),
    Shot(name="posture", movement="forearm-sweep", kind="arrange", share=0.0),
    Shot(name="forearm-sweep", movement="forearm-sweep", share=0.3),
    Shot(name="pulling", movement="pulling", share=0.3),
    Shot(name="kneading", movement="kneading-the-neck", share=0.9),
    Shot(name="question", movement="fanning", share=0.9, act="player.screen.asking(true)"),
    Shot(name="paused", movement="fanning", share=0.6, act="player.command('pause')"),
    Shot(name="dim", movement="fanning", share=0.6, act="player.flip('dim')"),
    Shot(name="left-handed", movement="forearm-sweep", share=0.3, act="player.view.mirror(true)"),
    Shot(name="part", routine="feet-and-calves", share=0.1),
    Shot(name="simple", movement="fanning", share=0.6, hash="speed=0.05"),
    Shot(name="flat", movement="figure-of-eight", share=0.4, hash="flat&speed=0.05"),
    Shot(name="german", movement="forearm-sweep", kind="arrange", share=0.0, language="de"),
)


def shoot(page: Page, name: str) -> None:
    """Write one picture, of a screen's beginning."""
    page.evaluate("() => document.querySelector('.card')?.scrollTo(0, 0)")
    page.screenshot(path=PICTURES / f"{name}.jpg", type="jpeg", quality=80)


def opened(browser: Browser, size: str, file: Path, shot: Shot) -> Page:
    """A session's first screen."""
    width, height = SIZES[size]
    page = browser.new_page(
        viewport={"width": width, "height": height}, locale=shot.language, reduced_motion="reduce"
    )
    page.set_default_timeout(PATIENCE)
    page.goto(f"{file.as_uri()}#{shot.hash}")
    page.wait_for_selector("html[data-ready=yes]")
    return page


@contextlib.contextmanager
def served(folder: str):
    """A session that is served, with an empty memory; gives its address."""
    child = subprocess.Popen(
        [sys.executable, "-m", "effleurage", "give", "--no-browser", "--port", "0"],
        env=os.environ | {"EFFLEURAGE_DATA": folder},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert child.stdout is not None
        yield child.stdout.readline().strip()
    finally:
        child.kill()
        child.wait()


def planned(page: Page) -> None:
    """Wait until what was chosen is planned."""
    page.wait_for_timeout(800)
    page.wait_for_selector("html:not([data-planning])")


def around(browser: Browser, size: str, address: str) -> None:
    """What comes before and after a session: every decision, the gate, what is at hand, the rest."""
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_default_timeout(180_000)
    page.goto(f"{address}#fine")
    page.click("[data-test=proposal-whole_back]")
    planned(page)
    page.wait_for_timeout(SETTLE // 3)
    shoot(page, f"{size}-before")
    for decision in ("routine", "length", "person", "where", "touch"):
        page.click(f"[data-test=to-{decision}]")
        page.wait_for_selector(f".is-{decision}")
        if decision == "where":
            page.click("[data-test=clear]")  # the size before has left its wishes
        for place in WISHED if decision == "where" else ():
            page.click(f"[data-test='zone-{place}']")
        planned(page)
        shoot(page, f"{size}-{decision}")
        page.click("[data-test=back]")
        page.wait_for_selector("main.home")
    page.click("[data-test=begin]")
    page.wait_for_selector(".is-gate")
    shoot(page, f"{size}-gate")
    page.click("[data-test=none-of-these]")
    page.wait_for_selector(".is-ready")
    shoot(page, f"{size}-ready")
    page.click("[data-test=ready]")
    page.evaluate("() => window.effleurage.command('stop')")
    page.wait_for_selector("main.after")
    shoot(page, f"{size}-after")
    page.close()


def during(browser: Browser, size: str, file: Path, shot: Shot) -> None:
    """One moment of a session."""
    page = opened(browser, size, file, shot)
    begin(page)
    page.evaluate(GO, [shot.movement, shot.kind, shot.share])
    page.wait_for_timeout(SETTLE)
    if shot.act:
        page.evaluate(f"() => {{ const player = window.effleurage; {shot.act}; }}")
        page.wait_for_timeout(SETTLE // 3)
    shoot(page, f"{size}-{shot.name}")
    page.close()


def chosen(name: str, words: list[str]) -> bool:
    """A picture is wanted: nothing is chosen, or one of the words is in its name."""
    return not words or any(word in name for word in words)


def main(words: list[str]) -> None:
    """Take all pictures whose name holds one of the words, or all."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        served(folder) as address,
        sync_playwright() as playwright,
    ):
        files = {routine: Path(folder, f"{routine}.html") for routine in {shot.routine for shot in SHOTS}}
        for routine, file in files.items():
            given = [] if routine == "back" else [routine]
            subprocess.run(
                [sys.executable, "-m", "effleurage", "give", *given, "--save", str(file)], check=True
            )
        browser = launch(playwright)
        for size in SIZES:
            for shot in SHOTS:
                if chosen(f"{size}-{shot.name}", words):
                    during(browser, size, files[shot.routine], shot)
            if chosen(f"{size}-around", words):
                around(browser, size, address)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
