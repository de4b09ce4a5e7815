"""What a measurement says, and the small tools with which the holds are measured."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from .rows import HANDS, Rows


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One hold, measured: the worst value found, when, and by which hand."""

    hold: str
    ok: bool
    worst: float
    bound: str
    when: float = np.nan
    hand: str = ""
    movement: int = -1
    detail: str = ""

    def __str__(self) -> str:
        where = f" at {self.when:.2f} s" if np.isfinite(self.when) else ""
        hand = f" ({self.hand})" if self.hand else ""
        mark = "ok  " if self.ok else "FAIL"
        detail = f"  {self.detail}" if self.detail else ""
        return f"{mark} {self.hold}: {self.worst:.4g}, wanted {self.bound}{where}{hand}{detail}"


def at_most(hold: str, values, bound: float, *, when=None, hand="", movement=-1, unit="") -> Measure:
    """The largest value must not exceed `bound`; nothing measured is a failure."""
    return _extreme(hold, values, bound, np.nanargmax, when, hand, movement, f"≤ {bound:g} {unit}".strip(), 1)


def at_least(hold: str, values, bound: float, *, when=None, hand="", movement=-1, unit="") -> Measure:
    """The smallest value must reach `bound`; nothing measured is a failure."""
    return _extreme(
        hold, values, bound, np.nanargmin, when, hand, movement, f"≥ {bound:g} {unit}".strip(), -1
    )


def between(
    hold: str, values, low: float, high: float, *, when=None, hand="", movement=-1, unit=""
) -> Measure:
    """All values must lie between two bounds; nothing measured is a failure."""
    values = np.atleast_1d(np.asarray(values, float))
    off = np.maximum(low - values, values - high)
    wanted = f"{low:g}–{high:g} {unit}".strip()
    measure = _extreme(hold, off, 0.0, np.nanargmax, when, hand, movement, wanted, 1)
    if not np.isfinite(measure.worst):
        return measure
    worst = float(values[np.nanargmax(off)])
    return Measure(**{**vars(measure), "worst": worst})


def true(hold: str, ok, *, when=np.nan, movement=-1, detail="", worst=np.nan) -> Measure:
    """A statement that holds or does not."""
    return Measure(
        hold=hold, ok=bool(ok), worst=worst, bound="true", when=when, movement=movement, detail=detail
    )


def _extreme(hold, values, bound, which, when, hand, movement, wanted, sign) -> Measure:
    values = np.atleast_1d(np.asarray(values, float))
    if not np.any(np.isfinite(values)):
        return Measure(
            hold=hold, ok=False, worst=np.nan, bound=wanted, movement=movement, detail="nothing to measure"
        )
    i = int(which(values))
    worst = float(values[i])
    at = np.nan if when is None else float(np.broadcast_to(when, values.shape)[i])
    name = hand if isinstance(hand, str) else HANDS[int(np.broadcast_to(hand, values.shape)[i])]
    return Measure(
        hold=hold,
        ok=sign * worst <= sign * bound + 1e-9,
        worst=worst,
        bound=wanted,
        when=at,
        hand=name,
        movement=movement,
    )


@dataclass(frozen=True)
class Run:
    """Contact of one hand without a break: rows `start` to `stop` (exclusive)."""

    hand: int
    start: int
    stop: int

    @property
    def rows(self) -> slice:
        """Its rows."""
        return slice(self.start, self.stop)

    @property
    def last(self) -> int:
        """Its last row."""
        return self.stop - 1


def spells(mask: np.ndarray) -> Iterator[tuple[int, int]]:
    """Start and stop of every stretch in which `mask` is true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.astype(np.int8), [0]])))
    yield from zip(edges[0::2].tolist(), edges[1::2].tolist(), strict=True)


def runs(rows: Rows, mask: np.ndarray) -> list[Run]:
    """Every stretch in which `mask` (t, 2) is true, by start."""
    found = [Run(hand, a, b) for hand in (0, 1) for a, b in spells(mask[:, hand])]
    return sorted(found, key=lambda run: (run.start, run.stop))


def strokes(rows: Rows, *, tool: str | None = None, moved: float = 0.02) -> list[Run]:
    """The contacts of a hand, told phases only, that travel at least `moved` metres."""
    mask = rows.told if tool is None else rows.told & (rows.tool == tool)
    return [run for run in runs(rows, mask) if reach(rows, run) >= moved]


def reach(rows: Rows, run: Run) -> float:
    """Farthest distance of a run from its start, in [m]."""
    p = rows.position[run.rows, run.hand]
    return float(np.nanmax(np.linalg.norm(p - p[0], axis=-1), initial=0.0))


def crossings(values: np.ndarray) -> np.ndarray:
    """Rows before which the sign of `values` changes; zeros count with what follows."""
    sign = np.sign(values)
    for i in range(len(sign) - 2, -1, -1):
        sign[i] = sign[i] or sign[i + 1]
    return np.flatnonzero(sign[1:] * sign[:-1] < 0) + 1


def between_rows(values: np.ndarray, row: int, weight: float) -> np.ndarray:
    """The value a share `weight` of the way from the row before to `row`."""
    return values[row - 1] * (1 - weight) + values[row] * weight


def failed(measures: Iterable[Measure]) -> list[Measure]:
    """Those that do not hold."""
    return [measure for measure in measures if not measure.ok]
