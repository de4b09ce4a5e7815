"""A sentence that says where that lies which the sentence before laid down."""

import pytest

from effleurage.routine import Kind, Place, Relation, Spot, Tool

from .slots import steps


@pytest.mark.parametrize(
    "said",
    [
        "The elbow goes just higher than the buttocks.",
        "Your elbow should rest just above the buttocks.",
        "The elbow belongs right above the buttock.",
        "Keep the elbow just above the buttocks.",
        "Have your elbow just above the buttocks.",
        "The point of the elbow lies just above the buttock.",
    ],
)
def test_where_the_elbow_lies_is_told_of_the_forearm(said):
    """An elbow that is told of behind a forearm says where the forearm begins, and is no tool."""
    laid, told, slid = steps(
        f"Rest your forearm right next to the spine. {said} Slide it up to the shoulder."
    )
    (hold,), (slide,) = laid.strokes, slid.strokes
    assert told.strokes == ()
    assert (hold.tool, hold.start, hold.over) == (Tool.FOREARM, Place.BUTTOCK, (Place.SPINE_SIDES,))
    assert (slide.tool, slide.start_spot) == (
        Tool.FOREARM,
        Spot(relation=Relation.ABOVE, place=Place.BUTTOCK),
    )


@pytest.mark.parametrize(
    "said",
    [
        "The elbow is just above the hip, and the other hand grips the wrist so that it stays steady.",
        "Your elbow comes to rest just above the hip, while your free hand clasps the working hand.",
        "Keep your elbow just above the hip and hold on to the working hand with the other.",
        "Have the elbow just above the hip; take hold of the hand with your free hand to support it.",
        "The elbow should sit right above the hip, your spare hand holding the wrist.",
    ],
)
def test_where_the_elbow_lies_may_be_told_with_the_clasp(said):
    """Both say how the arm lies, and no elbow is put down."""
    laid, told, slid = steps(f"Lay your forearm next to the spine. {said} Draw the arm up to the shoulder.")
    assert (told.kind, told.strokes) == (Kind.SETUP, ())
    assert told.arrangement is not None
    assert told.arrangement.clasped
    (hold,), (slide,) = laid.strokes, slid.strokes
    assert (hold.start, hold.over) == (Place.HIP, (Place.SPINE_SIDES,))
    assert (slide.tool, slide.start, slide.over) == (Tool.FOREARM, Place.HIP, ())


@pytest.mark.parametrize(
    "said",
    [
        "They belong slightly above the bottom end of the spine.",
        "They go just above the base of the spine.",
        "They should sit a little above the tailbone.",
        "Aim for a spot just above the tailbone.",
        "The right spot is just above the tailbone.",
        "You want them just above the base of the spine.",
    ],
)
def test_a_spot_is_made_exact_afterwards(said):
    """Where hands lie that were put on a region may follow, however it is said."""
    laid, told, slid = steps(f"Lay your two hands on the low back. {said} Slide up to the shoulders.")
    above = Spot(relation=Relation.ABOVE, place=Place.SACRUM)
    assert told.strokes == ()
    assert told.arrangement is None
    assert (laid.strokes[0].start_spot, slid.strokes[0].start_spot) == (above, above)


@pytest.mark.parametrize(
    "said",
    [
        "The hand lies on the low back.",
        "It sits on the lower back.",
        "Your hand should be on the lower back.",
    ],
)
def test_the_region_of_a_spot_is_no_other_place(said):
    """A hand on the base of the spine that is said to lie on the lower back is where it was."""
    laid, told, fanned = steps(f"Place one hand at the bottom of the spine. {said} Fan it up and out.")
    assert told.strokes == ()
    assert laid.strokes[0].start is Place.SACRUM
    assert fanned.strokes[0].start is Place.SACRUM


def test_another_hand_is_put_down():
    """The other hand, and hands that go somewhere else, are laid down themselves."""
    for said in ("The other hand goes on the neck.", "Your other hand lies on the lower back."):
        _, told = steps(f"Place one hand at the base of the spine. {said}")
        assert told.strokes


@pytest.mark.parametrize(
    "said",
    [
        "You're going to use your forearm. It lies beside the spine, with the elbow just above the buttocks.",
        "Now for the forearm. It goes alongside the spine with the elbow just above the buttock.",
        "The tool here is the forearm. It rests close to the spine, elbow just above the buttock.",
    ],
)
def test_what_was_only_named_is_laid_down(said):
    """A tool that one sentence names and the next one says lies somewhere is laid there."""
    (hold,) = steps(said)[-1].strokes
    assert (hold.tool, hold.start, hold.over) == (Tool.FOREARM, Place.BUTTOCK, (Place.SPINE_SIDES,))


@pytest.mark.parametrize(
    "said",
    [
        "The grandest of the strokes traces an eight; it slackens the whole back and drives tension off.",
        "This is the grand, sweeping opener, and it wakes up the circulation from the hips to the shoulders.",
        "The first of the strokes is a wide fan; it soothes the nerves beside the spine.",
    ],
)
def test_what_a_stroke_is_called_is_none(said):
    """What a stroke is and does for the back is told before it is done."""
    assert steps("Rub the oil over the back with both palms. " + said)[-1].strokes == ()


@pytest.mark.parametrize(
    "said",
    [
        "The elbow sits just above the buttocks, and the other hand holds the wrist to steady it.",
        "Keep the elbow just above the buttocks and take hold of the working hand with your other one.",
        "Your elbow should be just above the buttocks, and the free hand should clasp the working hand.",
    ],
)
def test_where_the_elbow_lies_and_who_steadies_it(said):
    """One sentence may tell both: where the arm lies, and that the other hand clasps it."""
    laid, told, slid = steps(f"Rest your forearm beside the spine. {said} Slide the arm up to the shoulder.")
    assert (laid.strokes[0].tool, laid.strokes[0].start) == (Tool.FOREARM, Place.BUTTOCK)
    assert told.strokes == ()
    assert told.arrangement is not None
    assert told.arrangement.clasped
    assert (slid.strokes[0].tool, slid.strokes[0].over) == (Tool.FOREARM, ())


def test_one_hand_lies_on_no_two_sides():
    """As in "Lay one hand on the sacrum.", where both had been."""
    *_, laid = steps("Slide both hands out around the hips to the sacrum. Lay one hand on the sacrum.")
    assert laid.strokes[0].side is None


def test_where_the_elbow_lies_and_why_the_hand_is_clasped():
    """One sentence says both, with two aims; the forearm that was laid is where it says."""
    laid, told = steps(
        "Lay a forearm beside the spine. The elbow belongs just above the buttocks, and your free hand takes "
        "hold of the working hand to keep it steady and lend it support."
    )
    assert str(laid.strokes[0].start) == "buttock"
    assert (told.kind, told.strokes) == (Kind.SETUP, ())
