"""What was measured, as tables in Markdown."""

from collections.abc import Mapping


def number(value: float) -> str:
    """A measured value with three figures."""
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def pairs(found: Mapping[str, float]) -> str:
    """Names and values, one a row."""
    return "\n".join(["| | |", "| --- | ---: |", *(f"| {name} | {number(v)} |" for name, v in found.items())])


def grid(found: Mapping[str, Mapping[str, float]]) -> str:
    """One row per method, one column per measure."""
    columns = list(next(iter(found.values())))
    head = ["| | " + " | ".join(columns) + " |", "| --- |" + " ---: |" * len(columns)]
    return "\n".join([*head, *(_row(name, row) for name, row in found.items())])


def _row(name: str, row: Mapping[str, float]) -> str:
    return f"| {name} | " + " | ".join(number(value) for value in row.values()) + " |"
