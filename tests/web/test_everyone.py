"""For everyone: screen readers, large text, other colours and languages, hands that touch nothing."""

import pytest
from steps import begin, quiet, serious
from test_page import SIZES, block, text

GERMAN = "localStorage.setItem('effleurage.language', '\"de\"')"
LARGE = "addEventListener('DOMContentLoaded', () => document.documentElement.style.fontSize = '212.5%')"

CONTROLS = (
    *("Again", "Pause", "Skip"),
    *("Softer", "Firmer", "Slower", "Stay here", "Later"),
    *("Voice", "Chime", "Tick", "Dim", "End"),
)
"""Names of the buttons of a session under way."""

STATES = {
    "during": "player => player.command('skip')",
    "paused": "player => player.command('pause')",
    "asked": "player => (player.command('go_on'), player.screen.asking(true))",
    "slowed": "player => (player.screen.asking(false), player.command('slower'), player.command('stay'))",
    "dim": "player => document.documentElement.classList.add('dim')",
    "after": "player => player.command('stop')",
}
"""What a session may look like, each from the one before."""


def go(page, state):
    """Bring the session into a state, and have it shown."""
    page.evaluate(f"() => ({STATES[state]})(window.effleurage)")
    page.evaluate("() => new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)))")


def boxes(page):
    """Every button's and paragraph's rectangle: left, top, right, bottom."""
    return page.eval_on_selector_all(
        "main button, main p",
        "all => all.map(b => b.getBoundingClientRect()).filter(r => r.width && r.height)"
        ".map(r => [r.left, r.top, r.right, r.bottom])",
    )


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_state_fits_in_longer_words_and_has_no_serious_barrier(size, visit, saved):
    """From before to after axe-core finds nothing serious; in German nothing leaves the screen either."""
    page, told = visit(saved, size=size, script=GERMAN, hash="#flat", bypass_csp=True)
    found = {"before": serious(page)}
    begin(page)
    for state in STATES:
        go(page, state)
        found[state] = serious(page)
        if state == "after":
            break
        for left, _, right, _ in boxes(page):
            assert left >= -0.5, state
            assert right <= size[0] + 0.5, state
        assert cut(page) == [], state
        assert page.locator("[data-test=stay]").bounding_box()["y"] < size[1]
        assert text(page, "softer") == "Sanfter"
    assert {state: some for state, some in found.items() if some} == {}
    assert quiet(told) == []


def cut(page):
    """Words of buttons that are wider than their button, or broken where no hyphen shows it."""
    return page.eval_on_selector_all(
        "main button span",
        """all => all.filter(s => {
            const range = document.createRange();
            range.selectNodeContents(s);
            const lines = new Set([...range.getClientRects()].map(r => Math.round(r.top))).size;
            const words = s.textContent.trim().split(/[\\s\u00ad-]+/).length;
            return s.scrollWidth > s.parentElement.clientWidth + 1 || lines > words;
        }).map(s => s.textContent)""",
    )


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_text_at_twice_its_size_still_fits(size, visit, saved):
    """With 200 % text nothing leaves the screen sideways, and Pause can be reached."""
    page, _ = visit(saved, size=size, script=LARGE, hash="#flat")
    begin(page)
    assert max(right for _, _, right, _ in boxes(page)) <= size[0] + 0.5
    pause = page.locator("[data-test=pause]")
    pause.scroll_into_view_if_needed()
    box = pause.bounding_box()
    assert box["y"] >= 0
    assert box["y"] + 40 < size[1]
    assert float(pause.evaluate("b => getComputedStyle(b).fontSize")[:-2]) > 28


@pytest.mark.parametrize("size", [(844, 390), (640, 360), (820, 1180)], ids=str)
def test_a_phone_on_its_side_and_a_tablet_show_it_all(size, visit, saved):
    """The sentence, the pressure, what comes next and every button are on the screen."""
    page, told = visit(saved, size=size, hash="#flat&speed=0.1")
    begin(page)
    go(page, "during")
    for left, top, right, bottom in boxes(page):
        assert left >= -0.5
        assert top >= -0.5
        assert right <= size[0] + 0.5
        assert bottom <= size[1] + 0.5
    head = page.locator("header").bounding_box()
    assert page.locator("[data-test=now]").bounding_box()["y"] >= head["y"] + head["height"] - 12
    assert quiet(told) == []


def test_a_phone_that_is_turned_fits_its_words_anew(visit, saved):
    """They are as large as on one that was on its side from the beginning, and clear of what is above."""
    sizes = {}
    for name, first in (("turned", (390, 844)), ("lying", (844, 390))):
        page, _ = visit(saved, size=first, hash="#flat&speed=0.1")
        begin(page)
        page.set_viewport_size({"width": 844, "height": 390})
        go(page, "during")
        sizes[name] = page.locator("[data-test=now]").evaluate("now => now.style.fontSize")
    assert sizes["turned"] == sizes["lying"]


