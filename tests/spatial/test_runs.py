"""Where a mask holds."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from effleurage.spatial import runs


@given(st.lists(st.booleans(), max_size=30))
def test_runs_are_the_mask_and_do_not_touch(held):
    """Rows in a run are those that hold, and between two runs something does not."""
    mask = np.array(held, bool)
    found = runs(mask)
    inside = [row for start, stop in found for row in range(start, stop)]
    assert inside == np.flatnonzero(mask).tolist()
    assert all(stop < start for (_, stop), (start, _) in itertools.pairwise(found))
