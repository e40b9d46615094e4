"""``unionkpi status``: what is published, who has delivered what, and what is missing."""

from datetime import date
from typing import Annotated, Any

import typer

from pipelines.command_line.invocation import Settings
from pipelines.command_line.printing import write_json, write_line, write_table
from pipelines.command_line.wording import both
from pipelines.keeping.opening import open_home
from pipelines.status import status_document
from warehouse.figures.question import asked_day
from warehouse.language import Label, Language
from warehouse.period import period_of
from warehouse.publish import Store
from warehouse.reader import open_published
from warehouse.state_names import CORRECTION_STATES, SUBMISSION_STATES

HELP = both(
    "已发布的版本、各部室报送情况、数据质量和缺漏",
    "The published version, what each department submitted, quality, what is missing",
)


def run(
    context: typer.Context,
    due_by: Annotated[
        str | None,
        typer.Option(
            "--due-by",
            metavar="2022-01|2022-01-31",
            show_default=False,
            help=both("应报到哪一月或哪一日；不写则为数据日期", "Owed by which month or day; default the data date"),
        ),
    ] = None,
    reminders: Annotated[
        bool, typer.Option("--reminders", help=both("只输出催报清单", "Only the texts to send to departments"))
    ] = False,
) -> int:
    """Tells everything by department and ledger; refuses when nothing has been published."""
    settings: Settings = context.obj.without_csv()
    store = Store(open_home(settings.home).warehouse)
    published = open_published(store.folder)
    day = asked_day(due_by, f"unionkpi status --due-by {published.data_date:%Y-%m}") if due_by else None
    document = status_document(published, store.versions(), settings.language, day)
    if settings.as_json:
        write_json(document)
    elif reminders:
        write_reminders(document, settings.language)
    else:
        write_status(document, settings.language)
    return 0


def write_status(document: dict[str, Any], language: Language) -> None:
    """The document as a person reads it."""
    heading = Label(
        f"{document['county']} · 版本 {document['version']} · 数据截至 {document['data_date']}",
        f"{document['county']} · version {document['version']} · data as of {document['data_date']}",
    )
    write_line(heading.in_language(language))
    write_line()
    current = {line["ledger"]: line for line in document["submissions"] if line["current"]}
    headings = HEADINGS[language]
    lines = [_line(line, current.get(line["ledger"]), language) for line in document["ledgers"]]
    write_table(headings, lines, headings[3:7])
    write_line()
    counted = COUNT_HEADINGS[language]
    write_table(counted, [_counts(line) for line in document["departments"]], counted[1:])
    if document["corrections"]:
        write_line()
        write_corrections(document, language)
    for text in _remarks(document, language):
        write_line(text)


def write_corrections(document: dict[str, Any], language: Language) -> None:
    """The corrections of the home's file and what became of each."""
    headings = CORRECTION_HEADINGS[language]
    labels = {line["ledger"]: line["label"] for line in document["ledgers"]}
    lines = [_correction(line, labels, language) for line in document["corrections"]]
    write_table(headings, lines, (headings[0], headings[6]))


def write_reminders(document: dict[str, Any], language: Language) -> None:
    """The text for each department that owes something, nothing besides."""
    texts = [reminder["text"] for reminder in document["reminders"]]
    nothing = Label(f"截至 {document['due_by']} 应报的都已报", f"Nothing is owed by {document['due_by']}")
    write_line("\n\n".join(texts) if texts else nothing.in_language(language))


HEADINGS = {
    "zh": ("部室", "台账", "报送至", "入库行", "退回行", "错误", "提醒", "是否齐全", "应报期", "本期"),
    "en": (
        "Department",
        "Ledger",
        "Reaches to",
        "Loaded",
        "Rejected",
        "Errors",
        "Warnings",
        "Complete",
        "Due",
        "State",
    ),
}
STATE_NAMES = SUBMISSION_STATES.values()
COUNT_HEADINGS = {
    "zh": ("部室", "应报期数", *(name.zh for name in STATE_NAMES)),
    "en": ("Department", "Periods owed", *(name.en.capitalize() for name in STATE_NAMES)),
}
CORRECTION_HEADINGS = {
    "zh": ("更正", "台账", "行", "列", "原值", "更正为", "处数", "状态", "原因", "更正人", "适用至"),
    "en": ("No", "Ledger", "Row", "Column", "Old", "New", "Cells", "State", "Reason", "By", "Until"),
}
MARKS = {"delivered": "✓", "zero_report": "✓", "replaced": "✓", "with_problems": "△", "late": "△", "missing": "✗"}


def _line(line: dict[str, Any], current: dict[str, Any] | None, language: Language) -> list[str]:
    counts = [f"{line[name]:,}" for name in ("loaded", "rejected", "errors", "warnings")]
    complete = _completeness(line).in_language(language)
    return [_department(line), line["label"], line["reach"] or "—", *counts, complete, *_due(current, language)]


def _department(line: dict[str, Any]) -> str:
    return " ".join(filter(None, (line["department_name"] or line["department"], line["owner"])))


def _completeness(line: dict[str, Any]) -> Label:
    if line["complete"]:
        return Label("✓ 齐全", "✓ complete")
    return Label("○ 未到期末", "○ falls short") if line["reach"] else Label("✗ 未报送", "✗ not submitted")


def _due(current: dict[str, Any] | None, language: Language) -> list[str]:
    """The last period that was due and its state; a ledger may owe nothing yet."""
    if current is None:
        return ["—", "—"]
    period = period_of(date.fromisoformat(current["period_end"]), current["frequency"])
    name = SUBMISSION_STATES[current["state"]].in_language(language)
    return [period.label.in_language(language), f"{MARKS[current['state']]} {name}"]


def _counts(line: dict[str, Any]) -> list[str]:
    return [_department(line), f"{line['owed']:,}", *(f"{line[state]:,}" for state in SUBMISSION_STATES)]


def _correction(line: dict[str, Any], labels: dict[str, str], language: Language) -> list[str]:
    return [
        str(line["number"]),
        labels.get(line["ledger"], line["ledger"]),
        line["key"],
        line["column"],
        line["old"] or "—",
        line["new"] or "—",
        f"{line['applied']:,}",
        _correction_state(line).in_language(language),
        line["reason"],
        line["by"],
        line["until"] or "—",
    ]


def _correction_state(line: dict[str, Any]) -> Label:
    state, rejected = CORRECTION_STATES[line["state"]], line["rejected"]
    if not rejected:
        return state
    return Label(f"{state.zh}，{rejected}行仍被退回", f"{state.en}, {rejected} rows still rejected")


def _remarks(document: dict[str, Any], language: Language) -> list[str]:
    remarks = [
        Label(f"未采用：{_place(sheet)}", f"Not used: {_place(sheet)}").in_language(language)
        for sheet in document["unused"]
    ]
    warned = Label("质量闸门提醒：", "Quality gate: ").in_language(language)
    remarks += [warned + check["message"] for check in document["gate"]]
    if departments := len(document["reminders"]):
        reminders = Label(
            f"有{departments}个部室欠报，催报清单：unionkpi status --reminders",
            f"{departments} departments owe something; the texts to send: unionkpi status --reminders",
        )
        remarks.append(reminders.in_language(language))
    return ["", *remarks] if remarks else []


def _place(sheet: dict[str, Any]) -> str:
    return " · ".join(filter(None, (sheet["file"], sheet["sheet"])))
