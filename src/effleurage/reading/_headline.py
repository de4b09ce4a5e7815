"""Headlines: "**Circle the shoulders.** Guide the hands outward, around them …", one motion told twice."""

import dataclasses
from typing import final

from effleurage.reading._slots.state import Record, State
from effleurage.reading._split.split import Sentence
from effleurage.routine import Step, Stroke, Technique

_BOLD = ("**", "__")
_BESIDES = frozenset({Technique.HOLD, Technique.RELEASE})


@final
class Headlines:
    """Finds out, sentence by sentence, which step of a movement is the headline of its item.

    A sentence that heads its paragraph or item in bold is one if those behind it do the same with more
    words; until then it is done itself.
    """

    def __init__(self, text: str) -> None:
        """Begin with no step."""
        self._text = text
        self._at: int | None = None
        self._record: Record | None = None

    def told(self, steps: list[Step], sentence: Sentence, state: State) -> None:
        """Take in the last step; the headline that it tells in detail is marked."""
        if sentence.first:
            leads = bool(steps[-1].strokes) and self._is_bold(sentence)
            self._at = len(steps) - 1 if leads else None
            self._record = state.records[-1] if leads else None
        elif self._at is not None and tells(steps[self._at].strokes, steps[-1].strokes):
            strokes = tuple(dataclasses.replace(s, headline=True) for s in steps[self._at].strokes)
            steps[self._at] = dataclasses.replace(steps[self._at], strokes=strokes)
            if self._record is not None:
                # What sends back to it finds it as the headline that it is.
                self._record.strokes = strokes
            self._at = None

    def _is_bold(self, sentence: Sentence) -> bool:
        low, high = sentence.span
        return self._text.startswith(_BOLD, high) and self._text[:low].endswith(_BOLD)


def tells(headline: tuple[Stroke, ...], strokes: tuple[Stroke, ...]) -> bool:
    """Whether strokes are what a headline says: the same technique, or any where it only names a place."""
    done = {s.technique for s in strokes if not s.copied}
    if not done.isdisjoint(s.technique for s in headline):
        return True
    vague = all(s.start is None and s.end is None and not s.direction for s in headline)
    return vague and bool(done - _BESIDES)
