"""The sentences over the calendar of submissions, computed from what it shows."""

from collections.abc import Sequence

import polars as pl

from dashboard import format as formats
from dashboard import words
from dashboard.findings import listed
from dashboard.submission_calendar import words as wording
from warehouse.language import Language


def of_periods(submissions: pl.DataFrame, language: Language) -> str:
    """How many periods were owed, are missing, came late, and whose are missing most.

    ``submissions``: one row a ledger and period with ledger_id, state and department_name.
    """
    if submissions.is_empty():
        return wording.NOTHING_OWED.in_language(language)
    missing = submissions.filter(pl.col("state") == "missing")
    counts = {
        "ledgers": submissions["ledger_id"].n_unique(),
        "owed": formats.plain(submissions.height),
        "missing": formats.plain(missing.height),
        "late": formats.plain(submissions.filter(pl.col("state") == "late").height),
    }
    if missing.is_empty():
        return wording.ALL_CAME.in_language(language).format(**counts)
    by_department = _counted(missing)
    most = by_department["periods"][0]
    names = by_department.filter(pl.col("periods") == most)["department_name"].to_list()
    if len(names) == submissions["department_name"].n_unique():
        return wording.EACH_MISSING.in_language(language).format(**counts)
    return wording.SOME_MISSING.in_language(language).format(
        **counts, most=listed(names, language), count=formats.plain(most)
    )


def of_owed(submissions: pl.DataFrame, as_of: str, language: Language) -> str:
    """Who owes how much by a day: the departments with most missing periods first."""
    missing = submissions.filter(pl.col("state") == "missing")
    if missing.is_empty():
        return wording.NOBODY_OWES.in_language(language).format(as_of=as_of)
    by_department = _counted(missing)
    return wording.SOME_OWE.in_language(language).format(
        as_of=as_of,
        departments=by_department.height,
        ledgers=missing["ledger_id"].n_unique(),
        periods=formats.plain(missing.height),
        named=_named(by_department.rows(), language),
    )


def _counted(missing: pl.DataFrame) -> pl.DataFrame:
    counted = missing.group_by("department_name", maintain_order=True).len("periods")
    return counted.sort("periods", descending=True, maintain_order=True)


def _named(departments: Sequence[tuple[str, int]], language: Language) -> str:
    said = wording.DEPARTMENT_OWES.in_language(language)
    named = [said.format(department=name, periods=formats.plain(periods)) for name, periods in departments]
    return words.SEPARATOR.in_language(language).join(named)
