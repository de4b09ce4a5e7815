"""Careful prose: what begins, ends or explains a stroke, passives, whose back it is, what is only named."""

import pytest

from effleurage.reading import read
from effleurage.routine import Direction, Hands, Kind, Place, Side, Technique, Tool
from reading.slots import last_step, steps, strokes

PALMS = "Place both palms on the lower back, fingers to the head. Slide to the upper back. "
FOREARM = "Lay your forearm beside the spine. Slide it up to the shoulder. "
ROW = "Place your fingertips beside the spine. Pull them toward you down the side of the back. "
HAND = "Place one hand on the sacrum. "


@pytest.mark.parametrize("name", ["Sam", "Grandma", "the model", "Mrs Lee"])
def test_whose_back_it_is_parts_no_phrase(name):
    """The owner of a back may stand inside the words of a place."""
    (up,) = strokes(f"Slide your palms up the sides of {name}'s spine to the base of {name}'s neck.")
    assert (up.over, up.end) == ((Place.SPINE_SIDES,), Place.NECK_BASE)


@pytest.mark.parametrize(
    "text",
    [
        "Start this long, slow glide by laying both palms on the hips.",
        "The figure of eight starts with both hands on the hips.",
        "This wide movement begins with both palms placed flat on the hips.",
    ],
)
def test_what_a_movement_begins_with(text):
    """The name of what begins is no stroke; hands are laid."""
    step = last_step(text)
    (laid,) = step.strokes
    assert step.kind is Kind.SETUP
    assert (laid.technique, laid.start, laid.hands) == (Technique.HOLD, Place.HIP, Hands.BOTH)


def test_work_that_begins_somewhere_is_done():
    """Where kneading starts, it is done."""
    (knead,) = strokes("The kneading starts at the neck with both thumbs.")
    assert (knead.technique, knead.tool) == (Technique.PETRISSAGE, Tool.THUMB)


@pytest.mark.parametrize(
    "text",
    [
        "Firmly draw up the flesh around the waist.",
        "Take a strong pull upward on the flesh around the waist.",
        "Draw up the muscle of the flanks.",
    ],
)
def test_flesh_that_is_drawn_up(text):
    """It is lifted off the bone where it lies, and no hand glides."""
    assert strokes(PALMS + text)[-1].technique is Technique.PETRISSAGE


def test_muscle_that_is_drawn_along():
    """Along the spine it is a glide."""
    assert strokes(PALMS + "Draw the muscles up along the spine.")[-1].technique is Technique.EFFLEURAGE


def test_hands_that_slide_together_up_both_sides():
    """They go at once, one on each side; on one side they lie beside each other."""
    apart = strokes("Slide the hands together up the sides of the spine.")[0]
    joined = strokes("With hands together, slide up the side of the spine.")[0]
    assert (apart.together, apart.side) == (False, Side.BOTH)
    assert (joined.together, joined.side) == (True, Side.ONE)


@pytest.mark.parametrize(
    "text",
    [
        "The palms glide in to the middle of the lower back and pass.",
        "Both hands slide to the middle of the back, and pass.",
    ],
)
def test_hands_that_pass_and_nothing_is_passed(text):
    """Without an object they pass each other."""
    assert strokes(PALMS + text)[-1].passes


@pytest.mark.parametrize(
    "text",
    [
        "Kneading the neck is a gentle way of easing strain.",
        "Rubbing the back is a gentle means of warming it.",
    ],
)
def test_what_work_is_like(text):
    """That it is gentle is no caution, and nothing is done yet."""
    assert last_step(text).kind is Kind.NOTE


@pytest.mark.parametrize(
    "text",
    [
        "Finish at the base of the neck, so that the last pull goes across the shoulder to the armpit.",
        "You end at the neck, so your final movement pulls over the shoulder to the armpit.",
        "The row stops at the base of the neck, so that the closing pull crosses the shoulder to the armpit.",
    ],
)
def test_so_that_the_last_one_goes_elsewhere(text):
    """What the last one of a row does is done, and no aim."""
    last = strokes(ROW + "Repeat this all the way up the spine. " + text)[-1]
    assert (last.end, last.over) == (Place.ARMPIT, (Place.SHOULDER,))


