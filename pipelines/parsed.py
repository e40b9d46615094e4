"""The outcome of reading one column as its kind."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True)
class Parsed:
    """Values of the stored type, and where the cells were not fit for it.

    ``value`` is null where a cell is empty or ``wrong``; ``wrong`` and ``doubtful`` are
    Booleans without nulls, all of the length of the column. What ``doubtful`` means is the
    kind's: 约120 in numbers, a wrong check character in credit codes, the old form of an
    identity number.
    """

    value: pl.Series
    wrong: pl.Series
    doubtful: pl.Series | None = None
