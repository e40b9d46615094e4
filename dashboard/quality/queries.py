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
