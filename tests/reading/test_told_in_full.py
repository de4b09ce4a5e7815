"""Told in full: hands led to meet, whole strokes, strokes that are named ahead of their steps."""

import pytest

from effleurage.reading import read
from effleurage.routine import Direction, GiverPlace, Hands, Kind, Place, Posture, Relation, Technique, Tool
from reading.slots import last_step, steps, strokes

PALMS = "Place both palms on the lower back. Glide up to the neck. "
FOREARM = "Lay your forearm beside the spine. Slide it up to the shoulder. "


@pytest.mark.parametrize(
    "text",
    [
        "Lead them out and bring them back in so they approach each other over the mid back.",
        "Take them out round the shoulders and bring them back in so that they meet across the mid back.",
    ],
)
def test_hands_brought_back_in(text):
    """They come in from the sides, over what the aim names, and go back to no beginning."""
    glide = strokes(PALMS + text)[-1]
    assert (glide.over, glide.returning) == ((Place.MID_BACK,), False)
    assert Direction.IN in glide.direction


@pytest.mark.parametrize(
    "text", ["Do the whole slide twice more.", "Lift off, then make the full glide two more times."]
)
def test_the_whole_stroke_again(text):
    """It is the one that was told."""
    again = [s for s in strokes(FOREARM + text) if s.copied and s.technique is Technique.EFFLEURAGE]
    assert [(s.end, s.repeats) for s in again] == [(Place.SHOULDER, 2)]


def test_a_whole_stroke_is_a_new_one():
    """Without an article that points back it is done as told."""
    (made,) = strokes(FOREARM + "Make a full glide down the back.")[2:]
    assert (made.copied, made.over) == (False, (Place.BACK,))


NAMED = "Begin with a slow glide that wakes up the skin."


def test_a_stroke_named_ahead_of_its_steps():
    """What opens a paragraph and says what a stroke is good for is not done yet."""
    assert [s.kind for s in steps(f"{NAMED} Lay one hand on the hip. Slide it to the shoulder.")] == [
        Kind.NOTE,
        Kind.SETUP,
        Kind.STROKE,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Knead the hip. Finish with a slow glide that calms the skin.",
        "Finish with a long glide that runs up to the neck. Rest there.",
        "Finish with a long glide up the back. Rest there.",
    ],
)
def test_a_stroke_that_ends_the_work_is_done(text):
    """Nothing behind it tells it in detail, or it says where it goes itself."""
    assert any(s.technique is Technique.EFFLEURAGE for s in strokes(text))


@pytest.mark.parametrize(
    "text",
    [
        "Begin this wide sweep with both palms laid on the hips.",
        "Start the slow, gliding stroke with your two hands resting on the hips.",
        "Prepare for this long glide by putting both hands on the hips.",
        "Get ready for the fan by setting both palms on the hips, not far above the sacrum.",
        "This is a slow stroke, and it begins with both hands on the hips.",
    ],
)
def test_where_hands_lie_when_a_stroke_begins(text):
    """They are laid there, and nothing glides or is forbidden yet."""
    (laid,) = strokes(text)
    assert (laid.technique, laid.start, laid.hands) == (Technique.HOLD, Place.HIP, Hands.BOTH)
    assert read(text)[0].movements[0].limits == ()


def test_kneading_that_begins_with_thumbs_is_done():
    """It is done where the thumbs lie."""
    (knead,) = strokes("Begin the kneading with both thumbs on the neck.")
    assert (knead.technique, knead.over) == (Technique.PETRISSAGE, (Place.NECK,))


def test_fingers_in_line_with_the_head_point_there():
    """They lie where the hand lies."""
    (laid,) = strokes("Lay one palm on the sacrum, your fingers in line with the head.")
    assert (laid.start, laid.tool) == (Place.SACRUM, Tool.PALM)


FAN = "Lay one hand below the shoulder blade, fingers spread. Brush it up and out. "


@pytest.mark.parametrize(
    "text",
    [
        "Follow with the other hand, moving all round the blade to the armpit.",
        "Bring the second hand along behind, covering the area around the blade and over to the armpit.",
        "Send the other hand after it, going all about the shoulder blade to the armpit.",
        "Let the second hand do the same, and in this way go round the shoulder blade to the armpit.",
    ],
)
def test_where_both_hands_go_on(text):
    """The other hand has its turn, and then they go round together."""
    turn, onward = strokes(FAN + text)[2:]
    assert (turn.other_hand, turn.direction) == (True, (Direction.UP, Direction.OUT))
    assert (onward.over, onward.end) == ((Place.SHOULDER_BLADE,), Place.ARMPIT)
    assert Direction.AROUND in onward.direction


