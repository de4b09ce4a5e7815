"""Repeats in the words of people: time, turns, other tools, what a hold or a place gets as well."""

import pytest

from effleurage.routine import Direction, Hands, Kind, Place, Side, Technique, Tool

from .slots import last_step, steps, strokes

HIP = "Knead the left hip with your thumbs. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Thirty seconds of this, then a rest.",
        "Another half a minute with the fists instead.",
        "A second time, if he likes it.",
        "We'll stay with that for a minute.",
        "Carry on over the whole hip.",
        "It wants doing ten times.",
    ],
)
def test_what_sends_back_without_a_verb_of_repeating(sentence):
    """A length of time, a second time and "stay with that" do the last step once more."""
    step = last_step(HIP + sentence)
    assert step.kind is Kind.REPEAT
    assert [s.technique for s in step.strokes] == [Technique.PETRISSAGE]


def test_one_of_them_is_no_count():
    """As in "that's one round; aim for six": six, and not one."""
    step = last_step(HIP + "That's one round; aim for six.")
    assert [s.repeats for s in step.strokes] == [6]


@pytest.mark.parametrize(
    ("sentence", "tool", "hands"),
    [
        ("Once more, with the heel of the hand.", Tool.HEEL, Hands.ONE),
        ("Again, but with loosely closed fists.", Tool.FIST, Hands.BOTH),
    ],
)
def test_the_number_of_another_tool_settles_the_hands(sentence, tool, hands):
    """Copies keep their hands, unless what works is another tool."""
    step = last_step(HIP + sentence)
    assert [(s.tool, s.hands) for s in step.strokes] == [(tool, hands)]


def test_a_later_rounds_tool_is_not_the_first_rounds():
    """As in "with the fists" of a third time only; "and again" begins a round as well."""
    step = last_step(HIP + "Repeat slowly, and a third time with the fists.")
    assert [s.tool for s in step.strokes] == [Tool.THUMB, Tool.FIST]
    step = last_step(HIP + "Repeat at the level of the waist, and again between the shoulder blades.")
    assert [s.over for s in step.strokes] == [(Place.WAIST,), (Place.UPPER_BACK,)]


def test_hands_change_places_where_each_of_them_works():
    """As in "and the other way round": no side is named, and no way is turned."""
    text = "Glide the left hand up the back. Now glide the right hand up the back. "
    step = last_step(text.replace(". Now glide", " and glide") + "And the other way round.")
    assert [s.hands for s in step.strokes] == [Hands.RIGHT, Hands.LEFT]
    step = last_step(HIP + "One hand, then the other, six times over.")
    assert [(s.hands, s.repeats) for s in step.strokes] == [(Hands.ALTERNATE, 6)]


@pytest.mark.parametrize(
    ("sentence", "side", "place"),
    [
        ("On to the right hip, where you do exactly the same.", Side.RIGHT, Place.HIP),
        ("Both sides.", Side.BOTH, Place.HIP),
        ("Then the near side.", Side.ONE, Place.HIP),
        ("Now the toes get the same.", Side.LEFT, Place.LEG),
    ],
)
def test_what_gets_the_same(sentence, side, place):
    """A side alone, a place that is gone on to, a place that gets the same."""
    step = last_step(HIP + sentence)
    assert step.kind is Kind.REPEAT
    assert [(s.side, s.over) for s in step.strokes] == [(side, (place,))]


def test_the_last_one_is_not_all_of_them():
    """A pressure that only the last of several has is not theirs."""
    step = last_step(HIP + "Five times; the last one very light.")
    assert [(s.repeats, s.pressure) for s in step.strokes] == [(5, None)]


@pytest.mark.parametrize("word", ["Hold.", "Pause."])
def test_one_word_holds(word):
    """Behind work that has a place, a word alone holds there."""
    step = last_step(HIP + word)
    assert step.kind is Kind.STROKE
    assert [(s.technique, s.start) for s in step.strokes] == [(Technique.HOLD, Place.HIP)]


@pytest.mark.parametrize(
    ("text", "technique", "place"),
    [
        ("The left forearm is kneaded with the fingers and thumb.", Technique.PETRISSAGE, Place.ARM),
        ("Lift and squeeze the hamstrings.", Technique.PETRISSAGE, Place.LEG),
        ("Cup lightly all over the left thigh.", Technique.TAPOTEMENT, Place.LEG),
        ("Pull gently on the ankle.", Technique.STRETCH, Place.LEG),
        ("Feather down the arm with your fingertips.", Technique.EFFLEURAGE, Place.ARM),
        ("Chop across the upper back from left to right.", Technique.TAPOTEMENT, Place.UPPER_BACK),
    ],
)
def test_what_is_done_to_what(text, technique, place):
    """What is worked on is the receiver's, and flesh that is lifted is no limb."""
    strokes = last_step(text).strokes
    assert [(s.technique, s.over) for s in strokes] == [(technique, (place,))]


