"""An answer laid out: what stands in the rows, in the columns, and in each cell with its comparison."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from warehouse.desk.pivot.sql_text import Query

Number = int | float
TOTAL = None
"""In place of a row or column: all of them together."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure and what it is compared with; None where there is none, for its withholding if that is said."""

    value: Number | None
    compared: Number | None = None
    is_withheld: bool = False
    is_compared_withheld: bool = False
    unit: str | None = None

    @property
    def change(self) -> Number | None:
        """How far the figure is from what it is compared with."""
        return None if self.value is None or self.compared is None else self.value - self.compared

    @property
    def relative_change(self) -> float | None:
        """The same as a share of the compared; None where that is 0, for nothing is a share of it."""
        return None if self.change is None or not self.compared else self.change / abs(self.compared)


NOTHING, ZERO = Cell(None), Cell(0, 0)
"""In place of a cell without rows: what is counted is 0 there, of what is summed or divided there is nothing."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows and columns in their order, each by its words; ``columns`` is empty where nothing stands across.

    ``cells`` by row and column, :data:`TOTAL` for the totals. A total that is not in it cannot be computed.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str | None, str | None], Cell]
    absent: Cell = NOTHING

    def cell(self, row: str | None, column: str | None) -> Cell:
        return self.cells.get((row, column), self.absent)

    def limited(self, rows: int, columns: int) -> "Table":
        """The first so many rows and columns; the totals stay those of all."""
        return replace(self, rows=self.rows[:rows], columns=self.columns[:columns])

    @property
    def has_total_row(self) -> bool:
        return any(row is TOTAL for row, _ in self.cells)

    @property
    def has_total_column(self) -> bool:
        return bool(self.columns) and any(column is TOTAL for _, column in self.cells)


def table(
    query: Query,
    lines: Iterable[Sequence[Any]],
    orders: Sequence[Sequence[str]],
    always: Sequence[Sequence[str]] = ((), ()),
    absent: Cell = NOTHING,
) -> Table:
    """The lines of the answer to ``query`` as a table.

    ``orders`` holds, for rows and for columns, the words that have an order, first to last; others follow by
    themselves. ``always`` holds those that stand there in any case, if anything does: periods in which nothing
    happened. Amounts that come as text are numbers again.
    """
    cells: dict[tuple[str | None, str | None], Cell] = {}
    for line in lines:
        told = dict(zip(query.columns, line, strict=True))
        row = TOTAL if told.get("row_total") else str(told["row"])
        column = TOTAL if told.get("column_total") or "column" not in told else str(told["column"])
        compared = told.get("last_year", told.get("target"))
        cells[row, column] = Cell(
            value=_number(told["value"]),
            compared=_number(compared),
            is_withheld=bool(told.get("withheld")) and told["value"] is None,
            is_compared_withheld=bool(told.get("last_year_withheld")) and compared is None,
            unit=told.get("unit"),
        )
    found = [{key[axis] for key in cells} - {TOTAL} for axis in range(2)]
    rows, columns = (
        _ordered({*words, *(always[axis] if words else ())}, orders[axis] if axis < len(orders) else ())
        for axis, words in enumerate(found)
    )
    return Table(rows, columns, cells, absent)


def without_empty_rows(found: Table) -> Table:
    """The table without the rows that neither have a figure nor withhold one."""
    told = {row for (row, _), cell in found.cells.items() if cell.value is not None or cell.is_withheld}
    return replace(found, rows=tuple(row for row in found.rows if row in told))


def _ordered(found: set[str | None], order: Sequence[str]) -> tuple[str, ...]:
    places = {name: place for place, name in enumerate(order)}
    names = [name for name in found if name is not None]
    return tuple(sorted(names, key=lambda name: (places.get(name, len(places)), name)))


def _number(value: Any) -> Number | None:
    if value is None or isinstance(value, int | float):
        return value
    text = str(value)
    return float(text) if "." in text or "e" in text.lower() else int(text)
