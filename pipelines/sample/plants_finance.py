"""Wrong rows in the finance department's ledgers of dues and budget."""

from pipelines.sample.budget_rows import PARENTS
from pipelines.sample.invented import WRONG_CHECK_UNIT, days_before, has
from pipelines.sample.organisation import Row
from pipelines.sample.plants import Plant, odd, wrong


def on_time(row: Row) -> bool:
    """Months whose dues were paid in full, and no others with them."""
    return bool(round(row["paid_amount"] * 100) == row["payroll"] * 2)


def in_december(row: Row) -> bool:
    """The last month of a year."""
    return bool(row["month"].month == 12)


def december_of(*codes: str) -> object:
    """The last month of the subjects with these codes."""
    return lambda row: in_december(row) and row["subject_code"] in codes


DUES: list[Plant] = [
    wrong("dues", "broken_rule", "payroll", changes={"payroll": -1_200}),
    wrong("dues", "missing_value", "payroll", changes={"payroll": None}),
    wrong("dues", "bad_type", "month", raw={"month": "2021年13月"}),
    wrong("dues", "bad_code", "unit_code", raw={"unit_code": "91530499MA00"}),
    wrong("dues", "not_allowed", "channel", raw={"channel": "现金上门"}),
    wrong("dues", "duplicate_key", "unit_code"),
    odd("dues", "bad_code", "unit_code", is_extra=True, changes={"unit_code": WRONG_CHECK_UNIT}, pick=on_time),
    odd("dues", "broken_rule", "paid_amount", changes={"paid_amount": -320.5}, pick=on_time),
    odd(
        "dues",
        "broken_rule",
        "paid_amount",
        changes={"paid_amount": lambda row: row["payroll"] * 3 / 10},
        pick=in_december,
    ),
]
REFUNDS: list[Plant] = [
    wrong("dues_refund", "broken_rule", "refunded_date", changes={"refunded_date": days_before("receipt_date", 1)}),
    wrong("dues_refund", "broken_rule", "amount", changes={"amount": 0}),
    wrong("dues_refund", "bad_type", "receipt_date", raw={"receipt_date": "3月上旬"}),
    wrong("dues_refund", "missing_value", "union_code", changes={"union_code": None}),
    wrong("dues_refund", "duplicate_key", "refund_code"),
]
REMITTANCES: list[Plant] = [
    wrong("dues_remit", "broken_rule", "due_amount", changes={"due_amount": -5}),
    wrong("dues_remit", "broken_rule", "remitted_amount", changes={"remitted_amount": -5}),
    wrong("dues_remit", "duplicate_key", "month"),
]
BUDGETS: list[Plant] = [
    wrong("budget", "broken_rule", "budget_amount", changes={"budget_amount": -1}),
    wrong("budget", "missing_value", "executed_amount", changes={"executed_amount": None}),
    wrong("budget", "not_allowed", "direction", raw={"direction": "结余"}),
    wrong("budget", "duplicate_key", "subject_code"),
    wrong(
        "budget",
        "broken_rule",
        "executed_to_date",
        is_extra=False,
        changes={"executed_to_date": lambda row: row["executed_to_date"] + 10},
        pick=december_of("401", "408"),
    ),
    odd(
        "budget",
        "broken_rule",
        "executed_amount",
        changes={
            "executed_amount": -800,
            "executed_to_date": lambda row: row["executed_to_date"] - row["executed_amount"] - 800,
        },
        pick=december_of("508"),
    ),
    odd(
        "budget",
        "broken_rule",
        "executed_to_date",
        changes={"adjusted_amount": lambda row: row["executed_to_date"] - 1_000},
        pick=december_of("507"),
    ),
    odd(
        "budget",
        "broken_rule",
        "subject_code",
        changes={"budget_amount": lambda row: row["budget_amount"] + 1_000},
        pick=has("subject_code", *PARENTS),
    ),
]
PLANTS = [*DUES, *REFUNDS, *REMITTANCES, *BUDGETS]
