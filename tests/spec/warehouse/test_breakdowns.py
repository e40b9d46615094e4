"""The county's figures by a column of their ledger, and which of them are withheld."""

from datetime import date

import polars as pl
import pytest

from tests.warehouse_tables import Tables
from warehouse.figures.breakdown import breakdowns
from warehouse.figures.catalogue import indicators

# 2021: 6 people 困难职工 with 100 each, 20 环卫工人 with 900 together, 3 劳模 with 50 each, 4 保安 with 10 each
VISITS = """
visit_code | visit_kind | people | person_key | beneficiary_kind | campaign | visited_date | cash_amount | goods_amount
A1 | 个人 | 1 | p1 | 困难职工 | 元旦春节 | 2021-01-20 | 60 | 40
A2 | 个人 | 1 | p2 | 困难职工 | 元旦春节 | 2021-01-20 | 100 |
A3 | 个人 | 1 | p3 | 困难职工 | 元旦春节 | 2021-01-20 | 100 |
A4 | 个人 | 1 | p4 | 困难职工 | 元旦春节 | 2021-01-20 | 100 |
A5 | 个人 | 1 | p5 | 困难职工 | 元旦春节 | 2021-01-20 | 100 |
A6 | 个人 | 1 | p6 | 困难职工 | 元旦春节 | 2021-01-20 | 100 |
B1 | 集体 | 20 | | 环卫工人 | 送清凉 | 2021-02-10 | 900 |
C1 | 个人 | 1 | p7 | 劳模 | 元旦春节 | 2021-01-25 | 50 |
C2 | 个人 | 1 | p8 | 劳模 | 元旦春节 | 2021-01-25 | 50 |
C3 | 个人 | 1 | p9 | 劳模 | 元旦春节 | 2021-01-25 | 50 |
D1 | 个人 | 1 | q1 | 保安 | 元旦春节 | 2021-01-25 | 10 |
D2 | 个人 | 1 | q2 | 保安 | 元旦春节 | 2021-01-25 | 10 |
D3 | 个人 | 1 | q3 | 保安 | 元旦春节 | 2021-01-25 | 10 |
D4 | 个人 | 1 | q4 | 保安 | 元旦春节 | 2021-01-25 | 10 |
E1 | 集体 | 30 | | 环卫工人 | 送清凉 | 2020-02-10 | 600 |
"""


@pytest.fixture(scope="module")
def tables() -> tuple[pl.DataFrame, pl.DataFrame]:
    built = Tables(relief_visits=VISITS, data_date="2021-02-28", first_month="2020-01").build()
    names = ("relief_spent", "relief_visits", "relief_per_visit")
    return breakdowns(built.con, {name: indicators()[name] for name in names})


def lines(frame: pl.DataFrame, indicator: str, day: str, *columns: str) -> dict[str, tuple[object, ...]]:
    """The categories of 对象类别 on a day with these columns."""
    chosen = frame.filter(
        (pl.col("indicator_id") == indicator)
        & (pl.col("dimension") == "beneficiary_kind")
        & (pl.col("as_of_date") == date.fromisoformat(day))
    )
    return {row[0]: row[1:] for row in chosen.select("category", *columns).iter_rows()}


def test_amounts_and_heads_are_counted_by_category(tables):
    raw, _ = tables
    assert lines(raw, "relief_spent", "2021-02-28", "value", "heads") == {
        "困难职工": (6 * 100.0, 6),
        "环卫工人": (900.0, 20),
        "劳模": (3 * 50.0, 3),
        "保安": (4 * 10.0, 4),
    }


def test_small_categories_are_withheld_and_zero_rows_have_no_line(tables):
    _, shown = tables
    assert lines(shown, "relief_spent", "2021-02-28", "value", "is_suppressed") == {
        "困难职工": (600.0, False),
        "环卫工人": (900.0, False),
        "劳模": (None, True),
        "保安": (None, True),
    }
    assert lines(shown, "relief_spent", "2020-02-29", "value") == {"环卫工人": (600.0,)}


def test_an_average_keeps_its_parts(tables):
    _, shown = tables
    assert lines(shown, "relief_per_visit", "2021-02-28", "numerator", "denominator", "value") == {
        "困难职工": (600.0, 6.0, 100.0),
        "环卫工人": (900.0, 20.0, 45.0),
        "劳模": (None, None, None),
        "保安": (None, None, None),
    }


def test_last_year_is_the_same_day_a_year_before(tables):
    _, shown = tables
    assert lines(shown, "relief_visits", "2021-02-28", "value", "last_year")["环卫工人"] == (20.0, 30.0)
    assert lines(shown, "relief_visits", "2021-02-28", "last_year")["困难职工"] == (None,)


def test_what_was_never_handed_in_has_no_line():
    raw, shown = breakdowns(Tables(data_date="2021-02-28", first_month="2020-01").build().con)
    assert raw.is_empty()
    assert shown.is_empty()
