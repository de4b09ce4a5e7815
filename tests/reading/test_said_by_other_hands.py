"""Second tellings: hands that carry on, come home to their spot, start on the same side; what comes next."""

import pytest

from effleurage.routine import Direction, Hands, Kind, Place, Posture, Relation, Side, Technique, Tool
from reading.slots import last_step, steps, strokes

PALMS = "Place both palms just above the base of the spine. Slide to the upper back. "
FAN = "Put one hand on the sacrum, fingers splayed. Fan it up and out, away from the spine. "
FOREARM = "Lay your forearm beside the spine. "


@pytest.mark.parametrize(
    "text",
    [
        "Slide out around the hips until the hands are back where they started.",
        "Slide the palms out around the hips to the starting position.",
        "Slide out around the hips, ending where you began.",
        "Palms out round hips; back to start.",
    ],
)
def test_hands_come_home_to_their_spot(text):
    """The exact spot where they were laid is where they come to."""
    home = strokes(PALMS + text)[-1]
    assert home.end is Place.LOWER_BACK or home.end is Place.SACRUM
    assert home.end_spot is not None
    assert (home.end_spot.place, home.end_spot.relation) == (Place.SACRUM, Relation.ABOVE)


@pytest.mark.parametrize(
    "text",
    [
        "Carry on, gliding your hands down to the hips.",
        "Continue without a pause, gliding both hands to the hips.",
        "Keep going, sliding the palms to the hips.",
    ],
)
def test_hands_carry_on_by_gliding(text):
    """What carries on is a new way, and nothing is done again."""
    step = last_step(PALMS + text)
    (glide,) = step.strokes
    assert step.kind is Kind.STROKE
    assert (glide.end, glide.copied) == (Place.HIP, False)


def test_work_that_goes_on_further_up():
    """Without hands of its own it is the same work further on."""
    assert last_step(PALMS + "Keep going, working up the back.").kind is Kind.REPEAT


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rest one hand at the spine's side.", Place.SPINE_SIDES),
        ("Rest one hand a little higher than the tailbone.", Place.SACRUM),
        ("Leave one hand lying lightly on the back of the head.", Place.HEAD),
        ("Leave your left hand resting on the sacrum.", Place.SACRUM),
        ("Both palms start on the hips, their fingers toward the head.", Place.HIP),
    ],
)
def test_hands_that_lie_somewhere(text, place):
    """However it is said, they lie there."""
    (laid,) = strokes(text)
    assert (laid.technique, laid.start) == (Technique.HOLD, place)


@pytest.mark.parametrize(
    "text",
    [
        "With your free hand, hold the working hand to steady and support it.",
        "The working hand is clasped by your other hand to brace and steady it.",
    ],
)
def test_what_a_clasp_is_for(text):
    """What the hand is clasped for is no hold of its own."""
    step = last_step(FOREARM + text)
    assert not step.strokes
    assert step.arrangement is not None
    assert step.arrangement.clasped


@pytest.mark.parametrize(
    "text",
    [
        "Forearm along the spine; elbow just above the buttock.",
        "Your forearm along the spine.",
    ],
)
def test_forearm_along_the_spine(text):
    """Without a verb it lies beside the spine."""
    (laid,) = strokes(text)
    assert (laid.technique, laid.tool) == (Technique.HOLD, Tool.FOREARM)
    assert Place.SPINE_SIDES in (laid.start, *laid.over)


def test_forearm_along_the_spine_to_somewhere():
    """With an end it goes there."""
    assert strokes("Forearm along the spine to the shoulder.")[0].technique is not Technique.HOLD


@pytest.mark.parametrize(
    "text",
    [
        "Just as this hand completes its arc, the other one starts on that same side.",
        "As it finishes, the other hand begins on the same side.",
    ],
)
def test_the_other_hand_starts_on_the_same_side(text):
    """It is its turn, and not the other side's."""
    turn = strokes(FAN + text)[-1]
    assert (turn.other_hand, turn.follows, turn.side, turn.copied) == (True, True, Side.ONE, False)


@pytest.mark.parametrize(
    "text",
    [
        "Swap hands continuously and climb the full length of the side of the spine.",
        "Change hands constantly, working up the side of the spine.",
    ],
)
def test_hands_that_change_all_the_time(text):
    """They go by turns."""
    assert strokes(FAN + text)[-1].hands is Hands.ALTERNATE


@pytest.mark.parametrize(
    "text",
    [
        "Slide up beside the spine and come to the shoulder.",
        "Glide up the side of the spine and come to the top of the shoulder.",
    ],
)
def test_a_glide_comes_somewhere(text):
    """Where it comes to is its end."""
    (_, up) = strokes(FOREARM + text)
    assert up.direction == (Direction.UP,)
    assert up.end in (Place.SHOULDER, Place.SHOULDER_TOP)


@pytest.mark.parametrize(
    "text",
    [
        "Next come fans beside the spine. It feels lovely. ",
        "Now follow long strokes along the spine. ",
    ],
)
def test_what_comes_next_is_only_named(text):
    """Where hands are laid down next, the name of a stroke is none."""
    named, *_ = steps(text + FAN)
    assert not named.strokes


def test_what_comes_next_is_done():
    """Where no hands are laid down, it is done."""
    assert strokes(PALMS + "Next comes a long glide up the back with both hands.")[-1].technique is not None


def test_what_helps_lets_nothing_go():
    """What a stroke is good for has the stroke for its subject."""
    text = PALMS + "The kneading helps to break these down and lets tension go."
    assert not last_step(text).strokes


def test_reaching_down_like_that():
    """Hands that go somewhere as they are held do nothing again."""
    reach = strokes(PALMS + "Your arms are crossed. Reach down around the waist like that.")[-1]
    assert (reach.copied, reach.over) == (False, (Place.WAIST,))


