"""What has to be said of a table so that nobody reads it wrongly."""

from dashboard.page import View
from dashboard.pivot import words as wording
from dashboard.pivot.choosing import Chosen
from warehouse.desk.pivot.figures import TOWNSHIP
from warehouse.desk.pivot.table import Table


def of(view: View, chosen: Chosen, table: Table) -> list[str]:
    """Why there is no total, how one was computed, and what is withheld."""
    found = []
    is_state = chosen.subject.is_of_a_day
    lacks_total = not table.has_total_row or (bool(table.columns) and not table.has_total_column)
    if is_state and lacks_total:
        found.append(view.say(wording.NO_TOTAL))
    if chosen.subject.time == "figures" and len(chosen.choice.kept.get(TOWNSHIP, ())) > 1:
        found.append(view.say(wording.NO_TOTAL_OF_SOME))
    if any(cell.is_withheld or cell.is_compared_withheld for cell in table.cells.values()):
        found.append(view.say(wording.WITHHELD_NOTE))
    return found
