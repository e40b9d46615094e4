"""What a workbook of the sample consists of: files, sheets, rows, and what is wrong in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from pipelines.ledger import Column, Kind, Ledger, Severity
from pipelines.registry import ledgers
from pipelines.sample.organisation import Row


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that no program has calculated yet."""

    text: str


Cell = Formula | str | int | float | date | None
DateStyle = Literal["cell", "2021.3.5", "2021-03-05", "2021/3/5", "20210305", "2021年3月5日", "serial"]
MonthStyle = Literal["2021-03", "2021年3月", "2021.03", "202103", "cell"]
NumberStyle = Literal["plain", "1,200", "120人", "１２０"]
AmountStyle = Literal["plain", "1,200.50", "１２００.５"]
Encoding = Literal["", "utf-8", "utf-8-sig", "gb18030"]
IDENTITY = "identity"
"""Slot of the second cell of a person: the identity number."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A problem that a build must find. ``slot`` is the column (None: the whole row or sheet)."""

    rule: str
    severity: Severity
    slot: str | None = None


@dataclass(slots=True)
class Entry:
    """One data row: its values, cells that stand in it verbatim instead, and what is wrong with it."""

    values: Row
    raw: dict[str, Cell] = field(default_factory=dict)
    planted: tuple[Planted, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """How a sheet presents its rows; the default is the plainest sheet that states its date.

    ``headings`` replaces headings by slot, ``parents`` puts an upper heading over slots, ``drop``
    leaves optional columns out, ``order`` moves slots to the front. ``extra`` adds columns of
    our own making (heading → text of every cell). ``hidden_entries`` counts data rows from 0.
    """

    title: str | None = None
    lines: tuple[str, ...] = ()
    states_date: bool = True
    headings: Mapping[str, str] = field(default_factory=dict)
    parents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    serial: Literal["", "running", "gaps", "per_town"] = ""
    repeat_heading: int = 0
    totals: tuple[str, ...] = ()
    subtotals: bool = False
    notes: tuple[str, ...] = ()
    blank_rows: int = 0
    merges_towns: bool = False
    dates: tuple[DateStyle, ...] = ("cell",)
    months: tuple[MonthStyle, ...] = ("2021-03",)
    numbers: tuple[NumberStyle, ...] = ("plain",)
    amounts: tuple[AmountStyle, ...] = ("plain",)
    blanks: tuple[str, ...] = ("",)
    flags: tuple[str, str] = ("是", "否")
    values: Mapping[tuple[str, str], str] = field(default_factory=dict)
    in_wan: tuple[str, ...] = ()
    wan_line: bool = False
    spaced_names: bool = False
    lower_codes: bool = False
    hidden_entries: tuple[int, ...] = ()
    hidden_slots: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)
    example: bool = False
    zero_report: bool = False


@dataclass(slots=True)
class Sheet:
    """One sheet. ``superseded`` rows are those that another file replaces."""

    name: str
    ledger_id: str
    entries: list[Entry]
    as_of: date
    look: Look = field(default_factory=Look)
    planted: tuple[Planted, ...] = ()
    superseded: int = 0
    is_accepted: bool = True

    @property
    def ledger(self) -> Ledger:
        return ledgers()[self.ledger_id]

    def dress(self, **changes: object) -> None:
        """Changes the look."""
        self.look = replace(self.look, **changes)  # type: ignore[arg-type]


@dataclass(slots=True)
class Book:
    """One file below the inbox. A CSV has one sheet and an encoding."""

    path: str
    sheets: list[Sheet]
    encoding: Encoding = ""


def slots_of(ledger: Ledger) -> dict[str, Column]:
    """The cells of a row in declared order; a person has two."""
    found: dict[str, Column] = {}
    for column in ledger.columns:
        found[column.name] = column
        if column.kind is Kind.PERSON:
            found[IDENTITY] = column
    return found


def heading_of(slot: str, column: Column) -> str:
    """The declared heading of a cell."""
    if slot == IDENTITY:
        assert column.identity_heading is not None
        return column.identity_heading.zh
    return column.heading.zh
