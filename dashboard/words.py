"""Every sentence of the interface, in both languages.

Names of indicators, ledgers, departments and townships are not here: they come from the published version.
"""

from warehouse.figure_names import LIGHT_NAMES, REASON_NAMES
from warehouse.language import Label

PRODUCT = Label("工会数据一本账", "Union data, one ledger")

# choosing
LANGUAGE = Label("语言 Language", "语言 Language")
AS_OF = Label("截至", "As of")
REGION = Label("乡镇（街道）和系统", "Township or system")
WHOLE_COUNTY = Label("全县", "whole county")
CHOOSE = Label("请选择", "Choose")
ALL = Label("全部", "All")
DATA_DATE = Label("数据日期", "data date")
UNKNOWN_AS_OF = Label(
    "链接中的截至日期“{given}”不存在，已改用{used}。",
    'The date "{given}" of the link does not exist; showing {used} instead.',
)
UNKNOWN_REGION = Label(
    "链接中的乡镇编码“{given}”不存在，已改用{used}。",
    'The township code "{given}" of the link does not exist; showing {used} instead.',
)
UNKNOWN_LANGUAGE = Label(
    "链接中的语言“{given}”不存在，已改用中文。",
    'The language "{given}" of the link does not exist; showing Chinese instead.',
)
UNKNOWN_CHOICE = Label(
    "链接中的“{given}”不存在，已改用“{used}”。", '"{given}" of the link does not exist; showing "{used}" instead.'
)

# nothing to show
NOTHING_PUBLISHED = Label("还没有发布的数据。", "No data has been published yet.")
RUN_NEXT = Label("请在服务器上运行：", "Run on the server:")

# lights
REACHED = LIGHT_NAMES["green"]
CLOSE = LIGHT_NAMES["amber"]
BEHIND = LIGHT_NAMES["red"]
NOT_JUDGED = LIGHT_NAMES["grey"]
NO_TARGET = Label("未设目标", "No target")
NOT_DUE = Label("未到时段", "Not due yet")
DESCRIPTIVE = Label("只作描述", "Descriptive")
LIGHTS_EXPLAINED = Label("图例", "Key")

# provenance
PROVENANCE = Label("数据截至{as_of}　版本 {version}", "Data as of {as_of} · version {version}")
BEFORE_DATA_DATE = Label("（最新数据到{data_date}）", " (latest data: {data_date})")
INCOMPLETE_MONTHS = Label(
    "资料不全的月份在图中以空心点和虚线表示。", "Charts show incomplete months hollow and dashed."
)
COMPLETE = Label("资料齐全", "Complete")
INCOMPLETE = Label("资料不全，缺：{missing}。", "Incomplete, missing: {missing}.")
MISSING_OF_DEPARTMENT = Label("{department}（{ledgers}）", "{department} ({ledgers})")
SEPARATOR = Label("、", ", ")
BETWEEN_SENTENCES = Label("；", "; ")
QUALITY = Label(
    "质量：退回{rejected}行，质量门警告{warnings}项", "Quality: rows rejected: {rejected}, gate warnings: {warnings}"
)

# cards
TARGET = Label("目标 {target}", "Target {target}")
PACE = Label("序时 {pace}", "due by now {pace}")
WITHOUT_TARGET = Label("未设目标", "No target")
RATIO_PARTS = Label(
    "{numerator_label} {numerator} ÷ {denominator_label} {denominator}",
    "{numerator_label} {numerator} ÷ {denominator_label} {denominator}",
)
YEAR_TO_DATE = Label("{year}年累计", "{year} to date")
YOY = Label("同比", "YoY")
YOY_UP = Label("↑ {size}", "↑ {size}")
YOY_DOWN = Label("↓ {size}", "↓ {size}")
YOY_SAME = Label("持平", "unchanged")
BETTER = Label("向好", "better")
WORSE = Label("转差", "worse")
YOY_NONE = Label("同比 —（{reason}）", "YoY — ({reason})")
OWNER = Label("{department}　责任人 {owner}", "{department} · owner {owner}")
OWNER_UNNAMED = Label("{department}　责任人未登记", "{department} · owner not recorded")
REJECTED_ROWS = Label("退回{rows}行", "rows rejected: {rows}")
NONE_REJECTED = Label("无退回行", "no rows rejected")
DEFINITION = Label("口径与来源", "Definition and sources")
SOURCES = Label("来源台账：{ledgers}", "Ledgers: {ledgers}")
DEFINITION_VERSION = Label("口径版本：{version}", "Definition version: {version}")
MONTH = Label("截至", "As of")
VALUE = Label("数值", "Value")
TARGET_MARK = Label("目标", "target")
TREND_OF = Label("{indicator}，近24个月", "{indicator}, last 24 months")

