"""Butterfly shoulder: light fans round the blade's edge, the last ones to the armpit."""

import numpy as np

from effleurage import limits

from .measure import Measure, Run, at_least, at_most, strokes, true
from .receiver import Receiver
from .rows import Rows
from .sides import LABEL, alternating, both_sides, by_side


def butterfly(rows: Rows, receiver: Receiver, *, movement: int) -> list[Measure]:
    """Every hold of the butterfly, side by side."""
    groups = by_side(rows, receiver, strokes(rows, moved=0.03))
    measures = both_sides("butterfly", rows, groups, movement=movement)
    out = receiver.lateral(rows)
    light = limits.working_force("palm", "light")
    measures.append(
        at_most(
            "butterfly: light",
            np.where(rows.told, rows.force, np.nan).ravel(),
            light,
            when=np.repeat(rows.time, 2),
            movement=movement,
            unit="N",
        )
    )
    for (_, side), fans in groups.items():
        name = f"butterfly, {LABEL[side]}"
        when = [rows.time[fan.start] for fan in fans]
        wide = [side * (out[fan.last, fan.hand] - out[fan.start, fan.hand]) for fan in fans]
        inner = [np.nanmin(side * out[fan.rows, fan.hand]) for fan in fans]
        measures += [
            at_least(f"{name}: stays on its side", inner, 0.0, when=when, movement=movement, unit="m"),
            at_least(f"{name}: ends further out by", wide, 0.01, when=when, movement=movement, unit="m"),
            *_round(name, rows, receiver, fans, side, movement),
            *_end(name, rows, receiver, fans, movement),
            *alternating(name, rows, fans, movement=movement),
        ]
    return measures


def _round(
    name: str, rows: Rows, receiver: Receiver, fans: list[Run], side: int, movement: int
) -> list[Measure]:
    """Starts lie on the blade's edge, begin at its lower tip and go round it one way."""
    posture = str(rows.posture[fans[0].start, 0])
    names = ("scapula_inferior_angle", "scapula_medial_border", "scapula_superior_angle", "acromion")
    edge = np.array([receiver.landmark(name, posture, side) for name in names])
    tip, middle = edge[0], edge.mean(axis=0)
    starts = np.array([rows.position[fan.start, fan.hand] for fan in fans]) - middle
    size = np.max(np.linalg.norm((edge - middle)[:, :2], axis=1))
    ring = np.linalg.norm(starts[:, :2], axis=1)
    angle = np.degrees(np.unwrap(np.arctan2(side * starts[:, 1], starts[:, 0])))
    steps = np.diff(angle)
    first = np.linalg.norm(starts[0] + middle - tip)
    when = [rows.time[fan.start] for fan in fans]
    return [
        at_most(
            f"{name}: first start from the blade's lower tip",
            first,
            0.06,
            when=when[0],
            movement=movement,
            unit="m",
        ),
        at_most(
            f"{name}: starts on the blade's edge, from its middle",
            ring,
            size + 0.03,
            when=when,
            movement=movement,
            unit="m",
        ),
        at_least(
            f"{name}: starts off the blade's middle", ring, 0.02, when=when, movement=movement, unit="m"
        ),
        true(
            f"{name}: starts go round one way",
            len(steps) and (np.all(steps > -1) or np.all(steps < 1)),
            movement=movement,
            detail=" ".join(f"{a:.0f}°" for a in angle),
        ),
        at_least(f"{name}: starts go round by", abs(angle[-1] - angle[0]), 90, movement=movement, unit="°"),
    ]


def _end(name: str, rows: Rows, receiver: Receiver, fans: list[Run], movement: int) -> list[Measure]:
    """The last fan ends on the shoulder or at the armpit."""
    fan = fans[-1]
    fold = receiver.armpit_distance(rows)[fan.last, fan.hand]
    shoulder = receiver.place("shoulder")
    u, v = rows.along[fan.last, fan.hand], abs(rows.across[fan.last, fan.hand])
    on = min(shoulder.along) <= u <= max(shoulder.along) and v >= min(np.abs(shoulder.across)) - 0.05
    return [
        true(
            f"{name}: last fan ends on the shoulder or at the armpit",
            on or fold <= 0.05,
            when=rows.time[fan.last],
            movement=movement,
            detail=f"along {u:.2f}, across {v:.2f}, {100 * fold:.1f} cm from the fold",
        )
    ]
