"""Coverage: shares of enterprises, workers, unions and members."""

from collections.abc import Callable, Iterable
from datetime import date

from tests.second_computation.figure import Books, Indicator, Item, Parts
from tests.second_computation.tables import Row

PUBLIC = ("国有控股", "集体控股")


def enterprises(books: Books, day: date) -> list[Row]:
    return [row for row in books.states.in_force(day, "enterprise") if row["unit_kind"] == "企业"]


def unions(books: Books, day: date) -> list[Row]:
    return books.states.in_force(day, "union")


def units_of_unions(books: Books, day: date) -> set[str]:
    """Units that are themselves the unit of a union in force."""
    return {row["unit_code"] for row in unions(books, day) if row["unit_code"]}


def units_with_a_union(books: Books, day: date) -> set[str]:
    """Units of a union in force, or covered by one."""
    in_force = {row["union_code"] for row in unions(books, day)}
    covered = {row["unit_code"] for row in books.tables.rows("union_unit") if row["union_code"] in in_force}
    return units_of_unions(books, day) | covered


def with_a_union(books: Books, day: date) -> list[Row]:
    units = units_with_a_union(books, day)
    return [row for row in enterprises(books, day) if row["unit_code"] in units]


def workers_under_wage_contracts(books: Books, day: date) -> dict[str, int]:
    """Units under a wage contract in force, each with the largest number of covered workers."""
    contracts = {
        row["contract_code"]
        for row in books.states.in_force(day, "wage_contract")
        if row["contract_kind"] == "工资专项"
    }
    workers: dict[str, int] = {}
    for row in books.tables.rows("wage_contract_enterprise"):
        if row["contract_code"] in contracts:
            workers[row["unit_code"]] = max(workers.get(row["unit_code"], 0), row["covered_workers"])
    return workers


def share(rows: Iterable[Row], is_counted: Callable[[Row], bool]) -> Parts:
    """Rows that are counted among all, each in its own township."""
    everything = list(rows)
    return Parts(
        numerator=[Item(row["township_code"]) for row in everything if is_counted(row)],
        denominator=[Item(row["township_code"]) for row in everything],
    )


def wage_bargaining(books: Books, day: date) -> Parts:
    bound = workers_under_wage_contracts(books, day)
    return share(with_a_union(books, day), lambda row: row["unit_code"] in bound)


def wage_bargaining_100(books: Books, day: date) -> Parts:
    bound = workers_under_wage_contracts(books, day)
    large = [row for row in with_a_union(books, day) if row["employees"] >= 100]
    return share(large, lambda row: row["unit_code"] in bound)


def wage_bargaining_workers(books: Books, day: date) -> Parts:
    bound, units = workers_under_wage_contracts(books, day), with_a_union(books, day)
    return Parts(
        numerator=[
            Item(row["township_code"], min(bound[row["unit_code"]], row["employees"]))
            for row in units
            if row["unit_code"] in bound
        ],
        denominator=[Item(row["township_code"], row["employees"]) for row in units],
    )


def members_of_unions(books: Books, day: date) -> list[Item]:
    return [Item(row["township_code"], row["members"]) for row in unions(books, day)]


def density(books: Books, day: date) -> Parts:
    employees = [Item(row["township_code"], row["employees"]) for row in unions(books, day)]
    return Parts(members_of_unions(books, day), employees)


def register(books: Books, day: date) -> Parts:
    in_force = {row["union_code"] for row in unions(books, day)}
    listed = [
        Item(books.townships.of_union(day, row))
        for row in books.states.in_force(day, "member")
        if row["union_code"] in in_force
    ]
    return Parts(listed, members_of_unions(books, day))


def unionisation(books: Books, day: date) -> Parts:
    units = units_of_unions(books, day)
    large = [row for row in enterprises(books, day) if row["employees"] >= 25]
    return share(large, lambda row: row["unit_code"] in units)


