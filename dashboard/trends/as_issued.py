"""The course of figures as each month's last issued snapshot tells it, beside what is told now."""

from html import escape

import polars as pl
import streamlit as st

from dashboard import address, frozen, heading, words
from dashboard.page import View
from dashboard.trends import queries, series
from dashboard.trends import words as wording
from dashboard.trends.choosing import Chosen

NAME, NOW, ISSUED = "basis", "now", "issued"
"""What the switch stands under in the address, and its codes."""
TOLERANCE = 1e-9
"""Relative differences below it are remainders of binary arithmetic."""


def chosen(view: View) -> bool:
    """Whether figures as issued are to be shown; asked where anything was issued, and not in a frozen month."""
    if view.published.snapshot or not frozen.issued():
        return False
    names = {code: view.say(label) for code, label in wording.BASES.items()}
    choice = address.chosen(NAME, list(names), NOW)
    st.radio(
        view.say(wording.BASIS),
        list(names),
        format_func=lambda code: names[code],
        horizontal=True,
        key=address.widget_key(NAME),
        on_change=address.remember,
        args=(NAME,),
    )
    if choice.invalid:
        heading.warn([heading.Invalid(words.UNKNOWN_CHOICE, choice.invalid, names[choice.value])], view.language)
    return choice.value == ISSUED


def points(view: View, what: Chosen, now: pl.DataFrame) -> pl.DataFrame:
    """``series.points`` of what was issued, with ``snapshot_id`` and ``now_value``: the value of ``now`` where differs.

    Months of which nothing was issued have no value and the reason not_issued.
    """
    course = queries.issued_course(view.published, what.definition["indicator_id"])
    found = series.points(
        course.drop("snapshot_id"),
        list(what.regions),
        what.years,
        view.as_of,
        view.published.first_month,
        same_day=False,
        uncomputed="not_issued",
    )
    keys = ["region_code", "as_of_date"]
    known = now.select(*keys, pl.col("value").alias("now_value"))
    named = course.select(*keys, "snapshot_id")
    joined = found.join(known, on=keys, how="left", maintain_order="left")
    return with_differences(joined.join(named, on=keys, how="left", maintain_order="left"))


def with_differences(points: pl.DataFrame) -> pl.DataFrame:
    """``now_value`` only where it is another one than the issued ``value``."""
    size = pl.max_horizontal(pl.col("value").abs(), pl.col("now_value").abs())
    differs = (pl.col("value") - pl.col("now_value")).abs() > TOLERANCE * size
    return points.with_columns(pl.when(differs).then("now_value").alias("now_value"))


def for_finding(points: pl.DataFrame, latest: int) -> pl.DataFrame:
    """The points up to the last month of the latest year that was issued; all where none was."""
    issued = points.filter((pl.col("year") == latest) & (pl.col("reason").ne_missing("not_issued")))
    if issued.is_empty():
        return points
    last = issued["month"].max()
    return points.filter((pl.col("year") != latest) | (pl.col("month") <= last))


def said(view: View, what: Chosen, points: pl.DataFrame) -> None:
    """How many issued figures are told otherwise now, how the chart shows it, and the way to the register."""
    issued = points.filter(pl.col("snapshot_id").is_not_null())
    changed = issued.filter(pl.col("now_value").is_not_null())
    if changed.is_empty():
        st.caption(view.say(wording.SAME_AS_ISSUED, count=issued.height))
    else:
        where = address.link("restatements", {"lang": view.language, "region": view.region_code})
        told = view.say(wording.DIFFERS_FROM_ISSUED, count=issued.height, changed=changed.height)
        text = escape(" ".join([told, view.say(wording.RED_DASHES)] if what.way == "yoy" else [told]))
        link = f'<a href="{escape(where, quote=True)}">{escape(view.say(wording.TO_REGISTER))}</a>'
        st.html(f'<p class="more">{text} {link}</p>')
    for snapshot_id in frozen.damaged():
        st.warning(view.say(wording.DAMAGED, id=snapshot_id), icon="⚠️")
