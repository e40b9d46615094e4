"""The sentence over a chart or a list: what it shows, computed from what it shows."""

from collections.abc import Sequence

import polars as pl

from dashboard import format as formats
from dashboard import words
from warehouse.language import Language

MAX_NAMES = 3


def of_townships(townships: pl.DataFrame, indicator: str, as_of: str, language: Language) -> str:
    """What the bars of a rate say; ``townships`` as in :func:`dashboard.charts.bullet.bars`."""
    known = townships.filter(pl.col("value").is_not_null()).sort("value", maintain_order=True)
    if known.is_empty():
        return words.BULLET_EMPTY.in_language(language).format(indicator=indicator, as_of=as_of)
    judged = known.filter(pl.col("light").is_in(["green", "amber", "red"]))
    if judged.is_empty():
        return _spread(known, indicator, language)
    short = judged.filter(pl.col("light") != "green")
    if short.is_empty():
        return words.BULLET_ALL_REACHED.in_language(language).format(indicator=indicator, judged=judged.height)
    lowest = short.row(0, named=True)
    return words.BULLET_SOME_SHORT.in_language(language).format(
        indicator=indicator,
        judged=judged.height,
        short=short.height,
        lowest=_named(short, lowest["value"], language),
        value=formats.percent(lowest["value"], lowest["target"]),
    )


def _spread(known: pl.DataFrame, indicator: str, language: Language) -> str:
    lowest, highest = known.row(0, named=True), known.row(-1, named=True)
    low, high = formats.percent(lowest["value"]), formats.percent(highest["value"])
    if lowest["value"] == highest["value"]:
        sentence = words.BULLET_NO_TARGET_EQUAL.in_language(language)
        return sentence.format(indicator=indicator, count=known.height, high=high)
    return words.BULLET_NO_TARGET.in_language(language).format(
        indicator=indicator,
        highest=_named(known, highest["value"], language),
        high=high,
        lowest=_named(known, lowest["value"], language),
        low=low,
    )


def _named(townships: pl.DataFrame, value: float, language: Language) -> str:
    return listed(townships.filter(pl.col("value") == value)["region_name"].to_list(), language)


def listed(names: Sequence[str], language: Language, most: int = MAX_NAMES) -> str:
    """The names; of more than ``most`` the first ones and how many there are in all."""
    between = words.SEPARATOR.in_language(language)
    if len(names) <= most:
        return between.join(names)
    return words.AND_MORE.in_language(language).format(names=between.join(names[:most]), count=len(names))


def of_missing(missing: list[str], ledgers: pl.DataFrame, language: Language) -> str:
    """Which ledgers of which department are missing: ``组织部（基层工会台账、单位名录）；财务部（…）``."""
    between = words.SEPARATOR.in_language(language)
    named = ledgers.filter(pl.col("ledger_id").is_in(missing))
    parts = [
        words.MISSING_OF_DEPARTMENT.in_language(language).format(
            department=department, ledgers=between.join(group[f"label_{language}"])
        )
        for (department,), group in named.group_by("department_name", maintain_order=True)
    ]
    unknown = sorted(set(missing) - set(ledgers["ledger_id"]))
    return words.BETWEEN_SENTENCES.in_language(language).join([*parts, *unknown])
