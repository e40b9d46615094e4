"""Named amounts as bars, each with its words beside it and last year's mark."""

from textwrap import wrap

import altair as alt
import polars as pl

from dashboard import theme
from dashboard.relief import words as wording
from warehouse.language import Language

ROW, ROW_WITH_DETAIL = 30, 42
AROUND = 14
"""Height in pixels: of one bar, of one with two lines of words, and of what stands around all of them."""
BAR_SHARE = 0.5
"""Of the width, so that the words after the longest bar still fit on a telephone."""
PALE = "#9DC0E8"
NAME_LENGTH = 16


def named_amounts(
    rows: pl.DataFrame, reference: float | None, reference_text: str, language: Language, description: str
) -> alt.LayerChart | alt.FacetChart:
    """One bar a row, in the order of the rows; a row without a value says why.

    ``rows``: name, value, last_year, label (the value in words), detail (a second line, may be empty), remark (why
    there is no value), last_year_text, is_complete (else hollow), is_chosen (else pale; true of all where none is
    chosen). ``reference`` is a line through all bars with its text above.
    """
    has_detail = bool((rows["detail"] != "").any())
    known = [*rows["value"].drop_nulls(), *rows["last_year"].drop_nulls(), reference or 0.0]
    highest = max(known, default=0.0) or 1.0
    base = alt.Chart(rows.with_columns(axis_name=pl.Series([_wrapped(name) for name in rows["name"]], dtype=pl.String)))
    names = alt.Axis(ticks=False, domain=False, labelLimit=150, labelPadding=6, labelExpr="split(datum.label, '\\n')")
    y = alt.Y("axis_name:N", sort=None, title=None, axis=names)
    scale = alt.Scale(domain=[0, highest / BAR_SHARE], nice=False)
    x = alt.X("value:Q", title=None, axis=None, scale=scale)
    tips = _tips(language)
    bar = base.mark_bar(size=16 if has_detail else 14, strokeWidth=1.5, stroke=theme.BLUE).encode(
        y=y,
        x=x,
        fill=alt.condition("datum.is_chosen", alt.value(theme.BLUE), alt.value(PALE)),
        fillOpacity=alt.condition("datum.is_complete", alt.value(1), alt.value(0.15)),
        strokeOpacity=alt.condition("datum.is_complete", alt.value(0), alt.value(1)),
        tooltip=tips,
    )
    before = base.mark_point(
        shape="diamond", size=70, filled=True, fill="white", stroke=theme.INK, strokeWidth=1.2, opacity=1
    ).encode(y=y, x=alt.X("last_year:Q", scale=scale), tooltip=tips)
    label, detail = _words(base, y, scale, reference or 0.0, has_detail=has_detail)
    remark = base.mark_text(align="left", dx=4, color=theme.QUIET).encode(y=y, x=alt.value(0), text="remark:N")
    layers = [bar, *_reference(base, reference, reference_text, y, scale), before, label, detail, remark]
    height = rows.height * (ROW_WITH_DETAIL if has_detail else ROW) + AROUND
    return theme.themed(alt.layer(*layers).properties(height=height, width="container"), language, description)


def _wrapped(name: str) -> str:
    """Words of Latin script on several lines: Chinese names are short."""
    return "\n".join(wrap(name, NAME_LENGTH)) if name.isascii() else name


def _tips(language: Language) -> list[alt.Tooltip]:
    titles = {
        "name": wording.NAME,
        "label": wording.AMOUNT,
        "detail": wording.PARTS,
        "last_year_text": wording.A_YEAR_BEFORE,
    }
    return [alt.Tooltip(f"{name}:N", title=title.in_language(language)) for name, title in titles.items()]


def _words(
    base: alt.Chart, y: alt.Y, scale: alt.Scale, reference: float, *, has_detail: bool
) -> tuple[alt.Chart, alt.Chart]:
    """The value in words and, below it, its detail: beyond the bar and whatever else is marked on its row."""
    beyond = f"max(datum.value, isValid(datum.last_year) ? datum.last_year : 0, {reference})"
    shown = base.transform_filter("isValid(datum.value)").transform_calculate(end=beyond)
    x = alt.X("end:Q", scale=scale)
    label = shown.mark_text(align="left", dx=10, dy=-7 if has_detail else 0, fontWeight="bold")
    detail = shown.mark_text(align="left", dx=10, dy=8, color=theme.QUIET, fontSize=11)
    return label.encode(y=y, x=x, text="label:N"), detail.encode(y=y, x=x, text="detail:N")


def _reference(base: alt.Chart, value: float | None, text: str, y: alt.Y, scale: alt.Scale) -> list[alt.Chart]:
    if value is None:
        return []
    shown = base.transform_filter("isValid(datum.value)").transform_calculate(reference=str(value))
    x = alt.X("reference:Q", scale=scale)
    ticks = shown.mark_tick(thickness=2, size=26, color=theme.INK).encode(y=y, x=x)
    name = alt.Chart(pl.DataFrame({"reference": [value]})).mark_text(text=text, dy=-6, fontSize=12)
    return [ticks, name.encode(x=x, y=alt.value(0))]
