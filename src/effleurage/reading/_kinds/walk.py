"""The walk through a sentence's clauses: what moves so far, and what was named on the way."""

from dataclasses import dataclass, field
from typing import final

from effleurage.reading._slots.state import State
from effleurage.reading._slots.work import ON_THE_SPOT
from effleurage.reading._slots.written import Clause, PlaceRef

Motion = tuple[Clause, str | None]
"""A clause in which hands move, press or hold, and its technique."""


@final
@dataclass(slots=True)
class Walk:
    """How far the clauses of a sentence have been gone through.

    Attributes:
        parts: All of them.
        state: The context of the sentence.
        scratch: The same, moved on by what the sentence has told so far.
        found: The motions so far.
        carried: How a motion goes on that is still to come.
        spoken: The place that was last spoken of.
        warmed: The clause that made a hand ready, which later ones may work with.
        opened: The motion that left open where it goes.
    """

    parts: list[Clause]
    state: State
    scratch: State
    found: list[Motion] = field(default_factory=list)
    carried: list[Clause] = field(default_factory=list)
    spoken: PlaceRef | None = None
    warmed: Clause | None = None
    opened: Clause | None = None

    def after(self, n: int) -> Clause | None:
        """The clause behind one, or None."""
        return self.parts[n + 1] if n + 1 < len(self.parts) else None


def still_at(parts: list[Clause], n: int) -> str | None:
    """As in "Still kneading, travel up to the armpit and down again": what is done on all the way."""
    first = parts[0]
    bare = not (first.places or first.directions or first.tool or first.counted)
    if not (first.leading and bare and first.technique in ON_THE_SPOT) or n == 0:
        return None
    return first.technique if parts[n].act == "go" and not parts[n].tool else None
