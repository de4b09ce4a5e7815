"""Strokes that are shown while somebody talks: transcripts of videos, and what is said beside the work."""

import pytest

from effleurage.reading import read
from effleurage.routine import Direction, Fingers, Hands, Kind, Place, Posture, Pressure, Technique
from reading.slots import parts, steps, strokes

SHOWN = "I'm putting both palms on his lower back. I'm sliding them up the spine to the neck. "


@pytest.mark.parametrize(
    ("text", "technique", "over"),
    [
        ("Now I pull that flesh up at the waist, that's firm, you okay, Tom?", "petrissage", "waist"),
        ("Now I squeeze the waist, how's that?", "petrissage", "waist"),
        ("And we knead the shoulders a bit, lovely, isn't it?", "petrissage", "shoulder"),
        ("I'm reaching down round the waist, hang on.", "effleurage", "waist"),
        ("So I'm gonna sweep out over the hips, is that nice?", "effleurage", "hip"),
    ],
)
def test_what_is_shown_is_done(text, technique, over):
    """Who says what the hands are doing does it, whatever is said to the one who lies there."""
    assert parts(SHOWN + text, "technique", "over")[-1] == (technique, [over])


def test_habits_of_an_author_are_not_shown():
    """In a text that only once tells of its author, a remark stays one."""
    assert steps("Rest both palms on the back. We slide up.")[-1].kind is Kind.NOTE


@pytest.mark.parametrize(
    "text",
    [
        "My hands are going out around the shoulders.",
        "The palms are now going round the shoulders, out to the arms.",
        "I'm going out round the shoulders.",
    ],
)
def test_hands_are_going_somewhere(text):
    """An -ing form behind "be" is what hands do, also of a verb as short as "go"."""
    last = strokes(SHOWN + text)[-1]
    assert last.technique is Technique.EFFLEURAGE
    assert Direction.OUT in last.direction


@pytest.mark.parametrize("note", ["[pause]", "[3:12]", "[laughs]", "[soft music]", "[01:02:45]"])
def test_what_is_heard_is_not_said(note):
    """What a transcript tells in brackets amid words is none of them, and every span keeps its place."""
    text = f"Put both palms on the back. {note} And slide them up to the neck. {note} Lift off."
    routine = read(text)[0]
    told = [text[slice(*s.span)] for s in routine.movements[0].steps]
    assert told == ["Put both palms on the back.", "And slide them up to the neck.", "Lift off."]
    assert routine.text == text


@pytest.mark.parametrize(
    "text",
    [
        "Both hands down here on her lower back.",
        "My hands are down here, on her lower back.",
        "I put my palms down there on her lower back.",
    ],
)
def test_here_is_no_way(text):
    """Where something is pointed at, no hand travels."""
    told = strokes("Sit beside her. " + text)
    assert all(s.technique is Technique.HOLD and not s.direction for s in told)


FAN = "Rest one hand at the base of the spine. "


@pytest.mark.parametrize(
    "text",
    [
        "The hand swings round, so it's travelling up and out.",
        "Fan the hand round, so it goes up and out, away from the spine.",
        "The hand swings around, rising and moving outward, off and away from the spine.",
        "Fan the hand round. So it's going up and it's going out, away from the spine.",
        "Fan the hand round. It goes up and outward.",
    ],
)
def test_the_way_of_a_stroke_may_be_told_after_it(text):
    """How a motion is said to go on its way is that motion's way, and no further motion."""
    told = strokes(FAN + text)
    assert len(told) == 2
    assert set(told[-1].direction) == {Direction.UP, Direction.OUT}
    assert told[-1].start is Place.SACRUM


@pytest.mark.parametrize(
    "text",
    [
        "As it finishes, in comes the second hand on the same side.",
        "And as that one's finishing, here comes the other hand, same side.",
        "Then comes the other hand on the same side.",
        "Then here's the other hand coming in on the same side.",
        "Up comes the other one, on the same side.",
    ],
)
def test_the_other_hand_is_said_to_come(text):
    """Whoever comes may be named behind the verb; its turn is the first hand's stroke."""
    told = strokes(FAN + "Fan it up and out. " + text)
    assert len(told) == 3
    assert told[-1].other_hand
    assert told[-1].direction == told[-2].direction


@pytest.mark.parametrize(
    "text",
    [
        "And then it's just one, other one, one, other one, and you keep going up the side of the spine.",
        "And it's one hand, then the other, one hand, then the other, up the side of the spine.",
        "It's first one, then the other, then the first, up the side of the spine.",
        "Left, right, left, right, all the way up the side of the spine.",
    ],
)
def test_hands_are_counted_off(text):
    """Hands that are named one after the other take turns."""
    last = strokes(FAN + "Fan it up and out. " + text)[-1]
    assert last.hands is Hands.ALTERNATE
    assert last.over == (Place.SPINE_SIDES,)


