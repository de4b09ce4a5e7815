"""The same movements told by other writers: what takes over, what meets, what a later sentence adds."""

import pytest

from effleurage.reading import read
from effleurage.routine import Fingers, Hands, Kind, Place, Posture, Side, Technique, Tool

from .slots import last_step, steps, strokes

PLACED = "Place one hand on the sacrum. Brush it up and out. "


@pytest.mark.parametrize(
    "said",
    [
        "Set both palms on the loins, fingertips aimed at the neck.",
        "Lay your hands on the loins with the fingers heading for the head.",
        "Put your palms on the loins, the forefingers lying along the edge of the spine.",
    ],
)
def test_where_fingers_look_is_no_place(said):
    """Fingers that are aimed at the head, or lie along the spine, leave the hands where they were put."""
    (hold,) = last_step(said).strokes
    assert hold.start is Place.LOWER_BACK
    assert hold.over == ()


@pytest.mark.parametrize(
    "said",
    [
        "As the first hand ends, the other takes over.",
        "Let the second hand come after it.",
        "The other hand follows suit.",
    ],
)
def test_what_takes_over_follows(said):
    """A hand that takes over from the first does the same."""
    (stroke,) = last_step(PLACED + said).strokes
    assert (stroke.technique, stroke.hands, stroke.other_hand) == (Technique.EFFLEURAGE, Hands.ONE, True)


@pytest.mark.parametrize(
    "said",
    [
        "Keep alternating your hands as you climb the side of the spine.",
        "The hands go on alternating until the whole side of the spine has been covered.",
        "Take turns with your hands until you have climbed the side of the spine.",
    ],
)
def test_hands_that_keep_alternating_work_on(said):
    """To keep alternating is to go on with the work, and no hold."""
    (stroke,) = last_step(PLACED + said).strokes
    assert (stroke.technique, stroke.hands) == (Technique.EFFLEURAGE, Hands.ALTERNATE)
    assert stroke.over == (Place.SPINE_SIDES,)


def test_hands_that_meet_come_together_there():
    """As in "to meet over the upper back": a way inward, and not yet a crossing."""
    stroke = last_step(
        "Glide out round the shoulders, then bring the palms back to meet over the upper back."
    )
    met = stroke.strokes[-1]
    assert met.over == (Place.UPPER_BACK,)
    assert "in" in [d.value for d in met.direction]
    assert not met.passes


@pytest.mark.parametrize(
    "said",
    [
        "The palms meet there, and the right arm goes over the left.",
        "Where they meet, the right arm crosses above the left; don't stop gliding.",
        "Let the right arm pass over the left there, and keep gliding.",
    ],
)
def test_arms_that_cross_where_hands_meet(said):
    """One arm over the other is told of the stroke, whether it is the sentence's own or the one before."""
    before = "Place both palms on the loins. Glide them up to the neck. Draw them in over the upper back. "
    told = [s for step in steps(before + said) for s in step.strokes if s.upper_hand]
    assert [s.upper_hand for s in told] == [Hands.RIGHT]
    assert told[0].passes


@pytest.mark.parametrize(
    "said",
    [
        "Draw the flesh of the waist inward and up.",
        "Lift the flesh at the waist with a firm upward pull.",
        "Sweep down around the waist. There the flesh is pulled up.",
        "Ease the flesh up at the waist.",
    ],
)
def test_flesh_that_is_drawn_up_is_kneaded_in_place(said):
    """Flesh of a place that is drawn up is petrissage there, in one clause."""
    (stroke,) = last_step("Place both palms on the loins. " + said).strokes
    assert (stroke.technique, stroke.over) == (Technique.PETRISSAGE, (Place.WAIST,))


def test_sides_are_let_go_while_the_palms_travel():
    """What the palms do in the meantime is a stroke of its own."""
    said = "Lay both palms on the waist. Let the sides go bit by bit while the palms run in to the loins."
    release, glide = last_step(said).strokes
    assert release.technique is Technique.RELEASE
    assert (glide.technique, glide.end) == (Technique.EFFLEURAGE, Place.LOWER_BACK)


def test_a_simile_ends_at_a_comma():
    """As in "like a fan, up and out": the ways are those of the hand."""
    (stroke,) = last_step(PLACED + "Turn this hand like an opening fan, up and outward.").strokes
    assert [d.value for d in stroke.direction] == ["up", "out"]


