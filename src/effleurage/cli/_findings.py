"""Findings for people, programs and editors: one way to print them for every verb."""

import json
from collections.abc import Callable, Iterable, Sequence

import click

from effleurage._version import __version__
from effleurage.errors import Finding, Severity

FORMATS = ("text", "json", "sarif")
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def format_options(function: Callable) -> Callable:
    """Add ``--format text|json|sarif`` and its short form ``--json``; the verb gets `form`."""
    function = click.option("--json", "form", flag_value="json", help="Short for --format json.")(function)
    return click.option(
        "--format", "form", type=click.Choice(FORMATS), default="text", help="How findings are printed."
    )(function)


def worst(findings: Iterable[Finding]) -> int:
    """Exit code: 1 when one of the findings is an error, else 0."""
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def printed(findings: Sequence[Finding], *, form: str, source: str, text: str) -> str:
    """All findings in one of `FORMATS`.

    Args:
        findings: What was found.
        form: The format.
        source: Name of the file that spans belong to.
        text: Its text; "" when it has none.
    """
    if form == "json":
        return json.dumps(
            {"findings": [_plain(finding) for finding in findings]}, indent=2, ensure_ascii=False
        )
    if form == "sarif":
        return json.dumps(_sarif(findings, source=source, text=text), indent=2, ensure_ascii=False)
    return "\n".join(_line(finding, source=source, text=text) for finding in findings)


def _line(finding: Finding, *, source: str, text: str) -> str:
    where = source
    if finding.span is not None and text:
        line, column = _place(text, finding.span[0])
        where = f"{source}:{line}:{column}"
    severity = click.style(finding.severity, fg=_COLOURS[finding.severity], bold=True)
    told = f"{where}: {severity} {finding.code}: {finding.message}"
    words = " ".join(text[slice(*finding.span)].split()) if finding.span is not None else ""
    quoted = f"\n    {click.style(words, dim=True)}" if words else ""
    return told + quoted + (f"\n    {finding.hint}" if finding.hint else "")


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _plain(finding: Finding) -> dict:
    return {
        "severity": finding.severity.value,
        "code": finding.code,
        "span": None if finding.span is None else list(finding.span),
        "message": finding.message,
        "hint": finding.hint,
    }


def _sarif(findings: Sequence[Finding], *, source: str, text: str) -> dict:
    codes = sorted({finding.code for finding in findings})
    driver = {"name": "effleurage", "version": __version__, "rules": [{"id": code} for code in codes]}
    results = [_result(finding, source=source, text=text) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(finding: Finding, *, source: str, text: str) -> dict:
    place: dict = {"artifactLocation": {"uri": source}}
    if finding.span is not None and text:
        start, stop = finding.span
        (line, column), (end_line, end_column) = _place(text, start), _place(text, stop)
        place["region"] = {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
            "charOffset": start,
            "charLength": stop - start,
        }
    message = finding.message + (f" ({finding.hint})" if finding.hint else "")
    return {
        "ruleId": finding.code,
        "level": finding.severity.value,
        "message": {"text": message},
        "locations": [{"physicalLocation": place}],
    }
