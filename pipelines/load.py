"""Judged rows and what describes them, written into a new version's database."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import duckdb
import polars as pl

from pipelines.config import Config
from pipelines.judging.reach import time_day
from pipelines.judging.verdict import Judged
from pipelines.ledger import Event, Kind, Ledger, MonthOf, Span, YearOf
from pipelines.submissions import submissions
from warehouse.days import month_end, year_before
from warehouse.meta import create_schema

DUCKDB_TYPES: dict[Kind, str] = {
    Kind.TEXT: "varchar",
    Kind.INT: "bigint",
    Kind.NUMBER: "decimal(18, 6)",
    Kind.MONEY: "decimal(18, 2)",
    Kind.DATE: "date",
    Kind.MONTH: "date",
    Kind.YEAR: "integer",
    Kind.BOOL: "boolean",
    Kind.ENUM: "varchar",
    Kind.TOWN: "varchar",
    Kind.USCC: "varchar",
    Kind.PERSON: "varchar",
}

HISTORY = "history"
"""The ledger of figures that were reported before there were rows."""
SOURCE_COLUMNS = {"source_file": "varchar", "source_sheet": "varchar", "source_row": "bigint", "reach_date": "date"}


def load(
    con: duckdb.DuckDBPyConnection,
    judged: Judged,
    ledgers: Mapping[str, Ledger],
    config: Config,
    data_date: date,
    version: Mapping[str, str],
) -> None:
    """Fills the schemas ``ledger``, ``meta`` and ``quality`` of an empty database.

    ``version`` are the entries of ``meta.version`` that only the build knows (version, code_version).
    """
    create_schema(con)
    for ledger_id, ledger in ledgers.items():
        create_ledger_table(con, ledger)
        insert(con, f"ledger.{ledger.table}", judged.tables[ledger_id])
    first_month = first_month_of(judged, ledgers, config, data_date)
    insert(con, "meta.version", _version_entries(config, data_date, first_month, version))
    described = describe_ledgers(con, ledgers, config)
    insert(con, "meta.departments", _department_lines(config))
    insert(con, "meta.regions", _region_lines(judged, config))
    insert(con, "meta.as_of_dates", as_of_dates(first_month, data_date))
    insert(con, "meta.working_days", config.working_calendar.table())
    insert(con, "meta.service_limits", service_limit_lines(config))
    insert(con, "meta.delisted", judged.delisted)
    insert(con, "meta.corrections", judged.corrections)
    insert(con, "quality.sheets", _sheet_lines(judged, config))
    insert(con, "quality.skips", judged.skips)
    insert(con, "quality.problems", judged.problems)
    insert(con, "quality.corrections", judged.corrected_cells)
    insert(con, "quality.replacements", judged.replacements)
    insert(con, "quality.submissions", _submission_lines(judged, described, config, data_date))


def describe_ledgers(con: duckdb.DuckDBPyConnection, ledgers: Mapping[str, Ledger], config: Config) -> pl.DataFrame:
    """Fills ``meta.ledgers``, ``meta.columns`` and ``meta.values``; gives the lines of the first."""
    described = _ledger_lines(ledgers, config)
    insert(con, "meta.ledgers", described)
    insert(con, "meta.columns", _column_lines(ledgers))
    insert(con, "meta.values", _value_lines(ledgers))
    return described


def insert(con: duckdb.DuckDBPyConnection, table: str, rows: pl.DataFrame) -> None:
    """Appends a frame to a table by column name, in the frame's order."""
    con.register("incoming", rows)
    con.execute(f"insert into {table} by name select * from incoming")  # noqa: S608 - a table name of ours
    con.unregister("incoming")


def create_ledger_table(con: duckdb.DuckDBPyConnection, ledger: Ledger) -> None:
    """Creates ``ledger.<table>``, empty: the stored columns, then where a row is from and how far its sheet reaches."""
    columns = {column.stored_name: DUCKDB_TYPES[column.kind] for column in ledger.columns} | SOURCE_COLUMNS
    body = ", ".join(f"{name} {kind}" for name, kind in columns.items())
    con.execute(f"create table ledger.{ledger.table} ({body})")


def first_month_of(judged: Judged, ledgers: Mapping[str, Ledger], config: Config, data_date: date) -> date:
    """January of the first year: configured, else the first in which an event, month or year ledger has a row.

    Figures already reported are of the years before: they are no rows that figures could be computed from.
    """
    if config.first_year is not None:
        return date(config.first_year, 1, 1)
    days = [
        judged.tables[ledger_id].select(time_day(ledger.time).min()).item()
        for ledger_id, ledger in ledgers.items()
        if ledger.time is not None and not isinstance(ledger.time, Span) and ledger_id != HISTORY
    ]
    first = min((day for day in days if day is not None), default=data_date)
    return date(min(first, data_date).year, 1, 1)


def as_of_dates(first_month: date, data_date: date) -> pl.DataFrame:
    """The days that indicators are computed for: month ends, the data date, the same day a year before."""
    month_ends = set(_month_ends(first_month, data_date))
    days = sorted(month_ends | {data_date, year_before(data_date)})
    return pl.DataFrame(
        {
            "as_of_date": days,
            "year_start_date": [date(day.year, 1, 1) for day in days],
            "is_month_end": [day == month_end(day) for day in days],
            "is_data_date": [day == data_date for day in days],
        }
    )


