"""Relief funds raised beside relief spent: of the whole county only."""

import polars as pl
import streamlit as st

from dashboard import figure
from dashboard import format as formats
from dashboard.charts.raised_spent import raised_spent
from dashboard.charts.year_course import year_course
from dashboard.drawing import draw
from dashboard.page import View
from dashboard.relief import courses
from dashboard.relief import words as wording
from dashboard.relief.money import scale_for, yuan
from dashboard.relief.months import month_code
from warehouse.language import Language


def lines(view: View, place: str, months: pl.DataFrame) -> None:
    """Raised and spent since January; ``months`` as of ``queries.courses`` of the county."""
    now = courses.of_year(months, view.as_of.year)
    raised, spent = (now.filter(pl.col("indicator_id") == name) for name in ("relief_raised", "relief_spent"))
    values = [*raised["value"].drop_nulls(), *spent["value"].drop_nulls()]
    if not values:
        st.info(view.say(wording.FUNDS_EMPTY))
        return
    scale = scale_for(max(values), view.language)
    as_of = formats.as_of_text(view.as_of, view.language)
    st.caption(view.say(wording.FUNDS_SUBTITLE, as_of=as_of, unit=scale.unit))
    both = [courses.amounts(course, scale, view.language) for course in (raised, spent)]
    execution = now.filter(pl.col("indicator_id") == "relief_execution")
    alt = view.say(wording.FUNDS_ALT, place=place, year=view.as_of.year)
    draw("raised_spent", raised_spent, *both, gaps(raised, spent, execution, view.language), view.language, alt)


def gaps(raised: pl.DataFrame, spent: pl.DataFrame, execution: pl.DataFrame, language: Language) -> pl.DataFrame:
    """month, gap_text (raised less spent) and rate_text of the months of which both amounts are known."""
    spent_on = dict(spent.select("as_of_date", "value").iter_rows())
    rate_on = dict(execution.select("as_of_date", "value").iter_rows())
    rows = [
        {
            "month": month_code(day),
            "gap_text": yuan(value - spent_on[day], language),
            "rate_text": None if rate_on.get(day) is None else formats.percent(rate_on[day]),
        }
        for day, value in raised.select("as_of_date", "value").iter_rows()
        if value is not None and spent_on.get(day) is not None
    ]
    return pl.DataFrame(rows, schema={"month": pl.String, "gap_text": pl.String, "rate_text": pl.String})


def rate(view: View, place: str, execution: figure.Row, months: pl.DataFrame) -> None:
    """The execution rate through the year against its target; ``execution`` is its row of ``data.figures``."""
    found = months.filter(pl.col("indicator_id") == "relief_execution")
    course = courses.rates(found, view.language)
    before = courses.named_before(view, found)
    st.caption(view.say(wording.EXECUTION_SUBTITLE, year=view.as_of.year, before=before))
    goal = execution["target"]
    text = "" if goal is None else view.say(wording.GOAL_END, amount=formats.goal(goal))
    alt = view.say(wording.EXECUTION_ALT, place=place, year=view.as_of.year)
    draw("relief_execution", year_course, course, view.as_of.year, goal, text, view.language, alt, is_ratio=True)


def judged(view: View, row: figure.Row) -> str:
    """One figure with its goal, light and change: ``执行率：90.3%，目标 96%（△ 接近），同比 ↑ 0.1个百分点``."""
    _, look, word = figure.light(row)
    changed, _ = figure.change(row, view.language)
    return view.say(
        wording.JUDGED,
        indicator=row[f"label_{view.language}"],
        figure=figure.value(row, view.language),
        goal=figure.target(row, view.language),
        light=f"{look.shape} {view.say(word)}",
        change=changed,
    )
