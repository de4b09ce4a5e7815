"""What the other side is still owed, once the whole article has been read."""

from collections.abc import Sequence
from dataclasses import replace

from effleurage.routine import Movement, Side, Span, Stroke

_OTHERS = {
    Side.LEFT: frozenset({Side.RIGHT, Side.OTHER}),
    Side.RIGHT: frozenset({Side.LEFT, Side.OTHER}),
    Side.ONE: frozenset({Side.LEFT, Side.RIGHT, Side.OTHER}),
}


def settled(movements: Sequence[Movement]) -> tuple[Movement, ...]:
    """The movements, of which none owes the other side what another movement of the article does there.

    "Now do all of that on the right" pays for the movements before it, and owes nothing itself.
    """
    owing = _owing(movements)
    paid: set[int] = set()
    for payer, movement in enumerate(movements) if owing else ():
        for stroke in _strokes(movement):
            for index, side in owing.get(stroke.span, ()) if stroke.copied else ():
                if index != payer and stroke.side in _OTHERS.get(side, ()):
                    paid |= {index, payer}
    return tuple(
        replace(movement, both_sides=False) if movement.both_sides and index in paid else movement
        for index, movement in enumerate(movements)
    )


def _owing(movements: Sequence[Movement]) -> dict[Span, list[tuple[int, Side]]]:
    """Which movement owes the other side what was told where, and on which side that was told."""
    owing: dict[Span, list[tuple[int, Side]]] = {}
    for index, movement in enumerate(movements):
        told = {s.span: s.side for s in _strokes(movement) if not s.copied} if movement.both_sides else {}
        for span, side in told.items():
            if side is not None:
                owing.setdefault(span, []).append((index, side))
    return owing


def _strokes(movement: Movement) -> list[Stroke]:
    return [stroke for step in movement.steps for stroke in step.strokes]
