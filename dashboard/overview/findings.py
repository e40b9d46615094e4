"""The sentences over the lists of the overview, computed from what they show."""

import polars as pl

from dashboard.overview import words as wording
from warehouse.language import Language


def of_behind(figures: pl.DataFrame, place: str, language: Language) -> str:
    """How many of the indicators that have a target are behind; ``figures`` has ``light``."""
    judged = figures.filter(pl.col("light").is_in(["green", "amber", "red"])).height
    behind = figures.filter(pl.col("light") == "red").height
    if judged == 0:
        return wording.NOTHING_JUDGED.in_language(language).format(place=place)
    sentence = wording.SOME_BEHIND if behind else wording.NOTHING_BEHIND
    return sentence.in_language(language).format(place=place, judged=judged, behind=behind)
