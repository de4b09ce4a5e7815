"""The forearm's ends, how far it slides, how often, and the way to the other side."""

import pytest

from effleurage.reading import read
from effleurage.routine import Kind, Posture, Technique
from reading.slots import last_step, parts, steps, strokes

LAID = "Kneel at the side. Lay the forearm beside the spine, the elbow end just above the buttock. "
PASS = LAID + "Slide up to the ridge of the shoulder. Lift off softly. "


@pytest.mark.parametrize(
    "text",
    [
        "Lay your forearm close by the spine with its elbow end just above the buttock.",
        "Set the forearm down beside the spine, elbow end a little above the buttock.",
        "Rest a forearm next to the spine, its elbow's end just over the buttock.",
        "Put the forearm beside the spine so that the elbow end rests just above the buttock.",
        "Place the forearm along the spine on the near side, the end nearest the elbow above the buttock.",
        "Position the forearm alongside the spine with the lower end of the forearm just above the buttock.",
        "The forearm is laid next to the spine, its elbow end just above the buttock.",
        "Forearm beside the spine, elbow end just above the buttock.",
        "Lay the flat of the forearm beside the spine: elbow end low, just above the buttock.",
        "Settle the forearm beside the spine with its elbow end at the top of the buttock.",
    ],
)
def test_the_end_of_a_forearm_says_where_it_lies(text):
    """It is laid on its line with that end at the level that is named, and no arm is held."""
    assert parts("Kneel at the side. " + text, "technique", "tool", "start", "over")[-1] == (
        "hold",
        "forearm",
        "buttock",
        ["spine_sides"],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Slide up until the wrist meets the shoulder's ridge.",
        "Glide up until your wrist reaches the crest of the shoulder.",
        "Slide up until the wrist end is at the ridge of the shoulder.",
        "Sweep up till the wrist comes to the top of the shoulder.",
        "Glide upward until the wrist's end arrives at the shoulder ridge.",
        "Slide the forearm up until its wrist touches the ridge of the shoulder.",
        "Push up slowly until your wrist gets to the top of the shoulder.",
        "Slide up on the flat bone until the wrist has reached the shoulder line.",
        "Stroke upward until the front end of the forearm is on the ridge of the shoulder.",
        "Glide up as far as the crest of the shoulder.",
    ],
)
def test_a_wrist_that_arrives_ends_one_slide(text):
    """The forearm stays the tool, the place is its end, and it goes there once."""
    assert parts(LAID + text, "tool", "start", "end", "repeats")[-1] == (
        "forearm",
        "buttock",
        "shoulder_top",
        1,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Then go round, have the head turned the opposite way, and repeat.",
        "Walk round the table, turn the head the other way and do it again.",
        "Go round to the other side, let the head be turned over, and repeat.",
        "Cross to the other side, have the face turned back, and do the same there.",
        "Move round, ask for the head to be turned, and repeat.",
        "Walk around, turn the face away again and repeat.",
        "Come round to the far side, have them look the other way, and repeat.",
        "Walk round, get them to look the other way, and repeat.",
        "Now go round, turn the head the other way, and repeat everything.",
        "Go over to the other side, have your partner turn the head, and repeat.",
    ],
)
def test_a_head_that_is_turned_on_the_way_round_changes_no_place(text):
    """The passes are copied to the other side, upward as before, and none begins at the head."""
    step = last_step(PASS + text)
    assert step.kind is Kind.REPEAT
    assert {str(s.side) for s in step.strokes} == {"other"}
    assert "head" not in {str(s.start) for s in step.strokes}
    assert [str(d) for s in step.strokes for d in s.direction if str(d) != "off"] == ["up"]


