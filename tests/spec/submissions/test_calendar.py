"""What was owed for which period, and what came of it."""

from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.registry import ledgers
from pipelines.submissions import CalendarRules, submissions
from tests.spec.drawing import drawn
from warehouse.figures.completeness import Submission
from warehouse.period import period_of

KINDS = {"union": "span", "relief_fund": "event", "democratic_management": "year", "union_unit": None}


def calendar(
    sheets: str,
    *,
    ledger: str = "union",
    frequency: str = "month",
    day: str = "2021-12-31",
    data_date: str | None = None,
    grace_days: int = 10,
    since: str | None = None,
    replacements: str = "file | by | rows",
) -> list[dict[str, Any]]:
    """The lines of one ledger; drawn sheets have file, reach and, if not 10, 0 and 0, loaded, rejected, superseded."""
    given = pl.DataFrame(
        [
            {
                "file": line["file"],
                "sheet": "1",
                "ledger_id": ledger,
                "reach_date": date.fromisoformat(line["reach"]) if line["reach"] else None,
                "is_accepted": line.get("accepted", "yes") == "yes",
                "loaded": int(line.get("loaded") or 10),
                "rejected": int(line.get("rejected") or 0),
                "superseded": int(line.get("superseded") or 0),
            }
            for line in drawn(sheets)
        ],
        schema={
            "file": pl.String,
            "sheet": pl.String,
            "ledger_id": pl.String,
            "reach_date": pl.Date,
            "is_accepted": pl.Boolean,
            "loaded": pl.Int64,
            "rejected": pl.Int64,
            "superseded": pl.Int64,
        },
    )
    replaced = pl.DataFrame(
        [(ledger, line["file"], "1", line["by"], int(line["rows"])) for line in drawn(replacements)],
        schema={
            "ledger_id": pl.String,
            "file": pl.String,
            "sheet": pl.String,
            "replaced_by": pl.String,
            "rows": pl.Int64,
        },
        orient="row",
    )
    described = pl.DataFrame(
        [{"ledger_id": ledger, "department_id": "org", "frequency": frequency, "time_kind": KINDS[ledger]}],
        schema={"ledger_id": pl.String, "department_id": pl.String, "frequency": pl.String, "time_kind": pl.String},
    )
    asked = date.fromisoformat(day)
    known = date.fromisoformat(data_date) if data_date else asked
    rules = CalendarRules(grace_days, date.fromisoformat(since) if since else None)
    return submissions(given, replaced, described, asked, known, rules).to_dicts()


def states(lines: list[dict[str, Any]]) -> list[str]:
    return [f"{line['period']} {line['state']}" for line in lines]


EVERY_MONTH = """
    file     | reach
    10.xlsx  | 2021-10-31
    11.xlsx  | 2021-11-30
    12.xlsx  | 2021-12-31
"""


def test_each_month_from_the_first_that_came_is_delivered() -> None:
    lines = calendar(EVERY_MONTH)
    assert states(lines) == ["2021-10 delivered", "2021-11 delivered", "2021-12 delivered"]
    assert lines[-1] == {
        "department_id": "org",
        "ledger_id": "union",
        "frequency": "month",
        "period": "2021-12",
        "period_start_date": date(2021, 12, 1),
        "period_end_date": date(2021, 12, 31),
        "is_current": True,
        "state": "delivered",
        "covered_reach_date": date(2021, 12, 31),
        "latest_reach_date": date(2021, 12, 31),
        "sheets": 1,
        "loaded": 10,
        "rejected": 0,
        "superseded": 0,
        "replaced": 0,
        "first_file": "12.xlsx",
        "last_file": "12.xlsx",
    }


def test_nothing_is_owed_before_the_configured_month() -> None:
    assert states(calendar(EVERY_MONTH, since="2021-11-01")) == ["2021-11 delivered", "2021-12 delivered"]
    assert calendar(EVERY_MONTH, since="2022-01-01") == []
    assert states(calendar("file | reach", frequency="quarter", since="2021-12-01")) == ["2021-Q4 missing"]


def test_what_no_submission_reaches_is_missing() -> None:
    lines = calendar("file | reach\n10.xlsx | 2021-10-31")
    assert states(lines) == ["2021-10 delivered", "2021-11 missing", "2021-12 missing"]
    assert (lines[-1]["covered_reach_date"], lines[-1]["latest_reach_date"]) == (None, date(2021, 10, 31))


