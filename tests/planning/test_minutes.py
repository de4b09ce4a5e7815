"""Length: whole passes are repeated or left out, nothing is rushed."""

from hypothesis import given
from hypothesis import strategies as st

from effleurage.planning import plan
from effleurage.planning._length.minutes import MOST_PASSES, passes_for

LENGTHS = {0: 40.0, 1: 60.0, 2: 90.0, 3: 30.0, 5: 120.0}


def lengths(order, cut=None):
    """Lengths of movements; every one has four steps of the same length."""
    out = dict.fromkeys((index for index, _ in order), 0.0)
    for index, _ in order:
        out[index] += LENGTHS[index]
    if cut is not None:
        out[cut[0]] -= LENGTHS[cut[0]] * (4 - cut[1]) / 4
    return out


def length(order, cut=None):
    """A length that adds up."""
    return sum(lengths(order, cut).values())


def steps(_):
    """Four steps in every movement."""
    return (0, 1, 2, 3)


@given(minutes=st.floats(1, 60))
def test_passes_come_near_the_asked_time(minutes):
    """Never much longer than asked unless it is the last movement, and no movement more than three times."""
    passes = passes_for(tuple(LENGTHS), minutes, lengths, steps)
    counts = [sum(1 for index, _ in passes.order if index == movement) for movement in LENGTHS]
    assert max(counts) <= MOST_PASSES
    assert length(passes.order, passes.cut) <= 60 * minutes * 1.03 or len(passes.order) == 1
    assert {index for index, _ in passes.order} | set(passes.dropped) == set(LENGTHS)
    assert [index for index, _ in passes.order] == sorted(index for index, _ in passes.order)


@given(minutes=st.floats(6, 60))
def test_what_is_repeated_is_counted_from_zero(minutes):
    """Passes of a movement are numbered 0, 1, 2."""
    order = passes_for(tuple(LENGTHS), minutes, lengths, steps).order
    for movement in LENGTHS:
        numbers = [number for index, number in order if index == movement]
        assert numbers == list(range(len(numbers)))


def test_a_short_session_names_what_it_leaves_out(routine, body, performance):
    """Three minutes drop whole movements and say which; what is left is as slow as before."""
    short = plan(routine, body, rate=25.0, minutes=3)
    assert short.dropped
    assert short.duration < 3.4 * 60
    assert max(segment.repeat for segment in short.segments) == 0
    kept = {segment.stroke for segment in short.segments if segment.stroke >= 0}

    def longest(found, stroke):
        return max(s.stop - s.start for s in found.segments if s.stroke == stroke)

    assert all(longest(short, stroke) >= 0.8 * longest(performance, stroke) for stroke in kept)


def test_a_long_session_repeats(routine, body):
    """Twenty minutes are filled with further passes."""
    performance = plan(routine, body, rate=10.0, minutes=20)
    assert 14 * 60 < performance.duration <= 21 * 60
    assert 1 <= max(segment.repeat for segment in performance.segments) < MOST_PASSES
    assert not performance.dropped
