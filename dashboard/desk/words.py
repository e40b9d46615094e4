"""Every sentence of the desk's pages, in both languages."""

from warehouse.language import Label

DESK = Label("SQL 查询", "SQL desk")
INTRO = Label(
    "用一条 SELECT 查询已发布的数据或冻结的月份。没有个人：含人员的台账只有按月或按年、"
    "按乡镇或类别的人数表（mart 中以 _counts 结尾的），少于5人的数值不显示。查询在隔离的副本上执行，"
    "改不了任何数据；每次查询都记入操作日志。",
    "Ask the published version, or a frozen month, with one SELECT. There are no people in it: of ledgers about people "
    "only numbers can be asked, by month or year and by township or kind (tables of mart that end in _counts), and "
    "fewer than 5 are withheld. A query runs on a copy apart and can change nothing; each is noted in the log.",
)
DATABASE = Label("数据", "Data")
SIDE_BY_SIDE = Label(
    "不写前缀的表和 `snapshot.` 开头的表来自快照 {id}，`live.` 开头的来自现在发布的版本，可以写在同一条查询里。",
    "Tables without a prefix and those of `snapshot.` are of the snapshot {id}, those of `live.` of the published "
    "version: one query may read both.",
)

PREPARING = Label("正在准备可以查询的表……", "Preparing the tables that can be asked …")

# writing
QUERY = Label("查询语句", "Query")
EDITOR = Label("查询语句（Ctrl+Enter 执行）", "Query (Ctrl+Enter runs it)")
PLACEHOLDER = Label(
    "select … from ledger.unions where …\n用 :as_of、:township 等作参数",
    "select … from ledger.unions where …\nparameters: :as_of, :township, …",
)
STARTED_FROM = Label("来自起点问题：{name}", "From the starter: {name}")
SAVED_AS = Label("我的查询：{name}，第{number}版", "Your query: {name}, version {number}")
SHARED_AS = Label("{owner}共享的查询：{name}，第{number}版", "Shared by {owner}: {name}, version {number}")
CHANGED = Label("（有改动，未保存）", " (changed, not saved)")
FROM_LINK = Label("这条查询来自链接，请看过再执行。", "This query came by a link: read it before you run it.")
A_NUMBER = Label("数字", "a number")
A_TEXT = Label("文字", "text")
RUN = Label("执行", "Run")
CLEAR = Label("清空", "Clear")
RUNNING = Label("正在查询，已用 {seconds} 秒；最多 {most} 秒。", "Asking for {seconds} s, {most} s at most.")
CANCEL = Label("取消", "Cancel")
UNKNOWN_STARTER = Label("没有起点问题“{given}”", "There is no starter “{given}”")
UNKNOWN_RUN = Label("您的查询历史中没有这一条", "Your history has no such query")

# the beginning
BEGIN = Label("从一个问题开始", "Begin with a question")
BEGIN_HINT = Label(
    "在上面写一条查询，或点选一个问题。更多问题、保存和共享的查询在“查询库”。",
    "Write a query above, or choose a question. More questions, and saved and shared queries: the page Saved queries.",
)
TO_LIBRARY = Label("查询库 →", "Saved queries →")

# the answer
RESULT = Label("结果", "Result")
ROWS = Label("{rows}行，{columns}列，用时{seconds}秒", "Rows: {rows}, columns: {columns}, {seconds} s")
OF = Label("{data}　参数：{values}", "{data} · parameters: {values}")
OF_VERSION = Label("版本 {version}", "version {version}")
OF_SNAPSHOT = Label("快照 {id}", "snapshot {id}")
WITHOUT_VALUES = Label("无", "none")
CUT = Label(
    "结果超过上限，只取了前{rows}行；合计和图表只含这些行。请缩小范围，或先汇总。",
    "Too many rows: these are the first {rows}, and totals and charts are of these alone. Ask for less, or aggregate.",
)
NO_ROWS = Label("没有符合条件的行。", "No row fits.")
CHANGED_SINCE = Label(
    "查询或参数已改，下面还是上次执行的结果。",
    "The query or its parameters were changed since: this is what the last run gave.",
)
ASKED_SQL = Label("执行的语句", "What was asked")
TABLE = Label("查询结果", "Result of the query")

