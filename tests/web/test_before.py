"""Before a session: what can be chosen, what is asked, what stops, what is at hand."""

import dataclasses

import pytest
import serving
import synthetic
from steps import begin, overflowing, quiet, serious

from effleurage.cli._review import review
from effleurage.players import guide

SIZES = [(360, 640), (390, 844), (1280, 800)]


@pytest.fixture
def asked():
    """What was asked to be planned."""
    return []


@pytest.fixture
def home(asked, tmp_path_factory):
    """The address of a session with a library, in this process, so that what is asked can be looked at."""
    memory = guide.Memory(tmp_path_factory.mktemp("memory") / "memory.sqlite3")
    session = serving.session(memory)
    real = session.replan

    def replan(wanted):
        asked.append(wanted)
        return real(wanted)

    session.replan = replan
    with serving.thread(session) as address:
        yield address


@pytest.fixture
def page(home, visit):
    """The first screen, with its library."""
    opened, told = visit(home, hash="#flat", bypass_csp=True)
    opened.wait_for_selector("html:not([data-planning])")
    yield opened
    assert quiet(told) == []


def to(page, decision):
    """Open one decision."""
    page.click(f"[data-test=to-{decision}]")
    page.wait_for_selector(f".is-{decision}")


def done(page):
    """Home again, with the plan made."""
    page.click("[data-test=done]")
    page.wait_for_selector("main.home")
    page.wait_for_selector("html:not([data-planning])")


def planned(page, asked, do):
    """What is asked for when something is done."""
    do()
    page.wait_for_selector("html:not([data-planning])")
    return asked[-1]


def test_begin_comes_first_and_nothing_must_be_chosen(page):
    """One big button above all else; three taps lead into the session."""
    boxes = page.eval_on_selector_all(
        "main button", "all => all.map(b => [b.dataset.test, b.getBoundingClientRect().top])"
    )
    assert min(boxes, key=lambda one: one[1])[0] == "begin"
    begin(page)


def test_a_routine_is_chosen_and_planned_at_once(page, asked):
    """Each shows its sensible lengths, its places and its techniques."""
    to(page, "routine")
    card = page.locator("[data-test=routine-long]")
    assert "2 to 6 min" in card.inner_text()
    assert "whole back" in card.inner_text()
    assert "long strokes" in card.inner_text()
    assert planned(page, asked, card.click).routine == "long"
    assert card.get_attribute("aria-pressed") == "true"
    done(page)


def test_a_length_is_chosen_and_what_it_becomes_is_told(page, asked):
    """Where a routine has nothing more to give, that is said and another one is offered."""
    to(page, "routine")
    planned(page, asked, lambda: page.click("[data-test=routine-short]"))
    done(page)
    to(page, "length")
    assert "1 to 3 minutes suit this routine" in page.inner_text("main")
    wanted = planned(page, asked, lambda: page.locator("[data-test=minutes]").fill("6"))
    assert wanted.minutes == 6
    page.wait_for_selector("[data-test=fills]")
    assert "Afterwards you are offered: A long back rub." in page.inner_text("main")
    wanted = planned(page, asked, lambda: page.click("[data-test=length-null]"))
    assert wanted.minutes is None
    page.wait_for_selector("[data-test=fills]", state="detached")
    done(page)


def test_the_body_is_chosen_and_only_the_last_size_counts(page, asked):
    """Sliding through sizes ends with the last one, on the screen and on the server."""
    to(page, "person")
    for weight in ("70", "75", "80"):
        page.locator("[data-test=weight]").fill(weight)
    wanted = planned(page, asked, lambda: page.locator("[data-test=height]").fill("1.8"))
    assert (wanted.height, wanted.weight) == (1.8, 80)
    done(page)
    assert "1.80 m, 80 kg" in page.inner_text("[data-test=to-person]")


