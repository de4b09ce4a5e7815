"""The performance itself: segments, blocks and samples, with the body and the words it needs."""

from dataclasses import dataclass
from typing import final

import numpy as np
from jaxtyping import Int

from effleurage.performance._samples import Samples
from effleurage.performance._segments import Block, Segment


@final
@dataclass(frozen=True, kw_only=True)
class Person:
    """The receiver's body, as far as a file must remember it.

    Attributes:
        height: Standing height, in [m].
        weight: Mass, in [kg].
        sex: ``female`` or ``male``.
        age: In years.
    """

    height: float
    weight: float
    sex: str
    age: float


@final
@dataclass(frozen=True, kw_only=True)
class Performance:
    """A routine, planned on a body.

    Attributes:
        title: The routine's title, or None.
        movements: Title of each movement, or None where it has none.
        text: The article's text, which spans index.
        person: The receiver.
        charts: Names behind `Samples.chart`.
        segments: The strokes as performed, by their start.
        blocks: What a session may move; they follow each other without gap.
        samples: Both hands over time.
        notes: What a giver should be told besides, with the block before which to say it:
            (block index, topic, words).
        dropped: What was left out to fit the asked minutes.
    """

    title: str | None
    movements: tuple[str | None, ...]
    text: str
    person: Person
    charts: tuple[str, ...]
    segments: tuple[Segment, ...]
    blocks: tuple[Block, ...]
    samples: Samples
    notes: tuple[tuple[int, str, str], ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def duration(self) -> float:
        """Length, in [s]."""
        return float(self.samples.time[-1]) if len(self.samples) else 0.0

    @property
    def rate(self) -> float:
        """Samples per second, in [Hz]."""
        return float(1.0 / np.median(np.diff(self.samples.time)))

    def block_of(self) -> Int[np.ndarray, " t"]:
        """Index of the block of every sample."""
        stops = np.array([block.stop for block in self.blocks])
        return np.searchsorted(stops, np.arange(len(self.samples)), side="right")
