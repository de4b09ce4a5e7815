"""The reading contract: a routine and its report as the JSON that the contract fixes."""

from typing import Any

from effleurage.reading._read import Report
from effleurage.routine import Routine, Stroke


def to_contract_json(routine: Routine, report: Report) -> dict[str, Any]:
    """The object that ``effleurage read --json`` prints."""
    return {
        "title": routine.title,
        "movements": [
            {
                "title": movement.title,
                "steps": [
                    {
                        "span": list(step.span),
                        "kind": step.kind.value,
                        "strokes": [_stroke(s) for s in step.strokes],
                    }
                    for step in movement.steps
                ],
                "limits": [
                    {"span": list(limit.span), "avoid": limit.avoid.value if limit.avoid else None}
                    for limit in movement.limits
                ],
            }
            for movement in routine.movements
        ],
        "report": [
            {
                "severity": finding.severity.value,
                "code": finding.code,
                **({"span": list(finding.span)} if finding.span else {}),
                "message": finding.message,
                "hint": finding.hint,
            }
            for finding in report.findings
        ],
    }


_ORDER = ("technique", "hands", "tool", "start", "end", "over", "direction", "side", "pressure", "repeats")


def _stroke(stroke: Stroke) -> dict[str, Any]:
    return {
        "technique": stroke.technique,
        "hands": stroke.hands,
        "tool": stroke.tool,
        "start": stroke.start,
        "end": stroke.end,
        "over": list(stroke.over),
        "direction": list(stroke.direction),
        "side": stroke.side,
        "pressure": stroke.pressure,
        "repeats": stroke.repeats,
        "stated": [slot for slot in _ORDER if slot in stroke.stated],
    }