def test_a_size_that_cannot_be_planned_is_told_and_taken_back(home, visit):
    """The session stays what it was, and so does what the page shows."""
    page, _ = visit(home, hash="#flat", bypass_csp=True)
    page.wait_for_selector("html:not([data-planning])")
    size = page.inner_text("[data-test=to-person]")
    to(page, "person")
    page.evaluate("() => { document.querySelector('[data-test=weight]').max = 300; }")
    page.locator("[data-test=weight]").fill("290")
    page.get_by_text("too heavy for this test").wait_for()
    page.click("[data-test=done]")
    page.wait_for_selector("main.home")
    assert page.inner_text("[data-test=to-person]") == size


def test_places_are_tapped_and_said(page, asked):
    """Once is more, twice is nothing there, thrice is as told; words do the same; all by keyboard, too."""
    to(page, "where")
    wanted = planned(page, asked, lambda: page.click("[data-test='zone-left shoulder']"))
    assert wanted.more == ("left shoulder",)
    wanted = planned(page, asked, lambda: page.click("[data-test='zone-left shoulder']"))
    assert (wanted.more, wanted.avoid) == ((), ("left shoulder",))
    assert page.inner_text("[data-test=wishes]") == "not: left shoulder"
    page.locator("[data-test='zone-left shoulder']").focus()
    wanted = planned(page, asked, lambda: page.keyboard.press("Enter"))
    assert wanted.avoid == ()
    page.fill("[data-test=wish-words]", "no neck")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-test=zone-neck][data-wish=avoid]")
    wanted = planned(page, asked, lambda: None)
    assert wanted.avoid == ("neck",)
    page.fill("[data-test=wish-words]", "bananas")
    page.click("[data-test=wish-read]")
    page.get_by_text("Not understood: bananas").wait_for()
    done(page)
    assert "not: neck" in page.inner_text("[data-test=to-where]")
    page.click("[data-test=dropped] summary")
    assert "the neck" in page.inner_text("[data-test=dropped]")
    to(page, "where")
    assert planned(page, asked, lambda: page.click("[data-test=clear]")).avoid == ()
    done(page)


def test_a_finger_finds_its_place_on_the_smallest_screen(asked, home, visit):
    """All places are seen without scrolling; a tap on one is enough, and so is a tap close beside one."""
    page, told = visit(home, size=(360, 640), hash="#flat", has_touch=True, bypass_csp=True)
    to(page, "where")
    foot = page.locator(".foot").bounding_box()["y"]
    zones = page.locator(".bodymap .zone")
    assert zones.count() > 12
    for box in (zone.bounding_box() for zone in zones.all()):
        assert box["y"] + box["height"] <= foot
        assert min(box["width"], box["height"]) >= 20
    neck = page.locator("[data-test=zone-neck]").bounding_box()
    middle = (neck["x"] + neck["width"] / 2, neck["y"] + neck["height"] / 2)
    assert planned(page, asked, lambda: page.touchscreen.tap(*middle)).more == ("neck",)
    shoulder = page.locator("[data-test='zone-right shoulder']").bounding_box()
    beside = (shoulder["x"] + shoulder["width"] + 14, shoulder["y"] + shoulder["height"] / 2)
    wanted = planned(page, asked, lambda: page.touchscreen.tap(*beside))
    assert wanted.more == ("neck", "right shoulder")
    page.touchscreen.tap(20, shoulder["y"] + 120)
    assert page.inner_text("[data-test=wishes]") == "more: neck, right shoulder"
    assert quiet(told) == []


