"""The sentences of the pages about people, their accounts and the log of what they did."""

from warehouse.language import Label

PEOPLE = Label("人员", "People")
PEOPLE_INTRO = Label(
    "谁可以登录，以什么角色。角色决定能看的页面和数据；停用后立即不能再打开任何页面。每次改动都记入操作日志。",
    "Who may sign in, and as what. The role decides which pages and figures are shown; who is disabled can open no "
    "page from then on. The log notes every change.",
)
LIST = Label("名单", "The list")
COUNTED = Label("{people}人，其中可登录{active}人", "{people} people, {active} of whom can sign in")
NAME = Label("姓名", "Name")
ROLE = Label("角色", "Role")
DEPARTMENT = Label("部室", "Department")
PASSWORD = Label("密码", "Password")
STATE = Label("状态", "State")
HAS_PASSWORD = Label("已设", "set")
NO_PASSWORD = Label("未设", "none")
ACTIVE = Label("✓ 可登录", "✓ can sign in")
DISABLED = Label("○ 已停用", "○ disabled")
NO_DEPARTMENT = Label("（不属于部室）", "(of no department)")

ADD = Label("新增人员", "Add a person")
ADD_NOTE = Label(
    "角色为“部室”的人员必须选部室。由统一身份或反向代理登录的人员不设密码：密码留空。",
    "A person of the role Department needs one. Who signs in through an identity provider or a proxy has no password: "
    "leave it empty.",
)
ADD_BUTTON = Label("新增", "Add")
NEW_PASSWORD = Label("新密码（10至200个字符）", "New password (10 to 200 characters)")
ONCE_MORE = Label("再输一次", "Once more")
DIFFERENT = Label("两次输入的密码不同", "The two passwords differ")
ADDED = Label("已新增：{name}（{role}）", "Added: {name} ({role})")

CHANGE = Label("修改", "Change")
WHO = Label("谁", "Who")
CHOOSE = Label("请选择", "Choose")
NOBODY = Label("还没有人员。", "There are no people yet.")
ROLE_BUTTON = Label("改为这个角色", "Give this role")
ROLE_CHANGED = Label("{name} 现在的角色：{role}", "The role of {name} is now {role}")
DISABLE_BUTTON = Label("停用", "Disable")
ENABLE_BUTTON = Label("启用", "Enable")
NOW_DISABLED = Label("已停用：{name}", "Disabled: {name}")
NOW_ENABLED = Label("已启用：{name}", "Enabled: {name}")
PASSWORD_BUTTON = Label("设为新密码", "Set the new password")
PASSWORD_CHANGED = Label("已修改密码：{name}", "Password changed: {name}")

ACCOUNT = Label("我的账户", "My account")
ACCOUNT_OF = Label("您以“{name}”登录，角色：{role}。", "You are signed in as “{name}”; your role is {role}.")
ACCOUNT_DEPARTMENT = Label("所属部室：{department}。", "Your department is {department}.")
PAGES = Label("可以查看的页面", "The pages for your role")
OWN_PASSWORD = Label("修改密码", "Change the password")
CURRENT_PASSWORD = Label("现在的密码", "The password now")
OWN_BUTTON = Label("修改密码", "Change the password")
OWN_CHANGED = Label("密码已修改，下次登录起用新密码。", "The password was changed; sign in with it next time.")
WRONG_PASSWORD = Label("现在的密码不对", "The password now is wrong")
TOO_MANY = Label("连续输错次数过多，请在{seconds}秒后再试", "Too many wrong tries: try again in {seconds} seconds")
WITHOUT_PASSWORD = Label(
    "您的账户在这里没有密码（由别处登录或正在演示），不需要在这里修改。",
    "Your account has no password here (you sign in elsewhere, or this is a demonstration): nothing to change.",
)

LOG = Label("操作日志", "Audit log")
LOG_INTRO = Label(
    "谁在什么时候登录、查看涉及个人的明细、导出、报送、生成。只记编号、数量和文件名，不记台账里的个人信息；"
    "每一行都用密钥与前一行相连，改动会被发现。",
    "Who signed in, opened details about people, exported, handed in or built, and when. It holds ids, counts and "
    "names of files and nothing of the people in the ledgers; every line is sealed to the one before, so changes show.",
)
VERIFIED = Label("完整性", "Is it whole")
INTACT = Label("✓ 日志完整，没有被改动（共{lines}行）", "✓ The log is whole and unchanged ({lines} lines)")
ALTERED = Label("▼ 日志有{places}处被改动：", "▼ The log was changed in {places} places:")
ENTRIES = Label("记录", "What happened")
ACTION = Label("操作", "Action")
MONTH = Label("月份", "Month")
AT = Label("时间", "Time")
DETAILS = Label("内容", "Details")
NUMBER = Label("序号", "No.")
SHOWING = Label("第{first}–{last}条，共{total}条，最新的在前", "{first} to {last} of {total}, the newest first")
PAGE_NUMBER = Label("页", "Page")
NO_ENTRY = Label("没有符合条件的记录。", "No entry matches.")
DOWNLOAD = Label("⬇ 下载这些记录（{entries}条）", "⬇ Download these entries ({entries})")
DOWNLOAD_CAPPED = Label(
    "下载最多含最新的{most}条；更多请按月份筛选后分别下载。",
    "A download holds the newest {most} entries at most; choose a month to get the others.",
)
LOG_FILE = Label("操作日志_{day}", "audit_log_{day}")
SYSTEM = Label("（未知）", "(unknown)")

CHOSEN = Label("所选{name}", "chosen {name}")

ANSWERED = Label("已答复", "answered")
DETAIL_NAMES = {
    "action": Label("操作", "action"),
    "address": Label("来自", "from"),
    "as_of": Label("截至", "as of"),
    "department": Label("部室", "department"),
    "file": Label("文件", "file"),
    "files": Label("文件数", "files"),
    "indicator": Label("指标", "indicator"),
    "kind": Label("类别", "kind"),
    "ledger": Label("台账", "ledger"),
    "ledgers": Label("台账", "ledgers"),
    "light": Label("灯号", "light"),
    "month": Label("月份", "month"),
    "name": Label("姓名", "name"),
    "milliseconds": Label("毫秒", "milliseconds"),
    "outcome": Label("结果", "outcome"),
    "ours": Label("台账表头", "our heading"),
    "page": Label("页面", "page"),
    "query": Label("查询编号", "query"),
    "region": Label("区划", "region"),
    "role": Label("角色", "role"),
    "rows": Label("行数", "rows"),
    "sentence": Label("句子", "sentence"),
    "sha256": Label("文件校验", "hash"),
    "snapshot": Label("快照", "snapshot"),
    "sql": Label("查询", "SELECT"),
    "theirs": Label("部室表头", "their heading"),
    "version": Label("版本", "version"),
    "what": Label("导出内容", "what"),
    "who": Label("谁", "who"),
}
