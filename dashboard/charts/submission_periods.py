"""The calendar of one department: a row a ledger, a field a period, its state as shape and colour."""

from datetime import date
from typing import Any

import altair as alt
import polars as pl

from dashboard import format as formats
from dashboard import theme, words
from dashboard.format import MONTH_NAMES
from dashboard.submission_calendar import words as wording
from dashboard.submission_calendar.states import LOOKS, shaped
from warehouse.language import Language
from warehouse.period import Period, period_of

MONTHS = 12
ROW = 24
AROUND = 30
"""Height in pixels: of one ledger, and of the axis above."""
NAMES = 156
"""Width in pixels of the names, also of short ones, so that months of several charts stand below each other."""


def window(last: date) -> list[Period]:
    """The twelve months that end with the one of ``last``, oldest first."""
    months = [period_of(last, "month")]
    while len(months) < MONTHS:
        months.insert(0, months[0].before())
    return months


def fields(submissions: pl.DataFrame, months: list[Period], language: Language) -> pl.DataFrame:
    """Where each period stands (``start`` and ``end`` in months from the first, ``middle``) and what it says:
    ``text`` is its shape, with the word where it is a year wide.

    Takes ``dashboard.submission_calendar.queries.submissions``; periods that ended before the first month are left out.
    """
    first = months[0].start
    shown = submissions.filter(pl.col("period_end_date") >= first)
    return pl.DataFrame([_field(row, first, language) for row in shown.iter_rows(named=True)])


def _field(row: dict[str, Any], first: date, language: Language) -> dict[str, object]:
    start, end = max(0, _months(first, row["period_start_date"])), _months(first, row["period_end_date"]) + 1
    look = LOOKS[row["state"]]
    state = shaped(row["state"]).in_language(language)
    counts = {name: formats.plain(row[name]) for name in ("loaded", "rejected", "superseded")}
    return {
        "ledger": row[f"label_{language}"],
        "start": start,
        "end": end,
        "middle": (start + end) / 2,
        "fill": look.fill,
        "ink": look.ink,
        "text": state if end - start == MONTHS else look.shape,
        "state": state,
        "period": period_of(row["period_end_date"], row["frequency"]).label.in_language(language),
        "rows": wording.FIELD_ROWS.in_language(language).format(**counts),
        "file": row["last_file"] or wording.NO_FILE.in_language(language),
    }


def _months(first: date, day: date) -> int:
    return (day.year - first.year) * MONTHS + day.month - first.month


def submission_periods(
    submissions: pl.DataFrame, months: list[Period], language: Language, description: str
) -> alt.LayerChart | alt.FacetChart:
    """The fields of one department's ledgers over the months; at least one period lies in them."""
    rows = fields(submissions, months, language)
    base = alt.Chart(rows)
    ledger = alt.Axis(ticks=False, domain=False, labelLimit=150, labelPadding=6, minExtent=NAMES)
    y = alt.Y("ledger:N", sort=None, title=None, axis=ledger, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    scale = alt.Scale(domain=[0, len(months)], nice=False)
    x = alt.X("start:Q", title=None, scale=scale, axis=_axis(months, language))
    tips = [
        alt.Tooltip(f"{name}:N", title=title.in_language(language))
        for name, title in (
            ("ledger", words.LEDGER),
            ("period", wording.PERIOD),
            ("state", words.STATE),
            ("rows", wording.ROWS),
            ("file", wording.FILES),
        )
    ]
    field = base.mark_rect(stroke="white", strokeWidth=2, cornerRadius=3).encode(
        x=x, x2="end:Q", y=y, color=alt.Color("fill:N", scale=None), tooltip=tips
    )
    text = base.mark_text(fontSize=12, fontWeight="bold").encode(
        x=alt.X("middle:Q", scale=scale), y=y, text="text:N", color=alt.Color("ink:N", scale=None), tooltip=tips
    )
    height = rows["ledger"].n_unique() * ROW + AROUND
    chart = alt.layer(field, text).properties(height=height, width="container")
    return theme.themed(chart, language, description)


def _axis(months: list[Period], language: Language) -> alt.Axis:
    names = [f"{one.start.month}月" if language == "zh" else MONTH_NAMES[one.start.month - 1][:3] for one in months]
    middles = [place + 0.5 for place in range(len(months))]
    options: dict[str, Any] = {"labelOverlap": "parity", "labelSeparation": 2}
    return alt.Axis(
        orient="top",
        values=middles,
        labelExpr=f"{names}[floor(datum.value)]",
        grid=False,
        ticks=False,
        domain=False,
        **options,
    )
