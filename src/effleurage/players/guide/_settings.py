"""What the page may say besides commands: what to plan for, and what was done in the end."""

import json
import math
from dataclasses import dataclass
from typing import final

from effleurage.errors import UnknownNameError
from effleurage.routine import Wishes, zone

MOST_ZONES = 30
"""More places than this nobody names."""


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
        routine: Name of a routine of the library, or None for the one that the session began with.
        more: Names of the places where more is wanted; see `routine.zone`.
        avoid: Names of the places where nothing may touch.
        mirrored: The page shows the mirror image of the plan, and has turned the sides of the places.
    """

    height: float
    weight: float
    sex: str
    age: float
    minutes: float | None = None
    routine: str | None = None
    more: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    mirrored: bool = False

    @property
    def wishes(self) -> Wishes:
        """Where more is wanted, and where nothing."""
        return Wishes(more=tuple(map(zone, self.more)), avoid=tuple(map(zone, self.avoid)))


_SIZE = {"height", "weight", "sex", "age", "minutes"}
_CHOSEN = {"routine", "more", "avoid", "mirrored"}


def settings(message: str) -> Settings | None:
    """Settings from the page's JSON, or None if it holds anything else."""
    try:
        said = json.loads(message)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or set(said) - _CHOSEN != _SIZE:
        return None
    numbers = [said[name] for name in ("height", "weight", "age")]
    numbers += [] if said["minutes"] is None else [said["minutes"]]
    if not all(_number(number) for number in numbers) or said["sex"] not in ("female", "male"):
        return None
    if said["minutes"] is not None and not 1 <= said["minutes"] <= 240:
        return None
    routine, more, avoid = said.get("routine"), said.get("more", []), said.get("avoid", [])
    if not (routine is None or (isinstance(routine, str) and len(routine) <= 80)):
        return None
    mirrored = said.get("mirrored", False)
    if not (_zones(more) and _zones(avoid) and isinstance(mirrored, bool)):
        return None
    size = {name: said[name] for name in _SIZE}
    return Settings(**size, routine=routine, more=tuple(more), avoid=tuple(avoid), mirrored=mirrored)


def _zones(names: object) -> bool:
    """A short list of names of places."""
    if not isinstance(names, list) or len(names) > MOST_ZONES or not all(isinstance(n, str) for n in names):
        return False
    try:
        return all(zone(name) for name in names)
    except UnknownNameError:
        return False


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


@final
@dataclass(frozen=True, kw_only=True)
class Ending:
    """What the page tells when a session is over.

    Attributes:
        minutes: How long it lasted, in [min].
        done: Indices of the movements that were done.
        felt: How the receiver found the pressure: ``soft``, ``right``, ``firm`` or None.
        word: What the receiver said.
        receiver: What the giver calls them, or None.
    """

    minutes: float
    done: tuple[int, ...]
    felt: str | None
    word: str
    receiver: str | None = None


def ending(message: str) -> Ending | None:
    """An ending from the page's JSON, or None if it holds anything else."""
    try:
        said = json.loads(message)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or set(said) - {"receiver"} != {"minutes", "done", "felt", "word"}:
        return None
    done, word, receiver = said["done"], said["word"], said.get("receiver")
    if not isinstance(done, list) or len(done) > 200 or not all(type(index) is int for index in done):
        return None
    if not _number(said["minutes"]) or not 0 <= said["minutes"] <= 1440:
        return None
    if said["felt"] not in (None, "soft", "right", "firm") or not isinstance(word, str) or len(word) > 500:
        return None
    if receiver is not None and not (isinstance(receiver, str) and len(receiver) <= 80):
        return None
    return Ending(minutes=said["minutes"], done=tuple(done), felt=said["felt"], word=word, receiver=receiver)
