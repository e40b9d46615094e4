"""Figures made up for the pages: 36 months, 12 townships, every state that a figure can be in."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any

COUNTY = "530499"
DATA_DATE = date(2021, 12, 31)
SUPPRESSED_TOWNSHIP = "530499108"
BEFORE_INCOMPLETE = date(2021, 11, 30)

TOWNSHIPS = {
    "530499001": ("城关街道", "街道"),
    "530499002": ("河西街道", "街道"),
    "530499100": ("东岗镇", "镇"),
    "530499101": ("柳林镇", "镇"),
    "530499102": ("石桥镇", "镇"),
    "530499103": ("青山乡", "乡"),
    "530499104": ("白水镇", "镇"),
    "530499105": ("龙泉镇", "镇"),
    "530499106": ("永安乡", "乡"),
    "530499107": ("平原镇", "镇"),
    SUPPRESSED_TOWNSHIP: ("大湾彝族傣族乡", "乡"),
    "530499901": ("教育系统", "县直系统"),
}

DEPARTMENTS = {
    "org": ("组织部", "张明"),
    "rights": ("权益保障部", "李芳"),
    "service": ("职工服务中心", ""),
    "office": ("办公室", "王强"),
}

LEDGERS = {
    "union": ("unions", "基层工会台账", "Grass-roots unions", "org", "month"),
    "enterprise": ("enterprises", "单位名录", "Enterprises", "org", "month"),
    "wage_contract": ("wage_contracts", "工资集体合同台账", "Wage contracts", "rights", "month"),
    "relief_visit": ("relief_visits", "送温暖慰问台账", "Relief visits", "rights", "month"),
    "mutual_aid_enrolment": ("mutual_aid_enrolments", "医疗互助参加台账", "Mutual-aid enrolments", "service", "year"),
    "democratic_management": ("democratic_managements", "职代会建制台账", "Congress register", "rights", "year"),
    "task": ("tasks", "重点任务台账", "Key tasks", "office", "month"),
    "township": ("townships", "乡镇街道名录", "Townships", "office", "year"),
}


@dataclass(frozen=True)
class Made:
    """One made-up indicator: its course runs from ``start`` to ``end`` of the county's figure."""

    id: str
    zh: str
    en: str
    kind: str
    unit: tuple[str, str]
    time: str
    better: str
    scope: str
    ledger: str
    numerator: tuple[str, str]
    denominator: tuple[str, str] | None
    start: float
    end: float
    target: float | None
    size: float = 1.0


INDICATORS = (
    Made(
        "wage_bargaining_coverage",
        "工资集体协商企业覆盖率",
        "Wage-bargaining coverage of enterprises",
        "ratio",
        ("%", "%"),
        "point",
        "up",
        "township",
        "wage_contract",
        ("签订工资专项合同的企业", "Enterprises under a wage contract"),
        ("建会企业", "Enterprises with a union"),
        0.71,
        0.868,
        0.85,
        1240,
    ),
    Made(
        "union_density",
        "入会率",
        "Union density",
        "ratio",
        ("%", "%"),
        "point",
        "up",
        "township",
        "union",
        ("会员人数", "Members"),
        ("职工人数", "Employees"),
        0.79,
        0.8124,
        0.85,
        68300,
    ),
    Made(
        "members",
        "会员人数",
        "Members",
        "count",
        ("人", "people"),
        "point",
        "up",
        "township",
        "union",
        ("会员人数", "Members"),
        None,
        51200,
        55487,
        54000,
    ),
    Made(
        "relief_spent",
        "送温暖慰问支出",
        "Relief spent",
        "amount",
        ("元", "yuan"),
        "ytd",
        "none",
        "township",
        "relief_visit",
        ("慰问支出", "Relief spent"),
        None,
        2_900_000,
        3_531_250.5,
        None,
    ),
    Made(
        "mutual_aid_coverage",
        "医疗互助参互率",
        "Mutual-aid coverage",
        "ratio",
        ("%", "%"),
        "period",
        "up",
        "township",
        "mutual_aid_enrolment",
        ("参加人数", "People enrolled"),
        ("会员人数", "Members"),
        0.52,
        0.497,
        0.6,
        55487,
    ),
    Made(
        "task_completion",
        "重点任务完成率",
        "Completion of key tasks",
        "ratio",
        ("%", "%"),
        "month",
        "up",
        "county",
        "task",
        ("完成权重", "Weight done"),
        ("全部权重", "All weight"),
        0.1,
        0.8995,
        0.9,
        100,
    ),
    Made(
        "tasks_behind",
        "滞后任务数",
        "Tasks behind",
        "count",
        ("项", "tasks"),
        "month",
        "down",
        "county",
        "task",
        ("滞后任务", "Tasks behind"),
        None,
        9,
        4,
        0,
    ),
    Made(
        "public_congress_coverage",
        "公有制企业职代会建制率",
        "Congress coverage of public enterprises",
        "ratio",
        ("%", "%"),
        "point",
        "up",
        "township",
        "democratic_management",
        ("已建制的公有制企业", "Public enterprises with a congress"),
        ("公有制企业", "Public enterprises"),
        0.93,
        1.0,
        1.0,
        86,
    ),
    Made(
        "mutual_aid_claims",
        "医疗互助补助人次",
        "Mutual-aid claims",
        "count",
        ("人次", "claims"),
        "ytd",
        "none",
        "township",
        "mutual_aid_enrolment",
        ("补助人次", "Claims"),
        None,
        700,
        812,
        None,
    ),
    Made(
        "hardship_reach",
        "困难职工慰问覆盖率",
        "Hardship households visited",
        "ratio",
        ("%", "%"),
        "ytd",
        "up",
        "township",
        "relief_visit",
        ("已慰问户", "Households visited"),
        ("在档户", "Households"),
        0.4,
        0.93,
        None,
        310,
    ),
)


