"""Years whose working days are needed and not known: said once a sheet, never a reason to reject a row."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

import polars as pl

from pipelines.judging.candidates import Candidates
from pipelines.judging.findings import findings, together
from pipelines.ledger import Ledger, WorkingDays
from pipelines.working_days import WorkingCalendar
from warehouse.language import Label


def unknown_calendars(
    standing: Candidates, ledgers: Mapping[str, Ledger], calendar: WorkingCalendar, data_date: date | None
) -> pl.DataFrame:
    """One ``unknown_calendar`` (a warning, its row null) for each sheet with rows that need an unknown year.

    ``standing`` are the rows that were not rejected. A row whose end is still to come needs the years up to
    the data date.
    """
    parts: list[pl.DataFrame] = []
    for ledger_id, frame in standing.items():
        spans = ledgers[ledger_id].working_days
        if spans is not None:
            parts += _of_ledger(frame, spans, calendar, data_date)
    return together(parts)


def _of_ledger(
    frame: pl.DataFrame, spans: WorkingDays, calendar: WorkingCalendar, data_date: date | None
) -> Iterator[pl.DataFrame]:
    start, end = pl.col(spans.start), pl.coalesce(spans.end, pl.lit(data_date, dtype=pl.Date), spans.start)
    years = frame.drop_nulls(spans.start).select(
        "sheet_id", first=start.dt.year(), last=pl.max_horizontal(start, end).dt.year()
    )
    unknown: defaultdict[int, set[int]] = defaultdict(set)
    for sheet_id, first, last in years.unique().iter_rows():
        unknown[sheet_id].update(year for year in range(first, last + 1) if not calendar.knows(year))
    for sheet_id, lacking in sorted(unknown.items()):
        if lacking:
            sheet = pl.DataFrame({"sheet_id": [sheet_id], "row": [None]})
            yield findings(sheet, spans.start, "unknown_calendar", "warning", _message(sorted(lacking)))


def _message(years: list[int]) -> Label:
    names = ", ".join(map(str, years))
    return Label(
        f"没有{names.replace(', ', '、')}年的工作日历，按工作日计算的指标暂不出数；"
        f"请在 config.toml 的 [calendar.{years[0]}] 列出放假日和调休上班日",
        f"The working days of {names} are not known, so figures that count them stay empty: "
        f"list the holidays and make-up days in [calendar.{years[0]}] of config.toml",
    )
