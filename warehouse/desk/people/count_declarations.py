"""The tables about people on the analysts' desk: one file each, found because it exists.

``warehouse/desk/withheld_counts/<table>.sql`` counts people that small numbers must not tell of. A file begins with a
header of ``-- name: value`` lines and a blank line::

    -- zh: 金秋助学受助学生             what the table is called
    -- en: Students aided
    -- ledger: student_aid              whose people it counts
    -- period: year                     month | year: what one figure is about
    -- dimensions: township_code, stage by what it is broken down, each on its own; columns of the query
    -- counted_zh: 受助学生             what is counted
    -- counted_en: Students
    -- indicators: student_aid_students = counted, student_aid_amount = amount
                                        optional: the indicators that are sums of its cells
    -- told_elsewhere: level = 省级     optional: categories whose figures of the county indicators tell

and selects one row a counted row: ``period_start_date``, the dimensions, ``person`` (who it is), ``nameless_people``
(how many besides), ``counted`` and ``amount`` (元).

``warehouse/desk/full_counts/<table>.sql`` counts people of whom small numbers may be told: its header has ``zh``,
``en``, ``ledger`` and ``columns``, and its query gives the table as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from warehouse.language import Label
from warehouse.sql_header import header_fields

WITHHELD_COUNTS = Path(__file__).parents[1] / "withheld_counts"
FULL_COUNTS = Path(__file__).parents[1] / "full_counts"
PERIODS = ("month", "year")
FORMULAS = ("counted", "amount", "amount / counted")
OF_ALL = ("zh", "en", "ledger")
OF_WITHHELD = ("period", "dimensions", "counted_zh", "counted_en")
OPTIONAL = ("indicators", "told_elsewhere")


@dataclass(frozen=True, slots=True)
class WithheldCount:
    """A table of the cells that may be shown. ``indicators`` are formulas over a cell's sums by indicator;
    ``told_elsewhere`` categories by dimension."""

    table: str
    label: Label
    ledger: str
    period: str
    dimensions: tuple[str, ...]
    counted: Label
    indicators: Mapping[str, str]
    told_elsewhere: Mapping[str, tuple[str, ...]]
    sql: str


@dataclass(frozen=True, slots=True)
class FullCount:
    """A table with every cell."""

    table: str
    label: Label
    ledger: str
    columns: tuple[str, ...]
    sql: str


@cache
def withheld_counts(folder: Path = WITHHELD_COUNTS) -> tuple[WithheldCount, ...]:
    """In alphabetical order; raises ``ValueError`` naming the file whose header is wrong."""
    return tuple(_withheld(file) for file in sorted(folder.glob("*.sql")))


@cache
def full_counts(folder: Path = FULL_COUNTS) -> tuple[FullCount, ...]:
    """In alphabetical order; raises like :func:`withheld_counts`."""
    return tuple(_full(file) for file in sorted(folder.glob("*.sql")))


def _withheld(file: Path) -> WithheldCount:
    fields, sql = _read(file, (*OF_ALL, *OF_WITHHELD), OPTIONAL)
    indicators = dict(_pairs(fields.get("indicators", "")))
    told = _told(fields.get("told_elsewhere", ""))
    dimensions = _listed(fields["dimensions"])
    if fields["period"] not in PERIODS:
        raise ValueError(f"{file.name}: period is one of {', '.join(PERIODS)}, not {fields['period']}")
    if wrong := sorted(set(indicators.values()) - set(FORMULAS)):
        raise ValueError(f"{file.name}: an indicator is one of {', '.join(FORMULAS)}, not {wrong[0]}")
    if wrong := sorted(set(told) - set(dimensions)):
        raise ValueError(f"{file.name}: {wrong[0]} is none of its dimensions")
    return WithheldCount(
        table=file.stem,
        label=Label(fields["zh"], fields["en"]),
        ledger=fields["ledger"],
        period=fields["period"],
        dimensions=dimensions,
        counted=Label(fields["counted_zh"], fields["counted_en"]),
        indicators=indicators,
        told_elsewhere=told,
        sql=sql,
    )


def _full(file: Path) -> FullCount:
    fields, sql = _read(file, (*OF_ALL, "columns"), ())
    return FullCount(file.stem, Label(fields["zh"], fields["en"]), fields["ledger"], _listed(fields["columns"]), sql)


def _read(file: Path, required: tuple[str, ...], optional: tuple[str, ...]) -> tuple[dict[str, str], str]:
    header, _, sql = file.read_text(encoding="utf-8").partition("\n\n")
    fields = header_fields(file.name, header.splitlines(), required, optional)
    return fields, sql.strip()


def _listed(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(","))


def _pairs(text: str) -> list[tuple[str, str]]:
    entries = [entry.partition("=") for entry in text.split(",") if entry.strip()]
    return [(name.strip(), value.strip()) for name, _, value in entries]


def _told(text: str) -> dict[str, tuple[str, ...]]:
    dimension, _, categories = text.partition("=")
    return {dimension.strip(): _listed(categories)} if text else {}
