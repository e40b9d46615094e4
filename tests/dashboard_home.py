"""A published version made up for the pages: sheets, problems and gate around the figures of dashboard_figures."""

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from tests.dashboard_figures import (
    BEFORE_INCOMPLETE,
    COUNTY,
    DATA_DATE,
    DEPARTMENTS,
    LEDGERS,
    TOWNSHIPS,
    definitions,
    month_ends,
    values,
)
from warehouse.attention_list import store_attention
from warehouse.attention_rules import attention_rules
from warehouse.meta import create_schema
from warehouse.publish import Store

OF_FIGURES = ("red_lights", "amber_lights", "missing_ledgers")
"""The kinds of what needs attention that are found without rows of ledgers."""


def make_home(
    folder: Path,
    *,
    version: str = "0123456789abcdef",
    rejected: int = 7,
    kinds: tuple[str, ...] = OF_FIGURES,
) -> Path:
    """A home with one published version; gives its folder back."""
    store = Store(folder / "warehouse")
    store.folder.mkdir(parents=True, exist_ok=True)
    building = store.building(version)
    with duckdb.connect(str(building)) as con:
        _fill(con, version, rejected)
        _fill_attention(con, kinds)
    store.finish(building, version, {})
    return folder


def _fill(con: duckdb.DuckDBPyConnection, version: str, rejected: int) -> None:
    create_schema(con)
    for table, rows in _meta(version).items():
        _insert(con, f"meta.{table}", rows)
    _insert(con, "quality.sheets", _sheets(rejected))
    _insert(
        con,
        "quality.skips",
        [
            {"file": "组织部/基层工会.xlsx", "sheet": "城关街道", "reason": reason, "rows": rows}
            for reason, rows in (("title", 2), ("heading", 3), ("total", 4))
        ],
    )
    _insert(con, "quality.problems", _problems())
    _insert(con, "quality.gate", _gate())
    for table, rows in (("definitions", definitions()), ("values", values())):
        frame = pl.DataFrame(rows, infer_schema_length=None)
        con.register("incoming", frame)
        con.execute(f"create table kpi.{table} as select * from incoming")
        con.unregister("incoming")


def _fill_attention(con: duckdb.DuckDBPyConnection, kinds: tuple[str, ...]) -> None:
    """The list of what needs attention, of these kinds."""
    store_attention(con, [rule for rule in attention_rules() if rule.kind in kinds])


def _insert(con: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, Any]]) -> None:
    con.register("incoming", pl.DataFrame(rows, infer_schema_length=None))
    con.execute(f"insert into {table} by name select * from incoming")
    con.unregister("incoming")


def _meta(version: str) -> dict[str, list[dict[str, Any]]]:
    entries = {
        "version": version,
        "data_date": DATA_DATE.isoformat(),
        "first_month": "2019-01-01",
        "county_code": COUNTY,
        "county_name": "云岭县",
        "city_name": "云岭市",
        "suppression_threshold": "5",
    }
    regions = [(COUNTY, "云岭县", "县"), *((code, *named) for code, named in TOWNSHIPS.items())]
    return {
        "version": [{"key": key, "value": value} for key, value in entries.items()],
        "departments": [
            {"department_id": key, "name": name, "owner": owner} for key, (name, owner) in DEPARTMENTS.items()
        ],
        "regions": [
            {"region_code": code, "region_name": name, "region_kind": kind, "position": position}
            for position, (code, name, kind) in enumerate(regions)
        ],
        "as_of_dates": [
            {
                "as_of_date": day,
                "year_start_date": date(day.year, 1, 1),
                "is_month_end": True,
                "is_data_date": day == DATA_DATE,
            }
            for day in month_ends()
        ],
        "ledgers": [
            {
                "ledger_id": ledger_id,
                "table_name": table,
                "label_zh": zh,
                "label_en": en,
                "department_id": department,
                "frequency": frequency,
            }
            for ledger_id, (table, zh, en, department, frequency) in LEDGERS.items()
        ],
    }


