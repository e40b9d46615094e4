"""The sentences of the page of data quality."""

from warehouse.language import Label

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
REACH = Label("数据截至", "Reaches to")
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
SHARE = Label("占比", "Share")
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
SUBJECT = Label("对象", "Subject")
OBSERVED = Label("实际", "Observed")
SUITE = Label("检查组", "Suite")
CHECKS_COUNT = Label("检查数", "Checks")
FAILED_COUNT = Label("未通过", "Failed")
GATE_SUITES = Label("各检查组", "By suite")

CORRECTIONS = Label("更正", "Corrections")
CORRECTIONS_FINDING = Label(
    "{corrections}条更正，{applied}条已更正（{cells}处）",
    "Corrections: {corrections}, applied: {applied} ({cells} cells)",
)
CORRECTIONS_TO_LOOK_AT = Label(
    "{corrections}条更正，{applied}条已更正（{cells}处），{others}条没有用上：{states}",
    "Corrections: {corrections}, applied: {applied} ({cells} cells), without effect: {others} ({states})",
)
CORRECTIONS_NOTE = Label(
    "原文件不改；原值还在原处时，才以更正的值计入。",
    "The files stay as they are; a correction counts only while the old value stands.",
)
CORRECTION_NUMBER = Label("更正", "No")
CORRECTED_ROW = Label("哪一行", "Which row")
OLD_AND_NEW = Label("原值 → 更正为", "As read → corrected to")
COLUMN = Label("列", "Column")
NEW_VALUE = Label("更正为", "Corrected to")
CELLS = Label("处数", "Cells")
REASON = Label("原因", "Reason")
CORRECTED_BY = Label("更正人", "By")
UNTIL = Label("适用至", "Until")
NO_END = Label("未设期限", "no end")
EMPTY_CELL = Label("（空）", "(empty)")
STILL_REJECTED = Label("{state}，{rejected}行仍被退回", "{state}, {rejected} rows still rejected")
CORRECTION_SHAPES = {"applied": "✓", "value_changed": "△", "row_not_found": "△", "expired": "○"}
CORRECTED_CELLS = Label("更正了哪些单元格（{count}处）", "The corrected cells ({count})")
CORRECTED_CELLS_CAPTION = Label("更正的单元格", "Corrected cells")
OUTCOMES = {
    "loaded": Label("✓ 载入", "✓ Loaded"),
    "rejected": Label("▼ 退回", "▼ Rejected"),
    "superseded": Label("○ 被替代", "○ Superseded"),
}
