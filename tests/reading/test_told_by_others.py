"""What other people write for the same motions: what is put first, hands that take over, ways home."""

import pytest

from effleurage.reading import read
from effleurage.routine import Direction, Hands, Kind, Place, Relation, Technique, Tool
from reading.slots import last_step, parts, steps, strokes

PALMS = "Place both hands on the lower back. "
ONE = "Place one hand at the base of the spine, fingers spread. "


@pytest.mark.parametrize(
    "text",
    [
        "It is from here that both hands glide up to the shoulders.",
        "What you do next is glide both hands up to the shoulders.",
        "All you have to do now is to glide both hands up to the shoulders.",
        "The next thing is to glide both hands up to the shoulders.",
        "All that remains is to glide both hands up to the shoulders.",
        "What is left is to glide both hands up to the shoulders.",
    ],
)
def test_what_is_put_first_changes_nothing(text):
    """A sentence that first says that something is to be done says what is done."""
    assert parts(PALMS + text, "technique", "start", "end", "direction")[-1] == (
        "effleurage",
        "lower_back",
        "shoulder",
        ["up"],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Draw the palms out around the hips and home to the spot they left.",
        "Draw the palms out around the hips and back to the place they started from.",
        "Draw the palms out around the hips and home to the spot from which they set out.",
        "Draw the palms out around the hips and back to where they first lay.",
        "Draw the palms out around the hips and home to the point they came from.",
    ],
)
def test_home_is_where_hands_set_out(text):
    """However the place is called that hands left, they come back to it in a stroke of its own."""
    out, home = strokes(PALMS + text)[-2:]
    assert (out.over, out.returning) == ((Place.HIP,), False)
    assert home.returning
    assert home.end is Place.LOWER_BACK


@pytest.mark.parametrize(
    "text",
    [
        "Reach down to take him around the waist.",
        "Stretch down to hold them round the waist.",
        "Lean down to clasp the waist.",
        "With your arms crossed, reach down to grasp the waist.",
        "Go down to encircle the waist.",
    ],
)
def test_hands_go_where_they_take_hold(text):
    """What hands reach down for is where they go."""
    last = strokes("Glide both palms up to the shoulders. " + text)[-1]
    assert (last.technique, last.over) == (Technique.EFFLEURAGE, (Place.WAIST,))
    assert Direction.DOWN in last.direction


def test_flesh_that_is_reached_for_is_picked_up():
    """Reaching for flesh is two things: the way there, and the scoop."""
    way, scoop = strokes(
        "Glide both palms up to the shoulders. Reach down to scoop up the flesh of the waist."
    )[1:]
    assert (way.technique, way.over) == (Technique.EFFLEURAGE, (Place.WAIST,))
    assert (scoop.technique, scoop.over) == (Technique.PETRISSAGE, (Place.WAIST,))


@pytest.mark.parametrize(
    "text",
    [
        "Squeeze the waist, ease your grip, the palms meanwhile slipping to the centre of the low back.",
        "Squeeze the waist, then relax your grip, both palms sliding in to the centre of the lower back.",
        "Squeeze the waist, and let go of it, your hands gliding to the middle of the lower back.",
        "Squeeze the waist and release it, the hands now travelling to the middle of the lower back.",
    ],
)
def test_hands_glide_while_they_let_go(text):
    """Hands with a participle of their own do what it says, while the grip is loosened."""
    squeeze, release, glide = strokes(text)
    assert (squeeze.technique, release.technique) == (Technique.PETRISSAGE, Technique.RELEASE)
    assert (glide.technique, glide.end, glide.simultaneous) == (Technique.EFFLEURAGE, Place.LOWER_BACK, True)


@pytest.mark.parametrize(
    "text",
    [
        "Turn the hands in over the upper back until they come face to face.",
        "Turn the hands in over the upper back until they meet.",
    ],
)
def test_hands_that_come_face_to_face_touch_no_face(text):
    """Face to face is how hands are to each other, and no place."""
    assert strokes(PALMS + text)[-1].end is None


@pytest.mark.parametrize(
    "text",
    [
        "Wheel it up and out. Let the other hand take it up on the same side.",
        "Swing it up and out in a fan. Let your second hand pick it up on the same side.",
        "Fan it up and away in a wide arc. Let the other hand carry it on on the same side.",
        "Fan it up and outward. Then the other hand takes it up on the same side.",
    ],
)
def test_the_other_hand_takes_it_up(text):
    """What the other hand takes up is what the first one did, and no flesh."""
    first, second = strokes(ONE + text)[-2:]
    assert first.direction == second.direction == (Direction.UP, Direction.OUT)
    assert second.follows
    assert second.other_hand


@pytest.mark.parametrize(
    "said",
    [
        "One hand relieves the other in this way until you have gone up the whole side of the spine.",
        "One hand answers the other until you have climbed the whole side of the spine.",
        "In this way, one hand relieving the other, climb the side of the spine.",
        "One hand taking over from the other, work up the side of the spine.",
        "Each hand relieves the other until you have worked up the side of the spine.",
    ],
)
def test_hands_relieve_each_other(said):
    """Hands that relieve each other go by turns, along the line that is passed."""
    last = strokes(ONE + "Fan it up and out. " + said)[-1]
    assert (last.hands, last.over, last.end) == (Hands.ALTERNATE, (Place.SPINE_SIDES,), None)
    assert Direction.UP in last.direction


