"""Where the rows of each ledger went."""

import altair as alt
import polars as pl

from dashboard import format as formats
from dashboard import theme, words
from dashboard.quality import words as wording
from warehouse.language import Language

OUTCOMES = {
    "loaded": (wording.LOADED, theme.BLUE),
    "superseded": (wording.SUPERSEDED, "#AEB6C2"),
    "rejected": (wording.REJECTED, theme.RED),
}
"""In the order in which they are stacked."""

BAR = 22
AROUND = 70
"""Height in pixels: of one bar, and of what stands around all of them."""


def shares(sheets: pl.DataFrame, language: Language) -> pl.DataFrame:
    """One row a ledger and outcome: ledger, outcome, share (0–1), label; most rejected rows first.

    ``sheets`` is ``quality.sheets`` with ``ledger_label``. Skipped rows are no data and left out.
    """
    totals = (
        sheets.group_by("ledger_label")
        .agg(pl.col("loaded", "superseded", "rejected").sum())
        .with_columns(total=pl.sum_horizontal("loaded", "superseded", "rejected"))
        .filter(pl.col("total") > 0)
        .sort(["rejected", "total", "ledger_label"], descending=[True, True, False])
    )
    rows = [
        {
            "ledger": row["ledger_label"],
            "outcome": label.in_language(language),
            "order": position,
            "share": row[name] / row["total"],
            "label": f"{formats.plain(row['rejected'])} / {formats.plain(row['total'])}",
        }
        for row in totals.iter_rows(named=True)
        for position, (name, (label, _)) in enumerate(OUTCOMES.items())
    ]
    schema = {"ledger": pl.String, "outcome": pl.String, "order": pl.Int64, "share": pl.Float64, "label": pl.String}
    return pl.DataFrame(rows, schema=schema)


def outcomes(sheets: pl.DataFrame, language: Language, description: str) -> alt.LayerChart | alt.FacetChart:
    """Stacked bars by ledger, each row of which is the whole ledger."""
    rows = shares(sheets, language)
    names = [label.in_language(language) for label, _ in OUTCOMES.values()]
    colours = alt.Scale(domain=names, range=[colour for _, colour in OUTCOMES.values()])
    y = alt.Y(
        "ledger:N",
        sort=None,
        title=None,
        axis=alt.Axis(ticks=False, domain=False, labelLimit=alt.expr("width > 480 ? 260 : 170")),
    )
    axis = alt.Axis(format=".0%", tickCount=4, grid=False)
    bars = (
        alt.Chart(rows)
        .mark_bar(size=BAR - 8)
        .encode(
            y=y,
            x=alt.X("share:Q", title=None, axis=axis, scale=alt.Scale(domain=[0, 1])),
            color=alt.Color("outcome:N", scale=colours, legend=alt.Legend(orient="top", title=None)),
            order="order:Q",
            tooltip=[
                alt.Tooltip("ledger:N", title=words.LEDGER.in_language(language)),
                alt.Tooltip("outcome:N", title=wording.OUTCOME.in_language(language)),
                alt.Tooltip("share:Q", title=wording.SHARE.in_language(language), format=".2%"),
            ],
        )
    )
    labels = (
        alt.Chart(rows.filter(pl.col("order") == 0))
        .mark_text(align="left", dx=6)
        .encode(y=y, x=alt.datum(1), text="label:N")
    )
    chart = alt.layer(bars, labels).properties(height=rows["ledger"].n_unique() * BAR + AROUND, width="container")
    return theme.themed(chart, language, description)