def test_german_says_what_is_left_out_and_what_cannot_be_done(asked, home, visit):
    """The planner's words are German, the article's stay English; the sides are the receiver's own."""
    page, told = visit(home, hash="#flat", locale="de-DE", bypass_csp=True)
    to(page, "where")
    planned(page, asked, lambda: [page.click("[data-test='zone-left shoulder']") for _ in range(2)])
    planned(page, asked, lambda: page.click("[data-test='zone-right buttock']"))
    done(page)
    page.click("[data-test=dropped] summary")
    said = "Eine Sache weggelassen\nGliding: “Slide both hands …” (linke Seite)"
    assert page.inner_text("[data-test=dropped]") == said
    assert page.inner_text("[data-test=unmet]") == "In diesem Ablauf kommt nicht vor: Gesäß rechts."
    to(page, "touch")
    planned(page, asked, lambda: page.click("[data-test=handed-true]"))
    done(page)
    page.click("[data-test=dropped] summary")
    assert page.inner_text("[data-test=dropped]") == said
    assert page.inner_text("[data-test=unmet]") == "In diesem Ablauf kommt nicht vor: Gesäß rechts."
    assert quiet(told) == []


def test_the_picture_lies_as_the_receiver_does(page):
    """Seen from above with the head up, their left is left, and the neck is above the hips."""
    to(page, "where")
    at = {
        name: page.locator(f"[data-test='zone-{name}']").bounding_box()
        for name in ("left shoulder", "right shoulder", "neck", "left hip")
    }
    assert at["left shoulder"]["x"] < at["right shoulder"]["x"]
    assert at["neck"]["y"] < at["left hip"]["y"]
    drawn = page.evaluate(
        """() => {
            const canvas = document.querySelector('.bodymap canvas');
            const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            let skin = 0;
            for (let i = 0; i < pixels.length; i += 4) {
                skin += pixels[i] > 120 && pixels[i] > pixels[i + 2] + 30;
            }
            return skin / (pixels.length / 4);
        }"""
    )
    assert drawn > 0.1


def test_a_left_handed_giver_spares_the_right_side_of_the_receiver(page, asked):
    """The page mirrors the session, so the plan is the mirror image; the wish stays the receiver's."""
    to(page, "where")
    planned(page, asked, lambda: [page.click("[data-test='zone-left shoulder']") for _ in range(2)])
    done(page)
    to(page, "touch")
    wanted = planned(page, asked, lambda: page.click("[data-test=handed-true]"))
    assert wanted.avoid == ("right shoulder",)
    done(page)
    assert "not: left shoulder" in page.inner_text("[data-test=to-where]")
    to(page, "touch")
    wanted = planned(page, asked, lambda: page.click("[data-test=handed-false]"))
    assert wanted.avoid == ("left shoulder",)


def test_what_the_command_line_asked_for_stays_when_something_else_is_chosen(visit, tmp_path):
    """A length and a place to keep off that the session began with are kept when the body changes."""
    began = dataclasses.replace(serving.SIZE, minutes=2, avoid=("left shoulder",))
    session = serving.session(guide.Memory(tmp_path / "memory.sqlite3"), began)
    seen = []
    real = session.replan
    session.replan = lambda wanted: (seen.append(wanted), real(wanted))[1]
    with serving.thread(session) as address:
        page, told = visit(address, hash="#flat", bypass_csp=True)
        assert "not: left shoulder" in page.inner_text("[data-test=to-where]")
        to(page, "person")
        wanted = planned(page, seen, lambda: page.locator("[data-test=weight]").fill("80"))
        assert (wanted.weight, wanted.minutes, wanted.avoid) == (80, 2, ("left shoulder",))
        page.evaluate("""() => localStorage.setItem('effleurage.choices', '{"force":1,"mirror":true}')""")
        page.reload()
        page.wait_for_selector("html[data-learned=yes]:not([data-planning])")
        page.wait_for_function("async () => (await (await fetch('routines')).json()).now.mirrored")
        assert seen[-1].avoid == ("right shoulder",)
        assert "not: left shoulder" in page.inner_text("[data-test=to-where]")
        assert quiet(told) == []


