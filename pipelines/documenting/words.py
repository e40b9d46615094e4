"""Every sentence of the written manuals, in both languages."""

from warehouse.language import Label

GENERATED = Label(
    "<!-- 由 unionkpi docs 生成，请勿手工修改。 -->", "<!-- Written by unionkpi docs: do not edit by hand. -->"
)
SEPARATOR = Label("、", ", ")
BETWEEN = Label("；", "; ")
YES = Label("是", "yes")
ERROR = Label("错误", "error")
WARNING = Label("提醒", "warning")
QUOTED = Label("《{name}》", "{name}")
PAIR = Label("{zh}", "{zh} ({en})")

DICTIONARY = Label("数据字典", "Data dictionary")
DICTIONARY_INTRO = Label(
    "{ledgers}个台账、{marts}个主题表。台账是各部室报送的工作簿；主题表由台账算出，指标从台账和主题表计数。"
    "指标见[指标目录](indicators.zh-CN.md)。",
    "{ledgers} ledgers and {marts} marts. Ledgers are the workbooks that departments hand in; marts are prepared from "
    "them, and indicators count rows of both. For the indicators see [their catalogue](indicators.md).",
)
LEDGERS = Label("台账", "Ledgers")
MARTS = Label("主题表", "Marts")
MARTS_INTRO = Label(
    "每个主题表是 `warehouse/marts/` 下的一条查询；说明取自查询文件的开头（英文）。",
    "Each is one query in `warehouse/marts/`; what is said of it stands at the top of its file.",
)
COUNT_TABLES = Label("涉及个人的统计表", "Counts of people")
COUNT_TABLES_INTRO = Label(
    "数据查询（`unionkpi sql`）中用来回答涉及个人的台账问题的表。为什么这样，见 [desk.md](desk.md)。",
    "What the analysts' desk (`unionkpi sql`) tells of the ledgers about people. Why so: [desk.md](desk.md).",
)
PERIOD = Label("期间", "Period")
PERIODS = {"month": Label("月", "month"), "year": Label("年", "year")}
DIMENSIONS = Label("分类方式", "Broken down by")
DEPARTMENT = Label("部室", "Department")
LEDGER = Label("台账", "Ledger")
ID = Label("编号", "Id")
TABLE = Label("数据表", "Table")
GRAIN = Label("一行是", "One row is")
KEY = Label("唯一标识", "Key")
TIME = Label("时间", "Time")
TIME_OF = Label("{kind}：{columns}", "{kind}: {columns}")
FREQUENCY = Label("报送频率", "Due")
FEEDS = Label("用于指标", "Read by")
WORKING_DAYS = Label("按工作日计", "Working days from … to")

COLUMN = Label("字段", "Column")
HEADING = Label("表头", "Heading")
KIND = Label("类型", "Kind")
UNIT = Label("单位", "Unit")
REQUIRED = Label("必填", "Required")
DEFAULT = Label("空着按“{value}”计", "empty means {value}")
VALUES = Label("取值", "Values")
SYNONYMS = Label("也认的表头", "Also read from")
MEANING = Label("说明", "Meaning")
POSITIVE = Label("大于0", "above 0")
MINIMUM = Label("不小于{minimum}", "at least {minimum}")
SIGNED = Label("可为负数", "may be negative")
CODE_LISTS = {
    "industry_section": Label("GB/T 4754 行业门类（A–T）", "sections of GB/T 4754 (A–T)"),
    "county_township": Label("以本县6位代码开头的9位代码", "nine digits that begin with the county's six"),
}
REFERENCE = Label("应在{ledger}中（{severity}）", "stands in {ledger} ({severity})")
CATALOGUE = Label("指标目录", "the catalogue of indicators")
UNDER = Label("{upper}／{lower}", "{upper} / {lower}")

RULES = Label("规则", "Rules")
AT_COLUMN = Label("所在表头", "At")
SEVERITY = Label("轻重", "Severity")
RULE = Label("内容", "Sentence")
READS_TOO = Label("还对照", "Also reads")

INDICATORS = Label("指标目录", "Catalogue of indicators")
INDICATORS_INTRO = Label(
    "{indicators}个指标。口径版本随口径、算法和所读数据的含义而变；台账见[数据字典](data-dictionary.zh-CN.md)。",
    "{indicators} indicators. The version of a definition changes with its words, its SQL and all that it reads; "
    "for the ledgers see [the data dictionary](data-dictionary.md).",
)
INDICATOR = Label("指标", "Indicator")
DEFINITION = Label("口径", "Definition")
CAVEAT = Label("注意", "Beware")
NUMERATOR = Label("分子", "Numerator")
DENOMINATOR = Label("分母", "Denominator")
COUNTED = Label("计数对象", "What is counted")
PART = Label("{name}（{unit}），{sql}", "{name} ({unit}), {sql}")
INDICATOR_TIME = Label("时间口径", "Time")
BETTER = Label("评价方向", "Better")
SCOPE = Label("范围", "Scope")
SUPPRESSION = Label("小数保护", "Small numbers")
SUPPRESSED = Label(
    "按 {heads} 计人数，少于5人（可配置）不显示", "people counted by {heads}; withheld below 5 (configurable)"
)
SAME_PEOPLE = Label("分母一并不显示", "the denominator with it")
OWN_PEOPLE = Label("分母另按 {heads} 判断", "the denominator by {heads}")
BREAKDOWNS = Label("分类", "Breakdowns")
PROGRAMME = Label("帮扶项目", "Relief programme")
VERSION = Label("口径版本", "Definition version")
