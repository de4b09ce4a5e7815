"""What is told as a record of what was done, and what reads like a letter."""

import pytest

from effleurage.reading import read
from effleurage.routine import Direction, Hands, Kind, Place, Relation, Stance, Technique, Tool

from .slots import last_step, steps, strokes

RECORD = "Both hands were oiled. One hand was laid on the sacrum. The hand was fanned up and outwards. "
FAN = "Lay one hand on the sacrum. Fan it up and out. "
GLIDE = (
    "Lay both palms on the lower back. Slide both hands up to the neck. Bring them in over the upper back. "
)
PULL = "Lay both hands beside the spine. Pull them toward you. Move up and pull again, up the spine. "
ARM = "Your forearm lies beside the spine. "


@pytest.mark.parametrize("who", ["demonstrator", "instructor"])
def test_who_shows_it_is_the_giver(who):
    """As the masseur or the nurse is."""
    first, second = steps(f"The {who} knelt at the model's side. The {who} laid both palms on the back.")
    assert first.arrangement is not None
    assert (first.arrangement.stance, second.strokes[0].start) == (Stance.KNEELING, Place.BACK)


@pytest.mark.parametrize(
    "sentence",
    [
        "As this movement was being completed, the other hand followed on the same side.",
        "While the first fan was ending, the second hand followed.",
    ],
)
def test_in_a_record_the_other_hand_followed(sentence):
    """Also behind another clause."""
    stroke = last_step(RECORD + sentence).strokes[-1]
    assert (stroke.other_hand, stroke.direction) == (True, (Direction.UP, Direction.OUT))


@pytest.mark.parametrize("sentence", ["The hands alternated", "The palms alternated in this way"])
def test_hands_that_alternated_alternate(sentence):
    """Up a side, by which the row itself is told."""
    [stroke] = last_step(RECORD + sentence + " up the full length of that side of the spine.").strokes
    assert (stroke.hands, stroke.over) == (Hands.ALTERNATE, (Place.SPINE_SIDES,))


def test_the_last_pull_crossed():
    """What the last of a row did is done."""
    text = (
        "The hands were laid beside the spine. The hands were pulled toward the demonstrator. The fingertips"
        " were kept in contact. The movement was repeated up the spine and ended at the base of the neck,"
        " so that the last pull crossed the shoulders toward the axillary glands."
    )
    stroke = last_step(text).strokes[-1]
    assert (stroke.over, stroke.end) == ((Place.SHOULDER,), Place.ARMPIT)


@pytest.mark.parametrize(
    "sentence",
    [
        "The starting position was both hands on the lower back.",
        "Your starting point is both palms flat on the lower back.",
        "The initial position is both hands on the lower back, fingers to the head.",
    ],
)
def test_where_it_starts_hands_are_laid(sentence):
    """They lie there."""
    [stroke] = last_step(sentence).strokes
    assert (stroke.technique, stroke.hands, stroke.start) == (Technique.HOLD, Hands.BOTH, Place.LOWER_BACK)


def test_where_the_muscle_starts_nothing_is_laid():
    """An origin without hands."""
    assert strokes("The starting point is the lower back.") == []


@pytest.mark.parametrize(
    "sentence",
    ["Oil was applied in an even film to the whole of the back.", "Apply oil to all of the back."],
)
def test_oil_that_is_applied_to_a_place_is_spread_over_it(sentence):
    """And does not only go there."""
    [stroke] = strokes(sentence)
    assert (stroke.over, stroke.end) == ((Place.BACK,), None)


@pytest.mark.parametrize("shape", ["abducted", "splayed"])
def test_the_fingers_were_shaped(shape):
    """The giver's own; nobody is stretched."""
    step = last_step(f"One hand is laid on the sacrum. Its fingers were {shape}.")
    assert step.strokes == ()


@pytest.mark.parametrize(
    ("phrase", "relation"),
    [
        ("just superior to the buttocks", Relation.ABOVE),
        ("immediately inferior to the neck", Relation.BELOW),
    ],
)
def test_superior_is_above_and_inferior_below(phrase, relation):
    """In anatomists' words."""
    stroke = strokes(f"Place one hand {phrase}.")[0]
    assert stroke.start_spot is not None
    assert stroke.start_spot.relation is relation


@pytest.mark.parametrize("end", ["inferior end", "inferior border", "lower end"])
def test_the_inferior_end_is_the_bottom(end):
    """Of a shoulder blade."""
    stroke = strokes(f"Place one hand at the {end} of the scapula.")[0]
    assert stroke.start_spot is not None
    assert stroke.start_spot.relation is Relation.BOTTOM


def test_to_the_midline_of_a_place_is_to_its_middle():
    """And along no line."""
    glide = last_step(GLIDE + "Glide both palms to the midline of the lower back.").strokes[-1]
    assert (glide.end_spot and glide.end_spot.relation, str(glide.side)) != (None, "middle")


def test_after_which_is_then():
    """What stands behind it is done."""
    text = GLIDE + "The flesh at the waist is pulled up, after which the hold on the sides is released."
    assert [s.technique for s in last_step(text).strokes] == [Technique.PETRISSAGE, Technique.RELEASE]


@pytest.mark.parametrize("label", ["Stated aims", "Its purpose", "Main effects"])
def test_an_aim_is_no_stroke(label):
    """Whatever stands before it."""
    text = f"{label}: to relax the shoulder, disperse tension and drain lymph towards the armpit."
    assert strokes(FAN + text) == strokes(FAN)


