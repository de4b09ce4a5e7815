"""What the other side is still owed, once the whole article has been read."""

from collections.abc import Sequence
from dataclasses import replace

from effleurage.routine import Movement, Side, Stroke

_OTHERS = {
    Side.LEFT: frozenset({Side.RIGHT, Side.OTHER}),
    Side.RIGHT: frozenset({Side.LEFT, Side.OTHER}),
    Side.ONE: frozenset({Side.LEFT, Side.RIGHT, Side.OTHER}),
}


def settled(movements: Sequence[Movement]) -> tuple[Movement, ...]:
    """The movements, of which none owes the other side what another movement of the article does there.

    "Now do all of that on the right" pays for the movements before it, and owes nothing itself.
    """
    paid: set[int] = set()
    for index, movement in enumerate(movements):
        for payer, other in enumerate(movements):
            if payer != index and _pays(other, movement):
                paid |= {index, payer}
    return tuple(
        replace(movement, both_sides=movement.both_sides and index not in paid)
        for index, movement in enumerate(movements)
    )


def _pays(movement: Movement, owing: Movement) -> bool:
    """A movement does again, on the other side, what one that owes it has told."""
    if not owing.both_sides:
        return False
    told = {stroke.span: stroke for stroke in _strokes(owing) if not stroke.copied}
    return any(
        stroke.span in told and stroke.side in _OTHERS.get(told[stroke.span].side, ())
        for stroke in _strokes(movement)
        if stroke.copied
    )


def _strokes(movement: Movement) -> list[Stroke]:
    return [stroke for step in movement.steps for stroke in step.strokes]
