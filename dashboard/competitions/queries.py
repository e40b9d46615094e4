"""What the page of competition results asks of the published version. No row tells of a person."""

from datetime import date

import polars as pl

from dashboard.data import rows
from warehouse.reader import Published


def figures_by_year(source: Published, as_of: date) -> pl.DataFrame:
    """The county's figures of the family on the same day of every year up to the day's, the earliest first.

    indicator_id, as_of_date, year, numerator, denominator, value, yoy, is_complete, reason.
    """
    return rows(
        source,
        """
        select
            figures.indicator_id,
            figures.as_of_date,
            year(figures.as_of_date) as year,
            figures.numerator,
            figures.denominator,
            figures.value,
            figures.yoy,
            figures.is_complete,
            figures.reason
        from kpi.values as figures
        inner join kpi.definitions as definitions using (indicator_id)
        where definitions.family = 'competitions'
            and figures.region_code = ?
            and figures.as_of_date <= ?
            and month(figures.as_of_date) = month(cast(? as date))
            and (
                day(figures.as_of_date) = day(cast(? as date))
                or (figures.as_of_date = last_day(figures.as_of_date) and cast(? as date) = last_day(cast(? as date)))
            )
            and coalesce(figures.reason, '') <> 'before_data'
        order by
            definitions.position,
            figures.as_of_date
        """,
        source.county_code,
        *[as_of] * 5,
    )


def awards(source: Published, as_of: date) -> pl.DataFrame:
    """industry, trade, level, role, award_kind, grade, title, awards: how often each was given in the year so far."""
    return rows(
        source,
        """
        select industry, trade, level, role, award_kind, grade, title, count(*) as awards
        from mart.competition_awards
        where as_of_date = ?
        group by industry, trade, level, role, award_kind, grade, title
        order by industry, trade, level, role, award_kind, grade, title
        """,
        as_of,
    )


def competitions(source: Published, as_of: date) -> pl.DataFrame:
    """level, role, competitions, trades, entrants of the year so far."""
    return rows(
        source,
        """
        select
            level,
            role,
            count(distinct competition_code) as competitions,
            count(*) as trades,
            cast(sum(entrants) as bigint) as entrants
        from mart.competitions
        where as_of_date = ?
        group by level, role
        order by level, role
        """,
        as_of,
    )


def values(source: Published, column: str) -> pl.DataFrame:
    """value_zh, value_en of a column of the competitions that has fixed values, in their declared order."""
    return rows(
        source,
        """
        select value_zh, value_en
        from meta.values
        where ledger_id = 'competition' and column_name = ?
        order by position
        """,
        column,
    )
