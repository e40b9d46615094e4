"""Every sentence of the page of indicators, in both languages."""

from warehouse.language import Label

INDICATORS = Label("指标", "Indicators")
CATALOGUE_OF = Label("{place}指标目录", "Indicators of {place}")
CATALOGUE_INTRO = Label(
    "这里有全部{count}个指标：各自的口径、当前数值、走势，以及数值背后的每一行台账。点击名称查看。",
    "All {count} indicators: what each one means, its figure, its course and the ledger rows behind it. "
    "Choose a name to open it.",
)
SEARCH_INDICATORS = Label(
    "按名称、口径、部室、台账或编号查找", "Search names, definitions, departments, ledgers or ids"
)
FOUND = Label("找到{count}个指标", "Indicators found: {count}")
NOTHING_FOUND = Label("没有找到含“{text}”的指标", 'No indicator mentions "{text}"')
UNKNOWN_INDICATOR = Label(
    "链接中的指标“{given}”不存在，下面是全部指标。",
    'The indicator "{given}" of the link does not exist; these are all of them.',
)
ONE_OF = Label("{indicator}：{place}", "{indicator}: {place}")
ALL_INDICATORS = Label("← 全部指标", "← All indicators")

# what it is
WHAT_IT_IS = Label("口径", "Definition")
ITEM = Label("项目", "Item")
CONTENT = Label("内容", "Content")
ID = Label("编号", "Id")
FAMILY = Label("类别", "Family")
MEANING = Label("含义", "Meaning")
CAVEAT = Label("注意", "Beware")
NUMERATOR = Label("分子", "Numerator")
DENOMINATOR = Label("分母", "Denominator")
COUNTED = Label("计数对象", "What is counted")
WITH_UNIT = Label("{name}（{unit}）", "{name} ({unit})")
UNIT = Label("单位", "Unit")
KIND = Label("类型", "Kind")
TIME = Label("时间口径", "Time")
DIRECTION = Label("评价方向", "Better")
SCOPE = Label("范围", "Scope")
LEDGERS = Label("来源台账", "Ledgers")
SMALL_NUMBERS = Label("小数保护", "Small numbers")
SMALL_NUMBERS_RULE = Label("涉及少数职工的数值按规定不显示", "figures that stand for few people are withheld by rule")
VERSION = Label("口径版本", "Definition version")
VERSION_NOTE = Label("{version}（口径、算法或所读数据的含义一变就变）", "{version} (changes with the definition)")

# the figure
FIGURE_NOW = Label("数值", "Figure")
LAST_YEAR = Label("去年同期", "A year before")
YEAR_ON_YEAR = Label("同比", "Year on year")
MONTH_ON_MONTH = Label("环比", "On the month before")
TARGET = Label("目标", "Target")
LIGHT = Label("评价", "Light")
COMPLETENESS = Label("完整性", "Completeness")
CORRECTIONS = Label("更正", "Corrections")
NO_CORRECTIONS = Label("背后没有更正过的行", "no corrected rows behind it")
CORRECTIONS_WITHHELD = Label("不显示", "not shown")
NONE = Label("无", "none")

# course and townships
COURSE = Label("各月走势", "Course over the months")
NO_COURSE = Label("没有可画的数据", "Nothing to draw")
TOWNSHIPS = Label("各乡镇（街道）和系统", "Townships and systems")
TOWNSHIPS_CAPTION = Label("截至{as_of}", "As of {as_of}")
COUNTY_ONLY = Label("这个指标只有全县数，不分乡镇。", "This indicator has a county figure only.")
PLACE = Label("地区", "Place")

# the proof
PROOF_TITLE = Label("依据：数值背后的行", "Proof: the rows behind the figure")
PROOF_INTRO = Label(
    "数值由下列台账行逐行相加而成；可按文件、工作表和行号在原表中核对。",
    "The figure is the sum of these ledger rows; file, sheet and row tell where each one stands.",
)
SUM_EQUALS = Label(
    "{part}（{name}）：{rows}行合计 {total} ＝ {figure} ✓",
    "{part} ({name}): {rows} rows add up to {total} = {figure} ✓",
)
SUM_DIFFERS = Label(
    "{part}（{name}）：{rows}行合计 {total}，与数值 {figure} 不一致，请告知管理员",
    "{part} ({name}): {rows} rows add up to {total}, which is not {figure}: please tell the administrator",
)
PART_WITHHELD = Label("{part}（{name}）：{reason}，因此不列出行", "{part} ({name}): {reason}, so no rows are listed")
WITHHELD = Label(
    "数值不显示（{reason}），因此也不列出背后的行。",
    "The figure is not shown ({reason}), so neither are the rows behind it.",
)
WITHOUT_FIGURE = Label(
    "没有数值（{reason}），因此没有可列的行。", "There is no figure ({reason}), so there are no rows."
)
NO_ROWS = Label("没有一行符合口径：数值是0。", "No row meets the definition: the figure is 0.")
BY_FILE = Label("各文件的贡献", "What each file contributes")
BY_ROW = Label("逐行", "Row by row")
PART = Label("部分", "Part")
EXCEL_ROW = Label("行号", "Row")
ROWS = Label("行数", "Rows")
AMOUNT = Label("计入", "Amount")
CSV_SHEET = Label("（CSV）", "(CSV)")
FILES_CAPPED = Label(
    "共{total}个文件，列出计入最多的{shown}个；全部见下载的表。",
    "{total} files; these {shown} contribute most. The workbook has all of them.",
)
ROWS_CAPPED = Label(
    "共{total}行，列出计入最多的{shown}行；全部见下载的表。",
    "{total} rows; these {shown} contribute most. The workbook has all of them.",
)
REPEATED = Label(
    "计入为0的行与另一行是同一对象，只算一次。",
    "A row of amount 0 is about a thing that another row has counted already.",
)
DOWNLOAD = Label("下载全部{rows}行（.xlsx）", "Download all {rows} rows (.xlsx)")
FILE_NAME = Label("{indicator}_{place}_{as_of}_依据.xlsx", "{indicator}_{place}_{as_of}_proof.xlsx")
WORKBOOK_SHEET = Label("依据", "Proof")
WORKBOOK_TITLE = Label("{indicator}（{place}，截至{as_of}）", "{indicator} ({place}, as of {as_of})")
WORKBOOK_SCOPE = Label(
    "数值 {value}　版本 {version}　口径版本 {definition}",
    "Figure {value} · version {version} · definition {definition}",
)
