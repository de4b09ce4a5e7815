"""What the text says besides strokes is told where it stands, and nothing of it is lost."""

import pytest

from effleurage.anatomy import Body
from effleurage.planning import plan
from effleurage.reading import read

TEXT = """# A short rub

Before giving the massage, warm the room.

## Opening

Lay both palms on the lower back and slide them up beside the spine to the neck base.
Spread a little more oil over your palms. Knead both shoulders. Never press on the spine.

## Closing

Rest both hands on the sacrum. Wipe off the oil with a towel and cover them with a blanket.
If there is a fever, leave the massage for another day. Have the towel ready beforehand.
"""


@pytest.fixture(scope="module")
def told():
    """Each note's words with the words of the block behind it, "" for none."""
    performance = plan(read(TEXT)[0], Body(), rate=5.0)
    captions = [block.caption for block in performance.blocks]
    return {
        words: (block, "" if block == len(captions) else captions[block])
        for block, _, words in performance.notes
    }


def at(told, begin: str) -> tuple[int, str]:
    """Where the note that begins so is told."""
    return next(where for words, where in told.items() if words.startswith(begin))


def test_what_is_asked_for_at_the_end_is_told_at_the_end(told):
    """Nobody wipes oil off that is not on yet."""
    assert at(told, "Wipe off the oil")[1] == ""


def test_what_is_told_between_two_movements_is_told_between_them(told):
    """More oil comes before the stroke that the text tells next."""
    block, caption = at(told, "Spread a little more")
    assert block > 0
    assert caption == "Knead both shoulders."


def test_what_is_for_before_is_told_before(told):
    """The words say so, and whom not to massage is always told first."""
    for begin in ("Before giving the massage", "Have the towel", "If there is a fever"):
        assert at(told, begin)[0] == 0


def test_a_bound_is_told_before_the_movement_that_it_bounds(told):
    """Also where it stands behind its strokes."""
    assert at(told, "Never press")[1].startswith("Lay both palms")


def test_what_is_laid_ready_is_told():
    """A hand that is turned over, though no picture shows it."""
    text = "Press the palm with both thumbs. Turn the hand over. Stroke the back of the hand to the wrist."
    performance = plan(read(text)[0], Body(), rate=5.0)
    ((block, topic, words),) = performance.notes
    assert (topic, words) == ("setup", "Turn the hand over.")
    assert performance.blocks[block].caption.startswith("Stroke the back")
