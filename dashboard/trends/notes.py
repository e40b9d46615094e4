"""What stands between a finding and its charts: unit, colours, marks, and why a figure is not there."""

import polars as pl

from dashboard import figure, words
from dashboard import format as formats
from dashboard.page import View
from dashboard.trends import panels
from dashboard.trends import words as wording
from dashboard.trends.choosing import Chosen
from warehouse.language import Label


def subtitle(view: View, chosen: Chosen) -> str:
    """Unit, colours and the day."""
    definition = chosen.definition
    unit = definition["unit"] if view.language == "zh" else definition["unit_en"]
    sentence: Label = wording.UNIT_YOY if len(chosen.years) > 1 else wording.UNIT_LATEST_ONLY
    if chosen.way == "yoy" and chosen.is_by_month:
        unit = view.say(wording.YEAR_TO_DATE, unit=unit)
    elif chosen.way == "total":
        sentence = wording.UNIT_TOTAL
    elif chosen.way == "mom":
        sentence = wording.UNIT_MONTHS if chosen.is_by_month else wording.UNIT_CHANGES
        if not chosen.is_by_month:
            unit = view.say(wording.POINTS if definition["kind"] == "ratio" else wording.PER_CENT)
    return view.say(
        sentence,
        unit=unit,
        latest=view.say(wording.YEAR, year=chosen.latest),
        as_of=formats.as_of_text(chosen.last_day(view.as_of), view.language),
    )


def notes(view: View, chosen: Chosen, points: pl.DataFrame) -> str:
    """How to read the charts: each sentence only where it applies."""
    found = []
    if chosen.compare != chosen.way:
        found.append(view.say(wording.NOT_CUMULATIVE, indicator=chosen.definition[f"label_{view.language}"]))
    if len(chosen.regions) > 1:
        found.append(view.say(wording.SAME_AXIS if panels.shares_axis(chosen) else wording.OWN_AXIS))
    if chosen.way != "mom" and points.filter((pl.col("year") == chosen.latest) & pl.col("is_open")).height:
        as_of = formats.day(view.as_of, view.language)
        found.append(view.say(wording.SAME_DAY, as_of=as_of, month=formats.month(view.as_of, view.language)))
    has_value = pl.col("value").is_not_null()
    if points.filter(has_value & (~pl.col("is_complete") | pl.col("is_open"))).height:
        found.append(view.say(wording.HOLLOW_POINTS if chosen.way == "yoy" else wording.HOLLOW))
    sources = points["source"].drop_nulls().unique(maintain_order=True).to_list()
    if sources:
        between = words.SEPARATOR.in_language(view.language)
        found.append(view.say(wording.REPORTED_POINTS, sources=between.join(sources)))
    if chosen.way == "mom" and not chosen.is_by_month and figure.starts_anew(chosen.definition):
        found.append(view.say(wording.NEW_START))
    return " ".join(found)
