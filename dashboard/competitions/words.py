"""The sentences of the page of competition results."""

from warehouse.language import Label

COMPETITIONS = Label("竞赛成绩", "Competitions")
COMPETITIONS_OF = Label("{place}竞赛成绩", "{place}: competition results")
COUNTY_ONLY = Label(
    "竞赛台账只记全县，不分乡镇（街道）和系统；以下都是全县的成绩。",
    "Competitions are recorded for the whole county only: everything below is the county's.",
)
LEVEL = Label("级别", "Level")
ROLE = Label("参与方式", "Role")
GROUPING = Label("分列", "By")
INDUSTRY = Label("行业", "Industry")
TRADE = Label("工种", "Trade")
UNKNOWN_TRADE = Label("未填写", "not given")

# figures
FIGURES = Label("市级组队参赛", "City competitions entered with a team")
FIGURES_NONE = Label(
    "截至{as_of}，今年还没有市级组队参赛的成绩", "No result of a city competition yet this year, as of {as_of}"
)
FIGURES_FINDING = Label(
    "截至{as_of}，{industries}个行业{trades}个工种组队参加市级竞赛，团体一、二、三等奖{prizes}个，"
    "技术状元{champions}人，技术能手{experts}人",
    "As of {as_of}: teams in {industries} industries and {trades} trades of city competitions; "
    "team prizes {prizes}, skill champions {champions}, skill experts {experts}",
)

# medals
MEDALS = Label("奖牌榜", "Medal table")
MEDALS_NONE = Label("{year}年截至目前没有符合条件的获奖", "No award of {year} so far fits the choice")
MEDALS_FINDING = Label(
    "{year}年共获奖{awards}项，最多的是{first}（一等奖{gold}个，共{most}项）",
    "{year}: {awards} awards, led by {first} (first prizes: {gold}, {most} in all)",
)
MEDALS_TIED = Label(
    "{year}年共获奖{awards}项，{firsts}并列第一（一等奖各{gold}个，各{most}项）",
    "{year}: {awards} awards; {firsts} share the lead (first prizes: {gold} each, {most} each)",
)
MEDALS_SUBTITLE = Label(
    "单位：个（状元、能手为人次）｜依次按一、二、三等奖个数排序｜团体和个人奖项合计，所授称号另列",
    "Number of awards | sorted by first, second and third prizes | team and individual awards together; titles beside",
)
MEDALS_ALT = Label("按{grouping}的奖项个数", "Awards by {grouping}")
GRADES = {
    "一等奖": Label("一等奖", "First"),
    "二等奖": Label("二等奖", "Second"),
    "三等奖": Label("三等奖", "Third"),
    "优秀奖": Label("优秀", "Merit"),
    "技术状元": Label("状元", "Champ."),
    "技术能手": Label("能手", "Expert"),
}
TOTAL = Label("合计", "Total")
TEAM = Label("团体", "Team")
INDIVIDUAL = Label("个人", "Individual")

# years
YEARS = Label("逐年比较", "Year by year")
YEARS_NOTE = Label(
    "各年都算到同一天（{day}），市级组队参赛",
    "Every year up to the same day ({day}); city competitions with a team",
)
YEARS_NONE = Label("没有可比的年份", "There is no year to compare with")
YEARS_ONE = Label("只有{year}年的成绩，还不能比较", "Only {year} has results so far, nothing to compare with")
PRIZES = Label("团体奖", "Team prizes")
TITLES = Label("荣誉称号", "Titles")
PARTICIPATION = Label("参赛工种", "Participation")
MORE = Label("{name}{now}{unit}，比上年多{size}{unit}", "{name}: {now} {unit}, {size} more than a year before")
FEWER = Label("{name}{now}{unit}，比上年少{size}{unit}", "{name}: {now} {unit}, {size} fewer than a year before")
AS_MANY = Label("{name}{now}{unit}，与上年持平", "{name}: {now} {unit}, as many as a year before")
ABSENT = Label("{name}没有可比数", "{name}: nothing to compare")
YEARS_ALT = Label("{name}逐年个数", "{name} by year")
PRIZE_UNIT, PERSON_UNIT, TRADE_UNIT = Label("个", "prizes"), Label("人", "people"), Label("个", "trades")
SHORT_NAMES = {
    "team_first_prizes": Label("一等奖", "first"),
    "team_second_prizes": Label("二等奖", "second"),
    "team_third_prizes": Label("三等奖", "third"),
    "skill_champions": Label("技术状元", "champions"),
    "skill_experts": Label("技术能手", "experts"),
    "competition_industries": Label("行业", "industries"),
    "competition_trades": Label("工种", "trades"),
}
YEAR = Label("年份", "Year")
KIND = Label("类别", "Kind")

# award rate
RATE = Label("获奖率", "Award rate")
RATE_FINDING = Label(
    "{year}年获奖率{value}：参赛{entrants}人，个人获奖{awards}人次{change}",
    "{year}: award rate {value}, {awards} individual awards for {entrants} entrants{change}",
)
RATE_NONE = Label("{year}年还没有获奖率：{reason}", "No award rate for {year} yet: {reason}")
UP = Label("，比上年上升{size}", ", up {size} on a year before")
DOWN = Label("，比上年下降{size}", ", down {size} on a year before")
SAME = Label("，与上年持平", ", unchanged on a year before")
INDIVIDUAL_AWARDS = Label("个人获奖（人次）", "Individual awards")
ENTRANTS = Label("参赛人数", "Entrants")

# roles
ROLES = Label("承办、组队与自办", "Host, team and own competitions")
ROLES_NONE = Label("{year}年截至目前没有举办或参加竞赛", "No competition held or entered in {year} so far")
ROLES_FINDING = Label("{year}年{competitions}项竞赛：{parts}", "{year}: {competitions} competitions, of which {parts}")
ROLES_PART = Label("{role}{count}项", "{role} {count}")
CELL = Label(
    "{competitions}项，{trades}个工种，{entrants}人",
    "{competitions} held, trades {trades}, entrants {entrants}",
)
NOTHING = Label("—", "—")
