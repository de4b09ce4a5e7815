"""Plain talk: hands let go past each other, arms that are crossed by now, tools that go somewhere."""

import pytest

from effleurage.routine import Direction, Hands, Kind, Place, Technique, Tool
from reading.slots import last_step, strokes

PALMS = "Place both palms on the lower back. Slide to the upper back. "
ROW = "Place your fingertips beside the spine. Pull them toward you down the side of the back. "


@pytest.mark.parametrize(
    "text",
    [
        "They'll meet there: let them go past each other, right arm on top, and keep sliding.",
        "Let them go past one another, the right arm on top, and glide on.",
    ],
)
def test_hands_that_are_let_go_past_each_other(text):
    """Hands that are let go past each other let go of nothing."""
    told = strokes(PALMS + text)
    assert Technique.RELEASE not in {s.technique for s in told}
    assert told[-1].passes
    assert told[-1].upper_hand is Hands.RIGHT


@pytest.mark.parametrize(
    "text",
    [
        "Now your arms are crossed, so reach down to the waist on either side.",
        "Your arms are crossed now: reach down to the waist.",
        "With your arms still crossed, reach down to the waist.",
    ],
)
def test_arms_are_crossed_by_now(text):
    """How arms are by now is no stroke, and hands that reach on are no position."""
    step = last_step(PALMS + text)
    (reach,) = step.strokes
    assert step.kind is Kind.STROKE
    assert (reach.end, reach.direction) == (Place.WAIST, (Direction.DOWN,))


@pytest.mark.parametrize("word", ["again", "once more"])
def test_hands_pass_once_more(word):
    """Hands that pass once more pass each other."""
    text = f"Let it go as your palms slide into the middle of the lower back and pass {word}."
    assert strokes(PALMS + "Squeeze the waist. " + text)[-1].passes


@pytest.mark.parametrize("name", ["pointing finger", "first finger", "index finger", "forefinger"])
def test_what_the_index_finger_is_called(name):
    """A finger by any name that is aimed at the spine leaves the hand where it is."""
    text = f"Rest one hand at the base of the spine. Spread your fingers, with the {name} aimed at the spine."
    (hold,) = strokes(text)
    assert hold.start is Place.SACRUM
    assert hold.index_along_spine


@pytest.mark.parametrize("text", ["Then the fans.", "Now for the fans.", "Next, the fans."])
def test_what_comes_next_is_only_named(text):
    """A line that names what comes next performs nothing yet."""
    assert not last_step(PALMS + text).strokes


@pytest.mark.parametrize(
    "text",
    [
        "For the shoulder, put one hand at the bottom of the shoulder blade.",
        "For the shoulders, one hand is placed at the lower tip of the shoulder blade.",
    ],
)
def test_what_it_is_for_is_not_where_the_hand_lies(text):
    """What is worked on is told first, and then where the hand lies."""
    (hold,) = strokes(text)
    assert hold.start is Place.SHOULDER_BLADE


def test_both_hands_go_on_behind_the_one_that_follows():
    """The way that is worked behind a hand that follows is not that hand's alone."""
    text = (
        "Place one hand at the bottom of the shoulder blade. Brush up and out, follow with the other hand, "
        "and work your way around the blade and out over the shoulder to the armpit."
    )
    _, _, follow, on = strokes(text)
    assert follow.follows
    assert (on.over, on.end) == ((Place.SHOULDER_BLADE, Place.SHOULDER), Place.ARMPIT)


@pytest.mark.parametrize(
    "text",
    [
        "Your forearm goes along the side of the spine, with the elbow just above the bottom.",
        "The forearm goes beside the spine, the elbow just above the buttocks.",
    ],
)
def test_a_forearm_goes_where_it_is_laid(text):
    """A forearm that goes along the spine without a way is laid there."""
    (hold,) = strokes(text)
    assert (hold.technique, hold.start, hold.over) == (
        Technique.HOLD,
        Place.BUTTOCK,
        (Place.SPINE_SIDES,),
    )


@pytest.mark.parametrize("verb", ["lift", "raise"])
def test_palms_that_are_lifted_for_the_fingertips_let_nothing_go(verb):
    """Palms are raised so that only the fingertips touch."""
    (hold,) = strokes(
        f"Put your hands together, {verb} the palms, and place your fingertips beside the spine."
    )
    assert (hold.technique, hold.tool) == (Technique.HOLD, Tool.FINGERTIPS)


@pytest.mark.parametrize("who", ["yourself", "self", "you"])
def test_toward_oneself(who):
    """Whoever is told to pull toward self pulls toward the giver."""
    assert Direction.TOWARD_GIVER in strokes(f"Pull toward {who} down the side of the back.")[-1].direction


@pytest.mark.parametrize(
    "text",
    [
        "Repeat up the spine, and make the last one go over the shoulder to the armpit.",
        "Keep doing it till you get to the neck, and make the final one go over the shoulder to the armpit.",
    ],
)
def test_the_last_one_goes_over(text):
    """What the last one is made to do is a stroke of its own."""
    last = strokes(ROW + text)[-1]
    assert (last.over, last.end) == ((Place.SHOULDER,), Place.ARMPIT)


def test_a_hand_is_ready_without_a_verb():
    """A hand that is only called ready is not put down."""
    text = "One hand at the lower tip of the scapula, fingers splayed; other hand ready, same side."
    hold, brush = strokes(text + " Brush up and out.")
    assert (hold.hands, brush.hands) == (Hands.ONE, Hands.ONE)


def test_the_working_hand_is_clasped_in_few_words():
    """A working hand does no work by its name."""
    step = last_step("Lay the forearm beside the spine. Other hand clasps working hand.")
    assert step.strokes == ()
    assert step.arrangement is not None
    assert step.arrangement.clasped


@pytest.mark.parametrize(
    "text",
    [
        "Warm some oil and give the whole back an even coating, in long strokes that travel upward.",
        "Give the back an even coating of oil with strokes that go up.",
    ],
)
def test_a_coating_is_what_is_given(text):
    """Behind "an even" stands a noun: the back is given a coating, and nothing is coated besides."""
    (oil,) = strokes(text)
    assert (oil.over, oil.direction) == ((Place.BACK,), (Direction.UP,))


def test_strokes_that_go_up_are_no_row():
    """Which way strokes go is no step of a row."""
    (oil,) = strokes("Now we spread the oil all over the back with smooth strokes going up.")
    assert (oil.over, oil.direction, oil.progress) == ((Place.BACK,), (Direction.UP,), False)
