"""Which rules the problems broke."""

import altair as alt
import polars as pl

from dashboard import format as formats
from dashboard import theme
from warehouse.language import Language
from warehouse.rule_names import rule_name

BAR = 24
AROUND = 18
"""Height in pixels: of one bar, and of what stands around all of them."""
SHAPES = {"error": "▼", "warning": "△"}
COLOURS = {"error": theme.RED, "warning": theme.AMBER}


def counts(problems: pl.DataFrame, language: Language) -> pl.DataFrame:
    """One row a rule and severity: rule, severity, count, name (with its shape), label; most frequent first."""
    found = (
        problems.group_by("rule", "severity")
        .len("count")
        .sort(["count", "rule", "severity"], descending=[True, False, False])
    )
    rows = found.to_dicts()
    return found.with_columns(
        pl.Series("name", [f"{SHAPES[row['severity']]} {rule_name(row['rule'], language)}" for row in rows], pl.String),
        pl.Series("label", [formats.plain(row["count"]) for row in rows], pl.String),
    )


def rules(problems: pl.DataFrame, language: Language, description: str) -> alt.LayerChart | alt.FacetChart:
    """Bars of problems by rule and severity, each labelled with its number."""
    rows = counts(problems, language)
    base = alt.Chart(rows)
    widest = 1.15 * max([1, *rows["count"]])
    y = alt.Y("name:N", sort=None, title=None, axis=alt.Axis(ticks=False, domain=False, labelLimit=200))
    x = alt.X("count:Q", title=None, axis=None, scale=alt.Scale(domain=[0, widest], nice=False))
    colours = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    bars = base.mark_bar(size=BAR - 10).encode(y=y, x=x, color=alt.Color("severity:N", legend=None, scale=colours))
    labels = base.mark_text(align="left", dx=6).encode(y=y, x=x, text="label:N")
    chart = alt.layer(bars, labels).properties(height=rows.height * BAR + AROUND, width="container")
    return theme.themed(chart, language, description)
