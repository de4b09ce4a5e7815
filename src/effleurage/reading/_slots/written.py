"""What is written: the parts of a clause before anybody asks what they mean together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import final

from effleurage.reading._words.frames import says, telling
from effleurage.reading._words.mark import Mark, Spoken, as_spoken
from effleurage.routine import Duration, Span, Spot


@final
@dataclass(slots=True)
class PlaceRef:
    """A place as a clause names it.

    Attributes:
        place: The contract's place.
        role: How it stands in the clause: object, pre, from, to, path, at, into, off, with, topic.
        plural: It is a plural noun.
        side: The side word that goes with it, or None.
        spot: The place made exact, or None.
        mark: The words.
        line: It is a line along the spine.
        reach: How far it is from the trunk on its limb, or None.
        level: It only says how high on the body ("at waist height", "above the buttocks").
    """

    place: str
    role: str
    plural: bool
    side: str | None
    spot: Spot | None
    mark: Mark
    line: bool = False
    reach: float | None = None
    level: bool = False

    @property
    def points(self) -> bool:
        """It names no place and only points at one ("there", "the starting position")."""
        return self.place in ("there", "origin")

    @property
    def plural_word(self) -> bool:
        """It is written as a plural, though it names one region ("along the ribs")."""
        return self.mark.plural


@final
@dataclass(slots=True, eq=False)
class Clause:
    """One clause as it is written; each is equal to itself only.

    Attributes:
        marks: Its words.
        head: Its verb, or None in a verbless line.
        act: How its verb behaves (see verbs.toml), or "none".
        lemma: The verb's base form.
        technique: What its words say the hands do, or None.
        sub: The kind of subordinate clause, or None.
        link: How it follows the clause before: "", "weak", "strong", "comma".
        neg: The forbidding word, or None.
        subject: Who does it: "imp", "you", "hands", "receiver", "pron" or "thing".
        participle: Its verb is an -ing form without a subject.
        leading: It is a participle before the main clause.
        alternative: It is joined by "or" to the clause before.
        colon: It stands behind a colon.
        own_body: It names a part of the giver's own body that is no tool: "from your own hips".
        lows: Its words in lower case; dozens of questions are only whether one of a few is among them.
        cats: The parts that its words play, for the same reason.
    """

    marks: list[Mark]
    head: Mark | None = None
    act: str = "none"
    lemma: str = ""
    technique: str | None = None
    sub: str | None = None
    link: str = ""
    neg: Mark | None = None
    subject: str = "imp"
    participle: bool = False
    leading: bool = False
    tool: str | None = None
    tool_wide: bool = False
    tool_plural: bool = False
    hands: str | None = None
    hands_stated: bool = False
    tool_role: str = ""
    other_hand: bool = False
    places: list[PlaceRef] = field(default_factory=list)
    directions: list[str] = field(default_factory=list)
    side: str | None = None
    side_stated: bool = False
    pressure: str | None = None
    count: int | None = None
    counted: bool = False
    set_off: bool = False
    lifts: bool = False
    on_each: bool = False
    open_ended: bool = False
    duration: Duration | None = None
    moment: bool = False
    tempo: str | None = None
    gradual: bool = False
    fingers: str | None = None
    together: bool = False
    distance: bool = False
    further: bool = False
    passes: bool = False
    back: bool = False
    homeward: bool = False
    """It only takes the hands back where the stroke before came from."""
    whole: bool = False
    """It goes on until the whole of a region has been gone over."""
    lane: bool = False
    """It takes what was done to the lane beside."""
    in_turn: bool = False
    """The other hand does in it what the hand at work did."""
    again: bool = False
    motion_noun: bool = False
    pronoun: bool = False
    flesh: bool = False
    person: bool = False
    topics: dict[str, Mark] = field(default_factory=dict)
    caution: Mark | None = None
    growing: str | None = None
    start_place: bool = False
    third: bool = False
    passive: bool = False
    there: bool = False
    tool_new: bool = False
    """Its tool is told as a new one, "a thumb"; "the thumb" is the one at work."""
    mirrored: int = 0
    """So many strokes before is what is done here on the other side, or 0."""
    steps: tuple[int, ...] = ()
    sections: tuple[int, ...] = ()
    last_n: int | None = None
    nth: tuple[int, ...] = ()
    own_body: bool = False
    alternative: bool = False
    colon: bool = False
    clasps: bool = False
    """The second hand takes hold of the working one: how hands are arranged, and no stroke."""
    lows: frozenset[str] = field(init=False, repr=False)
    cats: frozenset[str] = field(init=False, repr=False)
    spoken: Spoken = field(init=False, repr=False)
    """Its words as they are spoken."""

    def __post_init__(self) -> None:
        """Look through the words once."""
        self.look_through()

    def look_through(self) -> None:
        """Find out anew which words it has, where one of them was changed."""
        lows = [mark.low for mark in self.marks]
        self.lows = frozenset(lows)
        self.spoken = Spoken(lows, self.lows)
        self.cats = frozenset([mark.cat for mark in self.marks])

    @property
    def span(self) -> Span:
        """From its first word to its last."""
        if not self.marks:
            return (0, 0)
        return self.marks[0].start, self.marks[-1].end

    @property
    def form(self) -> str:
        """Its verb's form: base, s, ing or ed; empty in a verbless line."""
        return self.head.form if self.head is not None else ""

    @property
    def walks(self) -> bool:
        """Its verb creeps on by steps, as thumbs do."""
        return self.head is not None and bool(self.head.cats["verb"].get("walk"))

    def has(self, *lows: str) -> bool:
        """Whether one of these words stands in the clause."""
        return not self.lows.isdisjoint(lows)

    def holds(self, *cats: str) -> bool:
        """Whether one of its words plays one of these parts."""
        return not self.cats.isdisjoint(cats)


def say(parts: Sequence[Clause], name: str) -> bool:
    """Whether clauses hold one of a frame's phrases, as they are spoken one after the other."""
    if len(parts) == 1:
        return says(parts[0].spoken, name)
    if telling(name).isdisjoint(words_of(parts)):
        return False
    return says(as_spoken([mark for clause in parts for mark in clause.marks]), name)


def words_of(parts: Sequence[Clause]) -> frozenset[str]:
    """Every single word that clauses have as they are spoken."""
    if len(parts) == 1:
        return parts[0].spoken.words
    return frozenset().union(*[clause.spoken.words for clause in parts])
