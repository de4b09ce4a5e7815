"""What is done again on the other side, and what only tells of another stroke's manner."""

from dataclasses import replace

from effleurage.planning._interpret.items import items
from effleurage.planning._interpret.manner import motions
from effleurage.planning._interpret.sections import sections
from effleurage.routine import Direction, Hands, Kind, Movement, Place, Side, Step, Stroke, Technique, Tool

EFF = Technique.EFFLEURAGE


def movement(*strokes: Stroke) -> Movement:
    """A movement with a step for each stroke; copies keep their originals' words."""
    steps = tuple(
        Step(span=(10 * i, 10 * i + 9), kind=Kind.REPEAT if s.copied else Kind.STROKE, strokes=(s,))
        for i, s in enumerate(strokes)
    )
    return Movement(title=None, steps=steps)


def found(*strokes: Stroke) -> list[tuple[list[int], int | None]]:
    """Numbers of the strokes of each section, and the one that sends it back."""
    parts = sections(items(movement(*strokes), 0))
    return [
        ([entry.number for entry in part.entries], None if part.again is None else part.again.number)
        for part in parts
    ]


def stroke(number: int, **said) -> Stroke:
    """A stroke with words of its own."""
    return Stroke(technique=said.pop("technique", EFF), span=(10 * number, 10 * number + 5), **said)


PLACED = stroke(0, technique=Technique.HOLD, hands=Hands.ONE, tool=Tool.PALM, start=Place.SACRUM)
FAN = stroke(1, hands=Hands.ONE, direction=(Direction.UP, Direction.OUT), side=Side.ONE)


def again(original: Stroke, side: Side) -> Stroke:
    """A copy for a side."""
    return replace(original, side=side, copied=True)


def test_a_repeat_on_the_other_side_sends_back_all_one_sided_work():
    """Also what the copies lack: the hand is placed on the other side, too."""
    assert found(PLACED, FAN, again(FAN, Side.OTHER)) == [([0, 1], 2)]
    left = replace(FAN, side=Side.LEFT)
    assert found(PLACED, left, again(left, Side.RIGHT)) == [([0, 1], 2)]


def test_work_of_both_sides_at_once_is_not_sent_back():
    """What came before the one-sided part stays a part of its own, and what follows does, too."""
    both = stroke(0, hands=Hands.BOTH, side=Side.BOTH, direction=(Direction.UP,))
    after = stroke(3, hands=Hands.BOTH, side=Side.BOTH, direction=(Direction.DOWN,))
    assert found(both, FAN, again(FAN, Side.OTHER), after) == [([0], None), ([1], 2), ([3], None)]


def test_the_same_side_again_is_no_other_side():
    """A count has copies, too."""
    assert found(PLACED, FAN, again(FAN, Side.ONE)) == [([0, 1, 2], None)]


def test_a_hand_that_is_held_ready_is_not_on_yet():
    """The second hand waits where the first one lies; the one that follows a fan works."""
    ready = replace(PLACED, span=(5, 9), other_hand=True)
    follow = stroke(2, hands=Hands.ONE, direction=(Direction.UP,), other_hand=True, follows=True)
    kept = motions(items(movement(PLACED, ready, FAN, follow), 0))
    assert [entry.number for entry in kept] == [0, 2, 3]
