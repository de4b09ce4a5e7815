"""How often a stroke is done when texts count in all, besides, or behind a change of sides."""

import pytest

from effleurage.planning._interpret.counts import left_to_do
from effleurage.planning._interpret.items import items
from effleurage.planning._interpret.sections import sections
from effleurage.planning._place.stations import turned_over
from effleurage.reading import read
from effleurage.routine import Posture, Technique

LAID = "Kneel at the side. Lay the forearm beside the spine, just above the buttock. "
PASS = LAID + "Slide up to the neck base. Lift off. "


def slides(text: str) -> list[int]:
    """How often each section's slides are done on one side, all told."""
    movement = read(text)[0].movements[0]
    parts = sections(left_to_do(items(movement, 0)))
    return [
        sum(
            entry.stroke.repeats or 1
            for entry in part.entries
            if entry.stroke and entry.stroke.technique is Technique.EFFLEURAGE
        )
        for part in parts
    ]


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("Three passes.", 3),
        ("Start again at the bottom. Make three passes.", 3),
        ("Do this three times in all.", 3),
        ("Repeat twice.", 3),
        ("Twice more.", 3),
        ("Once.", 1),
        ("Five passes altogether.", 5),
        ("Do two more passes. Four passes in all.", 4),
    ],
)
def test_a_count_in_all_takes_in_what_was_done(text, passes):
    """And a count besides adds to it."""
    assert slides(PASS + text) == [passes]


@pytest.mark.parametrize(
    "text",
    [
        "Change sides. Three more.",
        "Do the other side. Turn the head the other way. Make three more.",
        "Swap sides. Three more passes.",
    ],
)
def test_more_behind_a_change_of_sides_is_what_is_done_there(text):
    """It is no third turn on the first side."""
    assert slides(PASS + "Three passes. " + text) == [3]


def test_a_head_turned_to_one_side_is_mirrored_with_it():
    """What has no side stays."""
    assert turned_over(Posture.HEAD_LEFT) is Posture.HEAD_RIGHT
    assert turned_over(Posture.HEAD_RIGHT) is Posture.HEAD_LEFT
    assert turned_over(Posture.PRONE) is Posture.PRONE
    assert turned_over(None) is None


def test_a_count_in_all_takes_in_its_own_sentences_lift():
    """Lifting off before it begins again is not yet another pass."""
    assert slides(
        PASS.removesuffix("Lift off. ") + "Lift off, begin again at the bottom, three times in all."
    ) == [3]
