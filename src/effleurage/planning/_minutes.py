"""Length: which movements are performed how often to come near the asked minutes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import final

MOST_PASSES = 3
Order = tuple[tuple[int, int], ...]


@final
@dataclass(frozen=True, kw_only=True)
class Passes:
    """What is performed.

    Attributes:
        order: (movement, number of its pass) in the order of performance.
        dropped: Movements that are left out.
    """

    order: Order
    dropped: tuple[int, ...]


def passes_for(movements: tuple[int, ...], minutes: float | None, length: Callable[[Order], float]) -> Passes:
    """Choose passes.

    Args:
        movements: Movements that move hands, in the text's order.
        minutes: How long it should take, or None for the text's own counts.
        length: Length of a choice, in [s].
    """
    once = _order(movements, dict.fromkeys(movements, 1))
    if minutes is None:
        return Passes(order=once, dropped=())
    aim = 60.0 * minutes
    alone = {index: length(((index, 0),)) for index in movements}
    whole = length(once)
    if whole > aim:
        return _shortened(movements, alone, whole, aim)
    counts = dict.fromkeys(movements, 1)
    total = whole
    while True:
        fewest = min(counts.values())
        choices = [
            index
            for index in movements
            if counts[index] < MOST_PASSES and counts[index] == fewest and total + alone[index] <= aim * 1.03
        ] or [
            index for index in movements if counts[index] < MOST_PASSES and total + alone[index] <= aim * 1.03
        ]
        if not choices:
            return Passes(order=_order(movements, counts), dropped=())
        best = max(choices, key=lambda index: alone[index])
        counts[best] += 1
        total += alone[best]


def _shortened(movements: tuple[int, ...], alone: dict[int, float], whole: float, aim: float) -> Passes:
    """Leave out whole movements, the longest that is needed, never the first contact."""
    kept, total = list(movements), whole
    while total > aim * 1.03 and len(kept) > 1:
        enough = [index for index in kept[1:] if total - alone[index] <= aim]
        gone = (
            min(enough, key=lambda index: alone[index]) if enough else max(kept[1:], key=lambda i: alone[i])
        )
        kept.remove(gone)
        total -= alone[gone]
    dropped = tuple(index for index in movements if index not in kept)
    return Passes(order=_order(tuple(kept), dict.fromkeys(kept, 1)), dropped=dropped)


def _order(movements: tuple[int, ...], counts: dict[int, int]) -> Order:
    return tuple((index, number) for index in movements for number in range(counts[index]))