def test_a_month_that_only_a_later_one_covers_is_late() -> None:
    lines = calendar("""
        file    | reach
        10.xlsx | 2021-10-31
        12.xlsx | 2021-12-31
    """)
    assert states(lines) == ["2021-10 delivered", "2021-11 late", "2021-12 delivered"]
    late = lines[1]
    assert (late["covered_reach_date"], late["sheets"], late["loaded"]) == (date(2021, 12, 31), 0, 0)
    assert (late["first_file"], late["last_file"]) == ("12.xlsx", "12.xlsx")


@pytest.mark.parametrize(
    ("reach", "grace_days", "found"),
    [
        ("2021-12-10", 10, ["2021-11 delivered"]),
        ("2021-12-11", 10, ["2021-11 late"]),
        ("2021-12-05", 4, ["2021-11 late"]),
        ("2021-12-01", 0, ["2021-11 late"]),
        ("2021-11-30", 0, ["2021-11 delivered"]),
    ],
)
def test_a_reach_within_the_days_of_grace_belongs_to_the_month_before(
    reach: str, grace_days: int, found: list[str]
) -> None:
    sheets = f"file | reach\n10.xlsx | 2021-10-31\n11.xlsx | {reach}"
    assert states(calendar(sheets, day="2021-11-30", data_date=reach, grace_days=grace_days))[1:] == found


def test_a_reach_within_the_month_does_not_cover_it() -> None:
    lines = calendar("file | reach\n12.xlsx | 2021-12-20")
    assert states(lines) == ["2021-12 missing"]
    assert (lines[0]["sheets"], lines[0]["first_file"], lines[0]["latest_reach_date"]) == (
        1,
        "12.xlsx",
        date(2021, 12, 20),
    )


def test_a_month_that_has_not_ended_is_not_owed_yet() -> None:
    lines = calendar(EVERY_MONTH, day="2021-12-30")
    assert states(lines) == ["2021-10 delivered", "2021-11 delivered"]
    assert [line["is_current"] for line in lines] == [False, True]


def test_a_later_day_owes_more() -> None:
    lines = calendar(EVERY_MONTH, day="2022-01-31", data_date="2021-12-31")
    assert states(lines)[-2:] == ["2021-12 delivered", "2022-01 missing"]


def test_rejected_rows_are_a_problem_and_a_replacement_is_said() -> None:
    lines = calendar(
        """
        file       | reach      | loaded | rejected | superseded
        11.xlsx    | 2021-11-30 | 9      | 1        |
        12.xlsx    | 2021-12-31 |        |          | 10
        12(2).xlsx | 2021-12-31 | 10     |          |
        """,
        replacements="""
        file    | by         | rows
        12.xlsx | 12(2).xlsx | 10
        """,
    )
    assert states(lines) == ["2021-11 with_problems", "2021-12 replaced"]
    assert (lines[1]["sheets"], lines[1]["replaced"]) == (2, 10)
    assert {lines[1]["first_file"], lines[1]["last_file"]} == {"12.xlsx", "12(2).xlsx"}


def test_several_townships_files_are_one_delivery_and_no_replacement() -> None:
    lines = calendar("""
        file     | reach
        东镇.xlsx | 2021-12-31
        西镇.xlsx | 2021-12-31
    """)
    assert [(line["state"], line["sheets"], line["loaded"]) for line in lines] == [("delivered", 2, 20)]


def test_files_are_in_natural_order() -> None:
    lines = calendar("file | reach\n10.xlsx | 2021-12-31\n9.xlsx | 2021-12-31")
    assert (lines[0]["first_file"], lines[0]["last_file"]) == ("9.xlsx", "10.xlsx")


def test_a_sheet_without_rows_is_a_zero_report() -> None:
    lines = calendar("file | reach | loaded\n12.xlsx | 2021-12-31 | 0", ledger="relief_fund")
    assert states(lines) == ["2021-12 zero_report"]


def test_a_ledger_that_never_came_is_owed_for_the_last_period() -> None:
    lines = calendar("file | reach", frequency="quarter", day="2021-11-30")
    assert states(lines) == ["2021-Q3 missing"]
    assert (lines[0]["latest_reach_date"], lines[0]["sheets"]) == (None, 0)


