"""Those who receive are remembered by the server, chosen with one tap, and forgotten with another."""

import serving

from effleurage.players import guide


def test_a_receiver_is_remembered_chosen_and_forgotten(tmp_path, visit):
    """A name keeps the size and the firmness; the sitting is theirs; forgetting leaves nothing."""
    memory = guide.Memory(tmp_path / "memory.sqlite3")
    with serving.process(tmp_path) as (_, addresses):
        page, told = visit(addresses.page, hash="#flat", bypass_csp=True)
        page.click("[data-test=options] summary")
        page.click("[data-test=pressure_wish-0\\.75]")
        page.fill("[data-test=name]", "Marc")
        page.click("[data-test=remember]")
        page.wait_for_selector("[data-test=receiver-Marc]")
        (marc,) = memory.receivers()
        assert (marc.name, marc.height, marc.preferences) == ("Marc", 1.7, {"force": 0.75})
        page.click("[data-test=begin]")
        page.wait_for_selector("main.during")
        page.evaluate("() => { window.effleurage.command('firmer'); window.effleurage.command('stop'); }")
        page.click("[data-test=keep]")
        page.wait_for_function("() => document.querySelector('[data-test=keep]').disabled")
        page.wait_for_timeout(500)
        assert memory.receivers()[0].preferences["force"] > 0.75
        assert [sitting.receiver for sitting in memory.sittings()] == ["Marc"]
        page.reload()
        page.wait_for_selector("html[data-ready=yes]")
        page.click("[data-test=options] summary")
        page.click("[data-test=forget]")
        page.wait_for_selector("[data-test=receiver-Marc]", state="detached")
        assert memory.export() == {"receivers": [], "sittings": []}
        assert told == []
