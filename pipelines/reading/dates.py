"""Days, months and years in all the spellings that occur, and as Excel serial numbers."""

import calendar
import datetime as dt
import re

import polars as pl

from pipelines.reading.cells import without_spaces
from pipelines.reading.parsed import Parsed, parsed

EARLIEST_YEAR, LATEST_YEAR = 1850, 2199
_SERIAL_ORIGIN = dt.date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
_EARLIEST_YEAR_OF_A_DATE_CELL = 1950
"""A year typed into a cell formatted as a date shows as a day of 1905."""

_TIME = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?"
_DAY = rf"^([0-9]{{4}})(?:[-./]|年)([0-9]{{1,2}})(?:[-./]|月)([0-9]{{1,2}})(?:T{_TIME}|[日号](?:T?{_TIME})?)?$"
_COMPACT_DAY = r"^([0-9]{4}) ?([0-9]{2}) ?([0-9]{2})$"
_ISO = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_MONTH = r"^([0-9]{4})(?:[-./]|年)([0-9]{1,2})(?:月份?)?$"
_COMPACT_MONTH = r"^([0-9]{4}) ?([0-9]{2})$"
_YEAR = r"^([0-9]{4})(?:年度?)?$"


def days(cells: pl.DataFrame) -> Parsed:
    """Date; a month without a day and a year of two digits are wrong."""
    if cells["day"].null_count() == cells["clean"].null_count():
        return parsed(cells, pl.col("day"))
    is_plain = pl.col("clean").str.contains(_ISO)
    plain = _in_reach(pl.when(is_plain).then("clean").str.to_date("%Y-%m-%d", strict=False))
    others = cells.with_columns(day=pl.coalesce("day", plain), clean=pl.when(~is_plain).then("clean"))
    return parsed(_with_compact(others), _whole_day())


def months(cells: pl.DataFrame) -> Parsed:
    """Date, the first day of the month; a whole date stands for its month.

    A numeric cell of 2021.1 may have been January or October and is neither.
    """
    compact = pl.col("compact")
    is_unclear = pl.col("number").is_not_null() & compact.str.contains(r"^[0-9]{4}\.1$")
    written = pl.coalesce(_date(_MONTH, "$1-$2-01"), _date(_COMPACT_MONTH, "$1-$2-01"))
    month = pl.coalesce(pl.when(~is_unclear).then(written), _whole_day()).dt.month_start()
    return parsed(_with_compact(cells), month)


def years(cells: pl.DataFrame) -> Parsed:
    """Int32; ``2021``, ``2021年``, ``2021年度``, or the year of a date cell."""
    written = pl.col("compact").str.extract(_YEAR).cast(pl.Int32, strict=False)
    of_cell = pl.col("day").dt.year()
    year = pl.coalesce(
        pl.when(written.is_between(1900, LATEST_YEAR)).then(written),
        pl.when(of_cell >= _EARLIEST_YEAR_OF_A_DATE_CELL).then(of_cell),
    )
    return parsed(_with_compact(cells), year)


def _with_compact(cells: pl.DataFrame) -> pl.DataFrame:
    """The cells with ``compact``: texts and numbers without spaces, a time of day parted from its date by a T."""
    text = pl.when(pl.col("day").is_null()).then("clean").str.replace(rf"\s+({_TIME})$", "T$1")
    return cells.with_columns(compact=without_spaces(text).str.strip_prefix("'"))


def _whole_day() -> pl.Expr:
    return pl.coalesce("day", _date(_DAY, "$1-$2-$3"), _date(_COMPACT_DAY, "$1-$2-$3"), _of_serial())


def _date(pattern: str, iso: str) -> pl.Expr:
    """The date that the parts of a pattern make; null where there is none."""
    compact = pl.col("compact")
    spelled = pl.when(compact.str.contains(pattern)).then(compact.str.replace(pattern, iso))
    date = spelled.str.to_date("%Y-%m-%d", strict=False)
    return _in_reach(date)


def _in_reach(date: pl.Expr) -> pl.Expr:
    return pl.when(date.dt.year().is_between(EARLIEST_YEAR, LATEST_YEAR)).then(date)


def _of_serial() -> pl.Expr:
    """The date of Excel's serial number (1900 system), also where a CSV holds it as text."""
    serial = pl.col("compact").str.extract(r"^([0-9]{5})(?:\.[0-9]+)?$").cast(pl.Int32, strict=False)
    origin = (_SERIAL_ORIGIN - dt.date(1970, 1, 1)).days
    return pl.when(serial.is_between(_FIRST_SERIAL, _LAST_SERIAL)).then((serial + origin).cast(pl.Date))


_DAY_IN_TEXT = re.compile(
    r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})"
    r"|(\d{4})[-./](\d{1,2})[-./](\d{1,2})"
    r"|(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)"
)
_MONTH_IN_TEXT = re.compile(
    r"(?<!\d)(\d{4})\s*年\s*(?:\d{1,2}\s*月?\s*[-~—–至]\s*)?(\d{1,2})\s*月"
    r"|(?<!\d)((?:19|20)\d\d)[-./_](0?[1-9]|1[0-2])(?![\d])"
    r"|(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d)"
)
_YEAR_IN_TEXT = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def day_in(text: str) -> dt.date | None:
    """The first day that the text names; a month without a day stands for its last day."""
    if found := _DAY_IN_TEXT.search(text):
        year, month, day = (int(part) for part in found.groups() if part)
        try:
            return dt.date(year, month, day)
        except ValueError:
            return None
    month_found = month_in(text)
    return last_day(month_found) if month_found else None


def month_in(text: str) -> dt.date | None:
    """The latest month that the text names, as its first day."""
    pairs = [[int(part) for part in found.groups() if part] for found in _MONTH_IN_TEXT.finditer(text)]
    return max((dt.date(year, month, 1) for year, month in pairs if 1 <= month <= 12), default=None)


def years_in(text: str) -> set[int]:
    """All years that the text names."""
    return {int(found) for found in _YEAR_IN_TEXT.findall(text)} | {
        int(found[:4]) for found in re.findall(r"(?<!\d)(?:19|20)\d\d(?=\d{2}(?:\d{2})?(?!\d))", text)
    }


def last_day(month: dt.date) -> dt.date:
    """The last day of the month that the day lies in."""
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])
