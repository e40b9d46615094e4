"""Organisation: unions, members, wage contracts, sites."""

from collections.abc import Callable
from datetime import date, timedelta

from tests.second_computation.coverage import members_of_unions, unions
from tests.second_computation.figure import Books, Indicator, Item, Parts
from tests.second_computation.tables import Row

WAGE = "工资专项"
RENEWED_WITHIN = timedelta(days=60)


def all_unions(books: Books, day: date) -> Parts:
    return Parts([Item(row["township_code"]) for row in unions(books, day)])


def womens_committees(books: Books, day: date) -> Parts:
    return Parts([Item(row["township_code"]) for row in unions(books, day) if row["womens_body"] == "女工委"])


def audit_committees(books: Books, day: date) -> Parts:
    return Parts([Item(row["township_code"]) for row in unions(books, day) if row["audit_body"] == "经审委"])


def members(books: Books, day: date) -> Parts:
    return Parts(members_of_unions(books, day))


def migrant_members(books: Books, day: date) -> Parts:
    return Parts([Item(row["township_code"], row["migrant_members"] or 0) for row in unions(books, day)])


def unions_founded(books: Books, day: date) -> Parts:
    return Parts([Item(row["township_code"]) for row in books.states.year_to(day, "union", "founded_date")])


def _joined(books: Books, day: date, rows: list[Row]) -> Parts:
    return Parts([Item(books.townships.of_union(day, row), 1, row["person_key"]) for row in rows])


def members_joined(books: Books, day: date) -> Parts:
    return _joined(books, day, books.states.year_to(day, "member", "joined_date"))


def platform_members_joined(books: Books, day: date) -> Parts:
    joined = books.states.year_to(day, "member", "joined_date")
    return _joined(books, day, [row for row in joined if row["employment_kind"] == "新就业形态"])


def wage_contracts(books: Books, day: date, column: str) -> list[Row]:
    return [row for row in books.states.year_to(day, "wage_contract", column) if row["contract_kind"] == WAGE]


def wage_contracts_signed(books: Books, day: date) -> Parts:
    return Parts([Item(row["township_code"]) for row in wage_contracts(books, day, "signed_date")])


def _under_signed_contracts(books: Books, day: date) -> list[Row]:
    signed = {row["contract_code"] for row in wage_contracts(books, day, "signed_date")}
    return [row for row in books.tables.rows("wage_contract_enterprise") if row["contract_code"] in signed]


def wage_contract_enterprises(books: Books, day: date) -> Parts:
    rows = _under_signed_contracts(books, day)
    return Parts([Item(books.townships.of_unit(day, row), 1, row["unit_code"]) for row in rows])


def wage_contract_workers(books: Books, day: date) -> Parts:
    rows = _under_signed_contracts(books, day)
    return Parts([Item(books.townships.of_unit(day, row), row["covered_workers"], row["unit_code"]) for row in rows])


def contract_renewal(books: Books, day: date) -> Parts:
    by_contract: dict[str, set[str]] = {}
    contracts_of: dict[str, list[Row]] = {}
    contracts = books.states.on(day, "wage_contract")
    for row in books.tables.rows("wage_contract_enterprise"):
        by_contract.setdefault(row["contract_code"], set()).add(row["unit_code"])
        contract = contracts.get((row["contract_code"],))
        if contract and contract["contract_kind"] == WAGE and contract["signed_date"] <= day:
            contracts_of.setdefault(row["unit_code"], []).append(contract)

    def is_renewed(old: Row) -> bool:
        units = by_contract.get(old["contract_code"], set())
        return bool(units) and all(any(_renews(new, old) for new in contracts_of.get(unit, [])) for unit in units)

    expired = wage_contracts(books, day, "expiry_date")
    return Parts(
        numerator=[Item(row["township_code"]) for row in expired if is_renewed(row)],
        denominator=[Item(row["township_code"]) for row in expired],
    )


def _renews(new: Row, old: Row) -> bool:
    return bool(
        new["contract_code"] != old["contract_code"]
        and new["signed_date"] > old["signed_date"]
        and new["effective_date"] <= old["expiry_date"] + RENEWED_WITHIN
        and new["expiry_date"] > old["expiry_date"]
    )


def sites_named(books: Books, day: date) -> Parts:
    named = books.states.year_to(day, "demonstration_site", "named_date")
    return Parts([Item(books.townships.of_unit(day, row)) for row in named if row["site_kind"] == "工资集体协商"])


def _reform_sites(books: Books, day: date) -> list[Row]:
    return [
        row for row in books.states.in_force(day, "demonstration_site") if row["site_kind"] == "产业工人队伍建设改革"
    ]


def reform_sites(books: Books, day: date) -> Parts:
    return Parts([Item(books.townships.of_unit(day, row)) for row in _reform_sites(books, day)])


def reform_tasks(books: Books, day: date) -> Parts:
    with_tasks = [
        (books.townships.of_unit(day, row), row) for row in _reform_sites(books, day) if row["key_tasks"] is not None
    ]
    return Parts(
        numerator=[Item(township, row["done_tasks"] or 0) for township, row in with_tasks],
        denominator=[Item(township, row["key_tasks"]) for township, row in with_tasks],
    )


def _count(name: str, parts: Callable[[Books, date], Parts], *ledgers: str) -> Indicator:
    return Indicator(name, "count", "point", "up", ledgers, parts)


def _so_far(name: str, parts: Callable[[Books, date], Parts], *ledgers: str) -> Indicator:
    return Indicator(name, "count", "ytd", "up", ledgers, parts)


COVERED = ("wage_contract", "wage_contract_enterprise", "enterprise")
SITES = ("demonstration_site", "enterprise")
INDICATORS = (
    _count("unions", all_unions, "union"),
    _count("womens_committees", womens_committees, "union"),
    _count("audit_committees", audit_committees, "union"),
    _count("members", members, "union"),
    _so_far("unions_founded", unions_founded, "union"),
    _so_far("members_joined", members_joined, "member", "union"),
    _count("migrant_members", migrant_members, "union"),
    _so_far("platform_members_joined", platform_members_joined, "member", "union"),
    _so_far("wage_contracts_signed", wage_contracts_signed, "wage_contract"),
    Indicator(
        "contract_renewal", "ratio", "ytd", "up", ("wage_contract", "wage_contract_enterprise"), contract_renewal
    ),
    _so_far("wage_contract_enterprises", wage_contract_enterprises, *COVERED),
    _so_far("wage_contract_workers", wage_contract_workers, *COVERED),
    _so_far("demonstration_sites_named", sites_named, *SITES),
    _count("reform_sites", reform_sites, *SITES),
    Indicator("reform_task_completion", "ratio", "point", "up", SITES, reform_tasks),
)