def test_a_palm_that_is_lifted_lets_go():
    """As in "pressed and then lifted": the hand is, and no flesh."""
    strokes = last_step("The palm is pressed on the sacrum, then lifted.").strokes
    assert [s.technique for s in strokes] == [Technique.COMPRESSION, Technique.RELEASE]


def test_the_other_side_of_the_table_is_the_givers():
    """As in "and again, from the other side of the table"; "another three of the same" counts."""
    assert last_step(HIP + "And again, from the other side of the table.").strokes[0].side is Side.LEFT
    assert [s.repeats for s in last_step(HIP + "Another three of the same.").strokes] == [3]


@pytest.mark.parametrize(
    "again",
    [
        "Perform the pull again and again along the spine, up to the base of the neck.",
        "Make this pull over and over along the spine until you get to the base of the neck.",
        "Do the pull repeatedly along the spine as far as the base of the neck.",
        "Again and again along the spine, up to the base of the neck.",
    ],
)
def test_a_stroke_that_was_told_is_done_again_along_a_row(again):
    """The pull, and no new one: named, or not even named."""
    told = strokes("Lay the fingertips of both hands beside the spine. Pull them toward you. " + again)[-1]
    assert (told.copied, told.progress, told.end) == (True, True, Place.NECK_BASE)
    assert Direction.TOWARD_GIVER in told.direction


@pytest.mark.parametrize("count", ["two more times", "twice more", "again, twice"])
def test_a_stroke_that_was_told_is_done_so_often_more(count):
    """What is performed is the one that was told."""
    text = f"Slide your forearm up beside the spine. Lift it off, and perform the stroke {count}."
    again = [s for s in strokes(text) if s.copied and s.technique is Technique.EFFLEURAGE]
    assert [(s.tool, s.repeats) for s in again] == [(Tool.FOREARM, 2)]


@pytest.mark.parametrize("words", ["over and over", "again and again", "as often as she likes"])
def test_how_often_is_left_open_behind_a_comma_too(words):
    """Words for no end are no bracket: they belong to the stroke that they stand behind."""
    (told,) = strokes(f"Rake your fingertips lightly from the neck to the sacrum, {words}.")
    assert told.repeats is None


def test_again_and_one_last_time_are_two_more():
    """Each of the short sentences is done; only what starts again is counted by the next."""
    told = steps(
        "Place your hands on the shoulders. Squeeze them slowly and let go. And again. And one last time."
    )
    assert [step.kind for step in told[-2:]] == [Kind.REPEAT, Kind.REPEAT]
    assert all(step.strokes for step in told[-2:])


FANS = "Lay one hand on the sacrum. Sweep it up and out. Stroke with the other hand too.\n\n"
ARM = "Set your forearm down beside the spine. Glide up to the shoulder. "
SLID = (
    "## Sweep\n\n1. Lay a forearm beside the spine.\n2. Slide it up to the top of the shoulder.\n"
    "3. Lift it off.\n4. "
)
LAID, UP, OFF = Technique.HOLD, Technique.EFFLEURAGE, Technique.RELEASE


@pytest.mark.parametrize(
    "again",
    [
        "Do the sweep twice more.",
        "Lift away and repeat the sweep twice.",
        "Then come off and do the sweep again.",
    ],
)
def test_what_was_just_done_may_be_called_by_another_name(again):
    """It is not the stroke of an earlier paragraph, in which that word was used."""
    assert Tool.FOREARM in [s.tool for s in last_step(FANS + ARM + again).strokes if s.copied]
    assert not [s for s in last_step(FANS + ARM + again).strokes if s.tool is Tool.PALM]


@pytest.mark.parametrize("again", ["Repeat the kneading.", "Do the kneading once more."])
def test_another_technique_is_called_back_over_paragraphs(again):
    """A name that does not fit what was just done is that of an earlier stroke."""
    assert [s.technique for s in last_step(HIP + "\n\n" + ARM + again).strokes] == [Technique.PETRISSAGE]


@pytest.mark.parametrize(
    "again",
    [
        "Return to step 1 and repeat twice.",
        "Go back to step 1 and do it twice more.",
        "Start again at step 1 and repeat twice.",
        "Begin again with step 1; repeat twice.",
        "Return to the first step and repeat twice.",
        "Return to step one. Repeat two times.",
        "Go back to the start. Do it two more times.",
        "Return to the starting point. Repeat twice.",
        "Bring the arm back to the beginning. Do the stroke twice more.",
        "Return to where you began. And twice more.",
    ],
)
def test_from_where_it_is_done_again(again):
    """All from there on is done so often, and nothing glides back on its way through the air."""
    *_, before, last = steps(SLID + again) if again.count(".") > 1 else [None, *steps(SLID + again)]
    assert [(s.technique, s.repeats) for s in last.strokes] == [(LAID, 2), (UP, 2), (OFF, 2)]
    assert again.count(".") == 1 or not before.strokes


def test_the_way_back_through_the_air_is_no_stroke():
    """As in "lift off and go back to the start"."""
    assert [s.technique for s in strokes("Slide the palms up. Lift off and go back to the start.")] == [
        UP,
        OFF,
    ]
