"""The neck: whose hands lie under a forehead, and flesh that is taken, lifted and rolled."""

import pytest

from effleurage.reading import read
from effleurage.routine import Hands, Kind, Place, Posture, Technique, Tool

from .slots import last_step, strokes

REST = "Rest one hand on the back of the head. "


@pytest.mark.parametrize(
    "sentence",
    [
        "The patient's forehead is propped on the patient's own hands.",
        "Ask your partner to slip both hands under the forehead.",
        "Your partner's hands lie beneath the brow.",
        "The receiver leans the forehead on both fists.",
        "Have the client lie prone, the hands serving as a cushion for the brow.",
        "Let your partner lie down on the front, using the hands as a support for the forehead.",
        "Your partner should lie face down and make a pillow of the hands for the forehead.",
    ],
)
def test_a_forehead_on_its_own_hands_is_a_posture(sentence):
    """The hands are the receiver's, and lie under the forehead."""
    step = last_step(sentence)
    assert (step.kind, step.strokes) == (Kind.SETUP, ())
    assert step.arrangement is not None
    assert step.arrangement.posture is Posture.FOREHEAD_ON_HANDS


@pytest.mark.parametrize("sentence", ["Lay one palm on her forehead.", "Slide your hand under his brow."])
def test_the_givers_hand_at_a_forehead_is_laid_there(sentence):
    """It is no posture."""
    step = last_step(sentence)
    assert step.arrangement is None
    assert strokes(sentence)[0].start is Place.FRONT


@pytest.mark.parametrize(
    "sentence",
    [
        "Squeeze the base of the neck with one hand, and let the other lie softly on the back of the head.",
        "Knead the base of the neck with one hand while you leave the other one resting on the head.",
        "Use one hand to knead the base of the neck, with the other resting on the back of the head.",
        "Knead the base of the neck with one hand, keeping the second lying on the back of the head.",
        "Knead the base of the neck with one hand and place the other on the back of the head.",
    ],
)
def test_the_other_is_a_hand_that_rests(sentence):
    """It is led, left or lying there, and needs no noun of its own."""
    kneaded, rests = last_step(sentence).strokes
    assert (kneaded.technique, kneaded.over) == (Technique.PETRISSAGE, (Place.NECK_BASE,))
    assert (rests.technique, rests.start, rests.other_hand) == (Technique.HOLD, Place.HEAD, True)


@pytest.mark.parametrize(
    "before",
    [
        "Knead the base of the neck with one hand, and rest the other on the back of the head.",
        "Knead the base of the neck with one hand. Your other hand lies on the back of the head.",
        "Squeeze the base of the neck with one hand. Keep the other on the back of the head.",
    ],
)
def test_a_hand_that_only_rests_does_not_take_the_work_with_it(before):
    """The muscle that is told of next is where the other one is at work."""
    [rolled] = last_step(before + " Roll the muscle between the thumb and fingers.").strokes
    assert (rolled.technique, rolled.over) == (Technique.PETRISSAGE, (Place.NECK_BASE,))


@pytest.mark.parametrize(
    "sentence",
    [
        "Rolling the muscle between thumb and fingers, knead the base of the neck with one hand.",
        "Lifting the flesh between the fingers and thumb, squeeze the base of the neck with one hand.",
    ],
)
def test_what_the_grip_does_is_told_before_whose_hand_it_is(sentence):
    """It is one stroke, with that hand's grip, at the place that is named behind it."""
    [stroke] = last_step(sentence).strokes
    assert (stroke.tool, stroke.over, stroke.hands) == (Tool.GRIP, (Place.NECK_BASE,), Hands.ONE)


@pytest.mark.parametrize(
    "sentence",
    [
        "Use your other hand on the muscles at the base of the neck: lift them, then knead them by rolling "
        "them between thumb and fingers.",
        "With the other hand the muscles at the base of the neck are lifted and kneaded; they are rolled "
        "between the thumb and the fingers.",
        "The other hand grips the muscles at the base of the neck, lifts them and kneads them between thumb "
        "and fingers.",
        "The other hand does the work: it picks up and squeezes the muscles at the base of the neck, rolling "
        "them between fingers and thumb.",
        "Your other hand is the busy one: it lifts and kneads the muscles at the base of the neck, squeezing "
        "them between thumb and fingers.",
    ],
)
def test_flesh_that_is_taken_lifted_and_rolled_is_kneaded(sentence):
    """It is one stroke, of the other hand, with what the last verb says."""
    [stroke] = last_step(REST + sentence).strokes
    assert (stroke.tool, stroke.over, stroke.other_hand) == (Tool.GRIP, (Place.NECK_BASE,), True)