def month_ends() -> list[date]:
    return [date(year, month, monthrange(year, month)[1]) for year in (2019, 2020, 2021) for month in range(1, 13)]


def definitions() -> list[dict[str, Any]]:
    return [
        {
            "indicator_id": made.id,
            "position": position,
            "family": "coverage",
            "label_zh": made.zh,
            "label_en": made.en,
            "definition_zh": f"{made.zh}的口径",
            "definition_en": f"How {made.en} is counted",
            "unit": made.unit[0],
            "unit_en": made.unit[1],
            "kind": made.kind,
            "time": made.time,
            "better": made.better,
            "scope": made.scope,
            "department_id": LEDGERS[made.ledger][3],
            "ledgers": made.ledger,
            "caveat_zh": None,
            "caveat_en": None,
            "numerator_label_zh": made.numerator[0],
            "numerator_label_en": made.numerator[1],
            "denominator_label_zh": made.denominator[0] if made.denominator else None,
            "denominator_label_en": made.denominator[1] if made.denominator else None,
            "definition_version": "1a2b3c4d",
        }
        for position, made in enumerate(INDICATORS)
    ]


def values() -> list[dict[str, Any]]:
    return [_value(made, day, code) for made in INDICATORS for day in month_ends() for code in (COUNTY, *TOWNSHIPS)]


def _value(made: Made, day: date, code: str) -> dict[str, Any]:
    value = _course(made, day, code)
    last_year = _course(made, date(day.year - 1, day.month, 28), code) if day.year > 2019 else None
    is_about_people = made.ledger == "relief_visit" or made.id == "mutual_aid_claims"
    is_suppressed = code == SUPPRESSED_TOWNSHIP and is_about_people
    is_county_only = made.scope == "county" and code != COUNTY
    reason = "county_only" if is_county_only else "suppressed" if is_suppressed else None
    hidden = reason is not None
    late = made.ledger == "relief_visit" and day > BEFORE_INCOMPLETE
    target = None if is_county_only or (made.kind != "ratio" and code != COUNTY) else made.target
    is_ratio = made.kind == "ratio"
    yoy = None if hidden or last_year is None else value - last_year if is_ratio else value / last_year - 1
    return {
        "indicator_id": made.id,
        "as_of_date": day,
        "region_code": code,
        "numerator": None if hidden else float(round(value * made.size)) if is_ratio else value,
        "denominator": None if hidden or not is_ratio else made.size,
        "value": None if hidden else value,
        "last_year": None if hidden else last_year,
        "yoy": yoy,
        "mom": None,
        "target": target,
        "pace": None if is_ratio else target,
        "light": "grey" if hidden else _light(made, value, target),
        "light_reason": None,
        "last_year_source": None,
        "is_complete": not late,
        "missing": "relief_visit" if late else "",
        "is_suppressed": is_suppressed,
        "reason": reason,
        "corrected_rows": None if hidden else 0,
        "corrected_ledgers": None if hidden else "",
        "yoy_reason": reason if hidden else "before_data" if last_year is None else None,
    }


def _course(made: Made, day: date, code: str) -> float:
    """Linear over three years; what grows over the year starts anew; townships spread around the county."""
    through = ((day.year - 2019) * 12 + day.month) / 36
    value = made.start + (made.end - made.start) * through
    if made.time == "ytd":
        value *= day.month / 12
    if code != COUNTY:
        place = list(TOWNSHIPS).index(code)
        spread = 0.82 + 0.025 * place if made.kind == "ratio" else (1 + place % 4) / 30
        value *= spread
    if made.kind == "ratio":
        return min(round(value, 6), 1.0)
    return float(round(value)) if made.kind == "count" else round(value, 2)


def _light(made: Made, value: float, target: float | None) -> str:
    if target is None or made.better == "none":
        return "grey"
    if made.better == "down":
        return "green" if value <= target else "red"
    return "green" if value >= target else "amber" if value >= 0.9 * target else "red"
