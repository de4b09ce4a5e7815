"""Prose without headings is divided into movements at its paragraphs; what is carried goes on."""

import pytest

from effleurage.reading import read
from effleurage.routine import Kind, Technique

PROSE = """\
My aunt taught me this on a kitchen table, and it never failed.

Place both hands on the lower back. Glide up the sides of the spine to the shoulders.

It warms the whole back.

Now place one hand at the base of the spine, fingers splayed. Fan it up and out, away from the spine.
The other hand follows on the same side.

The other side gets the same.
"""


def test_a_paragraph_with_motion_is_a_movement():
    """Chat joins what follows it, a bare repeat what it repeats."""
    routine, _ = read(PROSE)
    assert [len(movement.steps) for movement in routine.movements] == [3, 5]
    assert not routine.movements[0].both_sides


def test_nothing_is_lost_by_dividing():
    """Every sentence is still a step, in order."""
    routine, _ = read(PROSE)
    spans = [step.span for movement in routine.movements for step in movement.steps]
    assert spans == sorted(spans)
    assert routine.words(spans[0]).startswith("My aunt")
    assert routine.words(spans[-1]).endswith("the same.")


def test_what_has_headings_or_numbers_stays_as_it_is():
    """Headings and lists divide an article already."""
    routine, _ = read("# Back\n\n## Up\n\nGlide up the back.\n\nGlide down the back.\n")
    assert [movement.title for movement in routine.movements] == ["Up"]
    routine, _ = read("1. Glide up the back.\n\n2. Glide down the back.\n")
    assert len(routine.movements) == 1


@pytest.mark.parametrize(
    "line", ["Page 47", "62 HOME RUBBING", "[A line is illegible.]", "Photo: the couch", "Digger, Whitby"]
)
def test_a_line_left_over_from_a_page_heads_nothing(line):
    """Page numbers, running heads, captions and signatures clear no context; the stroke goes on."""
    text = f"A rub.\n\nPlace both palms on the sacrum.\n\n{line}\n\nSlide them up to the neck."
    routine, _ = read(text)
    strokes = [s for m in routine.movements for step in m.steps for s in step.strokes]
    assert [s.start for s in strokes] == ["sacrum", "sacrum"]


_COUNTED_OFF = (
    "Warm oil and pour it.",
    "Stroke the oil up the whole back with both palms.",
    "Put both palms on the lower back.",
    "Slide them up both sides of the spine to the neck.",
    "Bring them back down the flanks.",
    "Repeat steps 4 and 5 twice.",
    "Kneel at the hips. Place a fist on the left buttock.",
    "Press it in small circles.",
    "Sit at the head. Lay both thumbs beside the neck.",
    "Slide the thumbs down to the shoulders.",
    "Move round to the side. Place one palm on the right shoulder blade.",
    "Circle over the shoulder blade.",
)


@pytest.mark.parametrize("heading", ["## Step {}: Now this", "**Step {}**", "### STEP {} – onward"])
def test_a_page_that_counts_all_its_steps_in_headings_is_one_list(heading):
    """A page with "Step 1" to "Step 12" as headings is divided where hands are put down anew."""
    parts = (f"{heading.format(n)}\n\n{line}" for n, line in enumerate(_COUNTED_OFF, 1))
    routine, _ = read("# A back massage\n\n" + "\n\n".join(parts) + "\n")
    assert [len([s for s in m.steps if s.kind is Kind.STROKE]) for m in routine.movements] == [1, 2, 1, 1, 1]
    again = next(step for m in routine.movements for step in m.steps if step.kind is Kind.REPEAT)
    assert [s.technique for s in again.strokes] == [Technique.EFFLEURAGE] * 2
    assert {s.repeats for s in again.strokes} == {2}


def test_headings_that_count_movements_head_them():
    """Where what stands below each is as long as a movement, "Step 2" is one."""
    told = " ".join(_COUNTED_OFF[2:6]) + " The skin grows warm and the breath slow, as you will see. " * 3
    parts = (f"## Step {n}\n\n{told}" for n in range(1, 12))
    assert len(read("# A back massage\n\n" + "\n\n".join(parts))[0].movements) == 11
