"""The sample's ledgers about people and services: volumes, growth, and that they agree with each other."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

import pytest

from pipelines.sample import (
    activity_rows,
    case_rows,
    member_rows,
    platform_rows,
    service_rows,
    site_rows,
    union_rows,
    village_rows,
    wellbeing_rows,
)
from pipelines.sample.make_unions import make_unions
from pipelines.sample.make_units import make_units
from pipelines.sample.organisation import County, Row
from pipelines.sample.place import make_place

YEARS = (2019, 2020, 2021)
YEAR_ENDS = [date(year, 12, 31) for year in YEARS]
LAST_DAY = YEAR_ENDS[-1]


def county_of(first_year: int, last_year: int) -> County:
    model = County(make_place("云岭县", first_year, last_year, "county", 7))
    model.units = make_units(model.place, model.dice("units"))
    model.unions = make_unions(model)
    return model


@pytest.fixture(scope="module")
def county() -> County:
    return county_of(2019, 2021)


@pytest.fixture(scope="module")
def handed_in(county: County) -> list[list[Row]]:
    """The register's file of each year."""
    return [list(member_rows.members(county, day)) for day in YEAR_ENDS]


@pytest.fixture(scope="module")
def memberships(handed_in: list[list[Row]]) -> dict[tuple[str, str], Row]:
    """Every membership as it was last handed in."""
    return {(row["person"].identity, row["union_code"]): row for file in handed_in for row in file}


def every_year(county: County, rows: Callable[[County, date], Iterator[Row]]) -> list[list[Row]]:
    return [list(rows(county, day)) for day in YEAR_ENDS]


def in_force(memberships: dict[tuple[str, str], Row], day: date) -> list[Row]:
    return [
        row
        for row in memberships.values()
        if row["joined_date"] <= day and (row["left_date"] is None or row["left_date"] >= day)
    ]


@pytest.mark.parametrize("day", YEAR_ENDS)
def test_nearly_all_members_whom_the_unions_report_are_registered(
    county: County, memberships: dict[tuple[str, str], Row], day: date
) -> None:
    unions = {row["union_code"]: row for row in union_rows.unions(county, day) if row["dissolved_date"] is None}
    registered = [row for row in in_force(memberships, day) if row["union_code"] in unions]

    assert 0.97 <= len(registered) / sum(row["members"] for row in unions.values()) <= 0.99


def test_the_first_file_is_the_register_and_later_ones_are_what_changed(handed_in: list[list[Row]]) -> None:
    assert len(handed_in[0]) > 20_000
    assert all(2_000 <= len(file) <= 4_000 for file in handed_in[1:])
    for year, file in zip(YEARS[1:], handed_in[1:], strict=True):
        assert all(year in {row["joined_date"].year, (row["left_date"] or row["joined_date"]).year} for row in file)


def test_nobody_joins_before_eighteen_or_leaves_before_joining(memberships: dict[tuple[str, str], Row]) -> None:
    ages = [(row["joined_date"] - row["person"].birth_date).days / 365.25 for row in memberships.values()]

    assert min(ages) >= 18
    assert all(row["joined_date"] <= row["left_date"] for row in memberships.values() if row["left_date"])


@pytest.mark.parametrize("years", [(2010, 2010), (2098, 2099)])
def test_they_are_of_age_in_any_year(years: tuple[int, int]) -> None:
    place = county_of(*years)
    rows = list(member_rows.members(place, date(years[0], 12, 31)))

    assert all((row["joined_date"] - row["person"].birth_date).days >= 18 * 365 for row in rows)
    assert all(row["joined_date"].year <= years[0] for row in rows)


def test_who_moves_leaves_one_union_before_joining_the_next(memberships: dict[tuple[str, str], Row]) -> None:
    by_person: dict[str, list[Row]] = {}
    for (identity, _), row in memberships.items():
        by_person.setdefault(identity, []).append(row)
    moved = [sorted(rows, key=lambda row: row["joined_date"]) for rows in by_person.values() if len(rows) > 1]

    assert len(moved) > 50
    assert all(one["left_date"] < next_one["joined_date"] for rows in moved for one, next_one in pairwise(rows))


def test_platform_workers_have_a_group_and_nobody_else_has(memberships: dict[tuple[str, str], Row]) -> None:
    assert all(
        (row["employment_kind"] == "新就业形态") == (row["platform_group"] is not None) for row in memberships.values()
    )


def test_fifty_stations_report_every_month_and_their_members_are_about_those_registered(
    county: County, memberships: dict[tuple[str, str], Row]
) -> None:
    for day, file in zip(YEAR_ENDS, every_year(county, platform_rows.surveys), strict=True):
        months = Counter(row["month"] for row in file)
        assert list(months.values()) == [50] * 12
        assert all(0 < row["joined"] <= row["surveyed"] for row in file)
        december = sum(row["joined"] for row in file if row["month"].month == 12)
        registered = sum(row["employment_kind"] == "新就业形态" for row in in_force(memberships, day))
        assert 0.85 <= december / registered <= 1.15


