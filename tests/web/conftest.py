"""A real browser for the page: found on the machine, or fetched, or told in one line what is missing."""

import contextlib
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Error, Page, Playwright, sync_playwright

from effleurage.players import guide

sys.path.append(str(Path(__file__).parents[1] / "players" / "guide"))

import synthetic

FLAGS = [
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
TOKEN = "token-for-tests"


def launch(playwright: Playwright) -> Browser:
    """Chromium: the one that ``EFFLEURAGE_BROWSER`` names, playwright's own, or the system's."""
    flags = FLAGS + (["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])
    named = os.environ.get("EFFLEURAGE_BROWSER")
    found = named or next(filter(None, map(shutil.which, NAMES)), None)
    own = Path(playwright.chromium.executable_path)
    if not named and not own.exists() and found is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    try:
        return playwright.chromium.launch(
            executable_path=None if not named and own.exists() else found, args=flags
        )
    except Error as error:
        pytest.fail(f"no browser: install chromium, or name one in EFFLEURAGE_BROWSER ({error.message[:80]})")


@pytest.fixture(scope="session")
def browser():
    """One browser for all tests."""
    with sync_playwright() as playwright:
        opened = launch(playwright)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def played():
    """The performance that the page leads through."""
    return synthetic.performance(pass_seconds=5, passes=3)


@pytest.fixture(scope="session")
def saved(played, tmp_path_factory):
    """A saved session's address."""
    path = tmp_path_factory.mktemp("session") / "session.html"
    info = guide.session_info(played, synthetic.figure(played))
    path.write_text(guide.page(guide.session_json(info), info), encoding="utf-8")
    return path.as_uri()


@contextlib.contextmanager
def hosted(session):
    """The address of a session that is served, token included."""
    line = guide.bind(0)
    host = f"127.0.0.1:{line.getsockname()[1]}"
    app = guide.application(session, token=TOKEN, hosts=frozenset({host}))
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [line]}, daemon=True)
    thread.start()
    yield f"http://{host}/?token={TOKEN}"
    server.should_exit = True
    thread.join(timeout=5)
    line.close()


@pytest.fixture(scope="session")
def served(played, tmp_path_factory):
    """A served session's address, token included."""
    session = guide.Session(
        played,
        replan=lambda wanted: synthetic.performance(passes=2),
        figure=synthetic.figure,
        memory=guide.Memory(tmp_path_factory.mktemp("memory") / "memory.sqlite3"),
    )
    with hosted(session) as address:
        yield address


class Told(list):
    """What a page complained about: console errors, uncaught errors, requests to elsewhere."""


@pytest.fixture
def visit(browser):
    """Open a page of some size, cut off from the network but for its own server."""
    contexts = []

    def go(address: str, *, size=(390, 844), hash="", script=None, **more) -> tuple[Page, Told]:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **more)
        contexts.append(context)
        told = Told()
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("console", lambda said: told.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: told.append(str(error)))
        origin = address.split("/?")[0]
        page.on(
            "request",
            lambda asked: (
                None if asked.url.startswith((origin, "data:", "blob:")) else told.append(asked.url)
            ),
        )
        if address.startswith("file:"):
            context.set_offline(True)
        if script:
            page.add_init_script(script)
        page.goto(address + hash)
        page.wait_for_selector("html[data-ready=yes]")
        return page, told

    yield go
    for context in contexts:
        context.close()
