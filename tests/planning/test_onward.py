"""How far a glide goes may be told by the next sentence, and a way back through the air is none."""

import pytest

from effleurage.planning._interpret.items import items
from effleurage.planning._interpret.manner import motions
from effleurage.planning._interpret.onward import gone_on
from effleurage.planning._interpret.rounds import whole_rounds
from effleurage.reading import read
from effleurage.routine import Direction, Place, Stroke, Technique


def performed(text: str) -> list[Stroke]:
    """The strokes that are performed of a text of one movement."""
    (movement,) = read(text)[0].movements
    told = motions(whole_rounds(gone_on(items(movement, 0))))
    return [entry.stroke for entry in told if entry.stroke is not None]


@pytest.mark.parametrize(
    "said",
    [
        "Keep going until you reach the top of the shoulder.",
        "Go the full distance, to the top of the shoulder.",
        "Carry on until you come to the top of the shoulder.",
        "Continue up to the top of the shoulder.",
    ],
)
def test_the_end_of_a_glide_is_told_behind_it(said):
    """A glide that left its end open and the sentence that tells it are one glide, over its line."""
    laid, glide = performed(f"Lay both hands on the lower back. Slide up beside the spine. {said}")
    assert laid.technique is Technique.HOLD
    assert (glide.end, glide.over) == (Place.SHOULDER_TOP, (Place.SPINE_SIDES,))


@pytest.mark.parametrize(
    "said",
    [
        "Slide back down to the hips.",
        "Press up beside the spine to the neck.",
    ],
)
def test_another_glide_stays_another(said):
    """What goes another way is done by itself."""
    strokes = performed(f"Lay both hands on the lower back. Slide up beside the spine. {said}")
    assert len(strokes) == 3


@pytest.mark.parametrize(
    "home", ["Return to the bottom.", "Go back to the start.", "Come back to the bottom."]
)
def test_lifted_hands_come_back_through_the_air(home):
    """Hands that have been lifted off glide nowhere on their way back; the glide is done again."""
    told = "Lay your forearm beside the spine. Slide it up to the shoulder. Lift off softly."
    strokes = performed(f"{told} {home} Do it two more times.")
    glides = [s for s in strokes if s.technique is Technique.EFFLEURAGE]
    assert all(Direction.UP in s.direction for s in glides)
    assert [s.repeats for s in glides] == [1, 2]


def test_a_way_round_leads_on():
    """One hand that goes round, then on over a place and to its end, does so in one stroke."""
    placed = "Lay one hand at the lower tip of the shoulder blade. Travel round the shoulder blade. "
    _, way = performed(placed + "Then go out over the shoulder. Head for the armpit.")
    assert (way.over, way.end) == ((Place.SHOULDER_BLADE, Place.SHOULDER), Place.ARMPIT)
    assert way.direction == (Direction.AROUND, Direction.OUT)


def test_both_hands_go_on_by_themselves():
    """What both hands do after a way round is a leg of its own."""
    told = "Lay both hands on the upper back. Slide round the shoulders. Go down to the waist."
    assert len(performed(told)) == 3


def test_what_is_one_glide_is_one_when_it_is_done_again():
    """A repeat of both sentences is one glide a time."""
    text = "Lay your forearm by the spine, elbow just above the buttock. Slide up the side of the spine. "
    again = performed(text + "Go all the way to the shoulder. Lift off. Repeat twice more from the start.")
    glides = [s for s in again if s.technique is Technique.EFFLEURAGE]
    assert [s.end for s in glides] == [Place.SHOULDER, Place.SHOULDER]
    assert [s.repeats for s in glides] == [1, 2]
