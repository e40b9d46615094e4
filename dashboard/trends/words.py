"""The sentences of the page of trends."""

from dashboard.format import MONTH_NAMES
from warehouse.language import Label

TRENDS = Label("同比趋势", "Trends")
TRENDS_INTRO = Label(
    "同一指标各年逐月对照，同口径、同一天相比；下方表格列出每个月的分子和分母。",
    "One indicator month by month, year against year, like with like; the table below has both parts of every figure.",
)

# choosing
OF_FAMILY = Label("{family} · {indicator}", "{family} · {indicator}")
COMPARE = Label("看法", "Compare")
COMPARISONS = {
    "yoy": Label("同比", "Year on year"),
    "mom": Label("环比", "Month on month"),
    "total": Label("累计", "Cumulative"),
}
BASIS = Label("口径", "Figures")
BASES = {
    "now": Label("按现在口径", "As known now"),
    "issued": Label("按当时签发", "As issued"),
}
DIFFERS_FROM_ISSUED = Label(
    "签发的{count}个数中有{changed}个现在不同，现在的数在表中括注。",
    "Of {count} issued figures {changed} are different now, which the table says in brackets.",
)
RED_DASHES = Label("图中红色短横＝现在的数。", "Red dashes = what is told now.")
SAME_AS_ISSUED = Label("签发的{count}个数现在都一样。", "All {count} issued figures are the same now.")
TO_REGISTER = Label("见重述登记", "See the register")
DAMAGED = Label("{id} 已损坏，不在图中。", "{id} is damaged and not shown.")
WITH_NOW = Label("{value}（现在{now}）", "{value} (now {now})")
REGIONS = Label("地区（可多选）", "Places (one or more)")
YEARS = Label("年份（可多选）", "Years (one or more)")
YEAR = Label("{year}年", "{year}")
NOTHING_DEFINED = Label("这个版本没有指标", "This version has no indicator")

# findings
COURSE = Label("走势", "Course")
COURSE_ALT = Label("{place}{indicator}逐月走势，{years}", "{indicator} of {place} by month, {years}")
AT = Label("{place}，{indicator}：{month}为{value}，{change}", "{place}, {indicator}: {value} in {month}, {change}")
NONE_AT = Label(
    "{place}，{indicator}：{month}没有数（{reason}）", "{place}, {indicator}: no figure for {month} ({reason})"
)
YEAR_TO_DATE_AT = Label(
    "{place}，{indicator}：到{month}累计{value}，{change}", "{place}, {indicator}: {value} up to {month}, {change}"
)
CUMULATIVE_AT = Label(
    "{place}，{indicator}：到{month}累计{value}，{target}，{change}",
    "{place}, {indicator}: {value} up to {month}, {target}, {change}",
)
MONTH_AT = Label(
    "{place}，{indicator}：{month}当月{value}，{change}", "{place}, {indicator}: {value} in {month} alone, {change}"
)
CHANGE_AT = Label("{place}，{indicator}：{month}{change}", "{place}, {indicator}: {month}, {change}")
MOM = Label("环比", "MoM")
MOM_UP = Label("↑ {size}", "↑ {size}")
MOM_DOWN = Label("↓ {size}", "↓ {size}")
MOM_SAME = Label("持平", "unchanged")
MOM_NONE = Label("—（{reason}）", "— ({reason})")
NO_MONTH_BEFORE = Label("上月为0或无数", "zero or none before")
SEVERAL = Label(
    "{indicator}，{month}：{places}个地区{name}{counts}", "{indicator}, {month}, {places} places, {name}: {counts}"
)
RISEN = Label("上升{count}个", "up in {count}")
FALLEN = Label("下降{count}个", "down in {count}")
UNCHANGED = Label("持平{count}个", "unchanged in {count}")
NOT_COMPARABLE = Label("无法比较{count}个", "not comparable in {count}")
STRONGEST = Label("{sentence}；变化最大的是{place}（{change}）", "{sentence}; the largest change is {place} ({change})")

