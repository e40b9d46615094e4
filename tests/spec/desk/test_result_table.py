"""Answers as tables: every value of the type that DuckDB gave it, and nothing rounded on the way."""

from datetime import date, datetime
from decimal import Decimal

import polars as pl

from warehouse.desk.asking.result_table import distinct, result_table
from warehouse.desk.asking.sandbox import Answer


def table(*columns: tuple[str, str, list[object]]) -> pl.DataFrame:
    rows = [list(row) for row in zip(*(values for _, _, values in columns), strict=True)]
    return result_table(Answer(tuple((name, kind) for name, kind, _ in columns), rows, False, 0.1))


def test_columns_have_their_types() -> None:
    found = table(
        ("n", "BIGINT", [1, None]),
        ("sum", "HUGEINT", [3, 2**40]),
        ("money", "DECIMAL(18,2)", ["0.10", None]),
        ("share", "DOUBLE", [0.5, 1]),
        ("is", "BOOLEAN", [True, None]),
        ("day", "DATE", ["2021-12-31", None]),
        ("at", "TIMESTAMP", ["2021-12-31T09:30:00", None]),
        ("name", "VARCHAR", ["工会", None]),
    )
    assert found.schema == {
        "n": pl.Int64,
        "sum": pl.Int64,
        "money": pl.Decimal(18, 2),
        "share": pl.Float64,
        "is": pl.Boolean,
        "day": pl.Date,
        "at": pl.Datetime("us"),
        "name": pl.String,
    }
    first = (1, 3, Decimal("0.10"), 0.5, True, date(2021, 12, 31), datetime(2021, 12, 31, 9, 30), "工会")  # noqa: DTZ001
    assert found.row(0) == first
    assert found.row(1) == (None, 2**40, None, 1.0, None, None, None, None)


def test_what_no_type_holds_stays_as_it_is_written() -> None:
    found = table(
        ("wide", "HUGEINT", [2**70, 1]),
        ("late", "DATE", ["10000-01-01", "2021-12-31"]),
        ("list", "INTEGER[]", [[1, 2], None]),
        ("time", "TIME", ["09:30:00", None]),
    )
    assert found.schema == dict.fromkeys(["wide", "late", "list", "time"], pl.String())
    assert found.row(0) == (str(2**70), "10000-01-01", "[1, 2]", "09:30:00")


def test_an_answer_without_rows_keeps_its_columns() -> None:
    assert table(("day", "DATE", []), ("n", "BIGINT", [])).schema == {"day": pl.Date, "n": pl.Int64}


def test_a_repeated_name_gets_a_number() -> None:
    assert distinct(["a", "a", "a_2", "b"]) == ["a", "a_2", "a_2_2", "b"]
