"""Sentences that only take the hands back, and repeats that turn the way, the tool or the count."""

import pytest

from effleurage.routine import Kind, Place, Pressure, Technique, Tool

from .slots import last_step, parts, strokes

UP = "Push both fists up beside the spine to the shoulders. "


@pytest.mark.parametrize(
    "sentence",
    [
        "And back.",
        "Lighter on the way home.",
        "The return journey is soft, along the ribs.",
        "Then retrace your path.",
        "Work your way back the way you came.",
        "Back the same way, only slower.",
        "Slide home, no pressure.",
    ],
)
def test_a_sentence_of_the_way_back_is_a_stroke_down_again(sentence):
    """It begins where the stroke before it ended, and goes the other way."""
    step = last_step(UP + sentence)
    assert step.kind is Kind.STROKE
    [stroke] = step.strokes
    assert (stroke.technique, stroke.tool) == (Technique.EFFLEURAGE, Tool.FIST)
    assert (stroke.start, stroke.end) == (Place.SHOULDER, None)
    assert [str(way) for way in stroke.direction] == ["down"]


def test_the_way_back_takes_its_own_pressure_path_and_tool():
    """What it says itself counts for it."""
    step = last_step(UP + "Back lightly over the ribs.")
    assert (step.strokes[0].pressure, step.strokes[0].over) == (Pressure.LIGHT, (Place.FLANK,))
    assert last_step(UP + "Palms back down.").strokes[0].tool is Tool.PALM


def test_kneading_goes_back_as_kneading():
    """What is worked along the way out is worked along the way back."""
    assert parts("Knead from the shoulder down to the elbow. And all the way back up.", "technique") == [
        ("petrissage",),
        ("petrissage",),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Back to the music!",
        "Then go home and drink something.",
        "Back to the start and twice more.",
    ],
)
def test_what_is_not_the_way_of_the_hands_is_no_way_back(sentence):
    """A giver who goes home strokes nothing, and a repeat stays a repeat."""
    assert last_step(UP + sentence).kind in (Kind.NOTE, Kind.REPEAT)


def test_without_a_way_out_there_is_no_way_back():
    """Behind work in place the line tells of nothing that the hands do."""
    assert last_step("Knead the shoulders. Lighter on the way home.").kind is not Kind.STROKE


@pytest.mark.parametrize(
    ("sentence", "tool"),
    [
        ("Do that again, but with your thumbs.", "thumb"),
        ("Try the same with loose fists.", "fist"),
        ("Then back to the fingertips for a last round.", "fingertips"),
        ("And back to the heels of your hands for three more.", "heel"),
    ],
)
def test_a_repeat_names_its_tool_wherever_it_stands(sentence, tool):
    """Behind "but", behind "the same" and behind "back to" the tool changes."""
    step = last_step("Sweep both palms up the back to the neck. " + sentence)
    assert step.kind is Kind.REPEAT
    assert [str(s.tool) for s in step.strokes] == [tool]


@pytest.mark.parametrize(
    "sentence", ["Do the first two again, lighter.", "Repeat those two.", "Do both again."]
)
def test_steps_are_counted_off_without_a_noun(sentence):
    """Two of them are done again, whichever end is counted from."""
    step = last_step("Glide down the back. Knead the hips. " + sentence)
    assert step.kind is Kind.REPEAT
    assert [s.technique for s in step.strokes] == [Technique.EFFLEURAGE, Technique.PETRISSAGE]


@pytest.mark.parametrize(
    "sentence", ["Then reverse it.", "Once more, in reverse.", "Now reverse the direction."]
)
def test_what_is_reversed_begins_where_it_ended(sentence):
    """Start and end change places, and up becomes down."""
    step = last_step("Knead from the hip up to the armpit. " + sentence)
    assert step.kind is Kind.REPEAT
    stroke = step.strokes[0]
    assert (stroke.start, stroke.end, [str(way) for way in stroke.direction]) == (
        Place.ARMPIT,
        Place.HIP,
        ["down"],
    )


def test_easing_off_each_time_lets_nothing_go():
    """It tells how the rounds differ, and not that the hands leave."""
    step = last_step(UP + "Run that through five times, easing off a little each time.")
    assert step.kind is Kind.REPEAT
    assert [(str(s.technique), s.repeats) for s in step.strokes] == [("effleurage", 5)]


@pytest.mark.parametrize(
    "laid",
    [
        "With both palms on the lower back just above the sacrum, glide up beside the spine to the neck. ",
        "With your hands on the low back, a little above the tailbone, slide them up to the neck. ",
    ],
)
def test_home_is_where_hands_set_out_that_no_sentence_laid_down(laid):
    """Flesh that is pulled on the way is no home, and the spot is as exact as it was told."""
    told = strokes(
        "## Sweep\n" + laid + "Pull up the flesh at the waist. Slide round the hips and back to the start."
    )
    spots = [s.start_spot for s in told[:1]] + [s.end_spot for s in told[-1:]]
    assert (str(told[0].start), str(told[-1].end)) == ("lower_back", "lower_back")
    assert [(str(s.place), str(s.relation)) for s in spots if s] == [("sacrum", "above")] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        "The hands go back to their position in point 1.",
        "Bring the hands back to where they lay in step 1.",
        "The hands return to their place of step 1.",
    ],
)
def test_where_hands_were_in_the_first_step_is_where_they_began(sentence):
    """A manual numbers its points; the first one laid the hands."""
    text = "Put both palms on the lower back. Slide them up to the neck, and out around the hips. "
    stroke = last_step(text + sentence).strokes[-1]
    assert (stroke.technique, stroke.end) == (Technique.EFFLEURAGE, Place.LOWER_BACK)


@pytest.mark.parametrize(
    "sentence",
    [
        "Slide round the hips and on to the place where the palms set out.",
        "Glide around the hips, back to the position in which they began.",
        "Sweep round the hips, and once the hands have come back to their starting point, the loop is done.",
        "Slide your palms around the hips; when they are back at the start, the figure is complete.",
        "Glide round the hips; the circle is closed when the hands have returned to the spot they came from.",
    ],
)
def test_what_completes_the_figure_is_a_way_home(sentence):
    """Whatever words name where the hands began, and though the way there is told as done."""
    *_, out, home = strokes("Put both palms on the lower back. Slide them up to the neck. " + sentence)
    assert out.over == (Place.HIP,) or home.over == (Place.HIP,)
    assert (home.technique, home.end) == (Technique.EFFLEURAGE, Place.LOWER_BACK)
