"""The sentences over the charts of trends, computed from what they show."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from dashboard import figure, words
from dashboard import format as formats
from dashboard.trends import point
from dashboard.trends import words as wording
from dashboard.trends.choosing import Chosen
from warehouse.language import Label, Language

Row = Mapping[str, Any]


def of_course(points: pl.DataFrame, chosen: Chosen, language: Language) -> str:
    """What the latest point of the latest year says: of one place its figure and change, of several how many rose.

    ``points`` as of ``series.points``.
    """
    year = points.filter(pl.col("year") == chosen.latest)
    last = year.filter(pl.col("month") == pl.col("month").max()).to_dicts()
    return _of_one(last[0], chosen, language) if len(last) == 1 else _of_several(last, chosen, language)


def _of_one(row: Row, chosen: Chosen, language: Language) -> str:
    said = {
        "place": chosen.regions[row["region_code"]],
        "indicator": chosen.definition[f"label_{language}"],
        "month": formats.as_of_text(row["as_of_date"], language),
    }
    if row["value"] is None:
        reason = figure.reason(row["reason"], language)
        return wording.NONE_AT.in_language(language).format(**said, reason=reason)
    said["value"] = point.value(row, chosen.definition, language)
    if chosen.way == "mom":
        sentence = wording.CHANGE_AT
        if chosen.is_by_month and row["month_value"] is not None:
            sentence, said["value"] = wording.MONTH_AT, point.month(row, chosen.definition, language)
        return sentence.in_language(language).format(**said, change=point.mom(row, chosen.definition, language))
    change = point.yoy(row, chosen.definition, language)
    if chosen.way == "total":
        target = figure.target({**chosen.definition, **row}, language)
        return wording.CUMULATIVE_AT.in_language(language).format(**said, target=target, change=change)
    sentence = wording.YEAR_TO_DATE_AT if chosen.is_by_month else wording.AT
    return sentence.in_language(language).format(**said, change=change)


def _of_several(rows: list[dict[str, Any]], chosen: Chosen, language: Language) -> str:
    field, name = ("mom", wording.MOM) if chosen.way == "mom" else ("yoy", words.YOY)
    known = [row[field] for row in rows if row[field] is not None]
    same = sum(formats.is_zero(change) for change in known)
    rises = sum(change > 0 and not formats.is_zero(change) for change in known)
    counts: dict[Label, int] = {
        wording.RISEN: rises,
        wording.FALLEN: len(known) - same - rises,
        wording.UNCHANGED: same,
        wording.NOT_COMPARABLE: len(rows) - len(known),
    }
    parts = [label.in_language(language).format(count=count) for label, count in counts.items() if count]
    said = wording.SEVERAL.in_language(language).format(
        indicator=chosen.definition[f"label_{language}"],
        month=formats.as_of_text(rows[0]["as_of_date"], language),
        places=len(rows),
        name=name.in_language(language),
        counts=words.SEPARATOR.in_language(language).join(parts),
    )
    return _with_strongest(said, rows, field, chosen, language) if len(known) > same else said


def _with_strongest(said: str, rows: list[dict[str, Any]], field: str, chosen: Chosen, language: Language) -> str:
    """Adds which places changed most; places that changed equally are all named."""
    known = [row for row in rows if row[field] is not None]
    most = max(abs(row[field]) for row in known)
    strongest = [row for row in known if abs(row[field]) == most]
    change = point.mom if field == "mom" else point.yoy
    return wording.STRONGEST.in_language(language).format(
        sentence=said,
        place=words.SEPARATOR.in_language(language).join(chosen.regions[row["region_code"]] for row in strongest),
        change=change(strongest[0], chosen.definition, language),
    )


def of_missing(points: pl.DataFrame, language: Language) -> str:
    """Why months of one place have no figure: one reason for all, or how many months for which; "" when none lacks."""
    without = points.filter(pl.col("value").is_null())
    reasons = without.group_by("reason", maintain_order=True).len().rows()
    if len(reasons) == 1 and without.height == points.height:
        return figure.reason(reasons[0][0], language)
    return words.BETWEEN_SENTENCES.in_language(language).join(
        wording.SOME_WITHOUT.in_language(language).format(count=count, reason=figure.reason(reason, language))
        for reason, count in reasons
    )
