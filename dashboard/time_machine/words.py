"""Every sentence of the time machine."""

from warehouse.language import Label

DATA = Label("数据", "Data")
NOW = Label("现在（最新发布）", "now (last published)")
NAMED = Label("{id} {state}", "{id} ({state})")
ISSUED = Label("已签发 {month}", "Issued: {month}")
REVISED = Label("已签发 {month}，第{revision}版", "Issued: {month}, revision {revision}")
NOT_ISSUED = Label("{state} {id}，尚未签发", "{id} is {state} and has not been issued")
AS_OF = Label("截至{day}", "as of {day}")
REPLACED = Label("已被 {id} 替代", "replaced by {id}")
HASH = Label("校验码 {hash}…", "hash {hash}…")
BETWEEN = Label("，", ", ")
COMPARED = Label("与现在对比", "compare with now")
BACK = Label("回到现在的数据", "Back to now")
ALWAYS_NOW = Label(
    "本页总是显示现在的数据；所选的 {id} 在业务和指标各页显示。",
    "This page always shows the data of now; the chosen {id} is shown by the pages of figures.",
)
OPENING = Label("正在核对并打开 {id}，首次需要几秒……", "Verifying and opening {id}; the first time takes seconds …")
UNKNOWN = Label(
    "链接中的快照“{given}”不存在或已损坏，已改用{used}的数据。",
    'The snapshot "{given}" of the link does not exist or is damaged; showing {used} instead.',
)
NOT_FOR_DEPARTMENTS = Label(
    "部室看不到快照（链接中的“{given}”），显示{used}的数据。",
    'Departments see no snapshot ("{given}" of the link); showing {used}.',
)
USED_NOW = Label("现在", "what is published now")
STILL_FROZEN = Label(
    "已冻结的月份仍可查看（{count}个快照）：打开概况、业务或指标的页面。",
    "Frozen months can still be looked at (snapshots: {count}): open a page of figures.",
)
