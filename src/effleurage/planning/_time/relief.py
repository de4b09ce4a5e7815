"""Relief: a posture that must not last is left before it has lasted too long."""

from collections.abc import Sequence

import numpy as np

from effleurage.limits import posture_time_most
from effleurage.planning._time.schedule import Moved, Placed

REST = "prone"
"""Posture in which the receiver recovers."""
CAPTION = "Let the arms lie down at the sides again."
_SPARE = 15.0
"""Time that is kept free for the change itself, in [s]."""


def overdue(
    placed: Sequence[Placed | Moved], marks: Sequence[int], *, posture: str, rate: float
) -> int | None:
    """The group of strokes before which the receiver must lie down flat, or None.

    Args:
        placed: What is done, in time.
        marks: For each group the index of the first entry that it may begin with.
        posture: How the receiver lies at first.
        rate: Samples a second, in [Hz].
    """
    end = max(entry.stop for entry in placed)
    begin, now = 0, posture
    for entry in [*placed, None]:
        changes = isinstance(entry, Moved) and entry.arrange.posture != now
        if entry is not None and not changes:
            continue
        stop = end if entry is None else entry.start
        most = posture_time_most(now)
        if np.isfinite(most) and stop - begin > most * rate:
            latest = begin + (most - _SPARE) * rate
            groups = [
                number
                for number, index in enumerate(marks)
                if index < len(placed) and begin < placed[index].start and placed[index].stop <= latest
            ]
            if groups:
                return groups[-1]
        if isinstance(entry, Moved):
            begin, now = entry.start, entry.arrange.posture
    return None
