"""What a published version says of its departments: what they owed and handed in, its quality, its corrections."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from pipelines.submissions import GRACE_DAYS, CalendarRules, submissions
from warehouse.figures.completeness import read_completeness
from warehouse.language import Language
from warehouse.reader import Published
from warehouse.reminders import UNUSED_SHEETS, Owed, owed_ledgers, reminder
from warehouse.state_names import SUBMISSION_STATES

LEDGERS = """
with
submitted as (
    select
        ledger_id,
        max(reach_date) filter (where is_accepted) as reach_date,
        sum(loaded)::bigint as loaded,
        sum(rejected)::bigint as rejected
    from quality.sheets
    where ledger_id is not null
    group by ledger_id
),

problems as (
    select
        ledger_id,
        count(*) filter (where severity = 'error') as errors,
        count(*) filter (where severity = 'warning') as warnings
    from quality.problems
    where ledger_id is not null
    group by ledger_id
)

select
    ledgers.department_id as department,
    departments.name as department_name,
    departments.owner,
    ledgers.ledger_id as ledger,
    ledgers.label_zh,
    ledgers.label_en,
    submitted.reach_date,
    coalesce(submitted.loaded, 0) as loaded,
    coalesce(submitted.rejected, 0) as rejected,
    coalesce(problems.errors, 0) as errors,
    coalesce(problems.warnings, 0) as warnings
from meta.ledgers as ledgers
left join meta.departments as departments
    on ledgers.department_id = departments.department_id
left join submitted
    on ledgers.ledger_id = submitted.ledger_id
left join problems
    on ledgers.ledger_id = problems.ledger_id
order by ledgers.department_id, ledgers.ledger_id
"""

FAILED_CHECKS = """
select suite, expectation, subject, severity, message_zh, message_en
from quality.gate
where not success
order by suite, expectation, subject
"""

CORRECTIONS = """
with
rejected_rows as (
    select
        correction_number,
        count(*) as rejected
    from quality.corrections
    where outcome = 'rejected'
    group by correction_number
)

select
    corrections.correction_number as number,
    corrections.ledger_id as ledger,
    corrections.row_key as key,
    corrections.column_name as "column",
    corrections.old_value as old,
    corrections.new_value as new,
    corrections.state,
    corrections.applied_cells as applied,
    coalesce(rejected_rows.rejected, 0) as rejected,
    corrections.reason,
    corrections.corrected_by as by,
    corrections.until_date as until
from meta.corrections as corrections
left join rejected_rows
    on corrections.correction_number = rejected_rows.correction_number
order by corrections.correction_number
"""


def status_document(
    published: Published, versions: list[str], language: Language, due_by: date | None = None
) -> dict[str, Any]:
    """The JSON document of ``status --json``.

    ``complete``: whether the ledger's submissions cover the data date by its frequency; ``reach``: how far they
    reach, null where nothing was accepted. What was owed is told by ``due_by``, by default the data date.
    """
    day = due_by or published.data_date
    ledgers = _ledgers(published, language)
    calendar = calendar_by(published, day)
    unused = published.query(UNUSED_SHEETS).to_dicts()
    return {
        "version": published.version,
        "versions": versions,
        "data_date": published.data_date.isoformat(),
        "county": published.version_info["county_name"],
        "ledgers": ledgers,
        "missing": [line["ledger"] for line in ledgers if not line["complete"]],
        "unused": [{"file": sheet["file"], "sheet": sheet["sheet"]} for sheet in unused],
        "gate": published.query(FAILED_CHECKS)
        .with_columns(pl.col(f"message_{language}").alias("message"))
        .drop("message_zh", "message_en")
        .to_dicts(),
        "due_by": day.isoformat(),
        "submissions": [_submission(line) for line in calendar],
        "departments": _departments(ledgers, calendar),
        "reminders": _reminders(ledgers, calendar, unused, day, language),
        "corrections": [_with_iso_days(line) for line in published.query(CORRECTIONS).to_dicts()],
    }


def calendar_by(published: Published, day: date) -> list[dict[str, Any]]:
    """What was owed by a day: lines of ``quality.submissions``, which holds those of the data date."""
    entries = published.version_info
    since = entries.get("submissions_since")
    rules = CalendarRules(
        int(entries.get("submission_grace_days", GRACE_DAYS)), date.fromisoformat(since) if since else None
    )
    return submissions(
        published.query("select * from quality.sheets"),
        published.query("select * from quality.replacements"),
        published.query("select * from meta.ledgers"),
        day,
        published.data_date,
        rules,
    ).to_dicts()


def _ledgers(published: Published, language: Language) -> list[dict[str, Any]]:
    with published.connection.cursor() as cursor:
        completeness = read_completeness(cursor, published.data_date)
    lines = published.query(LEDGERS).to_dicts()
    for line in lines:
        line["label"] = line.pop(f"label_{language}")
        del line["label_en" if language == "zh" else "label_zh"]
        line["reach"] = _iso(line.pop("reach_date"))
        line["complete"] = not completeness.missing((line["ledger"],), published.data_date)
    return lines


def _submission(line: Mapping[str, Any]) -> dict[str, Any]:
    counts = ("sheets", "loaded", "rejected", "superseded", "replaced")
    return {
        "department": line["department_id"],
        "ledger": line["ledger_id"],
        "frequency": line["frequency"],
        "period": line["period"],
        "period_end": line["period_end_date"].isoformat(),
        "current": line["is_current"],
        "state": line["state"],
        "covered_reach": _iso(line["covered_reach_date"]),
        "reach": _iso(line["latest_reach_date"]),
        **{name: line[name] for name in counts},
        "first_file": line["first_file"],
        "last_file": line["last_file"],
    }


def _departments(ledgers: Sequence[Mapping[str, Any]], calendar: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """How many periods of its ledgers each department owed, and how many of them are in which state."""
    states = Counter((line["department_id"], line["state"]) for line in calendar)
    owed = Counter(line["department_id"] for line in calendar)
    keepers = {line["department"]: line for line in ledgers}
    return [
        {
            "department": department,
            "department_name": line["department_name"],
            "owner": line["owner"],
            "owed": owed[department],
            **{state: states[department, state] for state in SUBMISSION_STATES},
        }
        for department, line in keepers.items()
    ]


def _reminders(
    ledgers: Sequence[Mapping[str, Any]],
    calendar: Sequence[Mapping[str, Any]],
    unused: Sequence[Mapping[str, Any]],
    day: date,
    language: Language,
) -> list[dict[str, Any]]:
    labels = {line["ledger"]: line["label"] for line in ledgers}
    keepers = {line["department"]: line for line in ledgers}
    return [
        {
            "department": department,
            "department_name": keepers[department]["department_name"],
            "owner": keepers[department]["owner"],
            "ledgers": [_owed(one) for one in owed],
            "text": reminder(
                keepers[department]["department_name"] or department,
                keepers[department]["owner"] or "",
                owed,
                day,
                language,
            ),
        }
        for department, owed in owed_ledgers(calendar, labels, unused).items()
    ]


def _owed(owed: Owed) -> dict[str, Any]:
    return {
        "ledger": owed.ledger,
        "label": owed.label,
        "periods": [period.code for period in owed.periods],
        "reach": _iso(owed.reach),
    }


def _with_iso_days(line: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _iso(value) if isinstance(value, date) else value for name, value in line.items()}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
