"""Townships against their target: one bar each, sorted, labelled."""

import json
from typing import Any

import altair as alt
import polars as pl

from dashboard import format as formats
from dashboard import theme, words
from dashboard.lights import FILLS, LIGHTS
from warehouse.language import Language

BAR = 26
BAR_WITH_PARTS = 36
AROUND = 44
"""Height in pixels: of one bar, of one whose label has a second line, and of what stands around all of them."""
NONE = "—"


def bars(townships: pl.DataFrame, language: Language) -> pl.DataFrame:
    """Rows for the chart, highest first and those without a figure last, with their texts.

    ``townships``: region_name, value, last_year, target (fractions), light, is_complete, is_suppressed, reason, and
    where the parts are to be shown numerator and denominator. ``label`` is the light's shape with the figure,
    ``parts`` its quotient, ``remark`` the reason why there is none; ``value_text``, ``target_text`` and
    ``last_year_text`` are told on hovering.
    """
    ordered = townships.sort("value", descending=True, nulls_last=True, maintain_order=True)
    rows = ordered.to_dicts()
    texts = {
        "label": [_label(row) for row in rows],
        "parts": [_parts(row) for row in rows],
        "remark": [_remark(row, language) for row in rows],
        "value_text": [_label(row) or _remark(row, language) for row in rows],
        "target_text": [NONE if row["target"] is None else formats.goal(row["target"]) for row in rows],
        "last_year_text": [NONE if row["last_year"] is None else formats.percent(row["last_year"]) for row in rows],
    }
    return ordered.with_columns(pl.Series(name, column, dtype=pl.String) for name, column in texts.items())


def _label(row: dict[str, Any]) -> str:
    if row["value"] is None:
        return ""
    mark = "" if row["is_complete"] else " *"
    return f"{LIGHTS[row['light']].shape} {formats.percent(row['value'], row['target'])}{mark}"


def _parts(row: dict[str, Any]) -> str:
    if row["value"] is None or row.get("numerator") is None or row.get("denominator") is None:
        return ""
    return f"{formats.plain(row['numerator'])} ÷ {formats.plain(row['denominator'])}"


def _remark(row: dict[str, Any], language: Language) -> str:
    if row["value"] is not None:
        return ""
    return words.REASONS.get(row["reason"] or "", words.NO_FIGURE).in_language(language)


def _tips(rows: pl.DataFrame, language: Language) -> list[alt.Tooltip]:
    titles = {
        "region_name": words.REGION,
        "value_text": words.VALUE,
        "parts": words.PARTS,
        "target_text": words.TARGET_MARK,
        "last_year_text": words.YEAR_BEFORE,
    }
    has_parts = _has_parts(rows)
    shown = {name: title for name, title in titles.items() if name != "parts" or has_parts}
    return [alt.Tooltip(f"{name}:N", title=title.in_language(language)) for name, title in shown.items()]


def _names(chosen: str) -> alt.Axis:
    is_chosen = f"datum.label === {json.dumps(chosen)}"
    return alt.Axis(
        ticks=False,
        domain=False,
        labelLimit=140,
        labelExpr=f"({is_chosen} ? '▶ ' : '') + datum.label",
        labelFontWeight=alt.condition(is_chosen, alt.value("bold"), alt.value("normal")),
        labelColor=alt.condition(is_chosen, alt.value(theme.INK), alt.value(theme.QUIET)),
    )


def _has_parts(rows: pl.DataFrame) -> bool:
    return bool((rows["parts"] != "").any())


def bullet(
    townships: pl.DataFrame, language: Language, description: str, chosen: str = ""
) -> alt.LayerChart | alt.FacetChart:
    """Bars of a rate by township with the target as a line and last year's figure as a diamond.

    ``chosen`` is the name of the place that is looked at, which is pointed out where it is one of the townships.
    """
    rows = bars(townships, language)
    size, tips = BAR_WITH_PARTS if _has_parts(rows) else BAR, _tips(rows, language)
    floats = rows.with_columns(pl.col("value", "last_year", "target").cast(pl.Float64))
    highest = max([1.0, *floats["value"].drop_nulls(), *floats["target"].drop_nulls()])
    base = alt.Chart(floats.with_columns(full=pl.lit(highest)))
    y = alt.Y("region_name:N", sort=None, title=None, axis=_names(chosen))
    x = alt.X(
        "value:Q",
        title=None,
        scale=alt.Scale(domain=[0, highest], nice=False),
        axis=alt.Axis(format=".0%", tickCount=4, grid=False),
    )
    track = base.mark_bar(size=BAR - 6, color=theme.TRACK).encode(y=y, x=alt.X("full:Q"), tooltip=tips)
    lights = alt.Color("light:N", legend=None, scale=alt.Scale(domain=list(FILLS), range=list(FILLS.values())))
    value = base.mark_bar(size=BAR - 14).encode(y=y, x=x, color=lights, tooltip=tips)
    target = base.mark_tick(thickness=3, size=BAR - 6, color=theme.INK).encode(y=y, x="target:Q")
    last_year = base.mark_point(
        shape="diamond", size=70, filled=True, fill="white", stroke=theme.INK, strokeWidth=1.2, opacity=1
    ).encode(y=y, x="last_year:Q")
    beside: dict[str, Any] = {"align": "left", "dx": 10}
    label = base.mark_text(**beside, fontWeight="bold", dy=-7 if size > BAR else 0).encode(
        y=y, x="full:Q", text="label:N"
    )
    parts = base.mark_text(**beside, fontSize=11, dy=8, color=theme.QUIET).encode(y=y, x="full:Q", text="parts:N")
    remark = base.mark_text(align="left", dx=6, color=theme.QUIET).encode(y=y, x=alt.value(0), text="remark:N")
    chart = alt.layer(track, value, target, last_year, label, parts, remark)
    return theme.themed(chart.properties(height=rows.height * size + AROUND, width="container"), language, description)
