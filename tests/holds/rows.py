"""The exported rows, read back."""

import csv
import io
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

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
    time = _numbers(column["time_s"])
    if not np.array_equal(time[:, 0], time[:, 1]) or np.any(np.diff(time[:, 0]) <= 0):
        raise ValueError("expected the two hands' rows at the same, rising times")
    return Rows(
        time=time[:, 0],
        contact=np.isin(np.char.lower(_words(column["contact"])), ("1", "true")),
        position=np.stack([_numbers(column[name]) for name in ("x_m", "y_m", "z_m")], axis=-1),
        orientation=np.stack([_numbers(column[name]) for name in ("qw", "qx", "qy", "qz")], axis=-1),
        force=np.nan_to_num(_numbers(column["force_n"])),
        pressure=np.nan_to_num(_numbers(column["pressure_kpa"])),
        along=_numbers(column["along"]),
        across=_numbers(column["across"]),
        span=np.stack([_whole(column["span_start"]), _whole(column["span_end"])], axis=-1),
        **{name: _words(column[name]) for name in ("phase", "tool", "chart", "posture", "station")},
        **{name: _whole(column[name]) for name in ("movement", "stroke", "repeat")},
    )


def _words(values: tuple[str, ...]) -> np.ndarray:
    return np.array(values).reshape(-1, 2)


def _numbers(values: tuple[str, ...]) -> np.ndarray:
    return np.array([float(value) if value else np.nan for value in values]).reshape(-1, 2)


def _whole(values: tuple[str, ...]) -> np.ndarray:
    return np.array([int(float(value)) if value else -1 for value in values]).reshape(-1, 2)
