"""Participles beside a verb, answers under a question, and other turns of people who chat."""

import pytest

from effleurage.reading import read
from effleurage.routine import Direction, Hands, Kind, Place, Pressure, Relation, Technique, Tool
from reading.slots import parts, steps, strokes

FOREARM = "Lay your forearm along the spine"


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("Leaning on your forearm, slide up beside the spine to the shoulder.", Tool.FOREARM),
        (
            "Leaning on the flat of the forearm (leaning, not squashing!), glide up beside the spine.",
            "forearm",
        ),
        ("Leaning into the heel of one hand, glide up beside the spine.", Tool.HEEL),
    ],
)
def test_what_is_leaned_on_is_what_glides(text, tool):
    """The weight is on the tool of the next verb; it does not press before it."""
    assert [(s.technique, s.tool) for s in strokes(text)] == [(Technique.EFFLEURAGE, tool)]


def test_leaning_somewhere_still_presses():
    """Where a place is leaned on, it is pressed."""
    assert strokes("Leaning on the buttock with your elbow, sink in.")[0].technique is Technique.COMPRESSION


@pytest.mark.parametrize(
    "words",
    [
        "your elbow being a touch above the buttocks",
        "the elbow end sitting above the buttocks",
        "with the point of the elbow resting just above the buttocks",
        "the elbow lying a smidge above the buttocks",
    ],
)
def test_where_the_elbow_lies_is_where_the_forearm_lies(words):
    """One arm is laid down, however its end is told; and nobody sits."""
    (step,) = steps(f"{FOREARM}, {words}.")
    (laid,) = step.strokes
    assert (laid.tool, laid.start, laid.start_spot.relation) == (Tool.FOREARM, Place.BUTTOCK, Relation.ABOVE)
    assert step.arrangement is None


@pytest.mark.parametrize(
    "words",
    ["grab the hand of that arm with your other hand", "catch hold of that wrist with your free hand"],
)
def test_a_hand_that_is_grabbed_is_clasped(words):
    """The other hand steadies the arm at work, and is put nowhere else."""
    (step,) = steps(f"{FOREARM}, and {words}.")
    assert step.arrangement.clasped
    assert [s.tool for s in step.strokes] == [Tool.FOREARM]


@pytest.mark.parametrize("words", ["making for", "heading for", "bound for", "aiming at"])
def test_what_is_made_for_is_the_end(words):
    """Where a stroke is bound for is where it ends."""
    (stroke,) = strokes(f"Glide out over the shoulder, {words} the armpit.")
    assert (stroke.over, stroke.end) == ((Place.SHOULDER,), Place.ARMPIT)


def test_hands_that_make_for_each_other_come_in():
    """Each other is no place."""
    (stroke,) = strokes("Bring both hands over the upper back, heading for each other.")
    assert Direction.IN in stroke.direction


def test_in_your_direction_is_toward_you():
    """The giver's own direction."""
    (stroke,) = strokes("Pull the fingertips in your direction.")
    assert Direction.TOWARD_GIVER in stroke.direction


def test_a_firm_hold_is_how_it_is_pulled():
    """A noun behind its adjective moves nothing."""
    text = "Rest both palms at the waist. Pull the flesh up with a firm hold."
    assert parts(text, "technique", "pressure")[1:] == [("petrissage", Pressure.FIRM)]


@pytest.mark.parametrize("words", ["slacken off gradually", "gradually slacken them off", "slack off slowly"])
def test_hands_that_slacken_off_stay_on(words):
    """The word "off" belongs to the verb; nothing is lifted off."""
    last = strokes(f"Pull the flesh at the waist up with both palms, then {words}.")[-1]
    assert (last.technique, last.direction) == (Technique.RELEASE, ())


def test_arms_that_are_crossed_already_do_not_cross_there():
    """Hands pass where it is said that they pass, and not where crossed arms set out."""
    told = strokes(
        "Rest both palms on the upper back. Keeping the arms crossed, reach down around the waist, pull the "
        "flesh up, let it go, and let the palms glide to the middle of the lower back and pass one another."
    )
    assert [s.passes for s in told if s.technique is Technique.EFFLEURAGE] == [False, True]


def test_the_teller_s_own_hands_in_a_heading_are_no_place():
    """Under "My hands are tired" the back is still what is worked on."""
    text = f"## My hands are tired. Can I cheat?\n\n{FOREARM}, and hold its wrist with your other hand."
    assert read(text)[0].movements[-1].steps[-1].arrangement.clasped


@pytest.mark.parametrize("answer", ["Everywhere!", "Your fingers, toward you.", "Both palms, mostly."])
def test_an_answer_under_a_question_is_a_note(answer):
    """What is said in a word under a heading that asks answers it."""
    text = f"# Questions\n\n## Pulling what?\n\n{answer} Rest both palms on the lower back."
    note, setup = read(text)[0].movements[-1].steps
    assert (note.kind, setup.kind) == (Kind.NOTE, Kind.SETUP)
    assert setup.strokes[0].hands is Hands.BOTH


