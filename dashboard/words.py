"""Every sentence of the interface, in both languages.

Names of indicators, ledgers, departments and townships are not here: they come from the published version.
"""

from warehouse.figure_names import LIGHT_NAMES, REASON_NAMES
from warehouse.language import Label

DEMONSTRATION = Label("演示：任何人在本机打开都已登录", "Demonstration: everybody on this machine is signed in")
SIGN_IN = Label("重新登录", "Sign in again")
SIGN_OUT = Label("退出登录", "Sign out")
SESSION_ENDED = Label("登录已到期或已退出，请重新登录", "Your session has ended: sign in again")
PRODUCT = Label("工会数据一本账", "Union data, one ledger")

NOT_FOR_ROLE = Label(
    "您的角色（{role}）不能查看“{page}”；如有需要请联系管理员。这次访问已记入操作日志。",
    "Your role ({role}) may not see “{page}”; ask the administrator if you need it. The log has noted this visit.",
)

# choosing
LANGUAGE = Label("语言 Language", "语言 Language")
AS_OF = Label("截至", "As of")
REGION = Label("乡镇（街道）和系统", "Township or system")
WHOLE_COUNTY = Label("全县", "whole county")
CHOOSE = Label("请选择", "Choose")
ALL = Label("全部", "All")
DATA_DATE = Label("数据日期", "data date")
UNKNOWN_AS_OF = Label(
    "链接中的截至日期“{given}”不存在，已改用{used}。",
    'The date "{given}" of the link does not exist; showing {used} instead.',
)
UNKNOWN_REGION = Label(
    "链接中的乡镇编码“{given}”不存在，已改用{used}。",
    'The township code "{given}" of the link does not exist; showing {used} instead.',
)
UNKNOWN_LANGUAGE = Label(
    "链接中的语言“{given}”不存在，已改用中文。",
    'The language "{given}" of the link does not exist; showing Chinese instead.',
)
UNKNOWN_CHOICE = Label(
    "链接中的“{given}”不存在，已改用“{used}”。", '"{given}" of the link does not exist; showing "{used}" instead.'
)

# nothing to show
RUN_NEXT = Label("请在服务器上运行：", "Run on the server:")

FAILED = Label(
    "这一页出错了，其他页面不受影响；详细原因已记入服务器的运行日志，请告知管理员。",
    "This page failed; the others are not affected. The server's log has the details: please tell the administrator.",
)

# lights
REACHED = LIGHT_NAMES["green"]
CLOSE = LIGHT_NAMES["amber"]
BEHIND = LIGHT_NAMES["red"]
NOT_JUDGED = LIGHT_NAMES["grey"]
NO_TARGET = Label("未设目标", "No target")
NOT_DUE = Label("未到时段", "Not due yet")
DESCRIPTIVE = Label("只作描述", "Descriptive")

# provenance
PROVENANCE = Label("数据截至{as_of}　版本 {version}", "Data as of {as_of} · version {version}")
BEFORE_DATA_DATE = Label("（最新数据到{data_date}）", " (latest data: {data_date})")
INCOMPLETE_MONTHS = Label(
    "资料不全的月份在图中以空心点和虚线表示。", "Charts show incomplete months hollow and dashed."
)
COMPLETE = Label("资料齐全", "Complete")
OWN_COMPLETE = Label("本部室的台账已报齐", "All ledgers of the department have been handed in")
INCOMPLETE = Label("资料不全，缺：{missing}。", "Incomplete, missing: {missing}.")
MISSING_OF_DEPARTMENT = Label("{department}（{ledgers}）", "{department} ({ledgers})")
SEPARATOR = Label("、", ", ")
AND_MORE = Label("{names}等{count}个", "{names} … {count} in all")
BETWEEN_SENTENCES = Label("；", "; ")
QUALITY = Label(
    "质量：退回{rejected}行，质量门警告{warnings}项", "Quality: rows rejected: {rejected}, gate warnings: {warnings}"
)

