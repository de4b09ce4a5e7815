"""What training manuals say in the third person and the passive: fingers, arms, rounds, purposes."""

import pytest

from effleurage.routine import Direction, Facing, Hands, Kind, Place, Stance, Technique, Tool
from reading.slots import last_step, strokes

FOREARM = "Slide the forearm up beside the spine to the shoulder. "
ONE = "Place one hand on the sacrum. Fan it up and out. "


@pytest.mark.parametrize(
    "text",
    [
        "Purpose: drains the lymph to the armpits.",
        "Benefits: stroking up the back moves blood to the heart.",
        "**Purpose:** softens the shoulder and drains lymph to the armpit.",
        "Aim: press the knots away.",
        "Effect: lifts the mood and pulls the shoulders back.",
    ],
)
def test_what_it_is_for_moves_no_hands(text):
    """Behind the word for a purpose stands a reason, whatever its verbs are."""
    step = last_step("Place one hand on the sacrum. " + text)
    assert (step.kind, step.strokes) == (Kind.NOTE, ())


@pytest.mark.parametrize(
    "text",
    [
        "Its partner waits on the same side, ready to come in behind.",
        "Its twin hovers close by, ready to follow.",
        "The other waits its turn on the same side.",
        "The second hand waits beside it until it is called.",
    ],
)
def test_a_hand_waits_as_the_subject(text):
    """A hand that waits, whatever it is called, does nothing yet."""
    told = strokes(f"Place one hand on the shoulder blade. {text} Brush up and out.")
    assert [s.technique for s in told] == [Technique.HOLD, Technique.EFFLEURAGE]


@pytest.mark.parametrize(
    "text",
    [
        "The leading hand brushes up and out in a fan-like arc, and the second hand does likewise after.",
        "The first hand brushes up and out in a fan-like sweep; the other does likewise straight after.",
        "One hand brushes up and out, and the second does likewise right after.",
    ],
)
def test_the_second_hand_does_likewise(text):
    """What the second hand does likewise is a stroke of its own."""
    _, first, second = strokes("Place one hand on the shoulder blade. " + text)
    assert first.direction == second.direction == (Direction.UP, Direction.OUT)
    assert second.follows


@pytest.mark.parametrize(
    "way", ["leaving the spine behind", "leaving the backbone behind", "leaving the spine"]
)
def test_what_leaves_the_spine_goes_outward(way):
    """To leave the spine behind is to go outward, and no place to start from."""
    last = strokes(f"Place one hand on the sacrum. The hand turns like a fan, upward, {way}.")[-1]
    assert (last.start, last.direction) == (Place.SACRUM, (Direction.UP, Direction.OUT))


@pytest.mark.parametrize(
    "text",
    [
        "Hand follows hand in this way until the full height of that side of the spine has been covered.",
        "Hand follows hand until the whole length of that side of the spine has been covered.",
        "Alternate hands until the entire length of the side of the spine has been worked.",
    ],
)
def test_until_all_of_a_line_has_been_covered(text):
    """A passive far behind "until" tells what was gone over by turns, and prepares nothing."""
    last = strokes(ONE + text)[-1]
    assert last_step(ONE + text).kind is Kind.STROKE
    assert (last.hands, last.start, last.over) == (Hands.ALTERNATE, Place.SACRUM, (Place.SPINE_SIDES,))


@pytest.mark.parametrize(
    "text",
    [
        "The fingers are spread wide, and the index finger is aimed at the side of the spine.",
        "Your fingers are splayed wide and the forefinger is pointed at the spine.",
    ],
)
def test_fingers_are_told_of_in_the_passive(text):
    """How the fingers of a hand are that was laid down is told of that hand."""
    (hold,) = strokes("The therapist sets one hand at the base of the spine. " + text)
    assert hold.fingers == "splayed"
    assert hold.index_along_spine


@pytest.mark.parametrize(
    "text",
    [
        "The arm is raised softly from the skin.",
        "The arm is raised gently off.",
        "Then the forearm is lifted away.",
    ],
)
def test_the_working_arm_is_raised_in_the_passive(text):
    """An arm that is raised is the one at work, and it leaves the skin."""
    release = strokes(FOREARM + text)[-1]
    assert (release.technique, release.tool, release.direction) == (
        Technique.RELEASE,
        Tool.FOREARM,
        (Direction.OFF,),
    )