@pytest.mark.parametrize(
    "text",
    [
        "For this stroke, first lay both hands on the hips.",
        "For this wide, sweeping movement, lay both hands on the hips.",
        "To begin, first place both hands on the hips.",
    ],
)
def test_what_is_done_first_of_all(text):
    """What it is for is named, and what is done first is done."""
    (laid,) = strokes(text)
    assert (laid.technique, laid.start, laid.hands) == (Technique.HOLD, Place.HIP, Hands.BOTH)


@pytest.mark.parametrize(
    "text",
    [
        "Guide the hand in a fan-shaped turn upward and outward, away from the spine.",
        "Lead the hand in a fan-like sweep up and out.",
    ],
)
def test_the_shape_of_a_turn(text):
    """A turn of some shape is no turn of its own."""
    fan = strokes(FAN + text)[-1]
    assert set(fan.direction) >= {Direction.UP, Direction.OUT}


def test_a_hand_that_is_grasped_in_order_to_steady_it():
    """The purpose takes no word of the clasp."""
    step = last_step(FOREARM + "Grasp the working hand with the free hand in order to steady it.")
    assert not step.strokes
    assert step.arrangement is not None
    assert step.arrangement.clasped


@pytest.mark.parametrize(
    "text",
    [
        "The nurse spreads oil over the back with smooth strokes in an upward direction.",
        "The nurse sits at the side and distributes oil over the back.",
    ],
)
def test_who_gives_by_trade(text):
    """A nurse gives as a therapist does."""
    assert strokes(text)[-1].over == (Place.BACK,)


def test_the_flesh_about_a_place():
    """It lies about the waist, and is drawn up off it."""
    assert (
        strokes(PALMS + "Draw the flesh about the waist firmly upward.")[-1].technique is Technique.PETRISSAGE
    )


@pytest.mark.parametrize("text", ["This finishes the figure of eight.", "That completes the loop."])
def test_what_is_over_by_now(text):
    """What was told is all of it, and is not done again."""
    step = last_step(PALMS + text)
    assert (step.kind, step.strokes) == (Kind.NOTE, ())


@pytest.mark.parametrize(
    "text",
    [
        "Have the person lie face down with the forehead resting upon the hands.",
        "Ask them to lie prone, brow pillowed upon their hands.",
    ],
)
def test_a_forehead_upon_hands(text):
    """Upon is on."""
    step = last_step(text)
    assert step.arrangement is not None
    assert step.arrangement.posture is Posture.FOREHEAD_ON_HANDS


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Your palms glide in toward the centre of the lower back.", Place.LOWER_BACK),
        ("Slide both hands toward the middle of the lower back.", Place.LOWER_BACK),
    ],
)
def test_toward_the_centre_of_a_place(text, end):
    """There they come to."""
    assert strokes("Both palms lie on the waist. " + text)[-1].end is end


def test_until_hands_head_for_each_other():
    """How far they go is no matter of how often."""
    text = PALMS + "Bring them in across the upper back until they're heading for each other."
    assert strokes(text)[-1].repeats == 1


@pytest.mark.parametrize(
    "text",
    [
        "I then go over the same length with my fingertips. ",
        "I make the biggest stroke of all, a figure of eight. ",
    ],
)
def test_what_i_do_next_is_only_named(text):
    """Where the reader is told to lay hands down for it, what "I" do is told by that."""
    named, *rest = steps(text + FAN)
    assert not named.strokes
    assert rest[0].strokes


def test_what_i_do_is_done_where_all_of_it_is_told_so():
    """Somebody who tells all of what "I" do does it."""
    first, *_ = steps("I go over the back with my palms. I put one hand on the sacrum. I fan it up and out.")
    assert first.strokes


@pytest.mark.parametrize(
    "text", ["I leave the neck until the end, for it is sensitive.", "Leave the shoulders until later."]
)
def test_what_is_left_for_later_is_not_held(text):
    """When it is done is no hold."""
    assert not last_step(text).strokes


@pytest.mark.parametrize(
    "text",
    [
        "Take the movement up the spine a bit at a time.",
        "Carry the stroke up the spine little by little.",
        "Work the pull up the back bit by bit.",
    ],
)
def test_a_stroke_that_is_taken_up_the_spine(text):
    """It is done again and again, further up each time."""
    step = last_step("Place your fingertips beside the spine. Pull them down the side of the back. " + text)
    (row,) = step.strokes
    assert step.kind is Kind.REPEAT
    assert (row.copied, row.progress, row.repeats) == (True, True, None)


def test_a_hand_that_is_taken_up_the_spine():
    """A hand that is taken somewhere glides there."""
    assert not strokes(FAN + "Take the hand up the spine.")[-1].copied


def test_your_spare_hand():
    """It is the other one, and nothing that is left out."""
    step = last_step(FOREARM + "Grip your working hand with your spare one, or the arm will wobble.")
    assert step.arrangement is not None
    assert step.arrangement.clasped


def test_it_is_this_that_you_slide():
    """What is put first is what is slid."""
    (_, up) = strokes(FOREARM + "There is a flat bone, and it is this that you slide up beside the spine.")
    assert (up.technique, up.tool, up.over) == (Technique.EFFLEURAGE, Tool.FOREARM, (Place.SPINE_SIDES,))


def test_another_paragraph_lays_flat_hands():
    """Palms that were raised in the paragraph before are so no longer."""
    text = (
        "With palms raised, place the fingertips beside the spine. Pull them down the side of the back.\n\n"
        "Lay both hands on the lower back. Slide them up. Lift off."
    )
    assert [s.tool for s in strokes(text)][2:] == [Tool.PALM] * 3
