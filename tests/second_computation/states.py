"""Which state of a lasting thing (a union, a contract, a household) holds on a day.

Rows of one key with different reaches are successive states: on a day the one with the latest reach up to it holds,
before all of them the earliest.
"""

from collections import defaultdict
from collections.abc import Hashable
from datetime import date

from tests.second_computation.tables import Row, Tables

Key = tuple[Hashable, ...]
Place = tuple[str, str, str, int]


class States:
    """The span ledgers of a version, by day."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._histories: dict[str, dict[Key, list[Row]]] = {}
        self._states: dict[tuple[str, date], dict[Key, Row]] = {}
        self._in_force: dict[tuple[str, date], list[Row]] = {}
        self._delisted: dict[Place, date] = {
            (row["ledger_id"], row["source_file"], row["source_sheet"], row["source_row"]): row["delisted_date"]
            for row in tables.read("meta.delisted")
        }

    def on(self, day: date, ledger: str) -> dict[Key, Row]:
        """The state of every key, whether it is in force or not."""
        if (ledger, day) not in self._states:
            self._states[ledger, day] = {key: _state(history, day) for key, history in self._history(ledger).items()}
        return self._states[ledger, day]

    def in_force(self, day: date, ledger: str) -> list[Row]:
        """States whose span covers the day; the last day of a span is covered, an empty end is open.

        What a later full list no longer has is in force no more; that it was founded, signed or joined stays true.
        """
        if (ledger, day) not in self._in_force:
            start, end = self._tables.ledgers[ledger]["time_column"], self._tables.ledgers[ledger]["time_end"]
            self._in_force[ledger, day] = [
                row
                for row in self.on(day, ledger).values()
                if row[start] <= day and (row[end] is None or row[end] >= day) and not self._is_off(ledger, row, day)
            ]
        return self._in_force[ledger, day]

    def year_to(self, day: date, ledger: str, column: str) -> list[Row]:
        """States whose date in the column lies between 1 January and the day."""
        january = date(day.year, 1, 1)
        return [row for row in self.on(day, ledger).values() if row[column] and january <= row[column] <= day]

    def _history(self, ledger: str) -> dict[Key, list[Row]]:
        if ledger not in self._histories:
            columns = self._tables.ledgers[ledger]["key_columns"].split(",")
            histories: dict[Key, list[Row]] = defaultdict(list)
            for row in self._tables.rows(ledger):
                histories[tuple(row[column] for column in columns)].append(row)
            for history in histories.values():
                history.sort(key=lambda row: row["reach_date"].toordinal())
            self._histories[ledger] = histories
        return self._histories[ledger]

    def _is_off(self, ledger: str, row: Row, day: date) -> bool:
        """Whether a later full list no longer has the row."""
        if not self._delisted:
            return False
        place = (ledger, row["source_file"], row["source_sheet"], row["source_row"])
        return place in self._delisted and self._delisted[place] <= day


def _state(history: list[Row], day: date) -> Row:
    """Of successive states the last one that reaches no further than the day, else the first."""
    chosen = history[0]
    for row in history[1:]:
        if row["reach_date"] > day:
            break
        chosen = row
    return chosen
