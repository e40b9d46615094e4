"""How one task is said: its light, progress, time. From a row of ``queries.tasks``."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import polars as pl

from dashboard import format as formats
from dashboard.lights import LIGHTS
from dashboard.tasks import words as wording
from warehouse.days import month_end_before
from warehouse.language import Language

Row = Mapping[str, Any]


def without_progress(tasks: pl.DataFrame) -> pl.DataFrame:
    """The tasks as plans alone, for a year whose progress was never handed in: nothing done, nothing judged."""
    return tasks.with_columns(
        pl.lit(None, pl.Float64).alias("done"),
        pl.lit(None, pl.Float64).alias("done_share"),
        pl.lit("grey").alias("light"),
        pl.lit(value=False).alias("is_behind"),
    )


def is_done(row: Row) -> bool:
    """Whether all of it is done, and in time."""
    return row["done_share"] is not None and row["light"] == "green" and row["done_share"] >= 1


def light_word(row: Row, language: Language) -> str:
    """What the light means for this task; one that is done says so."""
    if row["done_share"] is None:
        label = wording.PLAN_ONLY
    elif is_done(row):
        label = wording.DONE
    else:
        label = wording.LIGHTS[row["light"]]
    return label.in_language(language)


def light_text(row: Row, language: Language) -> str:
    """The light's shape and word."""
    return f"{LIGHTS[row['light']].shape} {light_word(row, language)}"


def share_text(share: float) -> str:
    """A share of the target, which may be above the whole: ``186%``, ``99.96%``."""
    return formats.percent(share)


def progress_text(row: Row, language: Language) -> str:
    """Done, target and share: ``12／20个（60.0%）``; of what is counted in per cent the share alone."""
    if row["done_share"] is None:
        return wording.PLAN_ONLY.in_language(language)
    share = share_text(row["done_share"])
    if row["unit"] == "%" and row["target"] == 100:
        return share
    return wording.PROGRESS_OF.in_language(language).format(
        done=formats.plain(row["done"]), target=f"{formats.plain(row['target'])}{row['unit']}", share=share
    )


def elapsed_text(row: Row, as_of: date, language: Language) -> str:
    """The share of the planned time that has gone, or that the task is overdue."""
    if row["planned_end"] < as_of:
        return wording.OVERDUE.in_language(language)
    return formats.percent(row["elapsed_share"])


def owner_text(row: Row) -> str:
    return " · ".join(text for text in (row["department"], row["owner"]) if text)


def period_text(row: Row, language: Language) -> str:
    return wording.PERIOD.in_language(language).format(
        start=formats.day(row["planned_start"], language), end=formats.day(row["planned_end"], language)
    )


def latest_month(as_of: date) -> date:
    """The first day of the latest month that had ended by the day."""
    return month_end_before(as_of + timedelta(days=1)).replace(day=1)


def stale(tasks: pl.DataFrame, as_of: date) -> int:
    """How many tasks of the year that have begun and are not done lack progress for the latest month that had ended.

    None in January, whose progress is not known before it ends.
    """
    month = latest_month(as_of)
    if month.year < as_of.year:
        return 0
    is_open = (pl.col("done_share") < 1) & (pl.col("planned_start") <= as_of)
    return tasks.filter(is_open & (pl.col("progress_month").is_null() | (pl.col("progress_month") < month))).height
