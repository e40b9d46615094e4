"""What only the data dictionary asks of the published version."""

import polars as pl

from dashboard.data import rows
from warehouse.reader import Published


def ledgers(source: Published) -> pl.DataFrame:
    """A row a ledger: all of ``meta.ledgers``, department_name, owner and loaded (rows); by department."""
    return rows(
        source,
        """
        with
        loaded as (
            select ledger_id, cast(sum(loaded) as bigint) as loaded
            from quality.sheets
            where ledger_id is not null
            group by ledger_id
        )

        select
            ledgers.*,
            coalesce(departments.name, ledgers.department_id) as department_name,
            departments.owner,
            coalesce(loaded.loaded, 0) as loaded
        from meta.ledgers as ledgers
        left join meta.departments as departments using (department_id)
        left join loaded using (ledger_id)
        order by ledgers.department_id, ledgers.ledger_id
        """,
    )


def columns(source: Published) -> pl.DataFrame:
    """A row a column of every ledger in declared order: all of ``meta.columns``, values_zh and values_en as lists."""
    return rows(
        source,
        """
        with
        offered as (
            select
                ledger_id,
                column_name,
                list(value_zh order by position) as values_zh,
                list(value_en order by position) as values_en
            from meta.values
            group by ledger_id, column_name
        )

        select columns.*, offered.values_zh, offered.values_en
        from meta.columns as columns
        left join offered using (ledger_id, column_name)
        order by columns.ledger_id, columns.position
        """,
    )
