"""Which rows the departments hand in when, and in which files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipelines.registry import ledgers
from pipelines.sample import (
    activity_rows,
    budget_rows,
    case_rows,
    competition_rows,
    conduct_rows,
    dues_rows,
    history_rows,
    member_rows,
    mutual_aid_rows,
    platform_rows,
    relief_rows,
    rights_rows,
    service_rows,
    site_rows,
    spending_rows,
    target_rows,
    task_rows,
    union_rows,
    village_rows,
    wellbeing_rows,
)
from pipelines.sample.departments import DEPARTMENTS
from pipelines.sample.organisation import County, Row
from pipelines.sample.place import Place, month_end
from pipelines.sample.sheet import Book, Entry, Planted, Sheet
from pipelines.working_days import STATUTORY_YEARS

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
    Source("dues", dues_rows.dues, bulk=True),
    Source("dues_refund", dues_rows.refunds),
    Source("dues_remit", dues_rows.remittances),
    Source("budget", budget_rows.budgets),
    Source("subsidy", spending_rows.subsidies),
    Source("large_payment", spending_rows.large_payments),
    Source("procurement", spending_rows.purchases),
    Source("three_public", spending_rows.three_public),
    Source("project_payment", spending_rows.project_payments),
    Source("service_case", conduct_rows.service_cases),
    Source("disclosure", conduct_rows.disclosures),
    Source("audit_finding", conduct_rows.findings),
    Source("history", history_rows.histories, "once"),
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
        sheet = Sheet(label, source.ledger_id, entries, day, planted=_unknown_calendar(source.ledger_id, entries))
        if len(entries) > MOST_TYPED_ROWS:
            yield Book(path_of(source.ledger_id, day, "csv"), [sheet], encoding="utf-8-sig")
        else:
            yield Book(path_of(source.ledger_id, day, "xlsx"), [sheet])


def _unknown_calendar(ledger_id: str, entries: list[Entry]) -> tuple[Planted, ...]:
    """The warning of a sheet whose working days nobody can count yet; what begins in a year ends in it."""
    spans = ledgers()[ledger_id].working_days
    starts = [entry.values[spans.start] for entry in entries] if spans else []
    is_unknown = any(start is not None and start.year not in STATUTORY_YEARS for start in starts)
    return (Planted("unknown_calendar", "warning", spans.start),) if spans and is_unknown else ()
