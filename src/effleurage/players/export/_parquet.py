"""Parquet: the same columns with types, for pandas, DuckDB and their like."""

import json
import os
from typing import Any

from effleurage.errors import UsageError
from effleurage.files import atomic_write
from effleurage.performance import Performance
from effleurage.players.export._table import COLUMNS, NONE, Column, Names, table


def write_parquet(performance: Performance, path: str | os.PathLike[str]) -> None:
    """Write the table with types; what is unknown or none is null.

    Args:
        performance: What to write; its title, movements and person go into the file's metadata.
        path: The file.

    Raises:
        UsageError: If it cannot be written there, or pyarrow is missing.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise UsageError(
            "writing Parquet needs pyarrow", hint="pip install 'effleurage[parquet]', or write .csv"
        ) from error
    columns = {name: _array(pa, column) for name, column in table(performance).items()}
    fields = [
        pa.field(name, array.type, metadata={"description": COLUMNS[name]}) for name, array in columns.items()
    ]
    about = {
        "title": performance.title,
        "movements": performance.movements,
        "person": vars(performance.person),
    }
    schema = pa.schema(fields, metadata={"effleurage": json.dumps(about)})
    with atomic_write(path) as temporary:
        pq.write_table(pa.table(columns, schema=schema), temporary, compression="zstd")


def _array(pa: Any, column: Column) -> Any:
    if isinstance(column, Names):
        words = [None if word == NONE else word for word in column.words]
        return pa.DictionaryArray.from_arrays(pa.array(column.index), pa.array(words, pa.string())).cast(
            pa.string()
        )
    return pa.array(column, from_pandas=column.dtype.kind == "f")
