"""Place: spots of many runs on the skin, in one go for each posture."""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Float, Int

from effleurage.anatomy import Surface, atlas
from effleurage.limits import Contacts, Limit, ZoneLimit, every_limit, lowest
from effleurage.planning._place.ground import Ground
from effleurage.planning._rhythm import smooth
from effleurage.planning._score import Run

_LANE = 0.055
"""Up to here two hands side by side keep their distance from the midline [m], further out their share."""


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Asked:
    """Spots that runs ask for, r of them.

    Attributes:
        points: (x, o), in [m].
        shift: Further x of both hands, in [m].
        run: Index of the run of each.
    """

    points: Float[np.ndarray, "r 2"]
    shift: Float[np.ndarray, "r 2"]
    run: Int[np.ndarray, " r"]


_AROUND = (0.004, 0.003)
"""So much wider a zone counts, in `along` and across [m]."""

_GRAZE = 0.002
"""A way that grazes the armpit between two points that are looked at counts as nearer by this, in [m]."""


@final
@dataclass(frozen=True, kw_only=True, eq=False)
class Spots:
    """Where both hands are on the charts; a hand that works alone counts twice.

    Attributes:
        along: Chart coordinate u.
        across: Chart coordinate v.
        most: Most force that the place allows their tool, in [N].
    """

    along: Float[np.ndarray, "r 2"]
    across: Float[np.ndarray, "r 2"]
    most: Float[np.ndarray, "r 2"]


def on_skin(asked: Asked, runs: Sequence[Run], ground: Callable[[str], Ground]) -> Spots:
    """Chart coordinates of what is asked, and the force that is allowed there.

    A run on a part without a chart asks for where its hands wait, in the back's own coordinates.
    """
    along = np.repeat(asked.points[:, :1], 2, axis=1)
    across = np.repeat(asked.points[:, 1:], 2, axis=1)
    most = np.full(along.shape, np.inf)
    off = np.flatnonzero(np.array([not run.chart for run in runs])[asked.run])
    signs = np.array([(run.signs[0], run.signs[-1]) for run in runs])[asked.run]
    along[off], across[off] = along[off] + asked.shift[off], across[off] * signs[off]
    for posture, chart in dict.fromkeys((run.posture, run.chart) for run in runs if run.chart):
        here = np.array([(run.posture, run.chart) == (posture, chart) for run in runs])
        rows = np.flatnonzero(here[asked.run])
        if not len(rows):
            continue
        if chart == "back":
            along[rows], across[rows] = _on_back(asked, rows, runs, ground(posture))
        else:
            across[rows] *= signs[rows]
        kinds = [(run.tool, run.strikes) for run in runs]
        numbers = np.array([list(dict.fromkeys(kinds)).index(kind) for kind in kinds])[asked.run[rows]]
        surface = ground(posture).surface
        for number, (tool, strikes) in enumerate(dict.fromkeys(kinds)):
            mine = rows[numbers == number]
            if len(mine):
                most[mine] = _allowed(surface, chart, tool, along[mine], across[mine], strikes=strikes)
    return Spots(along=along, across=across, most=most)


def _on_back(
    asked: Asked, rows: Int[np.ndarray, " m"], runs: Sequence[Run], ground: Ground
) -> tuple[Float[np.ndarray, "m 2"], Float[np.ndarray, "m 2"]]:
    signs = np.array([(run.signs[0], run.signs[-1]) for run in runs])[asked.run[rows]]
    two = np.array([len(run.signs) == 2 for run in runs])[asked.run[rows]]
    x, o, shift = asked.points[rows, 0], asked.points[rows, 1], asked.shift[rows]
    along, across = np.empty(signs.shape), np.empty(signs.shape)
    first = np.concatenate([x, x[two]]), np.concatenate([o * signs[:, 0], o[two] * signs[two, 1]])
    u, v = ground.chart_of(*first)
    along[:, 0], across[:, 0] = u[: len(x)], v[: len(x)]
    along[:, 1], across[:, 1] = along[:, 0], across[:, 0]
    along[two, 1], across[two, 1] = u[len(x) :], v[len(x) :]
    shifted = np.any(shift != 0.0, axis=1)
    pair = two & (signs[:, 0] == signs[:, 1]) & shifted
    apart = shifted & ~pair
    if np.any(apart):
        along[apart] = ground.beside(along[apart], across[apart], shift[apart], pair=False)
    if np.any(pair):
        along[pair], across[pair] = _side_by_side(
            ground, along[pair], across[pair], shift[pair], o[pair, None] * signs[pair]
        )
    return along, across


def _side_by_side(
    ground: Ground,
    along: Float[np.ndarray, "n 2"],
    across: Float[np.ndarray, "n 2"],
    shift: Float[np.ndarray, "n 2"],
    lateral: Float[np.ndarray, "n 2"],
) -> tuple[Float[np.ndarray, "n 2"], Float[np.ndarray, "n 2"]]:
    further = ground.beside(along, across, shift, pair=True)
    lane = ground.surface.at(further, lateral, chart="back")
    near = 1.0 - smooth((np.abs(lateral[:, :1]) - _LANE) / _LANE)
    across = across + near * (lane - across)
    return ground.beside(along, across, shift, pair=True), across


def _allowed(
    surface: Surface,
    chart: str,
    tool: str,
    along: Float[np.ndarray, "n 2"],
    across: Float[np.ndarray, "n 2"],
    *,
    strikes: bool,
) -> Float[np.ndarray, "n 2"]:
    """Most force that places on a chart allow a tool, in [N]."""
    patch, at = surface.patch(chart), surface.points(along, across, chart)
    points, lateral = patch.position.at(at), patch.lateral.at(at)[..., 0]
    fold = atlas().place("armpit").centre or (0.0, 0.0)
    back = surface.patch("back").position
    folds = np.stack([back.one(fold[0], side * fold[1]) for side in (1.0, -1.0)])
    away = np.linalg.norm(points[..., None, :] - folds, axis=-1).min(axis=-1) - _GRAZE
    technique = "tapotement" if strikes else None
    contacts = Contacts(
        tool=tool, chart=chart, along=along, lateral=lateral, armpit=away, technique=technique
    )
    return lowest(contacts, _limits())


@functools.cache
def _limits() -> tuple[Limit, ...]:
    """The limits, each zone a little wider: hands move and are sampled anew after forces are chosen."""
    return tuple(
        [limit.widened(*_AROUND) if isinstance(limit, ZoneLimit) else limit for limit in every_limit()]
    )
