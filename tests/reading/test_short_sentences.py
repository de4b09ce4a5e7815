"""A movement that is told in very short sentences, one for each thing that is done or said."""

import pytest

from effleurage.routine import Direction, Hands, Kind, Place, Relation, Spot, Technique, Tool

from .slots import last_step, steps

RESTED = "Rest one hand on the back of the head. "


@pytest.mark.parametrize(
    "said",
    [
        "Work with the other.",
        "The other does the work.",
        "The working hand is the other one.",
        "Your other hand is the one that works.",
        "The other hand goes to work.",
    ],
)
def test_which_hand_works_is_told_first(said):
    """A sentence that only says which hand works holds for the one behind it."""
    (stroke,) = last_step(f"{RESTED}{said} Lift the muscles at the base of the neck.").strokes
    assert (stroke.technique, stroke.hands, stroke.other_hand) == (Technique.PETRISSAGE, Hands.ONE, True)


def test_the_hand_of_two_verbs_is_the_other_one():
    """Of "pick up and knead … with your other hand" both are done by the other hand."""
    said = "Pick up and knead the muscles at the base of the neck with your other hand."
    (stroke,) = last_step(RESTED + said).strokes
    assert (stroke.hands, stroke.other_hand, stroke.over) == (Hands.ONE, True, (Place.NECK_BASE,))


@pytest.mark.parametrize("rest", ["the rest of your fingers", "the remaining fingers", "all the fingers"])
def test_a_thumb_and_the_rest_of_the_fingers_grip(rest):
    """Flesh that is rolled between a thumb and the fingers, all of them or the rest, is gripped."""
    stroke = steps(f"Knead the shoulder. Roll it between your thumb and {rest}.")[-1].strokes[-1]
    assert stroke.tool is Tool.GRIP


MET = "Slide both hands up beside the spine. Bring them in across the upper back, toward each other. "


@pytest.mark.parametrize(
    "said",
    [
        *("Let them pass.", "Let the hands pass.", "They pass.", "Let them pass again.", "They cross over."),
        "Here they slip past each other once more.",
        "Again the hands glide by one another.",
        "There each goes past the other again.",
    ],
)
def test_hands_pass_in_a_sentence_of_its_own(said):
    """That hands pass is told of the stroke before, and is neither a stroke of its own nor done anew."""
    _, met, passed = steps(MET + said)
    assert met.strokes[0].passes
    assert passed.strokes == ()


@pytest.mark.parametrize(
    "said",
    [
        "Take the right arm over the left as they do.",
        "The right arm is on top.",
        "Your right arm lies above.",
    ],
)
def test_which_arm_lies_over_the_other_is_told_behind(said):
    """Which arm lies over the other may follow in a sentence that says no more of how they pass."""
    met = steps(f"{MET}Let them pass. {said}")[1]
    assert met.strokes[0].upper_hand is Hands.RIGHT


def test_hands_that_pass_over_a_place_glide():
    """To pass over a place is a stroke."""
    (stroke,) = last_step(f"{MET}They pass over the shoulder blades.").strokes
    assert stroke.over == (Place.SHOULDER_BLADE,)
    assert not steps(f"{MET}They pass over the shoulder blades.")[1].strokes[0].passes


@pytest.mark.parametrize(
    "said",
    [
        "Keep your arms crossed.",
        "Stay crossed like that.",
        "Leave the arms crossed.",
        "The arms stay crossed.",
        "Don't uncross your arms.",
    ],
)
def test_arms_that_stay_crossed_are_no_hold(said):
    """That the arms stay crossed is told of what the hands do next."""
    *_, kept, reach, glide = steps(f"{MET}{said} Reach down around the waist. Glide out around the hips.")
    assert kept.strokes == ()
    assert (reach.strokes[0].crossed, glide.strokes[0].crossed) == (True, False)


@pytest.mark.parametrize(
    "said",
    [
        "Stretch on down toward the waist.",
        "Both hands stretch down to the waist.",
        "Stretch down to the waist.",
    ],
)
def test_hands_that_glide_reach_on(said):
    """Hands that stretch down to a place glide there, and stretch nobody."""
    (stroke,) = last_step(MET + said).strokes
    assert (stroke.technique, stroke.end) == (Technique.EFFLEURAGE, Place.WAIST)


@pytest.mark.parametrize(
    "said",
    ["Put your hands around it.", "Curl both palms around the waist.", "Wrap your hands right round it."],
)
def test_hands_that_reached_a_place_are_put_round_it(said):
    """They glide on round it, and are laid down nowhere anew."""
    *_, reach, put = steps(MET + "Reach down to the waist with both hands. " + said)
    assert (reach.strokes[0].end, put.strokes) == (Place.WAIST, ())
    assert reach.strokes[0].direction == (Direction.DOWN, Direction.AROUND)


@pytest.mark.parametrize(
    "said",
    [
        "Carry on until they are just below the neck.",
        "Keep going until you reach the neck.",
        "Continue until your hands come to the neck.",
    ],
)
@pytest.mark.parametrize("laid", ["both palms", "your forearm"])
def test_a_glide_goes_on_until_it_is_there(laid, said):
    """How far it goes is told of the one glide, which is not done again."""
    _, glide, until = steps(f"Lay {laid} beside the spine. Slide up along it. {said}")
    assert (glide.strokes[0].end, until.strokes) == (Place.NECK, ())


