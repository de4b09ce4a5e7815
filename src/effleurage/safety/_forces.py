"""Rules about force: how hard, where."""

import numpy as np

from effleurage import limits
from effleurage.errors import Severity
from effleurage.performance import TOOLS
from effleurage.safety._evidence import Evidence
from effleurage.safety._rule import Offence, Rule, above


def _zone(name: str) -> limits.ZoneLimit:
    return next(zone for zone in limits.zones() if zone.name == name)


def _over(evidence: Evidence, limit: limits.Limit, *, what: str) -> Offence:
    """Samples whose force is over one limit, tool by tool."""
    samples = evidence.performance.samples
    bound = np.full(evidence.shape, np.inf)
    for chart in (*evidence.performance.charts, None):
        index = -1 if chart is None else evidence.performance.charts.index(chart)
        for tool, name in enumerate(TOOLS):
            for technique in np.unique(evidence.techniques[samples.contact]):
                mask = samples.contact & (samples.chart == index) & (samples.tool == tool)
                mask &= evidence.techniques == technique
                if np.any(mask):
                    lateral = np.zeros(mask.sum()) if chart != "back" else evidence.lateral[mask]
                    contacts = limits.Contacts(
                        tool=name,
                        chart=chart,
                        along=samples.along[mask],
                        lateral=lateral,
                        armpit=evidence.armpit[mask],
                        technique=str(technique),
                    )
                    bound[mask] = limit.force_max(contacts)
    return above(samples.force, bound, where=samples.contact, what=what, unit="N")


def _zone_rule(code: str, zone: str, title: str, why: str, hint: str) -> Rule:
    return Rule(
        code=code,
        title=title,
        why=why,
        hint=hint,
        severity=Severity.ERROR,
        find=lambda evidence: _over(evidence, _zone(zone), what="force"),
    )


def over_tool(evidence: Evidence) -> Offence:
    """More force than the tool may exert anywhere."""
    return _over(evidence, limits.ToolLimit.default(), what="force")


def over_armpit(evidence: Evidence) -> Offence:
    """More than a light touch at the end of a stroke to the armpit."""
    return _over(evidence, limits.ArmpitLimit.default(), what="force")


def unfelt(evidence: Evidence) -> Offence:
    """Force where nothing touches."""
    samples = evidence.performance.samples
    return above(samples.force, 0.0, where=~samples.contact, what="force without contact", unit="N")


FORCE_RULES = (
    Rule(
        code="S101",
        title="too much force for the tool",
        why="Small tools press on little skin: what is pleasant under a palm hurts under a thumb.",
        hint="lower the pressure, or use a broader tool",
        severity=Severity.ERROR,
        find=over_tool,
    ),
    _zone_rule(
        "S102",
        "spine",
        "pressing on the spinous processes",
        "Bone lies just under the skin of the midline; a hand may cross it, but not work on it.",
        "work beside the spine, 25 to 60 mm from the midline",
    ),
    _zone_rule(
        "S103",
        "kidneys",
        "too much force over the kidneys",
        "Between the lowest rib and the third lumbar vertebra the kidneys have little cover.",
        "keep broad and light there, and never tap",
    ),
    Rule(
        code="S104",
        title="too much force at the armpit",
        why="Nerves, vessels and lymph nodes lie in the hollow; strokes end at its rear fold, lightly.",
        hint="ease off over the last five centimetres",
        severity=Severity.ERROR,
        find=over_armpit,
    ),
    _zone_rule(
        "S105",
        "neck vertebrae",
        "pressing on the vertebrae of the neck",
        "Nothing works on the bones of the neck.",
        "work the muscles beside them, 20 mm or more from the midline",
    ),
    _zone_rule(
        "S106",
        "neck",
        "too much force on the neck",
        "The neck is held by small muscles over vessels and nerves.",
        "lower the pressure",
    ),
    _zone_rule(
        "S107",
        "top of the shoulder",
        "too much force on the top of the shoulder",
        "The upper trapezius has the lowest pain threshold of the muscle.",
        "lower the pressure, or use a broader tool",
    ),
    _zone_rule("S108", "head", "too much force on the head", "A hand on the head only rests.", "lower it"),
    _zone_rule(
        "S109", "coccyx", "pressing on the tailbone", "Thin skin over bone.", "stay above or beside it"
    ),
    Rule(
        code="S110",
        title="force in the air",
        why="A hand that does not touch cannot press: the data contradict themselves.",
        hint="repair the recording or the planner that wrote it",
        severity=Severity.ERROR,
        find=unfelt,
    ),
)