# what the charts show
UNIT_YOY = Label(
    "单位：{unit}｜蓝＝{latest}，灰＝以前各年｜截至{as_of}",
    "Unit: {unit} | blue = {latest}, grey = earlier years | as of {as_of}",
)
UNIT_LATEST_ONLY = Label("单位：{unit}｜{latest}｜截至{as_of}", "Unit: {unit} | {latest} | as of {as_of}")
UNIT_TOTAL = Label(
    "单位：{unit}｜柱＝{latest}1月起累计，灰线＝以前各年，虚线＝序时和目标｜截至{as_of}",
    "Unit: {unit} | bars = {latest} from January on, grey = earlier years, dashed = plan and target | as of {as_of}",
)
UNIT_MONTHS = Label(
    "单位：{unit}，每月的数｜蓝＝{latest}，灰＝以前各年｜截至{as_of}",
    "Unit: {unit}, each month alone | blue = {latest}, grey = earlier years | as of {as_of}",
)
UNIT_CHANGES = Label(
    "比上月的变化，单位：{unit}｜蓝＝{latest}，灰＝以前各年｜截至{as_of}",
    "Change on the month before, unit: {unit} | blue = {latest}, grey = earlier years | as of {as_of}",
)
YEAR_TO_DATE = Label("{unit}，当年累计", "{unit}, year to date")
POINTS = Label("百分点", "percentage points")
PER_CENT = Label("%", "%")
SAME_AXIS = Label("各图纵轴相同，可以互比。", "All charts have the same axis.")
OWN_AXIS = Label("各图纵轴不同，只比走势。", "Each chart has an axis of its own: compare the courses only.")
SAME_DAY = Label(
    "{as_of}还不满一个月：{month}与上年同一天相比。",
    "{as_of} is in mid-month: it is compared with the same day a year before.",
)
NOT_CUMULATIVE = Label(
    "“{indicator}”不是当年累计的指标，没有累计数，以下按同比显示。",
    '"{indicator}" does not accumulate over the year; years are compared instead.',
)
MONTHS_WITHHELD = Label(
    "涉及人员的指标，乡镇（街道）不公布单月数，只有累计数（看“同比”或“累计”）。",
    "Single months of figures about people are shown for the county alone; by township see the cumulative figures.",
)
NEW_START = Label(
    "这个指标每年从头算起，1月与上年12月不相比，图中不画。",
    "This figure begins anew each year: January is not compared with December and not drawn.",
)
HOLLOW = Label("空心＝资料不全或不满一个月。", "Hollow = incomplete data or month.")
HOLLOW_POINTS = Label(
    "空心＝资料不全或不满一个月；比上月低的空心点不连线。",
    "Hollow = incomplete data or month; a hollow point below the one before is not joined.",
)
REPORTED_POINTS = Label(
    "菱形＝上报过的历史数，取自{sources}。", "Diamonds = figures reported at the time, from {sources}."
)
NOTHING_DRAWN = Label("没有可画的数", "nothing to draw")
SOME_WITHOUT = Label("{count}个月没有数：{reason}", "{count} months without a figure: {reason}")
TARGET = Label("目标 {target}", "target {target}")
LABELLED = Label("{year}年 {value}", "{year}: {value}")
LABELLED_MONTH = Label("{year} {value}", "{year}: {value}")
MONTHS = tuple(Label(f"{month}月", name) for month, name in enumerate(MONTH_NAMES, start=1))

# the table
FIGURES = Label("逐月数据", "Figures by month")
PARTS = Label("括号内＝{numerator} ÷ {denominator}。", "In brackets: {numerator} ÷ {denominator}.")
WITH_PARTS = Label("{value}（{numerator} ÷ {denominator}）", "{value} ({numerator} ÷ {denominator})")
MONTHLY = Label(
    "括号内＝当月数；“—”＝没有，或涉及人员、乡镇（街道）只公布累计数。",
    "In brackets: the month alone; “—” = none, or about people and by township, where only the year to date is shown.",
)
WITH_MONTH = Label("{value}（当月 {month}）", "{value} (month {month})")
NO_MONTH = Label("—", "—")
FROM_SOURCE = Label("{value}（取自{source}）", "{value} (from {source})")
MARK_INCOMPLETE = Label("{value} *资料不全", "{value} *incomplete")
MARK_OPEN = Label("{value} *截至{day}日", "{value} *up to day {day}")
PLACE = Label("地区", "Place")
MONTH = Label("月份", "Month")
YOY_OF = Label("{year}年同比", "{year} YoY")
MOM_OF = Label("{year}年环比", "{year} MoM")
