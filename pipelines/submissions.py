"""The calendar of submissions: what each department owed for each period of each ledger, and what came.

When a file arrived is not known (file times never count), so a delivery is placed by its reach, the day up to which
it tells: it belongs to the period that the day lies in, or to the one before while the day is at most the days of
grace after that one's end. A period is covered when any submission reaches to its end, as completeness has it; it is
covered *late* when only submissions that belong to a later period do.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from pipelines.judging.natural_order import path_key
from warehouse.figures.completeness import last_due, reach_by_kind
from warehouse.period import Period, period_of
from warehouse.state_names import SubmissionState

GRACE_DAYS = 10
"""By default."""


@dataclass(frozen=True, slots=True)
class CalendarRules:
    """Days after a period's end that a reach may lie and still belong to it; the first month that anything is owed for
    (None: of each ledger the first that anything came for)."""

    grace_days: int = GRACE_DAYS
    since: date | None = None


SUBMISSION_SCHEMA: dict[str, pl.DataType] = {
    "department_id": pl.String(),
    "ledger_id": pl.String(),
    "frequency": pl.String(),
    "period": pl.String(),
    "period_start_date": pl.Date(),
    "period_end_date": pl.Date(),
    "is_current": pl.Boolean(),
    "state": pl.String(),
    "covered_reach_date": pl.Date(),
    "latest_reach_date": pl.Date(),
    "sheets": pl.Int64(),
    "loaded": pl.Int64(),
    "rejected": pl.Int64(),
    "superseded": pl.Int64(),
    "replaced": pl.Int64(),
    "first_file": pl.String(),
    "last_file": pl.String(),
}
"""One ledger and period a row, as ``quality.submissions`` holds it.

``sheets`` and the counts of rows are those of the sheets that belong to the period; ``replaced`` rows of them stand
again in another file with the same reach. ``covered_reach_date`` is the earliest reach that covers the period, null
while it is missing; ``latest_reach_date`` how far the ledger reaches altogether. ``first_file`` and ``last_file`` are
of the period's own sheets and of those that cover it late.
"""


@dataclass(frozen=True, slots=True)
class _Delivery:
    """An accepted sheet: its file, the day up to which it counts, and what became of its rows."""

    file: str
    reach: date
    loaded: int
    rejected: int
    superseded: int
    replaced: int

    @property
    def order(self) -> tuple[object, ...]:
        return self.reach, path_key(self.file)


def submissions(
    sheets: pl.DataFrame,
    replacements: pl.DataFrame,
    ledgers: pl.DataFrame,
    day: date,
    data_date: date,
    rules: CalendarRules,
) -> pl.DataFrame:
    """What was owed for every period that had ended by ``day``, and its state: :data:`SUBMISSION_SCHEMA`.

    Takes ``quality.sheets``, ``quality.replacements`` and ``meta.ledgers``. A ledger is owed from the first period
    that anything came for, and never before ``rules.since``; one that never came is owed for the last period. A
    ledger without time tells nothing of the past: only its last period is judged. Sorted by department, ledger
    and period.
    """
    replaced = replacements.group_by("ledger_id", "file", "sheet").agg(replaced=pl.col("rows").sum())
    accepted = sheets.filter("is_accepted").join(replaced, on=["ledger_id", "file", "sheet"], how="left")
    by_ledger = {str(key[0]): frame for key, frame in accepted.partition_by("ledger_id", as_dict=True).items()}
    lines = [
        line
        for ledger in ledgers.sort("department_id", "ledger_id").to_dicts()
        for line in _lines(ledger, by_ledger.get(ledger["ledger_id"], accepted.clear()), day, data_date, rules)
    ]
    return pl.DataFrame(lines, schema=SUBMISSION_SCHEMA)


def _lines(
    ledger: Mapping[str, Any], sheets: pl.DataFrame, day: date, data_date: date, rules: CalendarRules
) -> Iterator[dict[str, Any]]:
    frequency = ledger["frequency"]
    current = period_of(last_due(day, frequency), frequency)
    is_timeless = ledger["time_kind"] is None
    known_until = min(data_date, current.end) if is_timeless else data_date
    deliveries = sorted(
        (
            _Delivery(
                file=sheet["file"],
                reach=reach,
                loaded=sheet["loaded"],
                rejected=sheet["rejected"],
                superseded=sheet["superseded"],
                replaced=0 if is_timeless else sheet["replaced"] or 0,
            )
            for sheet in sheets.to_dicts()
            if (reach := reach_by_kind(ledger["time_kind"], sheet["reach_date"], known_until)) is not None
        ),
        key=lambda delivery: delivery.order,
    )
    calendar = _Calendar(deliveries, frequency, rules.grace_days)
    place = {name: ledger[name] for name in ("department_id", "ledger_id", "frequency")}
    for period in [current] if is_timeless else calendar.owed(current):
        if rules.since is None or rules.since <= period.end:
            yield {**place, "is_current": period == current, **calendar.line(period)}


class _Calendar:
    """The deliveries of one ledger by the periods that they belong to."""

    def __init__(self, deliveries: Sequence[_Delivery], frequency: str, grace_days: int) -> None:
        self.deliveries = deliveries
        self.reaches = [delivery.reach for delivery in deliveries]
        self.own: dict[Period, list[_Delivery]] = {}
        for delivery in deliveries:
            self.own.setdefault(_belongs_to(delivery.reach, frequency, grace_days), []).append(delivery)

    def owed(self, current: Period) -> Iterator[Period]:
        """From the first period that anything belongs to until the current one."""
        period = min(self.own, key=lambda one: one.end, default=current)
        while period.end <= current.end:
            yield period
            period = period.next()

    def line(self, period: Period) -> dict[str, Any]:
        own = self.own.get(period, [])
        place = bisect_left(self.reaches, period.end)
        covered = self.reaches[place] if place < len(self.reaches) else None
        in_time = any(delivery.reach >= period.end for delivery in own)
        state = _state(own, is_covered=covered is not None, in_time=in_time)
        late = self.deliveries[place : bisect_right(self.reaches, covered)] if state == "late" and covered else []
        files = [delivery.file for delivery in sorted([*own, *late], key=lambda delivery: delivery.order)]
        return {
            "period": period.code,
            "period_start_date": period.start,
            "period_end_date": period.end,
            "state": state,
            "covered_reach_date": covered,
            "latest_reach_date": self.reaches[-1] if self.reaches else None,
            "sheets": len(own),
            **{
                name: sum(getattr(one, name) for one in own)
                for name in ("loaded", "rejected", "superseded", "replaced")
            },
            "first_file": files[0] if files else None,
            "last_file": files[-1] if files else None,
        }


def _belongs_to(reach: date, frequency: str, grace_days: int) -> Period:
    period = period_of(reach, frequency)
    before = period.before()
    is_within_grace = reach < period.end and (reach - before.end).days <= grace_days
    return before if is_within_grace else period


def _state(own: Sequence[_Delivery], *, is_covered: bool, in_time: bool) -> SubmissionState:
    if not is_covered:
        return "missing"
    if not in_time:
        return "late"
    if any(delivery.rejected for delivery in own):
        return "with_problems"
    if any(delivery.replaced for delivery in own):
        return "replaced"
    has_rows = any(delivery.loaded or delivery.superseded for delivery in own)
    return "delivered" if has_rows else "zero_report"
