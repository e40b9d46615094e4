"""What only the calendar of submissions asks of the published version."""

from datetime import date

import polars as pl

from dashboard.data import rows
from warehouse.reader import Published
from warehouse.reminders import UNUSED_SHEETS


def submissions(source: Published, as_of: date) -> pl.DataFrame:
    """``quality.submissions`` of the periods that had ended by a day, with label_zh, label_en, department_name, owner.

    Sorted by department, ledger and period.
    """
    return rows(
        source,
        """
        select
            submissions.*,
            ledgers.label_zh,
            ledgers.label_en,
            coalesce(departments.name, submissions.department_id) as department_name,
            coalesce(departments.owner, '') as owner
        from quality.submissions as submissions
        inner join meta.ledgers as ledgers using (ledger_id)
        left join meta.departments as departments on submissions.department_id = departments.department_id
        where submissions.period_end_date <= ?
        order by submissions.department_id, submissions.ledger_id, submissions.period_end_date
        """,
        as_of,
    )


def unused_sheets(source: Published) -> pl.DataFrame:
    """file, sheet, ledger: sheets that came and could not be used."""
    return rows(source, UNUSED_SHEETS)
