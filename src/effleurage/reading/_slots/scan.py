"""The state of one pass over a clause's words: the last preposition, what waits for its noun."""

from dataclasses import dataclass, field
from typing import final

from effleurage.reading._slots.written import Clause
from effleurage.reading._words.mark import Mark
from effleurage.routine import Relation


@final
@dataclass(slots=True)
class Scan:
    """What the words so far say about the next one.

    Attributes:
        clause: The clause that is filled.
        limb: The limb that the text is about, or None.
        tool: The tool last used before this clause.
        role: The role that the next place has.
        relation: How the next spot lies to the next place.
        pending: Articles, quantities and adjectives that wait for their noun.
        owner: "mine" or "theirs" where a possessive said so.
        part: A part ("the edge of") or tissue that waits for its place.
        hold_role: The role that a tissue hands on to the place behind it.
        after_comma: A comma was passed.
        marks: The clause's words.
    """

    clause: Clause
    limb: str | None
    tool: str | None
    role: str = "topic"
    relation: Relation | None = None
    pending: list[Mark] = field(default_factory=list)
    owner: str | None = None
    part: Mark | None = None
    hold_role: str | None = None
    after_comma: bool = False
    marks: list[Mark] = field(init=False)

    def __post_init__(self) -> None:
        self.marks = self.clause.marks
