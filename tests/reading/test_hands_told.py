"""What is told of the giver's own hands and arms, and rows that go on without a verb."""

import pytest

from effleurage.reading import read
from effleurage.routine import Kind
from reading.slots import parts, steps

LAID = "Sit at the side. Put both palms on the lower back. Slide them up to the neck. "


@pytest.mark.parametrize(
    ("text", "tool", "start"),
    [
        ("Lay both hands on the upper back, thumbs nearly touching.", "palm", "upper_back"),
        ("Rest your palms on the waist, the fingertips just meeting.", "palm", "waist"),
        ("Put one hand on the hip with the index finger resting along the spine.", "palm", "hip"),
        ("One hand on the sacrum, fingers spread, index finger beside the spine.", "palm", "sacrum"),
    ],
)
def test_fingers_told_how_they_lie_are_no_tool(text, tool, start):
    """The hand is what is laid down."""
    assert parts(text, "technique", "tool", "start") == [("hold", tool, start)]


def test_a_demonstrative_leads_a_hand():
    """As if it were "the"."""
    text = "Put one hand on the sacrum. That hand fans up and out."
    assert parts(text, "technique", "start", "direction")[1:] == [("effleurage", "sacrum", ["up", "out"])]


def test_crossed_arms_are_the_givers():
    """They are no place to work on."""
    text = LAID + "Let the hands pass, left arm over right, and keep gliding. "
    text += "Arms still crossed, glide down to the waist."
    passing, down = parts(text, "over", "end")[-2:]
    assert "arm" not in passing[0]
    assert down == ([], "waist")
    routine, _ = read(text)
    stroke = routine.movements[0].steps[-2].strokes[0]
    assert stroke.passes
    assert str(stroke.upper_hand) == "left"


def test_a_hand_that_waits_does_nothing():
    """Only the other one is laid down."""
    text = "One palm at the tip of the shoulder blade; the second hand waits on the same side."
    assert parts(text, "technique", "hands", "start") == [("hold", "one", "shoulder_blade")]


def test_bit_by_bit_is_no_motion():
    """Nor is what a motion covers as a whole."""
    text = "Glide up with both palms from the hips to the neck, strip beside strip over the whole back."
    assert parts(text, "start", "end", "over") == [("hip", "neck", ["back"])]


def test_again_and_again_is_a_repeat_without_a_verb():
    """It says how far the row goes."""
    told = "Put your palms beside the spine at the hips. Draw them out to the side. "
    routine, _ = read(told + "Again and again up to the neck.")
    step = routine.movements[0].steps[-1]
    assert step.kind is Kind.REPEAT
    assert [(str(s.start), str(s.end)) for s in step.strokes] == [("hip", "neck")]


def test_what_is_done_again_begins_where_it_began():
    """Where the hands have come to is only when the other side begins."""
    text = "Put your left palm on the left hip. Fan it out. When you reach the neck do the other side."
    assert parts(text, "start", "side")[-1] == ("hip", "right")


def test_a_list_without_a_heading_begins_anew():
    """From its beginning, and not from the text's."""
    text = (
        "1. Stroke the back with both palms.\n2. Knead the hips.\n\n"
        "1. Press the shoulders.\n2. Tap the calves.\n3. Once more from the beginning.\n"
    )
    assert [t for (t,) in parts(text, "technique")][-2:] == ["compression", "tapotement"]


def test_what_is_worked_before_a_list_is_a_movement_of_its_own():
    """The list is another."""
    text = "Stroke the whole back with both palms.\n\n1. Knead the hips.\n2. Press the shoulders.\n"
    assert [len(movement.steps) for movement in read(text)[0].movements] == [1, 2]


def test_the_giver_who_moves_and_kneels_only_takes_a_place():
    """No hand works while somebody walks."""
    routine, _ = read(LAID + "After that I move down and kneel beside the hips, looking toward the head.")
    step = routine.movements[0].steps[-1]
    assert (step.kind, step.strokes) == (Kind.SETUP, ())


@pytest.mark.parametrize("told", ["Arms straight, lean in.", "Lean in through straight arms."])
def test_straight_arms_are_the_givers(told):
    """Where the weight goes through is not where it goes to."""
    assert parts("Put both fists on the right thigh. " + told, "over")[-1] == (["leg"],)


def test_a_thing_that_is_taken_is_no_speech():
    """As if it were "the"."""
    text = "Take that thick muscle beside the spine between your thumbs and fingers and squeeze it."
    assert parts(text, "technique", "tool")[-1] == ("petrissage", "grip")


def test_a_count_behind_a_simile_is_the_motions():
    """The likeness is not what is counted."""
    text = "Brush down the back with both palms, as if you were sweeping a step, three times."
    assert parts(text, "technique", "repeats") == [("effleurage", 3)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The fingers are spread well apart, and the thumb is relaxed.",
        "Its fingers are held wide apart.",
        "The fingers are fanned nicely apart, the index finger pointing at the spine.",
    ],
)
def test_how_fingers_are_spread_is_no_stroke(sentence):
    """They shape the hand that was laid, and it stays where it is."""
    _, shaped, fan = steps(f"Lay one hand on the sacrum. {sentence} Fan it up and out.")
    assert (shaped.kind, shaped.strokes) == (Kind.SETUP, ())
    assert str(fan.strokes[0].start) == "sacrum"