@pytest.mark.parametrize(
    "text",
    [
        "Open your fingers up, really spread them, and your pointer finger's pointing at the spine.",
        "Spread your fingers nice and wide, pointer finger aimed at the side of the spine.",
        "Fingers wide apart, forefinger pointing at the spine.",
        "I'm splaying my fingers, and my index finger's lying along the side of the spine.",
    ],
)
def test_where_a_finger_points_is_no_hold(text):
    """Fingers that are spread, and one that points at the spine, are the shape of the hand there."""
    told = strokes(FAN + text + " Fan it up and out.")
    assert [s.technique for s in told] == [Technique.HOLD, Technique.EFFLEURAGE]
    assert all(s.fingers is Fingers.SPLAYED and s.index_along_spine for s in told)


def test_who_looks_on_is_spoken_to():
    """A word to the spectators stands between nobody and what that one does."""
    told = "Draw the fingertips toward you down the side of the back. "
    last = strokes(told + "The last one, watch, it goes across the shoulder to the armpit.")[-1]
    assert (last.over, last.end) == ((Place.SHOULDER,), Place.ARMPIT)


PULL = "Put your fingertips beside the spine, above the tailbone. Pull them toward you, down the side. "


@pytest.mark.parametrize(
    "text",
    [
        "Then a bit further up, and pull.",
        "And up, and pull.",
        "Go up a hand's width and pull.",
        "A hand higher, pull.",
        "Up a little, pull again.",
    ],
)
def test_a_bit_further_and_the_same(text):
    """The verb alone, a little further on, is the stroke before once more."""
    last = strokes(PULL + text)[-1]
    assert last.copied
    assert last.progress
    assert Direction.TOWARD_GIVER in last.direction


@pytest.mark.parametrize(
    "text",
    [
        "All the way up the spine.",
        "Right the way up the back.",
        "You do that all the way up the spine.",
        "The whole way up the spine.",
    ],
)
def test_how_far_a_row_goes(text):
    """Behind what was done again a bit further up, a way tells how far it goes on so."""
    last = strokes(PULL + "Up a bit, pull again. " + text)[-1]
    assert last.copied
    assert last.progress
    assert last.over


@pytest.mark.parametrize(
    "text",
    [
        "Pull the flesh up, that's quite firm.",
        "Pull the flesh up, it's firm.",
        "Pull the flesh up, and that's nice and firm.",
        "Pull the flesh up; this is firm.",
    ],
)
def test_how_hard_it_is_is_said_behind_it(text):
    """That is how hard what stands before is done."""
    assert strokes("Slide both palms down to the waist. " + text)[-1].pressure is Pressure.FIRM


def test_a_loop_goes_on_in_the_next_paragraph():
    """A paragraph that first tells how the hands of the one before pass each other goes on with it."""
    text = (
        "Put both palms on the lower back. Slide them up the spine, out round the shoulders, and in across "
        "the back.\n\nThis is where people get muddled. The hands pass each other, left arm over right. "
        "Keep them crossed and reach down around the waist.\n\n"
        "Next, one hand at the base of the spine. Fan it up."
    )
    assert [len([s for step in m.steps for s in step.strokes]) for m in read(text)[0].movements] == [3, 2]


def test_one_more_round():
    """Hands that were taken off twice are so once a round."""
    text = "Lay the forearm along the spine. Slide up to the shoulder. Lift off. Again. And off. One more."
    assert [s.technique for s in strokes(text)][-2:] == [Technique.EFFLEURAGE, Technique.RELEASE]


@pytest.mark.parametrize(
    "text",
    [
        "My two hands are on his low back.",
        "Now my hands are down here on his low back.",
        "So my palms are just on the lower back, right here.",
    ],
)
def test_hands_that_are_somewhere_have_been_put_there(text):
    """Who shows it says where the hands are, and has put them there."""
    shown = "I'm sliding one palm up the arm. I'm stroking it down again. I lift off. "
    last = strokes(shown + text)[-1]
    assert (last.technique, last.start) == (Technique.HOLD, Place.LOWER_BACK)


@pytest.mark.parametrize(
    "text",
    [
        "Then the other hand does it, same side.",
        "Then the other hand does it too, on the same side.",
        "Then the second one does that, same side.",
    ],
)
def test_the_other_hand_does_it(text):
    """What the other hand does is what the first one did."""
    last = strokes(FAN + "Fan it up and out. " + text)[-1]
    assert last.other_hand
    assert not last.copied


def test_a_forearm_goes_down_along_a_line():
    """A new tool that goes down along a line is laid there."""
    first = strokes("My forearm goes down next to the spine, elbow just above the bum.")[0]
    assert (first.technique, first.start, first.over) == (
        Technique.HOLD,
        Place.BUTTOCK,
        (Place.SPINE_SIDES,),
    )


@pytest.mark.parametrize("text", ["turn your face away from me", "turn your nose away from me, please"])
def test_a_face_is_turned_away(text):
    """What is turned away may be told of before where it goes."""
    told = steps(f"I'm kneeling at his side. Okay Dan, {text}.")[-1].arrangement
    assert told is not None
    assert told.posture is Posture.HEAD_AWAY


def test_swapping_is_kept_up():
    """What keeps swapping are the hands."""
    last = strokes(FAN + "Fan it up and out. And I just keep swapping all the way up the spine.")[-1]
    assert last.hands is Hands.ALTERNATE
