"""Openness, rights and conduct: publication, activities, rights cases, training, stations, findings, appraisals."""

from collections.abc import Callable
from datetime import date

from tests.second_computation.figure import Books, Indicator, Item, Parts
from tests.second_computation.tables import Row


def disclosures(books: Books, day: date) -> Parts:
    due = books.tables.year_to(day, "disclosure", "due_date")
    published = [row for row in due if row["published_date"] and row["published_date"] <= row["due_date"]]
    return Parts([Item(None) for _ in published], [Item(None) for _ in due])


def good_deeds(books: Books, day: date) -> Parts:
    done = books.tables.year_to(day, "activity", "done_date")
    return Parts([Item(None) for row in done if row["activity_kind"] == "办实事" and row["status"] == "已办结"])


def started(books: Books, day: date) -> list[Row]:
    """Activities of the year that have begun."""
    return [row for row in books.tables.year_to(day, "activity", "start_date") if row["status"] != "未启动"]


def participants(books: Books, day: date) -> Parts:
    rows = [row for row in started(books, day) if row["activity_kind"] != "办实事"]
    return Parts([Item(None, row["participants"] or 0) for row in rows])


def health_activities(books: Books, day: date) -> Parts:
    return Parts([Item(None) for row in started(books, day) if row["activity_kind"] == "爱国卫生"])


def rights_cases(books: Books, day: date, kinds: tuple[str, ...]) -> list[Row]:
    rows = books.tables.year_to(day, "rights_case", "received_date")
    return [row for row in rows if row["case_kind"] in kinds]


def cases_closed(books: Books, day: date) -> Parts:
    received = rights_cases(books, day, ("争议调处", "法律援助", "劳动保护检查"))
    closed = [row for row in received if row["closed_date"] and row["closed_date"] <= day]
    return Parts([Item(row["township_code"]) for row in closed], [Item(row["township_code"]) for row in received])


def meetings(books: Books, day: date) -> Parts:
    return Parts([Item(row["township_code"]) for row in rights_cases(books, day, ("三方会议", "联席会议"))])


def _trained(trade: str) -> Callable[[Books, date], Parts]:
    def parts(books: Books, day: date) -> Parts:
        rows = books.tables.year_to(day, "training", "end_date")
        return Parts([Item(None, row["completed"]) for row in rows if row["trade"] == trade])

    return parts


def stations(books: Books, day: date) -> Parts:
    rows = books.states.in_force(day, "service_station")
    return Parts([Item(row["township_code"]) for row in rows if row["station_kind"] in ("职工驿站", "港湾")])


def findings(books: Books, day: date) -> Parts:
    due = books.tables.year_to(day, "audit_finding", "due_date")
    fixed = [row for row in due if row["fixed_date"] and row["fixed_date"] <= day]
    return Parts([Item(None) for _ in fixed], [Item(None) for _ in due])


def appraisals(books: Books, day: date) -> Parts:
    rows = [row for row in books.tables.rows("appraisal") if row["year"] <= day.year]
    latest = max((row["year"] for row in rows), default=None)
    subjects = [row for row in rows if row["year"] == latest]
    return Parts(
        numerator=[Item(None, row["excellent"] + row["competent"]) for row in subjects],
        denominator=[Item(None, row["voters"]) for row in subjects],
    )


def _rate(name: str, ledger: str, parts: Callable[[Books, date], Parts], county_only: bool = True) -> Indicator:
    return Indicator(name, "ratio", "ytd", "up", (ledger,), parts, county_only=county_only)


def _count(name: str, ledger: str, parts: Callable[[Books, date], Parts], county_only: bool = True) -> Indicator:
    return Indicator(name, "count", "ytd", "up", (ledger,), parts, county_only=county_only)


INDICATORS = (
    _rate("disclosure_on_time", "disclosure", disclosures),
    _count("good_deeds", "activity", good_deeds),
    _count("activity_participants", "activity", participants),
    _count("health_county_activities", "activity", health_activities),
    _rate("rights_cases_closed", "rights_case", cases_closed, county_only=False),
    _count("tripartite_meetings", "rights_case", meetings, county_only=False),
    _count("training_nursery", "training", _trained("育婴员")),
    _count("training_childcare", "training", _trained("保育员")),
    Indicator("stations_built", "count", "point", "up", ("service_station",), stations),
    _rate("findings_fixed", "audit_finding", findings),
    Indicator("appraisal_satisfaction", "ratio", "month", "up", ("appraisal",), appraisals, county_only=True),
)