def test_the_gate_stops_and_has_no_way_on(page):
    """With a fever nothing begins; only another answer leads further."""
    page.click("[data-test=begin]")
    page.click("[data-test=health-fever]")
    page.click("[data-test=health-pregnancy]")
    page.click("[data-test=go-on]")
    page.wait_for_selector(".is-stop")
    names = page.eval_on_selector_all("main button", "all => all.map(b => b.dataset.test)")
    assert sorted(names) == ["back", "done"]
    page.click("[data-test=done]")
    page.wait_for_selector(".is-gate")
    assert page.locator("[data-test=health-fever]").get_attribute("aria-checked") == "true"
    page.go_back()
    page.wait_for_selector("main.home")
    page.click("[data-test=begin]")
    page.click("[data-test=go-on]")
    page.wait_for_selector(".is-stop")


def test_a_doctor_is_asked_first(page):
    """What needs a doctor's word goes on only once it is there."""
    page.click("[data-test=begin]")
    page.click("[data-test=health-cancer]")
    page.click("[data-test=go-on]")
    page.wait_for_selector(".is-doctor")
    assert "Cancer" in page.inner_text("main")
    page.click("[data-test=done]")
    page.click("[data-test=ready]")
    page.wait_for_selector("main.during")


def test_a_sore_place_is_kept_off_today_and_only_today(page, asked):
    """The answer feeds the plan before the session begins; the next gate without it gives the place back."""
    page.click("[data-test=begin]")
    page.click("[data-test=health-skin]")
    page.click("[data-test=go-on]")
    page.wait_for_selector(".is-where")
    page.click("[data-test=done]")
    assert page.locator(".is-where").count() == 1
    page.click("[data-test='zone-lower back']")
    wanted = planned(page, asked, lambda: page.click("[data-test=done]"))
    assert wanted.avoid == ("lower back",)
    page.wait_for_selector(".is-ready")
    page.click("[data-test=back]")
    page.wait_for_selector(".is-gate")
    page.click("[data-test=health-skin]")
    wanted = planned(page, asked, lambda: page.click("[data-test=none-of-these]"))
    assert wanted.avoid == ()
    page.wait_for_selector(".is-ready")


def test_what_is_needed_is_told_before_it_begins(page):
    """The article's own words first, then what it forgets; and what the receiver is told."""
    page.click("[data-test=begin]")
    page.click("[data-test=none-of-these]")
    page.wait_for_selector(".is-ready")
    words = page.inner_text("main")
    assert "Tell me at once if anything hurts" in words
    assert "cushion" in words.lower()


def test_an_article_is_shown_sentence_by_sentence_before_it_is_used(visit, tmp_path):
    """What was not understood can be looked at alone; a file can be dropped or chosen."""
    articles = guide.Articles(
        review=review, plan=lambda text, wanted: synthetic.performance(passes=3), routines=serving.routines
    )
    own = guide.Session(
        serving.plan(None, serving.SIZE), replan=lambda wanted: serving.plan(None, wanted),
        figure=synthetic.figure, settings=serving.SIZE, articles=articles,
        memory=guide.Memory(tmp_path / "memory.sqlite3"),
    )  # fmt: skip
    text = "Put both palms on the lower back. Blorp the shoulders with both hands. Slide them up."
    with serving.thread(own) as address:
        page, told = visit(address, hash="#flat", bypass_csp=True)
        to(page, "routine")
        page.click("[data-test=to-own]")
        assert page.locator("[data-test=own-use]").is_hidden()
        page.set_input_files(
            "input[type=file]", {"name": "rub.txt", "mimeType": "text/plain", "buffer": text.encode()}
        )
        page.wait_for_selector("[data-test=own-count]")
        assert page.inner_text("[data-test=own-count]") == "3 of 3 sentences understood, 3 strokes."
        assert page.locator(".review li").count() == 3
        page.click("[data-test=own-unread]")
        (doubtful,) = page.locator(".review li:visible").all_inner_texts()
        assert '"Blorp" is not known' in doubtful
        page.click("[data-test=own-use]")
        page.wait_for_selector("main.home")
        page.wait_for_selector("html:not([data-planning])")
        assert own.choice.article == text
        assert quiet(told) == []


