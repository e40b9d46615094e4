"""The sentences of the list, computed from it."""

from collections import Counter

import polars as pl

from dashboard import format as formats
from dashboard import words
from dashboard.attention import words as wording
from dashboard.page import View

URGENT = ("red", "overdue")


def of_list(view: View, items: pl.DataFrame) -> str:
    """How many items of which class there are; ``items`` of ``queries.items``."""
    if items.is_empty():
        as_of = formats.as_of_text(view.as_of, view.language)
        return view.say(wording.NOTHING, as_of=as_of, place=view.region_name)
    counted = Counter(items["weight_class"].to_list())
    classes = [
        view.say(wording.CLASS_COUNT, name=view.say(name), count=counted[code])
        for code, name in wording.CLASSES.items()
        if counted[code]
    ]
    listed = view.say(words.SEPARATOR).join(classes)
    return view.say(wording.FINDING, place=view.region_name, count=items.height, classes=listed)


def of_departments(view: View, items: pl.DataFrame) -> str:
    """Which department answers for the most items, or which departments do."""
    keepers = items["department_name"].fill_null(view.say(wording.NOT_NAMED))
    counted = Counter(keepers.to_list())
    count = max(counted.values())
    most = [department for department, items_of in counted.items() if items_of == count]
    if len(most) > 1:
        return view.say(wording.MOST_EQUAL, departments=view.say(words.SEPARATOR).join(most), count=count)
    (department,) = most
    urgent = items.filter((keepers == department) & pl.col("weight_class").is_in(URGENT)).height
    return view.say(wording.MOST_WITH, department=department, count=count, urgent=urgent)
