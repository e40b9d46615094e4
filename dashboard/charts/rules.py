"""Which rules the problems broke."""

import altair as alt
import polars as pl

from dashboard import format as formats
from dashboard import theme, words
from warehouse.language import Language

BAR = 24
SHAPES = {"error": "▼", "warning": "△"}
COLOURS = {"error": theme.RED, "warning": theme.AMBER}


def counts(problems: pl.DataFrame, language: Language) -> pl.DataFrame:
    """One row a rule and severity: rule, severity, count, label; most frequent first."""
    found = (
        problems.group_by("rule", "severity")
        .len("count")
        .sort(["count", "rule", "severity"], descending=[True, False, False])
    )
    names = [words.RULE_NAMES[rule].in_language(language) if rule in words.RULE_NAMES else rule for rule in found["rule"]]
    labels = [f"{SHAPES[row['severity']]} {formats.plain(row['count'])}" for row in found.iter_rows(named=True)]
    return found.with_columns(pl.Series("rule", names, dtype=pl.String), pl.Series("label", labels, dtype=pl.String))


def rules(problems: pl.DataFrame, language: Language, description: str) -> alt.LayerChart | alt.Chart:
    """Bars of problems by rule, each labelled with its severity's shape and its number."""
    rows = counts(problems, language)
    base = alt.Chart(rows)
    y = alt.Y("rule:N", sort=None, title=None, axis=alt.Axis(ticks=False, domain=False, labelLimit=180))
    x = alt.X(
        "count:Q",
        title=None,
        stack=None,
        axis=None,
        scale=alt.Scale(domain=[0, 1.25 * max([1, *rows["count"]])], nice=False),
    )
    severity = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    side = alt.YOffset("severity:N", scale=alt.Scale(domain=list(COLOURS)))
    bars = base.mark_bar(size=BAR - 12).encode(
        y=y, x=x, yOffset=side, color=alt.Color("severity:N", legend=None, scale=severity)
    )
    labels = base.mark_text(align="left", dx=6).encode(y=y, x=x, yOffset=side, text="label:N")
    return theme.themed(
        alt.layer(bars, labels).properties(height=alt.Step(BAR), width="container"), language, description
    )
