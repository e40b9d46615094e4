"""A value as it stands in a cell: one fact, many spellings."""

from collections.abc import Callable
from datetime import date
from typing import Any

from pipelines.ledger import Column, Kind
from pipelines.sample.sheet import IDENTITY, Cell, Look

EXCEL_EPOCH = date(1899, 12, 30)
WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
WAN = 10_000


def shown(slot: str, column: Column, value: Any, look: Look, index: int, *, is_csv: bool) -> Cell:
    """The cell of ``value`` in the ``index``-th row of a sheet with that look."""
    if value is None:
        return _blank(column, look, index)
    if column.kind in {Kind.DATE, Kind.MONTH}:
        styles = look.dates if column.kind is Kind.DATE else look.months
        return _spelled(value, _turn(styles, index), is_csv=is_csv)
    return _plain(slot, column, value, look, index)


def _plain(slot: str, column: Column, value: Any, look: Look, index: int) -> Cell:
    cell: Cell = value
    match column.kind:
        case Kind.PERSON:
            cell = _person(slot, value, look)
        case Kind.BOOL:
            cell = look.flags[0] if value else look.flags[1]
        case Kind.INT:
            cell = _number(value, _turn(look.numbers, index))
        case Kind.MONEY:
            is_in_wan = look.wan_line or slot in look.in_wan
            cell = _amount(round(value / WAN, 8) if is_in_wan else value, _turn(look.amounts, index))
        case Kind.USCC if look.lower_codes:
            cell = str(value).lower()
        case Kind.ENUM | Kind.TEXT:
            cell = look.values.get((slot, value), value)
    return cell


def _turn(styles: tuple[Any, ...], index: int) -> Any:
    return styles[index % len(styles)]


def _blank(column: Column, look: Look, index: int) -> Cell:
    sign = str(_turn(look.blanks, index))
    is_a_value = column.kind is Kind.BOOL or any(value.zh == sign for value in column.values)
    return None if is_a_value or not sign else sign


def _person(slot: str, value: Any, look: Look) -> str:
    if slot == IDENTITY:
        return str(value.identity)
    return " ".join(value.name) if look.spaced_names and len(value.name) == 2 else str(value.name)


SPELLINGS: dict[str, Callable[[date], str]] = {
    "2021.3.5": lambda day: f"{day.year}.{day.month}.{day.day}",
    "2021/3/5": lambda day: f"{day.year}/{day.month}/{day.day}",
    "2021-03-05": lambda day: day.isoformat(),
    "20210305": lambda day: f"{day:%Y%m%d}",
    "2021年3月5日": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "2021年3月": lambda day: f"{day.year}年{day.month}月",
    "2021.03": lambda day: f"{day.year}.{day.month:02d}",
    "202103": lambda day: f"{day.year}{day.month:02d}",
    "2021-03": lambda day: f"{day.year}-{day.month:02d}",
}


def _spelled(day: date, style: str, *, is_csv: bool) -> Cell:
    if style in SPELLINGS:
        return SPELLINGS[style](day)
    if is_csv:
        return day.isoformat()
    return day if style == "cell" else (day - EXCEL_EPOCH).days


def _number(value: int, style: str) -> Cell:
    match style:
        case "1,200":
            return f"{value:,}"
        case "120人":
            return f"{value}人"
        case "１２０":
            return str(value).translate(WIDE_DIGITS)
    return value


def _amount(value: float, style: str) -> Cell:
    """An amount as text has as many decimals as it needs, and two at least."""
    match style:
        case "1,200.50":
            return f"{value:,.6f}"[:-4] + f"{value:,.6f}"[-4:].rstrip("0")
        case "１２００.５":
            return str(value).translate(WIDE_DIGITS)
    return value
