"""The other hand's turn, told in whatever words: it does what the one before it did."""

import pytest

from effleurage.routine import Kind, Side

from .slots import last_step, steps

FAN = "Lay one hand at the foot of the shoulder blade. Sweep it up and out. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Have the second do likewise straight after it.",
        "The second repeats what it did.",
        "Let the other copy it on the same side.",
        "Then send hand number two after it.",
        "The other hand takes up the same stroke on the same side.",
        "Your other hand mirrors it on the same side.",
        "Have the other hand do the same right behind it.",
        "Then get the other one to do the same.",
        "The second hand imitates the first.",
        "Make the other hand do what the first has done.",
        "Your other hand follows on the same side.",
    ],
)
def test_the_other_hand_does_what_was_done(sentence):
    """It is the other hand, on the same side, and no repeat on the other side."""
    step = last_step(FAN + sentence)
    assert step.kind is Kind.STROKE
    [stroke] = step.strokes
    assert (stroke.other_hand, stroke.follows, stroke.side) == (True, True, Side.ONE)
    assert [str(way) for way in stroke.direction] == ["up", "out"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sweep the first hand up and out in a soft arc, and have the second do likewise straight after it.",
        "The leading hand brushes up and out, opening like a wing, and the second repeats what it did.",
        "Brush up and out with hand number one, then send hand number two after it.",
        "I skim the first one up and out, and I send the second after it.",
        "Sweep it up and out like a wing, and step in after it with the other one.",
        "Sweep it up and out, then come along behind the first with your second hand.",
        "Skim it up and out, with the other hand following on the same side as it comes to its end.",
        "Skim it up and out, the other following it on that same side.",
        "Draw it up and out, with your second hand coming in after it.",
        "Draw it up and out, the other hand taking over as it finishes.",
        "Brush it up and out, followed by the other hand on the same side.",
        "Brush it up and out and then the other hand on the same side.",
    ],
)
def test_within_one_sentence_too(sentence):
    """The first hand goes, and the second follows; neither is a row that creeps along."""
    step = last_step("I lay one hand at the foot of the shoulder blade. " + sentence)
    assert [(s.other_hand, s.follows, s.progress) for s in step.strokes] == [
        (False, False, False),
        (True, True, False),
    ]


def test_a_hand_that_follows_a_place_is_no_turn():
    """What it follows there is its way."""
    step = last_step("Lay one hand on the sacrum. Slide it up, with the other hand following the ribs.")
    assert not any(s.follows for s in step.strokes)


def test_a_hand_that_rests_where_the_first_one_rests_glides_nowhere():
    """Only behind a glide is the other hand's turn a glide."""
    step = last_step("Rest one hand on the shoulder and then the other hand on the same side.")
    assert [str(s.technique) for s in step.strokes] == ["hold"]


@pytest.mark.parametrize("sentence", ["Do the same on the other side.", "Give the other the same attention."])
def test_the_other_side_is_no_hand(sentence):
    """What is done on the other side is done there."""
    step = last_step("Knead the left shoulder with one hand. " + sentence)
    assert [s.side for s in step.strokes] == [Side.RIGHT]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hover the other one close by, ready to come in on the same side.",
        "Hold the other in readiness to come after it on the same side.",
        "Keep your other hand in the wings, ready to come in behind it on that same side.",
        "Keep the second hand waiting on that same side.",
        "Let the other hover nearby until its turn comes.",
        "Have your other hand standing by on the same side.",
        "Park the other hand next to it, waiting for its turn.",
    ],
)
def test_a_hand_that_waits_lies_nowhere_yet(sentence):
    """It is neither laid down nor comes in, and the receiver's other side is not meant."""
    step = last_step("Lay one hand at the foot of the shoulder blade. " + sentence)
    assert (step.kind, step.strokes) == (Kind.SETUP, ())


def test_a_hand_that_waits_may_be_told_behind_the_one_that_is_laid():
    """The first is laid, and the second is not."""
    step = last_step("Set one hand at the foot of the shoulder blade; hold the other in readiness to follow.")
    assert [(s.other_hand, s.side) for s in step.strokes] == [(False, Side.ONE)]
    step = last_step("Set one hand at the foot of the shoulder blade and hover the other close by.")
    assert [(s.other_hand, s.side) for s in step.strokes] == [(False, Side.ONE)]


def test_a_hand_that_is_laid_somewhere_does_not_wait():
    """Where a place is named, the other hand lies there."""
    step = last_step("Set one hand on the sacrum. Rest the other hand on the upper back.")
    assert [str(s.start) for s in step.strokes] == ["upper_back"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The second hand will follow on the same side.",
        "Your other hand is going to follow on the same side.",
        "The other one comes after it on the same side.",
    ],
)
def test_a_hand_is_announced_that_has_nothing_to_follow_yet(sentence):
    """It is made ready; on which side, counts for the hand that was laid."""
    told = steps("Lay one hand on the sacrum. " + sentence + " Fan the first hand up and out.")
    assert (told[1].kind, told[1].strokes) == (Kind.SETUP, ())
    assert [s.side for step in told for s in step.strokes] == [Side.ONE, Side.ONE]


def test_one_hand_follows_the_other_until_they_have_gone_round():
    """How often is left open; going round is no way back to the start."""
    told = last_step(
        "Brush one hand up and out. Work round the shoulder blade. "
        "Keep one hand following the other until you have gone all the way round."
    )
    assert [(str(s.hands), s.repeats) for s in told.strokes] == [("alternate", None)]
