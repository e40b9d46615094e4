"""``unionkpi status``: what is published, who has delivered what, and what is missing."""

from typing import Any

import polars as pl
import typer

from pipelines.command_line.invocation import Settings
from pipelines.command_line.printing import write_json, write_line, write_table
from pipelines.command_line.wording import both
from pipelines.home import Home
from warehouse.completeness import read_completeness
from warehouse.language import Label, Language
from warehouse.publish import Store
from warehouse.reader import Published, open_published

HELP = both(
    "已发布的版本、各部室报送情况、数据质量和缺漏",
    "The published version, what each department submitted, quality, what is missing",
)

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

UNUSED = """
select distinct file, sheet
from quality.sheets
where not is_accepted
order by file, sheet
"""


def run(context: typer.Context) -> int:
    """Tells everything by department and ledger; refuses when nothing has been published."""
    settings: Settings = context.obj.without_csv()
    store = Store(Home(settings.home).warehouse)
    published = open_published(store.folder)
    document = status_document(published, store.versions(), settings.language)
    if settings.as_json:
        write_json(document)
    else:
        write_status(document, settings.language)
    return 0


def status_document(published: Published, versions: list[str], language: Language) -> dict[str, Any]:
    """The JSON document of ``status --json``.

    ``complete``: whether the ledger's submissions cover the data date by its frequency;
    ``reach``: how far they reach, null where nothing was accepted.
    """
    with published.connection.cursor() as cursor:
        completeness = read_completeness(cursor, published.data_date)
    lines = published.query(LEDGERS).to_dicts()
    for line in lines:
        line["label"] = line.pop(f"label_{language}")
        del line["label_en" if language == "zh" else "label_zh"]
        reach = line.pop("reach_date")
        line["reach"] = reach.isoformat() if reach else None
        line["complete"] = not completeness.missing((line["ledger"],), published.data_date)
    return {
        "version": published.version,
        "versions": versions,
        "data_date": published.data_date.isoformat(),
        "county": published.version_info["county_name"],
        "ledgers": lines,
        "missing": [line["ledger"] for line in lines if not line["complete"]],
        "unused": published.query(UNUSED).to_dicts(),
        "gate": published.query(FAILED_CHECKS)
        .with_columns(pl.col(f"message_{language}").alias("message"))
        .drop("message_zh", "message_en")
        .to_dicts(),
    }


def write_status(document: dict[str, Any], language: Language) -> None:
    """The document as a person reads it."""
    heading = Label(
        f"{document['county']} · 版本 {document['version']} · 数据截至 {document['data_date']}",
        f"{document['county']} · version {document['version']} · data as of {document['data_date']}",
    )
    write_line(heading.in_language(language))
    write_line()
    headings = HEADINGS[language]
    write_table(headings, [_line(line, language) for line in document["ledgers"]], headings[3:7])
    for text in _remarks(document, language):
        write_line(text)


HEADINGS = {
    "zh": ("部室", "台账", "报送至", "入库行", "退回行", "错误", "提醒", "是否齐全"),
    "en": ("Department", "Ledger", "Reaches to", "Loaded", "Rejected", "Errors", "Warnings", "Complete"),
}


def _line(line: dict[str, Any], language: Language) -> list[str]:
    department = " ".join(filter(None, (line["department_name"] or line["department"], line["owner"])))
    counts = [f"{line[name]:,}" for name in ("loaded", "rejected", "errors", "warnings")]
    return [department, line["label"], line["reach"] or "—", *counts, _state(line).in_language(language)]


def _state(line: dict[str, Any]) -> Label:
    if line["complete"]:
        return Label("✓ 齐全", "✓ complete")
    return Label("○ 未到期末", "○ falls short") if line["reach"] else Label("✗ 未报送", "✗ not submitted")


def _remarks(document: dict[str, Any], language: Language) -> list[str]:
    remarks = [
        Label(f"未采用：{_place(sheet)}", f"Not used: {_place(sheet)}").in_language(language)
        for sheet in document["unused"]
    ]
    warned = Label("质量闸门提醒：", "Quality gate: ").in_language(language)
    remarks += [warned + check["message"] for check in document["gate"]]
    return ["", *remarks] if remarks else []


def _place(sheet: dict[str, Any]) -> str:
    return " · ".join(filter(None, (sheet["file"], sheet["sheet"])))
