"""What people tell at home, and in a few words: turns, waits and ways that a stroke takes."""

import pytest

from effleurage.routine import Direction, Hands, Kind, Place, Side, Technique
from reading.slots import last_step, steps, strokes

ONE = "Place one hand on the sacrum. "
FAN = ONE + "Fan it up and out. "
PULL = "Place the fingertips beside the spine, just above the coccyx. Draw the fingers toward you"


@pytest.mark.parametrize(
    "text",
    [
        "One of your hands goes on the lower back.",
        "One of your hands goes on the lower back, down at the base of the spine.",
        "One of your palms rests on the lower back, down at the base of the spine.",
    ],
)
def test_one_of_the_hands_is_laid(text):
    """One of two does what is said, though both are named."""
    (laid,) = strokes(text)
    assert (laid.technique, laid.hands) == (Technique.HOLD, Hands.ONE)


@pytest.mark.parametrize(
    "text",
    [
        "Turn that hand so that it goes up and out.",
        "Turn the hand as if you were opening a fan, so it goes up and out.",
        "Turn a palm as though you were opening a door, so that it goes up and leaves the spine behind.",
    ],
)
def test_a_hand_is_turned_so_that_it_goes_somewhere(text):
    """Where a hand goes that is turned is told by what it is turned for."""
    fan = strokes(ONE + text)[-1]
    assert (fan.technique, fan.direction) == (Technique.EFFLEURAGE, (Direction.UP, Direction.OUT))


@pytest.mark.parametrize(
    "text",
    [
        "Let the other hand come along on the same side and do the same.",
        "Have your second hand come in there and do just the same.",
        "Have the other one follow right after.",
        "Let your other hand go right behind.",
    ],
)
def test_the_other_hand_comes_along(text):
    """A hand that is let come and do the same follows, and "right after" is no side."""
    fan = strokes(FAN + text)[-1]
    assert fan.other_hand
    assert fan.direction == (Direction.UP, Direction.OUT)
    assert fan.side is not Side.RIGHT


@pytest.mark.parametrize(
    "text",
    [
        "With this movement you're draining lymph towards the glands in the armpit.",
        "Here you're moving fluid towards the armpit.",
    ],
)
def test_what_a_stroke_drains_is_no_stroke(text):
    """What is being drained tells what it is good for."""
    step = last_step(FAN + text)
    assert (step.kind, step.strokes) == (Kind.NOTE, ())


@pytest.mark.parametrize(
    "text",
    [
        ", making sure that they stay together.",
        ", and see that they stay together and don't spread apart.",
    ],
)
def test_fingers_that_stay_together_hold_nothing(text):
    """How the fingers go is no hold, and the row goes on behind it."""
    first, second = steps(PULL + text + " Go a bit further up and pull again.")[1:3]
    assert [s.technique for s in first.strokes] == [Technique.EFFLEURAGE]
    assert second.kind is Kind.REPEAT
    assert Direction.TOWARD_GIVER in second.strokes[0].direction


@pytest.mark.parametrize(
    "text",
    [
        "Work the oil over the back until it's covered, using smooth strokes that all go up the body.",
        "Spread the oil over the back until it shines, using long strokes which all go up.",
    ],
)
def test_the_strokes_that_oil_is_worked_in_with(text):
    """Which way those strokes go is told behind what they are done until."""
    (oil,) = strokes(text)
    assert (oil.technique, oil.over) == (Technique.EFFLEURAGE, (Place.BACK,))
    assert oil.direction == (Direction.UP,)


@pytest.mark.parametrize(
    "text", ["Let the palms go past each other.", "Let your hands slip past one another there."]
)
def test_palms_that_are_let_go_past_each_other(text):
    """They glide, and are not let go."""
    told = strokes("Put both palms on the lower back. Glide up to the neck. Glide in to the middle. " + text)
    assert Technique.RELEASE not in [s.technique for s in told]


def test_the_starting_spot_is_where_hands_began():
    """Back to the starting spot they go home."""
    told = strokes("Put both palms on the lower back. Glide up to the neck, then back to the starting spot.")
    assert (told[-1].end, told[-1].returning) == (Place.LOWER_BACK, True)


@pytest.mark.parametrize(
    "text", ["Reach down, wrap hands round waist.", "Reach down and curl your hands round the waist."]
)
def test_hands_that_reach_down_and_wrap_round(text):
    """How far they reach is told by what they close on, and nothing is held."""
    told = strokes("Put both palms on the lower back. Glide up to the shoulders. " + text)
    assert [s.technique for s in told[1:]] == [Technique.EFFLEURAGE, Technique.EFFLEURAGE]
    assert told[-1].over == (Place.WAIST,)
    assert told[-1].direction == (Direction.DOWN, Direction.AROUND)


@pytest.mark.parametrize("text", ["Make it smooth, fan-shaped.", "Make it light."])
def test_what_a_stroke_shall_be_like(text):
    """It is no stroke of its own."""
    assert last_step(FAN + text).strokes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Shift slightly higher. Pull again.",
        "Move a bit further up. Draw again.",
        "Go up a little. Pull again.",
    ],
)
def test_between_two_pulls_hands_shift(text):
    """Where the next pull begins is no glide, and the pull behind it is the same one again."""
    first, second = steps(
        "## Pulling\n\n" + PULL + ", down the side of the back. Don't let fingers part. " + text
    )[-2:]
    assert first.strokes == ()
    assert (second.kind, second.strokes[0].technique) == (Kind.REPEAT, Technique.EFFLEURAGE)


@pytest.mark.parametrize(
    "text",
    [
        "Spread oil over whole back, same amount everywhere.",
        "Spread the oil over the back, an even thickness all over.",
    ],
)
def test_how_thick_oil_is_spread(text):
    """How much of it goes where is manner, and it is spread all the same."""
    (oil,) = strokes(text)
    assert (oil.technique, oil.over) == (Technique.EFFLEURAGE, (Place.BACK,))
