"""Headlines: "**Circle the shoulders.** Guide the hands outward, around them …", one motion told twice."""

import dataclasses
import itertools
import re
from collections.abc import Iterable
from typing import final

from effleurage.reading._paragraphs import tells_movements
from effleurage.reading._slots.state import Record, State
from effleurage.reading._slots.work import WORKED_ON
from effleurage.reading._split.split import Section, Sentence
from effleurage.routine import Direction, Kind, Place, Step, Stroke, Technique

_BOLD = ("**", "__")
_BESIDES = frozenset({Technique.HOLD, Technique.RELEASE})


@final
class Headlines:
    """Finds out, sentence by sentence, which step of a movement is the headline of its item.

    A sentence that heads its paragraph or item in bold, or that opens the prose before a list with a bare
    command, is one if those behind it do the same with more words; until then it is done itself. What goes
    on from there instead, lets the other hand follow or does something again tells nothing in detail.
    """

    def __init__(self, text: str, section: Section) -> None:
        """Begin with no step; where items are movements, what heads one in bold only names it."""
        self._text = text
        self._names = tells_movements(section)
        self._leading = _lead_ins(section)
        self._led = self._likens = False
        self._at: int | None = None
        self._record: Record | None = None
        self._details: list[Stroke] = []

    def told(self, steps: list[Step], sentence: Sentence, state: State) -> None:
        """Take in the last step; the headline that it tells in detail is marked."""
        if sentence.first and not (self._led and sentence.item and self._at is not None):
            self._led = sentence.block in self._leading and _is_bare(steps[-1])
            self._likens = self._is_likeness(steps, sentence)
            bold = bool(steps[-1].strokes) and self._is_bold(sentence)
            leads = self._led or self._likens or bold
            if leads and self._names:
                _mark(steps, len(steps) - 1)
                state.records[-1].strokes = ()
                leads = False
            self._at = len(steps) - 1 if leads else None
            self._record = state.records[-1] if leads else None
            self._details = []
        elif self._at is not None and steps[-1].strokes:
            headline = steps[self._at].strokes
            if self._likens:
                if any(not s.copied and s.technique not in _BESIDES for s in steps[-1].strokes):
                    self._give_up(steps)
                return
            self._details += _details(headline, steps[-1].strokes, self._details)
            begun = _FIRST.search(self._text, *sentence.span) is not None
            if not self._details or not (begun or _tells(headline, tuple(self._details))):
                self._at = self._at if _goes_along(headline, self._details) else None
                return
            if begun:
                self._take_over(headline, steps, state)
            self._give_up(steps)

    def _give_up(self, steps: list[Step]) -> None:
        """Mark the headline: what it says is told in detail."""
        if self._at is not None:
            strokes = _mark(steps, self._at)
            if self._record is not None:
                # What sends back to it finds it as the headline that it is.
                self._record.strokes = strokes
        self._at = None

    def _is_likeness(self, steps: list[Step], sentence: Sentence) -> bool:
        """As in "Like the fan, but round the blade. One hand at its tip. Brush up …": told anew below."""
        copied = bool(steps[-1].strokes) and all(s.copied for s in steps[-1].strokes)
        return copied and len(steps) == 1 and _LIKE.match(self._text, *sentence.span) is not None

    def _take_over(self, headline: tuple[Stroke, ...], steps: list[Step], state: State) -> None:
        """As in "**Circle the shoulders and go inward.** Sweep out first. Then …": round what it named."""
        named, detail = headline[0], steps[-1].strokes[0]
        if detail.technique is not named.technique or detail.over or not named.over:
            return
        told = dataclasses.replace(
            detail, start=named.start, start_spot=named.start_spot, over=named.over, side=named.side
        )
        strokes = (told, *steps[-1].strokes[1:])
        steps[-1] = dataclasses.replace(steps[-1], strokes=strokes)
        state.records[-1].strokes = strokes

    def _is_bold(self, sentence: Sentence) -> bool:
        """In bold from before its number on: "**Step 2: Circle the shoulders.** Guide …"."""
        low, high = sentence.span
        line = self._text[self._text.rfind("\n", 0, low) + 1 : low]
        return self._text.startswith(_BOLD, high) and any(line.count(mark) % 2 for mark in _BOLD)


