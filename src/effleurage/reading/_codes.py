"""What the reader's codes mean, at length."""

import tomllib
from functools import cache
from importlib import resources

from effleurage.errors import UnknownNameError


@cache
def codes() -> dict[str, dict[str, str]]:
    """The table of codes: title, explanation and an example for each."""
    return tomllib.loads(
        resources.files("effleurage.reading").joinpath("data", "codes.toml").read_text("utf-8")
    )


def explanation(code: str) -> str:
    """The long explanation of a code.

    Raises:
        UnknownNameError: If there is no such code.
    """
    plain = code.strip().upper()
    if plain not in codes():
        raise UnknownNameError("code", code, codes())
    row = codes()[plain]
    return f"{plain}: {row['title']}\n\n{row['text'].strip()}\n"
