"""The sentences of the page of relief spending."""

from warehouse.language import Label

RELIEF = Label("帮扶支出", "Relief spending")
RELIEF_OF = Label("{place}帮扶支出", "{place}: relief spending")

# the time that a figure of the year to date is about
ONE_MONTH = Label("{year}年1月", "January {year}")
SOME_MONTHS = Label("{year}年1–{month}月", "January–{month} {year}")
UP_TO_A_DAY = Label("{year}年1月1日至{month}月{day}日", "1 January to {day} {month} {year}")
IN_MONTH = Label("{year}年{month}月", "{month} {year}")
UP_TO_DAY_OF_MONTH = Label("{year}年{month}月（到{day}日）", "{month} {year} (up to day {day})")

INCOMPLETE = Label("{finding}（资料不全）", "{finding} (incomplete data)")
HOLLOW = Label("；空心和△＝资料不全", "; hollow and △ = incomplete")

# programmes
PROGRAMMES = Label("按项目和月份", "By programme and month")
PROGRAMME = Label("帮扶项目", "Programme")
NO_PROGRAMMES = Label("这个版本没有帮扶项目。", "This version has no relief programme.")
NOTHING_KNOWN = Label("{place}{period}：{reasons}", "{place}, {period}: {reasons}")
REASON_OF = Label("{programme}{reason}", "{programme} – {reason}")
NOTHING_SPENT = Label("{place}{period}还没有帮扶支出", "{place}, {period}: nothing was spent yet")
ONE_SPENT = Label("{place}{period}{programme}支出{total}", "{place}, {period}: {total} spent on {programme}")
SOME_SPENT = Label(
    "{place}{period}{count}个帮扶项目支出{total}，最多的是{most}（{amount}，占{share}）",
    "{place}, {period}: {total} spent on {count} programmes, most on {most} ({amount}, {share})",
)
EQUALLY_SPENT = Label(
    "{place}{period}{count}个帮扶项目支出{total}，{most}最多，各{amount}",
    "{place}, {period}: {total} spent on {count} programmes, most on {most} ({amount} each)",
)
MORE_THAN_LAST_YEAR = Label("，比去年同期多{size}", ", {size} more than a year before")
LESS_THAN_LAST_YEAR = Label("，比去年同期少{size}", ", {size} less than a year before")
SAME_AS_LAST_YEAR = Label("，与去年同期相同", ", the same as a year before")
SOME_WITHOUT_FIGURE = Label("；{reasons}，未计入", "; not counted: {reasons}")
MONTHS_SUBTITLE = Label("单位：{unit}｜柱＝{year}年当月支出", "Unit: {unit} | bars = spent in the month, {year}")
MONTHS_LAST_YEAR = Label("｜灰色虚线＝{year}年同月合计", " | grey dashes = all programmes in the same month of {year}")
MONTHS_UNFINISHED = Label("｜△和空心柱＝资料不全或当月未完", " | △ and hollow = incomplete, or the month is not over")
MONTHS_ALT = Label(
    "{place}{year}年各月各帮扶项目支出的柱形图", "Bars of relief spending by programme and month, {place}, {year}"
)
MONTHS_EMPTY = Label("没有可按月显示的支出。", "There is no spending to show by month.")
MONTHS_NOT_BY_TOWNSHIP = Label(
    "乡镇单个月的数可能只涉及几个人，按规定不公布，所以这里只列当年累计；分月情况请看全县。",
    "A single month of a township may stand for a few people only and is not published: here is the year to date. "
    "By month see the whole county.",
)
MONTH = Label("月份", "Month")
SPENT_IN_MONTH = Label("当月支出", "Spent in the month")
ALL_PROGRAMMES = Label("各项目合计", "All programmes")
YEAR_TO_DATE = Label("当年累计", "Year to date")
A_YEAR_BEFORE = Label("去年同期", "A year before")
CHANGE = Label("变化", "Change")
WITH_ALL_OTHERS = Label(
    "连同疗休养、职工体检和市级、县级驻村慰问，{indicator}{amount}，{change}",
    "{indicator}, with recuperation, health checks and condolence of all other village teams: {amount}, {change}",
)

