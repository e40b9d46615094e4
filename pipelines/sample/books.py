"""Which rows the departments hand in when, and in which files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipelines.registry import ledgers
from pipelines.sample import (
    activity_rows,
    case_rows,
    competition_rows,
    member_rows,
    mutual_aid_rows,
    platform_rows,
    relief_rows,
    rights_rows,
    service_rows,
    site_rows,
    target_rows,
    task_rows,
    union_rows,
    village_rows,
    wellbeing_rows,
)
from pipelines.sample.departments import DEPARTMENTS
from pipelines.sample.organisation import County, Row
from pipelines.sample.place import Place, month_end
from pipelines.sample.sheet import Book, Entry, Sheet

MOST_TYPED_ROWS = 10_000
"""A longer list is no workbook that somebody keeps by hand."""

Every = Literal["month", "year", "once", "year_ahead"]
Rows = Callable[[County, date], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Source:
    """A ledger's rows and how often they are handed in. ``bulk`` ones are CSV in a city or province."""

    ledger_id: str
    rows: Rows
    every: Every = "year"
    bulk: bool = False


SOURCES = (
    Source("township", union_rows.townships, "once"),
    Source("enterprise", union_rows.enterprises, bulk=True),
    Source("union", union_rows.unions, "month", bulk=True),
    Source("union_unit", union_rows.covered_units, "once"),
    Source("wage_contract", rights_rows.wage_contracts),
    Source("wage_contract_enterprise", rights_rows.contract_enterprises),
    Source("democratic_management", rights_rows.democratic_management),
    Source("competition", competition_rows.competitions),
    Source("competition_award", competition_rows.awards),
    Source("hardship_household", relief_rows.households, "month"),
    Source("relief_fund", relief_rows.funds),
    Source("relief_visit", relief_rows.visits, bulk=True),
    Source("student_aid", relief_rows.students),
    Source("mutual_aid_enrolment", mutual_aid_rows.enrolments, "year_ahead"),
    Source("mutual_aid_claim", mutual_aid_rows.claims, bulk=True),
    Source("task", task_rows.tasks),
    Source("task_progress", task_rows.progress),
    Source("target", target_rows.targets),
    Source("member", member_rows.members, bulk=True),
    Source("platform_survey", platform_rows.surveys),
    Source("rights_case", case_rows.cases),
    Source("demonstration_site", site_rows.sites),
    Source("recuperation", wellbeing_rows.recuperations),
    Source("health_check", wellbeing_rows.health_checks),
    Source("training", service_rows.classes),
    Source("service_station", service_rows.stations),
    Source("loan", service_rows.loans, "once"),
    Source("village_posting", village_rows.postings),
    Source("village_condolence", village_rows.condolences),
    Source("activity", activity_rows.activities),
    Source("appraisal", activity_rows.appraisals),
)


def hand_in_days(place: Place, every: Every) -> list[date]:
    """The days up to which the files of a ledger reach."""
    match every:
        case "month":
            return place.month_ends()
        case "once":
            return [place.last_day]
        case "year_ahead":
            return [month_end(year, 12) for year in range(place.first_year - 1, place.last_year + 1)]
    return [month_end(year, 12) for year in place.years]


def path_of(ledger_id: str, day: date, ending: str) -> str:
    """Where a department leaves a file: room, year, ledger and month."""
    ledger = ledgers()[ledger_id]
    room = DEPARTMENTS[ledger.department].name
    return f"{room}/{day.year}年/{ledger.label.zh}{day.year}年{day.month:02d}月.{ending}"


def books_of(county: County, source: Source) -> Iterator[Book]:
    """The plain files of one ledger, in order of time: workbooks, and what another system exports as CSV."""
    label = ledgers()[source.ledger_id].label.zh
    for day in hand_in_days(county.place, source.every):
        entries = [Entry(row) for row in source.rows(county, day)]
        sheet = Sheet(label, source.ledger_id, entries, day)
        if len(entries) > MOST_TYPED_ROWS:
            yield Book(path_of(source.ledger_id, day, "csv"), [sheet], encoding="utf-8-sig")
        else:
            yield Book(path_of(source.ledger_id, day, "xlsx"), [sheet])
