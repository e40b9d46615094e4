"""What only the overview asks of the published version."""

from datetime import date

import polars as pl

from dashboard.data import rows
from warehouse.reader import Published


def townships_behind(source: Published, as_of: date) -> pl.DataFrame:
    """indicator_id, region_name of every township whose light is red, in the order of the townships."""
    return rows(
        source,
        """
        select figures.indicator_id, regions.region_name
        from kpi.values as figures
        inner join meta.regions as regions using (region_code)
        where figures.as_of_date = ? and figures.light = 'red' and regions.position > 0
        order by figures.indicator_id, regions.position
        """,
        as_of,
    )
