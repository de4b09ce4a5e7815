"""Oil, crossings, clasps, repeats and changes of sides, each told in other words."""

import pytest

from effleurage.reading import read
from effleurage.routine import Direction, Hands, Kind, Place, Side, Technique
from reading.slots import parts, steps, strokes

PALMS = "Place both palms on the lower back. "


@pytest.mark.parametrize(
    "text",
    [
        "Spread the oil in long strokes which go from the lower back to the shoulders.",
        "Now spread the oil with smooth strokes that lead up the back, from the lower back to the shoulders.",
        "Work the oil in with even glides that climb from the lower back to the shoulders.",
        "Warm a little oil and spread it in smooth strokes that run from the lower back up to the shoulders.",
    ],
)
def test_strokes_that_lead_somewhere_lead_the_oil(text):
    """What is said of the strokes behind "that" is the way of what they spread."""
    assert parts(text, "technique", "start", "end")[-1] == ("effleurage", "lower_back", "shoulder")


@pytest.mark.parametrize("word", ["since", "because", "given that", "as these"])
def test_reasons_move_no_hands(word):
    """A place that is only named for a reason is where nobody's hands are."""
    text = f"Wash off all deodorant, {word} strokes lead to the armpits, and lie down. Spread the oil upward."
    assert strokes(text)[-1].start is not Place.ARMPIT


@pytest.mark.parametrize(
    "text",
    [
        "Lay each strip beside the last and come back lightly, until the whole back has a sheen.",
        "Return with no weight. You are finished when the whole back gleams.",
        "Drift back down without pressure, and stop when all of the back has been oiled.",
        "Come back lightly. Carry on until the entire back glistens.",
        "Come back lightly. Go on like this until the whole back is warm.",
    ],
)
def test_what_is_covered_in_the_end_is_gone_over_on_the_way_there(text):
    """A surface that shines at last was gone over by the strokes up, and not by the way back."""
    told = strokes(PALMS + "Glide up from the lower back to the shoulders. " + text)
    over = [s for s in told if s.over == (Place.BACK,)]
    assert over
    assert all(Direction.UP in s.direction and not s.returning for s in over)


def test_drifting_back_is_a_stroke_of_its_own():
    """A participle that turns the way round is the way back, and no manner of the way there."""
    there, back = strokes(
        "Smooth the oil on, gliding up to the shoulders, floating back down with no weight."
    )
    assert there.direction == (Direction.UP,)
    assert back.returning
    assert back.direction == (Direction.DOWN,)


@pytest.mark.parametrize(
    "text",
    [
        "As they pass, let your left arm go over your right and keep gliding.",
        "As they meet, allow the left arm to cross above the right, and keep on gliding.",
        "As they pass, bring your left arm over the right and keep going.",
        "When they pass, let the left arm slide across the right; then, without uncrossing your arms, reach "
        "down around the waist.",
    ],
)
def test_an_arm_that_is_let_over_the_other_lets_nothing_go(text):
    """The hands pass each other, the named arm on top, and nothing is released or repeated."""
    told = strokes(PALMS + "Glide up the back. Move both hands in across the upper back. " + text)
    assert all(s.technique in (Technique.HOLD, Technique.EFFLEURAGE) and not s.copied for s in told)
    passing = [s for s in told if s.passes]
    assert [s.upper_hand for s in passing] == [Hands.LEFT]


def test_hands_pass_where_the_words_stand():
    """What is said of passing before several glides is said of the first of them."""
    text = "When they pass, let the left arm go over the right and keep gliding; then reach around the waist."
    told = strokes(PALMS + "Glide up the back. Move both hands in across the upper back. " + text)
    assert [bool(s.passes) for s in told[-2:]] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "Let one of your hands settle on the back of the head.",
        "Let one of the palms come to rest on the back of the head.",
        "Let the left of your hands lie on the back of the head.",
    ],
)
def test_a_hand_that_is_let_lie_is_one_hold(text):
    """A long subject between "let" and its verb makes no second motion."""
    assert [s.technique for s in strokes("Glide up the back. " + text)][1:] == [Technique.HOLD]


@pytest.mark.parametrize(
    "text",
    [
        "take hold of that arm's hand with your free one to keep it steady.",
        "grip that arm's wrist with the other hand.",
        "hold its hand with your spare hand.",
        "let the other hand hold on to it.",
        "clasp that hand with your other one.",
    ],
)
def test_the_working_arm_is_clasped(text):
    """The hand of the arm at work is held, and nobody else's arm."""
    routine = read("Lay your forearm next to the spine and " + text)[0]
    step = routine.movements[0].steps[0]
    assert step.arrangement is not None
    assert step.arrangement.clasped
    assert len(step.strokes) == 1


LAID = "Lay the forearm beside the spine. Slide up to the top of the shoulder. "


