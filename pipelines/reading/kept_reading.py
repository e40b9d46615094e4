"""A reading of an earlier build, whose tables are unpacked when they are asked for."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import polars as pl

from pipelines.reading.sheet_reading import SheetReading

TABLES = ("rows", "as_read", "problems")
"""The fields of a reading that are tables."""


class KeptReading(SheetReading):
    """The same as the reading that was kept; what is not judged again is never unpacked."""

    unpack: Callable[[], dict[str, pl.DataFrame]]
    """Gives the reading's tables by field."""

    def __getattr__(self, name: str) -> Any:
        # asked only for what is not there: the tables, the first time
        if name not in TABLES:
            raise AttributeError(name)
        self.__dict__.update(self.unpack())
        return self.__dict__[name]


def without_tables(reading: SheetReading) -> KeptReading:
    """The reading with everything but its tables, which ``unpack`` must yet be able to give."""
    kept = KeptReading.__new__(KeptReading)  # the constructor would make tables that nobody asks for
    others = (field.name for field in fields(SheetReading) if field.name not in TABLES)
    kept.__dict__ = {name: getattr(reading, name) for name in others}
    return kept
