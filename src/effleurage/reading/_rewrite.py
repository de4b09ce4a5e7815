"""Rewrite: a routine as plain English that is read as the same routine.

Every step becomes a numbered sentence. There are several ways to say it, the fullest first; each is
read in its place, behind the sentences before it, and the first that is read as meant is taken. So
writing never knows the reader's rules, only its own words (`data/phrases.toml`).
"""

from collections.abc import Iterable

from effleurage.reading._phrasing.clause import ways_to_say
from effleurage.reading._phrasing.match import SAME, Nearness, nearness
from effleurage.reading._phrasing.steps import again_words, sentences
from effleurage.reading._read import read
from effleurage.routine import Kind, Movement, Routine, Step, Stroke

_JOINS = (", then ", " and ")


def rewrite(routine: Routine) -> str:
    """A routine in plain English, one numbered sentence for each step.

    What is not motion keeps the author's words where the routine has a text.
    """
    title = f"# {routine.title}\n" if routine.title else ""
    parts = [title] if title else []
    number = 1
    for index, movement in enumerate(routine.movements):
        # Without a heading, only a list that begins again is a movement of its own.
        number = 1 if index and movement.title is None else number
        parts.append(_movement(title, movement, routine, from_number=number))
        number += len(movement.steps)
    return "\n".join(parts)


def _movement(title: str, movement: Movement, routine: Routine, *, from_number: int) -> str:
    heading = f"## {movement.title}\n\n" if movement.title else ""
    lines: list[str] = []
    headline = ""
    for number, step in enumerate(movement.steps, from_number):
        before = f"{title}\n{heading}{''.join(lines)}{number}. {headline}"
        whole = sentences(movement, step, routine, from_number=from_number)
        said = _step(before, step, whole)
        # A headline stands before what tells it in detail.
        heads = any(stroke.headline for stroke in step.strokes)
        headline = f"{headline}**{said}** " if heads else ""
        if not heads:
            lines.append(f"{before.rpartition(chr(10))[2]}{said}\n")
    return heading + "".join(lines)


def _step(before: str, step: Step, whole: Iterable[str]) -> str:
    best, found = _nearest(before, step, whole)
    if found == SAME or not step.strokes:
        return best
    options = [_composed(before, step, step.strokes)]
    own = tuple(stroke for stroke in step.strokes if not stroke.copied)
    if step.kind is Kind.STROKE and 0 < len(own) < len(step.strokes):
        said = _composed(before, step, own).removesuffix(".")
        options += [f"{said}, and {again}." for again in again_words(step)]
    composed, nearer = _nearest(before, step, options)
    return composed if nearer > found else best


def _composed(before: str, step: Step, strokes: tuple[Stroke, ...]) -> str:
    """Strokes of a step as clauses of one sentence, each chosen behind those before it."""
    said = ""
    for index, stroke in enumerate(strokes):
        ways = list(dict.fromkeys(ways_to_say(stroke, placing=step.kind is Kind.SETUP)))
        joins = _JOINS if index else ("",)
        options = [f"{said}{join}{way}" for way in ways for join in joins]
        is_last = index == len(step.strokes) - 1
        chosen, _ = _nearest(
            before, step, [_sentence(o) for o in options], strokes=None if is_last else index + 1
        )
        said = chosen.removesuffix(".")
    return _sentence(said)


def _sentence(clause: str) -> str:
    return f"{clause[:1].upper()}{clause[1:]}."


def _nearest(
    before: str, step: Step, options: Iterable[str], *, strokes: int | None = None
) -> tuple[str, Nearness]:
    best, found = "", (-1.0, -1.0)
    for option in options:
        near = nearness(step, _last(before + option), strokes=strokes)
        if near > found:
            best, found = option, near
        if found == SAME:
            break
    return best, found


def _last(text: str) -> Step | None:
    routine, _ = read(text)
    steps = [step for movement in routine.movements for step in movement.steps]
    return steps[-1] if steps else None
