"""The same motions in yet other words: hands that pass, one that chases the other."""

import pytest

from effleurage.reading import read
from effleurage.routine import (
    Direction,
    Fingers,
    GiverPlace,
    Hands,
    Kind,
    Place,
    Pointing,
    Relation,
    Side,
    Stance,
    Technique,
)
from reading.slots import last_step, steps, strokes

ROUND = "Place both hands on the lower back. Draw them up, out around the shoulders and in across the back. "
WAIST = "Lay both palms on the loins. Reach down around the waist. "
FAN_ON = "Put one hand beside the sacrum. Fan it up and out. The other hand follows on the same side. "
PULL = (
    "Put the fingertips beside the spine, above the coccyx. Pull them toward you down the side of the back. "
)
PALMS = "Lay both palms on the lower back. "
FAN = "Place one hand at the tip of the shoulder blade. "


@pytest.mark.parametrize(
    ("sentences", "upper"),
    [
        ("They're about to pass. As they do, the left arm goes over the right, and you glide on.", "left"),
        ("The hands will now cross. Take the right arm over the left and keep gliding.", "right"),
        ("The palms have to pass. Your left arm slides across your right as they keep moving.", "left"),
    ],
)
def test_hands_that_are_going_to_pass_do(sentences, upper):
    """They pass once, whatever is said before of its being about to happen."""
    told = strokes(ROUND + sentences)
    assert [s.passes for s in told].count(True) == 1
    assert [s.upper_hand for s in told if s.upper_hand] == [Hands(upper)]


def test_arms_that_lie_over_each_other_have_passed():
    """Nothing else need be said of it."""
    assert last_step(ROUND + "They swing in across the back, right arm over left.").strokes[0].passes
    assert not last_step("Lean the right forearm over the left buttock.").strokes[0].passes


@pytest.mark.parametrize(
    "text",
    [
        "Brush the first up and out, and chase it with the second.",
        "Sweep the hand up and out, then pursue it with the other.",
        "Fan that hand up and out, with the other hand close behind.",
        "Fan it up and out, the second right behind it.",
        "Brush up and out and trail the first hand with your other one.",
        "Sweep it up and out while the other hand is already following on the same side.",
    ],
)
def test_a_hand_that_goes_after_the_other_follows(text):
    """It does what the first one did."""
    first, second = last_step(FAN + text).strokes
    assert (second.other_hand, second.direction) == (True, first.direction)


@pytest.mark.parametrize("text", ["Follow the edge of the blade with the other hand.", "Trail it with oil."])
def test_a_line_that_is_followed_is_no_hand(text):
    """What is traced is a place."""
    assert not any(s.follows for s in last_step(FAN + text).strokes)


@pytest.mark.parametrize(
    "text",
    [
        "Bring up the flesh around the hips, firmly.",
        "Firmly draw the flesh up around the waist.",
        "Raise the flesh around the waist with a firm pull.",
    ],
)
def test_flesh_that_is_drawn_up_round_a_place_is_picked_up(text):
    """Round what it is, is where the flesh is; up the back it would be drawn along."""
    assert last_step(WAIST + text).strokes[0].technique is Technique.PETRISSAGE
    assert last_step(WAIST + "Draw the flesh up the back.").strokes[0].technique is Technique.EFFLEURAGE


@pytest.mark.parametrize(
    "text",
    [
        "Keep swapping from hand to hand until you have gone all the way up the side of the spine.",
        "Carry on passing from one hand to the other until you have climbed the side of the spine.",
        "Go on, hand after hand, until you've climbed that entire side of the spine.",
        "Mount the side of the spine, one hand after the other, to its top.",
    ],
)
def test_hands_that_take_turns_go_on_up_the_line(text):
    """By turns, and along what they are said to have climbed."""
    [stroke] = last_step(FAN_ON + text).strokes
    assert (stroke.hands, stroke.over) == (Hands.ALTERNATE, (Place.SPINE_SIDES,))


