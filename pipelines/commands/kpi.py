"""``unionkpi kpi``: values of indicators."""

import csv
import sys
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from pipelines.command_line.figures import NOTHING, amount_text, change_text, value_text
from pipelines.command_line.invocation import OutputFormat, Settings
from pipelines.command_line.options import AsOf
from pipelines.command_line.printing import write_json, write_line, write_table
from pipelines.command_line.wording import both
from pipelines.home import Home
from warehouse.answer import answers
from warehouse.figure_names import LIGHT_NAMES, REASON_NAMES
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
    published = open_published(Home(settings.home).warehouse)
    found = answers(published, ids, as_of, region, settings.language)
    match settings.output:
        case OutputFormat.JSON:
            write_json(found)
        case OutputFormat.CSV:
            write_csv(found)
        case _:
            write_answers(found, published, settings.language)
    return 1 if any(wants_a_look(answer) for answer in found) else 0


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


def write_answers(found: list[dict[str, Any]], published: Published, language: Language) -> None:
    """A table a region, under its name and the date."""
    names = _names(published, "select indicator_id, label_zh, label_en from kpi.definitions", language)
    ledgers = _names(published, "select ledger_id, label_zh, label_en from meta.ledgers", language)
    regions = _names(published, "select region_code, region_name, region_name from meta.regions", language)
    for region in dict.fromkeys(answer["region"] for answer in found):
        of_region = [answer for answer in found if answer["region"] == region]
        date = Label(f"截至 {of_region[0]['as_of']}", f"as of {of_region[0]['as_of']}").in_language(language)
        write_line(f"{regions.get(region, region)} · {date} · {published.version}")
        lines = [_line(answer, names, ledgers, language) for answer in of_region]
        write_table(COLUMNS[language], lines, COLUMNS[language][FIRST_NUMBER:AFTER_NUMBERS])
        write_line()


def _names(published: Published, sql: str, language: Language) -> dict[str, str]:
    """By its first column, what something is called: the second column in Chinese, the third in English."""
    lines = published.connection.cursor().execute(sql).fetchall()
    return {code: zh if language == "zh" else en for code, zh, en in lines}


def _line(answer: dict[str, Any], names: dict[str, str], ledgers: dict[str, str], language: Language) -> list[str]:
    unit = answer["unit"]
    light = f"{SHAPES[answer['light']]} {LIGHT_NAMES[answer['light']].in_language(language)}"
    return [
        answer["id"],
        names.get(answer["id"], answer["id"]),
        value_text(answer["value"], unit, language),
        amount_text(answer["numerator"]),
        amount_text(answer["denominator"]),
        change_text(answer["yoy"], unit, language),
        change_text(answer["mom"], unit, language),
        value_text(answer["target"], unit, language),
        light if answer["value"] is not None else NOTHING,
        _remarks(answer, ledgers, language),
    ]


def _remarks(answer: dict[str, Any], ledgers: dict[str, str], language: Language) -> str:
    remarks = []
    if answer["reason"]:
        remarks.append(REASON_NAMES[answer["reason"]].in_language(language))
    if answer["missing"]:
        between = Label("、", ", ").in_language(language)
        missing = between.join(ledgers.get(ledger, ledger) for ledger in answer["missing"])
        remarks.append(Label(f"未报齐：{missing}", f"incomplete: {missing}").in_language(language))
    return Label("；", "; ").in_language(language).join(remarks)
