"""Bold sentences that head an item and say in short what its other sentences tell in detail."""

import pytest

from effleurage.anatomy import Body
from effleurage.planning import plan
from effleurage.reading import read, rewrite
from effleurage.routine import Kind, Place
from reading.slots import last_step, strokes

STEPS = """# A rub

1. **Place your hands.** Lay both palms on the lower back.
2. **Slide upward.** Glide both palms up beside the spine to the base of the neck.
3. **Circle the shoulders.** Guide the palms outward and around the shoulders.
"""


def _headed(text: str) -> list[bool]:
    return [stroke.headline for stroke in strokes(text)]


def test_what_is_told_in_detail_is_headed():
    """Each bold sentence that moves and the one behind it are one motion."""
    assert _headed(STEPS) == [False, True, False, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "1. **Slide upward.** This feels wonderful.\n2. Lay the hands down.",
        "1. **Glide up the back.** Then knead the shoulders.",
        "1. Slide upward. Glide both palms up to the neck.",
        "1. Glide up. **Glide up both sides to the neck.**",
        "1. **Lift the flesh at the waist firmly.** Ease off slowly. Glide to the middle of the lower back.",
        "1. **Stretch down to the waist.** Each hand curves around the side of the waist.",
        "1. **Work round the shoulder blade.** Carry the strokes out over the shoulder.",
    ],
)
def test_what_is_told_nowhere_else_is_done(text):
    """A bold sentence that nothing tells again is a step like others, and a plain one always is."""
    assert not any(_headed("# A rub\n\n" + text))


def test_a_place_that_is_only_named_is_told_in_detail():
    """The headline says where, the sentences behind it how."""
    text = "# A rub\n\n1. **Rub the lower back.** Push the heels of both hands out over the hips."
    assert _headed(text) == [True, False]


def test_a_headline_may_be_told_in_parts():
    """What begins with a word like "first" is the headline's own motion, round what the headline named."""
    text = (
        "# A rub\n\n1. Glide both palms up to the neck.\n"
        "2. **Circle the shoulders and bring the hands inward.** Sweep out and around first. "
        "Then guide the hands in over the upper back."
    )
    assert _headed(text) == [False, True, True, False, False]
    assert strokes(text)[3].over == (Place.SHOULDER,)


def test_the_other_hand_has_a_turn_of_its_own():
    """The other hand's turn tells nothing in detail, and heads nothing."""
    text = "# A rub\n\n1. **Brush upward and outward.** Bring the second hand along after the first."
    assert _headed(f"# A rub\n\nPut one hand on the shoulder blade. {text[9:]}") == [False] * 3


def test_headlines_are_copied_as_headlines():
    """What does an item again does it once."""
    routine, _ = read(STEPS + "4. Repeat steps 2 and 3.\n")
    copies = routine.movements[-1].steps[-1].strokes
    assert [stroke.headline for stroke in copies] == [True, False, True, False]


def test_a_headline_is_performed_in_its_detail():
    """With or without it, the hands do the same."""
    plain = STEPS.replace("**Place your hands.** ", "").replace("**Slide upward.** ", "")
    plain = plain.replace("**Circle the shoulders.** ", "")
    told, bare = (plan(read(text)[0], Body(), rate=10.0) for text in (STEPS, plain))
    assert told.duration == pytest.approx(bare.duration)
    assert told.samples.position == pytest.approx(bare.samples.position, abs=1e-6, nan_ok=True)


def test_headlines_are_written_as_headlines():
    """Written back, they stand in bold before what tells them."""
    routine, _ = read(STEPS)
    assert _headed(rewrite(routine)) == [False, True, False, True, False]


@pytest.mark.parametrize(
    ("headline", "detail", "told_again"),
    [
        ("Bring in the other hand.", "As the first finishes, the other makes the same motion.", True),
        ("Bring in the other hand.", "Keep swapping hands in this manner.", False),
        ("Continue upward.", "Take turns with the hands until you have gone up the whole side.", True),
        ("Slide it up again.", "Keep going until you get to the neck.", False),
    ],
)
def test_turns_and_rows_are_told_again_by_their_like(headline, detail, told_again):
    """A turn by a turn, a row by a row; what goes on with the headline's own stroke is no detail of it."""
    text = "# A rub\n\n1. Rest one hand on the sacrum. Sweep it up and out.\n"
    told = strokes(f"{text}2. **{headline}** {detail}\n")
    assert any(s.headline for s in told) == told_again


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kneading the shoulders: let your partner lie with the brow on the hands.", Kind.SETUP),
        ("Shoulder rubbing: your client lies face down.", Kind.SETUP),
        ("Stroking the calves: kneel at the foot of the table.", Kind.SETUP),
        ("Squeezing the neck: smooth the hair out of the way.", Kind.PREPARATION),
        ("Kneading the neck: rest one hand on the head.", Kind.SETUP),
        ("Kneading the neck: five minutes.", Kind.STROKE),
        ("Kneading the neck: use thumb and fingers.", Kind.STROKE),
    ],
)
def test_a_title_on_the_line_of_its_sentence_names_the_stroke(text, kind):
    """What stands behind it is done first; only where that tells how, the title is the stroke."""
    assert last_step(text).kind is kind


def test_a_title_on_the_line_of_its_sentence_says_where():
    """It is a small heading, so what is done next is done there."""
    text = "Kneading the neck: stand at the head. Squeeze with your fingers."
    assert strokes(text)[-1].over == (Place.NECK,)