def test_the_other_does_likewise_in_the_same_sentence():
    """It is a hand that follows, and no step that is sent back to."""
    step = last_step("Lay one hand on the sacrum. Fan it up and out, and let the second hand do likewise.")
    assert step.kind is Kind.STROKE
    assert [s.follows for s in step.strokes] == [False, True]


@pytest.mark.parametrize(
    "sentence",
    [
        "With one hand lying lightly on the back of the head, use the other to squeeze the base of the neck.",
        REST + "Use the other to lift and knead the muscles in the base of the neck.",
        REST + "The other one does the kneading: it squeezes the muscles in the base of the neck.",
        REST + "The other does the work: it picks up the muscles in the base of the neck and rolls them.",
    ],
)
def test_the_other_is_a_hand_where_something_is_done_with_it(sentence):
    """It works while the first one rests."""
    rests, *works = strokes(sentence)
    assert rests.start is Place.HEAD
    assert works[0].other_hand
    assert works[0].over == (Place.NECK_BASE,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Use your free hand for the muscles at the base of the neck. Lift them and roll them.",
        "You need the other hand for the muscles at the base of the neck. Pick them up and squeeze them.",
    ],
)
def test_which_hand_works_there_is_told_before_what_it_does(sentence):
    """A hand that is named for a place does nothing yet, and "them" are no one hand."""
    rests, works, *_ = strokes(REST + sentence)
    assert (rests.start, works.technique) == (Place.HEAD, Technique.PETRISSAGE)
    assert works.other_hand
    assert works.over == (Place.NECK_BASE,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Squeeze the base of the neck with one hand, while the other rests on the back of the head.",
        "The base of the neck is kneaded with one hand; the other hand lies gently on the back of the head.",
        "Roll the muscles at the base of the neck in one hand; the other hand stays on the head.",
    ],
)
def test_the_other_that_rests_meanwhile_is_a_hand(sentence):
    """It rests while the first one works, though it is told behind it."""
    works, rests = strokes(sentence)
    assert (works.technique, rests.technique) == (Technique.PETRISSAGE, Technique.HOLD)
    assert (rests.start, rests.other_hand, rests.simultaneous) == (Place.HEAD, True, True)


def test_where_a_path_ends_is_said_behind_it():
    """What stands before "finishing" is where the hands go on their way there."""
    text = (
        "Lay one hand on the sacrum. Fan it up and out. Go on like this up the back and over the shoulder, "
    )
    step = read(text + "finishing at the armpit.")[0].movements[-1].steps[-1]
    assert step.strokes[-1].end is Place.ARMPIT
    assert Place.SHOULDER in step.strokes[-1].over


@pytest.mark.parametrize(
    "sentence",
    [
        "Fingers reach the neck only if your partner lies face down with the forehead resting on the hands.",
        "This can be done only if the receiver lies face down, the forehead resting upon the hands.",
    ],
)
def test_a_posture_without_which_nothing_is_reached_is_taken(sentence):
    """What can be done only if somebody lies so has them lie so."""
    step = last_step(sentence)
    assert step.arrangement is not None
    assert step.arrangement.posture is Posture.FOREHEAD_ON_HANDS


def test_a_posture_that_is_only_supposed_is_not_taken():
    """If somebody happens to lie like that, nobody is asked to."""
    step = last_step("If your partner lies face down with the forehead resting on the hands, go slowly.")
    assert step.arrangement is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The other pulls up the muscles at the base of the neck and kneads them, in that it rolls them "
        "between the thumb and the fingers.",
        "The other lifts the muscles at the base of the neck and kneads them; it rolls them between "
        "fingers and thumb.",
    ],
)
def test_what_it_rolls_between_thumb_and_fingers_is_gripped(sentence):
    """It is the hand at work, and that is how it kneads."""
    assert last_step(REST + sentence).strokes[-1].tool is Tool.GRIP
