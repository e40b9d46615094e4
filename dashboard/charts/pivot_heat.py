"""Rows against columns as fields, the more the stronger."""

from textwrap import wrap

import altair as alt
import polars as pl

from dashboard import theme
from dashboard.pivot import words as wording
from warehouse.language import Language

LINE, AROUND = 30, 80
"""Height in pixels: of one line, and of the names of the columns above."""
SHADES = ("#F2F6FB", "#1F5FA8")
LABEL_LINE = 13
"""Pixels of a line of a name."""
CHINESE_LENGTH, LATIN_LENGTH = (7, 6), (14, 12)
"""Characters of a line of a name, where there are few columns and where there are many."""
DARK = 0.55
"""From this share of the strongest on, words are white."""


def pivot_heat(
    fields: pl.DataFrame, rows: list[str], columns: list[str], language: Language, description: str
) -> alt.LayerChart | alt.FacetChart:
    """Fields with their figures in words, shaded by ``strength`` (0 to 1, null where there is no figure).

    ``fields``: row, column, strength, text; ``rows`` and ``columns`` are their orders.
    """
    many = len(columns) > 8
    names = {column: column if many else _wrapped(column, len(columns) > 3) for column in columns}
    more_lines = max(name.count("\n") for name in names.values())
    shown = fields.with_columns(column_name=pl.col("column").replace_strict(names, return_dtype=pl.String))
    base = alt.Chart(shown).encode(
        x=alt.X(
            "column_name:N",
            sort=list(names.values()),
            title=None,
            axis=alt.Axis(
                orient="top",
                labelAngle=-40 if many else 0,
                ticks=False,
                domain=False,
                labelPadding=6 + LABEL_LINE * more_lines,
                labelLimit=110,
                labelFontSize=11 if len(columns) < 4 else 10,
                labelOverlap=False,
                labelExpr="split(datum.label, '\\n')",
            ),
            scale=alt.Scale(domain=list(names.values()), paddingInner=0.04),
        ),
        y=alt.Y(
            "row:N",
            sort=rows,
            title=None,
            axis=alt.Axis(ticks=False, domain=False, labelLimit=150),
            scale=alt.Scale(domain=rows, paddingInner=0.08),
        ),
        tooltip=[
            alt.Tooltip("row:N", title=wording.ROWS.in_language(language)),
            alt.Tooltip("column:N", title=wording.COLUMNS.in_language(language)),
            alt.Tooltip("text:N", title=wording.VALUE.in_language(language)),
        ],
    )
    shade = alt.Color("strength:Q", legend=None, scale=alt.Scale(domain=[0, 1], range=list(SHADES), interpolate="rgb"))
    boxes = base.transform_filter("isValid(datum.strength)").mark_rect(cornerRadius=2).encode(color=shade)
    dark = alt.condition(f"datum.strength > {DARK}", alt.value("white"), alt.value(theme.INK))
    texts = base.mark_text(fontSize=9 if many else 11).encode(text="text:N", color=dark)
    chart = alt.layer(boxes, texts).properties(height=len(rows) * LINE + AROUND, width="container")
    return theme.themed(chart, language, description)


def _wrapped(name: str, are_many: bool) -> str:
    """On lines that fit above a column also on a telephone."""
    if name.isascii():
        return "\n".join(wrap(name, LATIN_LENGTH[are_many], break_long_words=False))
    return "\n".join(wrap(name, CHINESE_LENGTH[are_many]))
