"""Pulls toward the giver: what touches when palms are raised, and how a row of them climbs."""

import pytest

from effleurage.routine import Kind
from reading.slots import last_step, parts, steps, strokes, told

PULL = (
    "Put your hands side by side, palms raised, fingertips beside the spine just above the coccyx. "
    "Pull both hands toward you, down to the flank. "
)


@pytest.mark.parametrize(
    "text",
    [
        "Put your hands together, palms lifted, fingertips beside the spine just above the coccyx.",
        "Lay the hands side by side, palms raised, fingertips beside the spine above the tailbone.",
        "Place your hands side by side, palms off the skin, fingertips by the spine above the coccyx.",
        "Hands touching, palms raised, fingertips at the margin of the spine, just above the coccyx.",
        "Join hands. Raise the palms. Set the fingertips beside the spine, just above the tailbone.",
    ],
)
def test_raised_palms_leave_the_fingertips(text):
    """They are what is laid down, and what goes on when "the hands" are drawn away."""
    laid = parts("Sit at the side. " + text + " Draw both hands toward you.", "technique", "hands", "tool")
    assert laid == [("hold", "both", "fingertips"), ("effleurage", "both", "fingertips")]


@pytest.mark.parametrize("text", ["Join hands.", "Raise palms.", "Join your hands.", "Raise the palms."])
def test_hands_that_are_joined_or_raised_are_made_ready(text):
    """Nobody is worked on."""
    step = steps("Sit at the side. " + text)[1]
    assert (step.kind, step.strokes) == (Kind.SETUP, ())


def test_your_side_of_the_spine_is_beside_it():
    """The level is the start, and the line what it lies on."""
    text = "Sit at the side. Set the fingertips on your side of the spine, just above the tailbone."
    assert parts(text, "start", "over", "side") == [("sacrum", ["spine_sides"], "one")]


@pytest.mark.parametrize("way", ["toward you", "toward yourself, down over the flank", "over to the flank"])
def test_both_as_one_are_the_hands(way):
    """They go together, and "as one" is like nothing."""
    assert parts(PULL + f"Draw both as one {way}.", "technique", "hands", "tool")[-1] == (
        "effleurage",
        "both",
        "fingertips",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Continue to the base of the neck.",
        "Replace them a little further up; continue to the base of the neck.",
        "Carry on to the base of the neck.",
        "Put them back 5 cm higher and continue to the base of the neck.",
    ],
)
def test_a_row_of_pulls_goes_on_to_the_neck(text):
    """It is the same pull again, each further up, and no glide to the neck."""
    step = last_step(PULL + text)
    assert step.kind is Kind.REPEAT
    assert [str(d) for d in step.strokes[-1].direction][:1] == ["toward_giver"]
    assert str(step.strokes[-1].end) == "neck_base"
    assert step.strokes[-1].repeats is None


def test_a_pull_is_drawn_again_further_up():
    """Moving the hands up is the way to it, and no stroke."""
    step = last_step(PULL + "Move up a little and pull again.")
    assert step.kind is Kind.REPEAT
    assert {"toward_giver", "up"} <= {str(d) for d in step.strokes[0].direction}


@pytest.mark.parametrize(
    "text",
    [
        "Draw the last one across the shoulder to the armpit.",
        "Take the last one across the shoulder to the armpit.",
        "The last one goes across the shoulder to the armpit.",
    ],
)
def test_the_last_pull_ends_the_row(text):
    """It begins where the row has arrived, and sends nothing back."""
    given = parts(PULL + "Continue to the base of the neck. " + text, "start", "end", "over")
    assert given[-1] == ("neck_base", "armpit", ["shoulder"])


@pytest.mark.parametrize(
    "end",
    [
        ", making the final drag over the shoulder to the armpit.",
        ", sending your last one over the shoulder toward the armpit.",
        ", with the closing pull across the shoulder to the armpit.",
        ", the last pull going over the shoulder to the armpit.",
        "; make your last pull across the shoulder to the armpit.",
        ", finishing with a pull across the shoulder to the armpit.",
        ", the final one across the shoulder to the armpit.",
    ],
)
def test_the_last_pull_is_told_in_the_sentence_of_the_row(end):
    """It is one more motion behind the row, which goes no further than it did."""
    row, last = last_step(_PULLS + "Repeat all the way up the spine to the neck" + end).strokes[-2:]
    assert (row.progress, str(row.end), str(row.over[0])) == (True, "neck", "spine")
    assert (last.progress, str(last.start), str(last.end), str(last.over[0])) == (
        False,
        "neck",
        "armpit",
        "shoulder",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Finish at the neck, so that your last one goes across the shoulder to the armpit.",
        "End at the neck with a last pull across the shoulder to the armpit.",
        "Stop at the neck, so the final one goes over the shoulder to the armpit.",
    ],
)
def test_the_last_pull_is_told_with_where_the_row_ends(sentence):
    """The row before it ends there, and the last one sets out from there."""
    row, last = strokes(_PULLS + "Do it again and again, moving all the way up the spine. " + sentence)[-2:]
    assert (row.progress, str(row.end)) == (True, "neck")
    assert (str(last.start), str(last.end)) == ("neck", "armpit")


_PULLS = (
    "Set your fingertips beside the spine, just above the tailbone. Pull them toward you over the flank. "
)


