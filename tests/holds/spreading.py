"""Spreading oil: the whole back is covered by strokes that climb."""

import numpy as np

from .measure import Measure, at_least, true
from .meshes import footprint
from .receiver import C7, S2, Receiver
from .rows import Rows

COVERED = 0.95


def spreading(rows: Rows, receiver: Receiver, *, movement: int) -> list[Measure]:
    """Footprints cover the back from S2 to C7 and flank to flank; most of the way climbs."""
    measures = []
    for repeat in np.unique(rows.repeat):
        mine = rows.told & (rows.repeat == repeat) & (rows.force > 0) & (rows.chart == "back")
        pressed = mine[1:] & mine[:-1]
        way = np.where(pressed, np.linalg.norm(np.diff(rows.position, axis=0), axis=-1), 0.0)
        climb = np.diff(rows.along, axis=0) > 0
        share = np.sum(way[climb]) / max(np.sum(way), 1e-9) if np.any(way > 0) else np.nan
        measures += [
            at_least("spreading: back covered", _covered(rows, receiver, mine), COVERED, movement=movement),
            at_least("spreading: share of the way that climbs", share, 0.8, movement=movement),
        ]
    returns = rows.phase == "return"
    measures.append(true("spreading: it has a return", np.any(returns), movement=movement))
    tools = set(np.unique(rows.tool[rows.told]).tolist())
    measures.append(true("spreading: palms", tools == {"palm"}, movement=movement, detail=str(sorted(tools))))
    both = [np.any(rows.told[:, hand]) for hand in (0, 1)]
    measures.append(true("spreading: both hands", all(both), movement=movement))
    return measures


def _covered(rows: Rows, receiver: Receiver, mask: np.ndarray) -> float:
    """Share of the back's area under the footprints of the pressed samples."""
    surface = receiver.surface(str(rows.posture[0, 0]))
    edge = max(np.abs(receiver.place("flank").across))
    along, across = np.meshgrid(np.linspace(S2, C7, 70), np.linspace(-edge, edge, 71), indexing="ij")
    p = surface.point(along, across)
    du, dv = surface.tangents(along, across)
    area = np.linalg.norm(np.cross(du, dv), axis=-1)
    covered = np.zeros(along.shape, bool)
    every = max(1, round(0.16 / rows.step))
    for hand in (0, 1):
        for i in np.flatnonzero(mask[:, hand])[::every]:
            covered |= footprint("palm", hand).covers(p - rows.position[i, hand], rows.orientation[i, hand])
    return float(np.sum(area[covered]) / np.sum(area))
