"""Two phones, a killed server and a page that is opened again, in a real browser."""

import random

import pytest
import serving
from steps import begin


def force(page):
    """The factor on force that the session is at."""
    return page.evaluate("() => window.effleurage.state.force")


def mode(page):
    """What the session does."""
    return page.evaluate("() => window.effleurage.state.mode")


def until(page, condition):
    """Wait for something that the page can tell."""
    page.wait_for_function(condition, polling=100)


KEPT = """async () => {
    for (;;) {
        const { state } = window.effleurage;
        const kept = (await (await fetch("memory/running")).json())?.state;
        if (kept?.slot === state.slot && kept?.force === state.force) return;
        await new Promise(done => setTimeout(done, 100));
    }
}"""
"""Waits until the server knows in which stroke the session is, and how firm."""


def to_the_first_stroke(page):
    """Leave out settling down, unless it is over."""
    page.evaluate("() => window.effleurage.block === 0 && window.effleurage.command('skip')")
    until(page, "() => window.effleurage.block === 1 && window.effleurage.state.bridge === null")


def said(page, words):
    """Wait until the remote says just that."""
    page.locator(f"[data-test=said]:text-is('{words}')").wait_for()


def test_what_the_receiver_asks_is_done_on_the_screen(tmp_path, visit):
    """Softer is softer at once, not there leaves work out, stop halts; the screen says who asked."""
    with serving.process(tmp_path, "lan") as (_, addresses):
        remote, complaints = visit(addresses.remote, size=(360, 640))
        said(remote, "Press at any time.")
        remote.click("[data-command=softer]")
        said(remote, "No session is playing yet.")
        screen, _ = visit(addresses.screen, hash="#flat", bypass_csp=True)
        begin(screen)
        until(screen, "() => window.effleurage.state.elapsed > 0.3")
        remote.click("[data-command=softer]")
        said(remote, "Heard: Softer")
        assert force(screen) == 0.85
        assert "Your receiver asks: Softer" in screen.inner_text(".flash")
        for _ in range(12):
            remote.click("[data-command=softer]")
        said(remote, "Heard. More than that is not possible here.")
        assert force(screen) == 0.4
        to_the_first_stroke(screen)
        remote.click("[data-command=more]")
        said(remote, "Heard: More here")
        remote.click("[data-command=not_here]")
        said(remote, "Heard: Not there")
        assert screen.evaluate(
            "() => !window.effleurage.state.order.slice(window.effleurage.state.slot).includes(1)"
        )
        remote.click("[data-command=stop]")
        said(remote, "Stopped. Hands off.")
        assert mode(screen) == "paused"
        assert "Your receiver says stop" in screen.inner_text(".flash")
        remote.click("[data-command=stop]")
        screen.wait_for_selector("main.after")
        assert [one for one in complaints if not one.startswith(addresses.remote.split("?")[0])] == []


def test_a_remote_of_another_run_says_so(tmp_path, visit):
    """Its token died with its server; the page says what to do."""
    with serving.process(tmp_path, "lan") as (_, addresses):
        port = int(addresses.page.split("/?")[0].rsplit(":", 1)[1])
        remote, _ = visit(addresses.remote, size=(360, 640))
        said(remote, "Press at any time.")
    with serving.process(tmp_path, "lan", port=port):
        said(remote, "This code is of another session. Scan the new one.")


def test_a_killed_server_and_another_browser_go_on_where_they_were(tmp_path, visit):
    """The laptop died, the phone takes over: same receiver, same stroke, same force."""
    size = {"height": 1.8, "weight": 80, "sex": "male", "age": 50, "minutes": 2}
    with serving.process(tmp_path) as (_, addresses):
        port = int(addresses.page.split("/?")[0].rsplit(":", 1)[1])
        page, _ = visit(addresses.page, hash="#flat", bypass_csp=True)
        page.evaluate(
            "async (size) => { await fetch('plan', { method: 'POST', body: JSON.stringify(size) }); }", size
        )
        page.reload()
        begin(page)
        page.click("[data-test=softer]")
        to_the_first_stroke(page)
        page.evaluate(KEPT)
        left = page.evaluate("() => window.effleurage.state")
    with serving.process(tmp_path, port=port) as (_, addresses):
        again, _ = visit(addresses.page, hash="#flat", bypass_csp=True)
        again.click("[data-test=resume]")
        again.wait_for_selector("main.during")
        now = again.evaluate("() => window.effleurage.state")
    assert now["order"] == left["order"]
    assert len(now["order"]) == 6
    assert now["slot"] == left["slot"]
    assert now["force"] == left["force"] == 0.85
    assert abs(now["at"] - left["at"]) < 5


@pytest.mark.slow
def test_ten_reloads_in_mid_session_lose_next_to_nothing(tmp_path, visit):
    """At ten random moments the page is opened again: same stroke, same force, a second or two back."""
    chance = random.Random(8)
    with serving.process(tmp_path) as (_, addresses):
        page, _ = visit(addresses.page, hash="#flat", bypass_csp=True)
        begin(page)
        for number in range(10):
            page.wait_for_selector("main.during")
            page.evaluate("(word) => window.effleurage.command(word)", chance.choice(["softer", "slower"]))
            page.wait_for_timeout(chance.uniform(50, 1200))
            left = page.evaluate("() => window.effleurage.state")
            page.reload()
            page.click("[data-test=resume]")
            page.wait_for_selector("main.during")
            now = page.evaluate("() => window.effleurage.state")
            assert abs(now["elapsed"] - left["elapsed"]) < 3, number
            for what in ("order", "force", "tempo", "stay"):
                assert now[what] == left[what], (number, what)


def test_on_plain_http_a_silent_film_keeps_the_screen_on_and_it_is_said(tmp_path, visit):
    """A phone on the local network has no wake lock: a film plays on end, and the giver is told."""
    with serving.process(tmp_path, "lan") as (_, addresses):
        screen, _ = visit(addresses.screen, size=(360, 640), hash="#flat", bypass_csp=True)
        assert screen.evaluate("() => [isSecureContext, 'wakeLock' in navigator]") == [False, False]
        begin(screen)
        screen.locator("[data-test=flash]").get_by_text("a silent film tries to").wait_for()
        playing = """() => {
            const film = document.querySelector('video.film');
            return film && !film.paused && film.loop && !film.muted && film.currentTime > 0.2;
        }"""
        until(screen, playing)
        screen.evaluate("() => window.effleurage.command('stop')")
        screen.wait_for_selector("main.after")
        assert screen.locator("video.film").count() == 0


def test_with_https_the_phone_holds_the_screen_and_the_remote_is_heard(tmp_path, visit):
    """Two phones that took the certificate: one leads and keeps its screen on, the other asks."""
    with serving.process(tmp_path, "lan", "https") as (_, addresses):
        trusting = {"ignore_https_errors": True, "bypass_csp": True}
        screen, complaints = visit(addresses.screen, size=(360, 640), hash="#flat", **trusting)
        assert screen.evaluate("() => isSecureContext") is True
        begin(screen)
        screen.locator("[data-test=flash]").get_by_text("The screen stays on.").wait_for()
        remote, _ = visit(addresses.remote, size=(360, 640), **trusting)
        said(remote, "Press at any time.")
        remote.click("[data-command=softer]")
        said(remote, "Heard: Softer")
        assert force(screen) == 0.85
        assert complaints == []
