"""All rules together."""

from effleurage.anatomy import Body
from effleurage.errors import Finding
from effleurage.performance import Performance
from effleurage.routine import Routine
from effleurage.safety._asked import ASKED_RULES, AskedRule
from effleurage.safety._evidence import Evidence
from effleurage.safety._forces import FORCE_RULES
from effleurage.safety._motion import MOTION_RULES
from effleurage.safety._postures import POSTURE_RULES
from effleurage.safety._rule import Rule
from effleurage.safety._skin import SKIN_RULES

_RULES = (*FORCE_RULES, *MOTION_RULES, *POSTURE_RULES, *SKIN_RULES)


def rules() -> tuple[Rule | AskedRule, ...]:
    """Every rule, by code."""
    return (*_RULES, *ASKED_RULES)


def check(performance: Performance, body: Body | None = None) -> tuple[Finding, ...]:
    """Measure a performance against every rule.

    Args:
        performance: What is to be checked.
        body: The receiver; the performance's own when None.

    Returns:
        Findings in the order of the rules and of the text; empty when nothing is wrong.

    Raises:
        BodyError: If the performance's person is outside what the body model reaches.
    """
    if not len(performance.samples):
        return ()
    person = performance.person
    body = body or Body(height=person.height, weight=person.weight, sex=person.sex, age=person.age)
    evidence = Evidence(performance, body)
    return tuple(finding for rule in _RULES for finding in rule.findings(evidence))


def check_routine(routine: Routine) -> tuple[Finding, ...]:
    """Tell what a text asks that is not done as it says, because it would not be safe.

    Args:
        routine: The article, understood.
    """
    return tuple(
        rule.finding(stroke)
        for movement in routine.movements
        for step in movement.steps
        for stroke in step.strokes
        for rule in ASKED_RULES
        if not stroke.copied and rule.asks(stroke)
    )
