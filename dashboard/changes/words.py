"""Every sentence of the page 变动对比."""

from warehouse.language import Label

CHANGES = Label("变动对比", "What has changed")
INTRO = Label(
    "已冻结的月份不再改动；之后的更正、补报、删除和口径变化使现在的数与当时报出的不同，差额按原因拆开，各项相加等于变动。",
    "A frozen month stays as it was reported. Rows corrected, handed in late or removed since, and definitions that "
    "changed, make today's figures differ; every change is split by cause, and the causes add up to it.",
)
NO_SNAPSHOTS = Label("还没有冻结的月份", "No month has been frozen yet")
HOW_TO_FREEZE = Label(
    "冻结一个月以后才有可比的：在“月度关账”页办理，或运行 unionkpi snapshot create 2021-12。",
    "There is something to compare once a month is frozen, on the page “Month close” or by "
    "unionkpi snapshot create 2021-12.",
)
SNAPSHOT = Label("冻结的月份", "Frozen month")
COMPARED_WITH = Label("对比", "Compared with")
LIVE = Label("现在发布的数据", "what is published now")
NAMED = Label("{id}（{state}）", "{id} ({state})")
COMPARING = Label(
    "正在打开冻结的月份并逐项比较，首次需要几秒……",
    "Opening the frozen month and comparing; the first time takes seconds …",
)
COMPARISON = Label("{old} 对比 {new}｜截至{day}｜{region}", "{old} compared with {new} | as of {day} | {region}")
UNKNOWN_INDICATOR = Label("没有指标 {given}，下面是全部变动。", "There is no indicator {given}; below are all changes.")
FOUND = Label("{count}项指标的数已不同", "Figures that are different now: {count}")
NONE = Label("没有指标变动", "No figure has changed")
TABLE = Label("变动的指标及原因", "Figures that have changed, with causes")
INDICATOR = Label("指标", "Indicator")
OLD = Label("当时", "Then")
NEW = Label("现在", "Now")
CHANGE = Label("变动", "Change")
NOTE = Label("说明", "Note")
ROWS = Label("{indicator}：变动的行", "{indicator}: the rows behind it")
NO_ROWS = Label("没有可显示的行。", "There are no rows to show.")
MORE_ROWS = Label("只列前{shown}行，共{count}行。", "The first {shown} of {count} rows.")
BACK = Label("← 全部变动", "← All changes")
CAUSE = Label("原因", "Cause")
LEDGER = Label("台账", "Ledger")
KEY = Label("键", "Key")
CELLS = Label("更正的单元格", "Corrected cells")
OLD_PLACE = Label("原位置", "Place then")
NEW_PLACE = Label("现位置", "Place now")
PLACE = Label("{file} {sheet} 第{row}行", "{file} {sheet} row {row}")
CELL = Label("{heading}：{old} → {new}", "{heading}: {old} → {new}")
EMPTY = Label("（空）", "(empty)")
RECOUNTED = Label("计入方式不同", "Counted otherwise")
TARGET_CHANGED = Label("目标已调整", "target changed")
COMPLETE_NOW = Label("已报齐", "complete now")
INCOMPLETE_NOW = Label("不再齐全", "incomplete now")