def test_the_first_and_the_second_are_hands():
    """Behind "the first" and "the second", both of which do something, "and so they" tells what both do."""
    text = (
        "Lay one hand at the blade's lower end. The first brushes up and away in a soft fan; the second goes "
        "after it; and so they work the whole way around the blade and out over the "
        "shoulder, bound for the armpit."
    )
    hold, first, second, on = strokes(text)
    assert hold.start_spot is not None
    assert hold.start_spot.relation is Relation.BOTTOM
    assert first.direction == (Direction.UP, Direction.OUT)
    assert second.follows
    assert (on.over, on.end) == ((Place.SHOULDER_BLADE, Place.SHOULDER), Place.ARMPIT)


@pytest.mark.parametrize(
    "spot",
    [
        "the shoulder blade's bottom corner",
        "the scapula's lower tip",
        "the lowest point of the shoulder blade",
        "the lower angle of the shoulder blade",
    ],
)
def test_a_part_behind_its_whole(spot):
    """The part that a possessive names is that of the place."""
    (hold,) = strokes(f"Set one hand at {spot}.")
    assert hold.start_spot is not None
    assert hold.start_spot.relation is Relation.BOTTOM


@pytest.mark.parametrize(
    "text",
    [
        "The tool for this stroke is your forearm, laid beside the spine with the elbow just above the hips.",
        "This time you use the forearm, placed beside the spine, the elbow just above the hips.",
        "Your tool now is the forearm, set down beside the spine with the elbow just above the hips.",
        "For this you need one forearm, laid along the side of the spine, the elbow just above the hips.",
    ],
)
def test_the_tool_that_is_named_is_laid(text):
    """A sentence that says which tool works may say where it lies."""
    step = last_step(text)
    (hold,) = step.strokes
    assert step.kind is Kind.SETUP
    assert (hold.tool, hold.start, hold.over) == (Tool.FOREARM, Place.HIP, (Place.SPINE_SIDES,))


@pytest.mark.parametrize(
    "text",
    ["where the arm is lifted away", "where the forearm is taken off", "where the arm is gently lifted off"],
)
def test_an_arm_at_work_is_lifted_where_it_arrives(text):
    """The arm that worked is the giver's, and it is let go where it is."""
    stroke, release = strokes(f"Slide your forearm up beside the spine to the shoulder, {text}.")
    assert (stroke.tool, stroke.end) == (Tool.FOREARM, Place.SHOULDER)
    assert (release.technique, release.start, release.tool) == (
        Technique.RELEASE,
        Place.SHOULDER,
        Tool.FOREARM,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Then go back to the beginning and do the same again, and once more after that.",
        "Do it again, and then once more.",
        "Go back to the start and repeat, and once more after that.",
    ],
)
def test_again_and_once_more_is_twice(text):
    """Two rounds are told one after the other."""
    assert len([s for s in strokes("Slide your forearm up beside the spine. " + text) if s.copied]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Pull again from slightly higher, and so on up the spine, until you arrive at the neck and the last "
        "pull of all goes across the shoulder to the armpit.",
        "Do this again further up, and so on up the spine, until you come to the neck and the last pull "
        "crosses the shoulder to the armpit.",
    ],
)
def test_the_last_of_all_is_one_more_stroke(text):
    """How far a row goes is one thing, and what its last stroke does another."""
    *_, row, last = strokes(
        "Place your fingertips beside the spine. Pull them toward you down the side of the back. " + text
    )
    assert row.end in (Place.NECK, Place.NECK_BASE)
    assert (last.over, last.end) == ((Place.SHOULDER,), Place.ARMPIT)


@pytest.mark.parametrize(
    "text",
    [
        "While one hand rests on the back of the head, let the other lift and knead the muscles there.",
        "With one hand resting on the back of the head, the other kneads the muscles with thumb and fingers.",
        "Rest one hand on the back of the head and let the other one pick up and knead the muscles.",
    ],
)
def test_the_other_hand_works_where_it_was_said(text):
    """Where one hand rests is not where the other kneads; that was named before."""
    ahead = "The forehead rests on the hands, which opens up the base of the neck; smooth the hair aside. "
    hold, knead = strokes(ahead + text)
    assert hold.start is Place.HEAD
    assert (knead.over, knead.other_hand) == ((Place.NECK_BASE,), True)


@pytest.mark.parametrize("word", ["heading for", "bound for", "making for", "aiming for"])
def test_what_is_headed_for_is_the_end(word):
    """Hands end where they are bound for."""
    assert strokes(PALMS + f"Glide out over the shoulders, {word} the armpits.")[-1].end is Place.ARMPIT


def test_oil_that_is_spread_is_a_movement_of_its_own():
    """In plain prose hands that are put down for what comes next part it from the oil."""
    text = (
        "Sit at his side and spread the oil over his back with long strokes upward. Then rest both hands on "
        "the lower back. Slide them up beside the spine to the neck."
    )
    assert len(steps(text)) == 3
    assert len(read(text)[0].movements) == 2
