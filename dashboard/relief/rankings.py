"""The sentences over bars of townships and kinds: which has most, which least, how many are withheld."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from dashboard import figure
from dashboard.findings import listed
from dashboard.relief import words as wording
from dashboard.relief.findings import say
from dashboard.relief.money import yuan
from warehouse.language import Label, Language


def of_townships(townships: pl.DataFrame, programme: str, language: Language) -> str:
    """Which township spent most and least on a programme; ``townships``: region_name, value, is_suppressed."""
    known = _known(townships, "region_name")
    if not known:
        finding = say(wording.TOWNSHIPS_NONE, language, programme=programme)
    elif len(known) == 1:
        finding = say(wording.TOWNSHIPS_ONE, language, programme=programme, **_spread(known, language))
    else:
        is_alike = len({value for _, value in known}) == 1
        sentence = wording.TOWNSHIPS_ALIKE if is_alike else wording.TOWNSHIPS_SPENT
        finding = say(sentence, language, programme=programme, **_spread(known, language))
    return finding + _withheld(townships, wording.SOME_WITHHELD, language)


def of_per_visit(townships: pl.DataFrame, county: Mapping[str, Any], county_name: str, language: Language) -> str:
    """The county's average per visit and between which townships it spreads."""
    if county["value"] is None:
        reason = figure.reason(county["reason"], language)
        return say(wording.PER_VISIT_UNKNOWN, language, county=county_name, reason=reason)
    known = _known(townships, "region_name")
    values = {"county": county_name, "average": yuan(county["value"], language)}
    if len(known) < 2:
        finding = say(wording.PER_VISIT_COUNTY, language, **values)
    else:
        is_alike = len({value for _, value in known}) == 1
        sentence = wording.PER_VISIT_ALIKE if is_alike else wording.PER_VISIT_SPREAD
        finding = say(sentence, language, **values, **_spread(known, language))
    return finding + _withheld(townships, wording.SOME_WITHHELD, language)


def of_breakdown(cells: pl.DataFrame, programme: str, dimension: str, language: Language) -> str:
    """For which kind most was spent and, where it is known, which got most per head.

    ``cells``: name, value, each (null where not known), is_suppressed.
    """
    values = {"programme": programme, "dimension": dimension}
    known = _known(cells, "name")
    if not known:
        finding = say(wording.BREAKDOWN_NONE, language, **values)
    else:
        most = _highest(known)
        sentence = wording.BREAKDOWN_MOST if len(most) == 1 else wording.BREAKDOWN_ALIKE
        sentence = wording.BREAKDOWN_ONE if len(known) == 1 else sentence
        amount = yuan(max(value for _, value in known), language)
        finding = say(sentence, language, **values, most=listed(most, language), amount=amount)
    each = _known(cells, "name", "each")
    if len(each) > 1:
        highest = yuan(max(value for _, value in each), language)
        finding += say(wording.HIGHEST_PER_HEAD, language, most=listed(_highest(each), language), amount=highest)
    return finding + _withheld(cells, wording.KINDS_WITHHELD, language)


def _known(frame: pl.DataFrame, name: str, value: str = "value") -> list[tuple[str, float]]:
    return list(frame.filter(pl.col(value).is_not_null()).select(name, value).iter_rows())


def _highest(known: Sequence[tuple[str, float]]) -> list[str]:
    highest = max(value for _, value in known)
    return [name for name, value in known if value == highest]


def _spread(known: Sequence[tuple[str, float]], language: Language) -> dict[str, Any]:
    lowest = min(value for _, value in known)
    return {
        "count": len(known),
        "most": listed(_highest(known), language),
        "high": yuan(max(value for _, value in known), language),
        "least": listed([name for name, value in known if value == lowest], language),
        "low": yuan(lowest, language),
    }


def _withheld(frame: pl.DataFrame, sentence: Label, language: Language) -> str:
    count = int(frame["is_suppressed"].sum())
    return say(sentence, language, count=count) if count else ""
