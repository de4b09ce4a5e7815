"""What was understood of an article, as plain values for the page: sentence by sentence, in plain words."""

from effleurage.errors import Finding, InputError
from effleurage.reading import article_text, is_html, read
from effleurage.reading.library import minutes
from effleurage.routine import Change, Hands, Kind, Routine, Step, Stroke

_HANDS = {
    Hands.LEFT: "left hand", Hands.RIGHT: "right hand", Hands.BOTH: "both hands",
    Hands.ALTERNATE: "hand over hand", Hands.ONE: "one hand",
}  # fmt: skip
_CHANGES = {Change.GROWING: "harder and harder", Change.EASING: "softer and softer"}


def article_of(text: str) -> str:
    """The article's text: of HTML what a reader sees, of anything else all of it.

    Raises:
        InputError: If nothing is left to read.
    """
    found = article_text(text) if is_html(text) else text
    if not found.strip():
        raise InputError("the article", "empty", hint="give an article with at least one sentence")
    return found


def review(text: str) -> dict[str, object]:
    """Read an article and tell what was understood, and what was not.

    Returns:
        ``title``, ``minutes``, ``sentences``, ``strokes`` and ``unread`` (counts), ``movements``
        (each ``title`` and ``steps``: ``kind``, ``words``, ``strokes`` in plain words, ``findings``),
        and ``findings`` that belong to no sentence.
    """
    routine, report = read(article_of(text))
    steps = [step for movement in routine.movements for step in movement.steps]
    loose = [finding for finding in report.findings if not any(_within(finding, step) for step in steps)]
    return {
        "title": routine.title,
        "minutes": minutes(routine),
        "sentences": len(steps),
        "strokes": sum(len(step.strokes) for step in steps),
        "unread": sum(step.kind is Kind.UNREAD for step in steps),
        "movements": [
            {
                "title": movement.title,
                "steps": [_step(routine, step, report.findings) for step in movement.steps],
            }
            for movement in routine.movements
        ],
        "findings": [_finding(finding) for finding in loose],
    }


def _step(routine: Routine, step: Step, findings: tuple[Finding, ...]) -> dict[str, object]:
    return {
        "kind": step.kind.value,
        "words": routine.words(step.span),
        "strokes": [plain(stroke) for stroke in step.strokes],
        "findings": [_finding(finding) for finding in findings if _within(finding, step)],
    }


def plain(stroke: Stroke) -> str:
    """A stroke in plain words, as one would say it across a table."""
    tool = None if stroke.tool is None else stroke.tool.value
    where = [f"from the {_said(stroke.start)}"] if stroke.start else []
    where += [f"over the {' and the '.join(_said(place) for place in stroke.over)}"] if stroke.over else []
    where += [f"to the {_said(stroke.end)}"] if stroke.end else []
    parts = [
        "a stroke" if stroke.technique is None else _said(stroke.technique),
        _HANDS[stroke.hands] if stroke.hands else None,
        tool,
        " ".join(where),
        ", then ".join(_said(way) for way in stroke.direction),
        f"{_said(stroke.side)} side" if stroke.side in ("left", "right", "one", "other") else None,
        f"{stroke.pressure.value} pressure" if stroke.pressure else None,
        _CHANGES[stroke.change] if stroke.change else None,
        f"{stroke.tempo.value} tempo" if stroke.tempo else None,
        "as often as you like" if stroke.repeats is None else None,
        f"{stroke.repeats} times" if (stroke.repeats or 0) > 1 else None,
    ]
    return ", ".join(part for part in parts if part)


def _said(name: str) -> str:
    return str(name).replace("_", " ")


def _within(finding: Finding, step: Step) -> bool:
    return finding.span is not None and step.span[0] <= finding.span[0] < max(step.span[1], step.span[0] + 1)


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "severity": finding.severity.value,
        "code": finding.code,
        "message": finding.message,
        "hint": finding.hint,
    }
