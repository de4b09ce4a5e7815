"""Plain declaratives and short sentences, as they are written for those who learn English."""

import pytest

from effleurage.routine import (
    Direction,
    Hands,
    Kind,
    Place,
    Posture,
    Pressure,
    Relation,
    Side,
    Spot,
    Technique,
    Tool,
)

from .slots import last_step, steps

LISTED = """# Arms

## Warm up

1. Put oil on your hands.
2. Glide up the back.
3. Press the shoulders.

## The forearm

1. Kneel.
2. Lay your forearm beside the spine.
3. Glide up to the shoulder.
4. Start again from number 2.{more}
"""


def test_a_number_is_that_of_the_list_it_stands_in():
    """Where every heading counts from one anew, number 2 is not that of all headings."""
    assert [s.verb for s in last_step(LISTED.format(more="")).strokes] == ["lay", "glide"]


def test_how_often_it_is_started_again_may_stand_behind():
    """As in "Start again. Do it two more times." does two rounds more, and not three."""
    sent, counted = steps(LISTED.format(more=" Do it two more times."))[-2:]
    assert (sent.kind, sent.strokes) == (Kind.SETUP, ())
    assert [(s.verb, s.repeats) for s in counted.strokes] == [("lay", 2), ("glide", 2)]


@pytest.mark.parametrize("end", ["low end", "low tip", "low corner"])
def test_the_low_end_of_a_bone_is_its_bottom(end):
    """Low, which is plainer than lower, tells the same end."""
    (hand,) = last_step(f"Lay one hand at the {end} of the shoulder blade.").strokes
    assert hand.start_spot == Spot(place=Place.SHOULDER_BLADE, relation=Relation.BOTTOM)


def test_the_low_part_of_the_back_is_the_lower_back():
    """A low part of the back is the lower back."""
    (hands,) = last_step("Lay both hands on the low part of the back.").strokes
    assert hands.start is Place.LOWER_BACK


@pytest.mark.parametrize("said", ["Be strong here.", "You can be firm here."])
def test_how_firm_is_told_behind(said):
    """As in "Be strong here." tells how firm the stroke before it is."""
    (stroke,) = steps(f"Pull up the flesh of the waist. {said}")[0].strokes
    assert stroke.pressure is Pressure.FIRM


def test_hands_on_each_side_of_the_spine_run_along_it():
    """Where the hands are that have been told to go up, is the line along which they go."""
    told = steps("Glide both hands up. One hand is on each side of the spine.")
    (stroke,) = told[0].strokes
    assert (stroke.over, stroke.side, told[1].strokes) == ((Place.SPINE_SIDES,), Side.BOTH, ())


def test_what_shape_a_brush_makes_is_no_stroke_of_its_own():
    """As in "Make a light fan." tells of the brush before it, and the second hand does that."""
    brushed, shaped, second = steps(
        "Put one hand at the base of the spine. Brush it up and out. Make a light fan. "
        "The other hand does the same."
    )[1:]
    assert (brushed.strokes[0].pressure, shaped.strokes) == (Pressure.LIGHT, ())
    assert second.strokes[0].direction == (Direction.UP, Direction.OUT)


def test_one_hand_then_the_other_are_hands_by_turns():
    """As in "Use one hand, then the other." has the hands take turns."""
    told = "Put one hand at the base of the spine. Fan it up and out. Use one hand, then the other. "
    (stroke,) = last_step(told + "Go up the side of the spine.").strokes
    assert (stroke.hands, stroke.follows) == (Hands.ALTERNATE, True)


def test_a_gloss_in_brackets_says_nothing_of_what_the_finger_does():
    """What stands in brackets behind a finger does not part it from its verb."""
    told = steps(
        "Put one hand on the sacrum. Your index finger (next to the thumb) points to the side of the spine."
    )
    assert (told[0].strokes[0].index_along_spine, told[1].strokes) == (True, ())


def test_a_face_that_turns_away_is_how_the_receiver_lies():
    """Told as it is, and not as an order."""
    arrangement = last_step("Her face turns away from you.").arrangement
    assert arrangement is not None
    assert arrangement.posture is Posture.HEAD_AWAY


