"""The sentences of the page of coverage rates."""

from warehouse.language import Label

COVERAGE = Label("覆盖率", "Coverage")
COVERAGE_OF = Label("{place}覆盖率", "{place}: coverage")
NO_RATES = Label("这个版本没有覆盖率指标。", "This version has no coverage rate.")

# all rates
ALL_RATES = Label("各项覆盖率与目标", "Every rate against its target")
RATES_SUBTITLE = Label(
    "截至{as_of}｜单位：%，同比单位：百分点", "As of {as_of} | unit: %, year on year in percentage points"
)
RATES_NOT_JUDGED = Label(
    "{place}：{rates}项覆盖率中没有可以同目标比较的", "{place}: none of the {rates} rates can be compared with a target"
)
RATES_ALL_REACHED = Label(
    "{place}：有目标和数据的{judged}项覆盖率全部达到目标",
    "{place}: rates with a target: {judged}, all of them reached",
)
RATES_SOME_SHORT = Label(
    "{place}：有目标和数据的{judged}项覆盖率中{short}项未达到目标，离目标最远的是{farthest}（{value}，目标{target}）",
    "{place}: rates with a target: {judged}, short of it: {short}; farthest from it is {farthest} "
    "({value}, target {target})",
)

# one rate
ONE_RATE = Label("一项覆盖率：逐月、分乡镇", "One rate by month and township")
RATE_NOW = Label(
    "{place}：{rate}{as_of}为{value}{incomplete}{compared}{judged}",
    "{place}: {rate} stands at {value} in {as_of}{incomplete}{compared}{judged}",
)
RATE_ABSENT = Label("{place}：{rate}{as_of}没有数，{reason}", "{place}: no {rate} for {as_of}: {reason}")
INCOMPLETE = Label("（资料不全）", " (incomplete)")
ROSE = Label("，比去年同期上升{size}", ", up {size} on a year before")
FELL = Label("，比去年同期下降{size}", ", down {size} on a year before")
UNCHANGED = Label("，与去年同期持平", ", unchanged on a year before")
REACHED = Label("，达到目标{target}", ", reaching the target of {target}")
SHORT = Label("，距目标{target}差{gap}", ", short of the target of {target} by {gap}")
JUST_SHORT = Label("，未达到目标{target}", ", not reaching the target of {target}")
YEARS_SUBTITLE = Label(
    "单位：%｜蓝＝{year}年，灰＝{before}年，横线＝目标；空心点和虚线＝资料不全",
    "Unit: % | blue = {year}, grey = {before}, rule = target; hollow and dashed = incomplete",
)
YEARS_ALT = Label("{rate}{year}年与{before}年各月的折线图", "Lines of {rate} by month, {year} and {before}")
YEARS_EMPTY = Label(
    "{place}：{rate}近两年没有可显示的数", "{place}: {rate} has no figure to show for the last two years"
)
YEAR = Label("{year}年", "{year}")
MONTH = Label("月份", "Month")
YEAR_END = Label("{year}年 {value}", "{year}: {value}")
TARGET_END = Label("目标 {value}", "target {value}")
COUNTY_ONLY = Label(
    "{rate}只有全县数，不分乡镇（街道）", "{rate} is a figure of the whole county, not of its townships"
)
INCOMPLETE_TOWNSHIPS = Label("* 资料不全", "* incomplete")

# small multiples
MULTIPLES = Label("各乡镇（街道）和系统近24个月", "Every township and system over 24 months")
MULTIPLES_CHANGES = Label(
    "{rate}与去年同期相比：{up}个乡镇（街道）和系统上升，{down}个下降，{same}个持平",
    "{rate} on a year before, townships: {up} up, {down} down, {same} unchanged",
)
MULTIPLES_ALL_UNCHANGED = Label(
    "{rate}与去年同期相比：有可比数的{same}个乡镇（街道）和系统全部持平",
    "{rate} on a year before: unchanged in all {same} townships that can be compared",
)
MOST_UP = Label("；上升最多的是{names}（{size}）", "; most up: {names} ({size})")
MOST_DOWN = Label("；下降最多的是{names}（{size}）", "; most down: {names} ({size})")
MULTIPLES_WITHOUT_CHANGE = Label(
    "{rate}：各乡镇（街道）和系统没有可比的去年同期数", "{rate}: no township has a figure to compare with a year before"
)
MULTIPLES_EMPTY = Label("{rate}：{as_of}各乡镇（街道）和系统都没有数", "{rate}: no township has a figure for {as_of}")
MULTIPLES_SUBTITLE = Label(
    "单位：%｜同一纵轴｜按截至{as_of}的数值从高到低，先自上而下、再自左向右｜虚横线＝目标，空心点和虚线＝资料不全",
    "Unit: % | one scale for all | highest first as of {as_of}, down each column, then to the right | "
    "dashed rule = target, hollow and dashed = incomplete",
)
MULTIPLES_ALT = Label("{names}的{rate}近24个月折线图", "Lines of {rate} over 24 months: {names}")

