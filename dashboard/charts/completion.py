"""Completion by department: one bar each against the whole county."""

import altair as alt
import polars as pl

from dashboard import format as formats
from dashboard import theme
from dashboard.lights import LIGHTS
from dashboard.tasks import words as wording
from warehouse.language import Language

BAR = 28
AROUND = 34
"""Height in pixels: of one bar, and of what stands around all of them."""
FILL = "#A9B8C8"
"""No light's colour: a department has no target of its own, so its bar judges nothing."""
BELOW = "#3D5A80"
"""Of the bars that stay below the county: what the chart is looked at for."""


def bars(departments: pl.DataFrame, language: Language) -> pl.DataFrame:
    """``departments`` (department, share, completed_weight, weight, red, amber, green, grey) with ``label``, ``lights``
    and ``parts``, the texts of the chart."""
    rows = departments.to_dicts()
    lights = [
        "　".join(
            f"{LIGHTS[light].shape} {word.in_language(language)} {row[light]}"
            for light, word in wording.LIGHTS.items()
            if row[light]
        )
        for row in rows
    ]
    parts = [f"{formats.plain(row['completed_weight'])} ÷ {formats.plain(row['weight'])}" for row in rows]
    return departments.select("department", "share").with_columns(
        pl.Series("label", [formats.percent(row["share"]) for row in rows], pl.String),
        pl.Series("lights", lights, pl.String),
        pl.Series("parts", parts, pl.String),
        pl.lit(1.0).alias("full"),
    )


def completion(
    departments: pl.DataFrame, county: float, language: Language, description: str
) -> alt.LayerChart | alt.FacetChart:
    """Bars of the weighted completion, each labelled, and the county's as a line."""
    rows = bars(departments, language)
    base = alt.Chart(rows)
    y = alt.Y(
        "department:N", sort=None, title=None, axis=alt.Axis(ticks=False, domain=False, labelLimit=140, labelPadding=8)
    )
    scale = alt.Scale(domain=[0, 1], nice=False)
    x = alt.X("share:Q", title=None, scale=scale, axis=alt.Axis(format=".0%", tickCount=4, grid=False))
    tip = [
        alt.Tooltip("department:N", title=wording.DEPARTMENT.in_language(language)),
        alt.Tooltip("label:N", title=wording.COMPLETION.in_language(language)),
        alt.Tooltip("parts:N", title=_parts_title(language)),
        alt.Tooltip("lights:N", title=wording.LIGHT.in_language(language)),
    ]
    track = base.mark_bar(size=BAR - 8, color=theme.TRACK).encode(y=y, x=alt.X("full:Q"), tooltip=tip)
    shade = alt.condition(alt.datum.share < county, alt.value(BELOW), alt.value(FILL))
    value = base.mark_bar(size=BAR - 14).encode(y=y, x=x, color=shade, tooltip=tip)
    line = alt.Chart(pl.DataFrame({"county": [county]})).mark_rule(color=theme.INK, strokeWidth=2).encode(x="county:Q")
    label = base.mark_text(align="left", dx=8, fontWeight="bold").encode(y=y, x="full:Q", text="label:N")
    chart = alt.layer(track, value, line, label).properties(height=rows.height * BAR + AROUND, width="container")
    return theme.themed(chart, language, description)


def _parts_title(language: Language) -> str:
    return f"{wording.COMPLETED_WEIGHT.in_language(language)} ÷ {wording.TOTAL_WEIGHT.in_language(language)}"
