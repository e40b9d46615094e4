"""Which submissions cover a day."""

from datetime import date

import pytest

from tests.warehouse_tables import Tables
from warehouse.figures.completeness import Completeness, last_due, read_completeness


@pytest.mark.parametrize(
    ("as_of", "frequency", "due"),
    [
        ("2021-11-15", "month", "2021-10-31"),
        ("2021-11-30", "month", "2021-11-30"),
        ("2021-01-10", "month", "2020-12-31"),
        ("2021-11-30", "quarter", "2021-09-30"),
        ("2021-12-31", "quarter", "2021-12-31"),
        ("2021-02-28", "quarter", "2020-12-31"),
        ("2021-06-29", "half_year", "2020-12-31"),
        ("2021-06-30", "half_year", "2021-06-30"),
        ("2021-12-30", "year", "2020-12-31"),
        ("2021-12-31", "year", "2021-12-31"),
    ],
)
def test_the_last_period_that_was_due(as_of: str, frequency: str, due: str) -> None:
    assert last_due(date.fromisoformat(as_of), frequency) == date.fromisoformat(due)


def completeness(data_date: str, reaches: dict[str, str], **tables: str) -> Completeness:
    con = Tables(data_date=data_date, reaches=reaches, **tables).build().con
    return read_completeness(con, date.fromisoformat(data_date))


def test_a_monthly_ledger_covers_the_months_up_to_its_reach() -> None:
    found = completeness("2021-12-31", {"union": "2021-10-31"}, unions="", relief_funds="")
    assert found.missing(("union",), date(2021, 10, 31)) == []
    assert found.missing(("union",), date(2021, 11, 15)) == []
    assert found.missing(("union", "relief_fund"), date(2021, 11, 30)) == ["union"]


def test_a_ledger_never_accepted_is_missing_on_every_day() -> None:
    found = completeness("2021-12-31", {}, unions="")
    assert not found.is_submitted("relief_fund")
    assert found.missing(("relief_fund", "union"), date(2020, 1, 31)) == ["relief_fund"]


def test_a_ledger_of_years_reaches_to_the_end_of_its_year() -> None:
    found = completeness("2021-06-30", {"democratic_management": "2021-06-30"}, democratic_managements="")
    assert found.missing(("democratic_management",), date(2021, 12, 31)) == []


def test_a_ledger_without_time_reaches_to_the_data_date_and_no_further() -> None:
    found = completeness("2021-11-20", {"union_unit": "2019-01-31"}, union_units="")
    assert found.missing(("union_unit",), date(2021, 11, 20)) == []
    assert found.missing(("union_unit",), date(2021, 11, 30)) == ["union_unit"]


def test_a_rejected_sheet_delivers_nothing() -> None:
    con = Tables(unions="").build().con
    con.execute("update quality.sheets set is_accepted = false")
    assert not read_completeness(con, date(2021, 12, 31)).is_submitted("union")
