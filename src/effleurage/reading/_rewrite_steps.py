"""Whole sentences for steps: positions, limits, repeats, and what is not motion."""

from collections.abc import Iterator

from effleurage.reading._rewrite_phrases import noun, number, phrases, times
from effleurage.routine import Arrangement, Kind, Limit, Movement, Routine, Side, Step

_OTHERS = ("on the other side", "on the left side", "on the right side")


def sentences(movement: Movement, step: Step, routine: Routine) -> Iterator[str]:
    """Sentences that may say a step, the best first; none for plain strokes."""
    if step.kind is Kind.REPEAT:
        yield from _repeats(movement, step)
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


def _repeats(movement: Movement, step: Step) -> Iterator[str]:
    """Repeats of earlier steps, with the counts and sides that the step's own strokes have."""
    counts = {stroke.repeats for stroke in step.strokes}
    often = [""] + [times(count) for count in sorted(c for c in counts if c is not None and c > 1)]
    sides = ["", *_OTHERS]
    here = movement.steps.index(step)
    for source in ("", "the movement", "from the beginning", *_ranges(movement, here, len(step.strokes))):
        for side in sides:
            for count in often:
                words = " ".join(filter(None, ["Repeat", source, side, count]))
                yield f"{words}."
    for stroke in step.strokes:
        if stroke.over and stroke.end:
            along, end = noun(stroke.over[-1], stroke.side), noun(stroke.end, stroke.side)
            yield f"Repeat the movement all the way up {along}, ending at {end}."
        elif stroke.over:
            yield f"Repeat the movement all the way up {noun(stroke.over[-1], stroke.side)}."


def _ranges(movement: Movement, here: int, wanted: int) -> Iterator[str]:
    """Rows of earlier steps that hold as many strokes as the repeat causes."""
    for first in range(here - 1, -1, -1):
        for last in range(first, here):
            steps = [s for s in movement.steps[first : last + 1] if s.kind is not Kind.REPEAT]
            strokes = sum(len(s.strokes) for s in steps)
            if strokes and wanted % strokes == 0:
                yield f"step {number(first + 1)}" if first == last else f"steps {first + 1} to {last + 1}"