# the chart
CHART = Label("图表", "Chart")
CHART_KIND = Label("类型", "Kind")
CHART_KINDS = {
    "none": Label("不画图", "No chart"),
    "bar": Label("条形图", "Bars"),
    "column": Label("柱形图", "Columns"),
    "line": Label("折线图", "Lines"),
    "point": Label("散点图", "Points"),
}
CHART_X = Label("分类（横轴）", "Groups (across)")
CHART_Y = Label("数值（纵轴）", "Values (up)")
CHART_COLOUR = Label("颜色", "Colour")
NO_COLOUR = Label("不分颜色", "One colour")
NO_NUMBERS = Label("结果里没有数值列，画不了图。", "The result has no column of numbers to draw.")
CHART_CUT = Label("图中只有前{rows}行。", "The chart shows the first {rows} rows.")
TOO_MANY_COLOURS = Label(
    "“{name}”有{count}种取值，颜色最多{most}种；请先汇总，或换一列。",
    "“{name}” has {count} values, and there are {most} colours: aggregate first, or choose another column.",
)
CHART_ALT = Label("{kind}：{x} 与 {y}", "{kind}: {y} by {x}")

# handing on
TAKE = Label("带走", "Take it along")
EXCEL = Label("⬇ Excel 工作簿", "⬇ Excel workbook")
CSV = Label("⬇ CSV（程序用）", "⬇ CSV (for programs)")
PARQUET = Label("⬇ Parquet（程序用）", "⬇ Parquet (for programs)")
FILE_NAME = Label("查询结果-{at}", "query-{at}")
SHEET_RESULT = Label("结果", "Result")
SHEET_ABOUT = Label("说明", "About")
ABOUT_SQL = Label("查询语句", "Query")
ABOUT_AT = Label("查询时间", "Asked at")
ABOUT_DATA = Label("数据", "Data")
ABOUT_VALUES = Label("参数", "Parameters")
ABOUT_ROWS = Label("行数", "Rows")
ABOUT_WHO = Label("查询人", "Asked by")
ABOUT_CUT = Label("{rows}（超过上限，只取了这些）", "{rows} (too many: these are the first)")
LINK = Label("链接", "Link")
LINK_HINT = Label(
    "打开链接的人看到同样的查询和参数，要自己点“执行”。",
    "Whoever opens it sees the same query and parameters, and has to run it.",
)
LINK_LONG = Label(
    "这条查询放不进网址。可以存下它，用编号生成链接：知道链接的人就能看到这条查询。",
    "This query is too long for an address. It can be kept under a number: whoever knows the link can read it.",
)
MAKE_LINK = Label("生成链接", "Make a link")

# keeping
SAVE = Label("保存", "Save")
SAVE_NAME = Label("名称", "Name")
SAVE_DESCRIPTION = Label("说明（可空）", "Description (may be empty)")
SAVE_SHARED = Label("共享给能用查询的人", "Share with everybody at the desk")
SAVE_NEW = Label("存为新查询", "Save as a new query")
SAVE_VERSION = Label("存为第{number}版", "Save as version {number}")
SAVED = Label("已保存：{name}，第{number}版", "Saved: {name}, version {number}")

