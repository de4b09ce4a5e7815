"""The exported rows, read back."""

import csv
import io
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from effleurage.performance import Performance
from effleurage.players import export

HANDS = ("left", "right")
_COLUMNS = """
time_s hand phase tool contact chart along across x_m y_m z_m qw qx qy qz force_n pressure_kpa
posture station movement stroke repeat span_start span_end
"""
COLUMNS = _COLUMNS.split()
TOLD = ("place", "stroke", "hold")


@dataclass(frozen=True, kw_only=True)
class Rows:
    """Columns of the export as arrays of time × hand (left, right)."""

    time: np.ndarray
    phase: np.ndarray
    tool: np.ndarray
    contact: np.ndarray
    chart: np.ndarray
    along: np.ndarray
    across: np.ndarray
    position: np.ndarray
    orientation: np.ndarray
    force: np.ndarray
    pressure: np.ndarray
    posture: np.ndarray
    station: np.ndarray
    movement: np.ndarray
    stroke: np.ndarray
    repeat: np.ndarray
    span: np.ndarray

    def __len__(self) -> int:
        return len(self.time)

    @property
    def step(self) -> float:
        """Time between rows, in [s]."""
        return float(np.median(np.diff(self.time)))

    @property
    def told(self) -> np.ndarray:
        """Contact in the phases that the notes bound."""
        return self.contact & np.isin(self.phase, TOLD)

    def within(self, mask: np.ndarray) -> "Rows":
        """The rows of the times where `mask` (t,) is true."""
        return replace(self, **{name: value[mask] for name, value in vars(self).items()})


def of(performance: Performance) -> Rows:
    """The rows of a performance, as the CSV would have them, without writing it."""
    table = {
        name: column if isinstance(column, np.ndarray) else np.array(column.words)[column.index]
        for name, column in export.table(performance).items()
    }
    return _rows({name: column.reshape(-1, 2) for name, column in table.items()})


def read(source: Path | str) -> Rows:
    """Read an exported CSV: a path, or its text.

    Raises:
        ValueError: If its columns or its order are not those of the design.
    """
    text = source.read_text("utf-8") if isinstance(source, Path) else source
    lines = csv.reader(io.StringIO(text))
    head = next(lines)
    if head != COLUMNS:
        raise ValueError(f"expected the columns {COLUMNS}, got {head}")
    column = dict(zip(COLUMNS, zip(*lines, strict=True), strict=True))
    if set(column["hand"][0::2]) != {"left"} or set(column["hand"][1::2]) != {"right"}:
        raise ValueError("expected a row for the left and one for the right hand at every time")
    words = ("phase", "tool", "chart", "posture", "station")
    whole = ("movement", "stroke", "repeat", "span_start", "span_end")
    table = {
        name: _words(values) if name in words else _whole(values) if name in whole else _numbers(values)
        for name, values in column.items()
        if name not in ("hand", "contact")
    }
    table["contact"] = np.isin(np.char.lower(_words(column["contact"])), ("1", "true"))
    if not np.array_equal(table["time_s"][:, 0], table["time_s"][:, 1]):
        raise ValueError("expected the two hands' rows at the same times")
    if np.any(np.diff(table["time_s"][:, 0]) <= 0):
        raise ValueError("expected rising times")
    return _rows(table)


def _rows(table: dict[str, np.ndarray]) -> Rows:
    """Columns (t, 2) as rows."""
    same = ("phase", "tool", "contact", "chart", "along", "across", "posture", "station")
    return Rows(
        time=table["time_s"][:, 0],
        position=np.stack([table[name] for name in ("x_m", "y_m", "z_m")], axis=-1).astype(float),
        orientation=np.stack([table[name] for name in ("qw", "qx", "qy", "qz")], axis=-1).astype(float),
        force=np.nan_to_num(table["force_n"]),
        pressure=np.nan_to_num(table["pressure_kpa"]),
        span=np.stack([table["span_start"], table["span_end"]], axis=-1),
        **{name: table[name] for name in (*same, "movement", "stroke", "repeat")},
    )


def _words(values: tuple[str, ...]) -> np.ndarray:
    return np.array(values).reshape(-1, 2)


def _numbers(values: tuple[str, ...]) -> np.ndarray:
    return np.array([float(value) if value else np.nan for value in values]).reshape(-1, 2)


def _whole(values: tuple[str, ...]) -> np.ndarray:
    return np.array([int(float(value)) if value else -1 for value in values]).reshape(-1, 2)
