"""Rules about how the receiver lies: how long, and what hands do while it changes."""

import itertools

import numpy as np

from effleurage import limits
from effleurage.errors import Severity
from effleurage.safety._evidence import Evidence
from effleurage.safety._rule import Offence, Rule, above


def too_long(evidence: Evidence) -> Offence:
    """A posture that goes on for longer than it is bearable, told at its end."""
    lasted = np.zeros(evidence.shape)
    bound = np.full(evidence.shape, np.inf)
    time = evidence.performance.samples.time
    for posture, start, stop in _spells(evidence):
        lasted[stop - 1, 0] = time[stop - 1] - time[start]
        bound[stop - 1, 0] = limits.posture_time_most(posture)
    return above(lasted, bound, where=lasted > 0, what="time", unit="s")


def worked_while_turning(evidence: Evidence) -> Offence:
    """Hands that work while the receiver changes posture; one may rest."""
    samples = evidence.performance.samples
    resting = limits.resting_force_most()
    changing = np.zeros(evidence.shape, bool)
    spells = list(_spells(evidence))
    for _, start, _ in spells[1:]:
        block = int(evidence.block_of[start])
        for index in (block - 1, block):
            chosen = evidence.performance.blocks[index]
            if chosen.kind == "arrange":
                changing[chosen.start : chosen.stop] = True
    return above(samples.force, resting, where=changing, what="force", unit="N")


def hurried(evidence: Evidence) -> Offence:
    """A change of posture without the time that it takes."""
    short = np.zeros(evidence.shape)
    most = limits.motion_limits().posture_change
    for _, start, _ in list(_spells(evidence))[1:]:
        block = int(evidence.block_of[start])
        quiet = sum(
            evidence.performance.samples.time[chosen.stop - 1]
            - evidence.performance.samples.time[chosen.start]
            for chosen in evidence.performance.blocks[max(block - 1, 0) : block + 1]
            if chosen.kind in ("arrange", "rest", "transfer")
        )
        short[start, 0] = most - quiet
    return above(short, 0.1, where=short > 0, what="missing time", unit="s")


def _spells(evidence: Evidence):
    """Posture, first sample and end of every stretch in one posture."""
    named = np.array(evidence.postures)[evidence.block_of]
    cuts = [0, *(np.flatnonzero(named[1:] != named[:-1]) + 1).tolist(), len(named)]
    for start, stop in itertools.pairwise(cuts):
        if stop > start:
            yield str(named[start]), start, stop


POSTURE_RULES = (
    Rule(
        code="S301",
        title="too long in a posture",
        why="With the forehead on the hands the arms go numb after some minutes.",
        hint="split the movement, or let the receiver lie flat in between",
        severity=Severity.ERROR,
        find=too_long,
    ),
    Rule(
        code="S302",
        title="working while the receiver moves",
        why="A person who turns must not be pressed down; at most one hand rests.",
        hint="lift the hands, or rest one palm on the sacrum",
        severity=Severity.ERROR,
        find=worked_while_turning,
    ),
    Rule(
        code="S303",
        title="too little time to change posture",
        why="Turning the head or laying the arms takes about eight seconds.",
        hint="give the change its own quiet time",
        severity=Severity.WARNING,
        find=hurried,
    ),
)
