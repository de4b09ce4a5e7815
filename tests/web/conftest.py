"""What tests of the page share: one browser, a session in a file and one that is served, visits to them."""

import sys
from pathlib import Path

import pytest
from browsers import launch
from playwright.sync_api import Page, sync_playwright

from effleurage.players import guide

sys.path.append(str(Path(__file__).parents[1] / "players" / "guide"))

import serving
import synthetic


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


@pytest.fixture(scope="session")
def served(played, tmp_path_factory):
    """A served session's address, token included."""
    session = guide.Session(
        played,
        replan=lambda wanted: synthetic.performance(passes=2),
        figure=synthetic.figure,
        memory=guide.Memory(tmp_path_factory.mktemp("memory") / "memory.sqlite3"),
    )
    with serving.thread(session) as address:
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
        page.set_default_timeout(60_000)
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
        page.wait_for_selector("html:not([data-live]), html[data-learned=yes]")
        return page, told

    yield go
    for context in contexts:
        context.close()
