"""Arms that cross, stay crossed, and hands that part, told in other words than the founding article's."""

import pytest

from effleurage.routine import Direction, Hands, Place, Technique

from .slots import last_step, steps, strokes

UP = "Lay both hands on the lower back. Slide them up beside the spine to the base of the neck. "
IN = UP + "Take them out around the shoulders and in toward each other over the upper back. "


@pytest.mark.parametrize(
    "sentence",
    [
        "They will meet there. When they do, your right arm goes over the top of your left.",
        "As they pass, take your right arm over your left.",
        "Just as they meet, lift the right arm over the left one and glide on.",
        "Let the right forearm ride over the left as they go by each other.",
        "When they pass, I put my right arm over my left.",
    ],
)
def test_one_arm_goes_over_the_other(sentence):
    """The hands pass each other, and nothing is done again, lifted or stretched."""
    told = strokes(IN + sentence)
    assert [s.upper_hand for s in told if s.passes] == [Hands.RIGHT]
    assert {s.technique for s in told} == {Technique.HOLD, Technique.EFFLEURAGE}
    assert not any(s.copied for s in told)


@pytest.mark.parametrize(
    "sentence",
    [
        "Stay crossed and reach down until your hands are wrapped round the waist.",
        "I leave my arms crossed like that and reach down and around the waist.",
        "Still crossed, reach down and around the waist.",
        "Keep them crossed as you reach down around the waist.",
    ],
)
def test_arms_that_stay_crossed_are_no_hold_and_no_repeat(sentence):
    """One glide down to the waist, with crossed arms."""
    [stroke] = last_step(IN + "As they pass, cross the right arm over the left. " + sentence).strokes
    assert (stroke.crossed, stroke.technique) == (True, Technique.EFFLEURAGE)
    assert Place.WAIST in (*stroke.over, stroke.end)


def test_a_forearm_that_lies_on_somebody_crosses_no_arm():
    """The left buttock is a place, and not the left arm."""
    [stroke] = last_step("Rest the right forearm across the left buttock.").strokes
    assert (stroke.start, stroke.upper_hand) == (Place.BUTTOCK, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Swing the hands wide to go around the shoulders.",
        "Open the hands to pass round the shoulders.",
        "Let them go outwards around the shoulders.",
        "Let them go round the shoulders.",
    ],
)
def test_hands_that_are_sent_on_are_not_let_go(sentence):
    """They glide around the shoulders."""
    [stroke] = last_step(UP + sentence).strokes
    assert (stroke.technique, stroke.over) == (Technique.EFFLEURAGE, (Place.SHOULDER,))


def test_hands_that_are_let_go_are_let_go():
    """Without a way nothing goes on."""
    assert [s.technique for s in last_step(UP + "Let them go.").strokes] == [Technique.RELEASE]


@pytest.mark.parametrize(
    "sentence",
    [
        "Come back in across the top of the back.",
        "Come back across the upper back so they're heading for one another.",
        "Steer them over the upper back so they're closing on each other.",
    ],
)
def test_hands_that_come_to_each_other_come_in(sentence):
    """Back across the back is to its middle, and not down again."""
    [stroke] = last_step(UP + "Glide out around the shoulders. " + sentence).strokes
    assert Direction.IN in stroke.direction
    assert Direction.DOWN not in stroke.direction


@pytest.mark.parametrize(
    "tail", ["so they slide down over the ribs", "in such a way that they run down the side of the back"]
)
def test_the_way_may_be_told_as_what_comes_of_it(tail):
    """The flank is what the pull runs over."""
    text = "Put the fingertips beside the spine. Pull them toward you " + tail + "."
    assert [s.over for s in steps(text)[-1].strokes] == [(Place.FLANK,)]


def test_what_is_left_behind_is_no_start():
    """Away from the spine, from where the hand lies."""
    text = "Lay one hand on the sacrum. Turn it so that it sweeps up, leaving the spine behind it."
    [stroke] = last_step(text).strokes
    assert (stroke.start, [str(way) for way in stroke.direction]) == (Place.SACRUM, ["up", "out"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Cross your right arm over your left as they pass, and keep on sliding.",
        "Cross the right arm over the left and keep gliding.",
        "Keep gliding as you cross your right arm over your left.",
        "As they go past each other, cross your right arm over your left without interrupting the glide.",
        "Let them pass, the right arm over the left, and keep the movement going.",
    ],
)
def test_hands_that_pass_glide_on(sentence):
    """A glide of its own over the upper back, and no arranging of the giver's arms."""
    step = last_step(IN + sentence)
    told = [(s.technique, s.over, s.direction, s.passes, s.upper_hand) for s in step.strokes]
    assert told == [(Technique.EFFLEURAGE, (Place.UPPER_BACK,), (), True, Hands.RIGHT)]


@pytest.mark.parametrize(
    "sentence",
    [
        "As they pass, cross the left arm over the right and slide on, still crossed, down around the waist.",
        "When your hands pass each other, take the left arm over the right and glide down round the waist.",
        "They pass each other, left arm over right, and glide on down around the waist.",
    ],
)
def test_hands_pass_before_they_go_on_down(sentence):
    """They pass where they came in; down they go with crossed arms."""
    inward, down = strokes(IN + sentence)[-2:]
    assert (inward.passes, inward.upper_hand, Direction.IN in inward.direction) == (True, Hands.LEFT, True)
    assert (down.passes, down.crossed, down.over) == (False, True, (Place.WAIST,))


