"""Meaning: what a sentence turned out to be."""

from dataclasses import dataclass, field
from typing import Any, final

from effleurage.reading._slots.written import Clause
from effleurage.routine import Arrangement, Kind, Limit, Stroke


@final
@dataclass(slots=True)
class Meaning:
    """What a sentence turned out to be."""

    kind: Kind
    strokes: list[Stroke] = field(default_factory=list)
    limits: list[Limit] = field(default_factory=list)
    arrangement: Arrangement | None = None
    topic: str | None = None
    beforehand: bool = False
    repeat: Clause | None = None
    more: list[Clause] = field(default_factory=list)
    problem: str | None = None
    shape: dict[str, Any] = field(default_factory=dict)
    crossing: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    sets_side: bool = False
    takes_over: int = 0
    """So many sentences before is the change of sides that it says the same of, or 0."""
    left: list[Stroke] = field(default_factory=list)
    """What that sentence does besides, and goes on doing."""
    names: bool = False
    """It may only name the stroke that the sentences behind it tell."""
    likens: bool = False
    """It may only say that the sentences behind it tell what is like the stroke before, at another place."""
    outcome: list[tuple[Clause, str | None]] = field(default_factory=list)
