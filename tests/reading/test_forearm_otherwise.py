"""The forearm's glide in other words: how the arm lies, who kneels, what is clasped, how often it is done."""

import pytest

from effleurage.routine import Kind, Place, Relation, Stance, Technique

from .slots import last_step, strokes

LAID = "Lay one forearm beside the spine with the elbow just above the buttocks. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Rest a forearm right next to the spine, placing the elbow just above the buttocks.",
        "Lay your forearm along the spine, positioning the elbow a little above the buttocks.",
        "Place the forearm beside the spine, keeping the elbow just above the buttock.",
        "Rest a forearm beside the spine and put the elbow just above the buttocks.",
        "Lay a forearm beside the spine in such a way that its elbow is positioned just above the buttocks.",
        "Set the forearm beside the spine so that the elbow is laid a little above the buttock.",
        "Rest your forearm beside the spine; the elbow ought to be just above the buttocks.",
        "Place the forearm along the spine: the elbow belongs a little above the buttock.",
    ],
)
def test_where_the_elbow_is_put_is_where_the_forearm_lies(sentence):
    """It is one arm, and one hold."""
    [stroke] = last_step(sentence).strokes
    assert (stroke.start, stroke.over) == (Place.BUTTOCK, (Place.SPINE_SIDES,))
    assert stroke.start_spot is not None
    assert stroke.start_spot.relation is Relation.ABOVE


@pytest.mark.parametrize(
    "sentence",
    [
        "Wrap your spare hand around the hand of the arm that's working; you'll be far steadier.",
        "Hold the hand of that arm with your free one; it stops everything wobbling.",
        "Take hold of the working hand with the other, which saves you slipping.",
        "Clasp the hand of that arm with your other hand to prevent it shaking.",
        "Grasp that hand with your spare one so that it cannot wobble.",
    ],
)
def test_the_working_hand_is_clasped_and_nothing_shakes(sentence):
    """What is kept from wobbling does not wobble, and nobody else's arm is held."""
    step = last_step(LAID + sentence)
    assert (step.kind, step.strokes) == (Kind.SETUP, ())
    assert step.arrangement is not None
    assert step.arrangement.clasped


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Go back to the bottom and run through the stroke twice more, so it's three passes altogether.", 2),
        ("Take it back to the buttock and do another two.", 2),
        ("Return to the bottom and do another three strokes.", 3),
    ],
)
def test_so_many_more(sentence, count):
    """What is done again is the whole glide, so often besides the first time."""
    step = last_step(LAID + "Slide it up beside the spine to the top of the shoulder. " + sentence)
    assert step.kind is Kind.REPEAT
    [glide] = [s for s in step.strokes if s.technique is Technique.EFFLEURAGE]
    assert (glide.repeats, glide.end, glide.in_all) == (count, Place.SHOULDER_TOP, False)


@pytest.mark.parametrize(
    "sentence",
    [
        "Come up onto your knees at your partner's side.",
        "Get up on your knees, still at their side.",
        "Drop to your knees beside your partner.",
        "Go down on one knee at their side.",
    ],
)
def test_who_is_on_the_knees_kneels(sentence):
    """A position of the giver's, and no leg that is worked on."""
    step = last_step(sentence)
    assert step.arrangement is not None
    assert step.arrangement.stance is Stance.KNEELING


def test_on_the_knees_hands_glide_over_no_leg():
    """Where the giver kneels is no place of the stroke."""
    [stroke] = strokes("On your knees at the side of your partner, slide both palms up the back.")
    assert stroke.over == (Place.BACK,)


@pytest.mark.parametrize(
    "laid",
    [
        "parallel to the spine and close beside it, with the elbow just above the buttock",
        "along the spine and close alongside it, with the elbow just above the buttock",
        "along the spine, close up against it, the elbow just above the buttock",
        "down close along the spine, the elbow set just above the buttock",
        "down close beside the spine, your elbow a little above the buttock",
    ],
)
def test_a_forearm_lies_close_to_the_spine(laid):
    """How close it lies is no hold of its own, and nothing is closed."""
    [hold] = last_step(f"Lay the forearm {laid}.").strokes
    assert (str(hold.tool), str(hold.start), [str(p) for p in hold.over]) == (
        "forearm",
        "buttock",
        ["spine_sides"],
    )


def test_the_long_arm_of_a_heading_is_the_givers():
    """Below it the trunk is worked on with it: nobody's arm is where it sets out."""
    told = strokes(
        "## Step 2: Do the long arm sweep\n"
        "Lay your forearm beside the spine, the elbow just above the buttocks. "
        "Grab your working hand with the other so the arm stays steady. "
        "With the flat bone of your forearm, slide up the side of the spine to the shoulders."
    )
    assert [s.start for s in told] == [Place.BUTTOCK, Place.BUTTOCK]


@pytest.mark.parametrize(
    "sentence",
    [
        "Go the whole distance, to the top of the shoulder.",
        "Travel the entire way, up to the top of the shoulder.",
        "You go all the way to the top of the shoulder.",
        "Continue the full distance to the top of the shoulder.",
    ],
)
def test_a_glide_that_goes_all_the_way_there_is_one_glide(sentence):
    """How far it goes is told of the glide before it, which left that open; it does not set out anew."""
    told = strokes(LAID + "Slide up beside the spine on the forearm. " + sentence)
    assert [str(s.technique) for s in told] == ["hold", "effleurage"]
    assert (told[-1].over, told[-1].end) == ((Place.SPINE_SIDES,), Place.SHOULDER_TOP)


def test_a_glide_that_has_ended_goes_on_from_there():
    """Where the glide before it ended is told already: another one sets out."""
    told = strokes(
        LAID + "Slide up beside the spine to the middle of the back. Go all the way to the shoulder."
    )
    assert len(told) == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "Lay a forearm along the spine in such a manner that the elbow comes to rest just above a buttock.",
        "The forearm is laid along the spine so that the elbow comes to lie just above the buttocks.",
    ],
)
def test_where_the_elbow_comes_to_lie_is_where_the_forearm_lies(sentence):
    """It is told with the arm, and is where the slide will set out."""
    [hold] = last_step(sentence).strokes
    assert (hold.start, hold.over) == (Place.BUTTOCK, (Place.SPINE_SIDES,))


@pytest.mark.parametrize(
    "sentence",
    [
        "The other hand, so that everything stays steady, clasps the hand of the working arm.",
        "Your free hand, while you settle, takes hold of the wrist.",
        "The other hand, so that the arm may be well supported, grips the working hand.",
    ],
)
def test_what_stands_between_a_hand_and_its_verb_parts_them_not(sentence):
    """Who clasps is told first, then what for, then what is done."""
    step = last_step(LAID + sentence)
    assert step.arrangement is not None
    assert step.arrangement.clasped
    assert not step.strokes


@pytest.mark.parametrize(
    "sentence",
    [
        "Slide up the side of the spine, not halting before the top of the shoulder has been reached.",
        "Slide up the side of the spine, never stopping before you come to the top of the shoulder.",
        "Slide up the side of the spine and do not pause until the top of the shoulder has been reached.",
    ],
)
def test_where_a_slide_may_halt_is_its_end(sentence):
    """Not before it is there: that forbids nothing, and tells how far the slide goes."""
    step = last_step(LAID + sentence)
    [slide] = step.strokes
    assert (slide.over, slide.end) == ((Place.SPINE_SIDES,), Place.SHOULDER_TOP)
