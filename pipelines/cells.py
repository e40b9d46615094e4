"""One column of a sheet as Polars series: what stood in its cells, and of what type they were."""

import datetime as dt
from collections.abc import Sequence

import polars as pl

from pipelines.workbook import Cell

LOST_PRECISION = 1e15
"""A numeric cell from here on has more than 15 digits, and Excel has dropped the rest."""

EMPTY_MARK = r"^[-—–―─/\\]+$"
_INVISIBLE = "[\u200b-\u200f\u2060\ufeff]"
_ERROR_VALUE = r"^#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)$"


def column_cells(cells: Sequence[Cell]) -> pl.DataFrame:
    """One line a cell.

    Columns: ``text`` (as read, trimmed; numbers in their shortest form, dates as ISO; null when
    empty), ``clean`` (half-width, null also for — and /), ``number`` (Float64, of numeric cells),
    ``day`` (of date cells), ``is_lost`` (a number of more than 15 digits), ``is_error`` (#REF! and the like).
    """
    kinds = set(map(type, cells)) - {str, type(None)}
    texts = pl.Series([cell if type(cell) is str else None for cell in cells] if kinds else cells, dtype=pl.String)
    frame = pl.DataFrame({"text": texts}).with_columns(
        number=pl.Series(_numbers(cells) if kinds & {int, float} else [], dtype=pl.Float64).extend_constant(
            None, 0 if kinds & {int, float} else len(cells)
        ),
        day=pl.Series(_days(cells) if kinds & {dt.date, dt.datetime} else [], dtype=pl.Date).extend_constant(
            None, 0 if kinds & {dt.date, dt.datetime} else len(cells)
        ),
    )
    others = pl.Series([_other(cell) for cell in cells], dtype=pl.String) if _has_others(kinds) else None
    return _described(frame, others)


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


def _described(frame: pl.DataFrame, others: pl.Series | None) -> pl.DataFrame:
    typed = [pl.col("number").cast(pl.String).str.strip_suffix(".0"), pl.col("day").cast(pl.String)]
    known = [pl.col("text"), *([others] if others is not None else []), *typed]
    trimmed = pl.coalesce(known).str.replace_all(_INVISIBLE, "").str.strip_chars()
    text = pl.when(trimmed != "").then(trimmed)
    half_width = pl.col("text").str.normalize("NFKC").str.strip_chars()
    return frame.with_columns(text=text).with_columns(
        clean=pl.when(~half_width.str.contains(EMPTY_MARK)).then(half_width),
        is_lost=(pl.col("number").abs() >= LOST_PRECISION).fill_null(value=False),
        is_error=pl.col("text").str.contains(_ERROR_VALUE).fill_null(value=False),
    )
