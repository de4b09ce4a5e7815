"""The session's page in a real browser that draws on the processor: size, first frame, frames a second."""

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.append(str(Path(__file__).parents[1] / "tests" / "web"))

from browsers import launch
from steps import begin

from effleurage.anatomy import Body
from effleurage.planning import plan
from effleurage.players import guide

SIZE = {"width": 390, "height": 844}
SECONDS = 4
"""Time over which frames are counted in each movement."""
SETTLE = 6
"""By then the page has found what the machine can draw [s]."""
TIMES = 5

FIRST = """() => new Promise(resolve => {
    const seen = () => document.documentElement.dataset.ready === "yes"
        ? requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())))
        : setTimeout(seen, 2);
    seen();
})"""
"""Milliseconds from the call for the page until a frame after the first drawn one."""

FRAMES = """seconds => new Promise(resolve => {
    let frames = 0;
    const from = performance.now();
    const count = now => {
        if (now - from > 1000 * seconds) return resolve(1000 * frames / (now - from));
        frames++;
        requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
})"""

GO = """movement => {
    const player = window.effleurage;
    const { blocks } = player.session.info;
    const some = blocks.map((block, slot) => ({ block, slot })).filter(
        ({ block }) => block.movement === movement && block.kind === "work");
    if (!some.length) return false;
    const { block, slot } = some[some.length >> 1];
    player.state = { ...player.state, mode: "playing", slot, at: block.start, bridge: null };
    return true;
}"""
"""Goes to the work in the middle of a movement, if it has any."""


def measure(routine, *, minutes: float = 20) -> dict[str, float]:
    """Figures of a saved session: megabytes, seconds to the first frame, frames a second."""
    planned = plan(routine, Body(), minutes=minutes)
    info = guide.session_info(planned, guide.figure(planned))
    page = guide.page(guide.session_json(info), info)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "session.html"
        path.write_text(page, encoding="utf-8")
        browser = launch(playwright)
        return {
            f"file of {planned.duration / 60:.1f} minutes [MB]": path.stat().st_size / 1e6,
            "first frame [s]": statistics.median(_first(browser, path.as_uri()) for _ in range(TIMES)),
            **_frames(browser, path.as_uri()),
        }


def _open(browser: Browser, address: str):
    page = browser.new_context(viewport=SIZE, device_scale_factor=1).new_page()
    page.goto(address, wait_until="commit")
    return page


def _first(browser: Browser, address: str) -> float:
    page = _open(browser, address)
    took = page.evaluate(FIRST) / 1000
    page.context.close()
    return took


def _frames(browser: Browser, address: str) -> dict[str, float]:
    page = _open(browser, address)
    page.wait_for_selector("html[data-ready=yes]")
    begin(page)
    page.wait_for_timeout(1000 * SETTLE)
    movements = page.evaluate("() => window.effleurage.session.info.movements.length")
    rates = [page.evaluate(FRAMES, SECONDS) for movement in range(movements) if page.evaluate(GO, movement)]
    page.context.close()
    return {
        "frames a second, median of the movements": statistics.median(rates),
        "frames a second, slowest movement": min(rates),
    }
