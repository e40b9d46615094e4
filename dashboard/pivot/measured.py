"""What the figures of a pivot are called."""

from dashboard.page import View
from dashboard.pivot.choosing import Chosen
from warehouse.desk.pivot.figures import INDICATOR


def measured(view: View, chosen: Chosen) -> str:
    """The measure; of indicators the one that is looked at, where it stands neither in rows nor in columns."""
    kept = chosen.choice.kept.get(INDICATOR, ())
    if len(kept) != 1 or any(one.id == INDICATOR for one in chosen.axes):
        return view.say(chosen.measure.label)
    return chosen.names.say(chosen.subject.dimensions[INDICATOR], kept[0])
