"""Wrong rows in the finance department's ledgers of payments and purchases."""

from datetime import timedelta

from pipelines.sample.invented import UNKNOWN_UNION, has
from pipelines.sample.organisation import Row
from pipelines.sample.plants import Plant, odd, wrong
from pipelines.sample.spending_rows import RARE_SUPPLIER


def is_decided(row: Row) -> bool:
    """Payments that a meeting decided on."""
    return row["meeting_date"] is not None


SUBSIDIES: list[Plant] = [
    wrong("subsidy", "broken_rule", "amount", changes={"amount": 0, "settled_amount": None}),
    wrong("subsidy", "missing_value", "purpose", changes={"purpose": None}),
    wrong("subsidy", "duplicate_key", "grant_code"),
    odd("subsidy", "unknown_reference", "union_code", changes={"union_code": UNKNOWN_UNION}),
    odd("subsidy", "broken_rule", "settled_amount", changes={"settled_amount": lambda row: row["amount"] + 500}),
]
LARGE_PAYMENTS: list[Plant] = [
    wrong("large_payment", "broken_rule", "amount", changes={"amount": 0}),
    wrong("large_payment", "missing_value", "paid_date", changes={"paid_date": None}),
    wrong("large_payment", "duplicate_key", "payment_code"),
    odd(
        "large_payment",
        "broken_rule",
        "meeting_date",
        changes={"meeting_date": None, "minutes_code": None},
        pick=is_decided,
    ),
    odd(
        "large_payment",
        "broken_rule",
        "meeting_date",
        changes={"meeting_date": lambda row: row["paid_date"] + timedelta(6)},
        pick=is_decided,
    ),
    odd("large_payment", "broken_rule", "meeting_date", changes={"meeting_date": None}, pick=is_decided, book=-1),
]
SUPPLIES = has("item_kind", "办公用品")
PURCHASES: list[Plant] = [
    wrong("procurement", "broken_rule", "amount", changes={"amount": -1}),
    wrong("procurement", "not_allowed", "method", raw={"method": "熟人介绍"}),
    wrong("procurement", "missing_value", "supplier", changes={"supplier": None}),
    wrong("procurement", "duplicate_key", "purchase_code"),
    odd("procurement", "broken_rule", "method", changes={"method": "自行采购"}, pick=SUPPLIES),
    odd("procurement", "broken_rule", "method", changes={"method": "自行采购"}, pick=SUPPLIES, book=-1),
    odd("procurement", "broken_rule", "amount", changes={"budget_amount": lambda row: row["amount"] - 100}),
    odd(
        "procurement",
        "broken_rule",
        "supplier",
        is_extra=True,
        marks_base=True,
        changes={
            "purchase_code": "CG9999-001",
            "budget_amount": 19_900,
            "amount": 19_800,
            "purchased_date": lambda row: row["purchased_date"] + timedelta(9),
        },
        pick=has("supplier", RARE_SUPPLIER),
    ),
]
THREE_PUBLIC: list[Plant] = [
    wrong(
        "three_public",
        "broken_rule",
        "events",
        changes={"events": None},
        pick=has("expense_kind", "公务接待"),
    ),
    wrong("three_public", "not_allowed", "expense_kind", raw={"expense_kind": "会议费"}),
    wrong("three_public", "duplicate_key", "expense_kind"),
    odd(
        "three_public",
        "broken_rule",
        "amount",
        changes={"amount": -260},
        pick=has("expense_kind", "公务用车运行维护"),
    ),
]
PROJECTS: list[Plant] = [
    wrong("project_payment", "broken_rule", "amount", changes={"amount": 0}),
    wrong("project_payment", "missing_value", "contract_amount", changes={"contract_amount": None}),
    odd(
        "project_payment",
        "broken_rule",
        "amount",
        changes={"amount": lambda row: row["contract_amount"] + 10_000},
        book=-1,
    ),
]
PLANTS = [*SUBSIDIES, *LARGE_PAYMENTS, *PURCHASES, *THREE_PUBLIC, *PROJECTS]
