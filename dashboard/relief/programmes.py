"""What each programme spent: by month for the county, to date for a township, and a table of both years."""

from collections.abc import Sequence
from html import escape
from typing import Any

import polars as pl
import streamlit as st

from dashboard import figure, words
from dashboard.charts.programme_months import fill, mark, programme_months
from dashboard.drawing import draw
from dashboard.page import View
from dashboard.relief import courses, findings
from dashboard.relief import words as wording
from dashboard.relief.money import Scale, scale_for
from dashboard.table import TableColumn, show_table


def by_month(view: View, programmes: dict[str, str], months: pl.DataFrame) -> None:
    """Stacked bars of this year over last year's total; ``months`` as of ``queries.courses``."""
    counted = months.filter(pl.col("indicator_id").is_in(list(programmes)))
    now, before = (courses.of_year(counted, year) for year in (view.as_of.year, view.as_of.year - 1))
    scale = scale_for(_highest(now, before), view.language)
    stacks = courses.stacks(now, list(programmes.items()), scale, view.language)
    if stacks.is_empty():
        st.info(view.say(wording.MONTHS_EMPTY))
        return
    totals, ghost = (courses.month_totals(year, scale, view.language) for year in (now, before))
    st.caption(_subtitle(view, scale, totals, ghost))
    st.html(_key(list(programmes.values())))
    alt = view.say(wording.MONTHS_ALT, place=view.region_name, year=view.as_of.year)
    draw("programme_months", programme_months, stacks, totals, ghost, view.language, alt)


def _highest(now: pl.DataFrame, before: pl.DataFrame) -> float:
    sums = [year.group_by("as_of_date").agg(pl.col("month_value").sum())["month_value"] for year in (now, before)]
    return max((float(value) for year in sums for value in year), default=0.0)


def _subtitle(view: View, scale: Scale, totals: pl.DataFrame, ghost: pl.DataFrame) -> str:
    parts = [view.say(wording.MONTHS_SUBTITLE, unit=scale.unit, year=view.as_of.year)]
    if not ghost.is_empty():
        parts.append(view.say(wording.MONTHS_LAST_YEAR, year=view.as_of.year - 1))
    if not totals["is_whole"].all():
        parts.append(view.say(wording.MONTHS_UNFINISHED))
    return "".join(parts)


def _key(names: list[str]) -> str:
    """What the fills and signs of the bars mean."""
    marks = "".join(
        f'<span><span style="color:{fill(order)}">■</span> {mark(order)} {escape(name)}</span>'
        for order, name in enumerate(names)
    )
    return f'<p class="key">{marks}</p>'


def table(view: View, rows: Sequence[figure.Row]) -> None:
    """Every programme to date beside a year before; ``rows`` of ``data.figures``."""
    columns = [
        TableColumn("programme", view.say(wording.PROGRAMME)),
        TableColumn("value", view.say(wording.YEAR_TO_DATE), is_number=True),
        TableColumn("last_year", view.say(wording.A_YEAR_BEFORE), is_number=True),
        TableColumn("change", view.say(wording.CHANGE)),
    ]
    show_table(columns, [_row(view, row) for row in rows], view.say(wording.PROGRAMMES))


def _row(view: View, row: figure.Row) -> dict[str, Any]:
    before = row["last_year"]
    changed, _ = figure.change(row, view.language)
    return {
        "programme": row[f"programme_{view.language}"],
        "value": figure.value(row, view.language),
        "last_year": "—" if before is None else figure.amount(row, before, view.language),
        "change": changed.removeprefix(view.say(words.YOY)).strip(),
    }


def total(view: View, row: figure.Row) -> None:
    """All relief of the county together, of which the programmes are a part; a row of ``data.figures``."""
    changed, _ = figure.change(row, view.language)
    indicator, amount = row[f"label_{view.language}"], figure.value(row, view.language)
    finding = view.say(wording.WITH_ALL_OTHERS, indicator=indicator, amount=amount, change=changed)
    st.markdown(findings.marked(finding, view.language, is_complete=row["is_complete"]))
