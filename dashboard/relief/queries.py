"""What only the page of relief spending asks of the published version: always behind the small-number gate."""

from datetime import date

import polars as pl

from dashboard.data import rows
from warehouse.reader import Published

FUNDS = ("relief_raised", "relief_spent", "relief_execution")
PER_VISIT = "relief_per_visit"
TOTAL = "relief_total"
"""What the programmes and all other relief come to together."""


def courses(source: Published, as_of: date, region_code: str) -> pl.DataFrame:
    """The months of this year up to the day, and all of last year, of every programme and of :data:`FUNDS`.

    indicator_id, as_of_date, value, numerator, denominator, month_value, target, pace, is_complete, is_suppressed,
    reason; by date. A day that is no month's end stands for its month.
    """
    return rows(
        source,
        """
        select
            figures.indicator_id,
            figures.as_of_date,
            figures.value,
            figures.numerator,
            figures.denominator,
            figures.month_value,
            figures.target,
            figures.pace,
            figures.is_complete,
            figures.is_suppressed,
            figures.reason
        from kpi.values as figures
        inner join kpi.definitions as definitions using (indicator_id)
        inner join meta.as_of_dates as dates using (as_of_date)
        where (definitions.programme_zh is not null or figures.indicator_id in (?, ?, ?))
            and figures.region_code = ?
            and figures.as_of_date >= ?
            and (
                figures.as_of_date = ?
                or dates.is_month_end and (figures.as_of_date <= ? or figures.as_of_date < ?)
            )
        order by definitions.position, figures.as_of_date
        """,
        *FUNDS,
        region_code,
        date(as_of.year - 1, 1, 1),
        as_of,
        as_of,
        date(as_of.year, 1, 1),
    )


def townships(source: Published, as_of: date) -> pl.DataFrame:
    """Every township's figure of each programme and of :data:`PER_VISIT`, in the townships' order.

    indicator_id, region_code, region_name (null: rows without a township), value, numerator, denominator, last_year,
    is_complete, is_suppressed, reason.
    """
    return rows(
        source,
        """
        select
            figures.indicator_id,
            figures.region_code,
            regions.region_name,
            figures.value,
            figures.numerator,
            figures.denominator,
            figures.last_year,
            figures.is_complete,
            figures.is_suppressed,
            figures.reason
        from kpi.values as figures
        inner join kpi.definitions as definitions using (indicator_id)
        left join meta.regions as regions using (region_code)
        where (definitions.programme_zh is not null or figures.indicator_id = ?)
            and figures.as_of_date = ?
            and figures.region_code <> ?
        order by definitions.position, regions.position nulls last
        """,
        PER_VISIT,
        as_of,
        source.county_code,
    )


def breakdowns(source: Published, as_of: date) -> pl.DataFrame:
    """The county's figures by the columns of the programmes' ledgers, in the order of the columns' values.

    ledger_id, dimension, heading_zh, heading_en, category, label_zh, label_en, indicator_id, kind, unit, unit_en,
    value, last_year, is_suppressed, is_complete (of the indicator, whose categories are of the same ledgers).
    """
    return rows(
        source,
        """
        with programme_ledgers as (
            select distinct cells.ledger_id
            from kpi.breakdowns as cells
            inner join kpi.definitions as definitions using (indicator_id)
            where definitions.programme_zh is not null
        )

        select
            cells.ledger_id,
            cells.dimension,
            columns.heading_zh,
            columns.heading_en,
            cells.category,
            coalesce(named.value_zh, cells.category) as label_zh,
            coalesce(named.value_en, cells.category) as label_en,
            cells.indicator_id,
            definitions.kind,
            definitions.unit,
            definitions.unit_en,
            cells.value,
            cells.last_year,
            cells.is_suppressed,
            figures.is_complete
        from kpi.breakdowns as cells
        inner join programme_ledgers using (ledger_id)
        inner join kpi.definitions as definitions using (indicator_id)
        inner join kpi.values as figures
            on cells.indicator_id = figures.indicator_id
                and cells.as_of_date = figures.as_of_date
                and figures.region_code = ?
        left join meta.columns as columns
            on cells.ledger_id = columns.ledger_id and cells.dimension = columns.column_name
        left join meta.values as named
            on cells.ledger_id = named.ledger_id
                and cells.dimension = named.column_name
                and cells.category = named.value_zh
        where cells.as_of_date = ?
        order by definitions.position, columns.position, named.position nulls last, cells.category
        """,
        source.county_code,
        as_of,
    )
