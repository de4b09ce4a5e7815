"""Rules about motion: how fast hands move, turn about and press."""

import numpy as np

from effleurage import limits
from effleurage.errors import Severity
from effleurage.safety._evidence import Evidence
from effleurage.safety._rule import Offence, Rule, above


def _acceleration(evidence: Evidence) -> np.ndarray:
    velocity = evidence.velocity
    steps = np.diff(evidence.performance.samples.time)
    change = np.linalg.norm(np.diff(velocity, axis=0), axis=-1) / steps[:, None]
    return np.concatenate([np.zeros((1, 2)), change]) if len(change) else np.zeros(evidence.shape)


def _stays(evidence: Evidence) -> np.ndarray:
    """On the skin at this sample and the two before."""
    kept = evidence.kept
    return kept & np.concatenate([kept[:1], kept[:-1]])


def too_fast(evidence: Evidence) -> Offence:
    """Contact that moves faster than a calm stroke."""
    speed = np.linalg.norm(evidence.velocity, axis=-1)
    most = limits.motion_limits().contact_speed
    return above(speed, most, where=evidence.kept, what="speed", unit="m/s")


def too_sudden(evidence: Evidence) -> Offence:
    """Contact that starts, stops or turns suddenly."""
    most = limits.motion_limits().contact_acceleration
    return above(_acceleration(evidence), most, where=_stays(evidence), what="acceleration", unit="m/s²")


def too_sudden_in_air(evidence: Evidence) -> Offence:
    """A hand that jerks through the air, near a body that trusts it."""
    most = limits.motion_limits().air_acceleration
    return above(_acceleration(evidence), most, where=~_stays(evidence), what="acceleration", unit="m/s²")


def too_abrupt(evidence: Evidence) -> Offence:
    """Force that comes or goes abruptly."""
    samples = evidence.performance.samples
    rate = np.abs(np.diff(samples.force, axis=0)) / np.diff(samples.time)[:, None]
    rate = np.concatenate([np.zeros((1, 2)), rate]) if len(rate) else np.zeros(evidence.shape)
    most = limits.motion_limits().force_rate
    return above(rate, most, where=np.ones(evidence.shape, bool), what="change of force", unit="N/s")


def _turning(evidence: Evidence) -> np.ndarray:
    """How fast hands turn, in [rad/s]; NaN where the posture changes or the pose is unknown."""
    samples = evidence.performance.samples
    if len(samples) < 2:
        return np.zeros(evidence.shape)
    alike = np.abs(np.einsum("thq,thq->th", samples.orientation[1:], samples.orientation[:-1]))
    speed = 2.0 * np.arccos(np.minimum(alike, 1.0)) / np.diff(samples.time)[:, None]
    return np.concatenate([speed[:1], speed]) + 0.0 * evidence.velocity[..., 0]


def turning_too_fast(evidence: Evidence) -> Offence:
    """A hand that turns faster than one can follow."""
    most, everywhere = limits.motion_limits().turning_speed, np.ones(evidence.shape, bool)
    return above(_turning(evidence), most, where=everywhere, what="turning", unit="rad/s")


MOTION_RULES = (
    Rule(
        code="S201",
        title="moving too fast on the skin",
        why="Fast strokes startle, drag on the skin and leave no time to speak up.",
        hint="give the stroke more time",
        severity=Severity.ERROR,
        find=too_fast,
    ),
    Rule(
        code="S202",
        title="moving too suddenly on the skin",
        why="A sudden start, stop or turn pulls at the skin.",
        hint="round the turn, or give it more time",
        severity=Severity.ERROR,
        find=too_sudden,
    ),
    Rule(
        code="S203",
        title="moving too suddenly in the air",
        why="A hand that jerks near the body startles, and a robot's may strike.",
        hint="give the way through the air more time",
        severity=Severity.ERROR,
        find=too_sudden_in_air,
    ),
    Rule(
        code="S204",
        title="pressing or letting go too abruptly",
        why="Muscles brace against force that comes faster than they can follow.",
        hint="ramp the force over at least 0.3 s",
        severity=Severity.ERROR,
        find=too_abrupt,
    ),
    Rule(
        code="S205",
        title="turning too fast",
        why="A hand that spins round drags on the skin, and in the air it startles.",
        hint="give the turn more time",
        severity=Severity.ERROR,
        find=turning_too_fast,
    ),
)
