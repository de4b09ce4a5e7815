"""Air: how a hand gets from one contact to the next, and where it waits."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float, Int

from effleurage.performance import LEFT, RIGHT, Station
from effleurage.planning._data import rows
from effleurage.planning._place.ground import Ground
from effleurage.planning._rhythm import smooth


@final
@dataclass(frozen=True, kw_only=True)
class Hover:
    """A hand somewhere over a chart.

    Attributes:
        chart: Name of the chart.
        along: Chart coordinate u.
        across: Chart coordinate v.
        heading: Angle of the tool, in [rad].
        lift: Height over the skin, in [m].
    """

    chart: str
    along: float
    across: float
    heading: float
    lift: float


@final
@dataclass(frozen=True, kw_only=True)
class Flown:
    """Ways through the air, one after the other; n samples.

    Attributes:
        flight: Number of the way that each sample is of.
        step: Number of the sample in it.
        chart: Index of the chart.
        along: Chart coordinate u.
        across: Chart coordinate v.
        heading: Angle of the tool, in [rad].
        lift: Height over the skin, in [m].
        share: How far it has come, from 0 to 1.
    """

    flight: Int[np.ndarray, " n"]
    step: Int[np.ndarray, " n"]
    chart: Int[np.ndarray, " n"]
    along: Float[np.ndarray, " n"]
    across: Float[np.ndarray, " n"]
    heading: Float[np.ndarray, " n"]
    lift: Float[np.ndarray, " n"]
    share: Float[np.ndarray, " n"]


def hover(station: Station, hand: int) -> Hover:
    """Where an idle hand waits: over the giver's side of the back, near them, fingers toward the back."""
    row = rows()["hover"]
    side = {"right": -1.0, "left": 1.0}.get(station.side, -1.0 if hand == LEFT else 1.0)
    head_side = LEFT if side > 0 else RIGHT
    along = row["along"][1 if hand == head_side else 0]
    if station.side == "middle":
        along = row["behind_head"]
    across = side * row["across"]
    heading = -side * np.radians(60.0) if station.side != "middle" else np.pi
    if station.where == "hips":
        heading = -side * np.radians(20.0)
    return Hover(chart="back", along=along, across=across, heading=float(heading), lift=row["lift"])


def flight_time(a: Hover, b: Hover, ground: Ground) -> float:
    """Time of a way through the air, in [s]."""
    row = rows()["air"]
    apart = math.hypot((b.along - a.along) * ground.length, (b.across - a.across) * row["half_breadth"])
    distance = apart if a.chart == b.chart else row["far"]
    distance *= 1.0 + 0.6 * (a.across * b.across < 0)
    climb = row["lift"] + abs(a.lift - b.lift)
    turn = abs(b.heading - a.heading)
    gentle = math.sqrt((5.8 * distance + 24.0 * climb * 0.6) / row["acceleration"])
    return max(row["least"], gentle, 1.9 * turn / 2.0)


def fly(ways: Sequence[tuple[Hover, Hover]], counts: Int[np.ndarray, " f"], charts: tuple[str, ...]) -> Flown:
    """Ways through the air, all at once.

    Args:
        ways: Where each leads from and to.
        counts: In how many samples: the first one step after where it begins, the last one before its end.
        charts: Names of the charts.
    """
    flight = np.repeat(np.arange(len(ways)), counts)
    step = np.arange(len(flight)) - (np.cumsum(counts) - counts)[flight]
    first, last = (
        np.array([(charts.index(at.chart), at.along, at.across, at.heading, at.lift) for at in ends])
        for ends in zip(*ways, strict=True)
    )
    (chart, along, across, heading, lift), change = first[flight].T, (last - first)[flight].T
    s = (step + 1.0) / (counts + 1.0)[flight]
    share = smooth(s)
    # On to another chart a hand goes at once, halfway.
    on = np.where(change[0] == 0.0, share, share >= 0.5)
    across_spine = (first[:, 2] * last[:, 2] < 0.0)[flight]
    over = np.maximum(rows()["air"]["lift"] + 0.08 * across_spine, np.maximum(lift, lift + change[4]))
    middle = 4.0 * s * (1.0 - s)
    bump = middle * middle * middle
    return Flown(
        flight=flight,
        step=step,
        chart=np.where(share >= 0.5, chart + change[0], chart).astype(int),
        along=along + on * change[1],
        across=across + on * change[2],
        heading=heading + share * change[3],
        lift=lift + share * change[4] + bump * (over - (lift + 0.5 * change[4])),
        share=share,
    )
