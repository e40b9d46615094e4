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
    """Which department answers for the most items; of equals the one with the higher score."""
    keepers = items["department_name"].fill_null(view.say(wording.NOT_NAMED))
    department, count = Counter(keepers.to_list()).most_common(1)[0]
    urgent = items.filter((keepers == department) & pl.col("weight_class").is_in(URGENT)).height
    return view.say(wording.MOST_WITH, department=department, count=count, urgent=urgent)