def test_so_that_it_does_not_hurt():
    """A reason does nothing."""
    assert not last_step(ROW + "Keep it slow, so that the last pull does not hurt.").strokes


@pytest.mark.parametrize(
    "text",
    [
        "The figure of eight is complete once the hands have returned to their starting position.",
        "When your hands are back where they started, the round is complete.",
        "The round is finished once both palms are back at the start.",
    ],
)
def test_complete_once_the_hands_are_home(text):
    """What completes a round is done."""
    home = strokes(PALMS + "Slide out around the hips. " + text)[-1]
    assert (home.technique, home.end) == (Technique.EFFLEURAGE, Place.LOWER_BACK)


def test_not_complete():
    """Without the way home nothing moves."""
    assert not last_step(PALMS + "When the round is complete, take a breath.").strokes


@pytest.mark.parametrize(
    "text",
    [
        "Smooth upward strokes should be used to apply the oil over the back.",
        "Smooth upward strokes, which follow the lymph, are used to spread the oil over the back.",
    ],
)
def test_strokes_that_are_used_to_spread_oil(text):
    """One stroke is told, whatever is remarked between it and its verb."""
    (oil,) = strokes("Sit at the side. " + text)
    assert (oil.over, oil.direction) == ((Place.BACK,), (Direction.UP,))


@pytest.mark.parametrize(
    "text",
    [
        "Lift off and, going back to the beginning, repeat twice.",
        "Going back to the start, do it twice more.",
    ],
)
def test_going_back_to_the_beginning(text):
    """All of it is done again, and not the last step only."""
    again = [s for s in strokes(FOREARM + text) if s.copied]
    assert {Technique.HOLD, Technique.EFFLEURAGE} <= {s.technique for s in again}
    assert {s.repeats for s in again} == {2}


def test_from_the_beginning_of_what_each_sentence_tells():
    """Where each sentence is a paragraph, the beginning is where hands were last laid."""
    text = (ROW + FOREARM + "Repeat twice from the beginning.").replace(". ", ".\n\n")
    assert {s.tool for s in strokes(text) if s.copied} == {Tool.FOREARM}


def test_a_command_before_a_list_that_tells_it_in_detail():
    """What leads in to a list names what the list tells."""
    text = (
        "Now knead the shoulders. It feels wonderful.\n\n"
        "1. Rest one hand on the head.\n2. With the other, knead the shoulders between thumb and fingers.\n"
    )
    first, *_, last = [step for step in steps(text) if step.strokes]
    assert [s.headline for s in (*first.strokes, *last.strokes)] == [True, False]


def test_a_command_before_a_list_that_tells_something_else():
    """What the list does not tell is done."""
    text = "Stroke down the arms.\n\n1. Lay both palms on the head.\n2. Press down with both palms.\n"
    assert not any(s.headline for s in strokes(text))


@pytest.mark.parametrize(
    "text",
    [
        "Moving upward and outward, fan the hand round.",
        "In an upward and outward motion, the hand fans round.",
        "In one upward and outward sweep, the palm fans round.",
    ],
)
def test_which_way_a_hand_goes_is_told_first(text):
    """It is the way of this one stroke: no row, and no way along an arm."""
    fan = strokes(HAND + text)[-1]
    assert set(fan.direction) >= {Direction.UP, Direction.OUT}
    assert (fan.progress, fan.over, fan.tool) == (False, (), Tool.PALM)


@pytest.mark.parametrize(
    "text",
    [
        "The hair should be smoothed away from the neck.",
        "The hair should be lifted clear of the nape.",
    ],
)
def test_hair_that_should_be_out_of_the_way(text):
    """It is made ready; nobody is told to keep off."""
    assert last_step(text).kind is Kind.PREPARATION
    assert not read(text)[0].movements[0].limits
