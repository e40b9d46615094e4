"""What only the page of coverage rates asks of the published version."""

from datetime import date

import polars as pl

from dashboard import data
from dashboard.data import rows
from warehouse.reader import Published

FAMILY = "coverage"
MONTHS = 24
WAGE_CONTRACT_LEDGERS = ("wage_contract", "wage_contract_enterprise")


def rates(source: Published, as_of: date, region_code: str) -> pl.DataFrame:
    """``data.figures`` of the coverage rates of the catalogue, in its order."""
    figures = data.figures(source, as_of, region_code)
    return figures.filter((pl.col("family") == FAMILY) & (pl.col("kind") == "ratio"))


def courses(source: Published, indicator_id: str, as_of: date) -> pl.DataFrame:
    """Every region's last 24 months of one rate, the county first, oldest month first.

    region_code, region_name, position, as_of_date, numerator, denominator, value, last_year, yoy, target, light,
    light_reason, is_complete, is_suppressed, reason. The last month is ``as_of`` itself, which may be before its end.
    """
    return rows(
        source,
        """
        select
            regions.region_code,
            regions.region_name,
            regions.position,
            figures.as_of_date,
            figures.numerator,
            figures.denominator,
            figures.value,
            figures.last_year,
            figures.yoy,
            figures.target,
            figures.light,
            figures.light_reason,
            figures.is_complete,
            figures.is_suppressed,
            figures.reason
        from kpi.values as figures
        inner join meta.regions as regions using (region_code)
        inner join meta.as_of_dates as dates using (as_of_date)
        where figures.indicator_id = ?
            and figures.as_of_date between ? and ?
            and (dates.is_month_end or figures.as_of_date = ?)
        order by regions.position, figures.as_of_date
        """,
        indicator_id,
        first_day(as_of),
        as_of,
        as_of,
    )


def first_day(as_of: date) -> date:
    """The first day of the first of the 24 months that ``as_of`` ends."""
    year, month = divmod(as_of.year * 12 + as_of.month - MONTHS, 12)
    return date(year, month + 1, 1)


def wage_contract_expiries(source: Published, as_of: date) -> pl.DataFrame:
    """``mart.wage_contract_expiries`` of one day with region_name, the most urgent first.

    What is not renewed comes before what is, and of each the earliest expiry first.
    """
    return rows(
        source,
        """
        select
            expiries.unit_code,
            expiries.unit_name,
            expiries.township_code,
            regions.region_name,
            expiries.contract_code,
            expiries.covered_workers,
            expiries.expiry_date,
            expiries.days_left,
            expiries.is_expired,
            expiries.is_renewed,
            expiries.next_effective_date
        from mart.wage_contract_expiries as expiries
        left join meta.regions as regions on expiries.township_code = regions.region_code
        where expiries.as_of_date = ?
        order by
            expiries.is_renewed,
            expiries.expiry_date,
            regions.position nulls last,
            expiries.unit_code
        """,
        as_of,
    )
