"""A clasped arm is lifted off before it is put down again, and the hand that holds it lets go only then."""

import numpy as np
import pytest

from effleurage.anatomy import Body
from effleurage.performance import TOOLS, Phase
from effleurage.planning import plan
from effleurage.reading import read

SWEEP = (
    "Kneel at your partner's side. Lay your forearm beside the spine with the elbow just above the buttock. "
    "Clasp the working hand with your other hand. Slide up the side of the spine to the top of the shoulder. "
)


@pytest.mark.parametrize("told", ["Repeat twice from the beginning.", "Do this three times in all."])
def test_the_other_hand_stays_on_the_arm_until_it_is_lifted(told):
    """As well where no word says that it is."""
    samples = plan(read(SWEEP + told)[0], Body(), rate=25.0).samples
    slides = (
        (samples.tool == TOOLS.index("forearm")) & (samples.phase == Phase.STROKE) & (samples.force > 5.0)
    )
    passes = 0
    for hand in (0, 1):
        rows = np.flatnonzero(slides[:, hand])
        runs = np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1) if len(rows) else []
        for run in runs:
            apart = np.linalg.norm(samples.position[run, 0] - samples.position[run, 1], axis=1)
            assert np.ptp(apart) < 0.03
        passes += len(runs)
    assert passes == 6