# wage contracts that expired or are about to
CONTRACTS = Label("工资专项合同到期", "Wage contracts that expire")
WITHIN = Label("多少天内到期", "Expiring within")
DAYS = Label("{days}天", "{days} days")
CONTRACTS_NONE = Label(
    "{place}没有工资专项合同已到期未续签或在{days}天内到期的企业",
    "{place}: no enterprise whose wage contract has expired without renewal or expires within {days} days",
)
CONTRACTS_FOUND = Label(
    "{place}：工资专项合同已到期未续签的企业{expired}家，{days}天内到期的{soon}家{renewed}",
    "{place}: enterprises whose wage contract expired without renewal: {expired}; expiring within {days} days: "
    "{soon}{renewed}",
)
OF_THEM_RENEWED = Label("（其中{renewed}家已续签）", " (renewed already: {renewed})")
CONTRACTS_NOT_SUBMITTED = Label(
    "{ledgers}还没有报送，无从列出到期的合同", "Not delivered yet, so that nothing can be listed: {ledgers}"
)
CONTRACTS_NOTE = Label(
    "每家企业看已生效的工资专项合同中终止最晚的一份，所以另有有效合同的企业不算到期；已签订、在终止后60天内生效的"
    "新合同算续签。名录中已注销的企业不列，名录查不到的企业只列在全县。{owner}",
    "Of each enterprise the wage contract counts that has begun and expires last, so one under another contract in "
    "force has none that has expired. A contract already signed that takes effect within 60 days of the expiry renews "
    "it. Closed enterprises are left out; those not in the registry are listed for the county only. {owner}",
)
CONTRACTS_INCOMPLETE = Label(
    "△ {ledgers}还没有报到{as_of}，名单可能不全。",
    "△ The list may be incomplete; not delivered up to {as_of}: {ledgers}.",
)
KEPT_BY = Label("责任部室：{owner}", "Kept by {owner}")
ENTERPRISE = Label("企业", "Enterprise")
TOWNSHIP = Label("乡镇（街道）和系统", "Township or system")
NOT_REGISTERED = Label("名录中没有", "not in the registry")
CONTRACT_CODE = Label("合同编号", "Contract")
EXPIRY = Label("终止日期", "Expires")
DAYS_LEFT = Label("剩余天数", "Days left")
OVERDUE = Label("已过{days}天", "{days} days ago")
OVERDUE_ONE = Label("已过1天", "1 day ago")
LEFT = Label("剩{days}天", "{days} days left")
LEFT_ONE = Label("剩1天", "1 day left")
LEFT_NONE = Label("当天到期", "last day")
COVERED_WORKERS = Label("覆盖职工（人）", "Workers covered")
RENEWAL = Label("续签", "Renewal")
EXPIRED = Label("▼ 已到期", "▼ Expired")
EXPIRES_SOON = Label("△ 即将到期", "△ Expires soon")
RENEWED = Label("✓ 已续签", "✓ Renewed")
NOT_RENEWED = Label("未续签", "not renewed")
RENEWED_FROM = Label("{day}起生效", "takes effect {day}")
TOO_LATE_FROM = Label("新合同{day}才生效，间隔超过60天", "next contract only from {day}, more than 60 days later")
SHOWING = Label("第{first}–{last}家，共{total}家", "{first}–{last} of {total}")
PAGE = Label("页", "Page")