def test_a_screen_reader_hears_what_to_do(visit, saved):
    """Controls have names, the sentence is a live region, progress is told, the picture is left out."""
    page, _ = visit(saved, hash="#flat", bypass_csp=True)
    begin(page)
    go(page, "during")
    told = page.locator("main").aria_snapshot()
    for control in CONTROLS:
        assert f'button "{control}"' in told
    assert "per cent done" in told
    assert "Slide both hands up the back" in told
    assert page.locator("[data-test=now]").get_attribute("aria-live") == "polite"
    assert page.locator(".view").get_attribute("aria-hidden") == "true"


def test_forced_colours_leave_nothing_invisible(visit, saved):
    """In forced colours the ring, the gauge and what is switched on are drawn in the reader's colours."""
    page, told = visit(saved, hash="#flat", forced_colors="active", reduced_motion="reduce", bypass_csp=True)
    begin(page)
    go(page, "during")
    go(page, "slowed")
    page.wait_for_selector(".pressure rect.on")
    for part in (".ring .done", ".pressure rect.on", ".pressure .palm"):
        seen = page.eval_on_selector(
            f"{part}", "e => { const s = getComputedStyle(e); return [s.stroke, s.fill, s.opacity]; }"
        )
        assert seen[0] != "none" or seen[1] != "none"
    on = page.eval_on_selector("[data-test=stay]", "b => getComputedStyle(b).backgroundColor")
    off = page.eval_on_selector("[data-test=softer]", "b => getComputedStyle(b).backgroundColor")
    assert on != off
    assert quiet(told) == []


def test_reduced_motion_sways_nothing(visit, saved):
    """A paused session's picture comes to stand still where motion is reduced, and else it never does."""
    page, _ = visit(saved, reduced_motion="reduce", bypass_csp=True)
    begin(page)
    go(page, "during")
    go(page, "paused")
    assert page.evaluate(STANDS, 20)
    page.emulate_media(reduced_motion="no-preference")
    page.reload()
    begin(page)
    go(page, "during")
    go(page, "paused")
    assert not page.evaluate(STANDS, 2)


STANDS = """async seconds => {
    const { view } = window.effleurage;
    const { canvas } = Object.assign(document.createElement("canvas").getContext("2d"), {});
    [canvas.width, canvas.height] = [300, 300];
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    const look = () => new Promise(seen => requestAnimationFrame(() => {
        pen.drawImage(view.element, 0, 0, 300, 300);
        seen(pen.getImageData(0, 0, 300, 300).data.join());
    }));
    const until = performance.now() + 1000 * seconds;
    for (let same = 0, last = ""; performance.now() < until;) {
        const now = await look();
        same = now === last ? same + 1 : 0;
        last = now;
        if (same === 20) return true;
    }
    return false;
}"""
"""Whether the picture is the same for twenty frames on end, at some time in so many seconds."""


def test_a_headset_leads_too(visit, saved):
    """The buttons of a headset pause, go on, skip and go back, while silence plays."""
    script = """
        window.pressed = {};
        navigator.mediaSession.setActionHandler = (name, act) => { window.pressed[name] = act; };
        window.played = [];
        const play = HTMLMediaElement.prototype.play;
        HTMLMediaElement.prototype.play = function () {
            window.played.push(this.tagName);
            return play.call(this);
        };
    """
    page, told = visit(saved, hash="#flat", script=script, bypass_csp=True)
    begin(page)
    mode = "() => window.effleurage.state.mode"
    page.evaluate("() => window.pressed.nexttrack()")
    assert block(page) == 1
    page.evaluate("() => window.pressed.pause()")
    assert page.evaluate(mode) == "paused"
    assert page.evaluate("() => navigator.mediaSession.playbackState") == "paused"
    page.evaluate("() => window.pressed.play()")
    assert page.evaluate(mode) == "playing"
    assert "AUDIO" in page.evaluate("() => window.played")
    page.evaluate("() => window.effleurage.command('stop')")
    assert page.evaluate("() => window.pressed.play") is None
    assert quiet(told) == []


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("", "The screen stays on."),
        ("navigator.wakeLock.request = () => Promise.reject(new Error('no'));", "a silent film tries to"),
        (
            "navigator.wakeLock.request = () => Promise.reject(new Error('no'));"
            "HTMLMediaElement.prototype.play = () => Promise.reject(new Error('no'));",
            "The screen may go dark",
        ),
    ],
    ids=["lock", "film", "nothing"],
)
def test_it_is_said_how_the_screen_is_kept_on(script, words, visit, saved):
    """A lock, a film that tries, or nothing: the giver is told which."""
    page, told = visit(saved, hash="#flat", script=script)
    begin(page)
    page.locator("[data-test=flash]").get_by_text(words).wait_for()
    assert quiet(told) == []
