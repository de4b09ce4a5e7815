"""Announced: "Next you'll fan up the spine, calming the nerves. Lay one hand …": no stroke yet."""

import dataclasses
import re
from typing import final

from effleurage.reading._paragraphs import lays_anew
from effleurage.reading._slots.state import Record, State
from effleurage.reading._split.split import Sentence
from effleurage.routine import Kind, Step


@final
class Announced:
    """Finds out, sentence by sentence, which step of a movement only announces what comes.

    A sentence that opens a paragraph, or the first item of a list, and may only name a stroke, does no more
    if the next thing that hands do is to be laid down for it. Somebody who tells all of what "I" do does it.
    """

    def __init__(self, text: str) -> None:
        """Begin with no step."""
        self._text = text
        self._at: int | None = None
        self._record: Record | None = None
        self._item = self._listed = False

    def told(self, steps: list[Step], sentence: Sentence, state: State, *, names: bool) -> None:
        """Take in the last step; the one that only announced it becomes a note."""
        last = len(steps) - 1
        if sentence.first and (self._at or last == 1) and not self._leads_in(sentence, last):
            # Another paragraph; but a list may be led in by its first item, if there is more in that.
            self._at = None
        if self._at is not None and steps[last].strokes:
            first = steps[last].strokes[0]
            if lays_anew(first) and not first.copied and not self._goes_on(steps[self._at], sentence):
                steps[self._at] = dataclasses.replace(steps[self._at], kind=Kind.NOTE, strokes=())
                if self._record is not None:
                    self._record.kind, self._record.strokes = Kind.NOTE, ()
            self._at = None
        if sentence.first and names and steps[last].strokes:
            self._at, self._record = last, state.records[-1]
            self._item, self._listed = sentence.item, False

    def _leads_in(self, sentence: Sentence, last: int) -> bool:
        """As in "Follow this with a fan." alone above the list that tells it."""
        alone = self._at is not None and not self._item and (last == self._at + 1 or self._listed)
        self._listed = alone and sentence.item
        return self._listed

    def _goes_on(self, step: Step, sentence: Sentence) -> bool:
        """As in "I go over the back. I lay one hand on the sacrum.": both are what "I" do."""
        return all(_OWN.search(self._text, *span) for span in (step.span, sentence.span))


_OWN = re.compile(r"\b(?:I|we|We)\b")