@pytest.mark.parametrize("where", ["on", "over"])
def test_oil_that_is_rubbed_on_is_stroked_on(where):
    """To rub oil on somebody is no friction."""
    (stroke,) = last_step(f"Rub the oil {where} the whole back.").strokes
    assert (stroke.technique, stroke.over) == (Technique.EFFLEURAGE, (Place.BACK,))


def test_the_first_place_is_where_hands_started():
    """The first place is where the stroke set out."""
    (stroke,) = last_step("Slide both palms round the hips. Then they come back to the first place.").strokes
    assert stroke.returning


PULLED = "Put the fingertips beside the spine, just above the tailbone. Pull them towards you. "


@pytest.mark.parametrize(
    "said", ["Back to the spine, a notch higher, and pull.", "Higher, pull.", "A little higher, and pull."]
)
def test_one_more_pull_further_up(said):
    """A place that is higher, and the bare verb of the pull before: one more of the row."""
    step = last_step(PULLED + said)
    assert [(s.verb, s.progress, s.copied) for s in step.strokes] == [("pull", True, True)]


def test_a_row_that_has_begun_goes_up_to_its_end():
    """After pulls that are each a little higher, to go up to the neck is to go on with them."""
    step = last_step(PULLED + "Do it again a little higher. Go up the spine to the bottom of the neck.")
    assert [(s.verb, s.end, s.progress) for s in step.strokes] == [("pull", Place.NECK_BASE, True)]


def test_they_touch_is_where_they_are_laid():
    """What was only told of, the ends of the fingers, is laid where it is said to touch."""
    step = last_step("Only the ends of your fingers touch. They touch the back, just above the tailbone.")
    assert [(s.technique, s.tool) for s in step.strokes] == [(Technique.HOLD, Tool.FINGERTIPS)]


def test_the_tips_are_those_of_the_fingers():
    """Where fingertips were told of, "the tips" are theirs."""
    step = last_step("Lay a forearm on the back. Fingertips down, and the tips go beside the spine.")
    assert [(s.technique, s.tool) for s in step.strokes] == [(Technique.HOLD, Tool.FINGERTIPS)]


@pytest.mark.parametrize("behind", [", not on it", ", thank you, Sam", ", not on it, thank you"])
def test_where_an_elbow_lies_may_be_told_with_talk_behind(behind):
    """Where it does not lie, and thanks, add nothing to where the elbow of a laid forearm is."""
    laid, told = steps(f"Lay a forearm beside the spine. The elbow is just above the buttock{behind}.")
    assert (laid.strokes[0].start, told.strokes) == (Place.BUTTOCK, ())


@pytest.mark.parametrize(
    "said", ["One hand only: down at the base of the spine.", "One hand: down at the base of the spine."]
)
def test_a_hand_that_is_called_for_is_laid_where_it_is_down(said):
    """A hand before a colon, and behind it where it is down: it lies there."""
    assert [(s.technique, s.start) for s in last_step(said).strokes] == [(Technique.HOLD, Place.SACRUM)]


def test_down_low_is_where_hands_lie():
    """Down low, as much as low down, is no way that hands take."""
    step = last_step("Both hands down low, just above the bottom of the spine.")
    assert [s.technique for s in step.strokes] == [Technique.HOLD]


def test_hands_that_reach_down_are_put_where_they_reach():
    """As in "Reach down. Put your hands around the waist.": one way, on which the hands stay on."""
    told = "Slide both hands over the shoulders and in across the upper back. Reach down. "
    *_, reach, put = steps(told + "Put your hands around the waist.")
    assert (reach.strokes[0].over, put.strokes) == ((Place.WAIST,), ())


def test_an_answer_is_no_place_that_hands_take():
    """As in "Where do the fingers look? At the head, yes.": asked and answered, and no hand goes there."""
    asked = "Put both hands on the low back. Where are your fingertips looking? At the head, yes. "
    (stroke,) = last_step(asked + "Glide up the back.").strokes
    assert stroke.start is Place.LOWER_BACK
