"""The gate's own functions in the tests' process, and a database to break."""

import warnings
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from expectations.frames import all_frames
from expectations.suite import GateResult
from tests.spec.gate.database import SUITES, change, sound_database

with warnings.catch_warnings():
    # Great Expectations imports a part of the standard library that is deprecated: the one named exception.
    warnings.filterwarnings("ignore", r"module 'sre_\w+' is deprecated", DeprecationWarning)
    from expectations.gate import judge, judge_frame
    from expectations.pages import make_pages
    from expectations.validation import Validator

__all__ = ["Failures", "judge", "make_pages"]

Failures = Callable[..., list[GateResult]]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return sound_database(tmp_path / "version.duckdb")


@pytest.fixture(scope="session")
def validator() -> Validator:
    return Validator()


@pytest.fixture
def failures(database: Path, validator: Validator) -> Failures:
    """The failed results of the frames whose name starts so, once the database has been changed by SQL."""

    def judged(frames: str, *changes: str) -> list[GateResult]:
        for sql in changes:
            change(database, sql)
        con = duckdb.connect(str(database), read_only=True)
        try:
            chosen = [frame for frame in all_frames(con, SUITES) if frame.name.startswith(frames)]
            assert chosen, f"no frame is named {frames}"
            return [result for frame in chosen for result in judge_frame(con, validator, frame) if not result.success]
        finally:
            con.close()

    return judged
