"""Whole sentences for steps: positions, limits, repeats, and what is not motion."""

from collections.abc import Iterator
from itertools import product

from effleurage.reading._phrasing.phrases import noun, phrases, times
from effleurage.routine import Arrangement, Kind, Limit, Movement, Routine, Side, Step

_OTHERS = {
    Side.OTHER: "on the other side",
    Side.ONE: "on the other side",
    Side.LEFT: "on the left side",
    Side.RIGHT: "on the right side",
}


def sentences(movement: Movement, step: Step, routine: Routine, *, from_number: int) -> Iterator[str]:
    """Sentences that may say a step, the best first; none for plain strokes.

    Args:
        movement: The step's movement.
        step: What is to be said.
        routine: The routine, for the author's words where they are kept.
        from_number: Number of the movement's first step in the text.
    """
    if step.kind is Kind.REPEAT:
        yield from _repeats(movement, step, from_number)
        return
    if step.strokes:
        return
    if step.kind is Kind.SETUP and step.arrangement is not None:
        yield from _arranged(step.arrangement)
    limits = [limit for limit in movement.limits if step.span[0] <= limit.span[0] < step.span[1]]
    if step.kind is Kind.LIMIT:
        yield from _limited(limits)
    own = routine.words(step.span)
    if own:
        yield own
    yield from _stock(step)


def _stock(step: Step) -> Iterator[str]:
    table = phrases()["preparations" if step.kind is Kind.PREPARATION else "notes"]
    if step.kind in (Kind.PREPARATION, Kind.NOTE):
        if step.topic in table:
            yield table[step.topic]
        yield next(iter(table.values())) if step.kind is Kind.PREPARATION else table["chat"]


def _arranged(arrangement: Arrangement) -> Iterator[str]:
    station = ""
    if arrangement.giver is not None or arrangement.stance is not None or arrangement.facing is not None:
        stance = phrases()["stances"][arrangement.stance] if arrangement.stance else "Come"
        giver = phrases()["stations"][arrangement.giver] if arrangement.giver else ""
        facing = phrases()["facings"][arrangement.facing] if arrangement.facing else ""
        station = f"{stance} {giver}".strip() + (f", {facing}" if facing else "") + "."
    posture = phrases()["postures"][arrangement.posture] if arrangement.posture else ""
    if station and posture:
        turned = posture.removesuffix(".")
        yield f"{station.removesuffix('.')}, and {turned[0].lower()}{turned[1:]}."
        yield f"{turned}, and {station[0].lower()}{station[1:]}"
    if station and not posture:
        yield station
    if posture and not station:
        yield posture
    if arrangement.clasped:
        yield "Clasp the working hand with your other hand."


def _limited(limits: list[Limit]) -> Iterator[str]:
    places = [noun(limit.avoid, Side.BOTH) for limit in limits if limit.avoid is not None]
    if places and len(places) == len(limits):
        yield f"Never press on {' or '.join(places)}."
        yield f"Keep off {' and '.join(places)}."
    if not places:
        yield "Do not press too hard."


def _repeats(movement: Movement, step: Step, from_number: int) -> Iterator[str]:
    """Repeats of earlier steps, with the counts and sides that the step's own strokes have."""
    counts = {stroke.repeats for stroke in step.strokes}
    often = [times(count) for count in sorted(c for c in counts if c is not None and c > 1)] + [""]
    has_side = {stroke.side for stroke in step.strokes}
    sides = ["", *(words for side, words in _OTHERS.items() if side in has_side)]
    for stroke in step.strokes:
        if stroke.progress and stroke.over:
            along = noun(stroke.over[-1], stroke.side)
            end = f", ending at {noun(stroke.end, stroke.side)}" if stroke.end else ""
            yield f"Repeat the movement all the way up {along}{end}."
    pressures = {phrases()["pressures"][s.pressure] for s in step.strokes if s.pressure is not None}
    manners = ["", *sorted(pressures)]
    for source, side, count, manner in product(_sources(movement, step, from_number), sides, often, manners):
        said = " ".join(filter(None, ["Repeat", source, side, count, manner]))
        yield f"{said}."
        if side and not source:
            yield f"{said.removesuffix('.')}, changing hands."


def again_words(step: Step) -> Iterator[str]:
    """Tails that make a sentence repeat itself and what stands before it."""
    counts = {stroke.repeats for stroke in step.strokes if stroke.copied}
    often = [times(count) for count in counts if count is not None and count > 1] or [""]
    sides = {_OTHERS[s.side] for s in step.strokes if s.copied and s.side in _OTHERS}
    for source, side, count in product(("", "from the beginning"), ("", *sorted(sides)), often):
        yield " ".join(filter(None, ["repeat", count, source, side]))


def _sources(movement: Movement, step: Step, from_number: int) -> Iterator[str]:
    """Rows of earlier steps whose techniques are those that the repeat causes."""
    yield ""
    here = next(n for n, other in enumerate(movement.steps) if other is step)
    wanted = [stroke.technique for stroke in step.strokes]
    for first in range(here - 1, -1, -1):
        for last in range(here - 1, first - 1, -1):
            steps = [s for s in movement.steps[first : last + 1] if s.kind is not Kind.REPEAT]
            if [stroke.technique for s in steps for stroke in s.strokes] != wanted:
                continue
            if first == 0:
                yield "from the beginning"
            low, high = first + from_number, last + from_number
            yield f"step {low}" if low == high else f"steps {low} to {high}"
