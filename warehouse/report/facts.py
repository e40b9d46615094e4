"""What the report says besides figures: names from the configuration, limits, and lists from the ledgers."""

from dataclasses import dataclass
from datetime import date

from warehouse.days import month_end
from warehouse.reader import Published

FOUNDED = 1921
"""The year that anniversaries of the party count from."""
CONFIGURATION = "config.toml"
YEAR, DAY = "报告年份（--year）", "截至日期（--as-of）"
CITY_LEVEL = "市级"

PLACES = """
select place
from ledger.recuperations
where start_date between ? and ?
group by place
order by count(*) desc, place
"""
HOSTED = """
select distinct competition_name
from ledger.competitions
where role = '承办' and held_date between ? and ?
order by competition_name
"""


@dataclass(frozen=True, slots=True)
class Fact:
    """One word or list of the report and where it comes from, in words: a ledger, a file, an option."""

    name: str
    text: str
    source: str


def facts(published: Published, day: date) -> dict[str, Fact]:
    """By placeholder (:data:`warehouse.report.placeholders.FACTS`), for a report up to the day."""
    county = published.version_info["county_name"]
    since = date(day.year, 1, 1)
    places = _names(published, PLACES, since, day)
    hosted = _names(published, HOSTED, since, day)
    limits = dict(published.query("select matter, limit_working_days from meta.service_limits").iter_rows())
    ledgers = dict(published.query("select ledger_id, label_zh from meta.ledgers").iter_rows())
    period = _period(day)
    found = (
        Fact("县名", county, CONFIGURATION),
        Fact("市名", published.version_info.get("city_name") or CITY_LEVEL, CONFIGURATION),
        Fact("单位名称", organisation(published), CONFIGURATION),
        Fact("年份", str(day.year), YEAR),
        Fact("时段", f"{day.year}年{'' if period == FULL else period}", DAY),
        Fact("期间", period, DAY),
        Fact("截至日期", in_chinese(day), DAY),
        Fact("建党周年", str(day.year - FOUNDED), YEAR),
        Fact("疗休养地点", f"（疗养地：{'、'.join(places)}）" if places else "", ledgers["recuperation"]),
        Fact("承办竞赛", f"承办{'、'.join(hosted)}；" if hosted else "", ledgers["competition"]),
        Fact("组建批复时限", _limit(limits.get("工会组建批复")), CONFIGURATION),
        Fact("经费返拨时限", _limit(limits.get("经费返拨")), CONFIGURATION),
    )
    return {fact.name: fact for fact in found}


def organisation(published: Published) -> str:
    """The federation's own name: configured, else the county's name with 总工会."""
    return published.version_info.get("organisation_name") or f"{published.version_info['county_name']}总工会"


def in_chinese(day: date) -> str:
    """``2021年12月31日``."""
    return f"{day.year}年{day.month}月{day.day}日"


FULL = "全年"


def _period(day: date) -> str:
    if (day.month, day.day) == (12, 31):
        return FULL
    if day != month_end(day):
        return f"年初至{day.month}月{day.day}日"
    return "1月" if day.month == 1 else f"1至{day.month}月"


def _limit(days: int | None) -> str:
    if days is None:
        return "规定时限内"
    return "当日" if days == 0 else f"{days}个工作日内"


def _names(published: Published, sql: str, since: date, day: date) -> list[str]:
    return [name for (name,) in published.query(sql, [since, day]).iter_rows() if name]