def test_how_the_other_hand_follows():
    """Where it sets out is its own, and no more is done."""
    (turn,) = strokes(FAN + "Let the other hand follow, moving up from the blade.")[2:]
    assert turn.other_hand


@pytest.mark.parametrize(
    "text", ["Sweep both palms out about the hips.", "Glide your hands all about the shoulders."]
)
def test_about_a_part_is_round_it(text):
    """As an older page says it."""
    assert Direction.AROUND in strokes(text)[0].direction


def test_about_the_middle_is_near_it():
    """No hand goes round it."""
    assert Direction.AROUND not in strokes("Stop the slide at about the middle of the back.")[0].direction


ROW = "Place the fingertips of both hands beside the spine. Pull them toward you down the side of the back. "


@pytest.mark.parametrize(
    "text",
    [
        "Repeat up to the base of the neck, where the last pull should run over the shoulder to the armpit.",
        "Repeat this pull up to the neck base, and let the last one run over the shoulder to the armpit.",
        "Repeat up to the base of the neck, and have the last of them sweep over the shoulder to the armpit.",
        "Make this pull again and again, climbing the spine to the base of the neck.",
    ],
)
def test_a_row_and_its_last_one(text):
    """The pull is done again all the way up, and the last one goes where it is told to."""
    step = last_step(ROW + text)
    row, *last = step.strokes
    assert (step.kind, row.copied, row.end) == (Kind.REPEAT, True, Place.NECK_BASE)
    assert [(s.over, s.end) for s in last] == [((Place.SHOULDER,), Place.ARMPIT)] * ("armpit" in text)


LOOP = "Place both palms on the lower back. Slide up to the neck. "


def test_arms_crossed_as_before():
    """How the arms are held is as before, and nothing is done again."""
    step = last_step(LOOP + "Reach down around the waist, your arms crossed as before.")
    (reach,) = step.strokes
    assert (step.kind, reach.over, reach.copied) == (Kind.STROKE, (Place.WAIST,), False)


@pytest.mark.parametrize(
    "text", ["Slide the palms farther, out round the hips.", "Glide on around the waist."]
)
def test_a_glide_that_goes_farther_round(text):
    """The same glide goes on; it is no row."""
    assert not strokes(LOOP + text)[-1].progress


def test_a_press_that_goes_farther():
    """Here each one is a little further on."""
    assert strokes("Press both thumbs beside the sacrum. Press a little further up.")[-1].progress


@pytest.mark.parametrize("text", ["Let the flesh slip free.", "Bit by bit let the sides slide loose."])
def test_flesh_that_slips_free(text):
    """It is let go."""
    assert strokes(LOOP + "Pull up the flesh at the waist. " + text)[-1].technique is Technique.RELEASE


@pytest.mark.parametrize(
    "text",
    [
        "Kneel at your partner's side, and let the head be turned from you.",
        "Kneel beside your partner and see that the head is facing the opposite way from you.",
    ],
)
def test_a_head_that_is_turned_away(text):
    """The giver is at the side, and at nobody's head."""
    told = last_step(text).arrangement
    assert told is not None
    assert (told.giver, told.posture) == (GiverPlace.SIDE, Posture.HEAD_AWAY)


@pytest.mark.parametrize(
    "text",
    [
        "Slide the palms to the middle of the back, each going past the other.",
        "The palms glide in to the middle of the back and cross paths.",
        "Bring both hands in to the spine, one hand passing the other.",
    ],
)
def test_each_hand_passes_the_other(text):
    """They go past each other, in whatever words."""
    assert strokes(LOOP + text)[-1].passes


@pytest.mark.parametrize("text", ["Work with each hand by the other.", "Rest one hand on the other."])
def test_hands_beside_each_other(text):
    """None goes past."""
    assert not any(s.passes for s in strokes(LOOP + text))


def test_crossed_arms_that_reach_down():
    """They are the giver's, and stay crossed."""
    reach = strokes(LOOP + "Stretch your still-crossed arms down around the waist.")[-1]
    assert (reach.over, reach.crossed) == ((Place.WAIST,), True)