@pytest.mark.parametrize(
    "until",
    ["until they're about to meet", "till the palms nearly touch", "until your hands meet"],
)
def test_in_until_they_meet_is_no_row(until):
    """It says how far they come."""
    text = "Lay both palms on the neck. Swing them out around the shoulders, then in over the upper back "
    stroke = last_step(text + until + ".").strokes[-1]
    assert (stroke.progress, stroke.repeats, stroke.direction[-1]) == (False, 1, Direction.IN)


def test_up_until_they_meet_the_neck_goes_to_the_neck():
    """A place that they meet is an end."""
    assert strokes("Slide both palms up the back until they meet the neck.")[0].end is Place.NECK


@pytest.mark.parametrize("goes_on", ["and the glide never stops", "and the stroke does not pause"])
def test_a_glide_that_never_stops_goes_on(goes_on):
    """Nothing is forbidden."""
    step = last_step(GLIDE + f"As they pass, your right arm goes over your left, {goes_on}.")
    [stroke] = step.strokes
    assert (step.kind, stroke.passes, stroke.upper_hand) == (Kind.STROKE, True, Hands.RIGHT)


@pytest.mark.parametrize(
    "arms",
    [
        "With your arms still folded across each other in this way",
        "Keep your arms folded like this and",
        "With arms crossed over one another",
    ],
)
def test_folded_arms_are_crossed(arms):
    """And nothing is done again in this way."""
    passing = "As they pass, cross the right arm over the left and keep gliding. "
    step = last_step(GLIDE + passing + arms + ", reach down around the waist.")
    [stroke] = step.strokes
    assert (step.kind, stroke.crossed, stroke.over) == (Kind.STROKE, True, (Place.WAIST,))


@pytest.mark.parametrize(
    "lead",
    ["While this first movement is finishing", "While the first fan is coming to its end"],
)
def test_the_first_that_ends_is_not_done_again(lead):
    """It tells when the other hand begins."""
    [stroke] = last_step(FAN + lead + ", the second hand follows on the same side.").strokes
    assert stroke.other_hand


@pytest.mark.parametrize(
    "sentence",
    [
        "Now your hands may turn to the shoulder, to relax it.",
        "Now turn to the calves, to loosen them and to let tension drift away.",
        "Bring your attention to the neck.",
        "Now shift your attention to the calves, where tension gathers.",
        "Direct your attention now to the calves, using the feather stroke.",
        "You can move your attention on to the calves and their long brushing strokes.",
        "Now turn to the calves for the feather stroke.",
        "You are chasing out tension, too.",
    ],
)
def test_what_comes_next_and_what_it_is_good_for_is_no_stroke(sentence):
    """It is told by what follows."""
    assert strokes(FAN + sentence) == strokes(FAN)


def test_a_turn_to_a_place_that_is_kneaded_is_done():
    """There something is done."""
    assert strokes(FAN + "Turn to the shoulder and knead it.")[-1].technique is Technique.PETRISSAGE


@pytest.mark.parametrize(
    "sentence",
    [
        "Return to sitting at the side.",
        "Go back to kneeling beside your partner.",
        "For this one, switch over to a sitting position at the side.",
        "Change your position to standing beside your partner.",
        "Take up a kneeling posture by the hips.",
    ],
)
def test_back_to_sitting_is_a_stance(sentence):
    """Nothing glides back."""
    step = last_step(FAN + sentence)
    assert (step.kind, step.strokes) == (Kind.SETUP, ())


@pytest.mark.parametrize("sentence", ["Smooth away the hair.", "Brush aside the hair."])
def test_hair_is_smoothed_away(sentence):
    """Whichever stands first."""
    assert last_step(FAN + sentence).strokes == ()


@pytest.mark.parametrize(
    ("sentence", "tool"),
    [
        ("One hand does nothing but rest softly on the back of the head.", Tool.PALM),
        ("One forearm does nothing except lie on the back of the head.", Tool.FOREARM),
    ],
)
def test_what_does_nothing_but_rest_rests(sentence, tool):
    """It lies there."""
    [stroke] = last_step(sentence).strokes
    assert (stroke.technique, stroke.tool, stroke.start) == (Technique.HOLD, tool, Place.HEAD)


@pytest.mark.parametrize(
    "sentence",
    [
        "Take hold of the hand that's working with the one that isn't.",
        "Hold its wrist with the hand that is not working.",
        "Steady the working hand with the one that isn't moving.",
    ],
)
def test_the_one_that_is_not_working_is_the_other(sentence):
    """It clasps the one that works."""
    routine, _ = read(ARM + sentence + " Slide up.")
    assert routine.movements[0].steps[1].arrangement is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "When you get to the base of the neck, make the last pull go over the shoulders towards the armpit.",
        "At the base of the neck, let the final pull run over the shoulders to the armpit.",
    ],
)
def test_where_the_last_one_goes_from_is_told_before(sentence):
    """It is one stroke."""
    [stroke] = last_step(PULL + sentence).strokes
    assert (stroke.start, stroke.over, stroke.end) == (Place.NECK_BASE, (Place.SHOULDER,), Place.ARMPIT)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Slide up nearly to the base of the neck.", Relation.BELOW),
        ("Glide up almost as far as the neck.", Relation.BELOW),
        ("Slide down almost to the waist.", Relation.ABOVE),
    ],
)
def test_nearly_to_a_place_is_short_of_it(text, relation):
    """On the side from which the hands come."""
    stroke = last_step("Lay both palms on the mid back. " + text).strokes[-1]
    assert stroke.end_spot is not None
    assert stroke.end_spot.relation is relation
