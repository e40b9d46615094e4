"""What the page of rejected rows asks of the published version."""

import polars as pl

from dashboard.data import rows
from warehouse.reader import Published


def by_ledger(source: Published) -> pl.DataFrame:
    """department_id, ledger_id, rejected, read: rows by ledger, without the skipped ones; most rejected first."""
    return rows(
        source,
        """
        select
            department_id,
            ledger_id,
            sum(rejected)::bigint as rejected,
            sum(loaded + rejected + superseded)::bigint as read
        from quality.sheets
        group by department_id, ledger_id
        order by rejected desc, read desc, ledger_id
        """,
    )


def by_month(source: Published) -> pl.DataFrame:
    """month (its first day, null where a sheet has no date), rejected, read: by the month that sheets reach to."""
    return rows(
        source,
        """
        select
            date_trunc('month', reach_date)::date as month,
            sum(rejected)::bigint as rejected,
            sum(loaded + rejected + superseded)::bigint as read
        from quality.sheets
        group by month
        order by month
        """,
    )


def by_indicator(source: Published) -> pl.DataFrame:
    """One row an indicator that reads a ledger with rejected rows, the largest share first.

    indicator_id, label_zh, label_en, department_name, ledgers (ids of those with rejected rows, comma separated),
    rejected, good (rows of all its ledgers, loaded or superseded), share = rejected ÷ (rejected + good).
    """
    return rows(
        source,
        """
        with ledgers as (
            select ledger_id, sum(rejected)::bigint as rejected, sum(loaded + superseded)::bigint as good
            from quality.sheets
            group by ledger_id
        ),

        reads as (
            select distinct indicator_id, unnest(string_split(ledgers, ',')) as ledger_id
            from kpi.definitions
        )

        select
            definitions.indicator_id,
            definitions.label_zh,
            definitions.label_en,
            departments.name as department_name,
            string_agg(ledgers.ledger_id, ',' order by ledgers.ledger_id)
                filter (where ledgers.rejected > 0) as ledgers,
            sum(ledgers.rejected)::bigint as rejected,
            sum(ledgers.good)::bigint as good,
            sum(ledgers.rejected) / sum(ledgers.rejected + ledgers.good) as share
        from reads
        inner join ledgers using (ledger_id)
        inner join kpi.definitions as definitions using (indicator_id)
        left join meta.departments as departments using (department_id)
        group by all
        having sum(ledgers.rejected) > 0
        order by share desc, any_value(definitions.position)
        """,
    )


def indicators(source: Published) -> int:
    """How many indicators there are."""
    return int(rows(source, "select count(*) as indicators from kpi.definitions").item())