@pytest.mark.parametrize(
    "text",
    [
        "Do it up the spine to the neck, so that the very last pull goes over the shoulder to the armpit.",
        "Do that up the spine to the neck, so that your last pull goes across the shoulder to the armpit.",
        "Do it up the spine. You finish at the neck, so the last pull goes over the shoulder to the armpit.",
        "Repeat it upward. You end at the neck, and that last pull is taken over the shoulder to the armpit.",
    ],
)
def test_the_last_of_a_row_is_pulled_elsewhere(text):
    """The row ends where it is said to, and from there the last one goes its own way."""
    row, last = strokes(PULL + text)[-2:]
    assert (row.progress, row.end) == (True, Place.NECK)
    assert (last.start, last.over, last.end) == (Place.NECK, (Place.SHOULDER,), Place.ARMPIT)


@pytest.mark.parametrize(
    "text",
    [
        "Keeping the fingers in contact with each other, draw them toward you down the side of the back.",
        "With the fingertips touching one another, pull them toward yourself down the side of the back.",
    ],
)
def test_fingers_that_touch_each_other_are_together(text):
    """That is no side of the body."""
    [pull] = last_step(PULL + text).strokes
    assert (pull.fingers, pull.side) == (Fingers.TOGETHER, Side.ONE)


@pytest.mark.parametrize(
    "said", ["fingers widely separated", "the fingers well separated", "fingers spaced apart"]
)
def test_fingers_that_are_separated_are_splayed(said):
    """However far."""
    assert last_step(f"Lay one hand on the sacrum, {said}.").strokes[0].fingers is Fingers.SPLAYED


def test_a_label_that_begins_names_no_stroke():
    """As "Starting position for this glide" says where hands are laid."""
    [laid] = last_step("Starting position for this long glide: both palms on the lower back.").strokes
    assert (laid.technique, laid.start) == (Technique.HOLD, Place.LOWER_BACK)


@pytest.mark.parametrize(
    "aim", ["to steady and support it", "to support, steady and stabilise it", "to brace it"]
)
def test_what_a_hand_is_clasped_for_is_no_hold(aim):
    """However many words are found for it."""
    assert not last_step(
        f"Lay a forearm beside the spine. Grip the working hand with the other {aim}."
    ).strokes


def test_what_is_completed_is_no_row():
    """The hands go home once."""
    text = "Glide out around the hips and return to where you began, closing the loop."
    assert not any(s.progress for s in last_step(PALMS + text).strokes)


@pytest.mark.parametrize("heading", ["Forearm Ascent", "The long forearm", "Forearms"])
def test_a_forearm_in_a_heading_about_the_back_is_the_givers(heading):
    """The text below speaks of the trunk."""
    text = f"# Spine\n\n## {heading}\n\nLay the forearm beside the spine, elbow above the buttocks. Slide up."
    assert strokes(text)[0].start is Place.BUTTOCK


def test_a_forearm_is_aligned_with_the_spine():
    """It is laid there."""
    [laid] = last_step(
        "Align your forearm with the side of the spine, elbow just above the buttocks."
    ).strokes
    assert (laid.technique, laid.start, laid.over) == (Technique.HOLD, Place.BUTTOCK, (Place.SPINE_SIDES,))


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Work the oil on from the bottom of the back to the top.", Direction.UP),
        ("Glide both palms down from the top of the back to the bottom.", Direction.DOWN),
        ("Stroke from the base of the back up to the top.", Direction.UP),
    ],
)
def test_from_its_one_end_to_the_other_is_all_of_it(text, direction):
    """The back is gone over, that way."""
    [stroke] = last_step(text).strokes
    assert (stroke.over, stroke.direction) == ((Place.BACK,), (direction,))


@pytest.mark.parametrize("text", ["Your second hand waits on the same side.", "The other hovers nearby."])
def test_a_hand_that_waits_sends_nothing_back(text):
    """It is no other side that gets the same."""
    laid, waits = steps(FAN + text)
    assert (laid.kind, waits.strokes) == (Kind.SETUP, ())


@pytest.mark.parametrize(
    "text",
    [
        "Glide both palms up, with the spine between them, to the neck.",
        "Slide your hands up to the neck with the spine running between your palms.",
        "Both hands glide to the neck, keeping the spine between the two.",
    ],
)
def test_hands_with_the_spine_between_them_are_on_either_side(text):
    """They run beside it."""
    [stroke] = last_step(PALMS + text).strokes
    assert (stroke.over, stroke.side, stroke.end) == ((Place.SPINE_SIDES,), Side.BOTH, Place.NECK)


