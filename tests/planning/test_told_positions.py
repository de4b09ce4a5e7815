"""Positions that the text tells under a heading of their own hold when the strokes begin."""

import math

from effleurage.performance import LEFT, RIGHT, Station
from effleurage.planning._trace.air import hover

from .scores import changes, composed, runs

READY = "## Getting ready\n\n{}\n\n## Opening\n\nSlide both palms down beside the spine to the waist.\n"


def test_getting_ready_holds_for_the_strokes_that_follow():
    """The receiver's posture and the giver's place are told together, before anything moves."""
    words = (
        "Your partner lies with the forehead resting on the backs of the hands, and you kneel at the head."
    )
    first = composed(READY.format(words))[0]
    assert (first.posture, first.station.where, first.station.stance) == (
        "forehead_on_hands",
        "head",
        "kneeling",
    )


def test_positions_are_taken_once():
    """They are not told again before the next movement."""
    text = READY.format("Kneel at the head.") + "\n## Then\n\nKnead both shoulders.\n"
    assert len(changes(text)) == 1


def test_a_posture_that_no_body_here_takes_is_told_in_the_words_of_the_text():
    """A chair is not shown, so the giver hears of it, and of where to stand, all at once."""
    words = "Let them sit backwards on the chair. Stand behind with one foot in front of the other."
    (change,) = changes(READY.format(words))
    assert change.cue.caption == words
    assert (change.posture, change.station.where) == ("prone", "side_left")


def test_toward_a_giver_at_the_head_is_up():
    """Hands that pull toward them keep a side each."""
    text = "Kneel at the head. Lay both palms on the lower back and pull them toward you."
    pulled = composed(text)[-1]
    assert pulled.signs == (-1.0, 1.0)
    assert pulled.legs[-1].points[-1][0] > pulled.begin[0] + 0.1


def test_hands_from_the_head_lie_on_the_givers_own_sides_and_point_to_the_feet():
    """The giver's left hand is on the receiver's right, and no arm comes from the feet."""
    (run,) = runs("Kneel at the head. Knead both shoulders with your palms.")
    assert run.signs == (-1.0, 1.0)
    assert abs(run.turn) == math.pi


def test_fingers_that_are_told_to_point_to_the_head_do_so_from_there_too():
    """The words go before where the giver looks."""
    (run,) = runs("Kneel at the head. Lay both hands on the lower back, fingers pointing to the head.")
    assert abs(run.turn) < 1e-9


def test_idle_hands_wait_on_their_own_side_behind_the_head():
    """They do not cross, and wait where the giver is."""
    head = Station(where="head", stance="kneeling", facing="feet", side="middle")
    left, right = hover(head, LEFT), hover(head, RIGHT)
    assert left.across < 0 < right.across
    assert left.along == right.along > 0.8


def test_a_posture_that_changes_leaves_the_giver_at_the_head():
    """Only the receiver lies down anew."""
    text = "Kneel at the head. Knead both shoulders. Your partner now rests the forehead on the hands. "
    text += "Knead the back of the neck."
    assert [change.station.side for change in changes(text)] == ["middle", "middle"]


LONG = "Lay both palms on the lower back, fingers pointing to the head. Slide up the sides of the spine."


def test_where_along_the_side_is_told_by_the_strokes():
    """Who sits at the side for long strokes of both hands up the back sits beside the hips, as told."""
    (first,) = changes("Sit at the side of your partner. " + LONG)
    assert (first.station.where, first.station.stance) == ("hips", "sitting")


def test_hands_of_which_nothing_is_told_speak_against_no_hips():
    """A stroke that leaves its hands open does not take the giver of the others away from there."""
    text = "# Long strokes\n\nSit at the side of your partner. Stroke gently over the back. " + LONG
    assert {change.station.where for change in changes(text)} == {"hips"}


def test_a_side_that_is_told_exactly_stays():
    """The left side, or the head, leaves nothing open."""
    told = [
        change.station.where
        for place in ("right side", "head")
        for change in changes(f"Sit at the {place}. {LONG}")
    ]
    assert told == ["side_right", "head"]
