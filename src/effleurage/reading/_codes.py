"""The reader's codes: short and long explanations, from a table."""

import functools
import tomllib
from importlib import resources

from effleurage.errors import UnknownNameError


@functools.cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((resources.files("effleurage.reading") / "data" / "codes.toml").read_text("utf-8"))


def codes() -> tuple[str, ...]:
    """All codes that the reader may report."""
    return tuple(_table())


def explain(code: str) -> str:
    """The long explanation of a code.

    Raises:
        UnknownNameError: If there is no such code.
    """
    table = _table()
    name = code.strip().upper()
    if name not in table:
        raise UnknownNameError("code", code, codes())
    row = table[name]
    return f"{name}: {row['short']} ({row['severity']})\n\n{row['long'].strip()}\n"
