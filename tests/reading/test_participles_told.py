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
