"""Townships against their target: one bar each, sorted, labelled."""

import altair as alt
import polars as pl

from dashboard import format as formats
from dashboard import theme, words
from dashboard.lights import FILLS, LIGHTS
from warehouse.language import Language

BAR = 26
AROUND = 44
"""Height in pixels: of one bar, and of what stands around all of them."""


def bars(townships: pl.DataFrame, language: Language) -> pl.DataFrame:
    """Rows for the chart, highest first and those without a figure last, with ``label`` and ``remark``.

    ``townships``: region_name, value, last_year, target (fractions), light, is_complete, is_suppressed, reason.
    ``label`` is the light's shape with the figure, ``remark`` the reason why there is none.
    """
    ordered = townships.sort("value", descending=True, nulls_last=True, maintain_order=True)
    labels, remarks = [], []
    for row in ordered.iter_rows(named=True):
        if row["value"] is None:
            labels.append("")
            remarks.append(words.REASONS.get(row["reason"] or "", words.NO_FIGURE).in_language(language))
            continue
        mark = "" if row["is_complete"] else " *"
        labels.append(f"{LIGHTS[row['light']].shape} {formats.percent(row['value'], row['target'])}{mark}")
        remarks.append("")
    return ordered.with_columns(
        pl.Series("label", labels, dtype=pl.String), pl.Series("remark", remarks, dtype=pl.String)
    )


def bullet(townships: pl.DataFrame, language: Language, description: str) -> alt.LayerChart | alt.FacetChart:
    """Bars of a rate by township with the target as a line and last year's figure as a diamond."""
    rows = bars(townships, language)
    floats = rows.with_columns(pl.col("value", "last_year", "target").cast(pl.Float64))
    highest = max([1.0, *floats["value"].drop_nulls(), *floats["target"].drop_nulls()])
    base = alt.Chart(floats.with_columns(full=pl.lit(highest)))
    y = alt.Y("region_name:N", sort=None, title=None, axis=alt.Axis(ticks=False, domain=False, labelLimit=140))
    x = alt.X(
        "value:Q",
        title=None,
        scale=alt.Scale(domain=[0, highest], nice=False),
        axis=alt.Axis(format=".0%", tickCount=4, grid=False),
    )
    track = base.mark_bar(size=BAR - 6, color=theme.TRACK).encode(y=y, x=alt.X("full:Q"))
    lights = alt.Color("light:N", legend=None, scale=alt.Scale(domain=list(FILLS), range=list(FILLS.values())))
    value = base.mark_bar(size=BAR - 14).encode(y=y, x=x, color=lights)
    target = base.mark_tick(thickness=3, size=BAR - 6, color=theme.INK).encode(y=y, x="target:Q")
    last_year = base.mark_point(
        shape="diamond", size=70, filled=True, fill="white", stroke=theme.INK, strokeWidth=1.2, opacity=1
    ).encode(y=y, x="last_year:Q")
    label = base.mark_text(align="left", dx=10, fontWeight="bold").encode(y=y, x="full:Q", text="label:N")
    remark = base.mark_text(align="left", dx=6, color=theme.QUIET).encode(y=y, x=alt.value(0), text="remark:N")
    chart = alt.layer(track, value, target, last_year, label, remark)
    return theme.themed(chart.properties(height=rows.height * BAR + AROUND, width="container"), language, description)