@pytest.mark.parametrize(
    "said",
    [
        "Rotate the hand outward through 45 degrees while it moves up and away from the spine.",
        "Turn the hand outward by sixty degrees as it travels up and out.",
    ],
)
def test_a_hand_that_turns_while_it_travels_glides(said):
    """The turning is the manner of the glide."""
    (stroke,) = last_step(PLACED + said).strokes
    assert stroke.technique is Technique.EFFLEURAGE
    assert [d.value for d in stroke.direction] == ["up", "out"]


def test_a_glide_until_a_place_is_done_once():
    """How far is no matter of how often; hands that alternate until a place do so again and again."""
    once = last_step(PLACED + "Slide both hands up the back until you come to the neck.")
    assert once.strokes[-1].repeats == 1
    assert once.strokes[-1].end is Place.NECK
    often = last_step(PLACED + "Alternate your hands until you come to the neck.")
    assert often.strokes[-1].repeats is None


def test_which_side_comes_first_is_kept_in_mind():
    """As in "Start on the left" below a heading, which is where "the right side" goes back to."""
    told = (
        "# Back\n\n## Glide\n\nPlace both palms on the loins. Slide up to the neck.\n\n"
        "## Fans\n\nBegin on the left side. Lay one hand on the sacrum. Fan it up and out. "
        "Then do the right side.\n"
    )
    movement = read(told)[0].movements[-1]
    first, hold, _fan, again = movement.steps
    assert first.kind is Kind.NOTE
    assert hold.strokes[0].side is Side.LEFT
    assert [s.technique for s in again.strokes] == [Technique.HOLD, Technique.EFFLEURAGE]
    assert {s.side for s in again.strokes} == {Side.RIGHT}


@pytest.mark.parametrize(
    "said",
    [
        "Stop just below the neck.",
        "End at the neck.",
        "Finish at the neck.",
        "Don't stop until you have reached the neck.",
        "Never stop till you are at the neck.",
        "Do not stop until you come to the neck.",
    ],
)
def test_where_a_stroke_ends_may_be_told_later(said):
    """A sentence of its own says how far the stroke before it goes, and what is done again knows it too."""
    told = steps(f"Place both palms on the loins. Slide up beside the spine. {said} Do that again.")
    assert told[1].strokes[0].end is Place.NECK
    assert told[-1].strokes[-1].end is Place.NECK


def test_where_the_elbow_is_may_be_told_later():
    """The level of a forearm that was laid along the spine."""
    told = steps("Lay your forearm alongside the spine. Your elbow should be just above the buttocks.")
    (hold,) = told[0].strokes
    assert (hold.start, hold.over) == (Place.BUTTOCK, (Place.SPINE_SIDES,))


def test_oil_that_is_spread_on_the_receiver_is_a_stroke():
    """In the hands it is preparation."""
    assert strokes("Spread the oil evenly over your partner's back.")
    assert not strokes("Spread a little oil in your palms.")


@pytest.mark.parametrize(
    "said",
    [
        "Sit beside your partner, whose head is now turned away from you.",
        "Have the face turned to the side away from you.",
        "Stand at the side; the head is rotated away from you.",
    ],
)
def test_a_head_that_is_turned_away(said):
    """However it is told, the receiver lies with the head turned."""
    arrangement = last_step(said).arrangement
    assert arrangement is not None
    assert arrangement.posture is Posture.HEAD_AWAY


def test_a_forehead_that_rests_on_the_hands():
    """A sentence of its own says it too."""
    arrangement = last_step("Your partner lies face down. The forehead rests on the hands.").arrangement
    assert arrangement is not None
    assert arrangement.posture is Posture.FOREHEAD_ON_HANDS


@pytest.mark.parametrize(
    "said",
    [
        "Set one hand at the tip of the blade, while the other hand waits to follow on the same side.",
        "Set one hand at the tip of the blade, and hold the other hand ready on the same side.",
    ],
)
def test_a_hand_that_waits_lies_nowhere(said):
    """One hand is laid down, and the other is still to come."""
    (hold,) = last_step(said).strokes
    assert (hold.technique, hold.hands) == (Technique.HOLD, Hands.ONE)


def test_how_a_stroke_should_be_is_no_stroke():
    """As in "Make it a smooth fan": the stroke before it is meant."""
    assert not last_step(PLACED + "Make it a smooth, even fan.").strokes


def test_a_repeat_goes_on_with_its_own_motion():
    """What a sentence does behind its repeat is done."""
    said = PLACED + "Go all round the blade in this way, and glide out over the shoulder to the armpit."
    assert last_step(said).strokes[-1].end is Place.ARMPIT


