"""The choice of a format by the file's suffix."""

import importlib
import os
from pathlib import Path

from effleurage.errors import UsageError
from effleurage.performance import Performance, validate

_WRITERS = {
    ".npz": ("effleurage.performance", "save"),
    ".csv": ("effleurage.players.export._csv", "write_csv"),
    ".parquet": ("effleurage.players.export._parquet", "write_parquet"),
    ".glb": ("effleurage.players.export._glb", "write_glb"),
}

SUFFIXES = tuple(_WRITERS)
"""The formats that `write` knows."""


def write(performance: Performance, path: str | os.PathLike[str]) -> None:
    """Write a performance in the format of the suffix.

    Args:
        performance: What to write.
        path: The file; see `SUFFIXES`.

    Raises:
        UsageError: If the suffix is unknown, the file cannot be written, or an extra is missing.
        InputError: If the performance contradicts itself.
    """
    module, function = _WRITERS[checked_suffix(path)]
    validate(performance)
    getattr(importlib.import_module(module), function)(performance, path)


def checked_suffix(path: str | os.PathLike[str]) -> str:
    """The suffix of an output, known before any work is done for it.

    Raises:
        UsageError: If no format has it.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in _WRITERS:
        problem = f"unknown suffix {suffix!r}" if suffix else "the name has no suffix"
        raise UsageError(
            f"cannot write {os.fspath(path)}: {problem}", hint=f"known are {', '.join(SUFFIXES)}"
        )
    return suffix
