"""How a reading looks in a terminal: every sentence, what was understood under it, then findings."""

from typing import Any

from effleurage.errors import Finding, Severity
from effleurage.reading import Report
from effleurage.reading.library import minutes
from effleurage.routine import Kind, Routine, Stroke

_KINDS = {
    Kind.STROKE: "bold green", Kind.SETUP: "cyan", Kind.REPEAT: "green", Kind.LIMIT: "bold red",
    Kind.PREPARATION: "yellow", Kind.NOTE: "dim", Kind.UNREAD: "bold magenta",
}  # fmt: skip
_SEVERITIES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def show(routine: Routine, report: Report, *, source: str) -> None:
    """Print a routine and what there is to say about it; colours only where there is a terminal."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    if routine.title:
        console.print(Text(routine.title, style="bold underline"))
    for movement in routine.movements:
        console.print()
        console.print(Text(movement.title or "(no heading)", style="bold"))
        for step in movement.steps:
            console.print(
                Text.assemble((f"{step.kind.value:>11}  ", _KINDS[step.kind]), routine.words(step.span))
            )
            for stroke in step.strokes:
                console.print(
                    Text(" " * 13 + told(stroke), style="green" if not stroke.copied else "dim green")
                )
        for limit in movement.limits:
            avoid = f"keep off: {limit.avoid.value.replace('_', ' ')}" if limit.avoid else "a bound"
            console.print(Text.assemble(" " * 13, (f"{avoid} ", "red"), f"({routine.words(limit.span)})"))
    if report.findings:
        console.print()
    for finding in report.findings:
        _finding(console, finding, routine.text, source)
    console.print()
    console.print(Text(_summary(routine)))


def told(stroke: Stroke) -> str:
    """A stroke in one line; a star marks what the sentence itself says."""
    parts = [str(stroke.technique or "(not settled)")]
    for slot in ("hands", "tool", "start", "end", "over", "direction", "side", "pressure", "repeats"):
        value: Any = getattr(stroke, slot)
        if value in (None, ()) or slot == "repeats" and value == 1:
            continue
        words = ", ".join(value) if isinstance(value, tuple) else str(value)
        parts.append(f"{slot}{'*' if slot in stroke.stated else ''} {words.replace('_', ' ')}")
    return " · ".join(parts)


def _finding(console: Any, finding: Finding, text: str, source: str) -> None:
    """One finding as a compiler shows it: place, message, the line, the words underlined, a hint."""
    from rich.text import Text

    style = _SEVERITIES[finding.severity]
    if finding.span is None:
        console.print(Text.assemble((f"{finding.severity}[{finding.code}]", style), f": {finding.message}"))
    else:
        start, end = finding.span
        low = text.rfind("\n", 0, start) + 1
        high = text.find("\n", start)
        line = text[low : high if high >= 0 else len(text)].rstrip("\r")
        number, column = text.count("\n", 0, start) + 1, start - low + 1
        console.print(
            Text.assemble(
                (f"{finding.severity}[{finding.code}]", style),
                f": {source}:{number}:{column}: {finding.message}",
            )
        )
        first = max(0, column - 1 - 60) if len(line) > 110 else 0
        shown = line[first : first + 110]
        mark = " " * (column - 1 - first) + "^" * max(1, min(end - start, len(shown) - (column - 1 - first)))
        margin = " " * len(str(number))
        console.print(Text.assemble((f" {number} | ", "dim"), shown))
        console.print(Text.assemble((f" {margin} | ", "dim"), (mark, style)))
    if finding.hint:
        console.print(Text.assemble(("   = ", "dim"), f"hint: {finding.hint}"))


def _summary(routine: Routine) -> str:
    steps = [s for m in routine.movements for s in m.steps]
    strokes = sum(len(s.strokes) for s in steps)
    unread = sum(s.kind is Kind.UNREAD for s in steps)
    return (
        f"{len(steps)} sentences, {strokes} strokes in {len(routine.movements)} movements, "
        f"about {minutes(routine):g} minutes, {unread} unread"
    )
