"""Steps and looks that many tests of the page take."""

from pathlib import Path

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
IGNORED = ("GPU stall", "Automatic fallback to software WebGL")


def quiet(told):
    """Nothing was complained about but the software renderer's own remarks."""
    return [said for said in told if not any(part in said for part in IGNORED)]


def begin(page):
    """From the first screen into the session: nothing applies, all is ready."""
    page.click("[data-test=begin]")
    page.click("[data-test=none-of-these]")
    page.click("[data-test=ready]")
    page.wait_for_selector("main.during")


def serious(page):
    """What axe-core finds serious or critical on the screen that is shown."""
    if not page.evaluate("() => 'axe' in window"):
        page.add_script_tag(path=str(AXE))
    found = page.evaluate(
        "async () => (await axe.run()).violations.map(v => [v.impact, v.id, v.nodes[0].html])"
    )
    return [one for one in found if one[0] in ("serious", "critical")]


def overflowing(page):
    """Elements that leave the screen sideways."""
    return page.evaluate(
        """() => [...document.querySelectorAll("main *")].filter((one) => {
            const box = one.getBoundingClientRect();
            return box.width > 0 && !one.closest(".unseen") && (box.right > innerWidth + 1 || box.left < -1);
        }).map((one) => one.outerHTML.slice(0, 120))"""
    )
