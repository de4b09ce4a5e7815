"""What one movement says of another: copies of its strokes, and positions taken before it."""

from collections.abc import Sequence

from effleurage.planning._interpret.items import Item, items, strokes_of
from effleurage.routine import Routine, Side

_OPPOSITE = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


def borrowed(entries: Sequence[Item]) -> tuple[int, int] | None:
    """Where the step begins and ends that first does again what another movement told; None without any."""
    for i, entry in enumerate(entries):
        stroke = entry.stroke
        if stroke is None or not stroke.copied or own_words(entry):
            continue
        if not any(other.stroke is not None and other.stroke.span == stroke.span for other in entries[:i]):
            same = [k for k, other in enumerate(entries) if other.step == entry.step]
            return same[0], same[-1] + 1
    return None


def own_words(copy: Item) -> bool:
    """The sentence says itself what is done again: "… and afterwards on the far side"."""
    assert copy.stroke is not None
    return copy.span[0] <= copy.stroke.span[0] < copy.span[1]


def side_before(routine: Routine, index: int) -> Side | None:
    """The side of a movement that tells none, where another one does the same "on the left" later."""
    told = {stroke.span for stroke in strokes_of(items(routine.movements[index], 0)) if not stroke.copied}
    for movement in routine.movements[index + 1 :]:
        for stroke in strokes_of(items(movement, 0)):
            if stroke.copied and stroke.span in told and stroke.side in _OPPOSITE:
                return _OPPOSITE[stroke.side]
    return None


def positions(routine: Routine, begin: int, end: int) -> tuple[Item, ...]:
    """What movements without strokes of their own arrange, from one movement on and before another.

    "Getting ready: kneel at the head" stands under a heading of its own and holds for what follows.
    """
    between = [movement for movement in routine.movements[begin:end] if not strokes_of(items(movement, 0))]
    return tuple(item for movement in between for item in items(movement, 0))
