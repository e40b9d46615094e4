"""The figures behind the charts: month by month, a column a year, with both parts or the reason why there is none."""

from typing import Any

import polars as pl

from dashboard import words
from dashboard.page import View
from dashboard.table import TableColumn
from dashboard.trends import point
from dashboard.trends import words as wording
from dashboard.trends.choosing import Chosen


def columns(view: View, chosen: Chosen) -> list[TableColumn]:
    place = [TableColumn("place", view.say(wording.PLACE))] if len(chosen.regions) > 1 else []
    years = [TableColumn(str(year), view.say(wording.YEAR, year=year), is_number=True) for year in chosen.years]
    return [
        *place,
        TableColumn("month", view.say(wording.MONTH)),
        *years,
        TableColumn("yoy", view.say(wording.YOY_OF, year=chosen.latest), is_number=True),
        TableColumn("mom", view.say(wording.MOM_OF, year=chosen.latest), is_number=True),
    ]


def rows(view: View, chosen: Chosen, points: pl.DataFrame) -> list[dict[str, str]]:
    """A row a place and month; a month that no chosen year has reached is left out."""
    found: dict[tuple[str, int], dict[str, Any]] = {}
    for row in points.sort("month", maintain_order=True).iter_rows(named=True):
        key = (row["region_code"], row["month"])
        line = found.setdefault(key, {"place": chosen.regions[key[0]], "month": view.say(wording.MONTHS[key[1] - 1])})
        line[str(row["year"])] = point.cell(row, chosen.definition, view.language, is_by_month=chosen.is_by_month)
        if row["year"] == chosen.latest:
            yoy = point.yoy(row, chosen.definition, view.language)
            line["yoy"] = yoy.removeprefix(view.say(words.YOY)).strip()
            line["mom"] = point.change(row, chosen.definition, view.language)
    order = {code: place for place, code in enumerate(chosen.regions)}
    return [found[key] for key in sorted(found, key=lambda key: (order[key[0]], key[1]))]


def explained(view: View, chosen: Chosen) -> str:
    """What stands in the brackets of the cells."""
    definition = chosen.definition
    if definition["denominator_label_zh"] is not None:
        numerator, denominator = (definition[f"{part}_label_{view.language}"] for part in ("numerator", "denominator"))
        return view.say(wording.PARTS, numerator=numerator, denominator=denominator)
    return view.say(wording.MONTHLY) if chosen.is_by_month else ""
