"""The sentences over charts and tables of rejected rows, computed from what they show."""

import polars as pl

from dashboard import format as formats
from dashboard.quarantine import words as wording
from warehouse.language import Language
from warehouse.rule_names import rule_name


def share(part: int, whole: int) -> str:
    """As a percentage; nothing of nothing is 0%."""
    return formats.percent(part / whole if whole else 0.0, 0.0)


def of_ledgers(ledgers: pl.DataFrame, language: Language) -> str:
    """How many rows were rejected and where most of them are.

    Takes department, ledger (their names), rejected and read, most rejected first.
    """
    rejected, read = int(ledgers["rejected"].sum()), int(ledgers["read"].sum())
    if not rejected:
        return wording.NOTHING_REJECTED.in_language(language)
    most = ledgers.row(0, named=True)
    return wording.BY_LEDGER_FINDING.in_language(language).format(
        rejected=formats.plain(rejected),
        share=share(rejected, read),
        department=most["department"],
        ledger=most["ledger"],
        most=formats.plain(most["rejected"]),
    )


def of_rules(errors: pl.DataFrame, language: Language) -> str:
    """Which rule is broken most often; of equally frequent ones the first by name."""
    if errors.is_empty():
        return wording.NO_ERROR.in_language(language)
    most = errors.group_by("rule").len("count").sort(["count", "rule"], descending=[True, False]).row(0, named=True)
    return wording.BY_RULE_FINDING.in_language(language).format(
        rule=rule_name(most["rule"], language),
        count=formats.plain(most["count"]),
        total=formats.plain(errors.height),
        share=share(most["count"], errors.height),
    )


def of_months(months: pl.DataFrame, language: Language) -> str:
    """The month with the most rejected rows; of equal ones the latest."""
    dated = months.filter(pl.col("month").is_not_null() & (pl.col("rejected") > 0))
    if dated.is_empty():
        return wording.OVER_TIME_NONE.in_language(language)
    most = dated.sort(["rejected", "month"], descending=True).row(0, named=True)
    return wording.OVER_TIME_FINDING.in_language(language).format(
        month=formats.month(most["month"], language),
        rejected=formats.plain(most["rejected"]),
        share=share(most["rejected"], most["read"]),
    )


def of_indicators(touched: pl.DataFrame, indicators: int, language: Language) -> str:
    """How many indicators read ledgers with rejected rows, and behind which their share is largest."""
    if touched.is_empty():
        return wording.EFFECT_NONE.in_language(language)
    most = touched.row(0, named=True)
    return wording.EFFECT_FINDING.in_language(language).format(
        touched=touched.height,
        indicator=most[f"label_{language}"],
        share=formats.percent(most["share"], 0.0),
        indicators=indicators,
    )
