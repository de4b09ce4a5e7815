"""Hands and strokes as people tell each other of them: free hands, crossed arms, arms that are steadied."""

import pytest

from effleurage.routine import Direction, Hands, Kind, Place, Technique, Tool

from .slots import last_step, steps

UP = "Lay both palms on the lower back. Glide both palms up the sides of the spine to the base of the neck. "
PASSED = UP + "Bring them in across the upper back so that they pass each other. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Reach down with them like that until both palms lie around the waist.",
        "With your arms still crossed this way, slide down to the waist.",
        "Reach down with your hands like this to the waist.",
        "Reach down like that until your hands are at the waist.",
    ],
)
def test_hands_go_on_as_they_are_held(sentence):
    """How they are held sends back to nothing: one way down, once, and what follows is done there."""
    [way] = last_step(PASSED + sentence).strokes
    assert (way.technique, way.repeats, way.copied) == (Technique.EFFLEURAGE, 1, False)
    assert Place.WAIST in (way.end, *way.over)
    [lift] = last_step(PASSED + sentence + " Lift the flesh firmly.").strokes
    assert (lift.technique, lift.over) == (Technique.PETRISSAGE, (Place.WAIST,))


@pytest.mark.parametrize(
    "sentence",
    [
        "Sweep the hand up and out until it is well away from the spine.",
        "Fan it upward and outward until it has travelled well away from the backbone.",
        "Turn it up and out so that it ends well clear of the spine.",
    ],
)
def test_a_fan_that_ends_well_off_the_spine_is_one_stroke(sentence):
    """It goes out that far, once."""
    [fan] = last_step("Place one hand on the sacrum. " + sentence).strokes
    assert (fan.direction, fan.repeats) == ((Direction.UP, Direction.OUT), 1)


def test_to_stay_well_off_the_spine_still_bounds():
    """Hands that keep away have a limit."""
    assert last_step("Keep well away from the spine.").kind is Kind.LIMIT


@pytest.mark.parametrize(
    "sentence",
    [
        "Circle out round the shoulders with each palm, and come in over the upper back.",
        "Sweep out and around the shoulders with each hand.",
        "Travel around the shoulders, one with each hand.",
    ],
)
def test_each_hand_is_both(sentence):
    """Neither of them is left behind."""
    assert {s.hands for s in last_step(UP + sentence).strokes} == {Hands.BOTH}


@pytest.mark.parametrize(
    "hand", ["the free hand", "your spare hand", "the hand that is free", "your unused hand"]
)
def test_the_hand_that_has_nothing_to_do_is_the_other_one(hand):
    """One rests, and the other works."""
    [stroke] = last_step(f"Rest one hand on the back of the head. Knead the neck with {hand}.").strokes
    assert (stroke.hands, stroke.other_hand) == (Hands.ONE, True)


ARM = "Lay your forearm beside the spine, the elbow just above the buttocks. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Hold the hand of that arm with your other one so the arm is supported.",
        "Clasp its hand with your free hand and the forearm is held steady.",
        "Grip that hand with your other hand so the forearm is steadied and can't shake.",
    ],
)
def test_an_arm_that_is_steadied_is_the_givers(sentence):
    """Nobody else's arm is held."""
    step = last_step(ARM + sentence)
    assert (step.kind, step.strokes) == (Kind.SETUP, ())


@pytest.mark.parametrize(
    ("lifts", "repeats"),
    [
        ("Lift it off softly, then begin again from the bottom.", "Repeat twice."),
        ("Lift off and start again at the bottom.", "Do this twice more."),
        ("Lift the arm away and begin again.", "Repeat this twice."),
    ],
)
def test_what_starts_again_is_counted_once(lifts, repeats):
    """Three glides in all: the first, and the two that are started again."""
    told = steps(ARM + f"Slide the forearm up beside the spine to the shoulder. {lifts} {repeats}")
    glides = [s for step in told for s in step.strokes if s.technique is Technique.EFFLEURAGE]
    assert [s.repeats for s in glides] == [1, 2]
    assert [s.technique for s in told[-2].strokes] == [Technique.RELEASE]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sit beside your partner, who is lying face down, and begin by oiling the back.",
        "Kneel next to your partner, who should lie on the front, and lubricate the back.",
    ],
)
def test_oil_that_a_verb_puts_on_is_spread(sentence):
    """The position is told beside it."""
    [stroke] = last_step(sentence).strokes
    assert (stroke.technique, stroke.over) == (Technique.EFFLEURAGE, (Place.BACK,))


@pytest.mark.parametrize("hand", ["other", "free"])
def test_the_hand_that_holds_on_is_not_the_one_that_lies_there(hand):
    """The forearm glides on; what the second hand does beside it changes no tool."""
    text = (
        f"The left forearm lies left of the spine above the buttock, the {hand} hand wrapped round its fist. "
    )
    [glide] = last_step(text + "It glides up to the ridge of the shoulder.").strokes
    assert (glide.tool, glide.hands, glide.start) == (Tool.FOREARM, Hands.LEFT, Place.BUTTOCK)
