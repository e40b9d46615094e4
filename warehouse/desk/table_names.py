"""What people call the desk's schemas and its tables that are no ledger, and what one row of them is.

Ledgers have their names in ``meta.ledgers`` of the version itself; ``as_of.x`` is ``ledger.x`` as it stood on a day.
A mart has its own in the header of its file, four lines ``-- zh:``, ``-- en:`` (its name), ``-- row_zh:``,
``-- row_en:`` (what one row is); one that the desk does not hold needs none.
"""

import re
from dataclasses import dataclass
from functools import cache

from warehouse.language import Label
from warehouse.mart import marts

IN_THE_HEADER = ("zh", "en", "row_zh", "row_en")
HEADER_LINE = re.compile(rf"^-- ({'|'.join(IN_THE_HEADER)}): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TableName:
    """A table's name and what one row of it is."""

    label: Label
    grain: Label


SCHEMA_NAMES = {
    "ledger": Label("台账：入库的每一行", "Ledgers: every row that was loaded"),
    "as_of": Label("台账：截至各日期的状态", "Ledgers as they stood on each day"),
    "mart": Label("主题表：整理好的数据", "Marts: data prepared by subject"),
    "kpi": Label("指标", "Indicators"),
    "meta": Label("字典：列、地区、部室、日期", "Dictionary: columns, regions, departments, days"),
    "quality": Label("报送与质量", "Submissions and quality"),
}
"""In the order in which they are listed."""

OTHERS = {
    "kpi.values": TableName(
        Label("指标值", "Values of indicators"),
        Label("一个指标、一个截至日期、一个地区", "indicator, as-of date, region"),
    ),
    "kpi.breakdowns": TableName(
        Label("指标分组值", "Breakdowns of indicators"),
        Label("一个指标、一个截至日期、一个分组（全县）", "indicator, as-of date, group of the county"),
    ),
    "kpi.definitions": TableName(Label("指标口径", "Definitions of indicators"), Label("一个指标", "indicator")),
    "meta.as_of_dates": TableName(Label("截至日期", "As-of dates"), Label("一个截至日期", "as-of date")),
    "meta.columns": TableName(Label("台账的列", "Columns of ledgers"), Label("一个台账的一列", "ledger, column")),
    "meta.count_columns": TableName(
        Label("人数表的列", "Columns of the tables about people"), Label("一张人数表的一列", "table, column")
    ),
    "meta.count_tables": TableName(
        Label("人数表", "Tables about people"), Label("一张人数表", "table of numbers of people")
    ),
    "meta.delisted": TableName(Label("移出名录的行", "Rows taken off a list"), Label("一行", "row")),
    "meta.departments": TableName(Label("部室", "Departments"), Label("一个部室", "department")),
    "meta.ledgers": TableName(Label("台账", "Ledgers"), Label("一个台账", "ledger")),
    "meta.regions": TableName(Label("地区", "Regions"), Label("全县，或一个乡镇（街道）、系统", "county or township")),
    "meta.service_limits": TableName(Label("办理时限", "Limits of service matters"), Label("一个事项", "matter")),
    "meta.values": TableName(Label("列的可选值", "Values of columns"), Label("一列的一个可选值", "column, value")),
    "meta.version": TableName(Label("版本信息", "The version"), Label("一个项目", "item")),
    "meta.working_days": TableName(Label("工作日历", "Working days"), Label("一天", "day")),
    "quality.sheets": TableName(Label("收到的工作表", "Sheets that came"), Label("一张工作表", "sheet")),
    "quality.submissions": TableName(
        Label("报送情况", "Submissions"), Label("一个台账的一个报送期", "ledger, period of submission")
    ),
}


@cache
def table_names() -> dict[str, TableName]:
    """The names of all tables that have one, by ``schema.table``; raises like :func:`name_in_header`."""
    named = {f"mart.{name}": name_in_header(name, text) for name, text in marts().items()}
    return {**OTHERS, **{name: found for name, found in named.items() if found is not None}}


def name_in_header(name: str, text: str) -> TableName | None:
    """What the text of a mart calls itself, or None.

    Raises ``ValueError`` naming the mart whose header has some of the four lines and not each once.
    """
    lines = HEADER_LINE.findall(text)
    if not lines:
        return None
    if sorted(key for key, _ in lines) != sorted(IN_THE_HEADER):
        raise ValueError(f"marts/{name}.sql: the header needs each of {', '.join(IN_THE_HEADER)} once, or none")
    said = dict(lines)
    return TableName(Label(said["zh"], said["en"]), Label(said["row_zh"], said["row_en"]))
