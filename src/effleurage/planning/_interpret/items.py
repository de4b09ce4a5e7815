"""A movement as a list: its strokes, numbered over the routine, and what is arranged between them."""

from dataclasses import dataclass
from typing import final

from effleurage.routine import Arrangement, Hands, Kind, Movement, Posture, Side, Stroke

_MOTION = frozenset({Kind.STROKE, Kind.SETUP, Kind.REPEAT})
_SINGLE = frozenset({Hands.ONE, Hands.LEFT, Hands.RIGHT})


@final
@dataclass(frozen=True, kw_only=True)
class Item:
    """A stroke with its place in the routine, or an arrangement.

    Attributes:
        step: Index of its step in the movement.
        kind: What the step does.
        number: Running number of the stroke over the routine; −1 for an arrangement.
        span: The step's words.
        stroke: The stroke, or None.
        arrangement: The arrangement, or None.
    """

    step: int
    kind: Kind
    number: int
    span: tuple[int, int]
    stroke: Stroke | None = None
    arrangement: Arrangement | None = None


def items(movement: Movement, first: int) -> tuple[Item, ...]:
    """The movement's strokes and arrangements in order; strokes are numbered from `first`.

    What a headline says is done where its item tells it in detail.
    """
    out: list[Item] = []
    for index, step in enumerate(movement.steps):
        if step.arrangement is not None:
            out.append(
                Item(step=index, kind=step.kind, number=-1, span=step.span, arrangement=step.arrangement)
            )
        for offset, stroke in enumerate(step.strokes):
            if step.kind in _MOTION and not stroke.headline:
                out.append(
                    Item(step=index, kind=step.kind, number=first + offset, span=step.span, stroke=stroke)
                )
        first += len(step.strokes)
    return tuple(out)


def strokes_of(entries: tuple[Item, ...]) -> list[Stroke]:
    """The strokes among the items."""
    return [entry.stroke for entry in entries if entry.stroke is not None]


def one_sided(movement: Movement) -> bool:
    """It is told for one side: the other side follows, or another movement does the same there."""
    if movement.both_sides:
        return True
    sides = {stroke.side for step in movement.steps for stroke in step.strokes}
    return Side.ONE in sides and not sides & {Side.OTHER, Side.LEFT, Side.RIGHT}


def single(stroke: Stroke) -> bool:
    """One hand does it."""
    return stroke.hands in _SINGLE


def turns_head(entries: tuple[Item, ...]) -> Posture | None:
    """The head's posture relative to the giver that the items ask for, or None."""
    relative = (Posture.HEAD_AWAY, Posture.HEAD_TOWARD)
    said = (entry.arrangement.posture for entry in entries if entry.arrangement is not None)
    return next((posture for posture in said if posture in relative), None)