@pytest.mark.parametrize(
    "text",
    [
        "The whole glide is then performed two more times from the bottom, making three in all.",
        "The entire stroke is then done twice more.",
        "The whole sweep is performed two further times, which makes three in all.",
    ],
)
def test_the_whole_stroke_is_performed_again(text):
    """Behind "the whole" stands what is done again, as often as is said besides."""
    told = [s for s in strokes(FOREARM + text) if s.copied]
    assert [(s.tool, s.repeats, s.in_all) for s in told] == [(Tool.FOREARM, 2, False)]


@pytest.mark.parametrize(
    "text",
    [
        "The therapist's free hand grips the working hand to steady and support it.",
        "The free hand holds the working wrist to guide and steady it.",
    ],
)
def test_two_purposes_of_a_clasp(text):
    """What a clasp is for is no hold beside it."""
    step = last_step("Lay your forearm beside the spine. " + text)
    assert step.strokes == ()
    assert step.arrangement is not None
    assert step.arrangement.clasped


def test_a_purpose_ends_where_other_work_begins():
    """Behind a purpose a verb of work is what is done."""
    text = "I rest my left hand on his left shoulder to steady him and work on the right one with my thumb."
    assert [s.tool for s in strokes(text)] == [Tool.PALM, Tool.THUMB]


@pytest.mark.parametrize(
    "text",
    [
        "Squeeze the waist. Bit by bit the sides are let go, while the palms slide in to the lower back.",
        "Squeeze the waist. The sides are let go bit by bit, while the palms glide in to the lower back.",
    ],
)
def test_sides_are_let_go(text):
    """What is let go in the passive is let go by the hands."""
    assert [s.technique for s in strokes(text)] == [
        Technique.PETRISSAGE,
        Technique.RELEASE,
        Technique.EFFLEURAGE,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The fingers stay closed against one another as the therapist draws them down the side of the back "
        "towards his or her own body.",
        "The fingers remain close together as she draws them down the side towards her own body.",
        "The fingers stay joined while the therapist draws them down the side of the back towards himself.",
    ],
)
def test_fingers_that_stay_closed_are_no_hold(text):
    """How fingers are held is no hold, and one's own body is the giver's."""
    before = (
        "The hands are held side by side with the palms lifted off the skin. The fingertips are placed just "
        "above the coccyx. "
    )
    hold, draw = strokes(before + text)
    assert (hold.technique, hold.hands) == (Technique.HOLD, Hands.BOTH)
    assert draw.over == (Place.FLANK,)
    assert Direction.TOWARD_GIVER in draw.direction


@pytest.mark.parametrize(
    "text",
    [
        "The therapist returns to a seated position at the client's side and faces across the back.",
        "The masseur goes back to sitting at the client's side and faces across the back.",
        "Go back to sitting at the side, turning across the back.",
    ],
)
def test_a_giver_goes_back_to_sitting(text):
    """Whoever returns to a seat sits there."""
    step = last_step("Glide up the back with both palms. " + text)
    assert step.strokes == ()
    assert step.arrangement is not None
    assert (step.arrangement.stance, step.arrangement.facing) == (Stance.SITTING, Facing.ACROSS)


@pytest.mark.parametrize(
    "text",
    [
        "From there, open outward, curve around the shoulders, and come in over the upper back.",
        "From there, open out, sweep around the shoulders and come in over the upper back.",
    ],
)
def test_hands_open_outward_on_their_way(text):
    """Hands that open outward go out round what comes next."""
    _, around, inward = strokes("Place both palms on the lower back. " + text)
    assert (around.over, around.direction) == ((Place.SHOULDER,), (Direction.OUT, Direction.AROUND))
    assert inward.direction == (Direction.IN,)


@pytest.mark.parametrize("over", ["going over the top of the left", "on top of the left", "over the left"])
def test_the_arm_over_the_top_of_the_other(over):
    """Over the top of the other arm is over it."""
    last = strokes(
        f"Bring both palms in across the upper back. They pass, the right arm {over}, and glide on."
    )[-1]
    assert last.passes
    assert last.upper_hand is Hands.RIGHT


@pytest.mark.parametrize("verb", ["part", "separate", "divide"])
def test_hands_that_part_circle_what_they_go_round(verb):
    """Hands that part and circle the shoulders go round them, and rub no circles there."""
    text = f"There the hands {verb}, circle the shoulders, and come back inward."
    around = strokes("Glide both palms up to the neck. " + text)[1]
    assert (around.technique, around.over) == (Technique.EFFLEURAGE, (Place.SHOULDER,))
    assert around.direction == (Direction.OUT, Direction.AROUND)


def test_the_place_described_in_a_step_is_home():
    """What a numbered step describes is where hands set out."""
    text = "Sweep them round the hips and back to the place described in step 1."
    assert strokes("Place both palms on the lower back. " + text)[-1].end is Place.LOWER_BACK
