"""Length: which movements are performed how often to come near the asked minutes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import final

MOST_PASSES = 3
_FULL, _COARSE = 1.03, 1.1
"""A length up to this share above the wish is enough; further off than the second one, it is too coarse."""
Order = tuple[tuple[int, int], ...]
Cut = tuple[int, int]
Lengths = Callable[[Order, Cut | None], dict[int, float]]
"""How long each movement of a choice takes, all its passes together, in [s]."""


@final
@dataclass(frozen=True, kw_only=True)
class Passes:
    """What is performed.

    Attributes:
        order: (movement, number of its pass) in the order of performance.
        dropped: Movements that are left out.
        cut: (movement, step) from which on the rest of a movement is left out; none if None.
    """

    order: Order
    dropped: tuple[int, ...]
    cut: Cut | None = None


def passes_for(
    movements: tuple[int, ...],
    minutes: float | None,
    lengths: Lengths,
    steps: Callable[[int], tuple[int, ...]],
    focus: frozenset[int] = frozenset(),
) -> Passes:
    """Choose passes.

    Args:
        movements: Movements that move hands, in the text's order.
        minutes: How long it should take, or None for the text's own counts.
        lengths: How long each movement of a choice takes, in [s].
        steps: Indices of a movement's steps that move hands.
        focus: Movements of which more is wanted: done twice if nobody asks for a length, else repeated
            first and left out last.
    """
    once = _order(movements, dict.fromkeys(movements, 1))
    if minutes is None:
        counts = {index: 2 if index in focus else 1 for index in movements}
        return Passes(order=_order(movements, counts), dropped=())
    aim = 60.0 * minutes
    took = dict.fromkeys(movements, 0.0) | lengths(once, None)
    if sum(took.values()) > aim:
        return _ended(_shortened(movements, took, sum(took.values()), aim, focus), aim, lengths, steps)
    counts = dict.fromkeys(movements, 1)
    # One draft tells what every movement takes; a pass that is done again may take less than the first.
    while (more := _repeated(counts, took, aim, focus)) != counts:
        counts = more
        took = took | lengths(_order(movements, counts), None)
    return Passes(order=_order(movements, counts), dropped=())


def _repeated(
    counts: dict[int, int], took: dict[int, float], aim: float, focus: frozenset[int]
) -> dict[int, int]:
    """Do movements again while that fits, those that were done least first, of these the longest."""
    counts, total = dict(counts), sum(took.values())
    alone = {index: took[index] / counts[index] for index in counts}
    while True:
        choices = [
            index for index in counts if counts[index] < MOST_PASSES and total + alone[index] <= aim * _FULL
        ]
        if not choices:
            return counts
        fewest = min(counts.values())
        choices = [index for index in choices if index in focus] or choices
        choices = [index for index in choices if counts[index] == fewest] or choices
        best = max(choices, key=lambda index: alone[index])
        counts[best] += 1
        total += alone[best]


def _shortened(
    movements: tuple[int, ...], alone: dict[int, float], whole: float, aim: float, focus: frozenset[int]
) -> Passes:
    """Leave out whole movements, the longest that is needed, never the first contact."""
    kept, total = list(movements), whole
    while total > aim * _FULL and len(kept) > 1:
        others = [index for index in kept[1:] if index not in focus] or kept[1:]
        enough = [index for index in others if total - alone[index] <= aim]
        gone = min(enough, key=lambda index: alone[index]) if enough else max(others, key=lambda i: alone[i])
        kept.remove(gone)
        total -= alone[gone]
    dropped = tuple(index for index in movements if index not in kept)
    return Passes(order=_order(tuple(kept), dict.fromkeys(kept, 1)), dropped=dropped)


def _ended(
    chosen: Passes,
    aim: float,
    lengths: Lengths,
    steps: Callable[[int], tuple[int, ...]],
) -> Passes:
    """Where whole movements are too coarse, leave out the end of one: of the last, or of a dropped one."""

    def length(order: Order, cut: Cut | None) -> float:
        return sum(lengths(order, cut).values())

    total = length(chosen.order, None)
    if total > aim * _COARSE:
        order, dropped, partly = chosen.order, chosen.dropped, chosen.order[-1][0]
    elif total < aim / _COARSE and chosen.dropped:
        partly = chosen.dropped[-1]
        order = tuple(sorted([*chosen.order, (partly, 0)]))
        dropped = tuple(index for index in chosen.dropped if index != partly)
    else:
        return chosen
    cuts = steps(partly)[1:]
    low, high = 0, len(cuts)
    while low < high:
        middle = (low + high) // 2
        if length(order, (partly, cuts[middle])) > aim * _FULL:
            high = middle
        else:
            low = middle + 1
    if (low == 0 and partly in chosen.dropped) or not cuts:
        return chosen
    cut = (partly, cuts[max(0, low - 1)])
    for index in dropped:
        more = tuple(sorted([*order, (index, 0)]))
        if length(more, cut) <= aim * _FULL:
            order, dropped = more, tuple(other for other in dropped if other != index)
    return Passes(order=order, dropped=dropped, cut=cut)


def _order(movements: tuple[int, ...], counts: dict[int, int]) -> Order:
    return tuple((index, number) for index in movements for number in range(counts[index]))
