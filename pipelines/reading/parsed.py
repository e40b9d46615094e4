"""The outcome of reading one column as its kind."""

from dataclasses import dataclass

import polars as pl


def nowhere(length: int) -> pl.Series:
    """Marks for a column of this length, none of them set."""
    return pl.Series([False], dtype=pl.Boolean).new_from_index(0, length)


@dataclass(frozen=True, slots=True)
class Parsed:
    """Values of the stored type, and where the cells were not fit for it.

    ``value`` is null where a cell is empty or ``wrong``; ``wrong`` and ``doubtful`` are
    Booleans without nulls, all of the length of the column. What ``doubtful`` means is the
    kind's: 约120 in numbers, a wrong check character in credit codes, the old form of an
    identity number. ``births`` are the birth dates of people, for the rules that ask for an age
    and for nothing else.
    """

    value: pl.Series
    wrong: pl.Series
    doubtful: pl.Series | None = None
    births: pl.Series | None = None


def parsed(cells: pl.DataFrame, value: pl.Expr, doubtful: pl.Expr | None = None) -> Parsed:
    """Evaluates ``value`` over the cells; a filled cell without a value is wrong.

    ``doubtful`` counts only where there is a value.
    """
    doubt = pl.lit(False) if doubtful is None else doubtful.fill_null(value=False)
    has_value = pl.col("value").is_not_null()
    judged = cells.lazy().select("is_empty", value=value, doubt=doubt)
    read = judged.select(
        "value", wrong=~pl.col("is_empty") & ~has_value, doubtful=pl.col("doubt") & has_value
    ).collect()
    return Parsed(read["value"], read["wrong"], None if doubtful is None else read["doubtful"])
