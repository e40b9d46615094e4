"""What nobody has handed in yet: judged without asking the library, exactly as it would judge."""

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from expectations.check import Check, Frame
from tests.spec.gate.conftest import Validator, judge, judge_frame
from tests.spec.gate.database import SUITES, change

OF_A_VALUE = Check(
    "expect_column_values_to_not_be_null", {"column": "members"}, "members", "critical", "要有", "must be", "select 1"
)
NOBODY = Frame("some", "some.frame", "某", "some", "select 1 as members where false", (OF_A_VALUE,))


def test_a_database_without_rows_is_judged_as_the_library_judges_it(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for suite in SUITES:
        change(database, f"delete from ledger.{suite.table}")
    shorter = judge(database, SUITES)
    monkeypatch.setattr("expectations.gate._holds_of_no_rows", lambda *_: False)
    assert shorter == judge(database, SUITES)
    assert {result.expectation for result in shorter} > {"expect_column_values_to_not_be_null"}


def test_a_column_that_is_not_there_is_told_without_rows_too(validator: Validator) -> None:
    with duckdb.connect() as con:
        (held,) = judge_frame(con, validator, NOBODY)
        (broken,) = judge_frame(con, validator, replace(NOBODY, query="select 1 as others where false"))
    assert (held.success, held.observed) == (True, None)
    assert (broken.success, "无法运行" in broken.message_zh) == (False, True)
