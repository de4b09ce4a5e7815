"""Comma-separated values, as any spreadsheet and data frame reads them."""

import csv
import io
import os

import numpy as np

from effleurage.files import write_text
from effleurage.performance import Performance
from effleurage.players.export._table import Column, Names, table

DECIMALS = {"time_s": 6, "force_n": 4, "pressure_kpa": 5}
"""Decimals of the float columns; 7 for the others: a tenth of a micrometre in positions."""


def write_csv(performance: Performance, path: str | os.PathLike[str]) -> None:
    """Write one row per hand and sample; what is unknown or none is empty.

    Args:
        performance: What to write.
        path: The file.

    Raises:
        UsageError: If it cannot be written there.
    """
    columns = table(performance)
    cells = [_cells(column, DECIMALS.get(name, 7)) for name, column in columns.items()]
    rows = map(",".join, zip(*cells, strict=True))
    write_text(path, "\n".join([",".join(columns), *rows, ""]))


def _cells(column: Column, decimals: int) -> list[str]:
    if isinstance(column, Names):
        words = [_quoted(word) for word in column.words]
        return [words[index] for index in column.index.tolist()]
    if column.dtype.kind == "b":
        return ["true" if value else "false" for value in column.tolist()]
    if column.dtype.kind == "f":
        form = f"%.{decimals}f"
        # Adding 0 turns the −0 that rounding leaves into 0.
        rounded = (np.round(column.astype(float), decimals) + 0.0).tolist()
        return ["" if value != value else form % value for value in rounded]
    return list(map(str, column.tolist()))


def _quoted(word: str) -> str:
    """A name as a CSV field, in quotes where it must be."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([word])
    return line.getvalue() if word else ""