def screens(page):
    """Go through every screen before and after a session; gives each name when it is shown."""
    yield "home"
    for decision in ("routine", "length", "person", "where", "touch", "language"):
        to(page, decision)
        yield decision
        page.click("[data-test=back]")
        page.wait_for_selector("main.home")
    to(page, "routine")
    page.click("[data-test=to-own]")
    page.wait_for_selector(".is-own")
    page.fill("[data-test=own-text]", "1")
    yield "own"
    page.go_back()
    page.wait_for_selector("main.home")
    page.click("[data-test=begin]")
    page.wait_for_selector(".is-gate")
    yield "gate"
    page.click("[data-test=health-fever]")
    page.click("[data-test=go-on]")
    page.wait_for_selector(".is-stop")
    yield "stop"
    page.click("[data-test=done]")
    page.click("[data-test=health-fever]")
    page.click("[data-test=health-implant]")
    page.click("[data-test=go-on]")
    page.wait_for_selector(".is-doctor")
    yield "doctor"
    page.click("[data-test=done]")
    page.wait_for_selector(".is-ready")
    yield "ready"
    page.click("[data-test=ready]")
    page.wait_for_selector("main.during")
    page.evaluate("() => window.effleurage.command('stop')")
    page.wait_for_selector("main.after")
    yield "after"


@pytest.mark.parametrize("language", ["en-GB", "de-DE"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_screen_fits_and_has_no_serious_barrier(size, language, home, visit):
    """Nothing leaves the screen sideways, and axe-core finds nothing serious, in both languages."""
    page, told = visit(home, hash="#flat", size=size, locale=language, bypass_csp=True)
    for name in screens(page):
        assert overflowing(page) == [], name
        # Words of another language change what fits, not what is a barrier.
        if language == "de-DE" or size == SIZES[1]:
            assert serious(page) == [], name
    assert quiet(told) == []


def test_every_screen_fits_with_text_at_twice_its_size(home, visit):
    """With 200 % text nothing leaves the screen sideways, and the way on can be reached."""
    script = "addEventListener('DOMContentLoaded', () => document.documentElement.style.fontSize = '212.5%')"
    page, told = visit(home, hash="#flat", size=(390, 844), script=script, locale="de-DE", bypass_csp=True)
    for name in screens(page):
        assert overflowing(page) == [], name
        button = page.locator("main .begin:visible").first
        if button.count():
            button.scroll_into_view_if_needed()
            box = button.bounding_box()
            assert box["y"] >= 0, name
            assert box["y"] + box["height"] <= 844, name
    assert quiet(told) == []


def test_a_file_asks_and_goes_round_by_hand(saved, visit):
    """A saved session has its gate, too; as it cannot be planned anew, it says what to do."""
    page, told = visit(saved, hash="#flat")
    assert page.locator("[data-test=to-routine]").count() == 0
    page.click("[data-test=begin]")
    page.click("[data-test=health-veins]")
    page.click("[data-test=go-on]")
    page.wait_for_selector(".is-by-hand")
    assert "choose Skip" in page.inner_text("main")
    page.click("[data-test=done]")
    page.click("[data-test=ready]")
    page.wait_for_selector("main.during")
    assert quiet(told) == []


def test_after_it_there_is_rest_a_word_and_a_way_on(page, home):
    """A minute's rest counts down; the other routine of the library is offered."""
    begin(page)
    page.evaluate("() => window.effleurage.command('stop')")
    page.wait_for_selector("main.after")
    assert "let them lie a minute" in page.inner_text("[data-test=rest]")
    page.wait_for_function("() => /^0:[0-5]/.test(document.querySelector('.clock').textContent)")
    page.click("[data-test=follow]")
    page.wait_for_selector("main.home")
    page.wait_for_selector("html:not([data-planning])")