# what can be asked
TABLES = Label("能查的表", "What can be asked")
TABLES_HINT = Label(
    "{tables}张表，点击名称即可复制。台账的含义和取值见“数据字典”。",
    "Tables: {tables}; a click copies a name. What ledgers mean stands in the data dictionary.",
)
TABLE_NAME = Label("表", "Table")
SEARCH_COLUMNS = Label("按名称查找表和列", "Search tables and columns")
SEARCH_PLACEHOLDER = Label("如 会员、到期、amount", "such as member, expiry, amount")
NOTHING_FOUND = Label("没有含“{text}”的表或列。", "No table or column mentions “{text}”.")
ONE_ROW = Label("一行是：{grain}", "One row is: {grain}")
COLUMN = Label("列", "Column")
MEANING = Label("含义", "Meaning")
TYPE = Label("类型", "Type")
VALUES_ARE = Label("取值：{values}", "one of: {values}")
READY = Label("现成的查询", "Ready queries")
READY_FIRST = Label("前100行", "First 100 rows")
READY_BY_TOWNSHIP = Label("按乡镇计数", "Count by township")
READY_BY_VALUE = Label("按{column}计数", "Count by {column}")
READY_BY_MONTH = Label("{column}按月合计", "{column} by month")
TO_DICTIONARY = Label("数据字典 →", "Data dictionary →")
COPY = Label("点击复制", "click to copy")
TYPE_NAMES = {
    "VARCHAR": Label("文字", "text"),
    "DATE": Label("日期", "date"),
    "BOOLEAN": Label("是/否", "yes/no"),
    "INTEGER": Label("整数", "whole number"),
    "BIGINT": Label("整数", "whole number"),
    "DOUBLE": Label("小数", "number"),
    "DECIMAL": Label("小数", "decimal"),
}

# the library
LIBRARY = Label("查询库", "Saved queries")
LIBRARY_INTRO = Label(
    "起点问题、您保存的查询、别人共享的查询，和您查询过的历史。没有共享的查询和历史只有本人看得到。",
    "Questions to begin with, the queries you keep, those that others share, and what you have asked. What is not "
    "shared, and your history, nobody else sees.",
)
STARTERS = Label("起点问题", "Starters")
MINE = Label("我的查询", "Your queries")
NONE_MINE = Label(
    "您还没有保存查询：在“SQL 查询”页写好后点“保存”。", "You keep no query yet: write one on the SQL desk and save it."
)
OTHERS = Label("别人共享的查询", "Shared by others")
NONE_SHARED = Label("还没有人共享查询。", "Nobody shares a query yet.")
HISTORY = Label("我的查询历史", "Your history")
NO_HISTORY = Label("您还没有执行过查询。", "You have not asked anything yet.")
HISTORY_HINT = Label("最近{kept}次，较早的不再保留。", "The last {kept}; older ones are not kept.")
QUESTION = Label("问题", "Question")
ANSWERS = Label("回答什么", "What it answers")
SUBJECT = Label("主题", "Subject")
NAME = Label("名称", "Name")
DESCRIPTION = Label("说明", "Description")
PARAMETERS = Label("参数", "Parameters")
STATE = Label("状态", "State")
SHARED = Label("已共享", "shared")
PRIVATE = Label("仅自己", "private")
OWNER = Label("保存人", "Kept by")
KEPT_BY = Label("{owner}保存", "kept by {owner}")
VERSION = Label("版本", "Version")
VERSIONS = Label("历次版本", "Versions")
AT = Label("时间", "At")
OUTCOME = Label("结果", "Outcome")
ROW_COUNT = Label("{rows}行", "rows: {rows}")
OPEN = Label("打开", "Open")
OPEN_ON_DESK = Label("在“SQL 查询”中打开 →", "Open on the SQL desk →")
BACK = Label("← 全部查询", "← All queries")
FORKED = Label("由另一条查询的第{number}版另存而来", "Began as version {number} of another query")
RESTORE = Label("恢复第{number}版", "Restore version {number}")
RESTORED = Label("已恢复：第{number}版与第{old}版相同", "Restored: version {number} is version {old} again")
CHOOSE_VERSION = Label("查看版本", "Look at version")
SHARE = Label("共享给能用查询的人", "Share with everybody at the desk")
WITHDRAW = Label("不再共享", "Share no longer")
DELETE = Label("删除", "Delete")
DELETE_SURE = Label("确实删除，包括全部{count}个版本", "Yes, delete all {count} versions")
DELETED = Label("已删除：{name}", "Deleted: {name}")
DAMAGED = Label(
    "以下文件已损坏，读不了：{files}；请从备份恢复。", "These files are damaged: {files}. Restore them from a backup."
)
