"""The rows of a published version as lists of dictionaries."""

from collections import defaultdict
from datetime import date
from functools import cached_property
from typing import Any

from tests.second_computation.days import next_month, whole_months_end
from warehouse.reader import Published

Row = dict[str, Any]


class Tables:
    """Loaded rows by ledger id, and what the version says of itself."""

    def __init__(self, published: Published) -> None:
        self._published = published
        self._rows: dict[str, list[Row]] = {}
        self._by_year: dict[tuple[str, str], dict[int, list[Row]]] = {}
        self.version = {row["key"]: row["value"] for row in self.read("meta.version")}
        self.ledgers = {row["ledger_id"]: row for row in self.read("meta.ledgers")}
        self.county: str = self.version["county_code"]
        self.first_month = date.fromisoformat(self.version["first_month"])
        self.data_date = date.fromisoformat(self.version["data_date"])
        regions = sorted(self.read("meta.regions"), key=lambda row: int(row["position"]))
        self.townships = [row["region_code"] for row in regions if row["region_code"] != self.county]

    def read(self, table: str) -> list[Row]:
        return self._published.query(f"select * from {table}").to_dicts()

    def rows(self, ledger: str) -> list[Row]:
        """All loaded rows of a ledger."""
        if ledger not in self._rows:
            self._rows[ledger] = self.read(f"ledger.{self.ledgers[ledger]['table_name']}")
        return self._rows[ledger]

    def year_to(self, day: date, ledger: str, column: str) -> list[Row]:
        """Rows whose date in the column lies between 1 January and the day; a row without the date is none of them."""
        return [row for row in self._of_year(ledger, column, day.year) if row[column] <= day]

    def months_to(self, day: date, ledger: str) -> list[Row]:
        """Rows of the year's months that have ended by the day."""
        return [row for row in self._of_year(ledger, "month", day.year) if next_month(row["month"]) <= next_day(day)]

    def of_month(self, day: date, ledger: str) -> list[Row]:
        """Rows of the last month that has ended by the day."""
        end = whole_months_end(day)
        return [row for row in self._of_year(ledger, "month", end.year) if row["month"] == end.replace(day=1)]

    def _of_year(self, ledger: str, column: str, year: int) -> list[Row]:
        if (ledger, column) not in self._by_year:
            years: dict[int, list[Row]] = defaultdict(list)
            for row in self.rows(ledger):
                if row[column] is not None:
                    years[row[column].year].append(row)
            self._by_year[ledger, column] = years
        return self._by_year[ledger, column].get(year, [])

    @cached_property
    def accepted_reaches(self) -> dict[str, list[date]]:
        """How far the accepted sheets of each ledger reach."""
        reaches: dict[str, list[date]] = defaultdict(list)
        for sheet in self.read("quality.sheets"):
            if sheet["is_accepted"] and sheet["ledger_id"]:
                reaches[sheet["ledger_id"]].append(sheet["reach_date"])
        return reaches


def next_day(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
