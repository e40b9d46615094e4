"""What the page of pivots says, in both languages."""

from warehouse.language import Label

PIVOT = Label("透视分析", "Pivot")
INTRO = Label(
    "不用写 SQL：选主题、行、列和数值，可与去年同期或目标比较。不含个人：涉及个人的台账只有人数和金额，"
    "少于5人的不显示。",
    "Without SQL: choose a subject, rows, columns and a measure; compare with last year or the target. There are no "
    "people in it: of ledgers about people there are counts and amounts, and what fewer than 5 stand for is withheld.",
)

# choosing
SUBJECT = Label("主题", "Subject")
MEASURE = Label("数值", "Measure")
ROWS = Label("行", "Rows")
COLUMNS = Label("列", "Columns")
NO_COLUMNS = Label("不分列", "No columns")
PERIOD = Label("期间", "Period")
PERIODS = {
    "month": Label("当月", "The month"),
    "quarter": Label("本季度", "The quarter so far"),
    "year": Label("今年以来", "The year so far"),
    "twelve_months": Label("近12个月", "Twelve months"),
    "all": Label("全部", "Everything"),
}
VERSUS = Label("比较", "Compare")
VERSUSES = {
    "none": Label("不比较", "Nothing"),
    "last_year": Label("去年同期", "Last year"),
    "target": Label("目标", "Target"),
}
MEASURE_UNIT = Label("{measure}（{unit}）", "{measure} ({unit})")
FILTERS = Label("筛选", "Filters")
FILTERED = Label("筛选：{count}项", "Filters: {count}")
EVERY = Label("全部", "All")
SWAP = Label("行列互换", "Swap rows and columns")
UNDO = Label("撤销一步", "Undo")
RESET = Label("恢复默认", "Reset")
NO_LAST_YEAR = Label(
    "这段时间没有完整的去年数据，不能比较。", "There are no complete data of the year before to compare with."
)

# the answer
TITLE = Label("{subject}：{measure}，按{rows}", "{subject}: {measure} by {rows}")
TITLE_ACROSS = Label("{subject}：{measure}，按{rows}和{columns}", "{subject}: {measure} by {rows} and {columns}")
ASKING = Label("正在查询…", "Asking…")
RUNNING = Label("正在查询，已用 {seconds} 秒", "Asking for {seconds} s")
CANCEL = Label("取消", "Cancel")
CANCELLED = Label("查询已取消", "The query was cancelled")
ASK_AGAIN = Label("重新查询", "Ask again")
BETWEEN = Label("{since}至{until}", "{since} to {until}")
ON = Label("截至{until}", "As of {until}")
KEPT = Label("{dimension}：{values}", "{dimension}: {values}")
NOTHING = Label("没有符合条件的数据", "Nothing is found")
NOTHING_HINT = Label(
    "请放宽期间或筛选条件，或换一个截至日期。", "Choose a longer period, other filters or another day."
)
TOTAL = Label("合计", "Total")
NO_TOTAL = Label(
    "月末（季末、年末）的状态和不同指标不能相加，所以没有这一方向的合计。",
    "What stood at the ends of periods, and different indicators, cannot be added: there is no total of them.",
)
NO_TOTAL_OF_SOME = Label(
    "所选乡镇合在一起的数由分子、分母重新计算；去重计数的指标、含不显示数值的不作合计。",
    "The figure of the chosen townships together is computed from numerators and denominators; there is none where "
    "things are counted once, or where one of them is withheld.",
)
WITHHELD = Label("不显示", "withheld")
WITHHELD_NOTE = Label(
    "“不显示”：人数少于5，按规定不显示；含有它的合计也不显示。",
    "Withheld: fewer than 5 people stand behind it. A total that holds it is withheld too.",
)
CUT = Label(
    "结果太多，只取了前{count}格，表格和合计都不完整；请筛选或换行、列。",
    "Too many cells: these are the first {count}, and table and totals are not complete. Filter, or choose other rows.",
)
MORE_ROWS = Label(
    "表中只列前{shown}行（共{count}行），合计含全部；下载的工作簿是全部。",
    "The table has the first {shown} of {count} rows, the totals are of all; the workbook to download has them all.",
)
MORE_COLUMNS = Label(
    "表中只列前{shown}列（共{count}列），合计含全部；下载的工作簿是全部。",
    "The table has the first {shown} of {count} columns, the totals are of all; the workbook to download has them all.",
)
NOW = Label("本期", "Now")
COMPARED = {"last_year": Label("去年同期", "Last year"), "target": Label("目标", "Target")}
CHANGES = {"last_year": Label("增减", "Change"), "target": Label("差距", "Gap")}
RATES = {"last_year": Label("增幅", "Rate"), "target": Label("完成", "Reached")}
POINTS = Label("{size}个百分点", "{size} points")

# the chart
CHART = Label("图形", "Chart")
CHARTS = {
    "lines": Label("折线", "Lines"),
    "bars": Label("条形", "Bars"),
    "stacked": Label("堆积条形", "Stacked bars"),
    "heat": Label("热力表", "Heat table"),
}
CHART_ALT = Label("{title}，{chart}", "{title}, {chart}")
CHART_CUT = Label("图中只画前{shown}行（共{count}行）。", "The chart has the first {shown} of {count} rows.")
COMPARED_MARK = Label("菱形＝{compared}", "Diamond = {compared}")
COMPARED_LINE = Label("虚线＝{compared}", "Dashed = {compared}")
NAME = Label("名称", "Name")
VALUE = Label("数值", "Value")

# taking it away
DOWNLOAD = Label("下载 Excel", "Download for Excel")
FILE_NAME = Label("透视_{subject}_{as_of}.xlsx", "pivot_{subject}_{as_of}.xlsx")
SHEET = Label("透视", "Pivot")
ABOUT_SHEET = Label("说明", "About")
ABOUT = {
    "subject": Label("主题", "Subject"),
    "about": Label("一行是什么", "What a row is"),
    "measure": Label("数值", "Measure"),
    "axes": Label("行和列", "Rows and columns"),
    "versus": Label("比较", "Compared with"),
    "when": Label("期间", "Period"),
    "filters": Label("筛选", "Filters"),
    "version": Label("版本", "Version"),
    "at": Label("导出时间", "Exported at"),
    "sql": Label("SQL", "SQL"),
}
NO_FILTERS = Label("没有筛选", "not filtered")
SHOW_SQL = Label("显示 SQL", "Show the SQL")
SQL_EXPLAINED = Label(
    "页面就是用这一条 SELECT 查询的，可以复制。合计由数据行重新计算，不是把各格相加。",
    "This one SELECT is what the page asks; it can be copied. Totals are computed from the rows, not by adding cells.",
)
OPEN_SQL = Label("在 SQL 页面打开 →", "Open on the SQL page →")
