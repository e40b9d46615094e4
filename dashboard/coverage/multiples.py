"""What the small multiples are made of: the bands of the townships on one scale, and what stands over each."""

import math

import polars as pl

from dashboard import figure
from dashboard import format as formats
from dashboard.lights import FILLS, LIGHTS, grey_word
from warehouse.language import Language

TOP, BOTTOM = 0.32, 0.1
"""Shares of a band: above its highest value, where its name stands, and below its lowest."""
NONE = "—"
Bounds = tuple[float, float]


def heads(townships: pl.DataFrame, better: str, language: Language) -> pl.DataFrame:
    """The townships, highest first and those without a figure last, with ``headline`` and its ``colour``.

    ``townships``: one day's rows of ``queries.courses``. The headline is the light's shape and word with the figure,
    or the reason why there is none.
    """
    ordered = townships.sort("value", descending=True, nulls_last=True, maintain_order=True)
    rows = ordered.to_dicts()
    return ordered.with_columns(
        pl.Series("headline", [_headline(row, better, language) for row in rows], dtype=pl.String),
        pl.Series("colour", [LIGHTS[row["light"] or "grey"].colour for row in rows], dtype=pl.String),
    )


def _headline(row: figure.Row, better: str, language: Language) -> str:
    if row["value"] is None:
        return figure.reason(row["reason"], language)
    name = row["light"] or "grey"
    look = LIGHTS[name]
    word = look.word if name != "grey" else grey_word(better, row["target"], row["light_reason"], is_suppressed=False)
    return f"{look.shape} {word.in_language(language)} {formats.percent(row['value'], row['target'])}"


def bounds(courses: pl.DataFrame) -> Bounds:
    """The scale of all bands, in whole tenths around every value and target; ``courses`` has value and target."""
    known = [*courses["value"].drop_nulls(), *courses["target"].drop_nulls()]
    low, high = math.floor(round(min(known) * 10, 6)), math.ceil(round(max(known) * 10, 6))
    return (low / 10, high / 10) if high > low else (max(low - 1, 0) / 10, max(high, 1) / 10)


def height(band: int, value: float, scale: Bounds) -> float:
    """Where a value lies in its band, the first of which goes from 0 to 1 downwards."""
    low, high = scale
    return band + 1 - BOTTOM - (value - low) / (high - low) * (1 - TOP - BOTTOM)


def placed(courses: pl.DataFrame, scale: Bounds, language: Language) -> pl.DataFrame:
    """One row a township and month with its place and texts.

    ``courses``: region_code, region_name, as_of_date, value, target, light, is_complete; township by township in the
    order of the bands, each with the same months, oldest first. The result has ``band``, ``month`` (a stable code),
    ``y`` and ``target_y``, the colour ``fill`` of the light, and the texts that are told on hovering.
    """
    bands = {code: band for band, code in enumerate(courses["region_code"].unique(maintain_order=True))}
    rows = [_placed(row, bands[row["region_code"]], scale, language) for row in courses.iter_rows(named=True)]
    return pl.DataFrame(rows, schema_overrides={"y": pl.Float64, "target_y": pl.Float64}, infer_schema_length=None)


def _placed(row: figure.Row, band: int, scale: Bounds, language: Language) -> dict[str, object]:
    value, target = row["value"], row["target"]
    return {
        "region_name": row["region_name"],
        "band": band,
        "month": formats.as_of_code(row["as_of_date"]),
        "year": row["as_of_date"].year,
        "y": None if value is None else height(band, value, scale),
        "target_y": None if target is None else height(band, target, scale),
        "fill": FILLS[row["light"] or "grey"],
        "is_complete": row["is_complete"],
        "month_text": formats.as_of_text(row["as_of_date"], language),
        "value_text": "" if value is None else formats.percent(value, target),
        "target_text": NONE if target is None else formats.goal(target),
    }