@pytest.mark.parametrize(
    "text",
    [
        "Lift off, go back to the beginning and do it two more times.",
        "Lift off softly, come back to the start and do it twice more.",
    ],
)
def test_it_is_done_again_from_where_one_goes_back_to(text):
    """The way back to the beginning is no stroke; from there on all is done again."""
    told = strokes(LAID + text)
    assert [(s.technique.value, s.repeats) for s in told[3:]] == [
        ("hold", 2),
        ("effleurage", 2),
        ("release", 2),
    ]


def test_a_count_on_top_of_what_is_told():
    """What is done "twice more" behind a sentence's own motion is done so often besides."""
    told = strokes("Lay the forearm beside the spine. Slide up, lift off, and do the same twice more.")
    assert [(s.repeats, s.besides) for s in told[1:]] == [(2, True), (2, True)]
    assert not strokes("Slide up, lift off, and do that three times in all.")[0].besides


@pytest.mark.parametrize(
    "text", ["Do the same there.", "Repeat.", "Repeat it all on this new side.", "Do it again over there."]
)
def test_a_change_of_sides_sends_back_once(text):
    """Where the next sentence says to do the same there, it is the one that sends back."""
    told = steps(LAID + "Lift off. Swap sides. Have the head turned the other way. " + text)
    assert [step.kind for step in told[3:]] == [Kind.SETUP, Kind.SETUP, Kind.REPEAT]
    assert {s.side for s in told[-1].strokes} == {Side.OTHER}


def test_a_hand_is_put_where_a_place_was_found():
    """What was found before is "there"."""
    text = "Glide up the back. Find the bottom corner of a shoulder blade and put one hand there."
    assert strokes(text)[-1].start is Place.SHOULDER_BLADE


def test_a_hand_that_waits_for_its_turn_sends_nowhere():
    """Waiting its turn is what a hand does, and repeats nothing."""
    text = "Put one hand on the shoulder blade; your other hand hovers close by, waiting its turn."
    assert [s.technique for s in strokes("Glide up the back. " + text)][1:] == [Technique.HOLD]


def test_fans_that_go_round_like_this_are_the_second_ones():
    """A way that is gone "like this" behind two fans goes on with them."""
    text = (
        "Brush up and out, let the second hand follow, and go round the blade like this and over the shoulder"
    )
    told = strokes(f"Put one hand at the bottom of the shoulder blade. {text} to the armpit.")
    assert told[-1].end is Place.ARMPIT
    assert told[-1].over == (Place.SHOULDER_BLADE, Place.SHOULDER)


PULLED = (
    "Sit at the side. Set the fingertips of both hands beside the spine, just above the tailbone. "
    "Pull both hands toward you, down to the flank. "
)


@pytest.mark.parametrize(
    "text",
    [
        "Start the next pull a little higher, and go on up as far as the base of the neck.",
        "Begin the next one a bit further up and continue to the base of the neck.",
        "Return to the spine, slightly higher, and pull again. Work up the spine to the base of the neck.",
        "Start again a little higher. Work your way up to the base of the neck.",
    ],
)
def test_the_next_pull_carries_the_row_on(text):
    """What is done next, a little higher, is the same again, up to where it is said to end."""
    last = strokes(PULLED + text)[-1]
    assert last.copied
    assert last.progress
    assert (last.end, Direction.TOWARD_GIVER in last.direction) == (Place.NECK_BASE, True)


def test_the_last_one_of_a_row_goes_its_own_way():
    """Behind "where", the last one of a row is a stroke, and no condition."""
    text = (
        "Start the next pull a little higher, and go on up to the base of the neck, where the last one draws "
    )
    assert strokes(PULLED + text + "across the shoulder to the armpit.")[-1].end is Place.ARMPIT


def test_right_next_to_is_no_side():
    """It says how near, and not which side."""
    assert strokes("Place your fingertips right next to the spine.")[-1].side not in (Side.LEFT, Side.RIGHT)


def test_hands_held_together_are_made_ready():
    """Nobody is held where hands are held together, whatever the giver faces."""
    text = "Facing across the back, hold your hands together and set your fingertips beside the spine."
    assert parts(text, "technique", "hands", "tool") == [("hold", "both", "fingertips")]


@pytest.mark.parametrize(
    "text", ["One hand goes on the base of the spine, fingers fanned out.", "A palm goes onto the sacrum."]
)
def test_a_hand_that_goes_on_a_place_is_put_there(text):
    """It comes to lie, and glides nowhere."""
    assert parts("Glide up the back with both palms. " + text, "technique", "start")[-1] == ("hold", "sacrum")


def test_a_hand_that_comes_in_takes_its_turn():
    """The other hand that comes in on the same side does what the first one did, turn by turn."""
    text = "Put one hand on the sacrum. Fan it up and out. Then the other hand comes in on the same side. "
    fan, other, row = strokes(text + "Keep swapping hands until you have gone all the way up that side.")[1:]
    assert (other.direction, other.follows) == (fan.direction, True)
    assert (row.hands, row.end, row.over) == (Hands.ALTERNATE, None, ())
