"""The fixture that hides the plumbing of workbooks."""

from pathlib import Path

import pytest

from pipelines.registry import ledgers
from tests.spec.reading.workbooks import Workbooks


@pytest.fixture
def workbooks(tmp_path: Path) -> Workbooks:
    """Workbooks read with the one ledger of these specifications."""
    return Workbooks(tmp_path)


@pytest.fixture
def department_workbooks(tmp_path: Path) -> Workbooks:
    """Workbooks read with all declared ledgers."""
    return Workbooks(tmp_path, ledgers())
