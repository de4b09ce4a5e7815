"""What is said in passing: what comes next, how arms are meanwhile, what a stroke is good for, who waits."""

import pytest

from effleurage.routine import Direction, Kind, Place, Side, Technique, Tool
from reading.slots import last_step, steps, strokes

PALMS = "Place both palms on the upper back. "
PULL = "Place your fingertips beside the spine. Pull them down the side of the back. "
FAN = "Put one hand on the sacrum, fingers splayed. Fan it up and out, away from the spine. "


@pytest.mark.parametrize(
    "text",
    [
        "Last of all, kneading the neck. ",
        "Then the pulling one. ",
        "To loosen the back, use one large sweeping stroke in the form of an eight. ",
    ],
)
def test_what_comes_is_called_by_its_name(text):
    """Where hands are laid down next, it is told by that."""
    named, *rest = steps(text + FAN)
    assert not named.strokes
    assert any(step.strokes for step in rest)


@pytest.mark.parametrize(
    "text",
    [
        "At the base of the neck, end with a pull that crosses the shoulders and runs toward the armpit.",
        "The last pull crosses the shoulder and runs toward the armpit.",
    ],
)
def test_the_last_pull_crosses_and_runs_on(text):
    """All that the last one does is one stroke."""
    (last,) = last_step(PULL + "Repeat this all the way up the spine. " + text).strokes
    assert (last.over, last.end) == ((Place.SHOULDER,), Place.ARMPIT)


def test_a_pull_is_repeated_that_was_called_drawing():
    """Fingers that are drawn pull, whatever else was pulled before."""
    text = (
        "# Eight\n\nLay both palms on the waist. Pull up the flesh firmly.\n\n"
        "# Pulling\n\nPlace your fingertips beside the spine. The fingers are drawn down the back. "
        "The pull is repeated all the way up the spine."
    )
    assert {s.technique for s in last_step(text).strokes} == {Technique.EFFLEURAGE}


@pytest.mark.parametrize(
    "text",
    [
        "The arms, remaining crossed, reach down around the waist.",
        "Your arms, still crossed, reach down around the waist.",
    ],
)
def test_arms_that_reach_remain_crossed(text):
    """Hands reach, and how the arms are is said in passing."""
    (reach,) = last_step(PALMS + text).strokes
    assert (reach.technique, reach.over) == (Technique.EFFLEURAGE, (Place.WAIST,))


@pytest.mark.parametrize(
    "text",
    [
        "Line your forearm up beside the spine.",
        "Line the forearm up beside the spine, the elbow a little higher than the buttocks.",
    ],
)
def test_a_forearm_is_lined_up(text):
    """It is laid there, and goes nowhere."""
    (laid,) = strokes(text)
    assert (laid.technique, laid.tool) == (Technique.HOLD, Tool.FOREARM)


def test_fingers_are_spread_before_the_hand_is_set():
    """How the hand is that is set there."""
    (laid,) = strokes("With the fingers of one hand spread out, set it at the base of the shoulder blade.")
    assert (laid.technique, laid.start) == (Technique.HOLD, Place.SHOULDER_BLADE)


@pytest.mark.parametrize(
    "text",
    [
        "Another movement has its effect on the nerves along the spine.",
        "This stroke has a good effect on the muscles of the back.",
        "It is gentle.",
    ],
)
def test_what_it_is_good_for_and_like(text):
    """Nothing is done again, and nobody is told to be careful."""
    step = last_step(PALMS + "Slide them up. " + text)
    assert (step.kind, step.strokes) == (Kind.NOTE, ())


@pytest.mark.parametrize(
    "text",
    [
        "Just as it ends, the opposite hand starts on the same side.",
        "As it finishes, the opposite hand begins on that same side.",
    ],
)
def test_the_opposite_hand_starts(text):
    """It is the other hand's turn on this side."""
    turn = strokes(FAN + text)[-1]
    assert (turn.other_hand, turn.side) == (True, Side.ONE)


def test_a_hand_waits_close_by():
    """A hand that waits does nothing yet."""
    assert not last_step(FAN + "The other waits close by to follow on that same side.").strokes


def test_hands_return_inward():
    """They come in, and go back to no beginning."""
    inward = strokes(PALMS + "Slide out around the shoulders. Return inward.")[-1]
    assert (inward.direction, inward.returning) == ((Direction.IN,), False)


def test_oil_is_spread_with_strokes_going_upward():
    """Which way the strokes go makes no row of them."""
    (oil,) = strokes("First comes the oil. I spread it all over the back, with smooth strokes going upward.")
    assert (oil.over, oil.direction, oil.progress) == ((Place.BACK,), (Direction.UP,), False)


def test_hands_cross_in_the_middle():
    """Hands that cross there pass each other."""
    assert strokes("Both palms lie on the waist. The palms glide to the lower back and cross in the middle.")[
        -1
    ].passes


def test_for_what_i_kneel():
    """The stroke that it is for is only named."""
    step = last_step("For the forearm sweep I kneel at the side.")
    assert not step.strokes
    assert step.arrangement is not None
    assert step.arrangement.giver is not None


def test_a_repeat_with_the_second_hand_is_its_turn():
    """The other hand does it again, and takes turns with the first."""
    (turn,) = last_step(FAN + "Repeat with the second hand.").strokes
    assert (turn.copied, turn.other_hand, turn.follows) == (True, True, True)


def test_let_go_and_glide_the_palms_inward():
    """Hands that let go bit by bit glide on."""
    text = "Both palms lie on the waist. Release it, gliding the palms inward until they pass each other."
    let_go, glide = last_step(text).strokes
    assert (let_go.technique, let_go.repeats) == (Technique.RELEASE, 1)
    assert (glide.technique, glide.passes) == (Technique.EFFLEURAGE, True)


def test_what_a_stroke_is_used_for():
    """What it is good for is no stroke; work that it is used for is."""
    assert not last_step("Use this long stroke to relax the back, release strain and warm it.").strokes
    assert strokes("Use this stroke to work up the back.")


def test_hands_are_brought_home():
    """Home is where they set out."""
    home = strokes(
        "Place both palms on the lower back. Slide out around the hips. Then bring your hands home."
    )[-1]
    assert home.end is Place.LOWER_BACK


def test_overlapping_arms_are_crossed():
    """They are the giver's, and no place."""
    (reach,) = last_step(PALMS + "Extend down to the waist, arms still overlapping.").strokes
    assert reach.end is Place.WAIST


def test_what_strokes_are_like_is_no_stroke():
    """Strokes that go along with the lymph are the oil's."""
    (oil,) = strokes(
        "Sit at the side. With upward strokes that go along with the lymph, smooth oil over the back."
    )
    assert (oil.over, oil.direction) == ((Place.BACK,), (Direction.UP,))


def test_and_that_final_pull():
    """That one is one of the row, and what nothing aims at."""
    text = (
        PULL
        + "By then you will be at the neck, and that final pull should go across the shoulder to the armpit."
    )
    (last,) = last_step(text).strokes
    assert (last.over, last.end) == ((Place.SHOULDER,), Place.ARMPIT)
