"""Rules about touching: on the skin, facing it, and only where hands may be."""

import numpy as np

from effleurage.errors import Severity
from effleurage.safety._evidence import Evidence
from effleurage.safety._rule import Offence, Rule, above

OFF_SKIN = 0.003
FACING = 15.0
"""Most angle in [°] between tool and skin; the planner's own aim is half of it."""
FRONT_OF_NECK = 0.97
"""Beyond this share of the way to the chart's edge, the neck's skin is that of its front."""
NECK = 0.90
EVERY = 0.1
"""Time in [s] between the samples whose distance from the mesh is measured."""


def off_skin(evidence: Evidence) -> Offence:
    """Contacts that float over the skin or lie under it."""
    samples = evidence.performance.samples
    known = samples.contact & np.all(np.isfinite(samples.position), axis=-1)
    step = max(1, round(EVERY * evidence.performance.rate)) if len(samples) > 1 else 1
    some = known & (np.arange(len(samples)) % step == 0)[:, None]
    distance = np.zeros(evidence.shape)
    for surface, mask in evidence.by_posture(some):
        distance[mask] = np.abs(surface.distance(samples.position[mask]))
    return above(1000 * distance, 1000 * OFF_SKIN, where=some, what="distance", unit="mm")


def askew(evidence: Evidence) -> Offence:
    """Tools that do not face the skin."""
    samples = evidence.performance.samples
    w, x, y, z = np.moveaxis(samples.orientation, -1, 0)
    out = np.stack([2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)], axis=-1)
    mask_all = evidence.on_back & evidence.tool_is("palm", "forearm") & np.all(np.isfinite(out), axis=-1)
    angle = np.zeros(evidence.shape)
    for surface, mask in evidence.by_posture(mask_all):
        normal = surface.smoothed_normal(samples.along[mask], samples.across[mask])
        angle[mask] = np.degrees(np.arccos(np.clip(np.sum(normal * out[mask], axis=-1), -1, 1)))
    return above(angle, FACING, where=mask_all, what="angle", unit="°")


def front_of_neck(evidence: Evidence) -> Offence:
    """Contact at the front of the neck."""
    samples = evidence.performance.samples
    neck = evidence.on_back & (samples.along > NECK)
    return above(np.abs(samples.across), FRONT_OF_NECK, where=neck, what="across", unit="of the way round")


SKIN_RULES = (
    Rule(
        code="S401",
        title="contact off the skin",
        why="A contact that is not on the skin presses through it or touches nothing.",
        hint="plan the routine on the body that it is performed on",
        severity=Severity.ERROR,
        find=off_skin,
    ),
    Rule(
        code="S402",
        title="tool not facing the skin",
        why="A tilted hand presses with its edge, on far less skin than it seems.",
        hint="turn the tool to the skin",
        severity=Severity.WARNING,
        find=askew,
    ),
    Rule(
        code="S403",
        title="touching the front of the neck",
        why="The carotid sinus lies there: pressure may make a person faint.",
        hint="stay behind the muscle at the side of the neck",
        severity=Severity.ERROR,
        find=front_of_neck,
    ),
)
