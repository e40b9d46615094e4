"""Every sentence of the data dictionary's page, in both languages."""

from warehouse.language import Label

DICTIONARY = Label("数据字典", "Data dictionary")
DICTIONARY_INTRO = Label(
    "各部室报送的{count}个台账：有哪些列、怎样填、用于哪些指标。点击名称查看。",
    "The {count} ledgers that departments hand in: their columns, what may stand there, and the indicators that read "
    "them. Choose a name to open one.",
)
LEDGERS = Label("台账", "Ledgers")
SEARCH_LEDGERS = Label("按台账、表头、取值、部室或编号查找", "Search ledgers, headings, values, departments or ids")
FOUND = Label("找到{count}个台账", "Ledgers found: {count}")
NOTHING_FOUND = Label("没有找到含“{text}”的台账", 'No ledger mentions "{text}"')
UNKNOWN_LEDGER = Label(
    "链接中的台账“{given}”不存在，下面是全部台账。",
    'The ledger "{given}" of the link does not exist; these are all of them.',
)
ALL_LEDGERS = Label("← 全部台账", "← All ledgers")

GRAIN = Label("一行是", "One row is")
FREQUENCY = Label("报送频率", "Due")
COLUMNS = Label("列", "Columns")
FOUND_COLUMNS = Label("含查找内容的列", "Columns that mention it")
FEEDS = Label("用于指标", "Read by")
FEEDS_TITLE = Label("用于哪些指标", "Indicators that read it")
FEEDS_NONE = Label("没有指标直接读这个台账。", "No indicator names this ledger among those that it waits for.")
ROWS = Label("已入库行数", "Rows loaded")

ABOUT = Label("台账概况", "The ledger")
ITEM = Label("项目", "Item")
CONTENT = Label("内容", "Content")
ID = Label("编号", "Id")
TABLE = Label("数据表", "Table")
KEY = Label("唯一标识", "Key")
TIME = Label("时间", "Time")
TIME_OF = Label("{kind}：{columns}", "{kind}: {columns}")
MODE = Label("报送方式", "A later file")
MODES = {
    "increment": Label("增量：后报的补充先报的", "adds to what was handed in before"),
    "full": Label("全量：后报的清单替换先报的", "is the whole list: what it no longer has has ended"),
}

HEADING = Label("表头", "Heading")
NAME = Label("字段", "Column")
KIND = Label("类型", "Kind")
UNIT = Label("单位", "Unit")
REQUIRED = Label("必填", "Required")
IS_REQUIRED = Label("必填", "required")
IS_KEY = Label("标识", "key")
VALUES = Label("取值", "Values")
"""Of a column that offers a list."""
