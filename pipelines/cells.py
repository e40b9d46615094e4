"""One column of a sheet as Polars series: what stood in its cells, and of what type they were."""

import datetime as dt
import re
from collections.abc import Sequence

import polars as pl

from pipelines.workbook import Cell

LOST_PRECISION = 1e15
"""A numeric cell from here on has more than 15 digits, and Excel has dropped the rest."""

EMPTY_MARK = r"^[-—–―─/\\]+$"
EMPTY_MARK_OR_NONE = r"^([-—–―─/\\]+|无)$"
_INVISIBLE = "[\u200b-\u200f\u2060\ufeff]"
MAY_BE_PERSONAL = r"\d{11}"
_PLAIN_KINDS: set[type] = {int, float, dt.date}
_NOT_PLAIN = re.compile("[^ -~\u4e00-\u9fff]")
_ERROR_VALUE = r"^#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)$"


def column_cells(cells: Sequence[Cell], *, none_is_empty: bool = True) -> pl.DataFrame:
    """One line a cell.

    Columns: ``text`` (as read, trimmed; numbers in their shortest form, dates as ISO; null when
    empty), ``clean`` (half-width, null also for —, / and 无), ``is_empty`` (of ``clean``),
    ``number`` (Float64, of numeric cells), ``day`` (of date cells), ``is_lost`` (a number of more
    than 15 digits), ``is_error`` (#REF! and the like), ``may_be_personal`` (eleven digits on end).
    """
    kinds = set(map(type, cells)) - {str, type(None)}
    texts = [cell if isinstance(cell, str) else None for cell in cells]
    has_numbers, has_days = kinds & {int, float}, kinds & {dt.date, dt.datetime}
    numbers = pl.Series(_numbers(cells), dtype=pl.Float64) if has_numbers else pl.lit(None, dtype=pl.Float64)
    days = pl.Series(_days(cells), dtype=pl.Date) if has_days else pl.lit(None, dtype=pl.Date)
    others = [pl.Series([_other(cell) for cell in cells], dtype=pl.String)] if _has_others(kinds) else []
    typed = [numbers.cast(pl.String).str.strip_suffix(".0")] if has_numbers else []
    dated = [days.cast(pl.String)] if has_days else []
    written = pl.lit(pl.Series(texts, dtype=pl.String))
    known = pl.coalesce([written, *others, *typed, *dated]) if kinds else written
    is_odd = not kinds <= _PLAIN_KINDS or _NOT_PLAIN.search("".join(filter(None, texts))) is not None
    return _described(
        known, numbers, days, is_odd=is_odd, empty_mark=EMPTY_MARK_OR_NONE if none_is_empty else EMPTY_MARK
    )


def _has_others(kinds: set[type]) -> bool:
    return bool(kinds - {int, float, dt.date})


def _numbers(cells: Sequence[Cell]) -> list[float | None]:
    return [float(cell) if type(cell) is float or type(cell) is int else None for cell in cells]


def _days(cells: Sequence[Cell]) -> list[dt.date | None]:
    return [
        cell.date() if isinstance(cell, dt.datetime) else cell if isinstance(cell, dt.date) else None for cell in cells
    ]


def _other(cell: Cell) -> str | None:
    """The text of cells that are seldom met: times of day, durations, truth values."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, dt.datetime):
        return cell.strftime("%Y-%m-%d" if cell.time() == dt.time() else "%Y-%m-%d %H:%M:%S")
    return str(cell) if isinstance(cell, dt.time | dt.timedelta) else None


def _described(
    known: pl.Expr, numbers: pl.Series | pl.Expr, days: pl.Series | pl.Expr, *, is_odd: bool, empty_mark: str
) -> pl.DataFrame:
    trimmed = (known.str.replace_all(_INVISIBLE, "") if is_odd else known).str.strip_chars()
    text = pl.col("text")
    half_width = text.str.normalize("NFKC").str.strip_chars() if is_odd else text
    return (
        pl.LazyFrame()
        .select(text=pl.when(trimmed != "").then(trimmed), number=numbers, day=days)
        .with_columns(
            clean=pl.when(~half_width.str.contains(empty_mark)).then(half_width),
            is_lost=(pl.col("number").abs() >= LOST_PRECISION).fill_null(value=False),
            is_error=text.str.contains(_ERROR_VALUE).fill_null(value=False),
            may_be_personal=text.str.contains(MAY_BE_PERSONAL).fill_null(value=False),
        )
        .with_columns(is_empty=pl.col("clean").is_null())
        .collect()
    )
