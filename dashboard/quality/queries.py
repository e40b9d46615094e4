"""What only the page of data quality asks of the published version."""

import polars as pl

from dashboard.data import rows
from warehouse.reader import Published


def skips(source: Published) -> pl.DataFrame:
    """reason, rows: rows that are no data, over all sheets."""
    return rows(
        source,
        "select reason, sum(rows)::bigint as rows from quality.skips group by reason order by rows desc, reason",
    )


def problems(source: Published) -> pl.DataFrame:
    """``quality.problems`` with department_id of the ledger: errors first, then by file, sheet and row."""
    return rows(
        source,
        """
        select problems.*, ledgers.department_id
        from quality.problems as problems
        left join meta.ledgers as ledgers using (ledger_id)
        order by
            problems.severity,
            problems.file,
            problems.sheet,
            problems.row nulls first,
            problems.heading,
            problems.rule
        """,
    )


def corrections(source: Published) -> pl.DataFrame:
    """``meta.corrections`` in the order of the home's file, with ``rejected`` (corrected cells
    of rejected rows) and the column's heading_zh and heading_en."""
    return rows(
        source,
        """
        select
            corrections.*,
            columns.heading_zh,
            columns.heading_en,
            count(cells.correction_number) as rejected
        from meta.corrections as corrections
        left join meta.columns as columns
            on corrections.ledger_id = columns.ledger_id and corrections.column_name = columns.column_name
        left join quality.corrections as cells
            on corrections.correction_number = cells.correction_number and cells.outcome = 'rejected'
        group by all
        order by corrections.correction_number
        """,
    )


def corrected_cells(source: Published) -> pl.DataFrame:
    """``quality.corrections``: every cell that a correction replaced, by correction and place."""
    return rows(source, "select * from quality.corrections order by correction_number, file, sheet, row")
