"""What stands over each of the small multiples."""

import polars as pl

from dashboard import figure
from dashboard import format as formats
from dashboard.lights import LIGHTS, grey_word
from warehouse.language import Language


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