@pytest.mark.parametrize(
    "text",
    [
        "This stroke also rests the shoulder and breaks up tension.",
        "This counts, as the lymph is being drained to the glands.",
        "This draws the stress out of the hips and sends fluid up to the armpits.",
        "We're working on the nerves beside the spine here.",
        "You are massaging the nerves on each side of the spine, and shifting stale fluid out of the hips.",
        "I'm moving the waste that gathers in the hips when people sit.",
        "It carries blood away from the shoulder and moves the lymph to the neck.",
    ],
)
def test_what_a_stroke_does_for_the_body(text):
    """It is told, and done by no hand."""
    assert last_step(LOOP + text).strokes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Push the fluid up to the armpit.",
        "The palms sweep fluid up to the neck.",
        "Work on the nerves beside the spine with your thumbs.",
    ],
)
def test_fluid_that_hands_push(text):
    """What hands do, or are told to do, is done."""
    assert last_step(LOOP + text).kind is Kind.STROKE


def test_what_a_hand_also_does():
    """It is done."""
    assert strokes(LOOP + "The left hand also lifts the shoulder.")[-1].hands is Hands.LEFT


def test_what_you_will_also_drive_off():
    """Behind what it is good for, tension that goes is good as well."""
    assert last_step(LOOP + "You will also calm the hip and drive away stress.").strokes == ()


def test_tension_that_is_kneaded_away():
    """Thumbs are at work on it."""
    (knead,) = last_step(LOOP + "You can calm the hip and knead away tension with your thumbs.").strokes
    assert knead.technique is Technique.PETRISSAGE


@pytest.mark.parametrize(
    "text", ["Your arms should stay crossed while you slide to the hips.", "Your arms should be crossed."]
)
def test_arms_crossed_meanwhile(text):
    """What the hands do meanwhile is done."""
    assert [s.crossed for s in last_step(LOOP + text).strokes] == [True] * ("hips" in text)


@pytest.mark.parametrize(
    ("text", "technique"),
    [
        ("Glide out round the hips and take the palms to where they began.", Technique.EFFLEURAGE),
        ("Lift off, and bring the hands to the starting position.", Technique.HOLD),
    ],
)
def test_hands_that_are_brought_home(text, technique):
    """Hands that glide come home along the skin; hands in the air are put down there."""
    assert last_step(LOOP + text).strokes[-1].technique is technique


def test_up_and_out_from_the_spine():
    """A way that goes on behind a way, and no line beside the spine."""
    fan = strokes("Lay one hand on the sacrum. Swing the hand up and out from the spine.")[-1]
    assert (fan.direction, fan.over, fan.end) == ((Direction.UP, Direction.OUT), (), None)


def test_an_inch_out_from_the_spine():
    """There it is a line."""
    (press,) = strokes("Press both thumbs in an inch out from the spine.")
    assert press.over == (Place.SPINE_SIDES,)


@pytest.mark.parametrize(
    "text",
    [
        "Bring in the other hand as the first comes to the end of its stroke.",
        "Let the second hand follow as the first reaches the end of its sweep.",
    ],
)
def test_the_first_of_two_hands_told_last(text):
    """It is a hand, and what it ends is done already."""
    (turn,) = strokes("Lay one hand on the sacrum. Sweep it up and out. " + text)[2:]
    assert (turn.other_hand, turn.direction) == (True, (Direction.UP, Direction.OUT))


@pytest.mark.parametrize("point", ["mid-point", "midpoint", "central point"])
def test_a_point_in_the_middle(point):
    """It is the middle of a place."""
    glide = strokes(LOOP + f"Glide in to the {point} of the lower back.")[-1]
    assert (glide.end, glide.end_spot and glide.end_spot.relation) == (Place.LOWER_BACK, Relation.MIDDLE)


@pytest.mark.parametrize(
    "text",
    [
        "With smooth strokes running upward as the lymph does, cover the back evenly with oil.",
        "Using strokes going upward, in the direction in which lymph flows, spread the oil over the back.",
        "With slow strokes that head upward, oil the back.",
    ],
)
def test_which_way_strokes_go_that_oil(text):
    """The way is told ahead of what goes it."""
    (oil,) = strokes(text)
    assert (oil.direction, oil.over) == ((Direction.UP,), (Place.BACK,))


@pytest.mark.parametrize(
    ("text", "end", "relation"),
    [
        ("Slide up until the neck is just ahead of them.", Place.NECK, Relation.BELOW),
        ("Slide down until the sacrum is right ahead.", Place.SACRUM, Relation.ABOVE),
    ],
)
def test_until_a_place_is_just_ahead(text, end, relation):
    """The hands stop short of it."""
    glide = strokes("Lay both palms on the mid back. " + text)[-1]
    assert (glide.end, glide.end_spot and glide.end_spot.relation) == (end, relation)
