"""Those who receive are remembered by the server, chosen with one tap, and forgotten with another."""

import serving
from steps import begin

from effleurage.players import guide


def people(page):
    """The screen for whom."""
    page.click("[data-test=to-person]")
    page.wait_for_selector("[data-test=receivers]")


def back(page):
    """Home again."""
    page.click("[data-test=done]")
    page.wait_for_selector("main.home")


def test_a_receiver_is_remembered_chosen_and_forgotten(tmp_path, visit):
    """A name keeps size, firmness and places; the sitting is theirs; forgetting leaves nothing."""
    memory = guide.Memory(tmp_path / "memory.sqlite3")
    with serving.process(tmp_path) as (_, addresses):
        page, told = visit(addresses.page, hash="#flat", bypass_csp=True)
        page.click("[data-test=to-touch]")
        page.click("[data-test=pressure_wish-0\\.75]")
        back(page)
        page.click("[data-test=to-where]")
        page.fill("[data-test=wish-words]", "no neck")
        page.click("[data-test=wish-read]")
        page.wait_for_selector("[data-test=zone-neck][data-wish=avoid]")
        back(page)
        people(page)
        page.fill("[data-test=name]", "Marc")
        page.click("[data-test=remember]")
        page.wait_for_selector("[data-test=receiver-Marc]")
        (marc,) = memory.receivers()
        assert (marc.name, marc.height) == ("Marc", 1.7)
        assert marc.preferences == {"force": 0.75, "more": [], "avoid": ["neck"]}
        back(page)
        assert "Marc" in page.inner_text("[data-test=facts]")
        begin(page)
        page.evaluate("() => { window.effleurage.command('firmer'); window.effleurage.command('stop'); }")
        page.click("[data-test=felt-soft]")
        page.fill("[data-test=word]", "lovely")
        page.click("[data-test=keep]")
        page.get_by_text("Next time begins firmer.").wait_for()
        page.wait_for_function("async () => (await (await fetch('memory/sittings')).json()).length === 1")
        page.wait_for_function(
            "async () => (await (await fetch('memory/receivers')).json())[0].preferences.force > 0.9"
        )
        (sitting,) = memory.sittings()
        assert (sitting.receiver, sitting.word) == ("Marc", "pressure too soft; lovely")
        page.reload()
        page.wait_for_selector("html[data-ready=yes]")
        page.get_by_text("Last time,").wait_for()
        assert "lovely" in page.inner_text(".last-time")
        people(page)
        page.click("[data-test=forget]")
        page.wait_for_selector("[data-test=receiver-Marc]", state="detached")
        assert memory.export() == {"receivers": [], "sittings": []}
        assert told == []


def test_choosing_somebody_plans_for_them_as_they_like_it(tmp_path, visit):
    """Their size, their places and their firmness come with their name."""
    memory = guide.Memory(tmp_path / "memory.sqlite3")
    memory.remember(
        guide.Receiver(
            name="Ada", height=1.6, weight=55, sex="female", age=30,
            preferences={"force": 1.2, "more": [], "avoid": ["left shoulder"]},
        )
    )  # fmt: skip
    with serving.process(tmp_path) as (_, addresses):
        page, told = visit(addresses.page, hash="#flat", bypass_csp=True)
        people(page)
        page.click("[data-test=receiver-Ada]")
        page.wait_for_selector("html:not([data-planning])")
        back(page)
        assert "not: left shoulder" in page.inner_text("[data-test=to-where]")
        assert "strong" in page.inner_text("[data-test=to-touch]")
        page.get_by_text("One thing left out").wait_for()
        assert told == []