def _month_ends(first_month: date, data_date: date) -> Iterator[date]:
    day = first_month
    while day <= data_date:
        yield month_end(day)
        day = month_end(day) + timedelta(days=1)


def _version_entries(config: Config, data_date: date, first_month: date, version: Mapping[str, str]) -> pl.DataFrame:
    entries = {
        **version,
        "data_date": data_date.isoformat(),
        "first_month": first_month.isoformat(),
        "county_code": config.county_code,
        "county_name": config.county_name,
        "city_name": config.city_name,
        "organisation_name": config.organisation_name,
        "suppression_threshold": str(config.suppression_threshold),
        "mutual_aid_base_year": str(config.mutual_aid_base_year),
        "submission_grace_days": str(config.submission_rules.grace_days),
        "submissions_since": config.submission_rules.since.isoformat() if config.submission_rules.since else "",
        "large_payment_amount": str(config.large_payment_amount),
        "procurement_split_amount": str(config.procurement_split_amount),
    }
    return pl.DataFrame({"key": list(entries), "value": list(entries.values())})


def _ledger_lines(ledgers: Mapping[str, Ledger], config: Config) -> pl.DataFrame:
    lines = []
    for ledger_id, ledger in ledgers.items():
        kind, column, otherwise, end = time_columns(ledger)
        lines.append(
            {
                "ledger_id": ledger_id,
                "table_name": ledger.table,
                "label_zh": ledger.label.zh,
                "label_en": ledger.label.en,
                "grain_zh": ledger.grain.zh,
                "grain_en": ledger.grain.en,
                "department_id": config.department_of(ledger_id),
                "frequency": config.frequency_of(ledger_id),
                "time_kind": kind,
                "time_column": column,
                "time_otherwise": otherwise,
                "time_end": end,
                "key_columns": ",".join(ledger.key),
                "mode": config.mode_of(ledger_id),
            }
        )
    return pl.DataFrame(lines, infer_schema_length=None)


def time_columns(ledger: Ledger) -> tuple[str | None, str | None, str | None, str | None]:
    """``time_kind``, ``time_column``, ``time_otherwise`` and ``time_end`` of a ledger in ``meta.ledgers``."""
    match ledger.time:
        case Event(column, otherwise):
            return "event", column, otherwise, None
        case Span(start, end):
            return "span", start, None, end
        case MonthOf(column):
            return "month", column, None, None
        case YearOf(column):
            return "year", column, None, None
    return None, None, None, None


def _column_lines(ledgers: Mapping[str, Ledger]) -> pl.DataFrame:
    lines = [
        {
            "ledger_id": ledger.id,
            "table_name": ledger.table,
            "column_name": column.stored_name,
            "position": position,
            "heading_zh": column.heading.zh,
            "heading_en": column.heading.en,
            "kind": str(column.kind),
            "unit_zh": column.unit.zh if column.unit else None,
            "unit_en": column.unit.en if column.unit else None,
            "is_required": column.required,
            "is_key": column.stored_name in ledger.key,
        }
        for ledger in ledgers.values()
        for position, column in enumerate(ledger.columns)
    ]
    return pl.DataFrame(lines, infer_schema_length=None)


def _value_lines(ledgers: Mapping[str, Ledger]) -> pl.DataFrame:
    lines = [
        (ledger.id, column.stored_name, position, value.zh, value.en)
        for ledger in ledgers.values()
        for column in ledger.columns
        for position, value in enumerate(column.values)
    ]
    names = ["ledger_id", "column_name", "position", "value_zh", "value_en"]
    return pl.DataFrame(lines, schema=names, orient="row")


def _department_lines(config: Config) -> pl.DataFrame:
    departments = config.departments
    return pl.DataFrame(
        {
            "department_id": list(departments),
            "name": [department.name for department in departments.values()],
            "owner": [department.owner for department in departments.values()],
        },
        schema={"department_id": pl.String, "name": pl.String, "owner": pl.String},
    )


def service_limit_lines(config: Config) -> pl.DataFrame:
    """One line a matter: its limit in working days, null without one."""
    limits = config.service_limits
    return pl.DataFrame(
        {"matter": list(limits), "limit_working_days": list(limits.values())},
        schema={"matter": pl.String, "limit_working_days": pl.Int64},
    )


def _region_lines(judged: Judged, config: Config) -> pl.DataFrame:
    """The county first, then its townships by code."""
    county = pl.DataFrame(
        {"region_code": [config.county_code], "region_name": [config.county_name], "region_kind": ["县"]}
    )
    townships = judged.tables["township"].select(
        region_code="township_code", region_name="township_name", region_kind="township_kind"
    )
    return pl.concat([county, townships.sort("region_code")]).with_row_index("position").cast({"position": pl.Int64})


def _submission_lines(judged: Judged, described: pl.DataFrame, config: Config, data_date: date) -> pl.DataFrame:
    """The calendar of submissions on the data date."""
    rules = config.submission_rules
    return submissions(judged.sheets, judged.replacements, described, data_date, data_date, rules)


def _sheet_lines(judged: Judged, config: Config) -> pl.DataFrame:
    keepers = {
        ledger_id: config.department_of(ledger_id) for ledger_id in judged.sheets["ledger_id"].drop_nulls().unique()
    }
    return judged.sheets.with_columns(
        department_id=pl.col("ledger_id").replace_strict(keepers, default=None, return_dtype=pl.String)
    )
