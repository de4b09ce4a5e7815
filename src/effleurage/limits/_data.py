"""The rows of `data/*.toml`, read once."""

import functools
import tomllib
from importlib import resources
from typing import Any


@functools.cache
def rows(name: str) -> dict[str, Any]:
    """The content of ``data/<name>.toml``."""
    return tomllib.loads((resources.files("effleurage.limits") / "data" / f"{name}.toml").read_text("utf-8"))
