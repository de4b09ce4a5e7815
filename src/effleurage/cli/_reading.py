"""How a reading looks in a terminal: every sentence, what was understood under it, then findings."""

from typing import Any

from effleurage.cli._diagnose import diagnosed
from effleurage.reading import Report
from effleurage.reading.library import minutes
from effleurage.routine import Arrangement, Kind, Movement, Routine, Step, Stroke

_KINDS = {
    Kind.STROKE: "bold green",
    Kind.SETUP: "cyan",
    Kind.REPEAT: "green",
    Kind.LIMIT: "bold red",
    Kind.PREPARATION: "yellow",
    Kind.NOTE: "dim",
    Kind.UNREAD: "bold magenta",
}
_INDENT = 13
_WHERE = (("from", "start"), ("over", "over"), ("to", "end"))


def show(routine: Routine, report: Report, *, source: str) -> None:
    """Print a routine and what there is to say about it; colours only where there is a terminal."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    # A pipe has no width: there a sentence is a line.
    width = console.width if console.is_terminal else None
    if routine.title:
        console.print(Text(routine.title, style="bold underline"))
    for movement in routine.movements:
        console.print()
        console.print(_title(movement))
        for step in movement.steps:
            for line in _step(step, movement, routine):
                console.print(line if width is None else hung(line, width))
    for finding in report.findings:
        console.print()
        console.print(diagnosed(finding, text=routine.text, source=source))
    console.print()
    console.print(Text(summary(routine), style="bold"))


def hung(line: Any, width: int) -> Any:
    """A line as wide as the terminal: what is longer goes on below its own words, not below the kind."""
    from rich.console import Console
    from rich.text import Text

    room = max(width - _INDENT, 20)
    first, *rest = line[_INDENT:].wrap(Console(width=room), room)
    lines = [line[:_INDENT] + first, *(Text(" " * _INDENT) + more for more in rest)]
    for one in lines:
        one.rstrip()
    return Text("\n").join(lines)


def _title(movement: Movement) -> Any:
    from rich.text import Text

    both = " (performed on both sides)" if movement.both_sides else ""
    return Text.assemble((movement.title or "(no heading)", "bold"), (both, "dim"))


def _step(step: Step, movement: Movement, routine: Routine) -> list[Any]:
    from rich.text import Text

    kind = (f"{step.kind:>{_INDENT - 2}}  ", _KINDS[step.kind])
    words = (routine.words(step.span), "dim" if step.kind is Kind.NOTE else "")
    lines = [Text.assemble(kind, words)]
    indent = " " * _INDENT
    if step.arrangement is not None and (words := arranged(step.arrangement)):
        lines.append(Text(f"{indent}{words}", style="cyan"))
    for stroke in step.strokes:
        lines.append(Text(f"{indent}{told(stroke)}", style="dim green" if stroke.copied else "green"))
    for limit in movement.limits:
        if step.span[0] <= limit.span[0] < step.span[1]:
            avoid = f"keep off the {_plain(limit.avoid)}" if limit.avoid else "not more than this"
            lines.append(Text(f"{indent}{avoid}", style="red"))
    return lines


def arranged(arrangement: Arrangement) -> str:
    """Positions in one line."""
    said = {
        "receiver": arrangement.posture,
        "giver": arrangement.giver,
        "stance": arrangement.stance,
        "facing": arrangement.facing,
    }
    parts = [f"{name} {_plain(value)}" for name, value in said.items() if value is not None]
    return " · ".join([*parts, *(["hands clasped"] if arrangement.clasped else [])])


def told(stroke: Stroke) -> str:
    """A stroke in one line; what context supplied, and not the sentence itself, stands in brackets."""
    parts = [str(stroke.technique or "technique not settled")]
    hands = [_said(stroke, "hands"), _said(stroke, "tool")]
    parts.append(" ".join(filter(None, hands)))
    for word, slot in _WHERE:
        if value := _said(stroke, slot):
            parts.append(f"{word} {value}")
    parts += [_said(stroke, "direction"), _said(stroke, "pressure")]
    if stroke.side is not None:
        parts.append(f"side: {_said(stroke, 'side')}")
    if stroke.repeats is None:
        parts.append("again and again")
    elif stroke.repeats > 1:
        parts.append(f"{stroke.repeats} times")
    if stroke.duration is not None:
        low, high, unit = stroke.duration.low, stroke.duration.high, stroke.duration.unit
        parts.append(f"{low:g}{f' to {high:g}' if high != low else ''} {unit}{'s' if high != 1 else ''}")
    return " · ".join(filter(None, parts))


def _said(stroke: Stroke, slot: str) -> str:
    value: Any = getattr(stroke, slot)
    if value in (None, ()):
        return ""
    words = ", ".join(_plain(v) for v in value) if isinstance(value, tuple) else _plain(value)
    return words if slot in stroke.stated else f"({words})"


def _plain(value: object) -> str:
    return str(value).replace("_", " ")


def summary(routine: Routine) -> str:
    """Sentences, strokes, movements, minutes, and what was not read, in one line."""
    steps = [s for m in routine.movements for s in m.steps]
    strokes = sum(len(s.strokes) for s in steps)
    moving = sum(any(s.strokes for s in m.steps) for m in routine.movements)
    unread = sum(s.kind is Kind.UNREAD for s in steps)
    return (
        f"{_count(len(steps), 'sentence')}: {_count(strokes, 'stroke')} in {_count(moving, 'movement')}, "
        f"about {_count(round(minutes(routine)), 'minute')}, {unread} unread"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
