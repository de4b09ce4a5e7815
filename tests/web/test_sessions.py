"""Session cases on the real page: what is asked for changes the rest of the session, served and saved."""

import pytest
import serving
import synthetic
from steps import begin

from effleurage.players import guide

CASES = synthetic.cases()["cases"]

PLAY = """
({ asked, until }) => {
    const player = window.effleurage;
    const step = 0.05;
    const obey = () => {
        while (asked.length && asked[0][0] <= window.clock + 1e-9) {
            const before = player.state;
            player.command(asked.shift()[1]);
            window.refused += before === player.state;
        }
    };
    while (window.clock < until - 1e-9) {
        obey();
        const due = asked.length ? Math.max(asked[0][0] - window.clock, 1e-9) : step;
        const dt = Math.min(step, until - window.clock, due);
        player.pass(dt);
        window.clock += dt;
    }
    obey();
    const block = player.session.info.blocks[player.block];
    const clip = (value, [low, high]) => Math.min(Math.max(value, low), high);
    return {
        ...player.state, refused: window.refused,
        force_here: clip(player.state.force, block.force_range),
        tempo_here: clip(player.state.tempo, block.tempo_range),
        asked,
    };
}
"""
"""Lets the session's clock run up to a second of it, with what is asked on the way."""


@pytest.fixture(scope="module")
def ways(tmp_path_factory):
    """The addresses of the cases' session: served, and saved."""
    played = synthetic.performance_of_cases()
    info = guide.session_info(played, synthetic.figure(played))
    path = tmp_path_factory.mktemp("cases") / "session.html"
    path.write_text(guide.page(guide.session_json(info), info), encoding="utf-8")
    session = guide.Session(played, replan=lambda wanted: played, figure=synthetic.figure)
    with serving.thread(session) as address:
        yield {"served": address, "saved": path.as_uri()}


@pytest.mark.parametrize("way", ["served", "saved"])
def test_every_case_goes_as_told(way, ways, visit):
    """The page's own player does in every case what the engine's tests say."""
    page, _ = visit(ways[way], size=(120, 200), hash="#flat&speed=0", bypass_csp=True)
    begin(page)
    wrong = [fault for case in CASES for fault in faults(page, case)]
    assert wrong == []


ANEW = """() => {
    window.effleurage.command("stop");
    document.querySelector("[data-test=once-more]").click();
    window.clock = window.refused = 0;
}"""
"""Ends the session under way, and begins it once more."""


def faults(page, case):
    """Where a case goes otherwise than told."""
    page.evaluate(ANEW)
    asked = case["do"]
    for until, expected in case["see"]:
        state = page.evaluate(PLAY, {"asked": asked, "until": until})
        asked = state["asked"]
        for name, value in expected.items():
            if not same(state[name], value):
                yield f"{case['name']}: {name} at {until} s is {state[name]}, not {value}"


def same(found, told):
    """Equal, numbers to a hundredth."""
    if isinstance(told, dict):
        return found is not None and all(same(found[key], value) for key, value in told.items())
    if isinstance(told, (int, float)) and not isinstance(told, bool):
        return found == pytest.approx(told, abs=0.01)
    return found == told
