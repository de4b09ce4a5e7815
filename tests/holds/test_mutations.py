"""The measures find what they are for: every performance broken on purpose is caught."""

import pytest

from effleurage.planning import plan
from effleurage.reading import library, read

from .holds import holds
from .measure import Measure, failed
from .mutations import BREAKS
from .people import EXTREMES
from .receiver import Receiver
from .recognise import recognise
from .rows import Rows, of


@pytest.fixture(scope="module")
def receiver() -> Receiver:
    """The body of the unbroken performance."""
    return Receiver(EXTREMES[3])


@pytest.fixture(scope="module")
def rows(receiver) -> Rows:
    """The built-in routine, unbroken."""
    routine, _ = read(library.built_in())
    return of(plan(routine, receiver.body, rate=25.0))


@pytest.fixture(scope="module")
def unbroken(rows, receiver) -> list[Measure]:
    """What is measured before anything is broken."""
    return holds(rows, receiver)


@pytest.mark.parametrize("mutation", BREAKS, ids=lambda mutation: mutation.__name__)
def test_a_broken_performance_is_caught(rows, receiver, unbroken, mutation):
    """Each mutation fails the holds that it breaks, which held before."""
    before = {measure.hold for measure in failed(unbroken)}
    found = failed(holds(mutation(rows), receiver, names=recognise(rows, receiver)))
    new = {measure.hold for measure in found} - before
    for beginning in BREAKS[mutation]:
        assert any(hold.startswith(beginning) for hold in new), (beginning, sorted(new))
