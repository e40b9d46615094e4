"""Every sentence of the page 重述登记."""

from warehouse.language import Label

RESTATEMENTS = Label("重述登记", "Restatements")
INTRO = Label(
    "已签发的数字不再改动；现在的数据与之不同的，逐条记在这里：差多少、什么原因、自哪天起、因哪个文件。"
    "每月只比最新签发的一版。",
    "What was issued stays as it was. Every figure that the data of now tells otherwise stands here: by how much, why, "
    "since when and because of which file. Of each month the revision issued last is compared.",
)
COMPARING = Label(
    "正在与现在的数据逐月比较，有新数据后首次需要几秒……",
    "Comparing every issued month with the data of now; after new data the first time takes seconds …",
)
NOTHING_ISSUED = Label("还没有已签发的月份", "No month has been issued yet")
HOW_TO_ISSUE = Label(
    "签发一个月以后才有可登记的：在“月度关账”页办理，或运行 unionkpi snapshot issue 2021-12.r1。",
    "There is something to register once a month is issued, on the page “Month close” or by "
    "unionkpi snapshot issue 2021-12.r1.",
)
NOTHING_CHANGED = Label("已签发的数字都没有变", "No issued figure has changed")
COMPARED = Label("已比较：{months}。", "Compared: {months}.")
FOUND = Label(
    "{months}个月共{count}个已签发的数字现在不同", "Issued figures that are different now: {count}, of {months} months"
)
OF_PLACE = Label(
    "只列{place}；全县和各乡镇（街道）请选“全县”。", "{place} alone; choose the whole county for all places."
)
LEFT_OUT = Label("{id} 没有比较：{reason}", "{id} was not compared: {reason}")
MORE = Label("只列前{shown}条，共{count}条；全部见下载的表。", "The first {shown} of {count}; the workbook has all.")
TABLE = Label("已签发而现在不同的数字", "Issued figures that are different now")
SNAPSHOT = Label("快照", "Snapshot")
INDICATOR = Label("指标", "Indicator")
PLACE = Label("地区", "Place")
REPORTED = Label("签发的数", "Issued")
NOW = Label("现在的数", "Now")
CHANGE = Label("变动", "Change")
CAUSES = Label("原因", "Causes")
CAUSE = Label("{cause}{part}", "{cause} {part}")
SINCE = Label("自", "Since")
FILES = Label("文件", "Files")
ALL_MONTHS = Label("全部月份", "All months")
MONTH = Label("月份", "Month")
DOWNLOAD = Label("下载登记表（{count}条，.xlsx）", "Download the register ({count}, .xlsx)")
FILE_NAME = Label("重述登记_{place}.xlsx", "restatements_{place}.xlsx")
SHEET = Label("重述登记", "Restatements")
TITLE = Label("重述登记（{place}）", "Restatements ({place})")
SCOPE = Label(
    "{count}条；与版本 {version}（数据截至{day}）比较；比率为小数，金额为元",
    "{count} entries; compared with version {version} (data as of {day}); ratios are fractions, money is in yuan",
)
UNIT = Label("单位", "Unit")
REASON = Label("说明", "Note")
