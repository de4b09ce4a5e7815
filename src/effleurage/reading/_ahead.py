"""Reading ahead: what sentences are by themselves, whatever was said before them.

Many sentences go through each step at once, and not one sentence through all steps: the code and the tables
of a step are at hand then.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import final

from effleurage.reading._clauses.clauses import clauses
from effleurage.reading._kinds.leaning import Leaning, leanings
from effleurage.reading._slots.written import Clause
from effleurage.reading._words.again import settle_again
from effleurage.reading._words.lexicon import Lexicon
from effleurage.reading._words.mark import Words
from effleurage.reading._words.tag import tagged
from effleurage.reading._words.tokens import tokens
from effleurage.reading._words.voice import Voice
from effleurage.routine import Span

AT_ONCE = 64
"""So many sentences are read ahead: enough for a step to be at hand, and few enough for their words to be."""

_ARTICLE = 1000
"""A text of fewer characters has no beginning and no end by which a sentence's kind could be told."""


@final
@dataclass(slots=True)
class Told:
    """A sentence by itself.

    Attributes:
        marks: Its words.
        parts: Its clauses.
        lean: What kind of sentence its words make likely.
    """

    marks: Words
    parts: list[Clause]
    lean: Leaning


def read_ahead(text: str, spans: Sequence[Span], lexicon: Lexicon, voice: Voice) -> Iterator[Told]:
    """Each sentence of an article by itself.

    Args:
        text: The article.
        spans: Where its sentences stand.
        lexicon: The words to read with.
        voice: Who tells the article to whom.
    """
    long = len(text) >= _ARTICLE
    for first in range(0, len(spans), AT_ONCE):
        some = spans[first : first + AT_ONCE]
        words = tagged([tokens(text, span, lexicon) for span in some], lexicon, voice)
        marked = [Words(settle_again(marks)) for marks in words]
        parts = [clauses(marks) for marks in marked]
        lean = leanings([(text[low:high], low / len(text) if long else None) for low, high in some])
        yield from map(Told, marked, parts, lean)
