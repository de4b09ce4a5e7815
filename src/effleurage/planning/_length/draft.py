"""A draft: a choice of passes as a score, with the relief that the receiver's posture needs."""

from collections.abc import Callable

import numpy as np

from effleurage.limits import posture_time_most
from effleurage.planning._composer import Composer
from effleurage.planning._length.left_out import until
from effleurage.planning._length.minutes import Passes
from effleurage.planning._length.told import Tellings, score
from effleurage.planning._place.stations import START
from effleurage.planning._place.where import Where
from effleurage.planning._score import Score
from effleurage.planning._time.relief import overdue
from effleurage.planning._time.schedule import Timed
from effleurage.routine import Routine

_ROUNDS = 12
"""So often at most the receiver is laid flat in between."""


def drafted(
    routine: Routine,
    where: Callable[[str], Where],
    posture: str,
    timed: Callable[[Score], Timed],
    rate: float,
    tellings: Tellings,
    passes: Passes,
) -> Score:
    """The score of a choice of passes; a posture that must not last is left in between.

    Args:
        routine: What to perform.
        where: Finds places on the skin of a posture.
        posture: How the receiver lies at first.
        timed: Gives a score its times.
        rate: Samples a second, in [Hz].
        tellings: What movements of this routine came to in other drafts on this body, and in this one.
        passes: What is performed, and how often.
    """
    told = until(routine, passes.cut)
    tellings = tellings if passes.cut is None else {}
    relieved: frozenset[int] = frozenset()
    while True:
        composer = Composer(wheres=where, posture=posture, station=START)
        composed, marks = score(told, composer, passes.order, relieved, tellings)
        bounded = any(np.isfinite(posture_time_most(entry.posture)) for entry in composed)
        if not bounded or len(relieved) == _ROUNDS:
            return composed
        late = overdue(timed(composed), marks, posture=posture, rate=rate)
        if late is None or late in relieved:
            return composed
        relieved |= {late}
