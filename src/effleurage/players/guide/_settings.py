"""What the page may ask for before it begins: the receiver's size and the time there is."""

import json
import math
from dataclasses import dataclass
from typing import final


@final
@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a session is planned for.

    Attributes:
        height: Standing height, in [m].
        weight: Mass, in [kg].
        sex: ``female`` or ``male``.
        age: In years.
        minutes: Length, in [min], or None for the text's own.
    """

    height: float
    weight: float
    sex: str
    age: float
    minutes: float | None = None


def settings(message: str) -> Settings | None:
    """Settings from the page's JSON, or None if it holds anything else."""
    try:
        said = json.loads(message)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or set(said) != {"height", "weight", "sex", "age", "minutes"}:
        return None
    numbers = [said[name] for name in ("height", "weight", "age")]
    numbers += [] if said["minutes"] is None else [said["minutes"]]
    if not all(_number(number) for number in numbers) or said["sex"] not in ("female", "male"):
        return None
    if said["minutes"] is not None and not 1 <= said["minutes"] <= 240:
        return None
    return Settings(**said)


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
