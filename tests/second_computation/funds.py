"""Funds: dues, budget, subsidies, payments, purchases, projects, loans."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from tests.second_computation.figure import Better, Books, Indicator, Item, Parts, Time
from tests.second_computation.tables import Row

DUES_RATE = Decimal("0.02")


def dues(books: Books, day: date) -> Parts:
    rows = [(books.townships.of_unit(day, row), row) for row in books.tables.months_to(day, "dues")]
    return Parts(
        numerator=[Item(township, row["paid_amount"]) for township, row in rows],
        denominator=[Item(township, row["payroll"] * DUES_RATE) for township, row in rows],
    )


def remitted(books: Books, day: date) -> Parts:
    rows = books.tables.months_to(day, "dues_remit")
    return Parts([Item(None, row["remitted_amount"]) for row in rows], [Item(None, row["due_amount"]) for row in rows])


def final_expenses(rows: list[Row]) -> list[Row]:
    """Lines of spending that are no parent: no other code of the same month begins with theirs."""
    codes: dict[date, set[str]] = {}
    for row in rows:
        codes.setdefault(row["month"], set()).add(row["subject_code"])
    parents = {
        (month, code[:length]) for month, found in codes.items() for code in found for length in range(1, len(code))
    }
    return [row for row in rows if row["direction"] == "支出" and (row["month"], row["subject_code"]) not in parents]


def budget(books: Books, day: date) -> Parts:
    rows = final_expenses(books.tables.of_month(day, "budget"))
    return Parts(
        numerator=[Item(None, row["executed_to_date"]) for row in rows],
        denominator=[Item(None, row["adjusted_amount"]) for row in rows],
    )


def subsidies(books: Books, day: date) -> Parts:
    spent = final_expenses(books.tables.months_to(day, "budget"))
    return Parts(
        numerator=[Item(None, row["amount"]) for row in books.tables.year_to(day, "subsidy", "paid_date")],
        denominator=[Item(None, row["executed_amount"]) for row in spent],
    )


def decisions(books: Books, day: date) -> Parts:
    rows = books.tables.year_to(day, "large_payment", "paid_date")
    large = [row for row in rows if row["amount"] >= books.large_payment]
    compliant = [row for row in large if row["meeting_date"] and row["meeting_date"] <= row["paid_date"]]
    return Parts([Item(None) for _ in compliant], [Item(None) for _ in large])


def procurement(books: Books, day: date) -> Parts:
    rows = books.tables.year_to(day, "procurement", "purchased_date")
    office = [row for row in rows if row["item_kind"] in ("办公用品", "办公设备")]
    central = [row for row in office if row["method"] in ("集中采购", "网上商城")]
    return Parts([Item(None, row["amount"]) for row in central], [Item(None, row["amount"]) for row in office])


def three_public(books: Books, day: date) -> Parts:
    return Parts([Item(None, row["amount"]) for row in books.tables.months_to(day, "three_public")])


def projects(books: Books, day: date) -> Parts:
    paid = [row for row in books.tables.rows("project_payment") if row["paid_date"] <= day]
    return Parts(
        numerator=[Item(None, row["amount"]) for row in paid],
        denominator=[Item(None, row["contract_amount"], row["project_name"]) for row in paid],
    )


def loans_granted(books: Books, day: date) -> Parts:
    rows = books.tables.year_to(day, "loan", "granted_date")
    return Parts([Item(row["township_code"], row["amount"]) for row in rows], heads=_borrowers(rows))


def loans_overdue(books: Books, day: date) -> Parts:
    granted = [row for row in books.tables.rows("loan") if row["granted_date"] <= day]
    overdue = [row for row in granted if row["status"] == "逾期"]
    running = [row for row in granted if row["status"] in ("在贷", "逾期")]
    return Parts(
        numerator=[Item(row["township_code"], row["amount"]) for row in overdue],
        denominator=[Item(row["township_code"], row["amount"]) for row in running],
        heads=_borrowers(overdue),
        denominator_heads=_borrowers(running),
    )


def _borrowers(rows: list[Row]) -> list[Item]:
    return [Item(row["township_code"], 1, row["person_key"]) for row in rows]


def _money_share(
    name: str,
    parts: Callable[[Books, date], Parts],
    ledgers: tuple[str, ...],
    better: Better = "up",
    time: Time = "ytd",
    county_only: bool = True,
) -> Indicator:
    return Indicator(
        name,
        "ratio",
        time,
        better,
        ledgers,
        parts,
        numerator_in="money",
        denominator_in="money",
        county_only=county_only,
    )


INDICATORS = (
    _money_share("dues_collection", dues, ("dues", "enterprise"), county_only=False),
    _money_share("dues_remitted", remitted, ("dues_remit",)),
    _money_share("budget_execution", budget, ("budget",), better="none", time="month"),
    _money_share("subsidy_share", subsidies, ("subsidy", "budget")),
    Indicator("collective_decision", "ratio", "ytd", "up", ("large_payment",), decisions, county_only=True),
    _money_share("central_procurement", procurement, ("procurement",)),
    Indicator(
        "three_public_spending",
        "amount",
        "ytd",
        "down",
        ("three_public",),
        three_public,
        numerator_in="money",
        value_in_money=True,
        county_only=True,
    ),
    _money_share("project_payment_share", projects, ("project_payment",), better="none", time="point"),
    Indicator(
        "loans_granted",
        "amount",
        "ytd",
        "up",
        ("loan",),
        loans_granted,
        numerator_in="money",
        value_in_money=True,
        about_people=True,
    ),
    Indicator(
        "loan_overdue",
        "ratio",
        "point",
        "down",
        ("loan",),
        loans_overdue,
        numerator_in="money",
        denominator_in="money",
        about_people=True,
    ),
)
