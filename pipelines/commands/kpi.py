"""``unionkpi kpi``: values of indicators."""

import csv
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from pipelines.command_line.figures import NOTHING, amount_text, change_text, value_text
from pipelines.command_line.invocation import OutputFormat, Settings
from pipelines.command_line.names import DEPARTMENTS, INDICATORS, LEDGERS, REGIONS, names_of
from pipelines.command_line.options import AsOf
from pipelines.command_line.printing import write_json, write_line, write_table
from pipelines.command_line.wording import both
from pipelines.keeping.opening import open_home
from warehouse.figure_names import LIGHT_NAMES, REASON_NAMES
from warehouse.figures.answer import Answer, full_answers
from warehouse.language import Label, Language
from warehouse.reader import Published, open_published

HELP = both("查询指标数值", "Values of indicators")

FIELDS = (
    "id",
    "as_of",
    "region",
    "numerator",
    "denominator",
    "value",
    "unit",
    "last_year",
    "yoy",
    "mom",
    "target",
    "light",
    "complete",
    "missing",
    "suppressed",
    "reason",
    "yoy_reason",
)
SHAPES = {"green": "✓", "amber": "△", "red": "▼", "grey": "○"}
COLUMNS = {
    "zh": ("指标", "名称", "数值", "分子", "分母", "同比", "环比", "目标", "评价", "说明"),
    "en": ("Indicator", "Name", "Value", "Numerator", "Denominator", "YoY", "MoM", "Target", "Light", "Remarks"),
}
FIRST_NUMBER, AFTER_NUMBERS = 2, 8


def run(
    context: typer.Context,
    ids: Annotated[
        list[str] | None,
        typer.Option("--id", help=both("指标编号，可多次；不写则全部", "Indicator, repeatable; default all")),
    ] = None,
    as_of: AsOf = None,
    region: Annotated[
        str | None,
        typer.Option(
            metavar="CODE|all",
            show_default=False,
            help=both("区划代码，或 all；不写则为全县", "A region's code, or all; default the county"),
        ),
    ] = None,
) -> int:
    """Exit code 1 when a value asked for is null, incomplete or withheld."""
    settings: Settings = context.obj
    published = open_published(open_home(settings.home).warehouse)
    found = full_answers(published, ids, as_of, region, settings.language)
    documents = [answer.document for answer in found]
    match settings.output:
        case OutputFormat.JSON:
            write_json(documents)
        case OutputFormat.CSV:
            write_csv(documents)
        case _:
            write_answers(found, published, settings.language)
    return 1 if any(wants_a_look(document) for document in documents) else 0


def wants_a_look(answer: Mapping[str, Any]) -> bool:
    """Whether there is no value, or one that is not whole yet."""
    return answer["value"] is None or not answer["complete"] or bool(answer["suppressed"])


def write_csv(found: list[dict[str, Any]]) -> None:
    """The JSON's fields as columns; what is null is empty, several missing ledgers are separated by spaces."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(FIELDS)
    for answer in found:
        writer.writerow([_csv_cell(answer[field]) for field in FIELDS])


def _csv_cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(value) if isinstance(value, list) else value


def write_answers(found: list[Answer], published: Published, language: Language) -> None:
    """A table a region, under its name and the date."""
    names = Names(
        indicators=names_of(published, INDICATORS, language),
        ledgers=names_of(published, LEDGERS, language),
        departments=names_of(published, DEPARTMENTS, language),
    )
    regions = names_of(published, REGIONS, language)
    for region in dict.fromkeys(answer.document["region"] for answer in found):
        of_region = [answer for answer in found if answer.document["region"] == region]
        as_of = of_region[0].document["as_of"]
        date = Label(f"截至 {as_of}", f"as of {as_of}").in_language(language)
        write_line(f"{regions.get(region, region)} · {date} · {published.version}")
        lines = [_line(answer, names, language) for answer in of_region]
        write_table(COLUMNS[language], lines, COLUMNS[language][FIRST_NUMBER:AFTER_NUMBERS])
        write_line()


@dataclass(frozen=True, slots=True)
class Names:
    """What indicators and ledgers are called, and the department of each ledger, by id."""

    indicators: dict[str, str]
    ledgers: dict[str, str]
    departments: dict[str, str]


def _line(answer: Answer, names: Names, language: Language) -> list[str]:
    document = answer.document
    unit = document["unit"]
    light = f"{SHAPES[document['light']]} {LIGHT_NAMES[document['light']].in_language(language)}"
    return [
        document["id"],
        names.indicators.get(document["id"], document["id"]),
        value_text(document["value"], unit, language),
        amount_text(document["numerator"]),
        amount_text(document["denominator"]),
        change_text(document["yoy"], unit, language),
        change_text(document["mom"], unit, language),
        value_text(document["target"], unit, language),
        light if document["value"] is not None else NOTHING,
        _remarks(answer, names, language),
    ]


def _remarks(answer: Answer, names: Names, language: Language) -> str:
    remarks = []
    if answer.document["reason"]:
        remarks.append(REASON_NAMES[answer.document["reason"]].in_language(language))
    if answer.document["missing"]:
        missing = _by_department(answer.document["missing"], names, language)
        remarks.append(Label(f"缺：{missing}", f"missing: {missing}").in_language(language))
    if answer.corrected_rows:
        rows = answer.corrected_rows
        remarks.append(Label(f"含更正数据{rows:,}行", f"{rows:,} corrected rows").in_language(language))
    elif answer.corrected_ledgers:
        corrected = _listed(answer.corrected_ledgers, names.ledgers, language)
        remarks.append(Label(f"所读台账有更正：{corrected}", f"corrections in {corrected}").in_language(language))
    if answer.last_year_source:
        source = answer.last_year_source
        said = Label(f"去年的数据据已签发材料，不可下钻：{source}", f"last year as reported, without rows: {source}")
        remarks.append(said.in_language(language))
    return Label("；", "; ").in_language(language).join(remarks)


def _by_department(ledgers: list[str], names: Names, language: Language) -> str:
    """``组织部（基层工会台账、单位名录）、财务部（…）``."""
    kept: dict[str, list[str]] = {}
    for ledger in ledgers:
        kept.setdefault(names.departments.get(ledger, ledger), []).append(ledger)
    parts = []
    for department, own in kept.items():
        listed = _listed(own, names.ledgers, language)
        parts.append(Label(f"{department}（{listed}）", f"{department} ({listed})").in_language(language))
    return Label("、", ", ").in_language(language).join(parts)


def _listed(ids: Sequence[str], names: Mapping[str, str], language: Language) -> str:
    return Label("、", ", ").in_language(language).join(names.get(name, name) for name in ids)