# raised and spent
FUNDS = Label("送温暖资金：筹集与支出", "Relief funds: raised and spent")
COUNTY_ONLY = Label(
    "送温暖资金的筹集只有全县数，不分乡镇；下面是{county}的情况。",
    "Relief funds are raised for the whole county, not by township; below is {county}.",
)
FUNDS_UNKNOWN = Label("{place}{period}：{reasons}", "{place}, {period}: {reasons}")
FUNDS_ONE_KNOWN = Label("{place}{period}{name}{amount}；{reasons}", "{place}, {period}: {name} {amount}; {reasons}")
FUNDS_KNOWN = Label(
    "筹集不是支出：{place}{period}筹集{raised}，支出{spent}，{gap}",
    "Raised is not spent: {place}, {period}: {raised} raised, {spent} spent, {gap}",
)
GAP_LEFT = Label("尚有{gap}未支出", "{gap} not spent yet")
GAP_OVER = Label("支出超过筹集{gap}", "{gap} more spent than raised")
GAP_NONE = Label("两者相等", "both are equal")
WITH_RATE = Label("{finding}，执行率{rate}", "{finding}, {rate} of what was raised")
FUNDS_SUBTITLE = Label(
    "截至{as_of}｜单位：{unit}，当年累计｜● 筹集　◆ 支出，灰色＝两者之差；空心点和虚线＝资料不全",
    "As of {as_of} | unit: {unit}, year to date | ● raised, ◆ spent, grey = the difference; "
    "hollow and dashed = incomplete",
)
FUNDS_ALT = Label(
    "{place}{year}年送温暖资金累计筹集与支出的折线图", "Lines of relief funds raised and spent, {place}, {year}"
)
FUNDS_EMPTY = Label("没有可显示的筹集和支出。", "There is nothing raised or spent to show.")
RAISED = Label("筹集", "Raised")
SPENT = Label("支出", "Spent")
DIFFERENCE = Label("差额（筹集减支出）", "Difference (raised less spent)")
EXECUTION = Label("执行率", "Spent of raised")
END_LABEL = Label("{name} {amount}", "{name} {amount}")
JUDGED = Label(
    "{indicator}：{figure}，{goal}（{light}），{change}", "{indicator}: {figure}, {goal} ({light}), {change}"
)
EXECUTION_SUBTITLE = Label(
    "支出÷筹集，单位：%｜蓝＝{year}年{before}，横线＝目标",
    "Spent ÷ raised, unit: % | blue = {year}{before}, rule = target",
)
EXECUTION_ALT = Label(
    "{place}{year}年送温暖资金执行率折线图", "Lines of relief funds spent of those raised, {place}, {year}"
)

# one programme
ONE_PROGRAMME = Label("一个项目：累计与分乡镇", "One programme: cumulative and by township")
CUMULATIVE = Label(
    "{place}{period}{programme}支出{amount}，{change}", "{place}, {period}: {amount} spent on {programme}, {change}"
)
CUMULATIVE_UNKNOWN = Label("{place}{period}{programme}：{reason}", "{place}, {period}, {programme}: {reason}")
CUMULATIVE_SUBTITLE = Label(
    "截至{as_of}｜单位：{unit}，当年累计｜蓝＝{year}年{before}{goal}；空心点＝资料不全",
    "As of {as_of} | unit: {unit}, year to date | blue = {year}{before}{goal}; hollow = incomplete",
)
WITH_LAST_YEAR = Label("，灰色虚线＝{year}年", ", grey dashes = {year}")
WITH_GOAL = Label("，横线＝目标，点线＝序时", ", rule = target, dots = due by then")
CUMULATIVE_ALT = Label(
    "{place}{programme}{year}年与{before}年累计支出的折线图",
    "Lines of {programme} to date, {place}, {year} and {before}",
)
CUMULATIVE_EMPTY = Label("这两年没有可显示的累计数。", "There is no figure to date to show for these two years.")
WITHHELD_MONTHS = Label("{year}年{months}：{reason}", "{year}, {months}: {reason}")
YEAR_END = Label("{year}年 {amount}", "{year}: {amount}")
GOAL_END = Label("目标 {amount}", "target {amount}")

