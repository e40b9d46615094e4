"""Views ``as_of.<table>``: every ledger as it stood on each as-of date.

Each view has ``as_of_date``, ``year_start_date``, ``source_ledger`` (the ledger's id) and all columns of the ledger;

- a ledger of spans one row per as-of date and key: its state with the latest reach on or before the date, else its
  earliest, with ``in_force`` (the last day counts as in force; what a later full list no longer has is not);
- of events those that had happened, with ``event_date`` and ``this_year``;
- of months those that had ended, with ``this_year`` and ``this_month`` (the last month that had ended);
- of years those up to the date's, with ``this_year``; without time all rows.

They see the dates of ``meta.as_of_dates``. The schema is not called asof because DuckDB reserves that word.
"""

from dataclasses import dataclass

import duckdb

LEDGERS = """
select ledger_id, table_name, time_kind, time_column, time_otherwise, time_end, key_columns
from meta.ledgers
order by ledger_id
"""


CELL = "source_file, source_sheet, source_row"
"""Where a row was written."""


@dataclass(frozen=True, slots=True)
class LedgerTime:
    """A ledger's table, key and place in time, as ``meta.ledgers`` has them."""

    ledger_id: str
    table: str
    kind: str | None
    column: str | None
    otherwise: str | None
    end: str | None
    key_columns: str


EVERY_ROW = """
select dates.as_of_date, dates.year_start_date, '{ledger_id}' as source_ledger, ledger_rows.*{columns}
from meta.as_of_dates as dates
cross join ledger.{table} as ledger_rows
where {condition}
"""

STATES = """
    select
        ledger_rows.*,
        case when row_number() over key_by_reach > 1 then ledger_rows.reach_date else date '0001-01-01' end
            as valid_from_date,
        coalesce(lead(ledger_rows.reach_date) over key_by_reach, date '9999-12-31') as next_valid_date,
        least(
            coalesce(ledger_rows.{end} + 1, date '9999-12-31'),
            coalesce(delisted.delisted_date, date '9999-12-31')
        ) as ended_date
    from ledger.{table} as ledger_rows
    left join meta.delisted as delisted
        on
            delisted.ledger_id = '{ledger_id}'
            and delisted.source_file = ledger_rows.source_file
            and delisted.source_sheet = ledger_rows.source_sheet
            and delisted.source_row = ledger_rows.source_row
    window key_by_reach as (
        partition by {key_columns}
        order by
            ledger_rows.reach_date, ledger_rows.source_file, ledger_rows.source_sheet, ledger_rows.source_row
    )
"""

STATES_ON_DATES = """
select
    dates.as_of_date,
    dates.year_start_date,
    '{ledger_id}' as source_ledger,
    states.* exclude (valid_from_date, next_valid_date, ended_date),
    states.{column} <= dates.as_of_date and states.ended_date > dates.as_of_date as in_force
from meta.as_of_dates as dates
inner join {states}
    on
        states.valid_from_date <= dates.as_of_date
        and states.next_valid_date > dates.as_of_date
"""

LAST_ENDED_MONTH = "date_trunc('month', dates.as_of_date + interval 1 day) - interval 1 month"


def view_sql(ledger: LedgerTime) -> str:
    """The SELECT behind the view of one ledger."""
    if ledger.kind == "span":
        return f"with\nstates as ({states_sql(ledger)})\n{_states_on_dates_sql(ledger, 'states')}".strip()
    columns, condition = _columns_and_condition(ledger)
    return EVERY_ROW.format(
        ledger_id=ledger.ledger_id, table=ledger.table, columns=columns, condition=condition
    ).strip()


def states_sql(ledger: LedgerTime) -> str:
    """The SELECT of the states of a ledger of spans, whatever the date: its rows with the days on which they hold."""
    return STATES.format(
        ledger_id=ledger.ledger_id,
        table=ledger.table,
        key_columns=", ".join(f"ledger_rows.{name}" for name in ledger.key_columns.split(",")),
        end=ledger.end,
    )


def _states_on_dates_sql(ledger: LedgerTime, states: str) -> str:
    return STATES_ON_DATES.format(ledger_id=ledger.ledger_id, column=ledger.column, states=states)


def _columns_and_condition(ledger: LedgerTime) -> tuple[str, str]:
    column = f"ledger_rows.{ledger.column}"
    if ledger.kind == "event":
        event = f"coalesce({column}, ledger_rows.{ledger.otherwise})" if ledger.otherwise else column
        return (
            f", {event} as event_date, {event} >= dates.year_start_date as this_year",
            f"{event} <= dates.as_of_date",
        )
    if ledger.kind == "month":
        return (
            f", {column} >= dates.year_start_date as this_year, {column} = {LAST_ENDED_MONTH} as this_month",
            f"{column} <= {LAST_ENDED_MONTH}",
        )
    if ledger.kind == "year":
        year = "extract(year from dates.as_of_date)"
        return f", {column} = {year} as this_year", f"{column} <= {year}"
    return "", "true"


def read_ledgers(con: duckdb.DuckDBPyConnection) -> list[LedgerTime]:
    """All ledgers of ``meta.ledgers``."""
    return [LedgerTime(*line) for line in con.execute(LEDGERS).fetchall()]


def views(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The SELECT behind the view of every ledger of ``meta.ledgers``, by its name in the schema ``as_of``."""
    return {ledger.table: view_sql(ledger) for ledger in read_ledgers(con)}


def create_views(con: duckdb.DuckDBPyConnection) -> None:
    """Creates the view of every ledger of ``meta.ledgers``, in the schema ``as_of``."""
    con.execute("create schema if not exists as_of")
    for name, text in views(con).items():
        con.execute(f"create or replace view as_of.{name} as {text}")


def create_views_of_written_states(con: duckdb.DuckDBPyConnection) -> None:
    """Creates the same views, those of spans over tables ``span.<table>``: states are told once, not for each reader.

    The rows of the ledgers must not change afterwards.
    """
    create_views(con)
    con.execute("create schema if not exists span")
    for ledger in read_ledgers(con):
        if ledger.kind == "span":
            states = f"({states_sql(ledger)}) order by {CELL}"
            con.execute(f"create or replace table span.{ledger.table} as select * from {states}")  # noqa: S608 - ours
            of_table = _states_on_dates_sql(ledger, f"span.{ledger.table} as states")
            con.execute(f"create or replace view as_of.{ledger.table} as {of_table}")
