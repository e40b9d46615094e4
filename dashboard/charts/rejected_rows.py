"""Rejected rows by department and ledger."""

import altair as alt
import polars as pl

from dashboard import theme, words
from dashboard.quality import words as wording
from warehouse.language import Language

BAR = 26
AROUND = 18
"""Height in pixels: of one bar, and of what stands around all of them."""


def rejected_rows(rows: pl.DataFrame, language: Language, description: str) -> alt.LayerChart | alt.FacetChart:
    """Bars of ``rejected`` by ``name`` in the order given, each with its ``label`` beside it."""
    base = alt.Chart(rows)
    widest = 1.9 * max([1, *rows["rejected"]])
    y = alt.Y(
        "name:N",
        sort=None,
        title=None,
        axis=alt.Axis(ticks=False, domain=False, labelLimit=alt.expr("width > 480 ? 280 : 190")),
    )
    x = alt.X("rejected:Q", title=None, axis=None, scale=alt.Scale(domain=[0, widest], nice=False))
    tips = [
        alt.Tooltip("name:N", title=words.LEDGER.in_language(language)),
        alt.Tooltip("label:N", title=wording.REJECTED.in_language(language)),
    ]
    bars = base.mark_bar(size=BAR - 10, color=theme.AMBER).encode(y=y, x=x, tooltip=tips)
    labels = base.mark_text(align="left", dx=6).encode(y=y, x=x, text="label:N")
    chart = alt.layer(bars, labels).properties(height=rows.height * BAR + AROUND, width="container")
    return theme.themed(chart, language, description)
