"""An hour on end, and one session after the other: nothing is left over."""

import pytest
from meter import Meter
from steps import begin, quiet

ROUND = """
(sessions) => new Promise(done => {
    let left = sessions, told = 0;
    const some = () => {
        for (let k = 0; k < 20 && left > 0; k++, told += 2) {
            const player = window.effleurage;
            if (player.state.mode === 'done') {
                if (--left > 0) document.querySelector('[data-test=once-more]').click();
                continue;
            }
            player.pass(2);
            if (player.state.mode === 'done') continue;
            player.tell();
            player.view.draw(player.state, 0.03, player.screen.free());
        }
        if (left > 0) setTimeout(some, 0); else done(told);
    };
    some();
})
"""
"""Sessions one after the other, drawn at every second second; how long they took in all."""

SESSIONS = 92
GROWTH = 1_500_000
"""Bytes that an hour may add: less than one body's skin, or a picture that was not let go."""


def until_faded(page):
    """Wait until the clocks of rests that are over have seen, as each does every second, that they are."""
    page.wait_for_timeout(2_500)


@pytest.mark.slow
def test_memory_is_flat_over_an_hour_of_session(visit, saved):
    """After sessions of an hour and more in all, heap, elements and listeners are as they were."""
    page, told = visit(saved, size=(160, 240), hash="#speed=0", bypass_csp=True)
    begin(page)
    page.set_default_timeout(240_000)
    page.evaluate(ROUND, 3)
    until_faded(page)
    meter = Meter(page)
    before = meter.read()
    page.click("[data-test=once-more]")
    assert page.evaluate(ROUND, SESSIONS) > 3600
    until_faded(page)
    after = meter.settled(lambda found: found.nodes - before.nodes < 200)
    assert after.heap - before.heap < GROWTH
    assert after.nodes - before.nodes < 200
    assert after.listeners - before.listeners < 20
    assert after.drawn == before.drawn
    assert quiet(told) == []
