"""Time laws and forces: gentle, and never above what is asked."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from effleurage.planning._assemble.assemble import gentle
from effleurage.planning._rhythm import eased, offsets
from effleurage.planning._score import Rhythm

forces = hnp.arrays(float, (200, 2), elements=st.floats(0, 45))


@given(force=forces, step=st.floats(0.1, 2.0))
def test_gentle_forces_only_lower(force, step):
    """What comes out is nowhere above what went in, and changes by no more than a step a sample."""
    calm = gentle(force, step, 7)
    assert np.all(calm <= force + 1e-9)
    assert np.all(calm >= -1e-9)
    assert np.all(np.abs(np.diff(calm, axis=0)) <= step + 1e-9)


@given(length=st.floats(0.5, 30), ramp=st.floats(0.1, 0.5))
def test_eased_time_starts_and_stops_at_rest(length, ramp):
    """It never runs back, ends where it should, and begins and ends slowly."""
    t = eased(np.linspace(0, 1, 20001), length, ramp)
    assert np.all(np.diff(t) >= -1e-9)
    assert abs(t[0]) < 1e-9
    assert abs(t[-1] - length) < 1e-6
    real = (length + ramp) / 20000
    assert t[1] / real < 0.2
    assert (t[-1] - t[-2]) / real < 0.2


@given(
    shape=st.sampled_from(["circle", "roll", "shake", "press"]),
    cycles=st.floats(2, 12),
    rate=st.floats(0.3, 4),
)
def test_work_in_place_begins_and_ends_in_place(shape, cycles, rate):
    """The hand is where it was, before and after; its force never swells above what is asked."""
    time = cycles / rate
    t = np.linspace(0, time, 400)
    rhythm = Rhythm(shape=shape, amplitude=0.01, cycles=cycles, rate=rate, swell=0.5)
    dx, do, swell = offsets(rhythm, t, time)
    assert np.allclose([dx[0], do[0], dx[-1], do[-1]], 0.0, atol=1e-6)
    assert np.all((swell <= 1.0 + 1e-9) & (swell >= 0.5 - 1e-9))
