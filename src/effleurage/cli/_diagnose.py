"""A finding as a good compiler shows it: place, message, the line, the words underlined, a hint."""

import unicodedata
from typing import Any

from effleurage.errors import Finding, Severity

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_WIDTH = 100
_LEAD = 30


def diagnosed(finding: Finding, *, text: str, source: str) -> Any:
    """A finding as a Rich text of three to five lines.

    Args:
        finding: What was found.
        text: The text that its span indexes.
        source: Name of the text.
    """
    from rich.text import Text

    style = _STYLES[finding.severity]
    told = Text.assemble((f"{finding.severity}[{finding.code}]", style), (f": {finding.message}", "bold"))
    if finding.span is not None:
        line, column = position(text, finding.span[0])
        margin = " " * len(str(line))
        shown, mark = _underlined(text, finding.span)
        told.append(f"\n{margin}--> ", "blue").append(f"{source}:{line}:{column}")
        told.append(f"\n{margin} |", "blue")
        told.append(f"\n{line} | ", "blue").append(shown)
        told.append(f"\n{margin} | ", "blue").append(mark, style)
    if finding.hint:
        told.append("\n  = ", "blue").append(finding.hint)
    return told


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1."""
    before = text[:offset]
    return before.count("\n") + 1, offset - before.rfind("\n")


def _underlined(text: str, span: tuple[int, int]) -> tuple[str, str]:
    """The first line of a span, cut to a terminal's width, and carets under the span's words."""
    start, end = span
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", start)
    high = len(text) if high < 0 else high
    first, last = low, high
    if last - first > _WIDTH:
        if start - first > _LEAD:
            first = text.find(" ", start - _LEAD, start) + 1 or start
        last = min(last, first + _WIDTH)
    left, right = "… " if first > low else "", " …" if last < high else ""
    words = left + text[first:last].rstrip("\r").replace("\t", " ") + right
    before = _cells(left + text[first:start])
    return words, " " * before + "^" * max(1, _cells(text[start : min(end, last)].rstrip()))


def _cells(words: str) -> int:
    """Terminal columns: wide characters take two, combining ones none."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in words)
    none = sum(unicodedata.combining(c) > 0 for c in words)
    return len(words) + wide - none