# why there is no figure
SUPPRESSED = REASON_NAMES["suppressed"]
REASONS = REASON_NAMES
YOY_REASONS = {
    **REASON_NAMES,
    "not_submitted": Label("去年台账未报送", "ledger not submitted last year"),
    "zero_base": Label("去年同期为0", "zero last year"),
    "zero_denominator": Label("去年同期分母为0", "denominator was 0 last year"),
    "before_data": Label("无去年同期数据", "no data of last year"),
}
NO_LAST_YEAR = Label("无去年同期数", "no figure for last year")
REPORTED_LAST_YEAR = Label(
    "（去年数据已签发材料，不可下钻：{source}）", " (last year as a signed document reports it, without rows: {source})"
)
NO_FIGURE = Label("无数据", "No figure")

# overview
OVERVIEW = Label("工作总览", "Overview")
OVERVIEW_OF = Label("{place}工作总览", "{place}: overview")
BY_TOWNSHIP = Label("分乡镇（街道）和系统", "By township and system")
INDICATOR = Label("指标", "Indicator")
BULLET_SUBTITLE = Label(
    "截至{as_of}｜单位：%｜竖线＝目标，菱形＝去年同期",
    "As of {as_of} | unit: % | line = target, diamond = a year before",
)
BULLET_EMPTY = Label(
    "{indicator}：{as_of}各乡镇（街道）都没有数据", "{indicator}: no township has a figure for {as_of}"
)
BULLET_ALL_REACHED = Label(
    "有目标和数据的{judged}个乡镇（街道）和系统，{indicator}全部达到目标",
    "{indicator}: all {judged} townships with a target have reached it",
)
BULLET_SOME_SHORT = Label(
    "有目标和数据的{judged}个乡镇（街道）和系统中，{short}个的{indicator}未达到目标，最低的是{lowest}（{value}）",
    "{indicator}: {short} of {judged} townships are short of the target; lowest is {lowest} ({value})",
)
BULLET_NO_TARGET = Label(
    "{indicator}未设目标：最高{highest}（{high}），最低{lowest}（{low}）",
    "{indicator} has no target: highest {highest} ({high}), lowest {lowest} ({low})",
)
BULLET_NO_TARGET_EQUAL = Label(
    "{indicator}未设目标：{count}个乡镇（街道）和系统均为{high}",
    "{indicator} has no target: all {count} townships stand at {high}",
)
BULLET_ALT = Label("各乡镇（街道）{indicator}与目标的条形图", "Bars of {indicator} by township against the target")
WHAT_IS_BEHIND = Label("落后事项", "What is behind")
NOTHING_BEHIND = Label(
    "{place}：有目标的{judged}项指标没有落后的", "{place}: none of the {judged} indicators with a target is behind"
)
NOTHING_JUDGED = Label("{place}：没有设目标的指标", "{place}: no indicator has a target")
SOME_BEHIND = Label(
    "{place}：有目标的{judged}项指标中{behind}项落后",
    "{place}: behind in {behind} of {judged} indicators with a target",
)
NOW = Label("当前", "Now")
GOAL = Label("应达到", "Should be")
GAP = Label("差距", "Gap")
DEPARTMENT_OWNER = Label("部室 · 责任人", "Department · owner")
TOWNSHIPS_BEHIND = Label("落后的乡镇（街道）", "Townships behind")
NO_TOWNSHIP = Label("—（不分乡镇或无）", "— (county only or none)")
AND_MORE = Label("{names}等{count}个", "{names} … {count} in all")
INCOMPLETE_MARK = Label("资料不全", "incomplete")

# data quality
DATA_QUALITY = Label("数据质量", "Data quality")
DATA_QUALITY_INTRO = Label(
    "每张表读了多少行、收了多少行、退回多少行、为什么；读取＝载入＋退回＋被替代＋跳过。",
    "What each sheet brought and why rows came back; read = loaded + rejected + superseded + skipped.",
)
READ = Label("读取", "Read")
LOADED = Label("载入", "Loaded")
REJECTED = Label("退回", "Rejected")
SUPERSEDED = Label("被替代", "Superseded")
SKIPPED = Label("跳过", "Skipped")
FILE = Label("文件", "File")
SHEET = Label("工作表", "Sheet")
LEDGER = Label("台账", "Ledger")
DEPARTMENT = Label("部室", "Department")
REACH = Label("数据截至", "Reaches to")
STATE = Label("状态", "State")
ROW = Label("行", "Row")
ROWS = Label("行数", "Rows")
HEADING = Label("表头", "Heading")
AS_READ = Label("原值", "As read")
SENTENCE = Label("说明", "What is wrong")
RULE = Label("规则", "Rule")
SEVERITY = Label("程度", "Severity")
ERROR = Label("错误", "Error")
WARNING = Label("提醒", "Warning")
ERROR_SHAPED = Label("▼ 错误", "▼ Error")
WARNING_SHAPED = Label("△ 提醒", "△ Warning")
UNRECOGNISED = Label("未识别", "Not recognised")
ACCEPTED = Label("✓ 接收", "✓ Accepted")
REFUSED = Label("▼ 整表退回", "▼ Sent back whole")
STATED = Label("表内写明", "stated in the sheet")
INFERRED = Label("推定", "inferred")

