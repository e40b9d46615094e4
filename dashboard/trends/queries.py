"""What only the page of trends asks of the published version."""

import polars as pl

from dashboard import frozen
from dashboard.data import rows
from warehouse.reader import Published

ISSUED = {
    "as_of_date": pl.Date(),
    "region_code": pl.String(),
    **dict.fromkeys(("numerator", "denominator", "value", "last_year"), pl.Float64()),
    "last_year_source": pl.String(),
    "yoy": pl.Float64(),
    "yoy_reason": pl.String(),
    **dict.fromkeys(("month_value", "mom", "target", "pace"), pl.Float64()),
    **dict.fromkeys(("is_complete", "is_suppressed"), pl.Boolean()),
    "reason": pl.String(),
    "snapshot_id": pl.String(),
}
"""The columns of :func:`course`, and of which snapshot they are."""


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


def issued_course(source: Published, indicator_id: str) -> pl.DataFrame:
    """The same of every month's end as its last issued snapshot tells it, with snapshot_id.

    Refused where only a part of what is published may be read.
    """
    source.require_whole()
    issued = frozen.issued_figures()
    if issued.is_empty():
        return pl.DataFrame(schema=ISSUED)
    known = pl.concat([pl.DataFrame(schema=ISSUED), issued], how="diagonal_relaxed")
    return known.filter(pl.col("indicator_id") == indicator_id).select(*ISSUED)


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