def test_hands_that_pass_on_their_way_down_pass_there():
    """Told behind the glide it is the glide in which they pass."""
    inward, down = strokes(IN + "Glide down to the sacrum, where they pass each other.")[-2:]
    assert (inward.passes, down.passes) == (False, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Take them out around the shoulders and then inward, so that they meet over the upper back.",
        "Lead them outward round the shoulders and inward so they come together across the upper back.",
        "Bring them out round the shoulders and in so your palms approach each other over the upper back.",
    ],
)
def test_where_hands_come_together_they_go_inward(sentence):
    """What that comes to is where the glide goes."""
    [glide] = last_step(UP + sentence).strokes
    assert glide.over == (Place.SHOULDER, Place.UPPER_BACK)
    assert {Direction.OUT, Direction.IN} <= set(glide.direction)


@pytest.mark.parametrize(
    "sentence",
    [
        "The arms are crossed now; stay like this as you slide down round the waist.",
        "At this point your arms are crossed, so leave them that way and sweep down round the waist.",
        "Your arms have crossed; keep them so, and slide down round the waist.",
        "Your arms are crossed now, and should stay like that while the palms slide down round the waist.",
        "Your arms are crossed. Stay that way while you slide down round the waist.",
    ],
)
def test_arms_that_are_said_to_stay_so_repeat_nothing(sentence):
    """How the arms are is no stroke, no hold and nothing done again."""
    [down] = last_step(IN + sentence).strokes
    assert (down.over, down.crossed, down.copied) == ((Place.WAIST,), True, False)


@pytest.mark.parametrize(
    "sentence",
    [
        "Just as they pass, cross the wrists, left over right, and don't break the glide.",
        "There cross your arms, the left over the right, without breaking the glide.",
        "As they meet, cross your forearms, left one over right, and don't stop the glide.",
    ],
)
def test_which_arm_is_over_may_stand_behind_both(sentence):
    """Arms that are named together, and then apart: hands pass as they cross."""
    passing = [s for s in strokes(IN + sentence) if s.passes]
    assert [s.upper_hand for s in passing] == [Hands.LEFT]


@pytest.mark.parametrize(
    "sentence",
    [
        "The loop begins with both hands resting on the lower back.",
        "It starts with the palms lying on the lower back.",
        "This long stroke, which soothes the back, begins with both hands on the lower back.",
        "It begins with both palms set down on the lower back.",
        "The stroke starts with both hands set on the lower back.",
    ],
)
def test_what_a_stroke_begins_with_is_laid_there(sentence):
    """A stroke that begins with hands somewhere has them laid there, whatever it is called."""
    laid, _ = strokes(sentence + " Slide them up beside the spine.")
    assert (str(laid.technique), str(laid.hands), str(laid.start)) == ("hold", "both", "lower_back")


@pytest.mark.parametrize("then", ["whereupon", "after which", "at which point"])
def test_what_they_do_when_they_are_there_is_one_more_glide(then):
    """Hands go on from where the glide before has brought them, wherever that is."""
    up, out = last_step(
        "Lay both hands on the lower back. Slide them up beside the spine until they are just below "
        f"the neck, {then} they move outward round the shoulders."
    ).strokes
    assert (str(up.end), up.over) == ("neck", (Place.SPINE_SIDES,))
    assert (out.over, Direction.OUT in out.direction) == ((Place.SHOULDER,), True)


@pytest.mark.parametrize(
    "sentence",
    [
        "When the palms have slid out around the hips, the hands return to the sacrum.",
        "Once your hands have at last glided outward round the hips, they go back to the sacrum.",
        "As soon as they have swept out around the hips, bring both hands back to the sacrum.",
    ],
)
def test_what_is_first_told_as_done_is_done(sentence):
    """A way that no sentence has told before is gone, and what comes then sets out from its end."""
    out, home = last_step("Glide both palms down beside the spine to the waist. " + sentence).strokes
    assert (out.over, Direction.OUT in out.direction) == ((Place.HIP,), True)
    assert home.end is Place.SACRUM


def test_what_has_been_told_is_done_once():
    """That hands have gone where they were told to go says when, and no new way."""
    told = strokes(IN + "When they have glided in, slide down to the sacrum.")
    assert len(told) == len(strokes(IN)) + 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Then let the sides go, and at the same time your palms go to the middle of the lower back.",
        "Let go of the flesh bit by bit, and the palms come to the middle of the lower back.",
    ],
)
def test_palms_that_go_to_the_middle_glide_there(sentence):
    """Hands that are at work are not laid down anew where they go on to."""
    text = IN + "Reach down around the waist. Pull the flesh up firmly. "
    glide = strokes(text + sentence)[-1]
    assert (glide.technique, glide.start, glide.end) == (Technique.EFFLEURAGE, Place.WAIST, Place.LOWER_BACK)