ROW = "Set the fingertips beside the spine. Draw them toward you, down the flank. Do it all along the spine, "


@pytest.mark.parametrize(
    "ending",
    [
        "finishing at the neck with one pull that runs over the shoulder to the armpit.",
        "ending at the neck with a draw that goes across the shoulder toward the armpit.",
        "stopping at the neck with a stroke over the shoulder toward the armpit.",
        "concluding at the neck with a pull which travels over the shoulder toward the armpit.",
        "up to the neck, ending with a last pull that runs over the shoulder to the armpit.",
        "up to the neck, ending with a pull across the shoulder to the armpit.",
    ],
)
def test_a_row_that_ends_with_one_more_ends_where_it_stands(ending):
    """Where the row stops is one thing, and where its last pull goes another."""
    row, last = told(ROW + ending)[-2:]
    assert (row["end"], row["repeats"]) == ("neck", None)
    assert (last["start"], last["over"], last["end"]) == ("neck", ["shoulder"], "armpit")


@pytest.mark.parametrize(
    "sentence",
    [
        "You end near the neck, with a pull which travels over the shoulder and makes for the armpit.",
        "Conclude at the neck with one slow pull that crosses the shoulder to the armpit.",
        "The row finishes at the neck with a stroke that runs across the shoulder and heads for the armpit.",
        "Stop at the neck, with one last pull that passes over the shoulder to the armpit.",
    ],
)
def test_where_the_row_ends_stands_before_the_pull_that_ends_it(sentence):
    """The row ends at the neck, and its last pull goes on from there."""
    row, last = strokes(_PULLS + "Do it again and again, moving all the way up the spine. " + sentence)[-2:]
    assert (row.progress, str(row.end)) == (True, "neck")
    assert (str(last.start), [str(p) for p in last.over], str(last.end)) == ("neck", ["shoulder"], "armpit")


@pytest.mark.parametrize(
    "sentence",
    [
        "Repeat up to the neck, making the last pull one that goes across the shoulder to the armpit.",
        "Repeat up to the neck, and let the final one be a pull that crosses the shoulder to the armpit.",
        "Repeat up to the neck; the last one should be a pull that runs over the shoulder to the armpit.",
        "Repeat up to the neck. The last pull is one that passes over the shoulder to the armpit.",
        "Repeat up the spine, finishing at the neck with a pull that crosses the shoulder to the armpit.",
        "Repeat up the spine, finishing at the neck with a pull across the shoulder to the armpit.",
        "Carry on up the spine and end at the neck with a pull that goes over the shoulder to the armpit.",
    ],
)
def test_the_last_pull_is_one_that_goes_elsewhere(sentence):
    """What it is made to be, it does."""
    row, last = strokes(_PULLS + sentence)[-2:]
    assert (row.progress, str(row.end)) == (True, "neck")
    assert ([str(p) for p in last.over], str(last.end)) == (["shoulder"], "armpit")


def test_a_stroke_that_ends_it_all_and_does_good_goes_nowhere():
    """What a stroke does for the skin is no way that it takes."""
    last = strokes(_PULLS + "Finish at the neck with a slow pull that calms the skin.")[-1]
    assert last.end != "armpit"
    assert not last.over


@pytest.mark.parametrize(
    "sentence",
    [
        "Do the same thing a little higher, and carry on all the way up the spine.",
        "Repeat a little higher, and keep going up the spine.",
        "Do this again slightly further up, then continue up the spine.",
    ],
)
def test_a_row_that_is_carried_on_is_no_glide(sentence):
    """The pull is done again all along the spine, and nothing slides up it."""
    step = last_step(_PULLS + sentence)
    [row] = step.strokes
    assert (row.copied, row.progress, row.verb) == (True, True, "pull")
    assert [str(p) for p in row.over] == ["spine"]


_LAID = "Put your hands side by side, palms raised, fingertips beside the spine just above the coccyx. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Pull them toward you, down to the flank, and do this again and again, all the way up the spine.",
        "The hands are pulled toward you, down to the flank, and this is repeated all the way up the spine.",
        "Draw them toward you, down to the flank, then repeat it up the whole spine.",
    ],
)
def test_what_is_done_again_all_the_way_up_is_a_row(sentence):
    """Told in the sentence of the pull itself it is that pull which climbs."""
    [row] = last_step(_LAID + sentence).strokes
    assert (row.progress, row.repeats, row.copied) == (True, None, False)
    assert [str(way) for way in row.direction] == ["toward_giver", "out", "up"]
    assert [str(p) for p in row.over] == ["spine"]


@pytest.mark.parametrize(
    "last",
    [
        "the last of the pulls goes across the shoulder to the armpit",
        "the very last of these strokes passes across the shoulder to the armpit",
        "the last of your pulls runs across the shoulder to the armpit",
    ],
)
def test_the_last_of_the_pulls_sets_out_where_the_row_ends(last):
    """One of many is one, and it is done from where the others have climbed to."""
    pull = "Pull them toward you, down to the flank, and do this again and again, up the spine to the neck, "
    row, end = last_step(_LAID + pull + "so that " + last + ".").strokes
    assert (str(row.end), row.progress) == ("neck", True)
    assert (str(end.start), [str(p) for p in end.over], str(end.end)) == ("neck", ["shoulder"], "armpit")
