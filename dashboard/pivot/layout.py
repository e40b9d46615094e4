"""The answer laid out as the page shows it."""

from dashboard.pivot.choosing import Chosen
from warehouse.desk.pivot.sql_text import Query
from warehouse.desk.pivot.table import NOTHING, ZERO, Table, table, without_empty_rows
from warehouse.desk.sandbox import Answer


def of(chosen: Chosen, query: Query, answer: Answer) -> Table:
    """Rows and columns in their order; where nothing is counted stands 0, and townships without a figure are left out."""
    absent = ZERO if chosen.measure.how in ("count", "distinct") else NOTHING
    found = table(query, answer.rows, [chosen.names.order(one) for one in chosen.axes], absent)
    return without_empty_rows(found) if chosen.subject.time == "figures" else found
