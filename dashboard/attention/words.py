"""The sentences of the list of what needs attention. Kinds and their words come from the published version."""

from warehouse.language import Label

ATTENTION = Label("待办关注", "Needs attention")
ATTENTION_OF = Label("{place}待办关注", "{place}: needs attention")
INTRO = Label(
    "红黄灯、超期、不合规、将到期和没有报齐的事项，按得分从高到低排成一张清单；"
    "得分＝权重×距目标的差距，同分按类别和名称排列。",
    "Red and amber lights, what is overdue, not compliant, about to end or not handed in: one list, the highest score "
    "first. Score = weight × distance to the goal; equals by kind and name.",
)

# states
CLASSES = {
    "red": Label("红灯", "Red"),
    "overdue": Label("超期", "Overdue"),
    "incomplete": Label("缺报", "Missing"),
    "amber": Label("黄灯", "Amber"),
}
LIGHTS = {"red": "red", "overdue": "red", "incomplete": "grey", "amber": "amber"}
"""The light of dashboard.lights that gives a class its shape and colour."""

# the list
LIST = Label("关注清单", "The list")
KIND = Label("类别", "Kind")
WHAT = Label("事项", "What")
WHAT_AND_WHERE = Label("{subject}（{place}）", "{subject} ({place})")
DISTANCE = Label("距目标", "Distance to the goal")
OWNER = Label("责任人", "Owner")
SCORE = Label("得分", "Score")
LOOK = Label("查看", "Look")
GO = Label("查看 →", "Open →")
NOT_NAMED = Label("—（未登记）", "— (not recorded)")
NEVER_CAME = Label("从未报送", "never handed in")
YUAN = Label("元", "yuan")
REST = Label("其余{count}项", "The other {count}")
NO_MATCH = Label("没有符合所选条件的事项", "Nothing matches the choice")
NOTHING = Label("截至{as_of}，{place}没有需要关注的事项", "{place}: nothing needs attention as of {as_of}")
FINDING = Label("{place}需要关注的有{count}项：{classes}", "{place}: {count} items need attention: {classes}")
CLASS_COUNT = Label("{name}{count}", "{name} {count}")

# the departments
BY_DEPARTMENT = Label("各部室事项数", "Items by department")
MOST_WITH = Label(
    "最多的是{department}：{count}项，其中红灯和超期{urgent}项",
    "Most are with {department}: {count}, of which red or overdue: {urgent}",
)
MOST_EQUAL = Label("最多的是{departments}：各{count}项", "Most are with {departments}: {count} each")
BY_DEPARTMENT_SUBTITLE = Label("截至{as_of}｜单位：项", "As of {as_of} | items")
BY_DEPARTMENT_ALT = Label("各部室需要关注的事项数，按红灯、超期、缺报、黄灯分段", "Items by department and class")

# the score
EXPLAINED = Label("得分怎么算", "How the score is made")
EXPLAINED_SCORE = Label(
    "得分＝权重×差距。权重：红灯和超期3，缺报2，黄灯1；差距在0到1之间，按类别计算如下。一项包含多行的，取差距最大的一行。",
    "Score = weight × distance. Weights: red and overdue 3, missing 2, amber 1. The distance lies between 0 and 1 and "
    "is made as follows; an item of several rows has that of its farthest.",
)
WEIGHT = Label("权重", "Weight")
HOW = Label("差距", "Distance")

# the rows
CELLS = Label("来源：逐行列出（{count}行）", "Sources, row by row ({count})")
CELLS_CUT = Label(
    "只列前{shown}行，共{count}行；选择类别或部室可以看到其余的，下载的文件里有全部。",
    "The first {shown} of {count} rows; choose a kind or department for the others. The download has them all.",
)
CELL = Label("编号和名称", "Code and name")
DAYS = Label("天数", "Days")
AMOUNT = Label("金额（元）", "Amount (yuan)")

# to hand on
HAND_ON = Label("下载和催办", "To hand on")
DOWNLOAD = Label("下载关注清单（{count}项）", "Download the list ({count})")
FILE_NAME = Label("{place}待办关注_{as_of}", "needs_attention_{as_of}")
SHEET = Label("待办关注", "Needs attention")
SHEET_CELLS = Label("来源行", "Rows")
TITLE = Label("{place}待办关注清单（截至{as_of}）", "{place}: what needs attention (as of {as_of})")
SCOPE = Label(
    "范围：类别 {kind}；部室 {department}；共{count}项。版本 {version}。得分＝权重×距目标的差距。",
    "Scope: kind {kind}; department {department}; {count} items. Version {version}. Score = weight × distance.",
)
NUMBER = Label("序号", "No.")
REMINDERS_NOTE = Label(
    "催办文字每个部室一段，展开后右上角可以复制。",
    "A text to send to each department; open it and copy it with the button in its corner.",
)
REMINDER_OF = Label("{department}（{count}项）", "{department} ({count})")
REMINDER_OPENING = Label(
    "{to}：\n截至{as_of}，下列事项需要办理或说明：", "{to}:\nAs of {as_of} these need action or an explanation:"
)
REMINDER_LINE = Label(
    "{number}. 【{state}】{kind}：{what}，{distance}", "{number}. [{state}] {kind}: {what}, {distance}"
)
REMINDER_CLOSING = Label(
    "请办理后在台账中更新，下次报送时一并报来。",
    "Please see to them, update the ledgers and hand them in with the next submission.",
)

# on the overview
TOP = Label("待办关注", "What needs attention")
COUNT = Label("项数", "Items")
FARTHEST = Label("排在最前的一项", "First of them")
FIRST_OF_KIND = Label("{what}：{distance}", "{what}: {distance}")
ALL_ITEMS = Label("查看全部{count}项 →", "See all {count} →")
