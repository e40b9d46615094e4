"""How many items each department answers for, by class."""

import altair as alt
import polars as pl

from dashboard import theme, words
from dashboard.attention import words as wording
from warehouse.language import Language

COLOURS = {"red": theme.RED, "overdue": "#D9776F", "incomplete": "#AEB6C2", "amber": "#E0A100"}
"""By class, in the order in which they are stacked."""
BAR = 26
AROUND = 60
"""Height in pixels: of one bar, and of what stands around all of them."""


def stacked(counted: pl.DataFrame, language: Language) -> pl.DataFrame:
    """One row a department and class, in the order given: department, class, order, items, total."""
    order = {code: position for position, code in enumerate(COLOURS)}
    names = {code: label.in_language(language) for code, label in wording.CLASSES.items()}
    return counted.select(
        "department",
        pl.col("weight_class").replace_strict(names, return_dtype=pl.String).alias("class"),
        pl.col("weight_class").replace_strict(order, return_dtype=pl.Int64).alias("order"),
        pl.col("items").cast(pl.Int64),
        pl.col("total").cast(pl.Int64),
    )


def attention_by_department(
    counted: pl.DataFrame, language: Language, description: str
) -> alt.LayerChart | alt.FacetChart:
    """Stacked bars with the department's total at the end; ``counted`` of ``departments.counted``."""
    rows = stacked(counted, language)
    names = [wording.CLASSES[code].in_language(language) for code in COLOURS]
    colours = alt.Scale(domain=names, range=list(COLOURS.values()))
    y = alt.Y("department:N", sort=None, title=None, axis=alt.Axis(ticks=False, domain=False, labelLimit=170))
    bars = (
        alt.Chart(rows)
        .mark_bar(size=BAR - 8)
        .encode(
            y=y,
            x=alt.X("items:Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=5, grid=False)),
            color=alt.Color("class:N", scale=colours, legend=alt.Legend(orient="top", title=None)),
            order="order:Q",
            tooltip=[
                alt.Tooltip("department:N", title=words.DEPARTMENT.in_language(language)),
                alt.Tooltip("class:N", title=words.STATE.in_language(language)),
                alt.Tooltip("items:Q", title=wording.COUNT.in_language(language)),
            ],
        )
    )
    totals = rows.unique("department", keep="first", maintain_order=True)
    labels = alt.Chart(totals).mark_text(align="left", dx=6).encode(y=y, x="total:Q", text="total:Q")
    chart = alt.layer(bars, labels).properties(height=totals.height * BAR + AROUND, width="container")
    return theme.themed(chart, language, description)