def latest_management(books: Books, day: date) -> dict[str, Row]:
    """The latest row of each unit up to the year of the day."""
    latest: dict[str, Row] = {}
    for row in books.tables.rows("democratic_management"):
        unit = row["unit_code"]
        if row["year"] <= day.year and (unit not in latest or latest[unit]["year"] < row["year"]):
            latest[unit] = row
    return latest


def _public_units_with(column: str) -> Callable[[Books, date], Parts]:
    def parts(books: Books, day: date) -> Parts:
        latest = latest_management(books, day)
        public = [row for row in enterprises(books, day) if row["control_kind"] in PUBLIC]
        return share(public, lambda row: row["unit_code"] in latest and bool(latest[row["unit_code"]][column]))

    return parts


def private_congress(books: Books, day: date) -> Parts:
    latest = latest_management(books, day)
    private = [row for row in with_a_union(books, day) if row["control_kind"] not in PUBLIC]
    return share(private, lambda row: row["unit_code"] in latest and bool(latest[row["unit_code"]]["has_congress"]))


def womens_body(books: Books, day: date) -> Parts:
    with_women = [row for row in unions(books, day) if row["female_members"] != 0]
    return share(with_women, lambda row: row["womens_body"] in ("女工委", "女职工委员"))


def audit_body(books: Books, day: date) -> Parts:
    return share(unions(books, day), lambda row: row["audit_body"] in ("经审委", "经审委员"))


def legal_person(books: Books, day: date) -> Parts:
    def is_valid(row: Row) -> bool:
        end = row["certificate_end_date"]
        return bool(row["legal_person"]) and (end is None or end >= day)

    return share(unions(books, day), is_valid)


def enrolled(books: Books, day: date) -> list[Item]:
    rows = books.states.in_force(day, "mutual_aid_enrolment")
    return [Item(books.townships.of_unit(day, row), row["people"]) for row in rows]


def mutual_aid(books: Books, day: date) -> Parts:
    return Parts(enrolled(books, day), members_of_unions(books, day))


def platform_workers(books: Books, day: date) -> Parts:
    latest: dict[str, Row] = {}
    for year in range(books.tables.first_month.year, day.year + 1):
        until = min(day, date(year, 12, 31))
        for row in sorted(books.tables.months_to(until, "platform_survey"), key=lambda row: row["month"].toordinal()):
            latest[row["station_name"]] = row
    return Parts(
        numerator=[Item(None, row["joined"]) for row in latest.values()],
        denominator=[Item(None, row["surveyed"]) for row in latest.values()],
    )


BARGAINING = ("wage_contract", "wage_contract_enterprise", "enterprise", "union", "union_unit")


def _rate(name: str, parts: Callable[[Books, date], Parts], *ledgers: str) -> Indicator:
    return Indicator(name, "ratio", "point", "up", ledgers, parts)


INDICATORS = (
    _rate("wage_bargaining_coverage", wage_bargaining, *BARGAINING),
    _rate("wage_bargaining_worker_coverage", wage_bargaining_workers, *BARGAINING),
    _rate("union_density", density, "union"),
    _rate("wage_bargaining_coverage_100", wage_bargaining_100, *BARGAINING),
    _rate("member_register_coverage", register, "member", "union"),
    _rate("unionisation", unionisation, "union", "enterprise"),
    _rate("public_congress_coverage", _public_units_with("has_congress"), "democratic_management", "enterprise"),
    _rate("public_disclosure_coverage", _public_units_with("has_disclosure"), "democratic_management", "enterprise"),
    _rate("private_congress_coverage", private_congress, "democratic_management", "enterprise", "union", "union_unit"),
    _rate("womens_body_coverage", womens_body, "union"),
    _rate("audit_body_coverage", audit_body, "union"),
    _rate("legal_person_coverage", legal_person, "union"),
    Indicator(
        "mutual_aid_coverage", "ratio", "period", "up", ("mutual_aid_enrolment", "enterprise", "union"), mutual_aid
    ),
    Indicator(
        "platform_worker_coverage", "ratio", "month", "up", ("platform_survey",), platform_workers, county_only=True
    ),
)
