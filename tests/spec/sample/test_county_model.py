"""The model behind the sample: invented people with valid numbers, and ledgers that agree with each other."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice, pairwise

import pytest

from pipelines.sample import competition_rows, mutual_aid_rows, relief_rows, rights_rows, task_rows, union_rows
from pipelines.sample.make_unions import make_unions
from pipelines.sample.make_units import make_units
from pipelines.sample.organisation import County, Row
from pipelines.sample.people import CREDIT_ALPHABET, IDENTITY_WEIGHTS, credit_code, identity_number
from pipelines.sample.place import make_place, month_end

YEARS = (2019, 2020, 2021)
LAST_DAY = date(2021, 12, 31)


@pytest.fixture(scope="module")
def county() -> County:
    model = County(make_place("云岭县", 2019, 2021, "county", 7))
    model.units = make_units(model.place, model.dice("units"))
    model.unions = make_unions(model)
    return model


def every_year(county: County, rows: Callable[[County, date], Iterator[Row]]) -> list[Row]:
    return [row for year in YEARS for row in rows(county, date(year, 12, 31))]


def total(rows: list[Row], name: str) -> float:
    return float(sum(row[name] for row in rows))


def test_an_identity_number_ends_in_its_check_character() -> None:
    number = identity_number("530499", date(1980, 5, 6), 7)

    assert len(number) == 18
    assert number.startswith("53049919800506007")
    weighted = sum(int(digit) * weight for digit, weight in zip(number[:17], IDENTITY_WEIGHTS, strict=True))
    check = 10 if number[17] == "X" else int(number[17])
    assert (weighted + check) % 11 == 1


def test_a_credit_code_ends_in_its_check_character() -> None:
    code = credit_code("530499", "91", 42)

    assert len(code) == 18
    weighted = sum(CREDIT_ALPHABET.index(sign) * pow(3, place, 31) for place, sign in enumerate(code[:17]))
    assert (weighted + CREDIT_ALPHABET.index(code[17])) % 31 == 0


def test_nobody_is_two_people(county: County) -> None:
    numbers = [county.person(line, number).identity for line in range(1, 6) for number in range(2_000)]

    assert len(set(numbers)) == len(numbers)


def test_months_end_on_their_last_day() -> None:
    assert [month_end(2020, month) for month in (2, 12)] == [date(2020, 2, 29), date(2020, 12, 31)]


def test_there_are_12_townships_1200_units_and_370_unions(county: County) -> None:
    assert len(list(union_rows.townships(county, LAST_DAY))) == 12
    assert len(county.units) == 1_200
    assert len(list(union_rows.unions(county, LAST_DAY))) == 370


def test_members_grow_by_five_to_ten_per_cent_and_never_exceed_employees(county: County) -> None:
    states = [list(union_rows.unions(county, date(year, 12, 31))) for year in YEARS]
    members = [total(state, "members") for state in states]

    assert all(row["members"] <= row["employees"] for state in states for row in state)
    assert all(1.05 <= later / earlier <= 1.1 for earlier, later in pairwise(members))
    assert 0.8 <= members[-1] / total(states[-1], "employees") <= 0.9


def test_weak_townships_lie_below_the_others(county: County) -> None:
    rows = list(union_rows.unions(county, LAST_DAY))
    weak = {town.name for town in county.place.townships if town.weak}

    def density(chosen: list[Row]) -> float:
        return total(chosen, "members") / total(chosen, "employees")

    assert len(weak) == 3
    assert density([row for row in rows if row["township_code"] in weak]) < 0.76
    assert density([row for row in rows if row["township_code"] not in weak]) > 0.8


def test_86_wage_contracts_cover_about_286_enterprises(county: County) -> None:
    signed = [
        row
        for row in rights_rows.wage_contracts(county, LAST_DAY)
        if row["contract_kind"] == "工资专项" and row["signed_date"].year == 2021
    ]
    codes = {row["contract_code"] for row in signed}
    listed = [row for row in rights_rows.contract_enterprises(county, LAST_DAY) if row["contract_code"] in codes]

    assert len(signed) == 86
    assert 270 <= len({row["unit_code"] for row in listed}) <= 300


def test_a_contract_covers_what_its_detail_lists(county: County) -> None:
    listed = every_year(county, rights_rows.contract_enterprises)
    for contract in every_year(county, rights_rows.wage_contracts):
        own = [row for row in listed if row["contract_code"] == contract["contract_code"]]
        assert (contract["covered_enterprises"], contract["covered_workers"]) == (
            len(own),
            total(own, "covered_workers"),
        )


def test_every_publicly_owned_enterprise_has_a_congress(county: County) -> None:
    public = {unit.code for unit in county.enterprises if unit.is_public}
    rows = [row for row in rights_rows.democratic_management(county, LAST_DAY) if row["unit_code"] in public]

    assert {row["unit_code"] for row in rows} == public
    assert all(row["has_congress"] for row in rows)


def test_claims_come_from_units_enrolled_in_their_period(county: County) -> None:
    enrolled = {
        (row["unit_code"], row["period"])
        for year in (2018, 2019, 2020)
        for row in mutual_aid_rows.enrolments(county, date(year, 12, 31))
    }
    claims = every_year(county, mutual_aid_rows.claims)

    assert {(row["unit_code"], row["period"]) for row in claims} <= enrolled
    assert all(row["amount"] <= row["self_paid"] for row in claims)


def test_about_600_000_yuan_reach_a_thousand_people_a_year(county: County) -> None:
    rows = list(relief_rows.visits(county, LAST_DAY))

    assert 570_000 <= total(rows, "cash_amount") + total(rows, "goods_amount") <= 630_000
    assert 950 <= total(rows, "people") <= 1_050
    assert all(row.get("person") is None for row in rows if row["visit_kind"] == "集体")


def test_visited_hardship_households_are_in_force(county: County) -> None:
    files = list(relief_rows.households(county, LAST_DAY))
    for row in every_year(county, relief_rows.visits):
        if row["beneficiary_kind"] == "困难职工":
            day = row["visited_date"]
            assert any(
                file["person"] == row["person"]
                and file["filed_date"] <= day
                and (file["closed_date"] or LAST_DAY) >= day
                for file in files
            )


def test_the_city_games_have_26_trades(county: County) -> None:
    rows = [row for row in competition_rows.competitions(county, LAST_DAY) if row["level"] == "市级"]
    assert len({row["trade"] for row in rows}) == len(rows) == 26


def test_awards_name_trades_of_their_competition(county: County) -> None:
    held = {(row["competition_code"], row["trade"]) for row in competition_rows.competitions(county, LAST_DAY)}
    rows = list(competition_rows.awards(county, LAST_DAY))

    assert {(row["competition_code"], row["trade"]) for row in rows} <= held
    assert {"技术状元", "技术能手"} <= {row["title"] for row in rows}


def test_six_of_48_tasks_are_behind_at_the_end(county: County) -> None:
    tasks = list(task_rows.tasks(county, LAST_DAY))
    december = [row for row in task_rows.progress(county, LAST_DAY) if row["month"].month == 12]

    assert len(tasks) == len(december) == 48
    assert [row["status"] for row in december].count("滞后") == 6


def test_progress_never_falls(county: County) -> None:
    by_task: dict[str, list[int]] = {}
    for row in task_rows.progress(county, LAST_DAY):
        by_task.setdefault(row["task_code"], []).append(row["done"])

    assert all(done == sorted(done) for done in by_task.values())


def test_rows_are_made_one_by_one(county: County) -> None:
    assert len(list(islice(mutual_aid_rows.claims(county, LAST_DAY), 3))) == 3
