"""Air: how a hand gets from one contact to the next, and where it waits."""

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
class Flight:
    """A way through the air; n samples."""

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
    apart = np.hypot((b.along - a.along) * ground.length, (b.across - a.across) * row["half_breadth"])
    distance = float(apart) if a.chart == b.chart else row["far"]
    distance *= 1.0 + 0.6 * (a.across * b.across < 0)
    climb = row["lift"] + abs(a.lift - b.lift)
    turn = abs(b.heading - a.heading)
    gentle = np.sqrt((5.8 * distance + 24.0 * climb * 0.6) / row["acceleration"])
    return float(max(row["least"], gentle, 1.9 * turn / 2.0))


def fly(a: Hover, b: Hover, n: int, charts: tuple[str, ...]) -> Flight:
    """A way through the air in `n` samples, the first one step after `a`, the last one step before `b`."""
    s = (np.arange(n) + 1.0) / (n + 1.0)
    share = smooth(s)
    half = share >= 0.5
    if a.chart == b.chart:
        along, across = a.along + share * (b.along - a.along), a.across + share * (b.across - a.across)
        chart = np.full(n, charts.index(a.chart))
    else:
        along, across = np.where(half, b.along, a.along), np.where(half, b.across, a.across)
        chart = np.where(half, charts.index(b.chart), charts.index(a.chart))
    most = max(a.lift, b.lift)
    over = max(rows()["air"]["lift"] + (0.08 if a.across * b.across < 0 else 0.0), most)
    middle = 4.0 * s * (1.0 - s)
    bump = middle * middle * middle
    lift = a.lift + share * (b.lift - a.lift) + bump * (over - 0.5 * (a.lift + b.lift))
    return Flight(
        chart=chart,
        along=along,
        across=across,
        heading=a.heading + share * (b.heading - a.heading),
        lift=lift,
        share=share,
    )
