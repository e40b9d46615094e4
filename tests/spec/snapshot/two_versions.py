"""Two versions in files, from tables drawn as text: an older one, and what it has become."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb

from tests.warehouse_tables import COUNTY, Tables
from warehouse.differences.definitions import Definitions
from warehouse.differences.difference import Difference, differences
from warehouse.differences.paths import Version
from warehouse.figures.compute import figures
from warehouse.figures.definition import definitions
from warehouse.figures.indicator import Indicator
from warehouse.mart import marts
from warehouse.reader import Published

DAY = date(2021, 12, 31)


def version(file: Path, tables: Tables, declared: Mapping[str, Indicator], *, with_marts: bool = False) -> Version:
    """The tables with the figures of some indicators, in a finished file."""
    tables.first_month = date(2021, 12, 1)
    con = tables.build(with_marts=with_marts).con
    store(con, declared)
    con.execute(f"attach '{file}' as finished")
    con.execute("copy from database memory to finished")
    con.close()
    opened = duckdb.connect(str(file), read_only=True)
    entries = dict(opened.execute("select key, value from meta.version").fetchall())
    return Version(Published(file, entries, opened), Definitions(declared, marts()))


def store(con: duckdb.DuckDBPyConnection, declared: Mapping[str, Indicator]) -> None:
    """Writes the figures of some indicators and their definitions into a database."""
    computed = figures(con, declared)
    defined = definitions(con, declared)
    for table, frame in (("values", computed.shown), ("raw_values", computed.raw), ("definitions", defined)):
        con.register("frame", frame)
        con.execute(f"create or replace table kpi.{table} as select * from frame")
        con.unregister("frame")


class Compared:
    """Two versions of the same day, and what is told of their figures."""

    def __init__(
        self, folder: Path, old: Tables, new: Tables, declared: Mapping[str, Indicator], **other: object
    ) -> None:
        self.old = version(folder / "old.duckdb", old, declared)
        self.new = version(folder / "new.duckdb", new, other.get("newly", declared))  # type: ignore[arg-type]
        if other.get("forgotten"):
            self.old = replace(self.old, definitions=self.new.definitions)
        self.lines = differences(self.old, self.new, DAY)

    def line(self, indicator_id: str, region: str = COUNTY) -> Difference:
        (found,) = (one for one in self.lines if (one.indicator.id, one.region_code) == (indicator_id, region))
        return found

    def causes(self, indicator_id: str, region: str = COUNTY) -> dict[str, Decimal]:
        """The causes that are not 0, checked to add up to the change, and the change to lead from old to new."""
        line = self.line(indicator_id, region)
        parts = {cause: part for cause, part in line.causes.items() if part is not None}
        assert sum(parts.values(), Decimal(0)) == line.change
        return {cause: part for cause, part in parts.items() if part != 0}
