"""Zones on the skin: where a run of strokes meets the places that somebody named."""

import functools
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from importlib import resources
from typing import Any, final

import numpy as np
from jaxtyping import Bool, Float

from effleurage.anatomy import Region, atlas
from effleurage.planning._data import rows
from effleurage.planning._place.where import Where
from effleurage.planning._score import Leg, Run
from effleurage.routine import Side, Zone, zone

Place = tuple[tuple[float, float], float, tuple[float, ...]]
"""Where hands are: (x, o), heading, further x of each hand."""

_GRAIN = 0.012
"""Way points are looked at this close to each other, in [m]."""


@functools.cache
def wish_rows() -> dict[str, Any]:
    """The content of ``data/wishes.toml``."""
    text = (resources.files("effleurage.planning") / "data" / "wishes.toml").read_text("utf-8")
    return tomllib.loads(text)


@final
@dataclass(frozen=True)
class Patch:
    """A place with the sides that are meant: +1 left, −1 right, both."""

    region: Region
    signs: tuple[float, ...]


def patches(zones: Iterable[Zone], *, wide: bool = False) -> tuple[Patch, ...]:
    """The places that zones cover; a place that lies across the midline is cut where a side is named.

    Args:
        zones: What was named.
        wide: Take in what lies close by: where more is wanted, the base of the neck is the neck, too.
    """
    signs = {Side.LEFT: (1.0,), Side.RIGHT: (-1.0,)}
    covers, close = wish_rows()["covers"], wish_rows()["close"] if wide else {}
    return tuple(
        Patch(atlas().place(name), signs.get(named.side, (1.0, -1.0)))
        for named in zones
        for name in (
            named.place.value,
            *covers.get(named.place.value, ()),
            *close.get(named.place.value, ()),
        )
    )


def meets(
    patch: Patch,
    chart: str,
    along: Float[np.ndarray, "*n"],
    across: Float[np.ndarray, "*n"],
    *,
    margin: tuple[Float[np.ndarray, "*n"] | float, Float[np.ndarray, "*n"] | float] = (0.0, 0.0),
) -> Bool[np.ndarray, "*n"]:
    """Which points of a chart lie in a patch, widened by a margin in chart coordinates."""
    region = patch.region
    if region.chart != chart or region.along is None or region.across is None:
        return np.zeros(np.shape(along), bool)
    level = (along > region.along[0] - margin[0]) & (along < region.along[1] + margin[0])
    inside = np.zeros(np.shape(along), bool)
    for sign in patch.signs:
        low, high = region.across
        if not region.paired:
            low, high = (low, high) if len(patch.signs) == 2 else (0.0, high)
        inside |= (sign * across > low - margin[1]) & (sign * across < high + margin[1])
    return level & inside


@final
@dataclass(frozen=True)
class Trace:
    """The way of one leg, in points close to each other; n points of h hands.

    Attributes:
        points: (x, o), in [m].
        turn: Heading, in [rad].
        shift: Further x of each hand, in [m].
        length: Way from its beginning, in [m].
        inside: Some hand is in a patch there.
    """

    points: Float[np.ndarray, "n 2"]
    turn: Float[np.ndarray, " n"]
    shift: Float[np.ndarray, "n h"]
    length: Float[np.ndarray, " n"]
    inside: Bool[np.ndarray, " n"]

    def at(self, index: int) -> Place:
        """Where the hands are at one of the points."""
        x, o = (float(value) for value in self.points[index])
        return (x, o), float(self.turn[index]), tuple(float(value) for value in self.shift[index])


def traces(
    run: Run, zones: tuple[Patch, ...], where: Callable[[str], Where], *, gap: float | None = None
) -> list[Trace]:
    """Where the legs of a run lead.

    Args:
        run: One contact.
        zones: The patches.
        where: Finds places on the skin of a posture.
        gap: The tool's own breadth counts, too, and its edge keeps this far off, in [m].
    """
    found = _ways(run)
    if not found:
        return []
    if run.chart != "back":
        return [
            replace(trace, inside=trace.inside | any(_about(patch, run, leg) for patch in zones))
            for trace, leg in zip(found, run.legs, strict=True)
        ]
    ground = where(run.posture).ground
    points = np.concatenate([trace.points for trace in found])
    shift = np.concatenate([trace.shift for trace in found])
    along, across = ground.chart_of(points[:, :1] + shift, points[:, 1:] * np.array(run.signs))
    margin = (0.0, 0.0)
    if gap is not None:
        reach = rows()["half_width"][run.tool] + gap
        breadth = np.abs(ground.y(along, np.full_like(along, 0.9))) / 0.9
        margin = (reach / ground.length, reach / np.maximum(breadth, 0.05))
    inside = np.zeros(along.shape, bool)
    for patch in zones:
        inside |= meets(patch, "back", along, across, margin=margin)
    cuts = np.cumsum([len(trace.points) for trace in found])[:-1]
    return [
        replace(trace, inside=part)
        for trace, part in zip(found, np.split(inside.any(axis=1), cuts), strict=True)
    ]


def _about(patch: Patch, run: Run, leg: Leg) -> bool:
    """A leg off the back's chart is on a patch: on its chart, or on the part that its words name."""
    if run.chart:
        return patch.region.chart == run.chart
    return bool(leg.cue.region) and any(
        other.region.name == patch.region.name and set(other.signs) & set(patch.signs)
        for other in patches([zone(leg.cue.region)])
    )


def _ways(run: Run) -> list[Trace]:
    at, turn, shift = np.array(run.begin, float), run.turn, np.array(run.shift, float)
    found = []
    for leg in run.legs:
        found.append(_way(leg, at, turn, shift))
        at, turn, shift = found[-1].points[-1], float(found[-1].turn[-1]), found[-1].shift[-1]
    return found


def _way(leg: Leg, at: np.ndarray, turn: float, shift: np.ndarray) -> Trace:
    if not leg.travels:
        return Trace(at[None], np.array([turn]), shift[None], np.zeros(1), np.zeros(1, bool))
    points = np.vstack([at, leg.points])
    length = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    grain = np.linspace(0.0, length[-1], max(2, int(length[-1] / _GRAIN)))
    columns = np.column_stack([points, np.append(turn, leg.turn), np.vstack([shift, leg.shift])]).T
    even = np.column_stack([np.interp(grain, length, column) for column in columns])
    return Trace(even[:, :2], even[:, 2], even[:, 3:], grain, np.zeros(len(grain), bool))
