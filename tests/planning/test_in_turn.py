"""Both hands that carry on what each of them has shown do so by turns."""

import numpy as np
import pytest

from effleurage.anatomy import Body
from effleurage.planning import plan
from effleurage.reading import read

SHOWN = (
    "Sit at your partner's side. Lay one hand at the bottom of the shoulder blade, the other ready to "
    "follow. Sweep the hand up and out like a fan; the other hand follows. "
)


@pytest.mark.parametrize(
    "told",
    [
        "Between them, your hands go all round the shoulder blade and out over the shoulder to the armpit.",
        "Both hands travel around the whole shoulder blade and out over the shoulder to the armpit.",
        "The hands move round the blade like this and leave across the shoulder, toward the armpit.",
        "Your hands circle the shoulder blade and go out over the shoulder in the armpit's direction.",
    ],
)
def test_both_hands_go_round_by_turns(told):
    """No two strokes of the row in a row are of the same hand, and none is of both."""
    samples = plan(read(SHOWN + told)[0], Body(), rate=20.0).samples
    touch = samples.contact & np.isfinite(samples.position).all(axis=2)
    alone = touch[touch.sum(axis=1) == 1]
    hands = alone[:, 1].astype(int)
    turns = np.count_nonzero(np.diff(hands))
    assert touch.any()
    assert len(alone) > 0.5 * np.count_nonzero(touch.any(axis=1))
    assert turns >= 4
