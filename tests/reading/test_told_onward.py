"""How people take a stroke on: back again, past each other, by turns, round, until the last one ends."""

import pytest

from effleurage.routine import Direction, Hands, Kind, Place, Pressure
from reading.slots import last_step, strokes

FAN = "Place one hand at the base of the spine, fingers spread. Sweep it up and out, away from the spine. "
ROUND = "Place both palms on the lower back. Slide them up beside the spine to the neck. "


@pytest.mark.parametrize(
    "text",
    [
        "Spread the oil, running from the hips up to the shoulders and coming down again lightly.",
        "Oil the back with long strokes, running up to the shoulders and coming back down with no weight.",
        "Stroke the oil on, moving up to the shoulders and drifting down again with a feather touch.",
    ],
)
def test_a_participle_turns_back(text):
    """The way back that a participle tells is a stroke of its own, and only it is light."""
    *_, up, down = strokes(text)
    assert Direction.UP in up.direction
    assert Direction.DOWN not in up.direction
    assert (down.direction, down.returning, down.pressure) == ((Direction.DOWN,), True, Pressure.LIGHT)
    assert up.pressure is None


@pytest.mark.parametrize(
    "text",
    [
        "Upward strokes follow the lymph, so save your pressure for the way up.",
        "Downward strokes soothe the nerves, so keep them soft.",
    ],
)
def test_what_strokes_do_is_told_of_strokes(text):
    """Strokes that are the subject are spoken of, and not performed."""
    assert last_step("Glide up the back with both palms. " + text).strokes == ()


@pytest.mark.parametrize(
    "text",
    [
        "As they meet, let your right arm cross over your left and keep going, so that each hand travels on.",
        "As they meet, bring your right arm over your left and keep going.",
        "As they cross, let the right arm pass over the left and carry on.",
    ],
)
def test_hands_pass_and_keep_going(text):
    """Hands that pass each other and keep going glide on, one arm over the other."""
    last = strokes(ROUND + "Bring them in across the upper back. " + text)[-1]
    assert last.passes
    assert last.upper_hand is Hands.RIGHT


def test_passing_and_keeping_going_is_a_stroke():
    """What goes on in such a sentence is a glide of its own."""
    text = "As they meet, let your right arm cross over your left and keep going."
    assert last_step(ROUND + "Bring them in across the upper back. " + text).kind is Kind.STROKE


@pytest.mark.parametrize(
    "text",
    [
        "Go round four times, and keep both hands on the skin throughout.",
        "Go round four times, slowly.",
        "Go round four times.",
    ],
)
def test_going_round_so_often_is_done_again(text):
    """To go round so often sends back, whatever is bounded besides."""
    step = last_step(ROUND + "Glide back down to the start. " + text)
    assert step.kind is Kind.REPEAT
    assert {s.repeats for s in step.strokes} == {4}


@pytest.mark.parametrize(
    "text",
    [
        "Work round the shoulder blade until your last strokes pass out over the shoulder to the armpit.",
        "Go all round the shoulder blade, until the final sweeps run out over the shoulder to the armpit.",
    ],
)
def test_how_the_last_ones_end(text):
    """Where the last strokes pass out is where the way ends."""
    before = "Place one hand at the bottom of the shoulder blade. Brush it up and out. "
    last = strokes(before + text)[-1]
    assert last.end is Place.ARMPIT
    assert Place.SHOULDER in last.over


@pytest.mark.parametrize(
    "text",
    [
        "As it finishes, bring your other hand in on the same side and repeat the sweep slightly higher up.",
        "Lay your other hand down on the same side and do the same.",
        "Bring in the other hand on the same side and make the same sweep a little higher.",
        "Put the second hand down beside it and repeat the movement.",
    ],
)
def test_the_other_hand_is_brought_in_and_does_it(text):
    """A hand that is brought in and repeats what the first did follows it."""
    first, second = strokes(FAN + text)[-2:]
    assert (second.other_hand, second.follows, second.copied) == (True, True, False)
    assert second.direction == first.direction


@pytest.mark.parametrize(
    "text",
    [
        "Carry on, changing hands, until you reach the neck.",
        "Carry on, alternating hands, until you reach the neck.",
        "Keep going, swapping hands each time, until you reach the neck.",
        "Continue, switching hands, until you come to the neck.",
    ],
)
def test_changing_hands_all_the_way_is_by_turns(text):
    """Hands that change until the neck is reached go by turns."""
    last = strokes(FAN + "Let the other hand follow. " + text)[-1]
    assert (last.hands, last.end) == (Hands.ALTERNATE, Place.NECK)


def test_changing_hands_once_is_no_turn():
    """Hands that are changed for the other side are changed once."""
    last = strokes(FAN + "Repeat on the other side, changing hands.")[-1]
    assert last.hands is not Hands.ALTERNATE


@pytest.mark.parametrize(
    "text",
    [
        "Repeat up to the base of the neck, where the final pull sweeps across the shoulder to the armpit.",
        "Repeat up to the base of the neck, where the last pull runs across the shoulder to the armpit.",
    ],
)
def test_where_the_final_one_goes(text):
    """Where a row ends its last stroke may go elsewhere."""
    *_, row, last = strokes(
        "Place your fingertips beside the spine. Pull them toward you down the side of the back. " + text
    )
    assert row.end is Place.NECK_BASE
    assert (last.over, last.end) == ((Place.SHOULDER,), Place.ARMPIT)