@pytest.mark.parametrize(
    ("text", "in_all"),
    [
        ("Three passes.", True),
        ("Do so three times in all.", True),
        ("Make 3 passes.", True),
        ("Three times altogether.", True),
        ("Do this three times.", True),
        ("Repeat until you have done three passes in total, three times in all.", True),
        ("Twice more.", False),
        ("Repeat twice.", False),
        ("Do two more passes.", False),
        ("Repeat three times.", False),
        ("Another two passes.", False),
        ("Do it again twice.", False),
    ],
)
def test_a_count_is_told_in_all_or_besides(text, in_all):
    """As in "three passes", which takes in the one that was done, and not in "twice more"."""
    step = last_step(PASS + text)
    assert step.kind is Kind.REPEAT
    assert {s.in_all for s in step.strokes} == {in_all}


@pytest.mark.parametrize(
    ("text", "posture"),
    [
        ("Kneel at one side and have your partner look the other way.", Posture.HEAD_AWAY),
        ("The head looks the other way.", Posture.HEAD_AWAY),
        ("Let the head be turned the opposite way.", Posture.HEAD_AWAY),
        (
            "Turn your client's face in the opposite direction, so that it is off to the side.",
            Posture.HEAD_AWAY,
        ),
        ("Kneel beside them and have the head looking in the other direction.", Posture.HEAD_AWAY),
        ("Have the face turned left.", Posture.HEAD_LEFT),
        ("Your partner's face is turned to the right.", Posture.HEAD_RIGHT),
        ("The head is turned right.", Posture.HEAD_RIGHT),
    ],
)
def test_which_way_the_head_looks(text, posture):
    """It is the receiver's posture, however it is said."""
    arrangement = steps(text)[0].arrangement
    assert arrangement is not None
    assert arrangement.posture is posture


@pytest.mark.parametrize("title", ["FOREARM ×3", "Forearm (3 passes)", "Forearms x 2", "The forearm"])
def test_a_heading_may_count_the_tool_that_it_names(title):
    """What stands below is done with a forearm on the back, and to no arm."""
    text = f"# Back\n\n## {title}\n\n- Lay the forearm beside the spine, elbow end above the buttock.\n"
    text += "- Hold that wrist with the other hand.\n- Slide up to the shoulder.\n- Stay off the neck.\n"
    routine, _ = read(text)
    strokes = [s for m in routine.movements for step in m.steps for s in step.strokes]
    assert [(str(s.tool), str(s.start)) for s in strokes] == [("forearm", "buttock")] * 2


def test_what_is_to_be_kept_from_rolling_is_not_rolled():
    """As in "so as to keep it from rolling": a purpose."""
    assert parts(LAID + "Press down to keep it from slipping.", "technique")[1:] == [("compression",)]


SLID = LAID + "Slide up to the ridge of the shoulder. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Lift the arm away softly, go back to the start and do the same twice more.",
        "Softly raise the arm, and repeat from the beginning two more times.",
    ],
)
def test_lifting_off_and_doing_the_same_is_all_of_it(sentence):
    """How the arm gets back belongs to the repeat, which lays it, slides and lifts it off."""
    told = parts(SLID + sentence, "technique", "repeats")
    assert told[2:] == [("release", 1), ("hold", 2), ("effleurage", 2), ("release", 2)]


@pytest.mark.parametrize(
    "sentence",
    ["The stroke is performed three times in all.", "This pass is made three times altogether."],
)
def test_a_stroke_that_is_told_is_performed_so_often(sentence):
    """The stroke of which it speaks is the one before, counted with it."""
    step = last_step(SLID + sentence)
    assert step.kind is Kind.REPEAT
    assert all(s.in_all and s.repeats == 3 for s in step.strokes)


@pytest.mark.parametrize(
    "words",
    ["Lift the forearm off gently.", "Raise your forearm off the skin.", "Raise the forearm gently off."],
)
def test_the_forearm_at_work_is_lifted_off(words):
    """Behind a glide of the giver's forearm it is that one, and nobody's arm is stretched."""
    told = strokes(f"Lay your forearm beside the spine. Slide it up to the top of the shoulder. {words}")
    assert [s.technique for s in told[1:]] == [Technique.EFFLEURAGE, Technique.RELEASE]
