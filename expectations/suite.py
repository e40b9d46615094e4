"""What a finished table must be, as plain data: made from declarations, sent to the gate as JSON."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

Severity = Literal["critical", "warning"]
"""A failed critical check refuses publication, a failed warning is shown beside the figures."""


@dataclass(frozen=True, slots=True)
class ColumnExpectation:
    """What every row of one column must be.

    ``kind`` is the declared type (text, int, number, money, date, month, year, bool, enum, town,
    uscc, person), ``data_type`` what the database calls it. ``required`` cells are not null;
    ``required_severity`` says how bad an empty one is. ``allowed`` are the values there may be,
    ``minimum`` the smallest number (in 元 for money), excluded itself when ``above_minimum``.
    """

    name: str
    label_zh: str
    label_en: str
    kind: str
    data_type: str
    required: bool = False
    required_severity: Severity = "critical"
    allowed: tuple[str, ...] | None = None
    minimum: int | None = None
    above_minimum: bool = False


@dataclass(frozen=True, slots=True)
class TableSuite:
    """What one ledger's table must be.

    ``table`` is its name in schema ``ledger``; ``key`` the columns that no two rows share
    (reach_date included where successive states are kept), an empty cell being a value like any
    other. ``loaded_rows`` is how many rows the load counted.
    """

    table: str
    ledger_id: str
    label_zh: str
    label_en: str
    key: tuple[str, ...]
    columns: tuple[ColumnExpectation, ...]
    loaded_rows: int

    @property
    def name(self) -> str:
        """The suite's name, which is the table's."""
        return f"ledger.{self.table}"

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> "TableSuite":
        columns = tuple(
            ColumnExpectation(**{**column, "allowed": None if column["allowed"] is None else tuple(column["allowed"])})
            for column in document["columns"]
        )
        return cls(**{**document, "key": tuple(document["key"]), "columns": columns})


@dataclass(frozen=True, slots=True)
class GateResult:
    """The outcome of one check. ``observed`` and the messages hold counts and places, never values."""

    suite: str
    expectation: str
    subject: str
    severity: Severity
    success: bool
    observed: str | None
    message_zh: str
    message_en: str