def test_tags_that_were_left_in_a_text():
    """They part what they parted, and every span counts the text as it was given."""
    text = (
        "Give a rub\n\n<h2>Glide</h2>\n<ol><li>Place both palms on the loins.</li><li>Slide&nbsp;them up to "
        "the neck.</li></ol>\n<h2>Press</h2><p>Press the shoulders with both thumbs.</p>\n"
    )
    routine, _ = read(text)
    assert [movement.title for movement in routine.movements if movement.title] == ["Glide", "Press"]
    said = [text[slice(*step.span)] for movement in routine.movements for step in movement.steps]
    assert said[-3:] == [
        "Place both palms on the loins.",
        "Slide&nbsp;them up to the neck.",
        "Press the shoulders with both thumbs.",
    ]
    assert [s.technique for s in strokes(text)] == [
        Technique.HOLD,
        Technique.EFFLEURAGE,
        Technique.COMPRESSION,
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Hold your hands together, palms raised. Place your fingertips next to the spine above the tailbone.",
        "Put your hands together and set the fingertips down beside the spine, above the tailbone.",
    ],
)
def test_hands_together_lie_on_one_side_of_a_line(said):
    """Both sets of fingertips go beside each other, and not one on each side."""
    (hold,) = last_step(said).strokes
    assert (hold.hands, hold.side) == (Hands.BOTH, Side.ONE)
    assert hold.over == (Place.SPINE_SIDES,)


def test_a_heading_forgets_that_a_single_tool_was_at_work():
    """One forearm in the movement before says nothing of the fingertips in this one."""
    text = "# Back\n\n## Forearm\n\nLay a forearm beside the spine.\n\n## Pulls\n\nHold your hands together. "
    (hold,) = last_step(text + "Set the fingertips beside the spine.").strokes
    assert hold.hands is Hands.BOTH


def test_the_hand_of_that_arm_is_the_givers():
    """What the other hand clasps is the arm at work."""
    step = last_step("Lay your forearm beside the spine. The hand of that arm is clasped by your other hand.")
    assert not step.strokes
    assert step.arrangement is not None
    assert step.arrangement.clasped


def test_what_a_stroke_is_for_is_no_stroke():
    """As in "For the fans, lay one hand …": the name of what comes."""
    (hold,) = last_step("For the slow fans, which calm, lay one hand on the sacrum.").strokes
    assert (hold.technique, hold.start) == (Technique.HOLD, Place.SACRUM)


LISTED = (
    "Sit at the side.",
    "Oil the back with upward strokes.",
    "Set both palms on the loins.",
    "Slide up to the neck.",
    "Slide out to the shoulders.",
    "Glide back down to the loins.",
    "Lay one hand on the sacrum.",
    "Fan it up and out.",
    "Let the other hand follow.",
    "Alternate your hands up to the neck.",
    "Kneel beside your partner.",
    "Lay your forearm beside the spine, the elbow just above the buttock.",
    "Slide up to the top of the shoulder.",
    "Lift the arm off.",
    "Do this twice more, each time from the beginning.",
    "Sit at the side again.",
    "Lay one hand on the head.",
    "With the other, knead the base of the neck.",
)


def test_a_long_list_without_headings_is_divided_where_it_sets_up_anew():
    """What goes back to the beginning goes back to where hands were last put down."""
    text = "A back rub\n\n" + "\n".join(f"{n}. {said}" for n, said in enumerate(LISTED, 1)) + "\n"
    routine, _ = read(text)
    opened = [routine.words(movement.steps[0].span) for movement in routine.movements]
    assert opened[1:] == [LISTED[2], LISTED[6], LISTED[10], LISTED[15]]
    again = next(
        step for movement in routine.movements for step in movement.steps if step.kind is Kind.REPEAT
    )
    assert {str(stroke.tool) for stroke in again.strokes} == {"forearm"}


def test_what_hands_do_besides_is_the_manner_of_the_glide():
    """As in "your hands moving toward each other": no row that creeps along."""
    said = "Place both palms on the shoulders. Draw them over the back, your hands moving toward each other."
    (stroke,) = last_step(said).strokes
    assert not stroke.progress


@pytest.mark.parametrize(
    "said",
    [
        "When this hand is done, the other begins a new one, a little further up.",
        "As the first completes its fan, the other hand makes the next stroke a bit higher.",
    ],
)
def test_the_other_hand_that_begins_a_new_one_does_the_same(said):
    """It takes its turn, and where it begins is a row's own progress."""
    (stroke,) = last_step(PLACED + said).strokes
    assert [way.value for way in stroke.direction] == ["up", "out"]
    assert stroke.hands is Hands.ONE