# cards
TARGET = Label("目标 {target}", "Target {target}")
PACE = Label("序时 {pace}", "due by now {pace}")
WITHOUT_TARGET = Label("未设目标", "No target")
RATIO_PARTS = Label(
    "{numerator_label} {numerator} ÷ {denominator_label} {denominator}",
    "{numerator_label} {numerator} ÷ {denominator_label} {denominator}",
)
YEAR_TO_DATE = Label("{year}年累计", "{year} to date")
YOY = Label("同比", "YoY")
YOY_UP = Label("↑ {size}", "↑ {size}")
YOY_DOWN = Label("↓ {size}", "↓ {size}")
YOY_SAME = Label("持平", "unchanged")
BETTER = Label("向好", "better")
WORSE = Label("转差", "worse")
YOY_NONE = Label("同比 —（{reason}）", "YoY — ({reason})")
OWNER = Label("{department}　责任人 {owner}", "{department} · owner {owner}")
OWNER_UNNAMED = Label("{department}　责任人未登记", "{department} · owner not recorded")
REJECTED_ROWS = Label("退回{rows}行", "rows rejected: {rows}")
NONE_REJECTED = Label("无退回行", "no rows rejected")
CORRECTED_ROWS = Label("含更正数据{rows}行", "{rows} corrected rows")
CORRECTED_LEDGERS = Label("所读台账有更正", "corrections in its ledgers")
DEFINITION = Label("口径与来源", "Definition and sources")
PROOF = Label("依据", "Proof")
SEARCH = Label("查找", "Search")
SOURCES = Label("来源台账：{ledgers}", "Ledgers: {ledgers}")
DEFINITION_VERSION = Label("口径版本：{version}", "Definition version: {version}")
MONTH = Label("截至", "As of")
VALUE = Label("数值", "Value")
TARGET_MARK = Label("目标", "target")
YEAR_BEFORE = Label("去年同期", "a year before")
PARTS = Label("分子÷分母", "Numerator ÷ denominator")
INCOMPLETE_STATE = Label("{state}（资料不全）", "{state} (incomplete)")
TREND_OF = Label("{indicator}，近24个月", "{indicator}, last 24 months")

# why there is no figure
SUPPRESSED = REASON_NAMES["suppressed"]
REASONS = {**REASON_NAMES, "not_issued": Label("当月没有签发", "nothing was issued")}
YOY_REASONS = {
    **REASON_NAMES,
    "not_submitted": Label("去年台账未报送", "ledger not submitted last year"),
    "zero_base": Label("去年同期为0", "zero last year"),
    "zero_denominator": Label("去年同期分母为0", "denominator was 0 last year"),
    "before_data": Label("无去年同期数据", "no data of last year"),
}
NO_LAST_YEAR = Label("无去年同期数", "no figure for last year")
REPORTED_LAST_YEAR = Label(
    "（去年的数据据已签发材料，不可下钻：{source}）",
    " (last year as a signed document reports it, without rows: {source})",
)
NO_FIGURE = Label("无数据", "No figure")

# townships against their target
BY_TOWNSHIP = Label("分乡镇（街道）和系统", "By township and system")
INDICATOR = Label("指标", "Indicator")
BULLET_SUBTITLE = Label(
    "截至{as_of}｜单位：%｜竖线＝目标，菱形＝去年同期",
    "As of {as_of} | unit: % | line = target, diamond = a year before",
)
BULLET_EMPTY = Label(
    "{indicator}：{as_of}各乡镇（街道）都没有数据", "{indicator}: no township has a figure for {as_of}"
)
BULLET_ALL_REACHED = Label(
    "有目标和数据的{judged}个乡镇（街道）和系统，{indicator}全部达到目标",
    "{indicator}: all {judged} townships with a target have reached it",
)
BULLET_SOME_SHORT = Label(
    "有目标和数据的{judged}个乡镇（街道）和系统中，{short}个的{indicator}未达到目标，最低的是{lowest}（{value}）",
    "{indicator}: {short} of {judged} townships are short of the target; lowest is {lowest} ({value})",
)
BULLET_NO_TARGET = Label(
    "{indicator}未设目标：最高{highest}（{high}），最低{lowest}（{low}）",
    "{indicator} has no target: highest {highest} ({high}), lowest {lowest} ({low})",
)
BULLET_NO_TARGET_EQUAL = Label(
    "{indicator}未设目标：{count}个乡镇（街道）和系统均为{high}",
    "{indicator} has no target: all {count} townships stand at {high}",
)
BULLET_ALT = Label("各乡镇（街道）{indicator}与目标的条形图", "Bars of {indicator} by township against the target")
GOAL = Label("应达到", "Should be")
DEPARTMENT_OWNER = Label("部室 · 责任人", "Department · owner")


# headings of tables
FILE = Label("文件", "File")
SHEET = Label("工作表", "Sheet")
LEDGER = Label("台账", "Ledger")
DEPARTMENT = Label("部室", "Department")
STATE = Label("状态", "State")
ROW = Label("行", "Row")
