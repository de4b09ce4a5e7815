"""Forearm sweep: three passes a side up beside the spine, the other hand going with it unloaded."""

import numpy as np

from .measure import Measure, Run, at_least, at_most, between, strokes, true
from .meshes import axes, footprint
from .receiver import C7, L4, S2, Receiver
from .rows import HANDS, Rows
from .sides import LABEL, both_sides, by_side, heading


def forearm(rows: Rows, receiver: Receiver, *, movement: int) -> list[Measure]:
    """Every hold of the forearm sweep, side by side."""
    groups = by_side(rows, receiver, strokes(rows, tool="forearm", moved=0.05))
    measures = both_sides("forearm", rows, groups, movement=movement)
    others = set(np.unique(rows.tool[rows.told & (rows.force > 5)]).tolist()) - {"forearm"}
    measures.append(
        true("forearm: nothing else works", not others, movement=movement, detail=str(sorted(others)))
    )
    laid = np.where(rows.contact & (rows.tool == "forearm"), rows.along, np.nan).ravel()
    times = np.repeat(rows.time, 2)
    measures.append(
        at_most("forearm: never on neck or head, along", laid, 0.84, when=times, movement=movement)
    )
    lateral, angle = receiver.lateral(rows), heading(rows, receiver)
    for (_, side), passes in groups.items():
        name = f"forearm, {LABEL[side]}"
        measures.append(
            true(f"{name}: three passes", len(passes) == 3, movement=movement, detail=f"{len(passes)}")
        )
        for run in passes:
            measures += _pass(name, rows, receiver, run, side, side * lateral, angle, movement)
    return measures


def _pass(
    name, rows: Rows, receiver: Receiver, run: Run, side: int, out, angle, movement: int
) -> list[Measure]:
    h, when = run.hand, rows.time[run.rows]
    said = {"movement": movement, "hand": HANDS[h]}
    spine = receiver.up_the_spine(C7) - receiver.up_the_spine(S2)
    level = receiver.up_the_spine(rows.along[run.rows, h])
    away = "head_right" if side > 0 else "head_left"
    station = "side_left" if side > 0 else "side_right"
    edge, elbow_end, wrist_end = _footprint(rows, receiver, run, side)
    ridge = receiver.place("shoulder_top")
    slides = (rows.phase[run.rows, h] == "stroke") & (rows.force[run.rows, h] > 5)
    offset = rows.position[run.rows, 1 - h] - rows.position[run.rows, h]
    other = np.einsum("tij,ti->tj", axes(rows.orientation[run.rows, h]), offset)
    return [
        at_most(f"{name}: axis off the spine", np.abs(angle[run.rows, h]), 15, when=when, unit="°", **said),
        at_least(f"{name}: centre travels, of S2–C7", np.ptp(level) / spine, 0.3, when=when[0], **said),
        at_least(f"{name}: goes up", level[-1] - level[0], 0.0, when=when[0], unit="m", **said),
        at_least(
            f"{name}: footprint off the spinous processes", edge, 0.0145, when=when[0], unit="m", **said
        ),
        between(
            f"{name}: elbow end starts just above the buttock, along",
            [elbow_end[0]],
            max(receiver.place("buttock").along) + 0.03,
            L4 + 0.06,
            **said,
        ),
        between(
            f"{name}: wrist end ends at the shoulder's ridge, along",
            [wrist_end[-1]],
            min(ridge.along) - 0.02,
            C7 + 0.01,
            **said,
        ),
        at_most(f"{name}: wrist end stays below neck and head, along", wrist_end, C7 + 0.02, **said),
        at_most(f"{name}: other hand's load", rows.force[run.rows, 1 - h], 0.0, when=when, unit="N", **said),
        at_most(
            f"{name}: other hand drifts from the working one",
            np.where(slides, np.linalg.norm(other - np.median(other[slides], axis=0), axis=-1), np.nan),
            0.05,
            when=when,
            unit="m",
            **said,
        ),
        at_most(
            f"{name}: other hand is on the working arm",
            np.where(slides, np.linalg.norm(other, axis=-1), np.nan),
            0.30,
            when=when,
            unit="m",
            **said,
        ),
        true(
            f"{name}: head turned away from the giver",
            np.all(rows.posture[run.rows, 0] == away),
            when=when[0],
            movement=movement,
            detail=f"{rows.posture[run.start, 0]} with the giver at {rows.station[run.start, 0]}",
        ),
        true(
            f"{name}: giver at the near side",
            rows.station[run.start, 0] == station,
            when=when[0],
            movement=movement,
        ),
    ]


def _footprint(rows: Rows, receiver: Receiver, run: Run, side: int):
    """Inner edge [m], level of the elbow's end and of the wrist's end of the footprint, per row."""
    some = np.linspace(run.start, run.last, 60).astype(int)
    surface = receiver.surface(str(rows.posture[run.start, 0]))
    p = footprint("forearm", run.hand).placed(rows.position[some, run.hand], rows.orientation[some, run.hand])
    along, across, _ = surface.locate(p)
    inner = np.min(side * surface.lateral(along, across), axis=1)
    x = footprint("forearm", run.hand).points[:, 0]
    return inner, along[:, np.argmin(x)], along[:, np.argmax(x)]