SUBMISSIONS = Label("各部室报送", "Delivered by each department")
SUBMISSIONS_NOTE = Label(
    "按{as_of}核对；“未报到”指台账的数据还没有覆盖到这一天应有的期次。",
    'Checked as of {as_of}; "falls short" means that the ledger does not yet cover the period due by then.',
)
NOT_DELIVERED = Label("▼ 未报送", "▼ Not delivered")
FALLS_SHORT = Label("△ 未报到", "△ Falls short")
DELIVERED = Label("✓ 已报送", "✓ Delivered")
FREQUENCY = Label("频次", "Due")
FREQUENCIES = {
    "month": Label("每月", "monthly"),
    "quarter": Label("每季", "quarterly"),
    "half_year": Label("每半年", "half-yearly"),
    "year": Label("每年", "yearly"),
}
SHEETS_COUNT = Label("表数", "Sheets")
ALL_DELIVERED = Label("全部{ledgers}本台账都已报送到期", "All {ledgers} ledgers are delivered up to date")
SOME_NOT_DELIVERED = Label(
    "{ledgers}本台账中{missing}本未报送，{short}本未报到",
    "{ledgers} ledgers: never delivered {missing}, falling short {short}",
)

BROUGHT = Label("文件带来了什么", "What the files brought")
BROUGHT_FINDING = Label(
    "{files}个文件{sheets}张表，读取{read}行，载入{loaded}行，退回{rejected}行（{share}）",
    "{files} files, {sheets} sheets: {read} rows read, {loaded} loaded, {rejected} rejected ({share})",
)
OUTCOME = Label("去向", "Outcome")
OUTCOMES_SUBTITLE = Label(
    "每本台账读取的行（不含跳过的标题、合计等）去了哪里，单位：%；右侧为退回行数／读取行数",
    "Where the rows of each ledger went (without titles, totals and the like), unit: %; right: rejected / read rows",
)
OUTCOMES_ALT = Label("各台账载入、退回、被替代行的比例", "Share of rows loaded, rejected and superseded by ledger")
SHEETS_TABLE = Label("按文件和工作表查看（{count}张表）", "By file and sheet ({count} sheets)")
SKIP_REASONS = {
    "title": Label("标题", "title"),
    "heading": Label("表头", "heading"),
    "total": Label("合计", "total"),
    "blank": Label("空行", "blank"),
    "note": Label("备注", "note"),
    "example": Label("示例", "example"),
    "zero_report": Label("零报告", "zero report"),
}
SKIPPED_ROWS = Label("跳过的行：{reasons}", "Skipped rows: {reasons}")
NAMED_COUNT = Label("{name} {count}", "{name} {count}")
NO_SKIPPED = Label("没有跳过的行", "No rows were skipped")

PROBLEMS = Label("问题清单", "Problems")
PROBLEMS_FINDING = Label(
    "{errors}个错误、{warnings}个提醒；最多的是“{rule}”（{count}个）",
    'Errors: {errors}, warnings: {warnings}; most often "{rule}" ({count})',
)
NO_PROBLEMS = Label("没有发现问题", "No problems were found")
NO_MATCHING_PROBLEMS = Label("没有符合条件的问题", "No problem matches")
RULES_SUBTITLE = Label(
    "按规则，单位：个；▼ 错误（行被退回），△ 提醒（行已载入）",
    "By rule, number of problems; ▼ error (row rejected), △ warning (row loaded)",
)
RULES_ALT = Label("各规则的错误和提醒个数", "Errors and warnings by rule")
SHOWING = Label("第{first}–{last}个，共{total}个", "{first}–{last} of {total}")
PAGE_NUMBER = Label("页", "Page")
WHOLE_SHEET = Label("整表", "whole sheet")
CSV_SHEET = Label("（CSV）", "(CSV)")

GATE = Label("质量门", "Quality gate")
GATE_ALL_PASSED = Label("{checks}项检查全部通过", "All {checks} checks passed")
GATE_SOME_FAILED = Label(
    "{checks}项检查：严重不通过{critical}项，警告{warnings}项",
    "{checks} checks: critical failures {critical}, warnings {warnings}",
)
GATE_NONE = Label("没有质量门记录", "The gate left no record")
CRITICAL_FAILED = Label("▼ 严重", "▼ Critical")
WARNING_FAILED = Label("△ 警告", "△ Warning")
PASSED = Label("✓ 通过", "✓ Passed")
CHECK = Label("检查", "Check")
SUBJECT = Label("对象", "Subject")
OBSERVED = Label("实际", "Observed")
SUITE = Label("检查组", "Suite")
CHECKS_COUNT = Label("检查数", "Checks")
FAILED_COUNT = Label("未通过", "Failed")
GATE_SUITES = Label("各检查组", "By suite")
