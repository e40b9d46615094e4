"""Columns of many sheets that are read alike, one below the other, so that they are typed in one pass."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any

import numpy as np
import polars as pl

from pipelines.ledger import Column
from pipelines.reading.cells import RawColumn, joined
from pipelines.reading.given_columns import GivenColumn
from pipelines.reading.parsed import nowhere


class ColumnStack:
    """Positions of a stack count from 0 over all its columns."""

    def __init__(self, columns: Sequence[GivenColumn]) -> None:
        self.columns = columns
        self._lengths = [len(column.rows) for column in columns]
        self._ends = list(accumulate(self._lengths))
        self._starts = [0, *self._ends][: len(columns)]

    @property
    def length(self) -> int:
        """Cells of all columns."""
        return sum(self._lengths)

    @property
    def declared(self) -> list[Column]:
        """The declarations there are, each once, in the order of the columns."""
        return list({id(given.place.column): given.place.column for given in self.columns}.values())

    def cells(self) -> RawColumn:
        """The cells of all columns."""
        return joined([column.cells for column in self.columns])

    def repeated(self, each: Iterable[Any]) -> pl.Series:
        """Values, one of each column, for all of its cells."""
        return pl.Series(np.repeat(np.array(list(each)), self._lengths))

    def positions(self, marks: Iterable[Sequence[int]]) -> list[int]:
        """Positions in the stack of what is marked, in each column, by positions of its own."""
        return [start + position for start, own in zip(self._starts, marks, strict=True) for position in own]

    def where(self, positions: Sequence[int]) -> pl.Series:
        """Marks at these positions of the stack."""
        return nowhere(self.length).scatter(positions, True)

    def found(self, where: pl.Series) -> Iterator[tuple[int, list[int]]]:
        """Number of the column and its own positions that are marked, of each column that has any."""
        positions = where.arg_true().to_numpy()
        if not len(positions):
            return
        bounds = np.searchsorted(positions, [*self._starts, self.length])
        for number in np.flatnonzero(np.diff(bounds)).tolist():
            yield number, (positions[bounds[number] : bounds[number + 1]] - self._starts[number]).tolist()

    def split(self, stacked: pl.Series) -> list[pl.Series]:
        """The series of each column."""
        return [stacked.slice(start, length) for start, length in zip(self._starts, self._lengths, strict=True)]
