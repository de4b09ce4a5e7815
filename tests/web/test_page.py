"""The page in a real browser: from Begin to the end, served and from a file, at every size."""

import io

import numpy as np
import pytest
from PIL import Image
from steps import begin, quiet, serious

SIZES = [(360, 640), (390, 844), (1280, 800)]
SPEECH = """
window.spoken = [];
class Stub { speak(words) { window.spoken.push(words.text); } cancel() {} }
Object.defineProperty(window, 'speechSynthesis', { value: new Stub() });
"""
CALM = "#speed=0.2"
"""A slower clock, so that a busy machine is still in the stroke that a test is about."""


def text(page, name):
    """What an element says."""
    return page.locator(f"[data-test={name}]").first.inner_text()


def says(page, name, words):
    """Wait until an element says just that."""
    page.locator(f"[data-test={name}]").get_by_text(words, exact=True).or_(
        page.locator(f"[data-test={name}]:text-is('{words}')")
    ).first.wait_for()


def block(page):
    """Which block is under way."""
    return page.evaluate("() => window.effleurage.block")


def until(page, condition):
    """Wait for something that the page can tell."""
    page.wait_for_function(condition, polling=100)


@pytest.mark.parametrize(
    ("way", "size", "picture"),
    [("served", SIZES[1], "&flat"), *(("saved", size, "") for size in SIZES)],
    ids=["served", *map(str, SIZES)],
)
def test_a_session_is_led_from_begin_to_the_next_stroke(way, size, picture, visit, request):
    """Begin, the hands move, the words change; pause, again and skip do what they say, and all is seen."""
    page, told = visit(request.getfixturevalue(way), size=size, hash=CALM + picture, bypass_csp=True)
    begin(page)
    first = text(page, "now")
    assert "Kneel" in first
    page.click("[data-test=skip]")
    until(page, "() => window.effleurage.block === 1")
    says(page, "now", "Slide both hands up the back")
    page.evaluate("() => window.effleurage.pass(2.5)")
    page.click("[data-test=pause]")
    held = page.evaluate("() => window.effleurage.state.at")
    assert held > 4.4
    if not picture:
        shows_skin(page, size)
    fits(page, size)
    assert page.evaluate("() => window.effleurage.state.at") == held
    page.click("[data-test=pause]")
    until(page, f"() => window.effleurage.state.at > {held}")
    page.click("[data-test=again]")
    assert page.evaluate("() => window.effleurage.state.bridge !== null")
    assert block(page) == 1
    assert quiet(told) == []


def shows_skin(page, size):
    """The canvas holds skin, not one colour."""
    image = np.asarray(Image.open(io.BytesIO(page.screenshot())).convert("RGB")).astype(int)
    scene = image[: size[1] // 2] if size[0] < size[1] else image[:, size[0] // 2 :]
    assert scene.std() > 15
    assert (scene[..., 0] > scene[..., 2] + 40).mean() > 0.05


def fits(page, size):
    """No button leaves the screen."""
    boxes = page.eval_on_selector_all(
        "main button",
        "all => all.map(b => b.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])",
    )
    for left, top, right, bottom in boxes:
        assert left >= -0.5
        assert top >= -0.5
        assert right <= size[0] + 0.5
        assert bottom <= size[1] + 0.5


def test_a_session_runs_to_its_end_and_speaks(visit, saved):
    """At sixteen times the speed: every task is said once, then the summary comes."""
    page, told = visit(saved, hash="#flat&speed=16", script=SPEECH)
    begin(page)
    page.wait_for_selector("main.after", timeout=60_000)
    spoken = page.evaluate("() => window.spoken")
    assert "Slide both hands up the back" in spoken
    assert "Knead the shoulders" in spoken
    assert "2" in text(page, "did")
    assert quiet(told) == []


def test_zones_keys_and_switches_work(visit, saved):
    """A knuckle on the screen, a pedal, a keyboard: all are heard."""
    page, told = visit(saved, hash="#flat", bypass_csp=True)
    begin(page)
    mode = "() => window.effleurage.state.mode"
    page.mouse.click(195, 300)
    assert page.evaluate(mode) == "paused"
    page.keyboard.press("Space")
    assert page.evaluate(mode) == "playing"
    page.mouse.click(370, 400)
    assert block(page) == 1
    page.keyboard.press("PageDown")
    assert block(page) > 1
    page.keyboard.press("PageUp")
    page.click("[data-test=softer]")
    assert page.evaluate("() => window.effleurage.state.force") == pytest.approx(0.85)
    page.click("[data-test=slower]")
    assert page.evaluate("() => window.effleurage.state.tempo") == pytest.approx(0.85)
    page.click("[data-test=dim]")
    assert page.evaluate("() => document.documentElement.classList.contains('dim')")
    for name in ("voice", "chime", "tick"):
        button = page.locator(f"[data-test={name}]")
        before = button.get_attribute("aria-pressed")
        button.click()
        assert button.get_attribute("aria-pressed") != before
    assert quiet(told) == []


def test_stay_holds_the_pass_until_left(visit, saved):
    """Stay here changes to Move on, and back."""
    page, _ = visit(saved, hash="#flat")
    begin(page)
    page.click("[data-test=skip]")
    page.wait_for_selector("[data-test=stay]:enabled")
    page.click("[data-test=stay]")
    says(page, "stay", "Move on")
    page.click("[data-test=stay]")
    says(page, "stay", "Stay here")


def test_a_reload_takes_up_the_session_where_it_was(visit, served):
    """The page is killed in mid-session; after a reload it goes on at the same moment."""
    page, _ = visit(served, hash="#flat", bypass_csp=True)
    begin(page)
    page.click("[data-test=skip]")
    until(page, "() => window.effleurage.state.at > 4.5")
    at = page.evaluate("() => (window.effleurage.command('softer'), window.effleurage.state.at)")
    page.reload()
    page.click("[data-test=resume]")
    assert page.evaluate("() => window.effleurage.state.at") == pytest.approx(at, abs=1.5)
    assert page.evaluate("() => window.effleurage.state.force") == pytest.approx(0.85)


def test_no_serious_barrier_is_found(visit, saved):
    """axe-core finds nothing serious during a session, nor on a file's first screen."""
    page, _ = visit(saved, bypass_csp=True)
    assert serious(page) == []
    begin(page)
    assert serious(page) == []


def test_a_remote_is_heard(visit, served):
    """Another page of the session says softer; this one obeys."""
    page, _ = visit(served, hash="#flat", bypass_csp=True)
    begin(page)
    page.evaluate(
        """() => new Promise(done => {
            const line = new WebSocket(`ws://${location.host}/live`);
            line.onopen = () => { line.send('{"command":"softer"}'); done(); };
        })"""
    )
    until(page, "() => window.effleurage.state.force < 0.9")


def test_without_webgl_a_flat_back_carries_the_session(visit, saved):
    """A browser that draws no 3D still leads: words, clock, hands as dots."""
    script = "HTMLCanvasElement.prototype.getContext = () => null;"
    page, _ = visit(saved, script=script)
    begin(page)
    page.click("[data-test=skip]")
    says(page, "now", "Slide both hands up the back")
    page.wait_for_selector("svg.flat .way[d^=M]", state="attached")
    assert page.locator("svg.flat .hand").count() == 2


def test_without_scripts_the_steps_are_there_to_read(browser, saved):
    """A preview that runs no scripts shows the written steps."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(saved)
    assert "Slide both hands up the back" in page.inner_text("body")
    context.close()
