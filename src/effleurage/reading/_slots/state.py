"""What is carried from sentence to sentence: where the hands are, with what, on which side."""

from dataclasses import dataclass, field
from typing import final

from effleurage.reading._words.voice import Voice
from effleurage.routine import Kind, Span, Spot, Stroke

_PLAIN = Voice()


@final
@dataclass(slots=True)
class Record:
    """A sentence that has been read, for those that point back at it.

    Attributes:
        kind: What it does.
        strokes: What it makes the hands do.
        section: Index of its section.
        number: Its number in a list, or None.
        block: Index of its paragraph.
        span: Where it stands.
        listed: It is an item of a list.
        sets_side: It is the one that says which side is worked on.
        words: The base forms of its words, by which a movement is named again.
        turns: It only tells to change sides.
        returns: It only takes hands that were lifted off back to where they began.
    """

    kind: Kind
    strokes: tuple[Stroke, ...]
    section: int
    number: int | None
    block: int
    span: Span
    listed: bool = False
    sets_side: bool = False
    words: frozenset[str] = frozenset()
    turns: bool = False
    returns: bool = False


@final
@dataclass
class State:
    """The context of a sentence.

    Attributes:
        tool: The tool last used.
        hands: The hands last used with it.
        place: Where the hands are, or None after a heading or a lift-off.
        line: The line on which they are, when a line and a level name the spot.
        spot: `place` made exact.
        side: The receiver's side last worked on.
        side_place: The place for which it was said.
        technique: The technique of heading or context.
        direction: The ways of the clause before.
        limb: "hand", "foot", "arm" or "leg" where the text is about one.
        titled_limb: The limb that title or heading name, to which a sentence about the trunk returns.
        titled_place: The place that the article's title names ("Back: a quick card").
        records: The sentences read so far.
        section_limbs: The limb that each section's heading names.
        titles: The base forms of each section's heading.
        labels: The letter or number of each section's heading, by which it may be called.
        section: Index of the section.
        titled: The article has headings.
        third: The giver is told of in the third person ("her palms travel up").
        lone: The hands are one because the tool's noun was singular ("a fingertip").
        supplies: The heading is that of a list of things.
        together: The hands are held side by side.
        resting: The last thing the hands did was to lie or press somewhere, and not to move on.
        at_work: The sentence before put hands to work, moved them or sent back.
        heads: The sentence opens a paragraph that goes on behind it.
        voice: Who tells it to whom.
        whole: The sentence before spoke of the whole sequence.
        crossed: The arms are said to stay crossed in what comes next.
        other_works: It is the hand that does not rest which works next.
        shaped_ahead: The sentence before shaped the fingers of a hand that is yet to be laid down.
    """

    tool: str | None = None
    hands: str | None = None
    place: str | None = None
    line: str | None = None
    spot: Spot | None = None
    reach: float | None = None
    side: str | None = None
    side_place: str | None = None
    technique: str | None = None
    heading_place: str | None = None
    direction: tuple[str, ...] = ()
    origin: str | None = None
    origin_spot: Spot | None = None
    limb: str | None = None
    titled_limb: str | None = None
    titled_place: str | None = None
    fingers: str | None = None
    pointing: str | None = None
    index_along: bool = False
    records: list[Record] = field(default_factory=list)
    section_limbs: dict[int, str] = field(default_factory=dict)
    titles: dict[int, frozenset[str]] = field(default_factory=dict)
    labels: dict[int, int] = field(default_factory=dict)
    section: int = 0
    titled: bool = False
    whole: bool = False
    crossed: bool = False
    other_works: bool = False
    shaped_ahead: bool = False
    third: bool = False
    lone: bool = False
    mentioned: str | None = None
    mentioned_spot: Spot | None = None
    mentioned_tool: str | None = None
    mentioned_hands: str | None = None
    hands_subject: bool = False
    supplies: bool = False
    together: bool = False
    resting: bool = False
    at_work: bool = False
    heads: bool = False
    voice: Voice = _PLAIN

    def without_records(self) -> "State":
        """A copy to try things on, without what was read."""
        scratch = State.__new__(State)
        scratch.__dict__.update(self.__dict__, records=[])
        return scratch

    def latest(self, within: int = 0) -> tuple[Stroke, ...]:
        """The strokes of the last sentence that has any; none if no sentence has.

        Args:
            within: Among so many sentences before; 0 for all of them.
        """
        return next((record.strokes for record in reversed(self.records[-within:]) if record.strokes), ())

    def heading(self) -> None:
        """A heading clears what was carried."""
        self.tool = self.hands = self.place = self.line = self.spot = self.reach = None
        self.side = self.side_place = self.technique = self.heading_place = None
        self.origin = self.origin_spot = None
        self.direction = ()
        self.fingers = self.pointing = None
        self.crossed = self.other_works = self.index_along = self.whole = self.hands_subject = (
            self.supplies
        ) = False
        self.resting = self.together = self.lone = self.shaped_ahead = False
