"""Tasks over time: planned time, the share that is done, and the line of the day that is looked at."""

from datetime import UTC, date, datetime, time, timedelta
from math import ceil

import altair as alt
import polars as pl

from dashboard import theme
from dashboard.lights import FILLS
from dashboard.tasks import task
from dashboard.tasks import words as wording
from warehouse.days import month_end
from warehouse.language import Language

ROW = 30
AROUND = 40
"""Height in pixels: of one task, and of what stands around all of them."""
LINE = 9
"""Characters of a name in one line; a name has two, and the hover has all of it."""
LONGEST_NAME = 260
"""Pixels of a name in one line, where there is room for it."""
DONE, FINISHED = "done", "#A9B8C8"
"""What is done steps back, so that what still runs is seen."""
HAS_ROOM = "width > 480"
"""Whether names stand in one line, of the pixels that the months have."""
WIDE = 0x2E80
"""From here on characters are as wide as they are high."""


def milliseconds(day: date) -> int:
    """The beginning of a day in UTC: a plain number on the axis, whatever the zone of the browser."""
    return int(datetime.combine(day, time(), tzinfo=UTC).timestamp() * 1000)


def two_lines(name: str) -> str:
    """The name on at most two lines of equal length, with an ellipsis where it is longer."""
    wide = sum(ord(character) >= WIDE for character in name)
    room = LINE if wide * 2 > len(name) else 2 * LINE
    if len(name) <= room:
        return name
    first = max(ceil(len(name) / 2), 1) if len(name) <= 2 * room else room
    second = name[first:] if len(name) <= 2 * room else f"{name[first : 2 * room - 1]}…"
    return f"{name[:first]}\n{second}"


def bars(tasks: pl.DataFrame, language: Language) -> pl.DataFrame:
    """One row a task in the given order: where its bars begin and end (milliseconds), and its texts.

    task_code, light, fill (the light, or that all is done), start, end (the planned end's last moment), reached (start
    + the share done, at most the end), name (at most two lines), label (shape, word and share), and title, owner,
    leader, period, progress, problem.
    """
    rows = []
    for row in tasks.iter_rows(named=True):
        start, end = milliseconds(row["planned_start"]), milliseconds(row["planned_end"] + timedelta(days=1))
        share = row["done_share"] or 0.0
        said = "" if row["done_share"] is None else f" {task.share_text(row['done_share'])}"
        rows.append(
            {
                "task_code": row["task_code"],
                "light": row["light"],
                "fill": DONE if task.is_done(row) else row["light"],
                "start": start,
                "end": end,
                "reached": start + round((end - start) * min(share, 1.0)),
                "name": two_lines(row["title"]),
                "label": f"{task.light_text(row, language)}{said}",
                "title": row["title"],
                "owner": task.owner_text(row),
                "leader": row["leader"],
                "period": task.period_text(row, language),
                "progress": task.progress_text(row, language),
                "problem": row["problem"] or wording.NOT_GIVEN.in_language(language),
            }
        )
    return pl.DataFrame(rows, infer_schema_length=None)


def timeline(tasks: pl.DataFrame, as_of: date, language: Language, description: str) -> alt.LayerChart | alt.FacetChart:
    """The bars of every task with its light at the right, and a dashed line at the end of the as-of day."""
    rows = bars(tasks, language)
    months = _months(min([as_of, *tasks["planned_start"]]), max([as_of, *tasks["planned_end"]]))
    base = alt.Chart(rows)
    y = alt.Y("task_code:N", sort=None, title=None, axis=None)
    x = alt.X("start:Q", title=None, axis=_axis(months), scale=_scale(months))
    fills = {**FILLS, DONE: FINISHED}
    colour = alt.Color("fill:N", legend=None, scale=alt.Scale(domain=list(fills), range=list(fills.values())))
    tip = _tip(language)
    plan = base.mark_bar(size=ROW - 14, cornerRadius=2, opacity=0.25).encode(
        y=y, x=x, x2="end", color=colour, tooltip=tip
    )
    done = base.mark_bar(size=ROW - 14, cornerRadius=2).encode(y=y, x=x, x2="reached", color=colour, tooltip=tip)
    names = base.mark_text(
        align="right",
        dx=-8,
        dy=alt.expr(f"{HAS_ROOM} || indexof(datum.name, '\\n') < 0 ? 0 : -6"),
        text=alt.expr(f"{HAS_ROOM} ? datum.title : datum.name"),
        lineBreak="\n",
        lineHeight=13,
        limit=LONGEST_NAME,
    ).encode(y=y, x=alt.value(0), tooltip=tip)
    labels = base.mark_text(align="left", dx=8, fontSize=12).encode(
        y=y, x=alt.value("width"), text="label:N", tooltip=tip
    )
    today = alt.Chart(pl.DataFrame({"as_of": [milliseconds(as_of + timedelta(days=1))]}))
    line = today.mark_rule(color=theme.INK, strokeDash=[4, 3], strokeWidth=1.5).encode(
        x=alt.X("as_of:Q", title=None, axis=_axis(months), scale=_scale(months))
    )
    chart = alt.layer(plan, done, line, names, labels).properties(height=rows.height * ROW + AROUND, width="container")
    return theme.themed(chart, language, description)


def _months(first: date, last: date) -> list[date]:
    """The first days of all months from that of ``first``, and the day after the month of ``last``."""
    months = [first.replace(day=1)]
    while months[-1] <= last:
        months.append(month_end(months[-1]) + timedelta(days=1))
    return months


def _scale(months: list[date]) -> alt.Scale:
    return alt.Scale(domain=[milliseconds(months[0]), milliseconds(months[-1])], nice=False)


def _axis(months: list[date]) -> alt.Axis:
    return alt.Axis(
        orient="top",
        values=[milliseconds(month) for month in months[:-1]],
        labelExpr="utcFormat(datum.value, '%b')",
        labelAlign="left",
        labelOverlap="greedy",
        labelSeparation=6,
        ticks=False,
        domain=False,
        gridColor=theme.RULE,
    )


def _tip(language: Language) -> list[alt.Tooltip]:
    fields = {
        "title": wording.TASK,
        "label": wording.LIGHT,
        "progress": wording.PROGRESS,
        "period": wording.PLANNED,
        "owner": wording.OWNER,
        "leader": wording.LEADER,
        "problem": wording.PROBLEM,
    }
    return [alt.Tooltip(f"{name}:N", title=label.in_language(language)) for name, label in fields.items()]
