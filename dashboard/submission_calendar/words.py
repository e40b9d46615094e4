"""The sentences of the calendar of submissions."""

from warehouse.language import Label

SUBMISSION_CALENDAR = Label("报送日历", "Submission calendar")
INTRO = Label(
    "每本台账每一期是否报到，现在还欠什么，以及给各部室的催报文字。",
    "Whether each period of each ledger came, what is owed now, and what to write to the departments.",
)
ONLY_UNTIL = Label(
    "只列{as_of}及以前的期次，是否报到按{data_date}为止收到的全部文件判定；从未报送过的台账只欠最近一期，不在此列。",
    "Shows periods up to {as_of}, judged by all files up to {data_date}; a ledger that never came is owed for the last "
    "period only and is not shown here.",
)

BY_PERIOD = Label("各期报送情况", "Period by period")
BY_PERIOD_SUBTITLE = Label(
    "每行一本台账，每格一期（月、季、半年或年），近12个月：{first}至{last}",
    "A row is a ledger, a field is a period (month, quarter, half year or year), last 12 months: {first} to {last}",
)
BY_PERIOD_ALT = Label("{department}各台账各期的报送状态", "State of every period of the ledgers of {department}")
NOTHING_OWED = Label("这12个月没有应报的期次", "Nothing was owed in these 12 months")
ALL_CAME = Label(
    "{ledgers}本台账应报{owed}期，全部报到，其中逾期{late}期",
    "Periods owed: {owed} of {ledgers} ledgers; all came, {late} of them late",
)
SOME_MISSING = Label(
    "{ledgers}本台账应报{owed}期，未报{missing}期，逾期{late}期；未报最多的是{most}（{count}期）",
    "Periods owed: {owed} of {ledgers} ledgers; missing: {missing}, late: {late}; most are missing of {most} ({count})",
)
EACH_MISSING = Label(
    "{ledgers}本台账应报{owed}期，未报{missing}期，逾期{late}期",
    "Periods owed: {owed} of {ledgers} ledgers; missing: {missing}, late: {late}",
)
LATE_EXPLAINED = Label(
    "“逾期”指这一期没有自己的报表，由以后各期的报表补上；文件何时交来，数据不能说明。",
    '"Late" means that only a later period\'s file covers the period; the data cannot say when a file was handed in.',
)

PERIOD = Label("期次", "Period")
FILES = Label("文件", "File")
ROWS = Label("行数", "Rows")
FIELD_ROWS = Label(
    "载入{loaded}，退回{rejected}，被替代{superseded}", "loaded {loaded}, rejected {rejected}, superseded {superseded}"
)
NO_FILE = Label("没有文件", "no file")

OWED_NOW = Label("欠报台账", "What is owed")
NOBODY_OWES = Label("截至{as_of}应报的都已报到", "Everything that was due by {as_of} came")
SOME_OWE = Label(
    "截至{as_of}，{departments}个部室欠报{ledgers}本台账、{periods}期：{named}",
    "Owed by {as_of}: {named} (departments: {departments}, ledgers: {ledgers}, periods: {periods})",
)
DEPARTMENT_OWES = Label("{department}{periods}期", "{department} {periods}")
FREQUENCY = Label("频次", "Due")
MISSING_PERIODS = Label("欠报期次", "Missing periods")
PERIODS_COUNT = Label("期数", "Periods")
REACHES_TO = Label("现报至", "Reaches to")
NEVER_CAME = Label("▼ 从未报送", "▼ never handed in")

REMINDERS = Label("催报清单", "Reminders")
REMINDERS_NOTE = Label(
    "每个部室一段，鼠标移到文字上，点右上角的按钮复制。",
    "One text a department; hover over it and copy it with the button at its upper right.",
)
