"""Up to which day a sheet speaks (截至日期), and the data date of the whole inbox."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from pipelines.judging.candidates import Candidates
from pipelines.ledger import Event, Ledger, MonthOf, Span, Time, YearOf
from pipelines.reading.sheet_reading import SheetReading


@dataclass(frozen=True, slots=True)
class Reach:
    """``of_sheet`` by sheet_id (None: nothing tells), ``data_date`` of the inbox (None: nothing has a date)."""

    of_sheet: tuple[date | None, ...]
    data_date: date | None


@dataclass(frozen=True, slots=True)
class Stated:
    """The latest 截至日期 of an inbox, and by file the only one stated in it."""

    latest: date | None
    of_file: Mapping[str, date]


def stated_dates(readings: Sequence[SheetReading]) -> Stated:
    """What the accepted sheets state."""
    stated = _stated(readings)
    return Stated(max((day for day in stated if day is not None), default=None), _only_stated(readings, stated))


def reach_of(
    readings: Sequence[SheetReading],
    candidates: Candidates,
    ledgers: Mapping[str, Ledger],
    inbox: Stated | None = None,
) -> Reach:
    """The reach of every reading and the data date.

    A sheet's reach is its own 截至日期; else the only one stated elsewhere in its file; else the
    month named in title, sheet or file name; else the latest date in the ledger's time among its
    accepted rows. What is not stated never lies beyond the latest 截至日期 of the inbox. A ledger
    without time reaches as far as the inbox does. ``inbox`` is what all its sheets state, where the
    readings are only some of them.
    """
    stated = _stated(readings)
    inbox = inbox or stated_dates(readings)
    latest_stated, of_file = inbox.latest, inbox.of_file
    latest_rows = _latest_in_rows(candidates, ledgers)
    reaches: list[date | None] = []
    for sheet_id, reading in enumerate(readings):
        if not reading.accepted or reading.ledger is None or ledgers[reading.ledger].time is None:
            reaches.append(None)
            continue
        derived = reading.named_month or latest_rows.get(sheet_id)
        if derived is not None and latest_stated is not None:
            derived = min(derived, latest_stated)
        reaches.append(stated[sheet_id] or of_file.get(reading.file) or derived)
    data_date = latest_stated or max((day for day in reaches if day is not None), default=None)
    timeless = [
        data_date if reading.accepted and reading.ledger is not None and ledgers[reading.ledger].time is None else reach
        for reading, reach in zip(readings, reaches, strict=True)
    ]
    return Reach(tuple(timeless), data_date)


def _stated(readings: Sequence[SheetReading]) -> list[date | None]:
    return [reading.stated_date if reading.accepted else None for reading in readings]


def _only_stated(readings: Sequence[SheetReading], stated: Sequence[date | None]) -> dict[str, date]:
    days: defaultdict[str, set[date]] = defaultdict(set)
    for reading, day in zip(readings, stated, strict=True):
        if day is not None:
            days[reading.file].add(day)
    return {file: next(iter(found)) for file, found in days.items() if len(found) == 1}


def _latest_in_rows(candidates: Candidates, ledgers: Mapping[str, Ledger]) -> dict[int, date]:
    latest: dict[int, date] = {}
    for ledger_id, frame in candidates.items():
        time = ledgers[ledger_id].time
        if time is None:
            continue
        days = frame.filter(~pl.col("is_rejected")).group_by("sheet_id").agg(time_day(time).max().alias("day"))
        latest |= {sheet_id: day for sheet_id, day in days.iter_rows() if day is not None}
    return latest


def time_day(time: Time) -> pl.Expr:
    """The day that a row's place in time stands for: a month's or year's last day, a span's first."""
    match time:
        case Event(column, otherwise):
            return pl.col(column) if otherwise is None else pl.coalesce(column, otherwise)
        case Span(start, _):
            return pl.col(start)
        case MonthOf(column):
            return pl.col(column).dt.month_end()
        case YearOf(column):
            return pl.date(pl.col(column), 12, 31)
