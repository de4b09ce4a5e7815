"""Announced: "Next you'll fan up the spine, calming the nerves. Lay one hand …": no stroke yet."""

import dataclasses
import re
from typing import final

from effleurage.reading._paragraphs import lays_anew
from effleurage.reading._slots.state import Record, State
from effleurage.reading._split.split import Sentence
from effleurage.reading._strokes.meaning import Meaning
from effleurage.routine import Kind, Step, Stroke


@final
class Announced:
    """Finds out, sentence by sentence, which step of a movement only announces what comes.

    A sentence that opens a paragraph, be it right before a list, or the first item of one, and may only name
    a stroke, does no more if the next thing that hands do is to be laid down for it. Somebody who tells all
    of what "I" do does it.
    """

    def __init__(self, text: str) -> None:
        """Begin with no step."""
        self._text = text
        self._at: int | None = None
        self._record: Record | None = None
        self._leads_in = self._likened = False

    def told(self, steps: list[Step], sentence: Sentence, state: State, meaning: Meaning) -> None:
        """Take in the last step; the one that only announced it becomes a note."""
        last = len(steps) - 1
        if sentence.first and (self._at or last == 1) and not (self._leads_in and sentence.item):
            # Another paragraph; but a list may be led in by its first item, if there is more in that.
            self._at = None
        if self._at is not None and steps[last].strokes:
            first = steps[last].strokes[0]
            anew = lays_anew(first) and not first.copied
            anew = anew and (not self._likened or _is_there(steps[self._at], first))
            if anew and not self._goes_on(steps[self._at], sentence):
                steps[self._at] = dataclasses.replace(steps[self._at], kind=Kind.NOTE, strokes=())
                if self._record is not None:
                    self._record.kind, self._record.strokes = Kind.NOTE, ()
            self._at = None
        if sentence.first and (meaning.names or meaning.likens) and steps[last].strokes:
            self._at, self._record = last, state.records[-1]
            self._likened = not meaning.names
            self._leads_in = not sentence.item

    def _goes_on(self, step: Step, sentence: Sentence) -> bool:
        """As in "I go over the back. I lay one hand on the sacrum.": both are what "I" do."""
        return all(_OWN.search(self._text, *span) for span in (step.span, sentence.span))


def _is_there(named: Step, laid: Stroke) -> bool:
    """Hands are laid where the step before was said to be done as elsewhere: a blade is at the shoulder.

    As in "Treat the shoulder in the same way. Lay one hand at the tip of the shoulder blade".
    """
    meant = {str(place) for stroke in named.strokes for place in stroke.over}
    return any(str(laid.start).startswith(place) for place in meant)


_OWN = re.compile(r"\b(?:I|we|We)\b")
