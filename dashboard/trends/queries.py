"""What only the page of trends asks of the published version."""

import polars as pl

from dashboard.data import rows
from warehouse.reader import Published


def course(source: Published, indicator_id: str) -> pl.DataFrame:
    """Every figure of one indicator that may be shown: a row a day and region."""
    return rows(
        source,
        """
        select
            as_of_date, region_code, numerator, denominator, value, last_year, last_year_source, yoy, yoy_reason,
            month_value, mom, target, pace, is_complete, is_suppressed, reason
        from kpi.values
        where indicator_id = ?
        order by region_code, as_of_date
        """,
        indicator_id,
    )


def years(source: Published) -> list[int]:
    """The years with figures, the latest first; also the one before where figures of it were reported."""
    found = rows(
        source,
        """
        select distinct year(as_of_date) as year from meta.as_of_dates where is_month_end or is_data_date
        union
        select distinct year(as_of_date) - 1 as year from kpi.values where last_year_source is not null
        order by year desc
        """,
    )
    return [int(year) for year in found["year"]]
