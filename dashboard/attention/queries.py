"""What the list of what needs attention asks of the published version."""

from datetime import date

import polars as pl

from dashboard.data import rows
from warehouse.reader import Published


def kinds(source: Published) -> pl.DataFrame:
    """``kpi.attention_kinds`` in alphabetical order."""
    return rows(source, "select * from kpi.attention_kinds order by kind")


def items(source: Published, as_of: date) -> pl.DataFrame:
    """``kpi.attention`` of a day with the words of its kind and region_name, in the order of the list."""
    return rows(
        source,
        """
        select
            items.*,
            kinds.* exclude (kind),
            regions.region_name
        from kpi.attention as items
        inner join kpi.attention_kinds as kinds using (kind)
        left join meta.regions as regions using (region_code)
        where items.as_of_date = ?
        order by items.position
        """,
        as_of,
    )


def figures(source: Published, as_of: date) -> pl.DataFrame:
    """Rows as of ``data.figures`` of every place whose light is red or amber."""
    return rows(
        source,
        """
        select
            definitions.*,
            figures.* exclude (indicator_id)
        from kpi.definitions as definitions
        inner join kpi.values as figures using (indicator_id)
        where figures.as_of_date = ? and figures.light in ('red', 'amber')
        """,
        as_of,
    )


def cells(source: Published, as_of: date) -> pl.DataFrame:
    """``kpi.attention_rows`` of a day: position (of its item), row_name, days, amount, ledger and place."""
    return rows(
        source,
        """
        select
            items.position,
            kinds.label_zh,
            kinds.label_en,
            cells.row_name,
            cells.days,
            cells.amount,
            coalesce(ledgers.label_zh, cells.source_ledger) as ledger_zh,
            coalesce(ledgers.label_en, cells.source_ledger) as ledger_en,
            cells.source_file as file,
            cells.source_sheet as sheet,
            cells.source_row as row
        from kpi.attention_rows as cells
        inner join kpi.attention as items using (as_of_date, kind, item)
        inner join kpi.attention_kinds as kinds using (kind)
        left join meta.ledgers as ledgers on cells.source_ledger = ledgers.ledger_id
        where cells.as_of_date = ?
        order by items.position, cells.source_file, cells.source_sheet, cells.source_row, cells.row_name
        """,
        as_of,
    )
