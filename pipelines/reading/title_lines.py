"""What stands above the heading: titles, and lines such as ``填报单位：…  截至日期：2021-12-31  单位：万元``."""

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.reading.amounts import COUNTERS, MONEY_UNITS
from pipelines.reading.dates import day_in, last_day, month_in, years_in
from pipelines.reading.headings import folded
from pipelines.reading.workbook import Cell

_REACH_LABELS = {"截至日期", "截止日期", "截至时间", "截止时间", "截至", "数据截至日期", "统计截至日期", "数据截至"}
_UNIT_LABELS = {"单位", "金额单位", "货币单位", "计量单位"}
_ENTRY = re.compile(r"(?![0-9]+[ \t]*:)([^\s:,;()\[\]]+)[ \t]*:[ \t]*(.*?)(?=[\s,;)]+[^\s:,;()]+[ \t]*:|$)", re.DOTALL)
_REACH_IN_TITLE = re.compile(r"截[至止]\s*(?:到|日期|时间)?\s*[:为]?\s*([0-9]{4}[-./年0-9月日\s]*)")
_FILLING_DATE = re.compile(r"(?:填报|填表|制表|上报|打印|报送)(?:日期|时间)\s*:?\s*\S*")
_SPACES_OUTSIDE_FIGURES = re.compile(r"(?<![0-9])\s+|\s+(?![0-9])")
_SERIAL_NUMBER = re.compile("[0-9]{5}")
_BARE_MONTH = re.compile(r"(?<![0-9])(1[0-2]|0?[1-9])月")


@dataclass(frozen=True, slots=True)
class TitleLines:
    """``titles`` are texts without a label; ``entries`` map folded labels to what follows them."""

    titles: tuple[str, ...] = ()
    entries: dict[str, Cell] = field(default_factory=dict)

    @property
    def stated_date(self) -> dt.date | None:
        """截至日期, from its own line or named in a title; 填报日期 is never meant."""
        for label, value in self.entries.items():
            if label in _REACH_LABELS and (day := _day_of(value)):
                return day
        for title in self.titles:
            if (found := _REACH_IN_TITLE.search(title)) and (day := day_in(found[1])):
                return day
        return None

    @property
    def money_unit(self) -> int:
        """The unit of money columns that name none, in 元."""
        for label, value in self.entries.items():
            if label in _UNIT_LABELS and isinstance(value, str):
                for unit in re.split(r"[、,/;\s或和]+", folded(value)):
                    if unit in MONEY_UNITS:
                        return MONEY_UNITS[unit]
        return 1

    def entry(self, label: str) -> Cell:
        """What a line says of a heading (folded), ``None`` when it says nothing; a unit is no value."""
        value = self.entries.get(label)
        is_unit = label in _UNIT_LABELS and isinstance(value, str) and folded(value) in {*MONEY_UNITS, *COUNTERS}
        return None if value == "" or is_unit else value


def read_title_lines(rows: Sequence[Sequence[Cell]]) -> TitleLines:
    """Titles and entries of the rows above a heading; the value may stand in the next filled cell."""
    titles: list[str] = []
    entries: dict[str, Cell] = {}
    for row in rows:
        filled = [cell for cell in row if cell is not None and str(cell).strip()]
        open_label: str | None = None
        for cell in filled:
            text = unicodedata.normalize("NFKC", cell).strip() if isinstance(cell, str) else ""
            pairs = _ENTRY.findall(text)
            if open_label and not pairs:
                entries.setdefault(open_label, text or cell)
                open_label = None
                continue
            for label, value in pairs:
                if value.strip():
                    entries.setdefault(folded(label), value.strip())
            open_label = _label_left_open(text, pairs)
            if text and not pairs and open_label is None:
                titles.append(_FILLING_DATE.sub("", text))
    return TitleLines(tuple(titles), entries)


def _label_left_open(text: str, pairs: list[tuple[str, str]]) -> str | None:
    if pairs:
        label, value = pairs[-1]
        return None if value.strip() else folded(label)
    return folded(text) if folded(text) in _REACH_LABELS else None


def _day_of(value: Cell) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str) and _SERIAL_NUMBER.fullmatch(value):
        value = int(value)
    if isinstance(value, float | int) and 20_000 <= value <= 80_000:
        return dt.date(1899, 12, 30) + dt.timedelta(days=int(value))
    text = f"{value:.0f}" if isinstance(value, float) else str(value)
    return day_in(_SPACES_OUTSIDE_FIGURES.sub("", text))


def named_month(places: Sequence[str]) -> dt.date | None:
    """The last day of the month that the first of the places (title, sheet, file) names.

    A bare ``12月`` counts when exactly one year is named in any of them.
    """
    years = {year for place in places for year in years_in(place)}
    for place in places:
        if month := month_in(unicodedata.normalize("NFKC", place)):
            return last_day(month)
        bare = _BARE_MONTH.findall(place)
        if bare and len(years) == 1:
            return last_day(dt.date(next(iter(years)), int(bare[-1]), 1))
    return None


def named_year(places: Sequence[str]) -> int | None:
    """The one year that the first of the places names; two years in one place name none."""
    for place in places:
        years = years_in(unicodedata.normalize("NFKC", place))
        if years:
            return years.pop() if len(years) == 1 else None
    return None