@pytest.mark.parametrize(
    "done",
    ["Pull your fingertips out to the side.", "Stroke up, hand after hand.", "Brush one hand up and out."],
)
def test_rows_that_go_on_until_they_are_there_are_done_again(done):
    """Each stroke of a row has an end of its own."""
    until = last_step(f"Lay both hands beside the spine. {done} Keep going until you reach the neck.")
    assert until.kind is Kind.REPEAT
    assert until.strokes[-1].end is Place.NECK


@pytest.mark.parametrize(
    "said",
    [
        "Loosen your hold on the sides little by little.",
        "Relax your grip bit by bit.",
        "Let your hold soften gradually.",
        "Let your grip loosen.",
    ],
)
def test_a_grip_that_is_eased_lets_go(said):
    """What the hands hold is let go, whatever is done to the hold."""
    (stroke,) = last_step(f"Slide both palms to the waist. Pull the flesh there firmly up. {said}").strokes
    assert (stroke.technique, stroke.start) == (Technique.RELEASE, Place.WAIST)


@pytest.mark.parametrize(
    "said",
    [
        "Finish where you began.",
        "You end up where you began.",
        "Come home to the start.",
        "You are now back where you began.",
        "That closes the loop, and the hands are back at the start.",
        "Finish the figure at the starting point.",
    ],
)
def test_the_end_at_the_start_is_a_way_home(said):
    """Hands that end where they began glide there."""
    placed = "Place both hands on the lower back. Slide up beside the spine. Slide out around the shoulders. "
    (stroke,) = last_step(placed + "Glide down to the hips. " + said).strokes
    assert (stroke.technique, stroke.end, stroke.returning) == (Technique.EFFLEURAGE, Place.LOWER_BACK, True)


@pytest.mark.parametrize(
    "said",
    [
        "Spread the oil in smooth strokes that run upward.",
        "Stroke it on smoothly, always upward.",
        "Spread it with smooth strokes that travel upward.",
    ],
)
def test_oil_is_stroked_on(said):
    """Oil that goes on in strokes with a way of their own is spread, and not only prepared."""
    (stroke,) = last_step(f"Sit at your partner's side. Warm the oil in your hands. {said}").strokes
    assert (stroke.technique, stroke.direction) == (Technique.EFFLEURAGE, (Direction.UP,))


@pytest.mark.parametrize(
    "said",
    [
        "Cover the entire back.",
        "Cover the back evenly.",
        "Cover every inch of the back.",
        "Make sure the whole back is covered.",
        "Be sure to cover the whole back.",
    ],
)
def test_what_is_covered_is_told_behind(said):
    """All that a stroke goes over may be told in a sentence of its own; a towel covers something else."""
    warmed = "Warm the oil in your hands. Stroke it on, always upward. "
    assert steps(warmed + said)[1].strokes[0].over == (Place.BACK,)
    assert steps(warmed + "Cover the back with a towel.")[1].strokes[0].over == ()


FANNED = "Set one hand at the bottom of the spine. Turn the hand in a fan, up and out. "


@pytest.mark.parametrize(
    "said", ["Swap hand for hand.", "Swap hands each time.", "Switch hands after each fan."]
)
def test_hands_are_swapped(said):
    """Hands that are swapped each time take turns, also in what comes next."""
    turns = f"{FANNED}Start the second hand as the first one ends. {said}"
    *_, swapped, climbed = steps(turns + " Climb all the way up that side of the spine.")
    assert [step.strokes[-1].hands for step in (swapped, climbed)] == [Hands.ALTERNATE] * 2


def test_to_stay_on_a_side_is_no_hold():
    """Hands that stay on the same side work there, and lie nowhere."""
    assert last_step(FANNED + "Stay on the same side.").strokes == ()


@pytest.mark.parametrize(
    "said",
    ["Find the lower end of the shoulder blade. Lay", "Feel for the lower tip of the shoulder blade. Rest"],
)
def test_a_spot_that_is_looked_for_is_exact(said):
    """A hand that is laid "there" lies at the very spot that was named."""
    (hold,) = last_step(f"{said} one hand there.").strokes
    assert hold.start_spot == Spot(place=Place.SHOULDER_BLADE, relation=Relation.BOTTOM)


def test_to_stay_above_a_place_makes_the_spot_exact():
    """Hands on the lower back that are to stay just above the base of the spine are laid down once."""
    laid, told = steps("Put both hands on the low back. Stay just above the base of the spine.")
    assert told.strokes == ()
    assert laid.strokes[0].start_spot == Spot(place=Place.SACRUM, relation=Relation.ABOVE)


def test_a_command_to_work_on_flesh_lays_no_hand_ready():
    """Among hands that are laid, in the midst of an article, where its words alone make a setup likely."""
    lay = "Place both palms on the left shoulder blade."
    taps = [
        "Place both palms on the left top of the shoulder.",
        "Place the heel of your left hand on the left shoulder blade.",
        "Tap the left upper arm with your right palm firmly.",
    ]
    knead = "Knead the left shoulder blade with both palms twice."
    glide = (
        "Glide the fingertips of both hands with medium pressure from the sacrum up along the left side of"
    )
    glides = [glide + " the spine to the lower back three times."] * 3
    turn = "Repeat on the right side."
    parts = [[lay, lay, lay, knead, turn], [lay, *taps, turn], [lay, *glides, turn]]
    lists = ["\n".join(f"{n}. {said}" for n, said in enumerate(part, 1)) for part in parts]
    text = "# An evening\n\n" + "".join(f"## Both sides\n\n{told}\n\n" for told in lists)
    assert steps(text)[8].kind is Kind.STROKE
