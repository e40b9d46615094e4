"""The gate's own functions in the tests' process, and a database to break."""

import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from expectations.suite import GateResult, TableSuite
from tests.spec.gate.database import SUITES, change, sound_database

with warnings.catch_warnings():
    # Great Expectations imports a part of the standard library that is deprecated: the one named exception.
    warnings.filterwarnings("ignore", r"module 'sre_\w+' is deprecated", DeprecationWarning)
    from expectations.gate import judge
    from expectations.pages import make_pages

__all__ = ["Judge", "make_pages"]

Judge = Callable[..., list[GateResult]]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return sound_database(tmp_path / "version.duckdb")


@pytest.fixture
def failures(database: Path) -> Judge:
    """What fails once the database has been changed by SQL: the failed results."""

    def judged(*changes: str, suites: Sequence[TableSuite] = SUITES) -> list[GateResult]:
        for sql in changes:
            change(database, sql)
        return [result for result in judge(database, suites) if not result.success]

    return judged


@pytest.fixture
def results(database: Path) -> list[GateResult]:
    """All results of the sound database."""
    return judge(database, SUITES)
