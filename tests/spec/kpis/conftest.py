"""The fixture ``given``: ledgers drawn as text → the parts of any indicator; see :mod:`tests.spec.kpis.figures`."""

import pytest

from tests.spec.kpis.figures import Given, given_tables


@pytest.fixture
def given() -> Given:
    return given_tables
