"""The rules that are judged last: the budget's running totals among the rows that remain after superseding."""

from datetime import date
from decimal import Decimal
from typing import Any

from pipelines.judging.verdict import Judged
from pipelines.reading.sheet_reading import SheetReading
from tests.spec.judging.readings import judged, rules_of, sheet


def subject(month: int, executed: int, to_date: int, **changes: Any) -> dict[str, Any]:
    amounts = {"budget_amount": 1000, "adjusted_amount": 1000, "executed_amount": executed, "executed_to_date": to_date}
    return {
        "subject_code": "501",
        "subject_name": "职工活动支出",
        "direction": "支出",
        "month": date(2021, month, 1),
        **{name: Decimal(amount) for name, amount in amounts.items()},
        **changes,
    }


def budget(*rows: dict[str, Any], file: str, reach: date = date(2021, 12, 31)) -> SheetReading:
    return sheet("budget", list(rows), file=file, stated=reach)


def loaded(verdict: Judged) -> list[tuple[int, int]]:
    """Month and amount of the rows that are loaded."""
    return [(row["month"].month, int(row["executed_amount"])) for row in verdict.tables["budget"].to_dicts()]


def balance(verdict: Judged) -> list[tuple[Any, ...]]:
    """file, loaded, rejected, superseded"""
    return verdict.sheets.select("file", "loaded", "rejected", "superseded").rows()


def test_a_wrong_total_is_rejected_and_the_months_after_it_are_not():
    verdict = judged(budget(subject(1, 10, 10), subject(2, 20, 99), subject(3, 30, 129), file="1.xlsx"))
    assert rules_of(verdict) == [("1.xlsx", 3, "broken_rule")]
    assert verdict.problems["column_name"].to_list() == ["executed_to_date"]
    assert loaded(verdict) == [(1, 10), (3, 30)]


def test_the_total_is_that_of_the_months_that_remain():
    # January is corrected from 10 to 15 in March: the old February total of 30 was right by the old January only
    verdict = judged(
        budget(subject(1, 10, 10), subject(2, 20, 35), file="1.xlsx", reach=date(2021, 2, 28)),
        budget(subject(1, 15, 15), file="2.xlsx", reach=date(2021, 3, 31)),
    )
    assert rules_of(verdict) == []
    assert balance(verdict) == [("1.xlsx", 1, 0, 1), ("2.xlsx", 1, 0, 0)]


def test_a_rejected_row_supersedes_nothing():
    verdict = judged(
        budget(subject(1, 10, 10), subject(2, 20, 30), file="1.xlsx", reach=date(2021, 2, 28)),
        budget(subject(2, 25, 99), file="2.xlsx", reach=date(2021, 3, 31)),
    )
    assert rules_of(verdict) == [("2.xlsx", 2, "broken_rule")]
    assert loaded(verdict) == [(1, 10), (2, 20)]
    assert balance(verdict) == [("1.xlsx", 2, 0, 0), ("2.xlsx", 0, 1, 0)]


def test_the_row_that_takes_its_place_is_judged_too():
    verdict = judged(
        budget(subject(1, 10, 10), subject(2, 20, 88), file="1.xlsx", reach=date(2021, 2, 28)),
        budget(subject(2, 25, 99), file="2.xlsx", reach=date(2021, 3, 31)),
    )
    assert rules_of(verdict) == [("1.xlsx", 3, "broken_rule"), ("2.xlsx", 2, "broken_rule")]
    assert loaded(verdict) == [(1, 10)]


def test_a_duplicate_of_the_same_file_takes_its_place():
    verdict = judged(budget(subject(1, 10, 99), subject(1, 10, 10), file="1.xlsx"))
    assert rules_of(verdict) == [("1.xlsx", 2, "broken_rule")]
    assert loaded(verdict) == [(1, 10)]


def test_where_a_month_was_rejected_the_later_totals_are_not_judged():
    months = sheet("budget", [subject(1, 10, 10), subject(2, 20, 999)], file="1.xlsx", rejected=(0,))
    verdict = judged(months)
    assert rules_of(verdict) == []
    assert loaded(verdict) == [(2, 20)]


def test_a_parent_is_not_blamed_for_a_child_that_is_rejected_by_its_total():
    child = {"subject_code": "50101", "subject_name": "职工教育费"}
    verdict = judged(budget(subject(1, 10, 10), subject(1, 10, 99, **child), file="1.xlsx"))
    assert rules_of(verdict) == [("1.xlsx", 3, "broken_rule")]
    assert verdict.problems["severity"].to_list() == ["error"]


def test_what_a_later_full_list_ends_does_not_stand():
    # the list of March has no January any more, so that February's total cannot be judged
    verdict = judged(
        budget(subject(1, 10, 10), file="1.xlsx", reach=date(2021, 2, 28)),
        budget(subject(2, 20, 999), file="2.xlsx", reach=date(2021, 3, 31)),
        full_lists=frozenset({"budget"}),
    )
    assert rules_of(verdict) == []
    assert balance(verdict) == [("1.xlsx", 0, 0, 1), ("2.xlsx", 1, 0, 0)]