def test_a_hand_that_is_held_ready_is_no_other_side():
    """It lies nowhere yet."""
    step = last_step(
        "One hand is placed at the tip of the shoulder blade, and the other is held ready there."
    )
    assert [stroke.technique for stroke in step.strokes] == [Technique.HOLD]
    assert step.strokes[0].side is not Side.OTHER


def test_one_of_two_hands_is_one():
    """Also where it is let lie."""
    (hold,) = last_step("Let one of your hands rest on the back of the head.").strokes
    assert (hold.hands, hold.start) == (Hands.ONE, Place.HEAD)


@pytest.mark.parametrize(
    "said", ["goes over the left, and each hand continues", "crosses the left and both go on"]
)
def test_the_arm_below_is_no_hand_that_works_alone(said):
    """Left and right say whose arm is uppermost."""
    text = "Glide in over the upper back. The right arm " + said + " to the other side of the body."
    assert last_step("Place both palms on the sacrum. " + text).strokes[-1].hands is Hands.BOTH


@pytest.mark.parametrize(
    "said",
    [
        "Keep your arms crossed while you move down to the waist.",
        "Keep the arms crossed and slide down to the waist.",
    ],
)
def test_arms_that_are_kept_crossed_go_on(said):
    """The giver does not move to the waist; the hands do."""
    (stroke,) = last_step("Place both palms on the upper back.\n\n" + said).strokes
    assert (stroke.technique, stroke.end) == (Technique.EFFLEURAGE, Place.WAIST)


@pytest.mark.parametrize("said", ["until they pass each other", "until your hands cross", "until they meet"])
def test_a_glide_until_hands_meet_is_done_once(said):
    """And where they cross or pass, they pass."""
    (stroke,) = last_step(f"Place both palms on the shoulders. Glide in over the upper back {said}.").strokes
    assert stroke.repeats == 1
    assert stroke.passes is ("meet" not in said)


def test_a_forearm_slides_until_it_is_there():
    """What reaches the shoulder is the forearm that was moved."""
    (stroke,) = last_step("Slide your forearm up beside the spine until it reaches the shoulder.").strokes
    assert (stroke.end, stroke.repeats) == (Place.SHOULDER, 1)


FOREARM = "Lay your forearm beside the spine, just above the buttock. Slide it up to the shoulder. "


@pytest.mark.parametrize(
    "said", ["Lift off and begin again at the bottom, twice more.", "Lift away and start again from below."]
)
def test_what_begins_again_at_the_bottom_is_done_whole(said):
    """Placing, slide and lift; not the lift alone."""
    told = [stroke.technique for stroke in last_step(FOREARM + said).strokes]
    assert told == [Technique.RELEASE, Technique.HOLD, Technique.EFFLEURAGE, Technique.RELEASE]


def test_so_many_there_are_done_on_that_side():
    """As in "go to the other side and make three slides there"."""
    step = last_step(
        FOREARM + "Go to the opposite side, have the head turned, and make three slides there as well."
    )
    assert step.kind is Kind.REPEAT
    assert {(stroke.side, stroke.repeats) for stroke in step.strokes} == {(Side.OTHER, 3)}


def test_a_forehead_on_both_hands():
    """Whatever stands before the hands."""
    for said in ("both hands", "her folded hands", "both his hands"):
        step = last_step(f"Ask your partner to rest the forehead on {said}.")
        assert step.arrangement.posture is Posture.FOREHEAD_ON_HANDS


def test_a_remark_behind_a_command_changes_nothing():
    """What is said of it after a semicolon makes it no chat."""
    step = last_step(
        "Lay both palms on the waist.\n\nDraw the flesh up firmly; this is the one place for firmness."
    )
    assert [stroke.technique for stroke in step.strokes] == [Technique.PETRISSAGE]


def test_with_crossed_arms_the_hands_go_on():
    """It is the hands that reach down to the waist, not the giver who moves there."""
    (stroke,) = last_step(
        "Lay both palms on the upper back.\n\nSo with crossed arms you reach down to the waist."
    ).strokes
    assert (stroke.technique, stroke.end) == (Technique.EFFLEURAGE, Place.WAIST)


@pytest.mark.parametrize("opening", ["Open the fingers of one hand wide", "Spread the fingers of one hand"])
def test_a_hand_whose_fingers_are_opened_is_what_is_laid(opening):
    """It is the hand that rests there, with its fingers apart."""
    (hold,) = last_step(f"Sit down. {opening} and rest it at the bottom of the spine.").strokes
    assert (hold.tool, hold.hands, hold.start) == (Tool.PALM, Hands.ONE, Place.SACRUM)
    assert hold.fingers is Fingers.SPLAYED