def _lead_ins(section: Section) -> frozenset[int]:
    """The paragraphs that stand right before a list."""
    pairs = itertools.pairwise(section.sentences)
    return frozenset(a.block for a, b in pairs if a.block != b.block and b.item and not a.item)


def _is_bare(step: Step) -> bool:
    """As in "Lastly, knead the neck.": what is done and where, and nothing of how."""
    bare = all(
        s.technique not in _BESIDES and _SAID.issuperset(s.stated) and s.repeats == 1 for s in step.strokes
    )
    return bare and step.kind is Kind.STROKE and bool(step.strokes)


_SAID = frozenset({"over", "side", "pressure"})


_FIRST = re.compile(
    r"\bfirst[.,;:]|\bfirst\b(?= (?:sweep|glide|slide|move|go|take|bring|guide)\b)", re.IGNORECASE
)
"""As in "Sweep out and around first. Then …": the headline begins anew."""
_LIKE = re.compile(r"(?:(?:much|rather|very much|just) )?like\b", re.IGNORECASE)
_WAYS = frozenset({Direction.UP, Direction.DOWN, Direction.OUT, Direction.IN})


def _mark(steps: list[Step], at: int) -> tuple[Stroke, ...]:
    """Mark a step's strokes as the headline's; returns them as they are then."""
    strokes = tuple(dataclasses.replace(s, headline=True) for s in steps[at].strokes)
    steps[at] = dataclasses.replace(steps[at], strokes=strokes)
    return strokes


def _details(headline: tuple[Stroke, ...], strokes: tuple[Stroke, ...], before: list[Stroke]) -> list[Stroke]:
    """What may tell a headline in detail: a turn of the other hand only another one, and rows any."""
    if any(s.copied for s in headline):
        return [s for s in strokes if s.progress and not s.copied]
    if any(_is_turn(s) for s in headline):
        return [s for s in strokes if _is_turn(s) and not (s.copied or s.progress)]
    # What goes on with the headline's own stroke ("keep going until …") tells it no second time.
    own = {s.span for s in headline}
    # As in "one hand rests on the head, the other kneads": that is no turn of the other hand's.
    rests = any(s.technique is Technique.HOLD for s in (*before, *strokes))
    return [
        s
        for s in strokes
        if (rests or not s.other_hand) and (not s.copied or (s.progress and s.span not in own))
    ]


def _is_turn(stroke: Stroke) -> bool:
    """It does again what was done, or is the other hand's turn."""
    return stroke.copied or stroke.other_hand or stroke.follows


def _places(strokes: Iterable[Stroke]) -> set[Place]:
    """The places that strokes themselves name."""
    over = {place for s in strokes if "over" in s.stated for place in s.over}
    ends = {s.end for s in strokes if s.end is not None and "end" in s.stated}
    return over | ends | {s.start for s in strokes if s.start is not None and "start" in s.stated}


def _ways(strokes: Iterable[Stroke]) -> set[Direction]:
    ways = {way for s in strokes if "direction" in s.stated for way in s.direction} & _WAYS
    return ways | {Direction.IN for s in strokes if s.passes}


def _goes_along(headline: tuple[Stroke, ...], details: list[Stroke]) -> bool:
    """Whether what was told so far is a part of what the headline says."""
    done = {s.technique for s in details}
    if done == {Technique.HOLD}:
        return True
    same = bool(done) and done <= {s.technique for s in headline}
    return same and bool(_ways(details)) and _ways(details) <= _ways(headline)


def _tells(headline: tuple[Stroke, ...], details: tuple[Stroke, ...]) -> bool:
    """Whether strokes are what a headline says: the same technique, or any where it only names a place."""
    done = {s.technique for s in details}
    if not done.isdisjoint(s.technique for s in headline):
        if any(s.progress for s in details) or all(_is_turn(s) for s in headline):
            return True
        if all(s.technique in WORKED_ON or not (s.direction or s.end) for s in headline):
            return True
        named = _places(headline)
        ways = {way for s in details for way in s.direction}
        return _ways(headline) <= ways | _ways(details) and (not named or bool(named & _places(details)))
    vague = all(s.start is None and s.end is None and not s.direction for s in headline)
    return vague and bool(done - _BESIDES)
