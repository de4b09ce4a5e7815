"""Protocols and freely told routines: decimal step numbers, hands and arms named in other ways."""

import pytest

from effleurage.reading import read
from effleurage.routine import Direction, Fingers, Hands, Kind, Place, Posture, Stroke, Technique, Tool

from .slots import steps, strokes


def last(text: str) -> Stroke:
    """The last stroke of a text."""
    return strokes(text)[-1]


PROTOCOL = """# Long strokes

1.1 Place both palms on the lower back.
1.2 Glide them up to the shoulders.
1.3 Slide lightly back down.

# Kneading

2.1 Knead the left buttock.
2.2 Knead the left hip.
2.3 Perform 2.1–2.2 on the right.
"""


def test_a_decimal_number_is_the_step_s_and_no_count():
    """As in "1.2 Glide": it is the second step of the first part, and not one of two glides."""
    glide = steps(PROTOCOL)[1].strokes[0]
    assert (glide.technique, glide.repeats) == (Technique.EFFLEURAGE, 1)


def test_steps_called_by_their_decimal_numbers_are_those_of_their_part():
    """The first part has steps 1 and 2, too."""
    copies = steps(PROTOCOL)[-1].strokes
    assert [c.over for c in copies] == [(Place.BUTTOCK,), (Place.HIP,)]


def test_a_measure_at_the_beginning_of_a_line_is_no_step():
    """Behind a decimal number of a step stands a capital letter."""
    assert len(steps("Glide up the back\n2.5 centimetres at a time.")) == 1


@pytest.mark.parametrize("words", ["one of your hands", "one of the giver's hands", "one of my palms"])
def test_one_of_the_hands_is_one(words):
    """The plural says how many there are, and not how many work."""
    assert last(f"Put {words} on the sacrum.").hands is Hands.ONE


@pytest.mark.parametrize(
    "words",
    [
        "Let them pass, right arm on top of the left, and keep gliding.",
        "As they pass each other the right arm goes over the left, and on they glide.",
        "As they go by one another my right arm goes over my left, and on they glide.",
    ],
)
def test_arms_that_cross_are_the_giver_s(words):
    """Neither arm is a place that is worked on."""
    stroke = last(f"Slide both hands out around the shoulders. {words}")
    assert stroke.passes
    assert stroke.upper_hand is Hands.RIGHT
    assert Place.ARM not in (stroke.start, stroke.end, *stroke.over)


def test_a_crossing_in_a_sentence_of_its_own_is_that_of_the_stroke_before():
    """What passes are the hands that were just told of."""
    stroke = last("Glide both hands in across the upper back. As they pass, the left arm is over the right.")
    assert stroke.passes
    assert stroke.upper_hand is Hands.LEFT


@pytest.mark.parametrize(
    "words",
    [
        "The hand turns as it fans up and out.",
        "Rotate the hand so that it fans up and out.",
        "Let it swivel as it brushes up and out.",
    ],
)
def test_a_hand_that_turns_as_it_fans_glides(words):
    """Turning is the manner, and no joint is moved."""
    stroke = last(f"Place one hand on the sacrum. {words}")
    assert (stroke.technique, stroke.start) == (Technique.EFFLEURAGE, Place.SACRUM)
    assert stroke.direction == (Direction.UP, Direction.OUT)


def test_a_foot_that_turns_is_moved():
    """A limb is turned in its joint."""
    assert last("Hold the heel and rotate the foot.").technique is Technique.STRETCH


@pytest.mark.parametrize("words", ["with open fingers", "with its fingers spread wide", "fingers abducted,"])
def test_how_the_fingers_are_is_no_tool(words):
    """It is the hand that is laid."""
    stroke = last(f"Set one hand {words} on the shoulder blade.")
    assert (stroke.tool, stroke.fingers) == (Tool.PALM, Fingers.SPLAYED)


def test_spread_fingers_by_themselves_are_the_tool():
    """No hand is named beside them."""
    assert last("With spread fingers knead the whole scalp.").tool is Tool.FINGERTIPS


def test_hands_at_work_go_on_in_a_clause_beside_the_arms():
    """The arms' posture does not make it a position of the giver's."""
    found = steps(
        "Slide both hands up the back and over the shoulders. "
        "The giver's arms remain crossed while the hands reach down around the waist."
    )
    assert found[-1].kind is Kind.STROKE
    assert found[-1].strokes[-1].over == (Place.WAIST,)


@pytest.mark.parametrize(
    "words",
    ["The patient's head is rotated away from the therapist.", "The receiver looks away from the giver."],
)
def test_a_head_turned_away_is_a_posture(words):
    """Whatever the people are called."""
    assert steps(words)[0].arrangement.posture is Posture.HEAD_AWAY


def test_a_hand_that_is_turned_up_and_out_fans():
    """What is turned is the hand that was just laid."""
    stroke = last("I lay one hand on the sacrum and I turn it up and outwards, away from the spine.")
    assert (stroke.technique, stroke.start) == (Technique.EFFLEURAGE, Place.SACRUM)


def test_a_hand_that_waits_repeats_nothing():
    """As in "the other waits on the same side", which names a side and "the same"."""
    found = steps(
        "Stroke up the back with both hands. "
        "One hand goes to the bottom of the shoulder blade, and the other waits on the same side."
    )
    assert found[-1].kind is not Kind.REPEAT
    assert [s.technique for s in found[-1].strokes] == [Technique.HOLD]


@pytest.mark.parametrize(
    ("words", "owed"),
    [
        ("Knead the left buttock.", True),
        ("Knead the left buttock, left side only.", False),
        ("Knead the left buttock. Work only on the left.", False),
    ],
)
def test_a_side_that_is_told_alone_is_the_only_one(words, owed):
    """What is told for one side is owed to the other, unless the text says "only"."""
    assert read(words)[0].movements[0].both_sides is owed
