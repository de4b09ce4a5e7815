"""What is left out to save time: the end of a movement, and the names of all that is missing."""

from dataclasses import replace

from effleurage.planning._interpret.items import items
from effleurage.planning._length.minutes import Cut
from effleurage.routine import Kind, Movement, Routine, Span

_WORDS = 6


def steps_with_motion(movement: Movement) -> tuple[int, ...]:
    """Indices of the steps that move hands."""
    return tuple(dict.fromkeys(item.step for item in items(movement, 0) if item.stroke is not None))


def until(routine: Routine, cut: Cut | None) -> Routine:
    """The routine without motion from a step of a movement on; its strokes keep their numbers."""
    if cut is None:
        return routine
    index, first = cut
    movement = routine.movements[index]
    rest = (replace(step, kind=Kind.NOTE, arrangement=None) for step in movement.steps[first:])
    shorter = replace(movement, steps=(*movement.steps[:first], *rest))
    movements = (*routine.movements[:index], shorter, *routine.movements[index + 1 :])
    return replace(routine, movements=movements)


def left_out(routine: Routine, dropped: tuple[int, ...], cut: Cut | None) -> tuple[str, ...]:
    """Names of the movements that are left out, in the text's order, and of the end of one."""
    named = {index: name_of(routine, index) for index in dropped}
    if cut is not None:
        index, first = cut
        title, words = (
            routine.movements[index].title,
            first_words(routine, routine.movements[index].steps[first].span),
        )
        named[index] = f"{title}: from “{words}”" if title else f"from “{words}”"
    return tuple(named[index] for index in sorted(named))


def name_of(routine: Routine, index: int) -> str:
    """A movement's title, or its first words."""
    movement = routine.movements[index]
    return movement.title or f"“{first_words(routine, movement.steps[steps_with_motion(movement)[0]].span)}”"


def first_words(routine: Routine, span: Span) -> str:
    """The first words of a sentence or clause."""
    words = routine.words(span).split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
