import pytest

from effleurage.anatomy import Body
from effleurage.planning import plan

from .founding import founding


@pytest.fixture(scope="session")
def body():
    return Body()


@pytest.fixture(scope="session")
def routine():
    return founding()


@pytest.fixture(scope="session")
def performance(routine, body):
    return plan(routine, body, rate=25.0)
