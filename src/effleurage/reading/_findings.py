"""Findings about a routine as it was read: what is missing, what was guessed, what is unsafe."""

from effleurage.errors import Finding, Severity
from effleurage.reading._suggest import did_you_mean, reworded, slipped
from effleurage.routine import Kind, Movement, Place, Routine, Step, Stroke, Technique

_WORKING = frozenset(Technique) - {Technique.HOLD, Technique.RELEASE}
_VERBS = "Expected a verb such as slide, knead, press, circle, tap, shake, hold or stretch."
_PRESSING = (Technique.COMPRESSION, Technique.FRICTION, Technique.TAPOTEMENT, Technique.PETRISSAGE)


def findings(routine: Routine) -> list[Finding]:
    """What is to be said about a routine, in the order of the text."""
    found: list[Finding] = []
    for movement in routine.movements:
        if movement.both_sides:
            found.append(_one_side(movement))
        for step in movement.steps:
            found += _step(step, routine)
    if not any(step.strokes for movement in routine.movements for step in movement.steps):
        found.insert(
            0,
            Finding(
                severity=Severity.ERROR,
                code="R101",
                message="Nothing in this text tells hands to move, press or hold.",
                hint='Write what the hands do: "Slide both hands up the sides of the spine."',
            ),
        )
    return found


def _one_side(movement: Movement) -> Finding:
    step = next(s for s in movement.steps if s.strokes)
    return Finding(
        severity=Severity.NOTE,
        code="R110",
        span=step.span,
        message="This is told for one side only; it will be performed on both, one after the other.",
        hint='Say "Repeat on the other side.", or "on the left side only".',
    )


def _step(step: Step, routine: Routine) -> list[Finding]:
    if step.kind is Kind.UNREAD:
        return [
            Finding(
                severity=Severity.WARNING,
                code="R201",
                span=step.span,
                message="This reads like an instruction, but its verb is not known.",
                hint=did_you_mean(routine.words(step.span)) or _VERBS,
            )
        ]
    found: list[Finding] = []
    for stroke in step.strokes:
        if not stroke.copied:
            found += _stroke(stroke, routine.words(stroke.span))
    return found


def _stroke(stroke: Stroke, words: str) -> list[Finding]:
    found: list[Finding] = []
    if stroke.technique is None:
        found.append(
            Finding(
                severity=Severity.WARNING,
                code="R204",
                span=stroke.span,
                message="What the hands do here is settled neither by the verb nor by what came before.",
                hint=did_you_mean(words) or reworded(stroke),
            )
        )
    elif stroke.technique is Technique.OTHER or slipped(words):
        found.append(
            Finding(
                severity=Severity.NOTE,
                code="R202",
                span=stroke.span,
                message=f'"{slipped(words) or stroke.verb}" is not known; the words around it were read.',
                hint=did_you_mean(words) or _VERBS,
            )
        )
    if stroke.technique in _WORKING and stroke.start is None and stroke.end is None and not stroke.over:
        found.append(
            Finding(
                severity=Severity.NOTE,
                code="R203",
                span=stroke.span,
                message="Neither this stroke nor what came before says where.",
                hint='Name a place: "the lower back", "beside the spine".',
            )
        )
    if stroke.technique in _PRESSING and stroke.over and stroke.over[-1] is Place.SPINE:
        found.append(
            Finding(
                severity=Severity.WARNING,
                code="R301",
                span=stroke.span,
                message="This works on the bones of the spine; the hands will stay beside them.",
                hint='Write "beside the spine" if that is meant.',
            )
        )
    return found