# townships
NOT_BY_TOWNSHIP = Label("{programme}只有全县数，不分乡镇。", "{programme}: of the whole county only, not by township.")
WITHOUT_TOWNSHIP = Label("未归入乡镇", "No township")
TOWNSHIPS_SUBTITLE = Label(
    "截至{as_of}｜单位：元，当年累计｜菱形＝去年同期",
    "As of {as_of} | unit: yuan, year to date | diamond = a year before",
)
TOWNSHIPS_SPENT = Label(
    "{programme}：有数的{count}个乡镇（街道）和系统中，{most}最多（{high}），{least}最少（{low}）",
    "{programme}: of {count} townships with a figure, {most} spent most ({high}), {least} least ({low})",
)
TOWNSHIPS_ALIKE = Label(
    "{programme}：有数的{count}个乡镇（街道）和系统均为{high}",
    "{programme}: all {count} townships with a figure spent {high}",
)
TOWNSHIPS_ONE = Label("{programme}：只有{most}有数（{high}）", "{programme}: only {most} has a figure ({high})")
TOWNSHIPS_NONE = Label(
    "{programme}：没有一个乡镇（街道）和系统有可显示的数", "{programme}: no township has a figure to show"
)
SOME_WITHHELD = Label("；{count}个按规定不显示（人数少于5）", "; withheld by rule (fewer than 5 people): {count}")
TOWNSHIPS_ALT = Label("各乡镇（街道）{programme}支出的条形图", "Bars of spending on {programme} by township")
CHOSEN = Label("▶ {name}", "▶ {name}")

# per visit
PER_VISIT = Label("人均慰问金额", "Relief per visit")
PER_VISIT_SPREAD = Label(
    "每人次慰问{county}平均{average}；最高的是{most}（{high}），最低的是{least}（{low}）",
    "{county} gave {average} per visit on average; highest {most} ({high}), lowest {least} ({low})",
)
PER_VISIT_ALIKE = Label(
    "每人次慰问{county}平均{average}；有数的{count}个乡镇（街道）和系统均为{high}",
    "{county} gave {average} per visit on average; all {count} townships with a figure gave {high}",
)
PER_VISIT_COUNTY = Label("每人次慰问{county}平均{average}", "{county} gave {average} per visit on average")
PER_VISIT_UNKNOWN = Label("{county}人均慰问金额：{reason}", "{county}, relief per visit: {reason}")
PER_VISIT_SUBTITLE = Label(
    "截至{as_of}｜单位：元，当年累计支出÷人次｜菱形＝去年同期，竖线＝全县平均",
    "As of {as_of} | unit: yuan, spent ÷ visits to date | diamond = a year before, line = county average",
)
PER_VISIT_ALT = Label("各乡镇（街道）人均慰问金额的条形图", "Bars of relief per visit by township")
COUNTY_AVERAGE = Label("全县 {amount}", "county {amount}")
QUOTIENT = Label("{amount} ÷ {visits}", "{number} ÷ {visits}")
NO_VISITS = Label("没有慰问", "no visits")

# breakdowns
BREAKDOWNS = Label("按对象和批次", "By recipient and campaign")
BREAKDOWNS_COUNTY = Label(
    "只有全县数，不分乡镇；下面是{county}的情况。", "Of the whole county only; below is {county}."
)
BREAKDOWNS_EMPTY = Label("{period}没有可按类别显示的支出。", "{period}: there is no spending to show by kind.")
BREAKDOWN_MOST = Label(
    "{programme}按{dimension}：{most}最多（{amount}）", "{programme} by {dimension}: most for {most} ({amount})"
)
BREAKDOWN_ALIKE = Label(
    "{programme}按{dimension}：{most}最多，各{amount}", "{programme} by {dimension}: most for {most} ({amount} each)"
)
BREAKDOWN_ONE = Label(
    "{programme}按{dimension}：只有{most}有可显示的数（{amount}）",
    "{programme} by {dimension}: only {most} has a figure to show ({amount})",
)
BREAKDOWN_NONE = Label(
    "{programme}按{dimension}：各类都没有可显示的数", "{programme} by {dimension}: no figure to show"
)
HIGHEST_PER_HEAD = Label("；人均最高的是{most}（{amount}）", "; highest per head: {most} ({amount})")
KINDS_WITHHELD = Label(
    "；{count}类按规定不显示（人数少于5）", "; kinds withheld by rule (fewer than 5 people): {count}"
)
BREAKDOWN_SUBTITLE = Label(
    "{county}，截至{as_of}｜单位：元，当年累计｜菱形＝去年同期",
    "{county}, as of {as_of} | unit: yuan, year to date | diamond = a year before",
)
BREAKDOWN_ALT = Label("{programme}按{dimension}的条形图", "Bars of {programme} by {dimension}")
HEADS_AND_EACH = Label("{people}，人均{each}", "{people}, {number} each")
AMOUNT = Label("金额", "Amount")
PARTS = Label("人数", "People")
NAME = Label("名称", "Name")
