"""The questions of the health gate, from their data file."""

import tomllib
from functools import cache
from importlib import resources

from effleurage.players.guide._schema import HealthInfo

OUTCOMES = ("stop", "doctor", "round")
"""What may follow from an answer, the strictest first."""


@cache
def health() -> tuple[HealthInfo, ...]:
    """What is asked before anybody is touched, and what follows from it."""
    text = (resources.files("effleurage.players.guide") / "data" / "health.toml").read_text("utf-8")
    return tuple(HealthInfo(name=row["name"], outcome=row["outcome"]) for row in tomllib.loads(text)["row"])
