"""What is told passively: who does it stands behind "by", and what is done is a noun or is hung on."""

import pytest

from effleurage.routine import Direction, Hands, Kind, Place, Posture, Technique, Tool

from .slots import last_step, strokes

FAN = "One hand is laid on the sacrum. The hand is fanned upwards and outwards. "
ROUND = "Both hands are laid on the lower back. The hands are slid out around the hips. "


@pytest.mark.parametrize(
    "sentence",
    [
        "As the stroke is concluded it is taken up on the same side by the other hand.",
        "When it is finished it is carried on by the second hand.",
        "The stroke is then taken over by the other hand.",
    ],
)
def test_what_is_taken_up_by_the_other_hand_is_followed(sentence):
    """It does what the first did, and takes hold of nothing."""
    [stroke] = last_step(FAN + sentence).strokes
    assert (stroke.other_hand, stroke.hands, stroke.direction) == (
        True,
        Hands.ONE,
        (Direction.UP, Direction.OUT),
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The hands are run up beside the spine to the neck.",
        "Both palms are then run slowly up beside the spine to the neck.",
        "Once both palms have come up beside the spine to the neck, rest them there.",
    ],
)
def test_a_participle_that_looks_like_a_command_is_done_by_the_hands(sentence):
    """Hands that have come or are run somewhere glide there."""
    laid, up, *_ = strokes("Lay both hands on the lower back. " + sentence)
    assert (laid.technique, up.technique) == (Technique.HOLD, Technique.EFFLEURAGE)
    assert (up.end, Direction.UP in up.direction) == (Place.NECK, True)


def test_what_is_taken_up_by_nobody_is_no_turn():
    """Flesh that is taken up is kneaded."""
    told = strokes("One hand is laid on the waist. The flesh is taken up and kneaded.")
    assert not any(s.other_hand for s in told)


@pytest.mark.parametrize("lead", ["By the other, the muscles", "With the other, the muscles"])
def test_by_the_other_means_the_hand(lead):
    """And no side of the receiver."""
    text = "One hand is rested on the back of the head. "
    stroke = last_step(text + lead + " at the base of the neck are drawn up and kneaded.").strokes[-1]
    assert (stroke.other_hand, stroke.side, stroke.technique) == (True, None, Technique.PETRISSAGE)


@pytest.mark.parametrize(
    "sentence",
    [
        "The figure is completed by the return of the hands to the initial position.",
        "The loop is finished with the return of the palms to the original place.",
    ],
)
def test_a_return_is_a_return(sentence):
    """Also as a noun."""
    stroke = last_step(ROUND + sentence).strokes[-1]
    assert (stroke.returning, stroke.end) == (True, Place.LOWER_BACK)


def test_what_helps_the_return_of_the_blood_does_nothing():
    """Nobody's hands return."""
    text = ROUND + "The circulation is helped by the return of the blood to the heart."
    assert last_step(text).strokes == ()


@pytest.mark.parametrize("how", ["gliding", "sliding"])
def test_how_may_stand_between_commas(how):
    """The way goes on behind it."""
    text = "The waist is pulled up with both hands. "
    text += f"The sides are released as the palms are brought, {how}, to the middle of the lower back."
    told = last_step(text).strokes
    assert [s.technique for s in told] == [Technique.RELEASE, Technique.EFFLEURAGE]
    assert told[-1].end is Place.LOWER_BACK


def test_what_is_so_treated_is_worked_all_round():
    """So is in that way, and begins no clause."""
    text = FAN + "The whole circumference of the shoulder blade is so treated."
    stroke = last_step(text).strokes[-1]
    assert (stroke.over, stroke.direction) == ((Place.SHOULDER_BLADE,), (Direction.AROUND,))


def test_fingers_held_well_apart_are_spread():
    """How the hand lies, and no hold of its own."""
    text = "One hand is laid on the sacrum. The fingers are held widely separated."
    step = last_step(text)
    assert (step.kind, step.strokes) == (Kind.SETUP, ())
    assert str(strokes(text)[0].fingers) == "splayed"


def test_a_forehead_that_is_rested_on_the_hands_is_a_posture():
    """Told in a clause that hangs on the receiver's."""
    step = last_step("The client lies prone, the forehead being rested on the hands.")
    assert step.strokes == ()
    assert step.arrangement is not None
    assert step.arrangement.posture is Posture.FOREHEAD_ON_HANDS


def test_what_is_clasped_that_it_may_be_steadied_is_no_hold():
    """Two aims of one clasp."""
    text = "The forearm is laid beside the spine. The working hand is clasped by the other "
    assert last_step(text + "in order that it may be supported and steadied.").strokes == ()


@pytest.mark.parametrize("pronoun", ["It is brushed", "It is then swept"])
def test_it_is_the_hand_that_was_laid(pronoun):
    """What is done with it is a stroke, and by whom it is followed another."""
    text = f"One hand is laid on the sacrum. {pronoun} upwards and outwards. It is followed by the second."
    assert [s.other_hand for s in strokes(text)] == [False, False, True]


@pytest.mark.parametrize(
    "sentence",
    [
        "The hands are employed alternately until the whole of that side has been treated.",
        "Use the hands alternately all the way up.",
    ],
)
def test_hands_that_are_used_alternately_alternate(sentence):
    """One stroke of both by turns, and no hand is laid down anew."""
    text = FAN + "It is followed by the other hand. "
    [stroke] = last_step(text + sentence).strokes
    assert (stroke.hands, stroke.technique) == (Hands.ALTERNATE, Technique.EFFLEURAGE)


def test_what_is_drawn_towards_the_practitioner_comes_to_the_giver():
    """To the nodes of the axilla in the end."""
    text = "The fingertips are placed beside the spine. "
    stroke = last_step(text + "They are drawn towards the practitioner.").strokes[-1]
    assert (stroke.tool, stroke.direction) == (Tool.FINGERTIPS, (Direction.TOWARD_GIVER,))
    stroke = last_step(text + "They are conveyed over the shoulder to the axillary glands.").strokes[-1]
    assert (stroke.technique, stroke.end) == (Technique.EFFLEURAGE, Place.ARMPIT)
