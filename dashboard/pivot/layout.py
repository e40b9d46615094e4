"""The answer laid out as the page shows it."""

from dashboard.pivot.choosing import Chosen
from warehouse.desk.asking.sandbox import Answer
from warehouse.desk.pivot.choice import periods_within
from warehouse.desk.pivot.sql_text import Query
from warehouse.desk.pivot.table import NOTHING, ZERO, Table, table, without_empty_rows


def of(chosen: Chosen, query: Query, answer: Answer) -> Table:
    """Rows and columns in their order, with every period; where nothing is counted stands 0.

    Of indicators, townships without a figure are left out.
    """
    absent = ZERO if chosen.measure.how in ("count", "distinct") else NOTHING
    span = chosen.choice.span
    always = [periods_within(span, one.period) if one.period else () for one in chosen.axes]
    orders = [chosen.names.order(one) for one in chosen.axes]
    found = table(query, answer.rows, orders, [*always, ()], absent)
    return without_empty_rows(found) if chosen.subject.time == "figures" else found
