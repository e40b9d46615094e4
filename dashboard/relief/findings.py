"""The sentences over the charts of relief spending, computed from what they show."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from dashboard import figure, words
from dashboard import format as formats
from dashboard.findings import listed
from dashboard.relief import words as wording
from dashboard.relief.money import yuan
from warehouse.language import Label, Language

Row = Mapping[str, Any]


def of_programmes(programmes: pl.DataFrame, place: str, period: str, language: Language) -> str:
    """How much all programmes spent together, on which most, and how that compares with a year before.

    ``programmes``: rows of ``data.figures`` of the programmes.
    """
    rows = programmes.to_dicts()
    known = [row for row in rows if row["value"] is not None]
    values = {"place": place, "period": period, "count": len(known)}
    if not rows:
        return wording.NO_PROGRAMMES.in_language(language)
    if not known:
        return say(wording.NOTHING_KNOWN, language, **values, reasons=_reasons(rows, language))
    total = sum(row["value"] for row in known)
    absent = [row for row in rows if row["value"] is None]
    without = say(wording.SOME_WITHOUT_FIGURE, language, reasons=_reasons(absent, language)) if absent else ""
    return f"{_spent(known, total, values, language)}{_compared(known, total, language)}{without}"


def _spent(known: Sequence[Row], total: float, values: dict[str, Any], language: Language) -> str:
    if total == 0:
        return say(wording.NOTHING_SPENT, language, **values)
    values |= {"total": yuan(total, language)}
    paid = [row for row in known if row["value"] != 0]
    if len(paid) == 1:
        return say(wording.ONE_SPENT, language, **values, programme=_programme(paid[0], language))
    highest = max(row["value"] for row in known)
    most = [_programme(row, language) for row in known if row["value"] == highest]
    sentence = wording.SOME_SPENT if len(most) == 1 else wording.EQUALLY_SPENT
    share = formats.percent(highest / total)
    return say(sentence, language, **values, most=listed(most, language), amount=yuan(highest, language), share=share)


def _compared(known: Sequence[Row], total: float, language: Language) -> str:
    """Nothing where a programme has no figure of a year before: the sums would not be of the same programmes."""
    before = [row["last_year"] for row in known]
    if None in before or (total == 0 and not any(before)):
        return ""
    difference = total - sum(before)
    if abs(difference) < 0.005:
        return wording.SAME_AS_LAST_YEAR.in_language(language)
    sentence = wording.MORE_THAN_LAST_YEAR if difference > 0 else wording.LESS_THAN_LAST_YEAR
    return say(sentence, language, size=yuan(abs(difference), language))


def _programme(row: Row, language: Language) -> str:
    """Its name inside a sentence."""
    name = str(row[f"programme_{language}"])
    return name[:1].lower() + name[1:]


def _reasons(rows: Sequence[Row], language: Language) -> str:
    """``金秋助学人数少于5，按规定不显示；医疗互助补助台账未报送``."""
    return words.BETWEEN_SENTENCES.in_language(language).join(
        say(
            wording.REASON_OF,
            language,
            programme=row[f"programme_{language}"] or row[f"label_{language}"],
            reason=figure.reason(row["reason"], language),
        )
        for row in rows
    )


def of_funds(raised: Row, spent: Row, execution: Row | None, place: str, period: str, language: Language) -> str:
    """Raised beside spent, with the difference and, where it is known, the rate; rows of ``data.figures``."""
    values = {"place": place, "period": period}
    absent = [row for row in (raised, spent) if row["value"] is None]
    if len(absent) == 2:
        return say(wording.FUNDS_UNKNOWN, language, **values, reasons=_reasons(absent, language))
    if absent:
        known = spent if raised["value"] is None else raised
        amount, reasons = yuan(known["value"], language), _reasons(absent, language)
        return say(
            wording.FUNDS_ONE_KNOWN, language, **values, name=known[f"label_{language}"], amount=amount, reasons=reasons
        )
    finding = say(
        wording.FUNDS_KNOWN,
        language,
        **values,
        raised=yuan(raised["value"], language),
        spent=yuan(spent["value"], language),
        gap=_gap(raised["value"] - spent["value"], language),
    )
    if execution is None or execution["value"] is None:
        return finding
    return say(wording.WITH_RATE, language, finding=finding, rate=figure.value(execution, language))


def _gap(difference: float, language: Language) -> str:
    if abs(difference) < 0.005:
        return wording.GAP_NONE.in_language(language)
    sentence = wording.GAP_LEFT if difference > 0 else wording.GAP_OVER
    return say(sentence, language, gap=yuan(abs(difference), language))


def of_cumulative(row: Row, place: str, period: str, language: Language) -> str:
    """One programme to date beside a year before; a row of ``data.figures``."""
    values = {"place": place, "period": period, "programme": _programme(row, language)}
    if row["value"] is None:
        return say(wording.CUMULATIVE_UNKNOWN, language, **values, reason=figure.reason(row["reason"], language))
    changed, _ = figure.change(row, language)
    return say(wording.CUMULATIVE, language, **values, amount=yuan(row["value"], language), change=changed)


def marked(finding: str, language: Language, *, is_complete: bool) -> str:
    """The finding, and that it rests on incomplete data if it does."""
    return finding if is_complete else say(wording.INCOMPLETE, language, finding=finding)


def say(sentence: Label, language: Language, **values: object) -> str:
    return sentence.in_language(language).format(**values)
