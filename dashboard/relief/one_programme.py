"""One programme: its course through the year and what each township spent on it."""

from typing import Any

import polars as pl
import streamlit as st

from dashboard import figure, words
from dashboard import format as formats
from dashboard.charts.named_amounts import named_amounts
from dashboard.charts.year_course import year_course
from dashboard.drawing import draw
from dashboard.page import View
from dashboard.relief import courses, findings, rankings
from dashboard.relief import words as wording
from dashboard.relief.money import Scale, scale_for, yuan
from dashboard.relief.months import month_name, period
from dashboard.relief.township_rows import hollow, township_rows


def cumulative(view: View, row: figure.Row, months: pl.DataFrame) -> None:
    """This year's line over last year's; ``months`` as of ``queries.courses`` of the place."""
    finding = findings.of_cumulative(row, view.region_name, period(view.as_of, view.language), view.language)
    st.subheader(findings.marked(finding, view.language, is_complete=row["is_complete"]), anchor=False)
    found = months.filter(pl.col("indicator_id") == row["indicator_id"])
    values = found["value"].drop_nulls().to_list()
    if not values:
        st.info(view.say(wording.CUMULATIVE_EMPTY))
        return
    scale = scale_for(max([*values, row["target"] or 0]), view.language)
    course = courses.amounts(found, scale, view.language)
    st.caption(_subtitle(view, row, scale, found))
    target, text = _target(view, row, scale)
    alt = view.say(
        wording.CUMULATIVE_ALT,
        place=view.region_name,
        programme=row[f"programme_{view.language}"],
        year=view.as_of.year,
        before=view.as_of.year - 1,
    )
    draw("cumulative", year_course, course, view.as_of.year, target, text, view.language, alt, is_ratio=False)
    for sentence in withheld(view, found):
        st.caption(sentence)


def _subtitle(view: View, row: figure.Row, scale: Scale, months: pl.DataFrame) -> str:
    return view.say(
        wording.CUMULATIVE_SUBTITLE,
        as_of=formats.as_of_text(view.as_of, view.language),
        unit=scale.unit,
        year=view.as_of.year,
        before=courses.named_before(view, months),
        goal="" if row["target"] is None else view.say(wording.WITH_GOAL),
    )


def _target(view: View, row: figure.Row, scale: Scale) -> tuple[float | None, str]:
    if row["target"] is None:
        return None, ""
    amount = figure.amount(row, row["target"], view.language)
    return row["target"] / scale.divisor, view.say(wording.GOAL_END, amount=amount)


def withheld(view: View, months: pl.DataFrame) -> list[str]:
    """Which months of which year have no point because their figure is withheld."""
    hidden = months.filter("is_suppressed").sort("as_of_date")
    sentences = []
    for (year,), group in hidden.group_by(pl.col("as_of_date").dt.year(), maintain_order=True):
        numbers = [day.month for day in group["as_of_date"]]
        named = words.SEPARATOR.in_language(view.language).join(_runs(view, numbers))
        reason = view.say(words.SUPPRESSED)
        sentences.append(view.say(wording.WITHHELD_MONTHS, year=year, months=named, reason=reason))
    return sentences


def _runs(view: View, numbers: list[int]) -> list[str]:
    """Months in a row are said as one: ``9–12月``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    names = [[month_name(number, view.language) for number in (run[0], run[-1])] for run in runs]
    texts = [first if first == last else f"{first}–{last}" for first, last in names]
    return [f"{text}月" if view.language == "zh" else text for text in texts]


def by_township(view: View, row: figure.Row, townships: pl.DataFrame) -> None:
    """What each township spent on the programme; ``townships`` as of ``queries.townships``."""
    programme = row[f"programme_{view.language}"]
    if row["scope"] == "county":
        st.info(view.say(wording.NOT_BY_TOWNSHIP, programme=programme))
        return
    found = township_rows(view, townships.filter(pl.col("indicator_id") == row["indicator_id"]), _words(view))
    finding = rankings.of_townships(found, programme, view.language)
    st.subheader(findings.marked(finding, view.language, is_complete=bool(found["is_complete"].all())), anchor=False)
    if found.is_empty():
        return
    subtitle = view.say(wording.TOWNSHIPS_SUBTITLE, as_of=formats.as_of_text(view.as_of, view.language))
    st.caption(subtitle + hollow(view, found))
    alt = view.say(wording.TOWNSHIPS_ALT, programme=programme)
    draw("programme_townships", named_amounts, found, None, "", view.language, alt)


def _words(view: View) -> Any:
    return lambda row: (yuan(row["value"], view.language), "")
