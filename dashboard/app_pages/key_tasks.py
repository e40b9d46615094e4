"""重点任务: how far every task is, what is behind and why, and who answers for it."""

from dataclasses import replace
from functools import partial

import polars as pl
import streamlit as st

from dashboard import cards, data, heading
from dashboard import format as formats
from dashboard.charts.completion import completion
from dashboard.charts.timeline import timeline
from dashboard.download import XLSX, download
from dashboard.drawing import draw
from dashboard.page import Page, Section, View
from dashboard.table import STACKED, show_table
from dashboard.tasks import behind, choosing, departments, findings, listing, supervision, task
from dashboard.tasks import words as wording
from warehouse.access.roles import ALL_BUT_DEPARTMENTS

PAGE = Page(wording.KEY_TASKS, "key-tasks", Section.WORK, 14, ALL_BUT_DEPARTMENTS, by_region=False, shows_frozen=True)

FAMILY = "tasks"
MOST_DRAWN = 120
"""Tasks on one timeline; a longer list is drawn by department or light."""


def render(view: View) -> None:
    county = whole_county(view)
    heading.title(county, county.say(wording.KEY_TASKS_OF, place=county.region_name))
    if not view.is_county:
        st.info(view.say(wording.COUNTY_ONLY, place=view.region_name, county=county.region_name), icon="ℹ️")
    definitions = data.definitions(county.published)
    cards.cards(county, tuple(definitions.filter(pl.col("family") == FAMILY)["indicator_id"]))
    tasks = listing.tasks(county)
    if tasks.is_empty():
        st.header(view.say(wording.TASK_LIST), anchor=False)
        st.info(view.say(wording.NO_TASKS, year=view.as_of.year), icon="ℹ️")
        return
    if listing.has_progress(county):
        by_department(county, tasks)
    task_list(county, tasks)


def whole_county(view: View) -> View:
    """The view of the county, whatever township is chosen: tasks are not kept by township."""
    code = view.published.county_code
    names = dict(data.regions(view.published).select("region_code", "region_name").iter_rows())
    return replace(view, region_code=code, region_name=names[code])


def by_department(view: View, tasks: pl.DataFrame) -> None:
    """Weighted completion and lights of every department; together they are the county's figure."""
    totals = departments.totals(tasks)
    st.header(view.say(wording.BY_DEPARTMENT), anchor=False)
    st.subheader(findings.of_departments(totals, view.language), anchor=False)
    st.caption(view.say(wording.BY_DEPARTMENT_SUBTITLE, as_of=formats.as_of_text(view.as_of, view.language)))
    alt = view.say(wording.DEPARTMENTS_ALT)
    draw("completion", completion, totals, departments.whole(totals), view.language, alt)
    show_table(departments.columns(view), departments.rows(view, totals), view.say(wording.BY_DEPARTMENT))


def task_list(view: View, tasks: pl.DataFrame) -> None:
    """The tasks that are chosen: the ledger to take along, what is behind, and all of them over time."""
    st.header(view.say(wording.TASK_LIST), anchor=False)
    chosen = choosing.choose(view, tasks)
    if chosen.tasks.is_empty():
        st.info(view.say(wording.NO_MATCH), icon="ℹ️")
        return
    hand_on(view, chosen)
    if listing.has_progress(view):
        what_is_behind(view, chosen.tasks)
    else:
        st.warning(view.say(wording.NO_PROGRESS), icon="⚠️")
    over_time(view, chosen.tasks)


def hand_on(view: View, chosen: choosing.Chosen) -> None:
    """督查台账 of the chosen tasks, made when it is asked for."""
    made = partial(supervision.workbook, chosen.tasks, supervision.heading(view, chosen))
    download(
        view,
        view.say(wording.DOWNLOAD, tasks=chosen.tasks.height),
        made,
        supervision.file_name(view),
        XLSX,
        key="supervision",
        filters=chosen.codes,
    )


def what_is_behind(view: View, tasks: pl.DataFrame) -> None:
    """Every task that is behind, the farthest first, with owner, problem, remedy and what needs coordination."""
    late = behind.of(tasks)
    st.header(view.say(wording.WHAT_IS_BEHIND), anchor=False)
    st.subheader(findings.of_behind(tasks, late, view.language), anchor=False)
    st.caption(view.say(wording.LIGHTS_EXPLAINED))
    if not late.is_empty():
        with st.container(key="tasks_behind"):
            show_table(behind.columns(view), behind.rows(view, late), view.say(wording.WHAT_IS_BEHIND), STACKED)


def over_time(view: View, tasks: pl.DataFrame) -> None:
    """Planned time and share done of every task, the worst light first; what is done is folded away."""
    st.header(view.say(wording.TIMELINE), anchor=False)
    st.subheader(findings.of_lights(tasks, view.language), anchor=False)
    st.caption(view.say(wording.TIMELINE_SUBTITLE, as_of=view.day(view.as_of)))
    if count := task.stale(tasks, view.as_of):
        month = formats.month(task.latest_month(view.as_of), view.language)
        st.caption(view.say(wording.STALE_PROGRESS, count=count, month=month))
    done = pl.Series([task.is_done(row) for row in tasks.iter_rows(named=True)], dtype=pl.Boolean)
    if done.all():
        drawn(view, tasks, "timeline")
        return
    drawn(view, tasks.filter(~done), "timeline")
    if done.any():
        with st.expander(view.say(wording.DONE_TASKS, count=int(done.sum()))):
            drawn(view, tasks.filter(done), "timeline_done")


def drawn(view: View, tasks: pl.DataFrame, key: str) -> None:
    """One timeline, of the first :data:`MOST_DRAWN`."""
    shown = tasks.head(MOST_DRAWN)
    if shown.height < tasks.height:
        st.caption(view.say(wording.FIRST_SHOWN, shown=shown.height, tasks=tasks.height))
    draw(key, timeline, shown, view.as_of, view.language, view.say(wording.TIMELINE_ALT))