def test_a_sheet_that_was_refused_delivers_nothing() -> None:
    lines = calendar("file | reach | accepted\n12.xlsx | 2021-12-31 | no")
    assert states(lines) == ["2021-12 missing"]


def test_what_came_for_a_period_not_yet_owed_is_not_owed_before() -> None:
    assert calendar("file | reach\n2021.xlsx | 2021-10-31", frequency="year", day="2021-11-30") == []


def test_a_ledger_of_years_counts_to_the_end_of_its_year() -> None:
    sheets = "file | reach\n2020.xlsx | 2020-05-31\n2021.xlsx | 2021-03-31"
    lines = calendar(sheets, ledger="democratic_management", frequency="year", day="2021-12-31")
    assert states(lines) == ["2020 delivered", "2021 delivered"]


def test_a_ledger_without_time_is_judged_for_the_last_period_alone() -> None:
    sheets = "file | reach\n2020.xlsx | \n2021.xlsx | "
    replaced = "file | by | rows\n2020.xlsx | 2021.xlsx | 10"
    assert states(calendar(sheets, ledger="union_unit", day="2021-12-15", replacements=replaced)) == [
        "2021-11 delivered"
    ]
    later = calendar(sheets, ledger="union_unit", day="2022-01-31", data_date="2021-12-31")
    assert states(later) == ["2022-01 missing"]


@pytest.mark.parametrize(
    ("day", "frequency", "code", "zh", "last"),
    [
        ("2021-12-05", "month", "2021-12", "2021年12月", "2021-12-31"),
        ("2021-02-05", "month", "2021-02", "2021年2月", "2021-02-28"),
        ("2021-04-01", "quarter", "2021-Q2", "2021年第2季度", "2021-06-30"),
        ("2021-06-30", "half_year", "2021-H1", "2021年上半年", "2021-06-30"),
        ("2021-07-01", "half_year", "2021-H2", "2021年下半年", "2021-12-31"),
        ("2021-07-01", "year", "2021", "2021年", "2021-12-31"),
    ],
)
def test_periods_and_what_they_are_called(day: str, frequency: str, code: str, zh: str, last: str) -> None:
    period = period_of(date.fromisoformat(day), frequency)
    assert (period.code, period.label.zh, period.end) == (code, zh, date.fromisoformat(last))
    assert period.next().before() == period


@given(
    reaches=st.lists(st.dates(date(2020, 1, 1), date(2021, 12, 31)), min_size=1, max_size=8),
    frequency=st.sampled_from(["month", "quarter", "half_year", "year"]),
    grace_days=st.integers(0, 27),
)
def test_the_current_period_is_missing_exactly_when_the_ledger_is_incomplete(
    reaches: list[date], frequency: str, grace_days: int
) -> None:
    day = max(reaches)
    sheets = "\n".join(["file | reach", *(f"{number}.xlsx | {reach}" for number, reach in enumerate(reaches))])
    lines = calendar(sheets, frequency=frequency, day=day.isoformat(), grace_days=grace_days)
    current = [line["state"] for line in lines if line["is_current"]]
    is_complete = Submission(frequency, is_submitted=True, reach=day).covers(day)
    assert [state == "missing" for state in current] in ([], [not is_complete])
    assert is_complete or current


@given(
    reaches=st.lists(st.dates(date(2020, 1, 1), date(2021, 12, 31)), min_size=1, max_size=8),
    grace_days=st.integers(0, 27),
)
def test_every_sheet_belongs_to_one_period(reaches: list[date], grace_days: int) -> None:
    sheets = "\n".join(["file | reach", *(f"{number}.xlsx | {reach}" for number, reach in enumerate(reaches))])
    lines = calendar(sheets, day="2021-12-31", grace_days=grace_days)
    assert sum(line["sheets"] for line in lines) == len(reaches)
    ends = [line["period_end_date"] for line in lines]
    assert ends == sorted(set(ends))


def test_every_frequency_of_a_ledger_has_periods() -> None:
    for ledger in ledgers().values():
        assert period_of(date(2021, 12, 31), ledger.frequency).end == date(2021, 12, 31)
