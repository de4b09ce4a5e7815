"""Which movement is which, from its rows alone: order and names may differ."""

import numpy as np

from .measure import crossings, runs, strokes
from .receiver import Receiver
from .rows import Rows

UPPER = 0.55


def recognise(rows: Rows, receiver: Receiver) -> dict[int, str]:
    """The name of every movement that has rows of contact; "" when it looks like none of the seven."""
    return {
        int(m): _name(rows.within(rows.movement[:, 0] == m), receiver)
        for m in np.unique(rows.movement)
        if np.any(rows.told[rows.movement[:, 0] == m])
    }


def _name(rows: Rows, receiver: Receiver) -> str:
    told = rows.told & (rows.phase == "stroke")
    tools, count = np.unique(rows.tool[told], return_counts=True)
    share = dict(zip(tools.tolist(), (count / max(count.sum(), 1)).tolist(), strict=True))
    if share.get("forearm", 0) > 0.2:
        return "forearm"
    if np.any(rows.tool[rows.told] == "grip"):
        return "kneading"
    if share.get("fingertips", 0) > 0.5:
        return "pulling"
    if share.get("palm", 0) < 0.5:
        return ""
    lateral = receiver.lateral(rows)
    together = np.mean(rows.contact[told.any(axis=1)].all(axis=1))
    swung = [_swings(rows, lateral, hand) for hand in (0, 1)]
    if min(swung) >= 2 and together > 0.9:
        return "eight"
    fans = strokes(rows, moved=0.03)
    starts = [rows.along[run.start, run.hand] for run in fans]
    if np.any(rows.phase == "return") and np.min(starts, initial=1.0) < UPPER:
        return "spreading"
    return "butterfly" if np.min(starts, initial=1.0) > UPPER else "fanning"


def _swings(rows: Rows, lateral: np.ndarray, hand: int) -> int:
    """How often a hand crosses the midline within its contacts, going at least 5 cm to each side."""
    total = 0
    mask = np.zeros_like(rows.contact)
    mask[:, hand] = rows.contact[:, hand] & np.isfinite(lateral[:, hand])
    for run in runs(rows, mask):
        path = lateral[run.rows, hand]
        if path.min() < -0.05 and path.max() > 0.05:
            total += len(crossings(path))
    return total
