"""Fans told otherwise: along a curve that goes up and out, and by a hand in the place of the other."""

import pytest

from effleurage.routine import Direction, Hands, Kind, Place, Side, Technique, Tool

from .slots import last_step, steps

LAID = "Put one hand on the sacrum, fingers splayed. "
FANNED = LAID + "Fan it up and out, away from the spine. "


@pytest.mark.parametrize(
    "text",
    [
        "Turn the hand in an arc which runs upward and outward from the spine.",
        "Turn your hand in a fan shape that opens up and out.",
        "Swivel the hand through a curve that carries it up and away from the spine.",
        "Move the hand in a curve which leads upward and away from the spine.",
        "Sweep the hand round in an arc that travels up and out.",
        "Swing the hand round in a half circle that takes it up and out.",
        "Draw a curve with the hand that goes up and out, away from the spine.",
        "Turn your hand up and out, the way a fan opens.",
        "Open your palm like a fan, up and away from the spine.",
        "Unfold the hand upward and outward.",
        "Let the hand unfold like a fan, up and out.",
        "Unfurl the hand up and out.",
        "Swivel the hand in a curve that climbs and leads away from the spine.",
        "Turn the hand in an ascending arc, out from the spine.",
        "Pivot the hand round in an arc that rises and goes out from the spine.",
        "Turn it in a fanning action that goes up and out from the spine.",
        "Swing the hand in a curving movement which goes up and outward.",
        "Rotate the hand in a fanning motion that moves upward and outward.",
        "The hand turns in a fanning movement that goes upward and outward.",
        "Swing the hand up and out, arcing off from the backbone.",
        "Swivel it so that it glides up and out, going off from the spine.",
        "Turn the hand up and out, fan-like, so that it moves away from the spine.",
        "Sweep it up and out, wave-like, moving away from the midline.",
    ],
)
def test_a_curve_says_which_way_the_hand_goes(text):
    """The way of the line is the way of the hand."""
    (fan,) = last_step(LAID + text).strokes
    assert fan.technique is Technique.EFFLEURAGE
    assert fan.direction == (Direction.UP, Direction.OUT)


@pytest.mark.parametrize(
    "text",
    [
        "As it finishes, the second hand takes its place on the same side.",
        "The moment it is done, the other hand steps into its place.",
        "Once it nears the edge, the other hand slips into its place and does the same.",
        "Let the other hand take its place.",
        "The other hand succeeds it on the same side.",
        "When it is through, the second one takes the first hand's place.",
        "As it leaves, the other hand fills its spot and fans in turn.",
        "Then the second hand slips into the space that the first one leaves.",
        "The other hand moves into the place of the first.",
        "The second hand follows, fanning in its turn.",
        "While this one is still finishing, let the other one take up the stroke behind it.",
        "As it slows, the second hand picks up the movement after it, on the same side.",
        "Before it is done, the other hand takes up the fan on the same side.",
        "Let the second go after it on the same side.",
        "Bring in the other as the first one is ending its sweep.",
        "Your other hand comes in on that same side as the first one is finishing its fan.",
        "The second hand should come in on the same side as the first one is ending its arc.",
    ],
)
def test_a_hand_that_takes_the_place_of_another_does_as_it_did(text):
    """It is nothing done on the other side."""
    step = last_step(FANNED + text)
    (fan,) = step.strokes
    assert step.kind is Kind.STROKE
    assert fan.other_hand
    assert fan.direction == (Direction.UP, Direction.OUT)
    assert fan.side in (None, Side.ONE)


@pytest.mark.parametrize(
    "sentence",
    ["Take it upward and outward.", "Guide it up and away from the spine.", "Let it travel up and out."],
)
def test_a_hand_that_is_swept_round_is_taken_up_and_out(sentence):
    """One stroke, whose way a sentence of its own tells."""
    told = [s for step in steps(LAID + "Sweep the hand round like a fan. " + sentence) for s in step.strokes]
    assert [str(s.technique) for s in told] == ["hold", "effleurage"]
    assert told[-1].direction == (Direction.UP, Direction.OUT)


@pytest.mark.parametrize(
    "sentence",
    [
        "Stay on the same side.",
        "Both hands remain on the same side.",
        "Climb in this way up the side of the spine.",
        "Go on like this up the whole side of the spine.",
    ],
)
def test_fans_of_one_hand_after_the_other_are_on_one_side(sentence):
    """And owe the other side as much, wherever the side is told."""
    text = FANNED + "The second hand follows. Swap hands with every fan. " + sentence
    assert [s.side for step in steps(text) for s in step.strokes][-1] is Side.ONE
    alternate = [s.hands for step in steps(text) for s in step.strokes if s.copied]
    assert Hands.ALTERNATE in alternate


