"""The order of judgement.

Corrections come first; then the rules of a row alone, and its townships; then, with all ledgers together
(:mod:`pipelines.judging.judge_together`), duplicate keys in a file, references and rules between ledgers
against everything submitted, superseding, and the rules about what remains.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from pipelines.correcting.correct import correct
from pipelines.correcting.correction import Correction
from pipelines.judging.calendars import unknown_calendars
from pipelines.judging.candidates import gather
from pipelines.judging.closing import close
from pipelines.judging.criteria import Criteria
from pipelines.judging.findings import together
from pipelines.judging.hearing import Hearing
from pipelines.judging.judge_together import judge_together
from pipelines.judging.reach import Stated, reach_of, stated_dates
from pipelines.judging.row_rules import broken_row_rules
from pipelines.judging.same_again import repeated_findings
from pipelines.judging.superseding import repeated_sheets, sheet_places
from pipelines.judging.towns import resolve_towns
from pipelines.judging.verdict import Judged
from pipelines.ledger import Ledger, Severity
from pipelines.reading.sheet_reading import SheetReading


def judge(
    readings: Sequence[SheetReading],
    criteria: Criteria,
    corrections: Sequence[Correction] = (),
    inbox: Stated | None = None,
) -> Judged:
    """Judges all rows together; a pure function of the readings.

    ``corrections`` are applied before anything is judged, except those whose last day lies before the data
    date. ``inbox`` is what all its sheets state, where the readings are only some of them.
    """
    stated = inbox or stated_dates(readings)
    judged = _judged_on(stated.latest, readings, criteria, corrections, stated)
    if stated.latest is None and not all(correction.holds_on(judged.data_date) for correction in corrections):
        return _judged_on(judged.data_date, readings, criteria, corrections, stated)
    return judged


def _judged_on(
    day: date | None,
    readings: Sequence[SheetReading],
    criteria: Criteria,
    corrections: Sequence[Correction],
    inbox: Stated,
) -> Judged:
    """The verdict with the corrections that hold on the day, step by step."""
    ledgers = criteria.ledgers
    hearing = Hearing(correct(readings, gather(readings, ledgers), ledgers, corrections, day))
    _judge_rows(hearing, ledgers, "error")
    hearing.candidates, town_findings = resolve_towns(hearing.candidates, ledgers, criteria.published)
    hearing.record(town_findings)
    reach = reach_of(hearing.readings, hearing.candidates, ledgers, inbox)
    _judge_rows(hearing, ledgers, "warning", reach.data_date)
    places = sheet_places(hearing.readings, reach.of_sheet)
    standing = judge_together(hearing, criteria, places, reach.data_date)
    hearing.record(unknown_calendars(standing, ledgers, criteria.calendar, reach.data_date))
    hearing.record(repeated_findings(repeated_sheets(hearing.readings, places), hearing.readings))
    return close(hearing, criteria, standing, reach, places)


def _judge_rows(
    hearing: Hearing, ledgers: Mapping[str, Ledger], severity: Severity, data_date: date | None = None
) -> None:
    hearing.record(
        together(
            broken_row_rules(
                hearing.candidates[ledger_id], ledger, severity, hearing.bad_cells.get(ledger_id, {}), data_date
            )
            for ledger_id, ledger in ledgers.items()
        )
    )
