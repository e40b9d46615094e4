"""What the page of relief spending asks, of a small warehouse."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.relief.queries import breakdowns, courses, townships
from tests.warehouse_tables import COUNTY, Tables
from warehouse.kpi_tables import compute_and_store
from warehouse.reader import Published

DATA_DATE = date(2021, 3, 15)


@pytest.fixture(scope="module")
def source() -> Published:
    built = Tables(
        data_date=DATA_DATE.isoformat(),
        relief_visits="""
            visit_code | campaign | visit_kind | people | beneficiary_kind | township_code | visited_date | cash_amount
            V1         | 元旦春节 | 集体       | 6      | 环卫工人         | 530499001     | 2020-01-20   | 600
            V2         | 元旦春节 | 集体       | 5      | 环卫工人         | 530499001     | 2021-01-20   | 500
            V3         | 元旦春节 | 集体       | 8      | 保安             | 530499002     | 2021-02-03   | 1600
            V4         | 其他     | 集体       | 5      | 保安             | 530499002     | 2021-03-10   | 250
        """,
    ).build()
    compute_and_store(built.con)
    settings = {"county_code": COUNTY, "data_date": DATA_DATE.isoformat()}
    return Published(Path("small warehouse of relief"), settings, built.con)


def test_the_data_date_stands_for_its_month_beside_the_whole_of_last_year(source):
    found = courses(source, DATA_DATE, COUNTY)
    spent = found.filter(indicator_id="relief_spent")
    now = spent.filter(spent["as_of_date"].dt.year() == 2021)
    assert spent.height == 12 + 3
    assert now.select("as_of_date", "value", "month_value").rows() == [
        (date(2021, 1, 31), 500.0, 500.0),
        (date(2021, 2, 28), 500.0 + 1600, 1600.0),
        (DATA_DATE, 500.0 + 1600 + 250, 250.0),
    ]


def test_of_an_earlier_month_nothing_later_of_its_year_is_told(source):
    found = courses(source, date(2021, 2, 28), COUNTY)
    assert found["as_of_date"].max() == date(2021, 2, 28)
    assert set(found["indicator_id"]) >= {"relief_spent", "relief_raised", "relief_execution", "student_aid_amount"}


def test_every_township_and_what_has_none_is_asked_for(source):
    found = townships(source, DATA_DATE).filter(indicator_id="relief_per_visit")
    assert found.select("region_code", "region_name", "value", "numerator", "denominator").rows() == [
        ("530499001", "1镇", 100.0, 500.0, 5.0),
        ("530499002", "2镇", round((1600 + 250) / (8 + 5), 2), 1600.0 + 250, 8.0 + 5),
        ("none", None, None, 0.0, 0.0),
    ]


def test_kinds_carry_people_and_money_per_head_of_the_same_ledger(source):
    found = breakdowns(source, DATA_DATE).filter(category="环卫工人")
    assert sorted(found.select("indicator_id", "kind", "value", "last_year").rows()) == [
        ("relief_per_visit", "average", 100.0, 100.0),
        ("relief_spent", "amount", 500.0, 600.0),
        ("relief_visits", "count", 5.0, 6.0),
    ]