def test_raised_palms_leave_the_fingertips():
    """What is said of hands whose palms are raised is said of their fingertips."""
    told = strokes(
        "Hold your hands side by side with the palms lifted, so that only the fingertips touch. They belong "
        "beside the spine, slightly higher than the tailbone. Draw them toward you."
    )
    assert [(s.tool, s.hands) for s in told] == [(Tool.FINGERTIPS, Hands.BOTH)] * 2
    assert told[0].start_spot.relation is Relation.ABOVE


def test_both_hands_on_the_same_side_have_one_side():
    """A sentence that only says so moves nothing, and says where the stroke before it is done."""
    told = strokes(
        "Rest one hand on the sacrum. Sweep this hand up and outwards. Bring in the other behind it. "
        "Both hands work on the same side."
    )
    assert len(told) == 3
    assert told[-1].side == "one"


@pytest.mark.parametrize(
    "text",
    [
        "Kneading the neck releases tension.",
        "Kneading it frees tension.",
        "It is lovely for the shoulder, helping to drain lymph into the armpit.",
        "The stroke channels lymph to the armpits, besides relaxing the shoulder.",
        "Few strokes are quite so calming.",
    ],
)
def test_what_is_only_spoken_of_is_not_done(text):
    """What a stroke is good for is no stroke."""
    assert not strokes("Rest both palms on the neck. " + text)[1:]


@pytest.mark.parametrize(
    "words",
    ["With your fingers staying close together,", "With the hands remaining flat,"],
)
def test_how_hands_are_held_is_no_hold(words):
    """Only the main verb moves."""
    assert [s.technique for s in strokes(f"{words} glide up the back.")] == [Technique.EFFLEURAGE]


def test_oil_is_rubbed_warm_in_the_hands():
    """What is done with oil that was poured into the hands is done there."""
    (told,) = strokes("Pour oil into your hands, rub it warm, and spread it over the back.")
    assert told.verb == "spread"


@pytest.mark.parametrize(
    "words",
    [
        "and stop when you reach the base of the neck",
        "and halt at the base of the neck",
        "and come to a halt at the base of the neck",
        "and pull up just short of the base of the neck",
    ],
)
def test_where_a_glide_stops_is_its_end(words):
    """Hands that halt are not put down anew."""
    (told,) = strokes(f"Glide both palms up beside the spine, {words}.")
    assert told.end is Place.NECK_BASE


@pytest.mark.parametrize(
    "sentence",
    [
        "Stop when you reach the base of the neck.",
        "When you are just below the base of the neck, stop.",
        "You finish just below the base of the neck.",
        "Their journey ends at the base of the neck.",
    ],
)
def test_where_a_glide_stops_may_be_told_behind_it(sentence):
    """A sentence of its own says where the stroke before it ends."""
    (told,) = strokes(f"Glide both palms up beside the spine. {sentence}")
    assert told.end is Place.NECK_BASE


def test_hands_that_are_let_go_by_each_other_pass():
    """Nobody lets go."""
    told = strokes("Rest both palms on the upper back. Let them go by each other and keep gliding.")
    assert [(s.technique, s.passes) for s in told[1:]] == [(Technique.EFFLEURAGE, True)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Both palms are on the lower back, fingers to the head.",
        "**Start position:** Both palms lie on the lower back.",
        "**Position of the hands:** both palms make contact on the lower back.",
    ],
)
def test_where_hands_are_said_to_be_they_are_laid(sentence):
    """In so many words, also behind a label in bold."""
    (laid,) = strokes(f"Sit beside them. {sentence}")
    assert (laid.technique, laid.tool, laid.start) == (Technique.HOLD, Tool.PALM, Place.LOWER_BACK)


def test_where_their_hands_are_is_a_posture():
    """The receiver's hands lie nowhere to work."""
    assert not strokes("Their hands are under the forehead.")


@pytest.mark.parametrize("place", ["at the lower tip of the shoulder blade", "over the sacrum"])
def test_a_hand_whose_fingers_are_spread_somewhere_is_laid_there(place):
    """The palm lies with them."""
    (laid,) = strokes(f"Spread the fingers of one hand {place}.")
    assert (laid.technique, laid.tool, laid.fingers) == (Technique.HOLD, Tool.PALM, "splayed")


def test_palms_that_are_lifted_so_that_fingertips_touch_let_nothing_go():
    """What is placed next are the fingertips."""
    told = strokes(
        "Bring your hands together and lift your palms, so that it is your fingertips that make contact. "
        "Place these at the side of the spine, just above the tailbone."
    )
    assert [(s.technique, s.tool) for s in told] == [(Technique.HOLD, Tool.FINGERTIPS)]
