"""Ways that a sentence leaves open at first and tells behind: "Let them part, curving outward …"."""

import pytest

from effleurage.routine import Direction, Place, Pressure, Technique

from .slots import last_step, steps

AT_NECK = "Slide both hands up the back from the sacrum to the neck. "


@pytest.mark.parametrize(
    ("said", "over"),
    [
        ("Now let them part, curving outward around the shoulders.", (Place.SHOULDER,)),
        ("Let the palms glide on, curving out around the shoulders.", (Place.SHOULDER,)),
        (
            "Now let them part, curving outward around the shoulders and then turning in again, so that they "
            "approach each other over the upper back.",
            (Place.SHOULDER, Place.UPPER_BACK),
        ),
        (
            "Let your hands swing, turning out over the shoulders and coming in across the upper back.",
            (Place.SHOULDER, Place.UPPER_BACK),
        ),
    ],
)
def test_an_open_way_is_told_by_participles(said, over):
    """What goes nowhere yet and the participles behind it are one stroke, and no row that creeps along."""
    (stroke,) = last_step(AT_NECK + said).strokes
    assert (stroke.over, stroke.progress) == (over, False)


@pytest.mark.parametrize(
    "said",
    ["Let that hand open like a fan, swinging up and outward.", "Let the hand fan, sweeping up and out."],
)
def test_a_fan_that_is_told_by_its_way_is_one(said):
    """A fan whose way stands behind it climbs once."""
    (stroke,) = last_step("Place one hand on the sacrum. " + said).strokes
    assert (stroke.direction, stroke.progress) == ((Direction.UP, Direction.OUT), False)


def test_the_hands_whose_sweep_it_is_are_no_place():
    """A sweep of the palms goes where it is told to go."""
    (stroke,) = last_step(
        f"{AT_NECK}A last sweep of the palms around the hips brings both hands home."
    ).strokes
    assert stroke.over == (Place.HIP,)


@pytest.mark.parametrize("said", ["Take a firm hold there", "Get a firm grip", "Take a firm grasp"])
def test_flesh_is_drawn_as_firmly_as_it_is_held(said):
    """A firm hold is the firmness of what is done with it."""
    (stroke,) = last_step(f"Glide both palms down to the waist. {said} and draw the flesh upward.").strokes
    assert (stroke.technique, stroke.pressure) == (Technique.PETRISSAGE, Pressure.FIRM)


DRAWN = (
    "Place the fingertips of both hands beside the spine, just above the tailbone. Draw them toward you, "
    "down over the side of the back. "
)


@pytest.mark.parametrize("said", ["Move up a little. Pull again.", "Move up a little. Drag once more."])
def test_the_same_verb_in_other_words_is_done_again(said):
    """To pull again behind what was drawn is to draw again."""
    (stroke,) = last_step(DRAWN + said).strokes
    assert (stroke.technique, stroke.copied) == (Technique.EFFLEURAGE, True)
    assert Direction.TOWARD_GIVER in stroke.direction


@pytest.mark.parametrize(
    "said",
    [
        "The final pull starts where the neck joins the back, and it runs across the shoulders, heading for "
        "the glands under the arm.",
        "The last pull starts at the base of the neck, and it goes over the shoulders to the armpit.",
    ],
)
def test_where_a_stroke_starts_may_be_a_clause_of_its_own(said):
    """A pull that starts somewhere and then runs on is one."""
    (stroke,) = last_step(f"{DRAWN}Repeat this all the way up the spine. {said}").strokes
    assert (stroke.start, stroke.over, stroke.end) == (Place.NECK_BASE, (Place.SHOULDER,), Place.ARMPIT)


@pytest.mark.parametrize(
    "said", ["Direct it to the glands in the armpit.", "Aim it at the armpit.", "Point it at the armpits."]
)
def test_where_a_stroke_is_aimed_is_told_behind(said):
    """Where the last pull goes may be told in a sentence of its own."""
    row = f"{DRAWN}Repeat this all the way up the spine. Let the final pull cross the shoulders. "
    *_, pull, aimed = steps(row + said)
    assert aimed.strokes == ()
    assert pull.strokes[0].end is Place.ARMPIT


WORKED = "Warm the oil in your hands and work it over the back until it's covered evenly. "


@pytest.mark.parametrize(
    "said",
    [
        "Every one of those strokes ought to be smooth and ought to head upward.",
        "All your strokes should run upward.",
        "Keep every stroke going upward.",
        "The strokes should all go up, since this is the direction in which lymph flows.",
    ],
)
def test_which_way_strokes_go_is_told_behind(said):
    """Oil that is worked over the back is stroked on, the way that a sentence behind it says."""
    worked, told = steps(WORKED + said)
    assert told.strokes == ()
    (stroke,) = worked.strokes
    assert (stroke.technique, stroke.over) == (Technique.EFFLEURAGE, (Place.BACK,))
    assert stroke.direction == (Direction.UP,)


@pytest.mark.parametrize(
    "said",
    [
        "arrive where you first put them",
        "glide on to where you laid them at the start",
        "come to where you first placed your hands",
    ],
)
def test_where_hands_were_first_put_is_the_start(said):
    """The place where hands were put down first is where they began."""
    placed = "Put both hands on the lower back. Slide up beside the spine to the neck. "
    home = last_step(f"{placed}Slide out around the shoulders, down to the hips, and {said}.").strokes[-1]
    assert home.end is Place.LOWER_BACK
