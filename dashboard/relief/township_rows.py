"""The townships' figures as rows of bars."""

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl

from dashboard import words
from dashboard.page import View
from dashboard.relief import words as wording
from dashboard.relief.money import yuan
from warehouse.language import Label

WordsOf = Callable[[dict[str, Any]], tuple[str, str]]

BARS: dict[str, Any] = {
    "region_name": pl.String,
    "name": pl.String,
    "value": pl.Float64,
    "last_year": pl.Float64,
    "label": pl.String,
    "detail": pl.String,
    "remark": pl.String,
    "last_year_text": pl.String,
    "is_complete": pl.Boolean,
    "is_chosen": pl.Boolean,
    "is_suppressed": pl.Boolean,
}


def township_rows(
    view: View, townships: pl.DataFrame, words_of: WordsOf, remarks: Mapping[str, Label] | None = None
) -> pl.DataFrame:
    """Highest first and those without a figure last: :data:`BARS`.

    ``townships`` as of ``queries.townships``, of one indicator; ``words_of`` gives label and detail of a row that has
    a value, ``remarks`` what reasons are called where their usual names say too little. Rows without a township are a
    bar of their own unless they are nothing. A chosen township stands out.
    """
    shown = [row for row in townships.iter_rows(named=True) if row["region_name"] or _is_something(row)]
    shown.sort(key=lambda row: -1.0 if row["value"] is None else row["value"], reverse=True)
    reasons = {**words.REASONS, **(remarks or {})}
    return pl.DataFrame([_bar(view, row, words_of, reasons) for row in shown], schema=BARS)


def _is_something(row: dict[str, Any]) -> bool:
    return bool(row["value"] or row["is_suppressed"])


def _bar(view: View, row: dict[str, Any], words_of: WordsOf, reasons: Mapping[str, Label]) -> dict[str, Any]:
    has_value = row["value"] is not None
    label, detail = words_of(row) if has_value else ("", "")
    name = row["region_name"] or view.say(wording.WITHOUT_TOWNSHIP)
    is_chosen = row["region_code"] == view.region_code
    return {
        "region_name": name,
        "name": view.say(wording.CHOSEN, name=name) if is_chosen else name,
        "value": row["value"],
        "last_year": row["last_year"],
        "label": label if row["is_complete"] else f"{label} △",
        "detail": detail,
        "remark": "" if has_value else view.say(reasons.get(row["reason"] or "", words.NO_FIGURE)),
        "last_year_text": "—" if row["last_year"] is None else yuan(row["last_year"], view.language),
        "is_complete": row["is_complete"],
        "is_chosen": view.is_county or is_chosen,
        "is_suppressed": row["is_suppressed"],
    }


def hollow(view: View, bars: pl.DataFrame) -> str:
    """What hollow bars mean, where there are any."""
    return "" if bars["is_complete"].all() else view.say(wording.HOLLOW)
