"""Pulling: both hands as one from beside the spine to the near flank, row by row to the armpit."""

import numpy as np

from .measure import Measure, at_least, at_most, between, runs, spells, true
from .receiver import C7, Receiver
from .rows import Rows
from .sides import LABEL, beside_spine, both_sides, by_side, climbing


def pulling(rows: Rows, receiver: Receiver, *, movement: int) -> list[Measure]:
    """Every hold of pulling, side by side."""
    told = rows.told & (rows.tool == "fingertips")
    either, both = told.any(axis=1), told.all(axis=1)
    lone = [(rows.time[a], (b - a - np.sum(both[a:b])) * rows.step) for a, b in spells(either)]
    when, alone = np.array(lone).reshape(-1, 2).T
    measures = [
        at_most("pulling: one hand without the other", alone, 0.1, when=when, movement=movement, unit="s")
    ]
    left = list(runs(rows, np.stack([both, np.zeros_like(both)], axis=1)))
    groups = by_side(rows, receiver, left)
    measures += both_sides("pulling", rows, groups, movement=movement)
    lateral = receiver.lateral(rows)
    p = rows.position
    apart = np.linalg.norm(p[:, 0] - p[:, 1], axis=-1)
    flank = receiver.place("flank")
    for (_, side), pulls in groups.items():
        name, out = f"pulling, {LABEL[side]}", side * lateral
        when = [rows.time[run.start] for run in pulls]
        drift = [np.ptp(apart[run.rows]) for run in pulls]
        level = [float(np.mean(rows.along[run.start])) for run in pulls]
        up = receiver.up_the_spine(np.array(level))
        reached = [np.min(np.abs(rows.across[run.last])) for run in pulls[:-1]]
        station = "side_left" if side > 0 else "side_right"
        last = pulls[-1]
        fold = np.min(receiver.armpit_distance(rows)[last.last])
        top = np.max(rows.along[last.rows])
        measures += [
            *(
                beside_spine(name, list(out[run.start]), [rows.time[run.start]] * 2, movement=movement)
                for run in pulls[:-1]
            ),
            between(
                f"{name}: last pull starts near the spine",
                out[last.start],
                0.0,
                0.0605,
                movement=movement,
                unit="m",
            ),
            at_least(
                f"{name}: ends on the flank, across",
                reached,
                min(np.abs(flank.across)) - 0.02,
                when=when[:-1],
                movement=movement,
            ),
            *climbing(name, rows, receiver, list(zip(level, when, strict=True)), movement=movement),
            at_most(
                f"{name}: first start just above the coccyx, along",
                level[0],
                max(receiver.place("sacrum").along) + 0.03,
                movement=movement,
            ),
            at_most(
                f"{name}: last start below C7 by",
                receiver.up_the_spine(C7) - up[-1],
                0.10,
                movement=movement,
                unit="m",
            ),
            at_most(
                f"{name}: hands move as one, change of distance",
                drift,
                0.02,
                when=when,
                movement=movement,
                unit="m",
            ),
            between(
                f"{name}: hands side by side",
                [np.median(apart[run.rows]) for run in pulls],
                0.05,
                0.13,
                when=when,
                movement=movement,
                unit="m",
            ),
            at_most(
                f"{name}: last pull ends at the armpit, distance",
                fold,
                0.03,
                when=rows.time[last.last],
                movement=movement,
                unit="m",
            ),
            at_least(
                f"{name}: last pull crosses the shoulder, along",
                top,
                min(receiver.place("shoulder").along),
                movement=movement,
            ),
            true(
                f"{name}: giver on the side pulled to",
                rows.station[pulls[0].start, 0] == station,
                when=when[0],
                movement=movement,
                detail=str(rows.station[pulls[0].start, 0]),
            ),
        ]
    return measures
