"""The sample's ledgers of money and conduct: plausible, growing, and sound as long as nothing is planted."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

import pytest

from pipelines.sample import budget_rows, conduct_rows, dues_rows, history_rows, spending_rows
from pipelines.sample.make_unions import make_unions
from pipelines.sample.make_units import make_units
from pipelines.sample.organisation import County, Row
from pipelines.sample.place import make_place
from warehouse.figures.catalogue import indicators

YEARS = (2019, 2020, 2021)


@pytest.fixture(scope="module", params=[1, 7])
def county(request: pytest.FixtureRequest) -> County:
    model = County(make_place("云岭县", 2019, 2021, "county", request.param))
    model.units = make_units(model.place, model.dice("units"))
    model.unions = make_unions(model)
    return model


def of_year(county: County, rows: Callable[[County, date], Iterator[Row]], year: int) -> list[Row]:
    return list(rows(county, date(year, 12, 31)))


def test_a_year_s_dues_are_most_of_2_per_cent_of_the_payroll_and_never_more(county: County) -> None:
    for year in YEARS:
        paid: defaultdict[str, int] = defaultdict(int)
        due: defaultdict[str, int] = defaultdict(int)
        for row in of_year(county, dues_rows.dues, year):
            paid[row["unit_code"]] += round(row["paid_amount"] * 100)
            due[row["unit_code"]] += row["payroll"] * 2
        assert all(paid[unit] <= due[unit] for unit in due)
        assert 0.95 < sum(paid.values()) / sum(due.values()) < 0.99
        assert len(due) >= 305


def test_dues_grow_by_five_to_ten_per_cent(county: County) -> None:
    totals = [sum(row["paid_amount"] for row in of_year(county, dues_rows.dues, year)) for year in YEARS]
    assert all(1.05 <= later / earlier <= 1.1 for earlier, later in pairwise(totals))


def test_what_is_due_to_higher_levels_is_remitted_by_the_year_s_end_and_not_before(county: County) -> None:
    rows = of_year(county, dues_rows.remittances, 2021)
    due, remitted = ([round(row[name] * 100) for row in rows] for name in ("due_amount", "remitted_amount"))
    assert sum(due) == sum(remitted)
    assert all(sum(remitted[:month]) <= sum(due[:month]) for month in range(1, 13))
    assert sum(remitted[:11]) < sum(due[:11])


def test_parents_are_the_sums_of_their_children_and_totals_those_of_the_months(county: County) -> None:
    rows = of_year(county, budget_rows.budgets, 2020)
    months = {row["month"] for row in rows}
    for month in months:
        of_month = [row for row in rows if row["month"] == month]
        for code in budget_rows.PARENTS:
            [parent] = [row for row in of_month if row["subject_code"] == code]
            children = [row for row in of_month if row["subject_code"].startswith(code) and row is not parent]
            assert all(parent[name] == sum(child[name] for child in children) for name in budget_rows.AMOUNTS)
    for code in {row["subject_code"] for row in rows}:
        of_subject = sorted((row for row in rows if row["subject_code"] == code), key=lambda row: row["month"])
        executed = 0
        for row in of_subject:
            executed += row["executed_amount"]
            assert row["executed_to_date"] == executed <= row["adjusted_amount"]
            assert row["executed_amount"] >= 0


def test_large_payments_are_decided_on_and_purchases_not_split(county: County) -> None:
    for year in YEARS:
        for row in of_year(county, spending_rows.large_payments, year):
            assert row["amount"] < 50_000 or row["meeting_date"] < row["paid_date"]
        small = [row["amount"] for row in of_year(county, spending_rows.purchases, year) if row["amount"] < 20_000]
        assert max(small) * 2 <= 20_000


def test_most_cases_keep_their_limit_and_a_few_are_open_at_the_end(county: County) -> None:
    cases = [of_year(county, conduct_rows.service_cases, year) for year in YEARS]
    assert [len(rows) for rows in cases] == [276, 292, 310]
    still_open = [sum(row["closed_date"] is None for row in rows) for rows in cases]
    assert still_open[:2] == [0, 0]
    assert 1 <= still_open[2] <= 15


def test_projects_are_paid_no_more_than_their_contracts(county: County) -> None:
    paid: defaultdict[str, int] = defaultdict(int)
    for year in YEARS:
        for row in of_year(county, spending_rows.project_payments, year):
            paid[row["project_name"]] += row["amount"]
            assert paid[row["project_name"]] <= row["contract_amount"]
    assert len(paid) == 2


def test_reported_figures_are_of_the_year_before_and_of_indicators_there_are(county: County) -> None:
    rows = of_year(county, history_rows.histories, 2021)
    assert {row["as_of"].year for row in rows} == {2018}
    assert {row["kpi_id"] for row in rows} <= set(indicators())
    assert len({(row["kpi_id"], row["as_of"]) for row in rows}) == len(rows)
