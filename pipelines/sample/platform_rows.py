"""Rows of the survey of platform workers: what their stations report every month."""

from collections.abc import Iterator
from datetime import date

from pipelines.sample.organisation import County, Row

STATIONS = 50
KINDS = (
    ("外卖配送员", "外卖配送站", 32),
    ("快递员", "快递网点", 32),
    ("外卖配送员", "外卖配送站", 27),
    ("货车司机", "货运站", 30),
    ("快递员", "快递网点", 21),
    ("网约车司机", "网约车服务站", 29),
    ("家政服务员", "家政服务站", 18),
    ("外卖配送员", "外卖配送站", 24),
    ("快递员", "快递网点", 27),
    ("保安员", "保安服务站", 22),
)
SIGNS = "顺达兴通安捷"
GROWTH = 0.07
BUSY_MONTHS = {1: 0.94, 2: 0.86, 6: 1.03, 11: 1.12, 12: 1.08}
"""Festivals empty the stations, sales fill them."""
JOINED_AT_FIRST, JOINED_LATER = 0.5, 0.09
"""The share of members on the first day, and how much it grows a year."""


def surveys(county: County, until: date) -> Iterator[Row]:
    """Ledger platform_survey: every station in every month of the year of ``until``."""
    place = county.place
    towns = [town for town in place.townships[:-1] if town.kind != "乡"]
    for month in range(1, until.month + 1):
        first = date(until.year, month, 1)
        elapsed = place.elapsed(first)
        for number in range(STATIONS * place.factor):
            group, kind, workers = KINDS[number % len(KINDS)]
            town = towns[number * 5 % len(towns)]
            wanders = (number * 7 + month * 3 + until.year) % 5 - 2
            surveyed = round((workers + number % 4) * (1 + GROWTH * elapsed) * BUSY_MONTHS.get(month, 1)) + wanders
            share = JOINED_AT_FIRST + JOINED_LATER * elapsed + (number % 7 - 4) * 0.03 - (0.15 if town.weak else 0)
            yield {
                "station_name": f"{town.name}{SIGNS[number % len(SIGNS)]}{number + 1}{kind}",
                "month": first,
                "platform_group": group,
                "surveyed": surveyed,
                "joined": int(surveyed * min(share, 0.98)),
            }
