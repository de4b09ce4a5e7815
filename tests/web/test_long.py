"""An hour on end, and one session after the other: nothing is left over."""

import pytest
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


class Meter:
    """What a page holds once nothing is left to collect."""

    def __init__(self, page):
        self.page = page
        self.line = page.context.new_cdp_session(page)
        self.line.send("HeapProfiler.enable")
        self.line.send("Performance.enable")

    def read(self):
        """Bytes in use, elements, and listeners, once what still fades out is gone."""
        self.page.wait_for_timeout(6_000)
        for _ in range(3):
            self.line.send("HeapProfiler.collectGarbage")
        told = {one["name"]: one["value"] for one in self.line.send("Performance.getMetrics")["metrics"]}
        heap = self.line.send("Runtime.getHeapUsage")
        return heap["usedSize"] + heap.get("backingStorageSize", 0), told["Nodes"], told["JSEventListeners"]


@pytest.mark.slow
def test_memory_is_flat_over_an_hour_of_session(visit, saved):
    """After sessions of an hour and more in all, heap, elements and listeners are as they were."""
    page, told = visit(saved, size=(160, 240), hash="#speed=0", bypass_csp=True)
    begin(page)
    page.set_default_timeout(240_000)
    page.evaluate(ROUND, 3)
    meter = Meter(page)
    heap, nodes, listeners = meter.read()
    page.click("[data-test=once-more]")
    assert page.evaluate(ROUND, SESSIONS) > 3600
    later = meter.read()
    assert later[0] - heap < GROWTH
    assert later[1] - nodes < 200
    assert later[2] - listeners < 20
    assert quiet(told) == []
