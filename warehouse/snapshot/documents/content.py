"""What a month's documents show, read once: every form is written from it, so that all of them say the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from warehouse.days import year_before
from warehouse.figures.cell import NO_TOWNSHIP
from warehouse.language import Refusal
from warehouse.reader import Published
from warehouse.report.facts import in_chinese, organisation
from warehouse.report.figure import Figure
from warehouse.snapshot.documents.context import Context

COUNTY_ONLY = "county_only"
WITHOUT_TOWNSHIP = "未归入乡镇街道"

MONTH = "select count(*) from meta.as_of_dates where as_of_date = ? and is_month_end"
FIGURES = """
select definitions.*, coalesce(departments.name, definitions.department_id) as department_name, figures.*
from kpi."values" as figures
inner join kpi.definitions as definitions using (indicator_id)
left join meta.departments as departments using (department_id)
where figures.as_of_date = ?
order by definitions.position
"""
COURSES = """
select indicator_id, as_of_date, value, is_complete
from kpi."values"
inner join meta.as_of_dates using (as_of_date)
where region_code = ? and is_month_end and as_of_date between ? and ?
order by as_of_date
"""
REGIONS = "select region_code, region_name from meta.regions order by position, region_code"
LEDGERS = """
select ledgers.ledger_id, ledgers.label_zh, coalesce(departments.name, ledgers.department_id) as department_name
from meta.ledgers as ledgers
left join meta.departments as departments using (department_id)
"""


@dataclass(frozen=True, slots=True)
class Month:
    """An indicator's figure of the county at a month's end."""

    day: date
    value: float | None
    is_complete: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator: its figure of the county, of each region that has one, and its course since January last year.

    ``places`` are the townships in their order, by code; what is counted in no township stands last.
    """

    figure: Figure
    definition: str
    definition_version: str
    better: str
    light_reason: str | None
    department: str
    ledgers: tuple[str, ...]
    caveat: str
    places: Mapping[str, Figure]
    course: tuple[Month, ...]

    @property
    def id(self) -> str:
        return self.figure.id

    @property
    def name(self) -> str:
        return self.figure.label.zh

    @property
    def is_rate_by_township(self) -> bool:
        return self.figure.is_ratio and bool(self.places)


@dataclass(frozen=True, slots=True)
class Subject:
    """A family of indicators in the catalogue's order."""

    id: str
    name: str
    entries: tuple[Entry, ...]

    @property
    def rates_by_township(self) -> tuple[Entry, ...]:
        """The rates that townships have, those with a target first."""
        rates = [entry for entry in self.entries if entry.is_rate_by_township]
        return tuple(sorted(rates, key=lambda entry: entry.figure.target is None))


@dataclass(frozen=True, slots=True)
class Content:
    """A month. ``regions`` are names by code, the county first; ``missing`` the ledgers that were not handed in, by
    department; ``earlier`` what the version now says of the day of the previous issue, by indicator and region."""

    context: Context
    organisation: str
    county: str
    county_code: str
    day: date
    version: str
    regions: Mapping[str, str]
    subjects: tuple[Subject, ...]
    missing: Mapping[str, tuple[str, ...]]
    earlier: Mapping[tuple[str, str], float | None]

    @property
    def month(self) -> str:
        return f"{self.day.year}年{self.day.month}月"

    @property
    def as_of(self) -> str:
        return in_chinese(self.day)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for subject in self.subjects for entry in subject.entries)


def read_content(published: Published, day: date, context: Context) -> Content:
    """Everything that the documents of the month ending on ``day`` show. Refuses a day that is no month's end of it."""
    published.require_whole()
    if not published.query(MONTH, [day]).item():
        raise Refusal(f"数据中没有{in_chinese(day)}这个月末", f"{day} is no month's end of these data")
    regions = dict(published.query(REGIONS).iter_rows())
    return Content(
        context=context,
        organisation=organisation(published),
        county=published.version_info["county_name"],
        county_code=published.county_code,
        day=day,
        version=published.version,
        regions={**regions, NO_TOWNSHIP: WITHOUT_TOWNSHIP},
        subjects=_subjects(published, day, tuple(regions)),
        missing=_missing(published, context.missing),
        earlier=_earlier(published, context),
    )


def _subjects(published: Published, day: date, regions: Sequence[str]) -> tuple[Subject, ...]:
    labels = {line[0]: line[1] for line in published.query(LEDGERS).iter_rows()}
    courses = _courses(published, day)
    lines: dict[str, dict[str, dict[str, Any]]] = {}
    for row in published.query(FIGURES, [day]).to_dicts():
        lines.setdefault(row["indicator_id"], {})[row["region_code"]] = row
    families: dict[tuple[str, str], list[Entry]] = {}
    for name, by_region in lines.items():
        line = by_region[published.county_code]
        entry = _entry(line, by_region, regions, courses.get(name, ()), labels)
        families.setdefault((line["family"], line["family_label_zh"]), []).append(entry)
    return tuple(Subject(*family, tuple(entries)) for family, entries in families.items())


def _entry(
    line: Mapping[str, Any],
    by_region: Mapping[str, Mapping[str, Any]],
    regions: Sequence[str],
    course: Sequence[Month],
    labels: Mapping[str, str],
) -> Entry:
    places = {code: Figure.of(by_region[code]) for code in (*regions[1:], NO_TOWNSHIP) if code in by_region}
    return Entry(
        figure=Figure.of(line),
        definition=line["definition_zh"],
        definition_version=line["definition_version"],
        better=line["better"],
        light_reason=line["light_reason"],
        department=line["department_name"] or "",
        ledgers=tuple(labels.get(ledger, ledger) for ledger in line["ledgers"].split(",")),
        caveat=line["caveat_zh"] or "",
        places={code: figure for code, figure in places.items() if figure.reason != COUNTY_ONLY},
        course=tuple(course),
    )


def _courses(published: Published, day: date) -> dict[str, list[Month]]:
    since = date(year_before(day).year, 1, 1)
    found: dict[str, list[Month]] = {}
    for name, *month in published.query(COURSES, [published.county_code, since, day]).iter_rows():
        found.setdefault(name, []).append(Month(*month))
    return found


def _missing(published: Published, ledgers: Sequence[str]) -> dict[str, tuple[str, ...]]:
    known = {line[0]: line[1:] for line in published.query(LEDGERS).iter_rows()}
    kept: dict[str, list[str]] = {}
    for ledger in ledgers:
        label, department = known.get(ledger, (ledger, ledger))
        kept.setdefault(department or ledger, []).append(label)
    return {department: tuple(labels) for department, labels in kept.items()}


def _earlier(published: Published, context: Context) -> dict[tuple[str, str], float | None]:
    if context.previous is None:
        return {}
    sql = 'select indicator_id, region_code, value from kpi."values" where as_of_date = ?'
    return {(name, region): value for name, region, value in published.query(sql, [context.previous.day]).iter_rows()}
