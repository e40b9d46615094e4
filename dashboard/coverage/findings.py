"""The sentences over the sections of the page, computed from what they show."""

from collections.abc import Sequence

import polars as pl

from dashboard import figure
from dashboard import format as formats
from dashboard.coverage import words as wording
from dashboard.findings import listed
from warehouse.language import Label, Language


def of_rates(rates: pl.DataFrame, place: str, language: Language) -> str:
    """How many rates have reached their target, and which is farthest from it; ``rates`` as of ``queries.rates``."""
    judged = [row for row in rates.iter_rows(named=True) if row["light"] in ("green", "amber", "red")]
    short = [row for row in judged if row["light"] != "green"]
    if not judged:
        return wording.RATES_NOT_JUDGED.in_language(language).format(place=place, rates=rates.height)
    if not short:
        return wording.RATES_ALL_REACHED.in_language(language).format(place=place, judged=len(judged))
    farthest = max(short, key=lambda row: abs(row["value"] - row["target"]))
    return wording.RATES_SOME_SHORT.in_language(language).format(
        place=place,
        judged=len(judged),
        short=len(short),
        farthest=farthest[f"label_{language}"],
        value=figure.value(farthest, language),
        target=figure.due_text(farthest, language),
    )


def of_rate(row: figure.Row, place: str, as_of: str, language: Language) -> str:
    """One rate now, against a year before and against its target; ``row`` of ``queries.rates``."""
    rate = row[f"label_{language}"]
    if row["value"] is None:
        reason = figure.reason(row["reason"], language)
        return wording.RATE_ABSENT.in_language(language).format(place=place, rate=rate, as_of=as_of, reason=reason)
    return wording.RATE_NOW.in_language(language).format(
        place=place,
        rate=rate,
        as_of=as_of,
        value=figure.value(row, language),
        incomplete="" if row["is_complete"] else wording.INCOMPLETE.in_language(language),
        compared=_compared(row["yoy"], language),
        judged=_judged(row, language),
    )


def _compared(yoy: float | None, language: Language) -> str:
    if yoy is None:
        return ""
    if formats.is_zero(yoy):
        return wording.UNCHANGED.in_language(language)
    said = wording.ROSE if yoy > 0 else wording.FELL
    return said.in_language(language).format(size=formats.points(yoy, language))


def _judged(row: figure.Row, language: Language) -> str:
    if row["light"] not in ("green", "amber", "red"):
        return ""
    said = wording.REACHED if row["light"] == "green" else wording.SHORT
    if row["light"] != "green" and formats.is_zero(row["value"] - row["target"]):
        said = wording.JUST_SHORT
    return said.in_language(language).format(target=figure.due_text(row, language), gap=figure.gap(row, language))


def of_changes(townships: pl.DataFrame, rate: str, as_of: str, language: Language) -> str:
    """How many townships rose and fell in a year, and which most; ``townships`` has region_name, value, yoy."""
    if townships["value"].is_null().all():
        return wording.MULTIPLES_EMPTY.in_language(language).format(rate=rate, as_of=as_of)
    changes = [
        (name, float(formats.rounded(yoy * 100, 1)) / 100)
        for name, yoy in townships.select("region_name", "yoy").drop_nulls("yoy").iter_rows()
    ]
    if not changes:
        return wording.MULTIPLES_WITHOUT_CHANGE.in_language(language).format(rate=rate)
    up, down = ([change for change in changes if change[1] * sign > 0] for sign in (1, -1))
    said = wording.MULTIPLES_CHANGES if up or down else wording.MULTIPLES_ALL_UNCHANGED
    sentence = said.in_language(language).format(
        rate=rate, up=len(up), down=len(down), same=len(changes) - len(up) - len(down)
    )
    return f"{sentence}{_most(up, wording.MOST_UP, language)}{_most(down, wording.MOST_DOWN, language)}"


def _most(changes: Sequence[tuple[str, float]], sentence: Label, language: Language) -> str:
    if not changes:
        return ""
    size = max(abs(change) for _, change in changes)
    names = [name for name, change in changes if abs(change) == size]
    return sentence.in_language(language).format(names=listed(names, language), size=formats.points(size, language))


def of_contracts(expiries: pl.DataFrame, place: str, days: int, language: Language) -> str:
    """How many enterprises are without a contract or soon will be; ``expiries`` has is_expired, is_renewed."""
    expired = expiries.filter("is_expired").height
    soon = expiries.height - expired
    renewed = expiries.filter("is_renewed").height
    sentence = wording.CONTRACTS_FOUND if expiries.height else wording.CONTRACTS_NONE
    return sentence.in_language(language).format(
        place=place,
        days=days,
        expired=expired,
        soon=soon,
        renewed=wording.OF_THEM_RENEWED.in_language(language).format(renewed=renewed) if renewed else "",
    )
