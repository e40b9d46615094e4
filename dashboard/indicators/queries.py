"""What only the page of indicators asks of the published version."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard import frozen
from dashboard.data import rows
from warehouse.figures.trace import Proof, proof
from warehouse.reader import Published


def everywhere(source: Published, indicator_id: str, as_of: date) -> pl.DataFrame:
    """One row a region, the county first: as of ``data.figures`` for one indicator, and region_name."""
    return rows(
        source,
        """
        select
            definitions.*,
            departments.name as department_name,
            departments.owner,
            regions.region_name,
            figures.* exclude (indicator_id)
        from kpi.values as figures
        inner join kpi.definitions as definitions using (indicator_id)
        inner join meta.regions as regions using (region_code)
        left join meta.departments as departments using (department_id)
        where figures.indicator_id = ? and figures.as_of_date = ?
        order by regions.position
        """,
        indicator_id,
        as_of,
    )


def rows_behind(source: Published, indicator_id: str, as_of: date, region_code: str) -> Proof:
    """The rows behind a figure that may be shown."""
    return _rows_behind(str(source.file), source.scope, indicator_id, as_of, region_code, source)


@st.cache_data(show_spinner=False, max_entries=20)
def _rows_behind(
    file: str,  # noqa: ARG001 (the cache's key: a version's file is never written again)
    scope: str,  # noqa: ARG001 (and who asks)
    indicator_id: str,
    as_of: date,
    region_code: str,
    _source: Published,
) -> Proof:
    return proof(_source, frozen.definition(_source, indicator_id), as_of, region_code)
