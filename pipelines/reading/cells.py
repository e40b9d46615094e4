"""Columns of cells as Polars series: what stood in the cells, and of what type they were."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from pipelines.reading.workbook import Cell

LOST_PRECISION = 1e15
"""A numeric cell from here on has more than 15 digits, and Excel has dropped the rest."""

EMPTY_MARK = r"^[-—–―─/\\]+$"
EMPTY_MARK_OR_NONE = r"^([-—–―─/\\]+|无)$"
_INVISIBLE = "[\u200b-\u200f\u2060\ufeff]"
MAY_BE_PERSONAL = r"\d{11}"
_NOT_PLAIN = "[^ -~\u4e00-\u9fff]"
"""What most cells are without, so that the others alone need be normalised."""

_PLAIN_KINDS: set[type] = {int, float, dt.date}
_ERROR_VALUES = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!")


@dataclass(frozen=True, slots=True)
class RawColumn:
    """Cells as they came: written text, and the numbers and days of typed cells where there are any."""

    text: pl.Series
    number: pl.Series | None
    day: pl.Series | None


def raw_column(cells: Sequence[Cell]) -> RawColumn:
    """The cells of one column of a sheet."""
    kinds = set(map(type, cells)) - {str, type(None)}
    if not kinds:
        return RawColumn(pl.Series(cells, dtype=pl.String), None, None)
    if kinds <= _PLAIN_KINDS:
        texts = [cell if type(cell) is str else None for cell in cells]
    else:
        texts = [_written(cell) for cell in cells]
    return RawColumn(
        pl.Series(texts, dtype=pl.String),
        pl.Series(_numbers(cells), dtype=pl.Float64) if kinds & {int, float} else None,
        pl.Series(_days(cells), dtype=pl.Date) if kinds & {dt.date, dt.datetime} else None,
    )


def joined(columns: Sequence[RawColumn]) -> RawColumn:
    """Columns one below the other."""
    return RawColumn(
        pl.concat([column.text for column in columns], rechunk=True),
        _joined([(column.number, len(column.text)) for column in columns], pl.Float64()),
        _joined([(column.day, len(column.text)) for column in columns], pl.Date()),
    )


def column_cells(raw: RawColumn, *, none_is_empty: bool = True) -> pl.DataFrame:
    """One line a cell.

    Columns: ``text`` (as read, trimmed; numbers in their shortest form, dates as ISO; null when
    empty), ``clean`` (half-width, null also for —, / and 无), ``is_empty`` (of ``clean``),
    ``number`` (Float64, of numeric cells), ``day`` (of date cells), ``is_lost`` (a number of more
    than 15 digits), ``is_error`` (#REF! and the like), ``may_be_personal`` (eleven digits on end).
    """
    text, half_width = (pl.lit(series).str.strip_chars() for series in _texts(raw))
    is_lost = pl.lit(False) if raw.number is None else pl.lit(raw.number.abs() >= LOST_PRECISION).fill_null(value=False)
    is_mark = pl.col("half_width").str.contains(EMPTY_MARK_OR_NONE if none_is_empty else EMPTY_MARK)
    return (
        pl.LazyFrame()
        .select(
            text=pl.when(text != "").then(text),
            half_width=half_width,
            number=pl.lit(None, dtype=pl.Float64) if raw.number is None else raw.number,
            day=pl.lit(None, dtype=pl.Date) if raw.day is None else raw.day,
            is_lost=is_lost,
        )
        .with_columns(
            clean=pl.when((pl.col("half_width") != "") & ~is_mark).then("half_width"),
            is_error=pl.col("text").is_in(_ERROR_VALUES).fill_null(value=False),
            may_be_personal=pl.col("text").str.contains(MAY_BE_PERSONAL).fill_null(value=False),
        )
        .drop("half_width")
        .with_columns(is_empty=pl.col("clean").is_null())
        .collect()
    )


def without_spaces(text: pl.Expr) -> pl.Expr:
    """Text without its spaces and line breaks, but for one where they part figures: ``10 20`` is no 1020."""
    single = text.str.strip_chars().str.replace_all(r"\s+", " ")
    return single.str.replace_all(r"([^0-9]) ", "$1").str.replace_all(r" ([^0-9])", "$1")


def _written(cell: Cell) -> str | None:
    """The text of a cell that is neither a number nor a day; times, durations and truth values are seldom met."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, dt.datetime):
        return cell.strftime("%Y-%m-%d" if cell.time() == dt.time() else "%Y-%m-%d %H:%M:%S")
    return str(cell) if isinstance(cell, dt.time | dt.timedelta) else None


def _numbers(cells: Sequence[Cell]) -> list[float | None]:
    return [float(cell) if type(cell) is float or type(cell) is int else None for cell in cells]


def _days(cells: Sequence[Cell]) -> list[dt.date | None]:
    return [
        cell.date() if isinstance(cell, dt.datetime) else cell if isinstance(cell, dt.date) else None for cell in cells
    ]


def _joined(parts: Sequence[tuple[pl.Series | None, int]], dtype: pl.DataType) -> pl.Series | None:
    if all(part is None for part, _ in parts):
        return None
    nothing = pl.Series([None], dtype=dtype)
    return pl.concat(
        [nothing.new_from_index(0, length) if part is None else part for part, length in parts], rechunk=True
    )


def _texts(raw: RawColumn) -> tuple[pl.Series, pl.Series]:
    """The text of all cells without invisible characters: as it is, and in half width."""
    known = [pl.lit(raw.text)]
    if raw.number is not None:
        known.append(pl.lit(raw.number).cast(pl.String).str.strip_suffix(".0"))
    if raw.day is not None:
        known.append(pl.lit(raw.day).cast(pl.String))
    written = pl.select(text=pl.coalesce(known)).with_columns(is_odd=pl.col("text").str.contains(_NOT_PLAIN))
    text, odd = written["text"], written["is_odd"].fill_null(value=False).arg_true()
    if not len(odd):
        return text, text
    visible = text.gather(odd).str.replace_all(_INVISIBLE, "")
    return text.clone().scatter(odd, visible), text.clone().scatter(odd, visible.str.normalize("NFKC"))
