"""The rows of `data/planning.toml`, read once."""

import functools
import tomllib
from importlib import resources
from typing import Any


@functools.cache
def rows() -> dict[str, Any]:
    """The content of ``data/planning.toml``."""
    return tomllib.loads(
        (resources.files("effleurage.planning") / "data" / "planning.toml").read_text("utf-8")
    )
