"""Wrong rows in the ledgers of the office, the finance room and the audit room."""

from pipelines.sample.invented import MOBILE, TEXT_IDENTITY, UNKNOWN_UNION, days_before, has, is_filled
from pipelines.sample.organisation import Row
from pipelines.sample.plants import Plant, odd, wrong

DEEDS: list[Plant] = [
    wrong("activity", "broken_rule", "done_date", changes={"done_date": None}, pick=has("status", "已办结")),
    wrong(
        "activity",
        "broken_rule",
        "done_date",
        changes={"done_date": days_before("start_date", 1)},
        pick=is_filled("done_date"),
    ),
    wrong("activity", "broken_rule", "participants", changes={"participants": -4}),
    wrong("activity", "not_allowed", "activity_kind", raw={"activity_kind": "团建"}),
    odd("activity", "personal_content", "title", changes={"title": f"走访慰问（{TEXT_IDENTITY}）"}),
    wrong(
        "service_case",
        "broken_rule",
        "complete_date",
        changes={"complete_date": days_before("received_date", 1)},
        pick=is_filled("closed_date"),
    ),
    wrong("service_case", "broken_rule", "outcome", changes={"outcome": None}, pick=is_filled("closed_date")),
    odd("service_case", "broken_rule", "closed_date", changes={"complete_date": None}, pick=is_filled("closed_date")),
    wrong("disclosure", "not_allowed", "channel", raw={"channel": "微博"}),
    wrong("disclosure", "bad_type", "is_masked", raw={"is_masked": "部分"}),
    wrong("appraisal", "broken_rule", "excellent", changes={"excellent": lambda row: row["excellent"] + 1}),
    wrong("audit_finding", "broken_rule", "due_date", changes={"due_date": days_before("found_date", 1)}),
    wrong("audit_finding", "broken_rule", "fixed_date", changes={"fixed_date": days_before("found_date", 1)}),
    odd("audit_finding", "personal_content", "problem", changes={"problem": f"经办人（{MOBILE}）未及时归档"}),
]
TASKS: list[Plant] = [
    wrong("task", "broken_rule", "target", changes={"task_code": "RW901", "target": 0}),
    wrong("task", "broken_rule", "weight", changes={"task_code": "RW902", "weight": 0}),
    wrong(
        "task",
        "broken_rule",
        "planned_end",
        changes={"task_code": "RW903", "planned_end": days_before("planned_start", 1)},
    ),
    wrong("task", "missing_value", "owner", changes={"task_code": "RW904", "owner": None}),
    wrong("task", "duplicate_key", "task_code"),
]
BEGUN = has("status", "序时推进", "超序时")


def in_december(row: Row) -> bool:
    """Tasks that were completed, as they stand at the end of the year."""
    return bool(row["month"].month == 12 and row["status"] == "已完成")


def in_spring(row: Row) -> bool:
    """Tasks on schedule in April."""
    return bool(row["month"].month == 4 and row["status"] == "序时推进")


PROGRESS: list[Plant] = [
    wrong("task_progress", "unknown_reference", "task_code", changes={"task_code": "RW999"}),
    wrong("task_progress", "broken_rule", "done", changes={"done": -1}, pick=BEGUN),
    wrong("task_progress", "not_allowed", "status", raw={"status": "基本完成"}),
    wrong("task_progress", "broken_rule", "done_date", changes={"done_date": None}, pick=has("status", "已完成")),
    wrong("task_progress", "missing_value", "done", changes={"done": None}, pick=BEGUN),
    wrong("task_progress", "duplicate_key", "task_code", pick=BEGUN),
    odd("task_progress", "broken_rule", "problem", changes={"problem": None}, pick=has("status", "滞后")),
    wrong("task_progress", "broken_rule", "status", is_extra=False, changes={"done": 1}, pick=in_december, book=0),
    odd("task_progress", "broken_rule", "done", changes={"done": 0, "status": "常态推进"}, pick=in_spring),
    odd("task_progress", "broken_rule", "status", changes={"status": "序时推进"}, pick=has("status", "滞后"), book=-1),
    odd("task_progress", "broken_rule", "remedy", changes={"remedy": None}, pick=has("status", "滞后")),
]
GOALS: list[Plant] = [
    wrong("target", "unknown_reference", "kpi_id", changes={"kpi_id": "happiness_index"}),
    wrong("target", "missing_value", "target", changes={"target": None}),
    wrong("target", "not_allowed", "pacing", raw={"pacing": "随缘"}),
    wrong("target", "duplicate_key", "kpi_id"),
    wrong("history", "unknown_reference", "kpi_id", changes={"kpi_id": "happiness_index"}),
    wrong("history", "missing_value", "source", changes={"kpi_id": "womens_committees", "source": None}),
]
DUES: list[Plant] = [
    wrong("dues", "broken_rule", "payroll", changes={"payroll": -100}),
    wrong("dues", "missing_value", "paid_amount", changes={"paid_amount": None}),
    wrong("dues", "bad_type", "month", raw={"month": "第三季度"}),
    wrong("dues", "duplicate_key", "unit_code"),
    odd("dues", "broken_rule", "paid_amount", changes={"paid_amount": -88.5}),
    wrong("dues_refund", "broken_rule", "refunded_date", changes={"refunded_date": days_before("receipt_date", 1)}),
    wrong("dues_refund", "broken_rule", "amount", changes={"amount": 0}),
    wrong("dues_remit", "broken_rule", "due_amount", changes={"due_amount": -1}),
    wrong("subsidy", "broken_rule", "amount", changes={"amount": 0, "settled_amount": None}),
    odd("subsidy", "unknown_reference", "union_code", changes={"union_code": UNKNOWN_UNION}),
    odd("subsidy", "broken_rule", "settled_amount", changes={"settled_amount": lambda row: row["amount"] + 500}),
]
SPENDING: list[Plant] = [
    wrong("budget", "not_allowed", "direction", raw={"direction": "往来"}),
    wrong("budget", "bad_type", "executed_amount", raw={"executed_amount": "待核"}),
    wrong("large_payment", "broken_rule", "amount", changes={"amount": -52_000}),
    wrong("large_payment", "missing_value", "purpose", changes={"purpose": None}),
    wrong("procurement", "not_allowed", "method", raw={"method": "熟人推荐"}),
    odd("procurement", "broken_rule", "amount", changes={"amount": lambda row: row["budget_amount"] + 20}),
    wrong("three_public", "broken_rule", "events", changes={"events": None}, pick=has("expense_kind", "公务接待")),
    wrong("three_public", "duplicate_key", "expense_kind"),
    wrong("project_payment", "broken_rule", "amount", changes={"amount": 0}),
    wrong("project_payment", "bad_type", "paid_date", raw={"paid_date": "年底前"}),
]
PLANTS = [*DEEDS, *TASKS, *PROGRESS, *GOALS, *DUES, *SPENDING]
