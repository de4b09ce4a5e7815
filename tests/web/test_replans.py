"""Many plans in one page: what is planned anew leaves nothing of what it takes the place of."""

import dataclasses

import pytest
import serving
import synthetic
from meter import Meter
from steps import begin, quiet

from effleurage.performance import Person
from effleurage.players import guide

PLANS = 15
GROWTH = 1_500_000
"""Bytes that so many plans may add: less than two bodies' skins."""


def planned(wanted):
    """A short session for another body."""
    person = Person(height=wanted.height, weight=wanted.weight, sex=wanted.sex, age=wanted.age)
    return dataclasses.replace(synthetic.performance(pass_seconds=2, passes=1), person=person)


@pytest.fixture
def home(tmp_path):
    """The address of a session with a library."""
    session = serving.session(guide.Memory(tmp_path / "memory.sqlite3"))
    session.replan = planned
    with serving.thread(session) as address:
        yield address


WEIGH = """async weights => {
    const root = document.documentElement;
    const slider = document.querySelector("[data-test=weight]");
    for (const weight of weights) {
        slider.value = weight;
        slider.dispatchEvent(new Event("input"));
        while (root.hasAttribute("data-planning")) await new Promise(done => setTimeout(done, 5));
    }
}"""
"""One body after the other, each planned and drawn."""


def test_memory_is_flat_over_many_plans(home, visit):
    """After fifteen other bodies, heap, elements, listeners, and what the chip holds, are as they were."""
    page, told = visit(home, size=(320, 480), bypass_csp=True)
    page.wait_for_selector("html:not([data-planning])")
    page.click("[data-test=to-person]")
    page.wait_for_selector(".is-person")
    page.evaluate(WEIGH, [60, 75])
    meter = Meter(page)
    before = meter.read()
    page.evaluate(WEIGH, [61 + number for number in range(PLANS)])
    after = meter.read()
    assert after.heap - before.heap < GROWTH
    assert after.nodes - before.nodes < 60
    assert after.listeners - before.listeners < 20
    assert after.pictures == 1
    assert after.drawn == before.drawn
    page.click("[data-test=done]")
    begin(page)
    assert quiet(told) == []
