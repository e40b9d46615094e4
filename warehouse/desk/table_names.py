"""What people call the desk's schemas and its tables that are no ledger, and what one row of them is.

Ledgers have their names in ``meta.ledgers`` of the version itself; ``as_of.x`` is ``ledger.x`` as it stood on a day.
"""

from dataclasses import dataclass

from warehouse.language import Label


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

TABLE_NAMES = {
    "kpi.values": TableName(
        Label("指标值", "Values of indicators"),
        Label("一个指标、一个截至日期、一个地区", "indicator, as-of date, region"),
    ),
    "kpi.breakdowns": TableName(
        Label("指标分组值", "Breakdowns of indicators"),
        Label("一个指标、一个截至日期、一个分组（全县）", "indicator, as-of date, group of the county"),
    ),
    "kpi.definitions": TableName(Label("指标口径", "Definitions of indicators"), Label("一个指标", "indicator")),
    "mart.budgets": TableName(
        Label("预算执行", "Budget"), Label("一个截至日期、科目、月份", "as-of date, subject, month")
    ),
    "mart.competition_awards": TableName(
        Label("当年竞赛获奖", "Awards of the year"), Label("一个截至日期、一项获奖", "as-of date, award")
    ),
    "mart.competition_codes": TableName(
        Label("竞赛编号", "Competition codes"), Label("一个竞赛编号", "code of a competition")
    ),
    "mart.competitions": TableName(
        Label("当年竞赛", "Competitions of the year"),
        Label("一个截至日期、竞赛、工种", "as-of date, competition, trade"),
    ),
    "mart.democratic_enterprises": TableName(
        Label("企业民主管理现状", "Democratic management now"), Label("一个截至日期、企业", "as-of date, enterprise")
    ),
    "mart.demonstration_sites": TableName(
        Label("示范点现状", "Demonstration sites now"),
        Label("一个截至日期、单位、示范类型", "as-of date, unit, kind of site"),
    ),
    "mart.dues": TableName(
        Label("当年经费应缴实缴", "Dues of the year"), Label("一个截至日期、单位、月份", "as-of date, unit, month")
    ),
    "mart.dues_refunds": TableName(
        Label("当年经费返拨时限", "Refunds of the year and their limits"),
        Label("一个截至日期、一笔返拨", "as-of date, refund"),
    ),
    "mart.enterprises": TableName(
        Label("在册企业建会情况", "Enterprises in force and their unions"),
        Label("一个截至日期、企业", "as-of date, enterprise"),
    ),
    "mart.expired_wage_contracts": TableName(
        Label("当年到期的工资专项合同", "Wage contracts that expired in the year"),
        Label("一个截至日期、合同", "as-of date, contract"),
    ),
    "mart.large_payments": TableName(
        Label("当年大额支付", "Large payments of the year"), Label("一个截至日期、一笔支付", "as-of date, payment")
    ),
    "mart.latest_appraisals": TableName(
        Label("最近一次民主测评", "Latest appraisals"), Label("一个截至日期、测评对象", "as-of date, subject")
    ),
    "mart.latest_platform_surveys": TableName(
        Label("最近一次新业态摸底", "Latest platform surveys"), Label("一个截至日期、站点", "as-of date, station")
    ),
    "mart.latest_task_progress": TableName(
        Label("任务最近进度", "Latest progress of tasks"), Label("一个截至日期、任务", "as-of date, task")
    ),
    "mart.mutual_aid_enrolments": TableName(
        Label("在保互助参互", "Mutual-aid enrolments in force"),
        Label("一个截至日期、单位、期次", "as-of date, unit, period"),
    ),
    "mart.service_cases": TableName(
        Label("当年办件时限", "Service cases of the year and their limits"),
        Label("一个截至日期、一件受理", "as-of date, case"),
    ),
    "mart.tasks": TableName(
        Label("当年任务与进度", "Tasks of the year"), Label("一个截至日期、任务", "as-of date, task")
    ),
    "mart.union_deadlines": TableName(
        Label("工会届满和证书到期", "Ends of terms and certificates"),
        Label("一个截至日期、工会、期限类型", "as-of date, union, kind of deadline"),
    ),
    "mart.wage_contract_expiries": TableName(
        Label("合同到期提醒", "Expiries of wage contracts"), Label("一个截至日期、单位", "as-of date, unit")
    ),
    "mart.wage_contract_units": TableName(
        Label("工资专项合同覆盖单位", "Units under wage contracts"),
        Label("一个截至日期、合同、单位", "as-of date, contract, unit"),
    ),
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