def test_not_stopping_until_somewhere_forbids_nothing():
    """How far it goes is told, and how near it comes."""
    text = PALMS + "Slide them up, and do not stop until you have come nearly, but not quite, to the neck."
    routine = read(text)[0]
    assert strokes(text)[-1].end is Place.NECK
    assert not any(movement.limits for movement in routine.movements)


@pytest.mark.parametrize(
    "text",
    [
        "They should be a little higher than the base of the spine, and the fingers point to the head.",
        "They lie slightly higher than the tailbone.",
    ],
)
def test_higher_than_a_place_is_just_above_it(text):
    """That is where the hands lie which were laid in its region."""
    spot = strokes(PALMS + text)[-1].start_spot
    assert spot is not None
    assert (spot.place, spot.relation) == (Place.SACRUM, Relation.ABOVE)


def test_higher_than_the_last_is_further_on():
    """Where nothing but the stroke before is higher."""
    text = "Draw short lines out from the spine with both thumbs, each a little higher than the last."
    assert last_step(text).strokes[-1].progress


@pytest.mark.parametrize(
    "text",
    [
        "Turn the hand as a door opens, so that it goes both upward and outward.",
        "Rotate it as a leaf unfolds, so it sweeps both up and out.",
    ],
)
def test_what_a_turning_hand_is_like_is_no_clause(text):
    """It goes its way as it turns."""
    [stroke] = last_step(FAN + text).strokes
    assert (stroke.hands, set(stroke.direction)) == (Hands.ONE, {Direction.UP, Direction.OUT})


def test_the_finger_that_is_singled_out_is_the_one_that_points():
    """However it is put."""
    text = "Lay one hand on the sacrum. See that the forefinger is the one that points to the spine."
    assert strokes(text)[0].index_along_spine


def test_hands_that_part_at_a_point_look_nowhere_else():
    """That is when they part."""
    text = "Lay both palms on the loins, fingers to the head. At this point the hands go out around the hips."
    assert strokes(text)[-1].pointing is Pointing.HEAD


def test_carrying_on_past_each_other_is_no_repeat():
    """The hands are on their way, and are told where to."""
    text = ROUND + "There they pass. Simply carry on, and reach down around the waist."
    assert last_step(text).kind is Kind.STROKE


@pytest.mark.parametrize(
    "text",
    [
        "Lay a forearm beside the spine. The hand of that arm is unsteady, so hold it with the other one.",
        "Lay a forearm beside the spine. Support the hand of that arm by clasping it in your other hand.",
    ],
)
def test_the_hand_of_the_working_arm_is_clasped(text):
    """It is no second tool."""
    step = last_step(text)
    assert step.arrangement is not None
    assert (step.arrangement.clasped, step.strokes) == (True, ())


@pytest.mark.parametrize(
    "text",
    [
        "Take your seat at her side and spread the oil so that no part of the back has more than another.",
        "Smooth the lotion on so that the whole back shines.",
        "Spread the oil so that every part of the back is covered.",
    ],
)
def test_oil_is_spread_where_all_is_to_have_some(text):
    """What has as much as the rest is all of it."""
    assert last_step(text).strokes[-1].over == (Place.BACK,)


def test_who_takes_a_seat_sits():
    """At the side, in these words too."""
    arrangement = last_step("Take your seat beside your partner.").arrangement
    assert arrangement is not None
    assert (arrangement.giver, arrangement.stance) == (GiverPlace.SIDE, Stance.SITTING)


def test_a_fan_that_is_always_heading_somewhere_ends_there():
    """The way there is no sentence of its own."""
    brushed = FAN + "Brush it up and out. Go on like this around the blade and out over the shoulder, "
    assert strokes(brushed + "so that you are always heading for the armpit.")[-1].end is Place.ARMPIT


@pytest.mark.parametrize(
    ("said", "pointing"),
    [("fingers toward the head", Pointing.HEAD), ("fingertips toward the neck", Pointing.HEAD)],
)
def test_fingers_that_lie_toward_somewhere_point_there(said, pointing):
    """It is how hands lie that were laid, and no way that fingers go."""
    assert last_step(f"Lay both palms on the lower back, {said}.").strokes[0].pointing is pointing
    assert last_step("Slide your fingers toward the head.").strokes[0].pointing is None