def test_hands_that_are_opened_may_work_on():
    """As in "open your hands and brush": with what it is done, and no fan."""
    (fan,) = last_step("Circle your fists on the back. Open your hands and brush down the arms.").strokes
    assert (fan.tool, fan.direction) == (Tool.PALM, (Direction.DOWN,))


def test_a_hand_that_only_opens_is_shaped():
    """No way is told."""
    assert last_step(LAID + "Open the hand wide.").kind is Kind.SETUP


@pytest.mark.parametrize(
    "text",
    ["Splay those fingers.", "Open your fingers wide!", "Stretch those fingers wide.", "Spread the fingers."],
)
def test_the_fingers_of_the_hand_that_was_laid_are_opened(text):
    """It lies where it was, and is what fans."""
    laid, opened, fanned = steps(f"Rest one hand on the sacrum. {text} Fan it up and out.")
    assert str(laid.strokes[0].fingers) == "splayed"
    assert (opened.kind, opened.strokes) == (Kind.SETUP, ())
    assert fanned.strokes[0].tool is Tool.PALM


@pytest.mark.parametrize(
    "text",
    [
        "Then the first again, then the other... you get the idea.",
        "Then the first once more, and then the second, you get the picture.",
        "Then the first again, then the second, you know how it goes.",
    ],
)
def test_hands_take_more_turns_on_that_side(text):
    """Nothing is done on the other side of the body."""
    turns = last_step(FANNED + "The other hand follows on the same side. " + text).strokes
    assert {s.side for s in turns} == {Side.ONE}
    assert all(s.direction == (Direction.UP, Direction.OUT) for s in turns)


@pytest.mark.parametrize(
    "sentence",
    [
        "Swelling is dispersed by a fanning stroke, for which one hand is laid on the sacrum.",
        "What has gathered there is moved on by a fan, for which you put one hand on the sacrum.",
    ],
)
def test_what_a_fan_is_for_is_told_before_the_hand_is_laid(sentence):
    """What the stroke does good is no stroke yet, and the hand that is put there for it is."""
    [laid] = last_step(sentence).strokes
    assert (laid.technique, str(laid.start)) == (Technique.HOLD, "sacrum")


def test_thus_leads_on_to_what_the_hands_do_by_turns():
    """As "so" does: the row goes on with one hand behind the other."""
    row = last_step(
        FANNED + "The other hand follows on the same side; thus, one hand taking over from the other, work "
        "up the whole side of the spine."
    ).strokes[-1]
    assert (str(row.hands), row.direction) == ("alternate", (Direction.UP,))


@pytest.mark.parametrize(
    "sentence",
    [
        "Keep the strokes coming, hand after hand, until you have worked up the whole side of the spine.",
        "One hand after the other, keep these fans going until you have covered that side of the spine.",
        "Keep the smooth sweeps coming by turns until you have climbed the side of the spine.",
    ],
)
def test_strokes_that_are_kept_coming_go_on(sentence):
    """They are done again and again, and no hand is held still."""
    step = last_step(FANNED + "The other hand follows on the same side. " + sentence)
    (fan,) = step.strokes
    assert step.kind is Kind.REPEAT
    assert (fan.technique, fan.hands, fan.progress) == (Technique.EFFLEURAGE, Hands.ALTERNATE, True)
    assert (fan.over, fan.direction) == ((Place.SPINE_SIDES,), (Direction.UP, Direction.OUT))


def test_strokes_that_are_kept_flowing_are_not_done_again():
    """How they should be, and nothing that sends back."""
    assert not last_step(FANNED + "Keep the strokes flowing.").strokes


@pytest.mark.parametrize(
    "sentence",
    [
        "The second hand hovers near by, on the same side, ready for its go.",
        "The other hand hovers just above, over that same side, ready to come after it.",
        "Your other hand waits a little way off, on this same side, ready for its turn.",
    ],
)
def test_a_hand_that_is_ready_for_its_turn_prepares_nothing(sentence):
    """It belongs to how hands are laid, as the hand that waits to follow."""
    step = last_step(LAID + sentence)
    assert (step.kind, step.strokes) == (Kind.SETUP, ())