def test_cases_grow_and_all_but_a_few_of_the_last_year_are_closed(county: County) -> None:
    files = every_year(county, case_rows.cases)

    assert [len(file) for file in files] == [55, 58, 62]
    assert [sum(row["closed_date"] is None for row in file) for file in files[:2]] == [0, 0]
    assert 1 <= sum(row["closed_date"] is None for row in files[2]) <= 10
    assert all((row["outcome"] is None) == (row["closed_date"] is None) for file in files for row in file)


def test_25_sites_are_in_force_5_of_them_of_the_reform(county: County) -> None:
    rows = [row for row in site_rows.sites(county, LAST_DAY) if row["revoked_date"] is None]

    assert len(rows) == len({row["unit_code"] for row in rows}) == 25
    reform = [row for row in rows if row["site_kind"] == "产业工人队伍建设改革"]
    assert len(reform) == 5
    assert all(2 <= row["done_tasks"] <= row["key_tasks"] for row in reform)


def test_sixty_people_recuperate_at_several_places_and_nobody_twice_a_year(county: County) -> None:
    files = every_year(county, wellbeing_rows.recuperations)

    assert [len(file) for file in files] == [52, 56, 60]
    assert all(len({row["person"] for row in file}) == len(file) for file in files)
    assert all(len({row["place"] for row in file}) >= 3 for file in files)


def test_model_workers_are_checked_every_year_and_others_take_turns(county: County) -> None:
    files = every_year(county, wellbeing_rows.health_checks)
    models = [{row["person"] for row in file if row["beneficiary_kind"] == "劳模"} for file in files]

    assert [len(file) for file in files] == [343, 370, 400]
    assert models[0] == models[1] == models[2]
    assert all(row["checked_date"].year == row["year"] for file in files for row in file)
    assert all(Counter(row["beneficiary_kind"] for row in file)["新就业形态"] > 80 for file in files)


def test_twelve_classes_a_year_teach_nursery_and_childcare_too(county: County) -> None:
    for file in every_year(county, service_rows.classes):
        assert len(file) == 12
        assert {"育婴员", "保育员"} <= {row["trade"] for row in file}
        assert all(row["certified"] <= row["completed"] <= row["enrolled"] for row in file)


def test_sixty_stations_serve_at_the_end(county: County) -> None:
    files = every_year(county, service_rows.stations)

    assert [sum(row["closed_date"] is None for row in file) for file in files] == [52, 57, 60]


def test_the_loan_book_lists_forty_loans_of_the_last_year(county: County) -> None:
    rows = list(service_rows.loans(county, LAST_DAY))

    assert Counter(row["granted_date"].year for row in rows) == {2019: 34, 2020: 37, 2021: 40}
    assert {row["status"] for row in rows} == {"在贷", "已还清", "逾期"}
    assert all(row["due_date"] <= LAST_DAY for row in rows if row["status"] == "已还清")


def test_twelve_people_are_posted_three_of_them_by_the_federation(county: County) -> None:
    for file, day in zip(every_year(county, village_rows.postings), YEAR_ENDS, strict=True):
        posted = [row for row in file if row["end_date"] is None or row["end_date"] > day]
        assert len(posted) == 12
        assert sum(row["sent_by_federation"] for row in posted) == 3
        assert sum(row["end_date"] is None for row in posted) == 6  # the other half is relieved next year


def test_who_is_given_something_in_a_village_is_posted_there(county: County) -> None:
    postings = list(village_rows.postings(county, LAST_DAY))
    for file in every_year(county, village_rows.condolences):
        assert 18 <= len(file) <= 22
        assert {row["level"] for row in file} == {"省级", "市级", "县级"}
        for row in file:
            assert any(
                posting["person"] == row["person"]
                and posting["start_date"] <= row["paid_date"] <= (posting["end_date"] or LAST_DAY)
                for posting in postings
            )


def test_fifteen_of_sixty_activities_are_good_deeds(county: County) -> None:
    files = every_year(county, activity_rows.activities)

    assert [len(file) for file in files] == [53, 56, 60]
    assert [sum(row["activity_kind"] == "办实事" for row in file) for file in files] == [13, 14, 15]
    assert all((row["status"] == "已办结") == (row["done_date"] is not None) for file in files for row in file)
    assert {row["status"] for row in files[-1]} == {"已办结", "推进中", "未启动"}


def test_the_votes_on_six_subjects_add_up(county: County) -> None:
    for file in every_year(county, activity_rows.appraisals):
        assert len(file) == 6
        votes = ("excellent", "competent", "fair", "poor", "abstained")
        assert all(sum(row[vote] for vote in votes) == row["voters"] for row in file)