def _sheets(rejected: int) -> list[dict[str, Any]]:
    shapes = (
        ("组织部/基层工会.xlsx", "城关街道", "union", "org", DATA_DATE, 412, rejected, 3, 9),
        ("组织部/基层工会.xlsx", "河西街道", "union", "org", DATA_DATE, 388, 0, 0, 6),
        ("组织部/单位名录(最终版)(2).xlsx", "Sheet1", "enterprise", "org", DATA_DATE, 1422, 12, 120, 4),
        ("权益保障部/工资专项集体合同.csv", "", "wage_contract", "rights", DATA_DATE, 640, 3, 0, 1),
        ("权益保障部/慰问2021.xlsx", "元旦春节", "relief_visit", "rights", BEFORE_INCOMPLETE, 2211, 31, 0, 12),
        ("权益保障部/职代会.xlsx", "2021年", "democratic_management", "rights", DATA_DATE, 90, 0, 0, 4),
        ("职工服务中心/互助.xlsx", "第18期", "mutual_aid_enrolment", "service", DATA_DATE, 320, 1, 0, 2),
        ("办公室/任务清单.xlsx", "12月", "task", "office", DATA_DATE, 60, 0, 0, 3),
        ("办公室/通讯录.xlsx", "Sheet1", None, "office", None, 25, 25, 0, 0),
    )
    return [
        {
            "file": file,
            "sheet": sheet,
            "ledger_id": ledger,
            "department_id": department,
            "reach_date": reach,
            "is_date_stated": True,
            "is_accepted": ledger is not None,
            "read": read,
            "loaded": read - bad - old - skipped,
            "rejected": bad,
            "superseded": old,
            "skipped": skipped,
        }
        for file, sheet, ledger, department, reach, read, bad, old, skipped in shapes
    ]


def _problems() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [
        {
            "file": "组织部/基层工会.xlsx",
            "sheet": "城关街道",
            "ledger_id": "union",
            "row": 7 + number,
            "heading": "会员人数",
            "column_name": "members",
            "value": "=1+1" if number == 0 else str(500 + number),
            "rule": "broken_rule",
            "severity": "error",
            "message_zh": "会员人数不能多于职工人数",
            "message_en": "Members cannot exceed employees",
        }
        for number in range(60)
    ]
    whole_sheet = {
        "file": "办公室/通讯录.xlsx",
        "sheet": "Sheet1",
        "ledger_id": None,
        "row": None,
        "heading": None,
        "column_name": None,
        "value": None,
        "rule": "unrecognised_sheet",
        "severity": "error",
        "message_zh": "这张表的表头与任何台账都对不上，整张表没有载入；请使用模板的表头",
        "message_en": "No ledger has the headings of this sheet; use those of the template",
    }
    approximate = {
        **rows[0],
        "file": "权益保障部/慰问2021.xlsx",
        "sheet": "元旦春节",
        "ledger_id": "relief_visit",
        "heading": "慰问人数",
        "column_name": "people",
        "value": "约120",
        "rule": "approximate_value",
        "severity": "warning",
        "message_zh": "按120读取；请写准确数",
        "message_en": "Read as 120; give the exact number",
    }
    return [*rows, whole_sheet, approximate]


def _gate() -> list[dict[str, Any]]:
    return [
        {
            "suite": suite,
            "expectation": expectation,
            "subject": subject,
            "severity": severity,
            "success": success,
            "observed": observed,
            "message_zh": zh,
            "message_en": en,
        }
        for suite, expectation, subject, severity, success, observed, zh, en in (
            ("unions", "unique_key", "union_code", "critical", True, None, "主键没有重复", "The key is unique"),
            (
                "unions",
                "row_count",
                "unions",
                "critical",
                True,
                "781",
                "行数与载入数相等",
                "As many rows as were loaded",
            ),
            (
                "audits",
                "rate_within_one",
                "kpi.values",
                "warning",
                False,
                "2",
                "有2个比率大于1，请核对部门数据",
                "2 rates are above 1: check the departments' data",
            ),
        )
    ]
