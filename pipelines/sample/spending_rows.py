"""Rows of the finance room about spending: budget, large payments, purchases, 三公, projects."""

from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.sample.organisation import County, Row

SUBJECTS = (
    ("401", "拨缴经费收入", "收入", 3_600_000),
    ("402", "上级补助收入", "收入", 900_000),
    ("403", "政府补助收入", "收入", 480_000),
    ("50101", "职工教育支出", "支出", 420_000),
    ("50102", "文体活动支出", "支出", 540_000),
    ("50103", "宣传活动支出", "支出", 240_000),
    ("502", "维权支出", "支出", 1_320_000),
    ("503", "业务支出", "支出", 600_000),
    ("504", "行政支出", "支出", 720_000),
    ("505", "补助下级支出", "支出", 480_000),
)
PARENT = ("501", "职工活动支出", "支出")
LARGE_PAYMENTS, PURCHASES = 12, 60


def budget(county: County, until: date) -> Iterator[Row]:
    """Ledger budget: every subject and month of one year; the parent is the sum of its children."""
    grown = 1 + 0.05 * (until.year - county.place.first_year)
    to_date = dict.fromkeys((code for code, *_ in SUBJECTS), 0)
    for month in range(1, until.month + 1):
        rows = []
        for number, (code, name, direction, amount) in enumerate(SUBJECTS):
            planned = round(amount * grown / 1_200) * 1_200 * county.place.factor
            share = (70 + (month * 5 + number * 3) % 21) / 100
            executed = int(planned / 12 * share) + (planned // 12 if month == 12 and direction == "支出" else 0)
            to_date[code] += executed
            rows.append(_subject((code, name, direction), until.year, month, planned, executed, to_date[code]))
        yield from _with_parent(rows)


def _subject(subject: tuple[str, str, str], year: int, month: int, planned: int, executed: int, total: int) -> Row:
    return {
        "subject_code": subject[0],
        "subject_name": subject[1],
        "direction": subject[2],
        "month": date(year, month, 1),
        "budget_amount": planned,
        "adjusted_amount": planned if month < 7 else planned + planned // 12,
        "executed_amount": executed,
        "executed_to_date": total,
    }


def _with_parent(rows: list[Row]) -> Iterator[Row]:
    children = [row for row in rows if row["subject_code"].startswith(PARENT[0])]
    amounts = ("budget_amount", "adjusted_amount", "executed_amount", "executed_to_date")
    totals = {name: sum(row[name] for row in children) for name in amounts}
    first = rows.index(children[0])
    code, name, direction = PARENT
    parent = {"subject_code": code, "subject_name": name, "direction": direction, "month": children[0]["month"]}
    yield from [*rows[:first], {**parent, **totals}, *rows[first:]]


def large_payments(county: County, until: date) -> Iterator[Row]:
    """Ledger large_payment: one of twelve without a meeting."""
    for number in range(LARGE_PAYMENTS * county.place.factor):
        paid = date(until.year, 1, 25) + timedelta(number * 27 % 320)
        decided = number % 12 != 7
        yield {
            "payment_code": f"DE{until.year}-{number + 1:03d}",
            "purpose": ("职工技能竞赛经费", "送温暖物资采购", "职工活动中心修缮", "文体活动经费")[number % 4],
            "amount": 52_000 + number * 13_000 % 90_000,
            "meeting_date": paid - timedelta(9) if decided else None,
            "minutes_code": f"会纪〔{until.year}〕{number + 1}号" if decided else None,
            "paid_date": paid,
        }


def purchases(county: County, until: date) -> Iterator[Row]:
    """Ledger procurement: no supplier sells the same kind twice in a quarter."""
    kinds = ("办公用品", "办公设备", "服务", "办公用品", "工程")
    methods = {"办公用品": "网上商城", "办公设备": "集中采购", "服务": "询价", "工程": "竞争性磋商"}
    for number in range(PURCHASES * county.place.factor):
        kind = kinds[number % len(kinds)]
        planned = 3_000 + number * 1_777 % 15_000 + (30_000 if kind == "工程" else 0)
        yield {
            "purchase_code": f"CG{until.year}-{number + 1:03d}",
            "item_kind": kind,
            "method": "自行采购" if kind == "办公设备" and number % 3 == 0 else methods[kind],
            "budget_amount": planned,
            "amount": planned - number % 7 * 130,
            "supplier": f"云水第{number + 1}商贸有限公司",
            "purchased_date": date(until.year, 1, 15) + timedelta(number * 11 % 340),
        }


def three_public(county: County, until: date) -> Iterator[Row]:
    """Ledger three_public: falling a little every year, nothing for travel abroad or new cars."""
    less = 1 - 0.06 * (until.year - county.place.first_year)
    kinds = (
        ("因公出国（境）", 0, 0),
        ("公务接待", 24_000, 1_500),
        ("公务用车购置", 0, 0),
        ("公务用车运行维护", 36_000, 2_600),
    )
    for month in range(1, until.month + 1):
        for kind, planned, spent in kinds:
            amount = round(spent * less * county.place.factor * (0.85 + month % 4 * 0.08), 2)
            yield {
                "expense_kind": kind,
                "month": date(until.year, month, 1),
                "budget_amount": planned * county.place.factor,
                "amount": amount,
                "events": (1 + month % 3) if kind == "公务接待" else None,
            }


def project_payments(county: County, until: date) -> Iterator[Row]:
    """Ledger project_payment: two payments a year; a project's contract lasts the whole sample."""
    years = county.place.years
    for number in range(3 * county.place.factor):
        contract = 600_000 + number * 90_000
        for turn, month in enumerate((5, 11)):
            yield {
                "payment_code": f"XM{until.year}-{number * 2 + turn + 1:03d}",
                "project_name": ("职工之家改造", "职工活动中心", "职工驿站建设")[number % 3] + f"{number // 3 + 1}期",
                "contract_amount": contract,
                "amount": int(contract * 0.9 / (len(years) * 2)),
                "paid_date": date(until.year, month, 16),
            }
