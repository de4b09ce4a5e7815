"""What the planning tests share."""

import pytest

from effleurage.anatomy import Body
from effleurage.planning import plan

from .founding import founding


@pytest.fixture(scope="session")
def body():
    """The usual receiver."""
    return Body()


@pytest.fixture(scope="session")
def routine():
    """Seven movements."""
    return founding()


@pytest.fixture(scope="session")
def performance(routine, body):
    """The routine on the body."""
    return plan(routine, body, rate=25.0)
