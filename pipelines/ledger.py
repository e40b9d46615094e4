"""What a departmental ledger is: the declaration that everything else is derived from.

A ledger is one module in :mod:`pipelines.ledgers` with a constant ``LEDGER``. Reading,
checking, the gate's suites, templates and the data dictionary all follow from it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

import polars as pl

from warehouse.language import Label

Severity = Literal["error", "warning"]
Frequency = Literal["month", "quarter", "half_year", "year"]

DATA_DATE = "data_date"
"""Name of the column (latest 截至日期 of the inbox) that a warning rule may use."""

BIRTH_DATE = "birth_date"
"""Name of the column (the birth date in the identity number of the row's person) that a rule may use.

Such a rule is judged while the sheet is read: birth dates go no further, and no table, file or
message ever holds one."""

CATALOGUE = "indicator"
"""What a :class:`Reference` to the catalogue of indicators names instead of a ledger."""


class Kind(StrEnum):
    """The type of a column, as departments understand it."""

    TEXT = "text"
    INT = "int"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    MONTH = "month"
    YEAR = "year"
    BOOL = "bool"
    ENUM = "enum"
    TOWN = "town"
    USCC = "uscc"
    PERSON = "person"


STORED_TYPES: dict[Kind, pl.DataType] = {
    Kind.TEXT: pl.String(),
    Kind.INT: pl.Int64(),
    Kind.NUMBER: pl.Decimal(18, 6),
    Kind.MONEY: pl.Decimal(18, 2),
    Kind.DATE: pl.Date(),
    Kind.MONTH: pl.Date(),
    Kind.YEAR: pl.Int32(),
    Kind.BOOL: pl.Boolean(),
    Kind.ENUM: pl.String(),
    Kind.TOWN: pl.String(),
    Kind.USCC: pl.String(),
    Kind.PERSON: pl.String(),
}
"""How each kind is stored. A month is its first day; a town is its nine-digit code;
a person is a keyed hash and nothing else."""


@dataclass(frozen=True, slots=True)
class Value:
    """One allowed value of an enum: stored ``zh``, shown in both languages, read by any synonym."""

    zh: str
    en: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """The column names a key of another ledger.

    ``severity`` "error" rejects a row whose key no submitted row of ``ledger`` has.
    ``ledger`` may be :data:`CATALOGUE`, the catalogue of indicators, which is no ledger.
    ``column`` is the column there; by default the one of the same name.
    ``year_of`` names a date, month or year column of this ledger whose year the row found must
    have in its ``year`` (a task's progress in May 2021 needs the task of 2021).
    """

    ledger: str
    severity: Severity
    column: str | None = None
    year_of: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a ledger.

    ``name`` is the field; a person's column is named ``person`` and stored as ``person_key``,
    read from the two headings ``heading`` (the name) and ``identity_heading``.
    ``parented_synonyms`` are pairs of upper and lower heading, such as ``("职工", "其中：女")``,
    that count only together.
    ``default`` fills an empty cell, or every row when the heading is absent.
    ``signed`` allows negative numbers; ``positive`` (``> 0``) and ``minimum`` are errors otherwise.
    ``code_list`` names an official list whose violation is ``bad_code``. ``names_a_body`` is a text
    that names a department or another body; what may be somebody's name is an error and never quoted.
    """

    name: str
    heading: Label
    kind: Kind
    required: bool = False
    synonyms: tuple[str, ...] = ()
    parented_synonyms: tuple[tuple[str, str], ...] = ()
    identity_heading: Label | None = None
    identity_synonyms: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    default: str | int | None = None
    unit: Label | None = None
    signed: bool = False
    signed_warning: bool = False
    positive: bool = False
    minimum: int | None = None
    code_list: Literal["industry_section", "county_township"] | None = None
    names_a_body: bool = False
    reference: Reference | None = None
    warn_if_empty: bool = False
    description: Label | None = None

    @property
    def stored_name(self) -> str:
        """The column's name in the warehouse."""
        return f"{self.name}_key" if self.kind is Kind.PERSON else self.name

    @property
    def stored_type(self) -> pl.DataType:
        """The column's Polars type in the warehouse."""
        return STORED_TYPES[self.kind]


@dataclass(frozen=True, slots=True)
class Event:
    """The row happened on ``column``; while that is empty, on ``otherwise``."""

    column: str
    otherwise: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """The row is in force from ``start`` to ``end``, its last day included; an empty end is open."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class MonthOf:
    """The row is the state or the amount of the month in ``column``."""

    column: str


@dataclass(frozen=True, slots=True)
class YearOf:
    """The row belongs to the calendar year in ``column``."""

    column: str


Time = Event | Span | MonthOf | YearOf


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Figures count the working days from the date in ``start`` to that in ``end``; an empty end is still to come."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class RowRule:
    """A rule over the typed columns of one row (or, with window functions, of one ledger).

    ``broken`` is a Polars expression over stored column names; true means broken, null
    means that a value it needs is missing, and then the rule is not judged. Only a
    warning may use the column :data:`DATA_DATE`, and only a ledger of people :data:`BIRTH_DATE`,
    not both in one rule. ``column`` is the stored name of the column that the problem is
    reported at; ``message`` says what is wrong and what to do.
    """

    severity: Severity
    column: str
    broken: pl.Expr
    message: Label
    rule: Literal["broken_rule", "missing_value", "bad_code", "not_allowed"] = "broken_rule"

    @property
    def needs(self) -> frozenset[str]:
        """The columns that it looks at."""
        return frozenset(self.broken.meta.root_names())

    @property
    def needs_birth_date(self) -> bool:
        """Whether it is judged while reading, the only place that knows birth dates."""
        return BIRTH_DATE in self.needs


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything about one departmental ledger.

    ``id`` is the singular identifier, ``table`` the warehouse table (the plural),
    ``key`` the stored names whose values identify a row, ``time`` its place in time,
    ``working_days`` the dates between which working days are counted.
    """

    id: str
    label: Label
    table: str
    grain: Label
    department: str
    key: tuple[str, ...]
    time: Time | None
    frequency: Frequency
    columns: tuple[Column, ...]
    rules: tuple[RowRule, ...] = ()
    title_words: tuple[str, ...] = ()
    working_days: WorkingDays | None = None

    def __post_init__(self) -> None:
        names = [column.stored_name for column in self.columns]
        if len(set(names)) != len(names):
            raise ValueError(f"{self.id}: a column is declared twice")
        unknown = [name for name in self.named_columns() if name not in names]
        if unknown:
            raise ValueError(f"{self.id}: no such column: {', '.join(sorted(set(unknown)))}")

    def named_columns(self) -> list[str]:
        """Stored names that key, time, working days and rules speak of."""
        time_columns = [
            name
            for place in (self.time, self.working_days)
            for name in (getattr(place, field, None) for field in ("column", "otherwise", "start", "end"))
            if name
        ]
        read = [name for rule in self.rules for name in sorted(rule.needs - {DATA_DATE, BIRTH_DATE})]
        years = [column.reference.year_of for column in self.columns if column.reference]
        return [*self.key, *time_columns, *(rule.column for rule in self.rules), *read, *filter(None, years)]

    def column(self, stored_name: str) -> Column:
        """The column stored under this name; raises ``KeyError`` when there is none."""
        for column in self.columns:
            if column.stored_name == stored_name:
                return column
        raise KeyError(f"{self.id}.{stored_name}")

    @property
    def schema(self) -> dict[str, pl.DataType]:
        """Stored column names and types, in declared order."""
        return {column.stored_name: column.stored_type for column in self.columns}

    @property
    def absent_key_column(self) -> str | None:
        """The code column (编号 and the like) that a workbook may lack altogether.

        Its rows are then identified by their other columns and an occurrence number.
        """
        if len(self.key) != 1:
            return None
        column = self.column(self.key[0])
        is_code = column.kind is Kind.TEXT and column.heading.zh.endswith("编号")
        return column.stored_name if is_code else None
